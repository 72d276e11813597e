import { Component, onMounted, onWillStart, useExternalListener, useRef, useState } from "@odoo/owl";
import { ConfirmationDialog } from "@web/core/confirmation_dialog/confirmation_dialog";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { KeysDialog } from "../review_inbox/review_dialogs";
import { labelClass, ReplyCard } from "./reply_card";
import { ReplyQueue } from "./reply_queue";

/** Keys of the page, in the order in which help lists them. */
export const KEYS = [
    ["A", _t("Answer")],
    ["L", _t("Correct the class")],
    ["T", _t("Take over: stop the automation")],
    ["D", _t("Done")],
    ["J", _t("Next reply")],
    ["K", _t("Previous reply")],
    ["/", _t("Search")],
    ["?", _t("These keys")],
];
const ACTIONS = { a: "answer", l: "chooseLabel", t: "takeOver", d: "finish", j: "next", k: "previous" };
export const FILTERS = [
    ["needs_me", _t("Needs me")],
    ["no_date", _t("Resume date missing")],
    ["interest", _t("Interest")],
];

/** What prospects answered: the list left, one reply with its class, its text and what was done right. */
export class ReplyInbox extends Component {
    static template = "outbound_prospecting.ReplyInbox";
    static components = { Layout, ReplyCard };
    static props = { ...standardActionServiceProps };

    setup() {
        this.action = useService("action");
        this.dialog = useService("dialog");
        this.notification = useService("notification");
        this.searchRef = useRef("search");
        this.mainRef = useRef("main");
        const { lead_id: leadId = 0, scope, filter_name: filterName } = this.props.action.params || {};
        this.queue = useState(new ReplyQueue(useService("orm"), (text) => this.warn(text), leadId));
        this.queue.scope = scope || this.queue.scope;
        this.queue.filterName = filterName || this.queue.filterName;
        this.state = useState({ draft: null, search: "", sending: false });
        this.display = { controlPanel: {} };
        this.filters = FILTERS;
        this.labelClass = labelClass;
        useExternalListener(window, "keydown", (ev) => this.onKeydown(ev));
        useExternalListener(document, "visibilitychange", () => {
            if (!document.hidden && !this.state.draft) {
                this.queue.load();
            }
        });
        onWillStart(() => this.queue.load());
        onMounted(() => this.env.config.setDisplayName(_t("Replies")));
    }

    // ------------------------------------------------------------------ keyboard

    onKeydown(ev) {
        const typing = ev.target.closest("input, textarea, select, [contenteditable='true']");
        if (this.state.draft && ev.key === "Enter" && (ev.ctrlKey || ev.metaKey)) {
            this.send();
        } else if (typing && ev.key === "Escape") {
            ev.target.blur();
        } else if (typing || ev.ctrlKey || ev.metaKey || ev.altKey || document.querySelector(".o_dialog, .o-dropdown--menu")) {
            return;
        } else if (ev.key === "?") {
            this.showKeys();
        } else if (ev.key === "/") {
            this.searchRef.el.focus();
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
        this.go(() => this.queue.move(1));
    }

    previous() {
        this.go(() => this.queue.move(-1));
    }

    open(id) {
        this.go(() => this.queue.open(id));
    }

    /** Go on; text that was typed is asked for first. */
    go(step) {
        if (!this.state.draft?.text.trim()) {
            this.state.draft = null;
            return step();
        }
        this.dialog.add(ConfirmationDialog, {
            title: _t("Discard your answer?"),
            body: _t("It is not sent yet, and it is lost when you go on."),
            confirmLabel: _t("Discard"),
            confirm: () => {
                this.state.draft = null;
                return step();
            },
            cancel: () => {},
        });
    }

    // ------------------------------------------------------------------ decisions

    chooseLabel() {
        this.mainRef.el?.querySelector(".o_outbound_label_button")?.click();
    }

    async relabel(label) {
        await this.queue.act("action_relabel", [label]);
    }

    async setDate(date) {
        if (date) {
            await this.queue.act("action_relabel", [this.queue.card.label, date]);
        }
    }

    async acceptContact() {
        await this.queue.act("action_accept_contact");
    }

    async finish() {
        if (this.queue.row && !this.state.draft) {
            await this.queue.act("action_done");
        }
    }

    takeOver() {
        const row = this.queue.row;
        if (!row || this.state.draft) {
            return;
        }
        this.dialog.add(ConfirmationDialog, {
            title: _t("Take over %s", row.name),
            body: _t("Everything that is planned for this person is cancelled, and you write to them yourself from now on."),
            confirmLabel: _t("Take over"),
            confirm: () => this.queue.act("action_take_over"),
            cancel: () => {},
        });
    }

    // ------------------------------------------------------------------ answering

    answer() {
        const card = this.queue.card;
        if (!card || this.state.draft) {
            return;
        }
        if (card.answer.refused) {
            this.warn(card.answer.refused);
            return;
        }
        // The key makes sure that pressing twice sends once.
        this.state.draft = { text: "", key: crypto.randomUUID() };
    }

    async send() {
        const draft = this.state.draft;
        if (!draft || this.state.sending || !draft.text.trim()) {
            return;
        }
        this.state.sending = true;
        const name = this.queue.row.name;
        const refused = await this.queue.act("action_answer", [draft.text, draft.key]);
        this.state.sending = false;
        if (!refused) {
            this.state.draft = null;
            this.notification.add(_t("Your answer to %s leaves in a moment.", name), { type: "success" });
        }
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

    openLead(id) {
        this.action.doAction({
            type: "ir.actions.act_window",
            res_model: "crm.lead",
            res_id: id,
            views: [[false, "form"]],
        });
    }
}

registry.category("actions").add("outbound_reply_inbox", ReplyInbox);
