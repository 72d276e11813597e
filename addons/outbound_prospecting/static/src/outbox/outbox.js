import { Component, onMounted, onWillStart, useExternalListener, useState } from "@odoo/owl";
import { ConfirmationDialog } from "@web/core/confirmation_dialog/confirmation_dialog";
import { deserializeDateTime, formatDateTime } from "@web/core/l10n/dates";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";

const { DateTime } = luxon;
const VIEWS = [
    ["held", _t("Held"), _t("Nothing is held: every mail that is due leaves with the next free slot of its mailbox.")],
    ["unknown", _t("Delivery unknown"), _t("No mail is in doubt: of every one it is known whether it left.")],
    ["failed", _t("Failed"), _t("No mail failed in the last 30 days.")],
];

/** What leaves when, from which mailbox, and what is in the way. */
export class Outbox extends Component {
    static template = "outbound_prospecting.Outbox";
    static components = { Layout };
    static props = { ...standardActionServiceProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.dialog = useService("dialog");
        this.notification = useService("notification");
        this.display = { controlPanel: {} };
        this.views = VIEWS;
        this.state = useState({
            days: [], mailboxes: [], counts: {}, view: "held", mailboxId: 0, day: "",
            rows: [], total: 0, selected: {}, dragging: false, over: "", loading: true,
        });
        useExternalListener(document, "visibilitychange", () => !document.hidden && this.load());
        onWillStart(async () => {
            await this.loadBars();
            const asked = this.props.action.params?.view;
            await this.show(asked || ["unknown", "held"].find((view) => this.state.counts[view]) || "held");
        });
        onMounted(() => this.env.config.setDisplayName(_t("Outbox")));
    }

    // ------------------------------------------------------------------ data

    async load() {
        await Promise.all([this.loadBars(), this.loadRows()]);
    }

    async loadBars() {
        Object.assign(this.state, await this.orm.call("outbound.touch", "get_outbox", []));
    }

    async loadRows({ more = false } = {}) {
        const { view, mailboxId, day, rows } = this.state;
        const page = await this.orm.call("outbound.touch", "get_outbox_touches", [], {
            view, mailbox_id: mailboxId, day, offset: more ? rows.length : 0,
        });
        this.state.rows = more ? [...rows, ...page.rows] : page.rows;
        this.state.total = page.total;
        this.state.selected = {};
        this.state.loading = false;
    }

    show(view, mailboxId = 0, day = "") {
        Object.assign(this.state, { view, mailboxId, day });
        return this.loadRows();
    }

    // ------------------------------------------------------------------ words

    get empty() {
        const view = VIEWS.find(([name]) => name === this.state.view);
        return view ? view[2] : _t("No mail of this mailbox is planned for this day.");
    }

    get title() {
        const mailbox = this.state.mailboxes.find(({ id }) => id === this.state.mailboxId);
        return mailbox ? _t("%(mailbox)s, %(day)s", { mailbox: mailbox.name, day: this.dayLabel(this.state.day) }) : "";
    }

    dayLabel(day) {
        return DateTime.fromISO(day).toLocaleString({ weekday: "short", day: "numeric", month: "short" });
    }

    slot(mailbox) {
        const next = mailbox.next_slot && deserializeDateTime(mailbox.next_slot);
        return next && next > DateTime.now() ? _t("next mail from %s", formatDateTime(next, { format: "HH:mm" })) : "";
    }

    total(cell) {
        return cell.sent + cell.approved + cell.waiting;
    }

    /** Widths of the parts of a bar, in percent of its cap, or of what is planned where that is more. */
    bar(cell) {
        const whole = Math.max(cell.cap, this.total(cell), 1);
        const part = (count) => `width: ${(100 * count) / whole}%`;
        return { sent: part(cell.sent), approved: part(cell.approved), waiting: part(cell.waiting) };
    }

    cellTitle(cell) {
        return _t("%(sent)s sent, %(approved)s approved, %(waiting)s not approved yet, of at most %(cap)s on this day", cell);
    }

    isOver(cell) {
        return this.total(cell) > cell.cap;
    }

    // ------------------------------------------------------------------ move to another day

    get chosen() {
        return this.state.rows.filter((row) => row.movable && this.state.selected[row.id]);
    }

    onDragStart(ev, row) {
        if (!this.state.selected[row.id]) {
            this.state.selected = { [row.id]: true };
        }
        this.state.dragging = true;
        ev.dataTransfer.effectAllowed = "move";
        ev.dataTransfer.setData("text/plain", row.address);
    }

    onDragEnd() {
        this.state.dragging = false;
        this.state.over = "";
    }

    onDragOver(ev, day) {
        if (this.state.dragging) {
            ev.preventDefault();
            this.state.over = day;
        }
    }

    async onDrop(ev, day) {
        ev.preventDefault();
        this.onDragEnd();
        await this.move(day);
    }

    async move(day) {
        const ids = this.chosen.map((row) => row.id);
        if (!ids.length || !day) {
            return;
        }
        const { moved, message } = await this.orm.call("outbound.touch", "action_move_to_day", [ids], { day });
        this.notification.add(message || _t("%(count)s moved to %(day)s.", { count: moved, day: this.dayLabel(day) }), {
            type: message ? "warning" : "success",
        });
        await this.load();
    }

    toggleAll(ev) {
        const rows = this.state.rows.filter((row) => row.movable);
        this.state.selected = ev.target.checked ? Object.fromEntries(rows.map((row) => [row.id, true])) : {};
    }

    // ------------------------------------------------------------------ unknown deliveries

    settle(row, sent) {
        const [title, body, method] = sent
            ? [
                  _t("It was sent"),
                  _t("The sequence of %s goes on as if the mail server had confirmed it.", row.lead),
                  "action_mark_sent",
              ]
            : [
                  _t("It was not sent"),
                  _t(
                      "The mail to %s goes to review and may leave after that. If it did arrive after all, they get it twice.",
                      row.lead
                  ),
                  "action_mark_not_sent",
              ];
        this.dialog.add(ConfirmationDialog, {
            title,
            body,
            confirmLabel: title,
            confirm: async () => {
                await this.orm.call("outbound.touch", method, [[row.id]]);
                await this.load();
            },
            cancel: () => {},
        });
    }

    // ------------------------------------------------------------------ around

    open(model, id) {
        return this.action.doAction({
            type: "ir.actions.act_window", res_model: model, res_id: id, views: [[false, "form"]],
        });
    }

    fix(row) {
        return row.fix.action ? this.action.doAction(row.fix.action) : this.open(row.fix.model, row.fix.id);
    }
}

registry.category("actions").add("outbound_outbox", Outbox);
