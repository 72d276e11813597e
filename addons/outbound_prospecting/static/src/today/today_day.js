import { browser } from "@web/core/browser/browser";
import { deserializeDateTime } from "@web/core/l10n/dates";
import { RPCError } from "@web/core/network/rpc";

const MODEL = "outbound.today";
const UNDO_SECONDS = 8;
const LEFT = "outbound_today_left"; // in the session: what a page that was left still had to say
const LEFT_SECONDS = 5; // until then the server has heard of it

/**
 * The day behind the page. What is done leaves the list at once, and the server hears of it when the time to undo is
 * over or the page is left: until then nothing has happened, so that an undo needs to reverse nothing. When the server
 * refuses, the list is read anew and the reason is said.
 */
export class Day {
    constructor(orm, warn) {
        this.orm = orm;
        this.warn = warn;
        this.rows = [];
        this.totals = {};
        this.steps = [];
        this.next = false;
        this.upcoming = [];
        this.pilots = [];
        this.team = [];
        this.users = [];
        this.user = { id: false, name: "" };
        this.mine = true;
        this.currentKey = "";
        this.pending = [];
        this.skew = 0;
        this.loaded = false;
        this.loads = 0;
    }

    get index() {
        return this.rows.findIndex((row) => row.key === this.currentKey);
    }

    get row() {
        return this.rows[this.index];
    }

    /** Now, on the clock of the server. */
    get now() {
        return luxon.DateTime.now().plus(this.skew);
    }

    // ------------------------------------------------------------------ reading

    async load(userId = this.user.id) {
        const mine = ++this.loads;
        const { now, ...day } = await this.orm.silent.call(MODEL, "get_today", [userId || null]);
        if (mine !== this.loads) {
            return; // a later question overtook this one
        }
        const place = Math.max(this.index, 0);
        const left = this.readLeft();
        const held = new Set([...this.pending.map(({ row }) => row.key), ...left]);
        Object.assign(this, day, {
            rows: day.rows.filter((row) => !held.has(row.key)),
            skew: deserializeDateTime(now).diff(luxon.DateTime.now()),
            loaded: true,
        });
        if (!this.row) {
            this.currentKey = (this.rows[place] || this.rows.at(-1))?.key || "";
        }
        if (left.length) {
            browser.setTimeout(() => this.load(), LEFT_SECONDS * 1000);
        }
    }

    async lookAs(userId) {
        await this.settleAll();
        this.currentKey = "";
        await this.load(userId);
    }

    move(step) {
        const row = this.rows[this.index + step];
        if (row) {
            this.currentKey = row.key;
        }
    }

    // ------------------------------------------------------------------ doing

    /** Take a line from the list; the server hears of it a little later. */
    finish(row) {
        const index = this.rows.findIndex((one) => one.key === row.key);
        this.currentKey = (this.rows[index + 1] || this.rows[index - 1])?.key || "";
        this.rows = this.rows.filter((one) => one.key !== row.key);
        const entry = { row, index };
        entry.timer = browser.setTimeout(() => this.settle([entry]), UNDO_SECONDS * 1000);
        this.pending.push(entry);
    }

    /** Put the line that was done last back where it was. */
    undo() {
        const entry = this.pending.pop();
        if (entry) {
            browser.clearTimeout(entry.timer);
            this.rows.splice(entry.index, 0, entry.row);
            this.currentKey = entry.row.key;
        }
    }

    /** Tell the server what is done. */
    async settle(entries) {
        const keys = entries.map((entry) => entry.row.key);
        entries.forEach((entry) => browser.clearTimeout(entry.timer));
        try {
            await this.orm.silent.call(MODEL, "action_done", [toLines(entries)]);
        } catch (error) {
            if (!(error instanceof RPCError)) {
                throw error;
            }
            this.warn(error.data?.message || error.message);
        } finally {
            this.pending = this.pending.filter(({ row }) => !keys.includes(row.key));
        }
        await this.load();
    }

    async settleAll() {
        if (this.pending.length) {
            await this.settle([...this.pending]);
        }
    }

    /** The page goes away, perhaps with its tab: the browser delivers what is left. */
    settleOnLeave() {
        if (!this.pending.length) {
            return;
        }
        const left = { until: Date.now() + LEFT_SECONDS * 1000, keys: this.pending.map(({ row }) => row.key) };
        browser.sessionStorage.setItem(LEFT, JSON.stringify(left));
        this.pending.forEach((entry) => browser.clearTimeout(entry.timer));
        const params = { model: MODEL, method: "action_done", args: [toLines(this.pending)], kwargs: {} };
        const body = JSON.stringify({ jsonrpc: "2.0", method: "call", params });
        const blob = new Blob([body], { type: "application/json" });
        browser.navigator.sendBeacon(`/web/dataset/call_kw/${MODEL}/action_done`, blob);
        this.pending = [];
    }

    /** Keys of lines that were done on a page that was left a moment ago. */
    readLeft() {
        const { until = 0, keys = [] } = JSON.parse(browser.sessionStorage.getItem(LEFT) || "{}");
        return until > Date.now() ? keys : [];
    }
}

function toLines(entries) {
    return entries.map(({ row }) => [row.kind, row.id, row.done.verb]);
}
