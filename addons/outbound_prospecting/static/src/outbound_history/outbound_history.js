import { Component } from "@odoo/owl";
import { deserializeDateTime, formatDateTime } from "@web/core/l10n/dates";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";
import { useLazyValue } from "../utils/lazy_values";

const SHOWN = 5;

/** The latest facts that were recorded of a prospect; all of them are one click away. */
export class OutboundHistory extends Component {
    static template = "outbound_prospecting.History";
    static props = { ...standardWidgetProps };

    setup() {
        this.action = useService("action");
        this.lazy = useLazyValue((orm, { resId }) =>
            orm.webSearchRead("outbound.event", this.getDomain(resId), {
                specification: { summary: {}, date: {} },
                limit: SHOWN,
                count_limit: SHOWN + 1,
            })
        );
    }

    getDomain(resId) {
        return [["lead_id", "=", resId]];
    }

    get events() {
        return this.lazy.value?.records ?? [];
    }

    get hasMore() {
        return this.lazy.value?.length > SHOWN;
    }

    when(event) {
        return formatDateTime(deserializeDateTime(event.date), { showSeconds: false });
    }

    openAll() {
        this.action.doAction({
            type: "ir.actions.act_window",
            name: _t("History"),
            res_model: "outbound.event",
            views: [[false, "list"]],
            domain: this.getDomain(this.props.record.resId),
        });
    }
}

registry.category("view_widgets").add("outbound_history", { component: OutboundHistory });
