import { Component } from "@odoo/owl";
import { toLocaleDateTimeString } from "@web/core/l10n/dates";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";
import { useLazyField } from "../utils/lazy_values";

export const TIER_CLASSES = {
    tier_1: "text-bg-success",
    tier_2: "text-bg-info",
    tier_3: "text-bg-secondary",
    disqualified: "text-bg-danger",
};

/** The score of a prospect as a person reads it: `icp_explanation`, with the figures stored beside it. */
export class OutboundScore extends Component {
    static template = "outbound_prospecting.Score";
    static props = { ...standardWidgetProps };

    setup() {
        this.lazy = useLazyField("icp_explanation");
    }

    get data() {
        return this.props.record.data;
    }

    get explanation() {
        return this.lazy.value;
    }

    get isWeighted() {
        return this.explanation.method === "weighted";
    }

    get score() {
        return this.isWeighted ? this.data.icp_score.toFixed(2) : String(this.data.icp_score);
    }

    get tier() {
        return this.explanation.tier || { name: _t("Too little known"), action: "" };
    }

    get tierClass() {
        return TIER_CLASSES[this.tier.code] || "o_outbound_unknown_badge";
    }

    get changedOn() {
        const date = this.data.icp_score_date;
        return date ? _t("since %s", toLocaleDateTimeString(date)) : "";
    }

    get factors() {
        return this.explanation.factors.map((factor) => ({ ...factor, ...this.describe(factor) }));
    }

    /** How one factor looks: its share of the bar, its colour and the sentence below it. */
    describe(factor) {
        const share = factor.best ? Math.min(1, Math.max(0, factor.rating / factor.best)) : 0;
        const weight = this.isWeighted ? _t("weight %s %", factor.weight) : "";
        if (factor.state === "not_known") {
            const what = factor.missing.join(_t(" or "));
            return {
                weight,
                barClass: "o_outbound_bar_unknown",
                width: 100,
                value: _t("not known"),
                text: what ? _t("Left out of the score. Fill in %s.", what) : _t("Left out of the score."),
            };
        }
        return {
            weight,
            barClass: share >= 0.8 ? "o_outbound_bar_high" : share >= 0.5 ? "o_outbound_bar_middle" : "o_outbound_bar_low",
            width: Math.max(3, Math.round(100 * share)),
            value: `${factor.rating}/${factor.best}`,
            text: factor.reasons.length ? factor.reasons.join(" · ") : _t("No criterion matches"),
        };
    }
}

registry.category("view_widgets").add("outbound_score", {
    component: OutboundScore,
    fieldDependencies: [
        { name: "icp_score", type: "float" },
        { name: "icp_completeness", type: "integer" },
        { name: "icp_score_date", type: "datetime" },
    ],
});
