import { Component } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

const ICONS = {
    ok: "fa-check-circle text-success",
    warning: "fa-exclamation-triangle text-warning",
    error: "fa-times-circle text-danger",
};

/** What must be right before a launch, each failure with the link that puts it right. */
export class OutboundChecklist extends Component {
    static template = "outbound_prospecting.Checklist";
    static props = { ...standardFieldProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
    }

    get checks() {
        return this.props.record.data[this.props.name] || [];
    }

    icon(check) {
        return ICONS[check.level];
    }

    async fix(check) {
        const record = this.props.record;
        if (!(await record.save())) {
            return;
        }
        const action = await this.orm.call(record.resModel, "action_fix_launch", [[record.resId], check.code]);
        if (action) {
            await this.action.doAction(action, { onClose: () => record.load() });
        }
    }
}

registry.category("fields").add("outbound_checklist", {
    component: OutboundChecklist,
    supportedTypes: ["json"],
});
