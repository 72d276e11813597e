import { Component } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";
import { useLazyField } from "../utils/lazy_values";

const TIER_CLASSES = { A: "text-bg-success", B: "text-bg-info", C: "text-bg-secondary", disqualified: "text-bg-danger" };

/** What a model makes of the prospect's fit, with its proof, and what of that moved the score. */
export class OutboundAssessment extends Component {
    static template = "outbound_prospecting.Assessment";
    static props = { ...standardWidgetProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.lazy = useLazyField("assessment_page");
    }

    get page() {
        return this.lazy.value;
    }

    get tierClass() {
        return TIER_CLASSES[this.page.opinion.tier];
    }

    async assess() {
        const { resModel, resId } = this.props.record;
        await this.action.doAction(await this.orm.call(resModel, "action_assess", [[resId]]));
        await this.props.record.load();
    }
}

registry.category("view_widgets").add("outbound_assessment", { component: OutboundAssessment });
