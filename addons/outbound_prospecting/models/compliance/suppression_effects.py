from collections import defaultdict

from odoo import _, models
from odoo.tools import format_date

from ...adapters.public_suffix import registered_domain
from ...domain.identity import company_key

SCOPES = ("person", "domain", "company")


class OutboundSuppression(models.Model):
    """What follows from a suppression, and whom it covers."""

    _inherit = "outbound.suppression"

    def _after_suppressed(self, erased_addresses: list[str] | None = None):
        """What follows from new suppressions: Odoo's blacklist, and an event on every prospect concerned.

        Rooms to the right extend this to end what they have under way.

        :param erased_addresses: addresses whose records keep only a hash
        """
        addresses = self.filtered(lambda record: record.scope == "person" and record.value).mapped("value")
        self.env["mail.blacklist"]._outbound_add(addresses)
        if erased_addresses:
            self.env["mail.blacklist"]._outbound_forget(erased_addresses)
            self.env["outbound.unsubscribe"]._forget(erased_addresses)
        rows = []
        for suppression, leads in self._get_leads().items():
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

    def _get_leads(self) -> dict:
        """Prospects that each suppression covers, by suppression: a fixed number of queries for people and domains."""
        Lead = self.env["crm.lead"].sudo().with_context(active_test=False)
        values = {scope: {record.value for record in self if record.scope == scope} - {False} for scope in SCOPES}
        people = Lead.search([("email_normalized", "in", list(values["person"]))]).grouped("email_normalized")
        staff = self._get_leads_of_domains(values["domain"])
        covered = {}
        for record in self:
            if record.scope == "person":
                leads = people.get(record.value, Lead)
            elif record.scope == "domain":
                leads = staff.get(record.value, Lead)
            else:
                leads = record._get_leads_of_company()
            covered[record] = leads | record.lead_id.sudo()
        return covered

    def _get_leads_of_domains(self, domains: set[str]) -> dict:
        """Prospects by the suppressed domain of their website or address, or of what that is a subdomain of."""
        Lead = self.env["crm.lead"].sudo().with_context(active_test=False)
        found = defaultdict(Lead.browse)
        if not domains:
            return found
        groups = Lead._read_group([("email_domain_criterion", "=like", "@%")], ["email_domain_criterion"])
        criteria = {text: registered_domain(text[1:]) for (text,) in groups}
        same = [text for text, domain in criteria.items() if domain in domains]
        leads = Lead.search(["|", ("email_domain_criterion", "in", same), ("website_domain", "in", list(domains))])
        for lead in leads:
            for domain in {lead.website_domain, criteria.get(lead.email_domain_criterion)} & domains:
                found[domain] |= lead
        return found

    def _get_leads_of_company(self):
        Lead = self.env["crm.lead"].sudo().with_context(active_test=False)
        wanted = company_key(self.value)
        names = Lead._read_group([("partner_name", "!=", False)], ["partner_name"])
        same = [name for (name,) in names if company_key(name) == wanted] if wanted else []
        return Lead.search([("partner_name", "in", same)])
