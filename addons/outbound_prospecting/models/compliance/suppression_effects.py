from odoo import _, models
from odoo.tools import format_date

from ...domain.identity import company_key


class OutboundSuppression(models.Model):
    """What follows from a suppression, and whom it covers."""

    _inherit = "outbound.suppression"

    def _after_suppressed(self, erased_addresses: list[str] | None = None):
        """What follows from new suppressions: Odoo's blacklist, and an event on every prospect concerned.

        Rooms to the right extend this to end what they have under way.

        :param erased_addresses: addresses whose records keep only a hash
        """
        addresses = self.filtered(lambda record: record.scope == "person").mapped("value")
        self.env["mail.blacklist"]._outbound_add(filter(None, addresses))
        if erased_addresses:
            self.env["mail.blacklist"]._outbound_forget(erased_addresses)
            self.env["outbound.unsubscribe"]._forget(erased_addresses)
        rows = []
        for suppression in self:
            leads = suppression.lead_id | suppression._get_leads()
            kind = "unsubscribed" if suppression.reason == "unsubscribed" else "suppressed"
            rows += [
                {"lead_id": lead.id, "company_id": lead.company_id.id, "kind": kind, "new_value": suppression.scope}
                for lead in leads
            ]
        self.env["outbound.event"]._log(rows)

    def _describe(self) -> str:
        """Whom a suppression covers, why and since when, in one sentence."""
        self.ensure_one()
        labels = {
            "person": _("This person"),
            "domain": _("Everybody at %s", self.value or ""),
            "company": _("Everybody at companies named %s", self.value or ""),
        }
        return _(
            "%(who)s: %(reason)s, since %(date)s.",
            who=labels[self.scope],
            reason=dict(self._fields["reason"]._description_selection(self.env))[self.reason],
            date=format_date(self.env, self.date),
        )

    def _get_leads(self):
        """Prospects that a suppression covers (none when its value was erased)."""
        self.ensure_one()
        Lead = self.env["crm.lead"].sudo().with_context(active_test=False)
        if not self.value:
            return Lead
        if self.scope == "person":
            return Lead.search([("email_normalized", "=", self.value)])
        if self.scope == "domain":
            return Lead.search(
                ["|", ("email_domain_criterion", "=", f"@{self.value}"), ("website_domain", "=", self.value)]
            )
        wanted = company_key(self.value)
        names = Lead._read_group([("partner_name", "!=", False)], ["partner_name"])
        return Lead.search([("partner_name", "in", [name for (name,) in names if company_key(name) == wanted])])
