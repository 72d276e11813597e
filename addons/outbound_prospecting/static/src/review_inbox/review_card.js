import { Component, markup, useEffect, useRef } from "@odoo/owl";

/** One draft with its checks on the left, and what is known about the prospect on the right. */
export class ReviewCard extends Component {
    static template = "outbound_prospecting.ReviewCard";
    static props = {
        card: Object,
        edit: { type: [Object, { value: null }], optional: true },
        finding: { type: [Object, { value: null }], optional: true },
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

    touchClass(state) {
        return { sent: "fa-check text-success", done: "fa-check text-success", failed: "fa-times text-danger" }[state] || "fa-minus text-muted";
    }
}
