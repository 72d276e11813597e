import { Component, onMounted, onWillStart, onWillUnmount, useExternalListener, useRef, useState } from "@odoo/owl";
import { ConfirmationDialog } from "@web/core/confirmation_dialog/confirmation_dialog";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { ReviewCard } from "./review_card";
import { KeysDialog, RejectDialog, RewriteDialog } from "./review_dialogs";
import { NOTHING, nextSentence } from "./review_proof";
import { ReviewQueue } from "./review_queue";

/** Keys of the page, in the order in which help lists them. */
export const KEYS = [
    ["A", _t("Approve")],
    ["E", _t("Edit")],
    ["R", _t("Write again, by a model with your wish or from the template")],
    ["S", _t("Skip this mail, the sequence goes on")],
    ["X", _t("Reject with a reason")],
    ["J", _t("Next draft")],
    ["K", _t("Previous draft")],
    [".", _t("Next sentence and its proof; comma for the one before")],
    ["1–9", _t("Statement and the sentences that rest on it")],
    ["U", _t("Take the last approval back")],
    ["/", _t("Search")],
    ["?", _t("These keys")],
];
const ACTIONS = { a: "approve", e: "edit", r: "redraft", s: "skip", x: "reject", j: "next", k: "previous", u: "undo" };

/** One draft a person, decided with the keyboard: the draft left, what is known about the prospect right. */
export class ReviewInbox extends Component {
    static template = "outbound_prospecting.ReviewInbox";
    static components = { Layout, ReviewCard };
    static props = { ...standardActionServiceProps };

    setup() {
        this.action = useService("action");
        this.dialog = useService("dialog");
        this.notification = useService("notification");
        this.searchRef = useRef("search");
        this.queue = useState(new ReviewQueue(useService("orm"), (text) => this.warn(text)));
        this.queue.scope = this.props.action.params?.scope || this.queue.scope;
        this.state = useState({ edit: null, finding: null, search: "", proof: { ...NOTHING } });
        this.display = { controlPanel: {} };
        useExternalListener(window, "keydown", (ev) => this.onKeydown(ev));
        useExternalListener(document, "visibilitychange", () => {
            if (!document.hidden && !this.state.edit) {
                this.queue.load();
            }
        });
        onWillStart(() => this.queue.load());
        onWillUnmount(() => this.queue.stopWatching());
        onMounted(() => this.env.config.setDisplayName(_t("Review")));
    }

    // ------------------------------------------------------------------ keyboard

    onKeydown(ev) {
        const typing = ev.target.closest("input, textarea, select, [contenteditable='true']");
        if (this.state.edit && ev.key === "Escape") {
            this.state.edit = null;
        } else if (this.state.edit && ev.key === "Enter" && (ev.ctrlKey || ev.metaKey)) {
            this.save({ approve: true });
        } else if (typing && ev.key === "Escape") {
            ev.target.blur();
        } else if (typing || ev.ctrlKey || ev.metaKey || ev.altKey || document.querySelector(".o_dialog")) {
            return;
        } else if (ev.key === "?") {
            this.showKeys();
        } else if (ev.key === "/") {
            this.searchRef.el.focus();
        } else if (ev.key === "." || ev.key === ",") {
            this.moveSentence(ev.key === "." ? 1 : -1);
        } else if (/^[1-9]$/.test(ev.key)) {
            this.chooseStatement(Number(ev.key));
        } else if (ACTIONS[ev.key.toLowerCase()] && !ev.repeat) {
            this[ACTIONS[ev.key.toLowerCase()]]();
        } else {
            return;
        }
        ev.preventDefault();
    }

    showKeys() {
        this.dialog.add(KeysDialog, { keys: KEYS });
    }

    next() {
        this.leaveCard();
        this.queue.move(1);
    }

    previous() {
        this.leaveCard();
        this.queue.move(-1);
    }

    open(id) {
        this.leaveCard();
        this.queue.open(id);
    }

    /** Leaving a card ends its editing; text that was typed is asked for first by whoever calls. */
    leaveCard() {
        this.state.edit = null;
        this.state.finding = null;
        Object.assign(this.state.proof, NOTHING);
    }

    // ------------------------------------------------------------------ proof

    moveSentence(step) {
        const { card } = this.queue;
        if (card) {
            Object.assign(this.state.proof, { statement: 0, sentence: nextSentence(card, this.state.proof, step) });
        }
    }

    chooseStatement(number) {
        const statement = this.queue.card?.statements[number - 1];
        if (statement) {
            Object.assign(this.state.proof, { sentence: -1, statement: statement.id });
        }
    }

    async wrongCompany() {
        const row = this.queue.row;
        if (row && !this.state.edit) {
            this.leaveCard();
            await this.queue.wrongCompany(row);
        }
    }

    // ------------------------------------------------------------------ decisions

    async approve() {
        const row = this.queue.row;
        if (!row || this.state.edit) {
            return;
        }
        this.leaveCard();
        await this.queue.decide(row, "action_approve", { seen: { [row.id]: row.seen } }, { undo: true });
    }

    approvePassing() {
        const rows = this.queue.passing;
        if (!rows.length) {
            return;
        }
        this.dialog.add(ConfirmationDialog, {
            title: _t("Approve %s drafts", rows.length),
            body: _t(
                "%s drafts of this list pass all checks. They leave at their times, unless you take the approval back. " +
                    "Drafts that fail a check stay here.",
                rows.length
            ),
            confirmLabel: _t("Approve %s", rows.length),
            confirm: () => this.queue.approvePassing(rows),
            cancel: () => {},
        });
    }

    undo() {
        return this.queue.undo();
    }

    async skip() {
        const row = this.queue.row;
        if (row && !this.state.edit) {
            this.leaveCard();
            await this.queue.decide(row, "action_skip", {});
        }
    }

    async reject() {
        const row = this.queue.row;
        if (!row || this.state.edit) {
            return;
        }
        const reasons = await this.queue.getReasons();
        this.dialog.add(RejectDialog, {
            name: row.name,
            reasons,
            reject: (reasonId, note) => this.queue.decide(row, "action_reject", { reason_id: reasonId, note }),
        });
    }

    // ------------------------------------------------------------------ text

    async edit() {
        if (!this.queue.row || this.state.edit) {
            return;
        }
        if (!this.queue.card) {
            await this.queue.readCards(); // the key was faster than the server
        }
        const { id, subject, body, seen } = this.queue.card;
        this.state.edit = { id, subject, body, seen, error: "", saving: false };
    }

    async save({ approve = false } = {}) {
        const edit = this.state.edit;
        if (!edit || edit.saving) {
            return;
        }
        edit.saving = true;
        const error = await this.queue.saveText(edit);
        edit.saving = false;
        if (error) {
            edit.error = error;
            return;
        }
        this.state.edit = null;
        if (approve) {
            await this.approve();
        }
    }

    async redraft() {
        const row = this.queue.row;
        if (!row || this.state.edit) {
            return;
        }
        const { finding } = this.state;
        if (!finding && !this.queue.card) {
            await this.queue.readCards(); // the key was faster than the server
        }
        const { origin } = this.queue.card;
        Object.assign(this.state.proof, NOTHING);
        if (!finding && origin.can_rewrite) {
            this.dialog.add(RewriteDialog, {
                name: row.name,
                left: origin.rewrites_left,
                rewrite: (wish) => this.queue.rewrite(row, wish),
            });
        } else {
            await this.queue.redraft(row, finding);
            this.state.finding = null;
        }
    }

    addFinding() {
        const lead = this.queue.card.lead;
        this.state.finding = { text: lead.finding, source: lead.finding_source };
    }

    // ------------------------------------------------------------------ around

    warn(text) {
        this.notification.add(text, { type: "warning" });
    }

    onSearch() {
        return this.queue.filterBy({ search: this.state.search });
    }

    showAll() {
        this.state.search = "";
        return this.queue.filterBy({ filterName: "", search: "" });
    }

    openLead() {
        const card = this.queue.card;
        this.action.doAction({
            type: "ir.actions.act_window",
            res_model: "crm.lead",
            res_id: card.lead.id,
            views: [[false, "form"]],
        });
    }
}

registry.category("actions").add("outbound_review_inbox", ReviewInbox);
