import { Component, onMounted, onPatched, onWillStart, onWillUnmount, useExternalListener, useRef, useState } from "@odoo/owl";
import { browser } from "@web/core/browser/browser";
import { deserializeDate, deserializeDateTime } from "@web/core/l10n/dates";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { user } from "@web/core/user";
import { useService } from "@web/core/utils/hooks";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { KeysDialog } from "../review_inbox/review_dialogs";
import { Day } from "./today_day";

const TICK = 20_000; // milliseconds between two looks at the clock

/** Keys of the page, in the order in which help lists them. */
export const KEYS = [
    ["J", _t("Next line")],
    ["K", _t("Previous line")],
    ["Enter", _t("Open")],
    ["D", _t("Done, or acknowledge")],
    ["U", _t("Undo")],
    ["C", _t("Copy the prepared text")],
    ["?", _t("These keys")],
];
const ACTIONS = { j: "next", k: "previous", enter: "open", d: "finish", u: "undo", c: "copy" };
const GROUPS = {
    problem: [_t("Critical"), "danger"],
    handoff: [_t("Hot prospects"), "warning"],
    replies: [_t("Replies"), "info"],
    review: [_t("Review"), "primary"],
    task: [_t("Tasks"), "secondary"],
    warning: [_t("Warnings"), "warning"],
};

/** A span of time in its two largest units. */
export function describeSpan(minutes) {
    const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
    if (days) {
        return _t("%(days)s d %(hours)s h", { days, hours });
    }
    return hours ? _t("%(hours)s h %(minutes)s min", { hours, minutes: rest }) : _t("%s min", rest);
}

/** What a person does first: one ordered list, done and undone with the keyboard. */
export class Today extends Component {
    static template = "outbound_prospecting.Today";
    static components = { Layout };
    static props = { ...standardActionServiceProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.dialog = useService("dialog");
        this.notification = useService("notification");
        this.listRef = useRef("list");
        this.day = useState(new Day(this.orm, (text) => this.notification.add(text, { type: "warning" })));
        this.clock = useState({ tick: 0 });
        this.display = { controlPanel: {} };
        useExternalListener(window, "keydown", (ev) => this.onKeydown(ev));
        useExternalListener(window, "pagehide", () => this.day.settleOnLeave());
        useExternalListener(document, "visibilitychange", () => !document.hidden && this.day.load());
        onWillStart(() => this.day.load());
        onMounted(() => {
            this.env.config.setDisplayName(_t("Today"));
            this.timer = browser.setInterval(() => this.clock.tick++, TICK);
        });
        onPatched(() => this.listRef.el?.querySelector(".o_outbound_current")?.scrollIntoView({ block: "nearest" }));
        onWillUnmount(() => {
            browser.clearInterval(this.timer);
            this.day.settleOnLeave();
        });
    }

    // ------------------------------------------------------------------ keyboard

    onKeydown(ev) {
        const busy = ev.target.closest("input, textarea, select, button, a, [contenteditable='true']");
        const key = ev.key.toLowerCase();
        const blocked = ev.ctrlKey || ev.metaKey || ev.altKey || document.querySelector(".o_dialog, .o-dropdown--menu");
        if (blocked || ev.target.closest("input, textarea, select, [contenteditable='true']")) {
            return;
        } else if (ev.key === "?") {
            this.dialog.add(KeysDialog, { keys: KEYS });
        } else if (ACTIONS[key] && !ev.repeat && !(busy && key === "enter")) {
            this[ACTIONS[key]]();
        } else {
            return;
        }
        ev.preventDefault();
    }

    showKeys() {
        this.dialog.add(KeysDialog, { keys: KEYS });
    }

    next() {
        this.day.move(1);
    }

    previous() {
        this.day.move(-1);
    }

    finish(row = this.day.row) {
        if (row?.done && this.day.mine) {
            this.day.finish(row);
        }
    }

    undo() {
        this.day.undo();
    }

    async copy(row = this.day.row) {
        if (row?.copy) {
            await browser.navigator.clipboard.writeText(row.copy);
            this.notification.add(_t("Copied"), { type: "success" });
        }
    }

    // ------------------------------------------------------------------ going there

    async open(row = this.day.row) {
        const place = row ? row.open : this.nextStep?.open;
        if (row) {
            this.day.currentKey = row.key;
        }
        if (place) {
            await this.go(place);
        }
    }

    /** @param {Object} place a record, an action with its parameters, or a verb that answers with an action */
    async go({ model, id, action, params, context, verb }) {
        await this.day.settleAll(); // what is opened next shall show what was done here
        if (verb) {
            const [verbModel, method, recordId] = verb;
            return this.action.doAction(await this.orm.call(verbModel, method, [[recordId]]));
        }
        if (model) {
            return this.action.doAction({
                type: "ir.actions.act_window",
                res_model: model,
                res_id: id,
                views: [[false, "form"]],
            });
        }
        const loaded = await this.action.loadAction(action);
        return this.action.doAction({ ...loaded, ...(params && { params }) }, { additionalContext: context });
    }

    get nextStep() {
        return this.day.steps.find((step) => step.state === "next");
    }

    lookAs(ev) {
        return this.day.lookAs(Number(ev.target.value));
    }

    lookAtMine() {
        return this.day.lookAs(user.userId);
    }

    // ------------------------------------------------------------------ words

    get groups() {
        const groups = [];
        for (const row of this.day.rows) {
            if (groups.at(-1)?.kind !== row.kind) {
                const [name, colour] = GROUPS[row.kind];
                groups.push({ kind: row.kind, name, colour, rows: [] });
            }
            groups.at(-1).rows.push(row);
        }
        return groups;
    }

    get dateLabel() {
        return this.day.now.toLocaleString({ weekday: "long", day: "numeric", month: "long" });
    }

    get lateCount() {
        return this.day.rows.filter((row) => this.isLate(row)).length;
    }

    get doneSteps() {
        return this.day.steps.filter((step) => step.state === "done").length;
    }

    isLate(row) {
        return row.clock ? deserializeDateTime(row.due) < this.day.now : Boolean(row.late);
    }

    /** How the time of a line stands: left or over for hand-offs, waited for queues, days for tasks. */
    timeLabel(row) {
        if (row.clock) {
            const minutes = Math.floor(deserializeDateTime(row.due).diff(this.day.now).as("minutes"));
            const span = describeSpan(Math.abs(minutes));
            return minutes < 0 ? _t("%s late", span) : _t("%s left", span);
        }
        if (row.age) {
            const waited = describeSpan(Math.max(0, Math.floor(this.day.now.diff(deserializeDateTime(row.due)).as("minutes"))));
            return row.count > 1 ? _t("oldest %s", waited) : _t("since %s", waited);
        }
        return row.day ? this.dayLabel(row.day) : "";
    }

    dayLabel(day) {
        const days = Math.round(this.day.now.startOf("day").diff(deserializeDate(day).startOf("day")).as("days"));
        if (days < 1) {
            return _t("today");
        }
        return days === 1 ? _t("1 day late") : _t("%s days late", days);
    }

    iconClass(row, group) {
        const colour = row.clock && this.isLate(row) ? "danger" : group.colour;
        return colour === "secondary" ? "bg-200 text-muted" : `text-${colour} bg-${colour} bg-opacity-25`;
    }

    dueLabel(due) {
        return deserializeDateTime(due).toFormat("ccc d LLL, HH:mm");
    }
}

registry.category("actions").add("outbound_today", Today);
