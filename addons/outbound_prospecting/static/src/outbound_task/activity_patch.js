import { Activity } from "@mail/core/web/activity";
import { browser } from "@web/core/browser/browser";
import { _t } from "@web/core/l10n/translation";
import { useService } from "@web/core/utils/hooks";
import { patch } from "@web/core/utils/patch";

/** A task of a sequence brings its text and the profile to open, where the work is done. */
patch(Activity.prototype, {
    setup() {
        super.setup(...arguments);
        this.outboundNotification = useService("notification");
    },

    async copyOutboundText() {
        await browser.navigator.clipboard.writeText(this.props.activity.outbound_task.text);
        this.outboundNotification.add(_t("Copied"), { type: "success" });
    },
});
