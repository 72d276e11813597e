import { deserializeDateTime } from "@web/core/l10n/dates";
import { RPCError } from "@web/core/network/rpc";

const MODEL = "outbound.reply";
const AHEAD = 3; // replies read before they are looked at

/** The list behind the page, and what its buttons ask of the server. A refusal is said and the list read anew. */
export class ReplyQueue {
    constructor(orm, warn, leadId) {
        this.orm = orm;
        this.warn = warn;
        this.leadId = leadId;
        this.rows = [];
        this.cards = {};
        this.counts = {};
        this.labels = [];
        this.total = 0;
        this.currentId = false;
        this.scope = "mine";
        this.filterName = "";
        this.search = "";
        this.canSeeAll = false;
        this.loaded = false;
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

    async load() {
        const mine = ++this.loads;
        const answer = await this.orm.call(MODEL, "get_reply_queue", [], {
            scope: this.scope,
            filter_name: this.filterName,
            search: this.search,
            lead_id: this.leadId,
        });
        if (mine !== this.loads) {
            return; // a later question overtook this one
        }
        const place = Math.max(this.index, 0);
        this.rows = answer.rows.map((row) => ({
            ...row,
            receivedLabel: deserializeDateTime(row.received).toFormat("ccc d LLL, HH:mm"),
        }));
        this.counts = answer.counts;
        this.total = answer.total;
        this.labels = answer.labels;
        this.canSeeAll = answer.can_see_all;
        if (!this.row) {
            this.currentId = (this.rows[place] || this.rows.at(-1))?.id || false;
        }
        this.loaded = true;
        await this.readCards({ anew: true });
    }

    async filterBy(changes) {
        Object.assign(this, changes, { leadId: 0 });
        await this.load();
    }

    async readCards({ anew = false } = {}) {
        const from = Math.max(this.index, 0);
        const ids = this.rows.slice(from, from + AHEAD).map((row) => row.id);
        const missing = ids.filter((id) => anew || !this.cards[id]);
        if (missing.length) {
            const cards = await this.orm.silent.call(MODEL, "get_reply_cards", [[]], { ids: missing });
            cards.forEach((card) => (this.cards[card.id] = card));
        }
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

    /** @returns {Promise<string>} what the server said against it, or nothing */
    async act(method, args = []) {
        const id = this.currentId;
        try {
            await this.orm.call(MODEL, method, [[id], ...args]);
        } catch (error) {
            if (!(error instanceof RPCError)) {
                throw error;
            }
            const message = error.data?.message || error.message;
            this.warn(message);
            await this.load();
            return message;
        }
        delete this.cards[id];
        await this.load();
        return "";
    }
}
