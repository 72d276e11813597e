import { deserializeDateTime } from "@web/core/l10n/dates";
import { _t } from "@web/core/l10n/translation";
import { RPCError } from "@web/core/network/rpc";

const MODEL = "outbound.touch";
const UNDO_SECONDS = 10;
const WATCH_SECONDS = 2;
const WATCHES = 150; // five minutes: a model that takes longer is seen when the card is opened again
const AHEAD = 3; // cards read before they are looked at

/**
 * The queue behind the page. A decision is shown at once and sent at the same time; when the server refuses it,
 * the list is read anew and the reason is said, so that the page never claims what did not happen.
 */
export class ReviewQueue {
    constructor(orm, warn) {
        this.orm = orm;
        this.warn = warn;
        this.rows = [];
        this.cards = {};
        this.counts = {};
        this.total = 0;
        this.currentId = false;
        this.scope = "mine";
        this.filterName = "";
        this.search = "";
        this.canSeeAll = false;
        this.siblings = 0;
        this.loaded = false;
        this.undoable = null;
        this.reasons = null;
        this.loads = 0;
    }

    get index() {
        return this.rows.findIndex((row) => row.id === this.currentId);
    }

    get row() {
        return this.rows[this.index];
    }

    get card() {
        return this.cards[this.currentId];
    }

    get passing() {
        return this.rows.filter((row) => !row.failed);
    }

    // ------------------------------------------------------------------ reading

    /** @param {number} [openId] the card to show when it is in the list */
    async load(openId) {
        const mine = ++this.loads;
        const answer = await this.orm.call(MODEL, "get_review_queue", [], {
            scope: this.scope,
            filter_name: this.filterName,
            search: this.search,
        });
        if (mine !== this.loads) {
            return; // a later question overtook this one
        }
        const place = Math.max(this.index, 0);
        this.rows = answer.rows.map((row) => ({
            ...row,
            dueLabel: deserializeDateTime(row.due).toFormat("ccc d LLL, HH:mm"),
        }));
        this.counts = answer.counts;
        this.total = answer.total;
        this.canSeeAll = answer.can_see_all;
        this.siblings = answer.waiting_siblings;
        // Cards whose text is still the same stay on the screen until they are read anew.
        const seen = new Map(this.rows.map((row) => [row.id, row.seen]));
        this.cards = Object.fromEntries(
            Object.entries(this.cards).filter(([id, card]) => seen.get(Number(id)) === card.seen)
        );
        if (openId && seen.has(openId)) {
            this.currentId = openId;
        }
        if (!this.row) {
            this.currentId = (this.rows[place] || this.rows.at(-1))?.id || false;
        }
        this.loaded = true;
        await this.readCards({ anew: true });
    }

    async filterBy(changes) {
        Object.assign(this, changes);
        await this.load();
    }

    /** Read the present card and the next ones, so that going on costs no waiting. */
    async readCards({ anew = false } = {}) {
        const from = Math.max(this.index, 0);
        const missing = this.rows
            .slice(from, from + AHEAD)
            .map((row) => row.id)
            .filter((id) => anew || !this.cards[id]);
        if (missing.length) {
            const cards = await this.orm.silent.call(MODEL, "get_review_cards", [[]], { ids: missing });
            cards.forEach((card) => this.keep(card));
        }
        this.watch(this.currentId);
    }

    keep(card) {
        this.cards[card.id] = card;
        const row = this.rows.find((one) => one.id === card.id);
        if (row) {
            Object.assign(row, { seen: card.seen, failed: card.failed, subject: card.subject });
        }
    }

    async getReasons() {
        this.reasons ||= await this.orm.searchRead("outbound.reject.reason", [], ["name", "outcome_text"]);
        return this.reasons;
    }

    async open(id) {
        this.currentId = id;
        await this.readCards();
    }

    async move(step) {
        const row = this.rows[this.index + step];
        if (row) {
            await this.open(row.id);
        }
    }

    // ------------------------------------------------------------------ deciding

    /** Take a row from the list at once, tell the server, and undo the first when the second fails. */
    async decide(row, method, params, { undo = false } = {}) {
        this.take([row]);
        this.readCards();
        const error = await this.attempt(() => this.orm.silent.call(MODEL, method, [[row.id]], params));
        if (error) {
            await this.refused(error, row.id);
        } else if (undo) {
            this.offerUndo([row], _t("Approved the mail to %s.", row.name));
        }
    }

    async approvePassing(rows) {
        const seen = Object.fromEntries(rows.map((row) => [row.id, row.seen]));
        this.take(rows);
        let answer;
        const error = await this.attempt(async () => {
            answer = await this.orm.call(MODEL, "action_approve_passing", [rows.map((row) => row.id)], { seen });
        });
        if (error) {
            await this.refused(error);
            return;
        }
        const done = rows.filter((row) => answer.done.includes(row.id));
        if (done.length) {
            this.offerUndo(done, _t("Approved %s mails.", done.length));
        }
        if (answer.refused.length) {
            await this.refused(answer.refused.map((one) => one.message).join("\n"));
        } else {
            this.readCards();
        }
    }

    take(rows) {
        const ids = new Set(rows.map((row) => row.id));
        const next = this.rows.slice(this.index + 1).find((row) => !ids.has(row.id));
        const left = this.rows.filter((row) => !ids.has(row.id));
        if (ids.has(this.currentId)) {
            this.currentId = (next || left.at(-1))?.id || false;
        }
        this.rows = left;
        this.count(rows, -1);
    }

    /** Keep the figures of the filters true without asking again. */
    count(rows, sign) {
        this.total += sign * rows.length;
        for (const row of rows) {
            this.counts.all += sign;
            this.counts.mine += this.scope === "mine" ? sign : 0;
            this.counts[row.failed ? "failing" : "passing"] += sign;
            this.counts.overdue += row.overdue ? sign : 0;
        }
    }

    offerUndo(rows, text) {
        clearTimeout(this.undoable?.timer);
        const timer = setTimeout(() => (this.undoable = null), UNDO_SECONDS * 1000);
        this.undoable = { ids: rows.map((row) => row.id), text, timer };
    }

    async undo() {
        if (!this.undoable) {
            return;
        }
        const { ids, timer } = this.undoable;
        clearTimeout(timer);
        this.undoable = null;
        const error = await this.attempt(() => this.orm.silent.call(MODEL, "action_undo_approval", [ids]));
        if (error) {
            await this.refused(error);
        } else {
            await this.load(ids[0]);
        }
    }

    // ------------------------------------------------------------------ text

    /** @returns {Promise<string>} what went wrong, or nothing; the typed text is the caller's and stays */
    async saveText({ id, subject, body, seen }) {
        return this.attempt(async () => {
            const params = { subject, body, seen: { [id]: seen } };
            this.keep(await this.orm.silent.call(MODEL, "action_save_text", [[id]], params));
        });
    }

    async redraft(row, finding) {
        const params = finding ? { finding: finding.text, source: finding.source } : {};
        const error = await this.attempt(async () => {
            this.keep(await this.orm.call(MODEL, "action_draft_again", [[row.id]], params));
        });
        if (error) {
            await this.refused(error);
        }
    }

    /** Have a model write it again; the card says so until it is done. */
    async rewrite(row, wish) {
        const error = await this.attempt(async () => {
            this.keep(await this.orm.call(MODEL, "action_rewrite", [[row.id]], { wish, seen: { [row.id]: row.seen } }));
        });
        if (error) {
            await this.refused(error);
        }
        this.watch(row.id);
    }

    /** Look now and then whether a card that is being written is done. */
    watch(id, times = WATCHES) {
        clearTimeout(this.watching);
        if (!times || id !== this.currentId || !this.cards[id]?.origin.writing) {
            return;
        }
        this.watching = setTimeout(async () => {
            await this.attempt(async () => {
                const cards = await this.orm.silent.call(MODEL, "get_review_cards", [[]], { ids: [id] });
                cards.forEach((card) => this.keep(card));
            });
            this.watch(id, times - 1);
        }, WATCH_SECONDS * 1000);
    }

    stopWatching() {
        clearTimeout(this.watching);
    }

    /** What was read is about another company: the card comes back with the plain text, or goes. */
    async wrongCompany(row) {
        const error = await this.attempt(async () => {
            const cards = await this.orm.call(MODEL, "action_wrong_company", [[row.id]]);
            cards.forEach((card) => this.keep(card));
        });
        if (error) {
            await this.refused(error);
        } else {
            await this.load(row.id);
        }
    }

    // ------------------------------------------------------------------ errors

    /** Run a call; answer what the server said against it, or an empty text. */
    async attempt(call) {
        try {
            await call();
            return "";
        } catch (error) {
            if (error instanceof RPCError) {
                return error.data?.message || error.message;
            }
            throw error;
        }
    }

    async refused(message, id = this.currentId) {
        this.warn(message);
        await this.load(id);
    }
}
