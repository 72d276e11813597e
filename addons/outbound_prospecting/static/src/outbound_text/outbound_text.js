import { Component, markup } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";
import { useLazyField } from "../utils/lazy_values";

/**
 * A computed text of the record, read when its page is opened; nothing is shown while it is empty.
 *
 *     <widget name="outbound_text" field="do_not_contact" string="Do not contact." alert="warning"/>
 *
 * `string` stands before it, `placeholder` in its place when there is none; `type="html"` for HTML of our own making.
 */
export class OutboundText extends Component {
    static template = "outbound_prospecting.Text";
    static props = {
        ...standardWidgetProps,
        field: String,
        type: { type: String, optional: true },
        label: { type: String, optional: true },
        empty: { type: String, optional: true },
        alert: { type: String, optional: true },
    };

    setup() {
        this.lazy = useLazyField(this.props.field);
    }

    get text() {
        const text = this.lazy.value || "";
        return text && this.props.type === "html" ? markup(text) : text;
    }
}

registry.category("view_widgets").add("outbound_text", {
    component: OutboundText,
    extractProps: ({ attrs }) => ({
        field: attrs.field,
        type: attrs.type,
        label: attrs.string,
        empty: attrs.placeholder,
        alert: attrs.alert,
    }),
});
