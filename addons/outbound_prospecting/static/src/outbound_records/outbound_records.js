import { Component } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { View } from "@web/views/view";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";
import { useLazyField } from "../utils/lazy_values";

/**
 * Related records in a list of their own, read when the page is opened; nothing is shown while there are none.
 *
 *     <widget name="outbound_records" field="signal_ids" model="outbound.signal" view="outbound_prospecting.…"/>
 *
 * `view` is the XML id of a list, whose buttons work as everywhere.
 */
export class OutboundRecords extends Component {
    static template = "outbound_prospecting.Records";
    static components = { View };
    static props = { ...standardWidgetProps, field: String, model: String, view: String };

    setup() {
        this.lazy = useLazyField(this.props.field);
    }

    get ids() {
        return this.lazy.value ?? [];
    }

    get viewProps() {
        return {
            type: "list",
            resModel: this.props.model,
            domain: [["id", "in", this.ids]],
            context: { list_view_ref: this.props.view },
            display: { controlPanel: false },
            loadIrFilters: false,
            allowSelectors: false,
            selectRecord: () => {},
        };
    }
}

registry.category("view_widgets").add("outbound_records", {
    component: OutboundRecords,
    extractProps: ({ attrs }) => ({ field: attrs.field, model: attrs.model, view: attrs.view }),
});
