import { Component } from "@odoo/owl";

/**
 * What is chosen in a draft and beside it: a sentence, whose statements are marked, or a statement, whose sentences are.
 * Plain functions over `{ sentence: index of a segment or -1, statement: id or 0 }`.
 */
export const NOTHING = { sentence: -1, statement: 0 };

export function isSentenceMarked(card, proof, index) {
    return index === proof.sentence || (proof.statement && card.segments[index].statements.includes(proof.statement));
}

export function isStatementMarked(card, proof, id) {
    return id === proof.statement || Boolean(card.segments[proof.sentence]?.statements.includes(id));
}

/** The next sentence of a model's text in a direction, round and round. */
export function nextSentence(card, proof, step) {
    const places = card.segments.map((segment, index) => (segment.written ? index : -1)).filter((index) => index >= 0);
    if (!places.length) {
        return -1;
    }
    const now = places.indexOf(proof.sentence);
    return places[now < 0 ? (step > 0 ? 0 : places.length - 1) : (now + step + places.length) % places.length];
}

/** What the brief proves, with the words of the sources; those that the text rests on first. */
export class ReviewProof extends Component {
    static template = "outbound_prospecting.ReviewProof";
    static props = { card: Object, proof: Object, onWrongCompany: Function };

    choose(id) {
        const { proof } = this.props;
        Object.assign(proof, { sentence: -1, statement: proof.statement === id ? 0 : id });
    }

    isMarked(id) {
        return isStatementMarked(this.props.card, this.props.proof, id);
    }

    host(url) {
        try {
            return new URL(url).host;
        } catch {
            return "";
        }
    }

    /** Only an address of the web becomes a link, whatever a page called its own. */
    isLink(url) {
        return /^https?:\/\//i.test(url);
    }
}

/** What a model wrote before and why it was not used, folded. */
export class ReviewAttempts extends Component {
    static template = "outbound_prospecting.ReviewAttempts";
    static props = { card: Object };
}
