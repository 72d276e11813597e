from datetime import datetime, timedelta, timezone

from odoo import api, fields, models

from ...domain.gates import Prospect
from .country_rule import POLICIES

# Won by anybody, or an open opportunity of a team that is not in outreach.
ENGAGED = [
    "|",
    ("won_status", "=", "won"),
    "&",
    "&",
    "&",
    ("won_status", "=", "pending"),
    ("active", "=", True),
    ("type", "=", "opportunity"),
    ("team_id.is_outbound", "=", False),
]
USABLE_DAYS = 365  # where no system parameter says otherwise


class OutboundLeadCompliance(models.AbstractModel):
    """Facet of `crm.lead`: may this person be written to, by law and by what they asked for."""

    _name = "outbound.lead.compliance"
    _description = "Lead facet: compliance"

    outreach_consent_date = fields.Date(
        string="Consent",
        copy=False,
        help="When the prospect agreed to be written to. Needed in countries whose rule asks for consent.",
    )
    outreach_consent_note = fields.Char(
        string="Consent Evidence", copy=False, help="How they agreed: a form, a call, a card at a fair."
    )
    data_confirmed_date = fields.Date(
        string="Data Confirmed",
        compute="_compute_data_confirmed_date",
        store=True,
        readonly=False,
        copy=False,
        help="When the contact's data was obtained or last confirmed. Data older than twelve months is not used for "
        "sending: check it and set today's date.",
    )

    do_not_contact = fields.Char(
        compute="_compute_do_not_contact", help="Why and since when outreach must not write to this prospect."
    )
    country_policy = fields.Selection(
        POLICIES, string="Rule of the Country", compute="_compute_country_policy", help="May cold mail be sent there?"
    )

    @api.depends("email_normalized", "website_domain", "partner_name")
    @api.depends_context("lang")
    def _compute_do_not_contact(self):
        suppressions = self._get_suppressions()
        for lead in self:
            suppression = suppressions.get(lead.id)
            lead.do_not_contact = suppression and suppression._describe()

    @api.depends("country_id")
    def _compute_country_policy(self):
        policies = self.env["outbound.country.rule"]._get_policies(self.country_id)
        for lead in self:
            lead.country_policy = policies[lead.country_id.id]

    @api.depends("email_from", "contact_name", "partner_name")
    def _compute_data_confirmed_date(self):
        today = self.env["outbound.clock"]._now().date()
        for lead in self:
            # Prospects that were there before the product are as old as they are; a change confirms them.
            first = not lead.data_confirmed_date and lead.create_date
            lead.data_confirmed_date = min(lead.create_date.date(), today) if first else today

    def _get_suppressions(self) -> dict[int, models.Model]:
        """The suppression that covers each lead, by id of the lead; leads that nothing covers are absent."""
        Suppression = self.env["outbound.suppression"]
        explained = Suppression._explain(
            emails=self.mapped("email_normalized"),
            domains=self.mapped("website_domain"),
            company_keys=self.mapped("partner_name"),
        )
        found = {}
        for lead in self:
            for text in (lead.email_normalized, lead.website_domain, lead.partner_name):
                if text and text in explained:
                    found[lead.id] = explained[text]
                    break
        return found

    def _get_relations(self) -> dict[int, str]:
        """Leads whose person or company is a "customer" already, or has an "open_deal" with another team.

        The company is that of the contact, or of an address in a domain of its own.
        """
        partners = self.partner_id.commercial_partner_id
        criteria = {lead.email_domain_criterion for lead in self if lead.email_domain_criterion}
        same = [("email_domain_criterion", "in", list(criteria))] if criteria else []
        if partners:
            own = [("partner_id.commercial_partner_id", "in", partners.ids)]
            same = ["|", *same, *own] if same else own
        others = self.env["crm.lead"].sudo().with_context(active_test=False)
        if same:
            others = others.search([*same, *ENGAGED])
        relations = dict.fromkeys(self.filtered(lambda lead: lead._is_known_customer()).ids, "customer")
        for lead in self - self.browse(relations):
            related = (others - lead).filtered(
                lambda other, lead=lead: (
                    (
                        (other.email_domain_criterion and other.email_domain_criterion == lead.email_domain_criterion)
                        or (
                            other.partner_id
                            and other.partner_id.commercial_partner_id == lead.partner_id.commercial_partner_id
                        )
                    )
                    and (not lead.company_id or other.company_id in (lead.company_id, lead.company_id.browse()))
                )
            )
            if related:
                won = related.filtered(lambda other: other.won_status == "won")
                relations[lead.id] = "customer" if won else "open_deal"
        return relations

    def _is_known_customer(self) -> bool:
        """Whether Odoo's accounting, where it is installed, counts the contact among its customers."""
        partner = self.sudo().partner_id.commercial_partner_id
        return "customer_rank" in partner._fields and any(rank > 0 for rank in partner.mapped("customer_rank"))

    def _get_prospect_facts(self) -> dict[int, Prospect]:
        """What the gates need to know of each lead's person. A fixed number of queries, none to name servers."""
        suppressions = self._get_suppressions()
        relations = self._get_relations()
        policies = self.env["outbound.country.rule"]._get_policies(self.country_id)
        verdicts = self.env["outbound.mail.domain"]._get_verdicts(self.mapped("email_normalized"))
        blacklisted = set(self._get_blacklisted())
        usable_for = timedelta(days=self._get_usable_days())
        facts = {}
        for lead in self:
            suppression = suppressions.get(lead.id)
            verdict = verdicts.get(lead.email_normalized)
            facts[lead.id] = Prospect(
                suppressed=suppression.scope if suppression else "",
                blacklisted=lead.email_normalized in blacklisted,
                relation=relations.get(lead.id, ""),
                policy=policies[lead.country_id.id],
                consent=bool(lead.outreach_consent_date),
                address=verdict.status if verdict else "invalid",
                confirmed=_start_of(lead.data_confirmed_date) if lead.data_confirmed_date else None,
                usable_for=usable_for,
            )
        return facts

    def _get_blacklisted(self) -> list[str]:
        entries = self.env["mail.blacklist"].sudo().search([("email", "in", self.mapped("email_normalized"))])
        return entries.mapped("email")

    @api.model
    def _get_usable_days(self) -> int:
        text = self.env["ir.config_parameter"].sudo().get_param("outbound_prospecting.data_usable_days")
        return int(text) if (text or "").isdigit() else USABLE_DAYS

    def action_suppress(self):
        """Menu: never write to these prospects again, after choosing the scope."""
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Do Not Contact"),
            "res_model": "outbound.suppress",
            "view_mode": "form",
            "target": "new",
            "context": {"default_lead_ids": self.ids},
        }


def _start_of(day) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=timezone.utc)
