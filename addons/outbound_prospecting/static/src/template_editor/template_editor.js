import { Component, markup, onWillUnmount } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { debounce } from "@web/core/utils/timing";
import { standardFieldProps } from "@web/views/fields/standard_field_props";
import { TextField, textField } from "@web/views/fields/text/text_field";

const TYPING_PAUSE = 500; // milliseconds without a key before the preview follows

/** The body of a template: plain text, with the tokens as buttons that say what they stand for. */
export class TemplateBodyField extends TextField {
    static template = "outbound_prospecting.TemplateBodyField";

    setup() {
        super.setup();
        this.follow = debounce(() => this.commit(), TYPING_PAUSE);
        onWillUnmount(() => this.follow.cancel());
    }

    get tokens() {
        return this.props.record.data.token_help || [];
    }

    onInput() {
        this.follow();
    }

    /** Insert at the cursor; a token whose value is not known here comes with room for words to use instead. */
    insert(token) {
        const area = this.textareaRef.el;
        const text = `{${token.name}}`;
        area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
        area.focus();
        area.dispatchEvent(new Event("input", { bubbles: true }));
    }

    async commit() {
        const value = this.textareaRef.el?.value;
        if (value !== undefined && value !== this.props.record.data[this.props.name]) {
            await this.props.record.update({ [this.props.name]: value });
        }
    }
}

registry.category("fields").add("outbound_template_body", {
    ...textField,
    component: TemplateBodyField,
    fieldDependencies: [{ name: "token_help", type: "json" }],
});

/** What the chosen prospect would read, and what the checks say about it. */
export class TemplatePreviewField extends Component {
    static template = "outbound_prospecting.TemplatePreviewField";
    static props = { ...standardFieldProps };

    get preview() {
        return this.props.record.data[this.props.name] || {};
    }

    get html() {
        // Escaped on the server, sentence by sentence: no value of a prospect becomes markup.
        return markup(this.preview.html || "");
    }
}

registry.category("fields").add("outbound_template_preview", {
    component: TemplatePreviewField,
    supportedTypes: ["json"],
});
