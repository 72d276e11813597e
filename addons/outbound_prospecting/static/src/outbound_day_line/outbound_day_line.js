import { Component, useState } from "@odoo/owl";
import { ConfirmationDialog } from "@web/core/confirmation_dialog/confirmation_dialog";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

export const CHANNEL_ICONS = {
    internal: "fa-search",
    email: "fa-envelope-o",
    linkedin: "fa-linkedin",
    phone: "fa-phone",
};

/** The touches of a sequence as a line of days, with the wait on each link and a preview on real prospects. */
export class OutboundDayLine extends Component {
    static template = "outbound_prospecting.DayLine";
    static props = { ...standardFieldProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.dialog = useService("dialog");
        this.preview = useState({ stepId: null, status: "", leads: [], shown: 0 });
    }

    get record() {
        return this.props.record;
    }

    get steps() {
        return this.record.data[this.props.name] || [];
    }

    get isDraft() {
        return this.record.data.state === "draft";
    }

    get selected() {
        return this.steps.find((step) => step.id === this.preview.stepId);
    }

    get shownLead() {
        return this.preview.leads[this.preview.shown];
    }

    icon(step) {
        return CHANNEL_ICONS[step.channel] || "fa-circle-o";
    }

    waitText(step) {
        return step.wait === 1 ? _t("1 day") : _t("%s days", step.wait);
    }

    /** The editor opens dialogs on stored touches, so what was typed is stored first. */
    async stored() {
        return !this.record.isNew && !(await this.record.isDirty()) ? true : await this.record.save();
    }

    async edit(step) {
        if (await this.stored()) {
            await this.openStep({ res_id: step.id, name: step.name });
        }
    }

    async add(after) {
        if (!(await this.stored())) {
            return;
        }
        const gap = this.record.data.minimum_gap_days || 1;
        await this.openStep({
            name: _t("New touch"),
            context: {
                default_sequence_id: this.record.resId,
                default_day: after ? after.written_day + gap : 1,
            },
        });
    }

    async openStep(action) {
        await this.action.doAction(
            {
                type: "ir.actions.act_window",
                res_model: "outbound.sequence.step",
                views: [[false, "form"]],
                target: "new",
                ...action,
            },
            { onClose: () => this.reload() }
        );
    }

    remove(step) {
        this.dialog.add(ConfirmationDialog, {
            title: _t("Remove this touch?"),
            body: _t("“%s” and its texts are removed from this draft.", step.name),
            confirmLabel: _t("Remove"),
            confirm: async () => {
                await this.orm.unlink("outbound.sequence.step", [step.id]);
                await this.reload();
            },
            cancel: () => {},
        });
    }

    async reload() {
        await this.record.load();
        if (this.preview.stepId) {
            const step = this.selected;
            step ? await this.show(step) : Object.assign(this.preview, { stepId: null, leads: [] });
        }
    }

    async show(step) {
        if (!(await this.stored())) {
            return;
        }
        Object.assign(this.preview, { stepId: step.id, status: "loading", leads: [], shown: 0 });
        try {
            const leads = await this.orm.silent.call("outbound.sequence", "action_preview", [
                [this.record.resId],
                step.id,
            ]);
            if (this.preview.stepId === step.id) {
                Object.assign(this.preview, { leads, status: "ready" });
            }
        } catch (error) {
            this.preview.status = "failed";
            this.preview.error = error.data?.message || _t("The server did not answer. Try again.");
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

    openHere(step) {
        this.action.doAction({
            type: "ir.actions.act_window",
            name: step.name,
            res_model: "outbound.touch",
            views: [
                [false, "list"],
                [false, "form"],
            ],
            domain: [
                ["step_id", "=", step.id],
                ["state", "in", ["planned", "drafted", "in_review", "approved", "open"]],
            ],
        });
    }
}

registry.category("fields").add("outbound_day_line", {
    component: OutboundDayLine,
    supportedTypes: ["json"],
    fieldDependencies: [
        { name: "state", type: "selection" },
        { name: "minimum_gap_days", type: "integer" },
    ],
});
