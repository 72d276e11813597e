import { Component } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";
import { useLazyField } from "../utils/lazy_values";

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
    static props = { ...standardWidgetProps };

    setup() {
        this.lazy = useLazyField("brief_page");
        this.orm = useService("orm");
        this.action = useService("action");
    }

    get brief() {
        return this.lazy.value;
    }

    get stateClass() {
        return STATE_CLASSES[this.brief.state];
    }

    get refusedTitle() {
        const count = this.brief.refused.length;
        return count === 1 ? _t("1 statement was refused") : _t("%s statements were refused", count);
    }

    /** A person says that it is the right company, against a doubt or against what was said before. */
    async settle() {
        const { resModel, resId } = this.props.record;
        await this.action.doAction(await this.orm.call(resModel, "action_right_company", [[resId]]));
    }
}

registry.category("view_widgets").add("outbound_brief", { component: OutboundBrief });
