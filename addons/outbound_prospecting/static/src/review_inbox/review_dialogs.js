import { Component, useExternalListener, useState } from "@odoo/owl";
import { Dialog } from "@web/core/dialog/dialog";
import { useAutofocus } from "@web/core/utils/hooks";

/** Why a draft is rejected, by number key or by click; each reason says what becomes of the prospect. */
export class RejectDialog extends Component {
    static template = "outbound_prospecting.RejectDialog";
    static components = { Dialog };
    static props = { close: Function, name: String, reasons: Array, reject: Function };

    setup() {
        this.state = useState({ reasonId: false, note: "" });
        useExternalListener(window, "keydown", (ev) => this.onKeydown(ev), { capture: true });
    }

    onKeydown(ev) {
        const typing = ev.target.closest("textarea");
        const reason = this.props.reasons[Number(ev.key) - 1];
        if (reason && !typing) {
            this.state.reasonId = reason.id;
            document.activeElement.blur(); // Enter confirms the chosen reason, not the button that has the focus
        } else if (ev.key === "Enter" && this.state.reasonId && !typing && !ev.target.closest("button")) {
            this.confirm();
        } else {
            return;
        }
        ev.preventDefault();
        ev.stopPropagation();
    }

    confirm() {
        this.props.close();
        this.props.reject(this.state.reasonId, this.state.note);
    }
}

/** What is to be different when a model writes a draft again. */
export class RewriteDialog extends Component {
    static template = "outbound_prospecting.RewriteDialog";
    static components = { Dialog };
    static props = { close: Function, name: String, left: Number, rewrite: Function };

    setup() {
        this.state = useState({ wish: "" });
        useAutofocus({ refName: "wish" });
        useExternalListener(window, "keydown", (ev) => this.onKeydown(ev), { capture: true });
    }

    onKeydown(ev) {
        if (ev.key === "Enter" && (ev.ctrlKey || ev.metaKey)) {
            ev.preventDefault();
            ev.stopPropagation();
            this.confirm();
        }
    }

    confirm() {
        this.props.close();
        this.props.rewrite(this.state.wish);
    }
}

export class KeysDialog extends Component {
    static template = "outbound_prospecting.KeysDialog";
    static components = { Dialog };
    static props = { close: Function, keys: Array };
}
