import { Component } from "@odoo/owl";
import { browser } from "@web/core/browser/browser";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";
import { CHANNEL_ICONS } from "../outbound_day_line/outbound_day_line";
import { useLazyField } from "../utils/lazy_values";

const STATE_CLASSES = {
    sent: "text-bg-success",
    done: "text-bg-success",
    failed: "text-bg-danger",
    unknown: "text-bg-danger",
    in_review: "text-bg-info",
    open: "text-bg-info",
    approved: "text-bg-info",
    sending: "text-bg-info",
};
const ENROLMENT_CLASSES = {
    active: "text-bg-info",
    paused: "text-bg-warning",
    replied: "text-bg-success",
    completed: "text-bg-success",
    stopped: "text-bg-danger",
};

/** The story of a prospect: what was sent, what was skipped and why, and what comes when in the prospect's time. */
export class OutboundTimeline extends Component {
    static template = "outbound_prospecting.Timeline";
    static props = { ...standardWidgetProps };

    setup() {
        this.lazy = useLazyField("outreach_timeline");
        this.orm = useService("orm");
        this.action = useService("action");
        this.notification = useService("notification");
    }

    get story() {
        return this.lazy.value || { enrolments: [], refused: "", waiting: false };
    }

    icon(touch) {
        return CHANNEL_ICONS[touch.channel] || "fa-circle-o";
    }

    stateClass(touch) {
        return STATE_CLASSES[touch.state] || "text-bg-light";
    }

    enrolmentClass(enrolment) {
        return ENROLMENT_CLASSES[enrolment.state];
    }

    async copy(touch) {
        await browser.navigator.clipboard.writeText(touch.text);
        this.notification.add(_t("Copied"), { type: "success" });
    }

    async done(touch) {
        await this.orm.call("outbound.touch", "action_done", [[touch.id]]);
        await this.props.record.load();
    }

    open(touch) {
        this.action.doAction(
            {
                type: "ir.actions.act_window",
                res_model: "outbound.touch",
                res_id: touch.id,
                views: [[false, "form"]],
                target: "new",
                name: touch.name,
            },
            { onClose: () => this.props.record.load() }
        );
    }
}

registry.category("view_widgets").add("outbound_timeline", { component: OutboundTimeline });
