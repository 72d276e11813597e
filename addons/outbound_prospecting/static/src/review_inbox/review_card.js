import { Component, markup, useEffect, useRef } from "@odoo/owl";
import { ReviewAttempts, ReviewProof, isSentenceMarked } from "./review_proof";

/** One draft with its checks on the left, and what is known about the prospect on the right. */
export class ReviewCard extends Component {
    static template = "outbound_prospecting.ReviewCard";
    static components = { ReviewAttempts, ReviewProof };
    static props = {
        card: Object,
        edit: { type: [Object, { value: null }], optional: true },
        finding: { type: [Object, { value: null }], optional: true },
        proof: Object,
        onWrongCompany: Function,
        onAddFinding: Function,
        onDropFinding: Function,
        onRedraft: Function,
        onOpenLead: Function,
        onSave: Function,
        onCancelEdit: Function,
    };

    setup() {
        this.bodyRef = useRef("body");
        useEffect(
            (editing) => {
                const area = this.bodyRef.el;
                if (editing && area) {
                    area.focus();
                    area.setSelectionRange(area.value.length, area.value.length);
                }
            },
            () => [Boolean(this.props.edit)]
        );
        this.cardRef = useRef("card");
        useEffect(
            () => {
                const { sentence, statement } = this.props.proof;
                const target = sentence >= 0 ? ".o_outbound_statement" : ".o_outbound_sentence";
                if (sentence >= 0 || statement) {
                    // Beside each other both are in view; below each other, on a phone, the other half is scrolled to.
                    this.cardRef.el?.querySelector(`${target}.o_outbound_marked`)?.scrollIntoView({ block: "nearest" });
                }
            },
            () => [this.props.proof.sentence, this.props.proof.statement]
        );
    }

    get failed() {
        return this.props.card.checks.filter((check) => !check.ok);
    }

    get passed() {
        return this.props.card.checks.filter((check) => check.ok);
    }

    get factors() {
        return this.props.card.lead.explanation?.factors || [];
    }

    get signature() {
        return markup(this.props.card.signature); // sanitised when the mailbox was saved
    }

    get rows() {
        return Math.max(10, this.props.edit.body.split("\n").length + 4);
    }

    // ------------------------------------------------------------------ proof

    isMarked(index) {
        return isSentenceMarked(this.props.card, this.props.proof, index);
    }

    chooseSentence(index) {
        const { proof } = this.props;
        Object.assign(proof, { statement: 0, sentence: proof.sentence === index ? -1 : index });
    }

    onSentenceKey(ev, index) {
        if (ev.key === "Enter" || ev.key === " ") {
            ev.preventDefault();
            this.chooseSentence(index);
        }
    }

    touchClass(state) {
        return { sent: "fa-check text-success", done: "fa-check text-success", failed: "fa-times text-danger" }[state] || "fa-minus text-muted";
    }
}
