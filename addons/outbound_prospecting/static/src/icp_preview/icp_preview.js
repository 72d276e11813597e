import { Component, onWillStart, useState } from "@odoo/owl";
import { formatFloat, formatInteger } from "@web/views/fields/formatters";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";
import { TIER_CLASSES } from "../outbound_score/outbound_score";

/** What an ICP version would change: tiers and scores now and then, who would move and why, a back-test. */
export class IcpPreview extends Component {
    static template = "outbound_prospecting.IcpPreview";
    static props = { ...standardWidgetProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.state = useState({ status: "loading", preview: null, error: "" });
        onWillStart(() => {
            if (this.needsSaving) {
                this.state.status = "unsaved";
            } else {
                this.load(); // not awaited: the page says that it is working
            }
        });
    }

    get needsSaving() {
        return this.props.record.isNew || this.props.record.dirty;
    }

    get preview() {
        return this.state.preview;
    }

    async saveAndLoad() {
        if (await this.props.record.save()) {
            await this.load();
        }
    }

    async load() {
        this.state.status = "loading";
        try {
            this.state.preview = await this.orm.silent.call("outbound.icp", "get_preview", [this.props.record.resId]);
            this.state.status = "ready";
        } catch (error) {
            // What is missing is said on the page, beside the tabs where it is filled in.
            this.state.error = error.data?.message || _t("The server did not answer. Try again.");
            this.state.status = "failed";
        }
    }

    openLead(leadId) {
        this.action.doAction({
            type: "ir.actions.act_window",
            res_model: "crm.lead",
            res_id: leadId,
            views: [[false, "form"]],
        });
    }

    count(value) {
        return formatInteger(value);
    }

    score(value) {
        return formatFloat(value, { digits: [16, this.props.record.data.method === "weighted" ? 2 : 0] });
    }

    percent(value, total) {
        return total ? Math.round((100 * value) / total) : 0;
    }

    difference(row) {
        const difference = row.then - row.now;
        return difference ? `${difference > 0 ? "+" : "−"}${formatInteger(Math.abs(difference))}` : "±0";
    }

    tierClass(code) {
        return TIER_CLASSES[code] || "o_outbound_unknown_badge";
    }

    tierName(code) {
        return this.preview.tiers.find((tier) => tier.code === code)?.name || _t("Too little known");
    }

    get columns() {
        const highest = Math.max(1, ...this.preview.histogram.flatMap((bucket) => [bucket.now, bucket.then]));
        return this.preview.histogram.map((bucket, index, all) => ({
            ...bucket,
            label: `${bucket.start}–${index + 1 < all.length ? all[index + 1].start : this.preview.best}`,
            nowHeight: (100 * bucket.now) / highest,
            thenHeight: (100 * bucket.then) / highest,
        }));
    }

    get backtest() {
        const rows = this.preview.backtest.filter((row) => row.won + row.lost);
        return rows.map((row) => ({ ...row, rate: this.percent(row.won, row.won + row.lost) }));
    }

    changeText(change) {
        const rating = (value) => (value === null ? _t("not known") : value);
        const reasons = change.reasons.length ? `: ${change.reasons.join(" · ")}` : "";
        if (change.old !== false) {
            return `${change.name} ${rating(change.old)} → ${rating(change.new)}${reasons}`;
        }
        return change.new === null ? change.name : `${change.name} ${change.new}${reasons}`;
    }
}

registry.category("view_widgets").add("outbound_icp_preview", {
    component: IcpPreview,
    fieldDependencies: [{ name: "method", type: "selection" }],
});
