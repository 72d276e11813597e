from collections.abc import Iterable

from odoo import _, api, models
from odoo.tools import email_normalize


class MailBlacklist(models.Model):
    """Odoo's blacklist, kept in step with suppressed persons.

    Whoever is blacklisted is suppressed. Taking an address off the blacklist lifts only what the blacklist brought:
    whoever unsubscribed from outreach stays suppressed there.
    """

    _inherit = "mail.blacklist"

    @api.model_create_multi
    def create(self, vals_list):
        entries = super().create(vals_list)
        entries._outbound_suppress()
        return entries

    def write(self, vals):
        result = super().write(vals)
        if "active" in vals or "email" in vals:
            active = self.filtered("active")
            active._outbound_suppress()
            (self - active)._outbound_lift()
        return result

    def unlink(self):
        self._outbound_lift()
        return super().unlink()

    # ------------------------------------------------------------------ the blacklist leads

    def _outbound_suppress(self):
        Suppression = self.env["outbound.suppression"].sudo()
        emails = [email for email in self.filtered("active").mapped("email") if Suppression._normalise("person", email)]
        Suppression.create([{"scope": "person", "value": email, "reason": "blacklisted"} for email in emails])

    def _outbound_lift(self):
        Suppression = self.env["outbound.suppression"].sudo()
        found = Suppression._explain(emails=self.mapped("email")).values()
        brought = Suppression.union(*found).filtered(
            lambda record: record.scope == "person" and record.reason == "blacklisted"
        )
        brought._end(_("Taken off Odoo's blacklist"))

    # ------------------------------------------------------------------ suppressions lead

    @api.model
    def _outbound_add(self, emails: Iterable[str]):
        """Put addresses on the blacklist, in one batch."""
        emails = [email_normalize(email) for email in emails]
        if not emails:
            return
        # Who, why and when is on the suppression; a note on every entry would only make long lists slow.
        Blacklist = self.sudo().with_context(active_test=False, tracking_disable=True)
        known = Blacklist.search([("email", "in", emails)])
        known.filtered(lambda entry: not entry.active).action_unarchive()
        missing = set(emails) - set(known.mapped("email"))
        Blacklist.create([{"email": email} for email in sorted(missing)])

    @api.model
    def _outbound_remove(self, emails: Iterable[str]):
        self.sudo().search([("email", "in", list(emails))]).action_archive()

    @api.model
    def _outbound_forget(self, emails: Iterable[str]):
        """Remove every trace of addresses: whoever was erased is refused by a hash, not by their address."""
        emails = [email for email in emails if email]
        if emails:
            self.sudo().with_context(active_test=False).search([("email", "in", emails)]).unlink()
