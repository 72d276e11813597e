import { Component } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

/** New prospects a day × mails each ÷ what the mailboxes may send. */
export class OutboundCapacity extends Component {
    static template = "outbound_prospecting.Capacity";
    static props = { ...standardFieldProps };

    get capacity() {
        return this.props.record.data[this.props.name] || {};
    }

    get barClass() {
        const { load } = this.capacity;
        return load > 100 ? "bg-danger" : load > 80 ? "bg-warning" : "bg-success";
    }
}

registry.category("fields").add("outbound_capacity", { component: OutboundCapacity, supportedTypes: ["json"] });
