import { Component } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

const BADGES = {
    met: "text-bg-success",
    at_risk: "text-bg-warning",
    too_early: "text-bg-secondary",
    missed: "text-bg-danger",
};
const AGAINST = { above: _t("above"), within: _t("as usual"), below: _t("below") };

/** Small badges for a card: how many required criteria stand where. */
export class PilotBadges extends Component {
    static template = "outbound_prospecting.PilotBadges";
    static props = { ...standardFieldProps };

    get criteria() {
        return this.props.record.data[this.props.name] || [];
    }

    get counts() {
        const required = this.criteria.filter((one) => one.required);
        return Object.keys(BADGES)
            .map((status) => required.filter((one) => one.status === status))
            .filter((found) => found.length)
            .map((found) => ({ status: found[0].status, label: found[0].status_name, count: found.length }));
    }

    badge(status) {
        return BADGES[status];
    }
}

/** Every criterion with value, people, interval, target, benchmark, status and the reason in words. */
export class PilotCriteria extends PilotBadges {
    static template = "outbound_prospecting.PilotCriteria";

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
    }

    against(row) {
        return AGAINST[row.against] || "";
    }

    async open(row) {
        const record = this.props.record;
        const action = await this.orm.call(record.resModel, "action_open_figure", [[record.resId], row.metric]);
        this.action.doAction(action);
    }
}

registry.category("fields").add("outbound_pilot_badges", { component: PilotBadges, supportedTypes: ["json"] });
registry.category("fields").add("outbound_pilot_criteria", { component: PilotCriteria, supportedTypes: ["json"] });
