import { Component } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

const STATE_CLASSES = {
    ready: "text-bg-success",
    waiting: "text-bg-secondary",
    stale: "text-bg-warning",
    failed: "text-bg-danger",
    wrong: "text-bg-danger",
};

/** The research brief of a prospect: statements by kind, each with the words that bear it; refused ones folded. */
export class OutboundBrief extends Component {
    static template = "outbound_prospecting.Brief";
    static props = { ...standardFieldProps };

    get brief() {
        return this.props.record.data[this.props.name];
    }

    get stateClass() {
        return STATE_CLASSES[this.brief.state];
    }

    get refusedTitle() {
        const count = this.brief.refused.length;
        return count === 1 ? _t("1 statement was refused") : _t("%s statements were refused", count);
    }
}

registry.category("fields").add("outbound_brief", {
    component: OutboundBrief,
    displayName: _t("Research brief"),
    supportedTypes: ["json"],
});
