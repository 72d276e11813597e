import { Component, useEffect, useRef } from "@odoo/owl";
import { Dropdown } from "@web/core/dropdown/dropdown";
import { DropdownItem } from "@web/core/dropdown/dropdown_item";

/** Colour of a class: green is warm, red must not be written to, yellow waits, grey was written by nobody. */
export function labelClass(label) {
    if (["interest", "meeting_request", "question"].includes(label)) {
        return "text-bg-success";
    }
    if (["opt_out", "hostile", "complaint", "privacy_request", "bounce"].includes(label)) {
        return "text-bg-danger";
    }
    if (["deferral", "objection", "referral", "wrong_person"].includes(label)) {
        return "text-bg-warning";
    }
    return "text-bg-light border";
}

/** One reply: what they wrote and why it was read so on the left, whom it is from and what was done on the right. */
export class ReplyCard extends Component {
    static template = "outbound_prospecting.ReplyCard";
    static components = { Dropdown, DropdownItem };
    static props = {
        card: Object,
        labels: Array,
        draft: { type: [Object, { value: null }], optional: true },
        onRelabel: Function,
        onSetDate: Function,
        onAcceptContact: Function,
        onOpenLead: Function,
    };

    setup() {
        this.labelClass = labelClass;
        this.areaRef = useRef("answer");
        useEffect(
            (answering) => {
                if (answering) {
                    this.areaRef.el?.focus();
                    this.areaRef.el?.scrollIntoView({ block: "center" });
                }
            },
            () => [Boolean(this.props.draft)]
        );
    }
}
