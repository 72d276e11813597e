from odoo import api, fields, models

from ...adapters.public_suffix import registered_domain
from ...domain.identity import company_domain


class OutboundLeadCompany(models.AbstractModel):
    """Facet of `crm.lead`: what is known of the prospect's company, as far as a salesperson filters by it."""

    _name = "outbound.lead.company"
    _description = "Lead facet: company facts"

    company_currency = fields.Many2one("res.currency")  # completed by crm.lead
    website_domain = fields.Char(
        string="Company Domain",
        compute="_compute_website_domain",
        store=True,
        index="btree_not_null",
        help="Registered domain of the website, else of the e-mail address (never of a free mail provider). "
        "Prospects of one domain belong to one company; imports are de-duplicated by it.",
    )
    industry_id = fields.Many2one(
        "res.partner.industry",
        index="btree_not_null",
        help="The company's industry. Verticals of the ICP are groups of industries.",
    )
    employee_count = fields.Integer(
        string="Employees", aggregator="avg", help="Headcount of the company now; 0 means not known."
    )
    employee_growth = fields.Float(
        string="Headcount Growth (%)",
        digits=(16, 1),
        aggregator="avg",
        help="Change of the headcount in percent over the period the source states (for lists with a "
        "previous headcount, since then); 0 means not known or unchanged.",
    )
    annual_revenue = fields.Monetary(
        currency_field="company_currency",
        aggregator="avg",
        help="Yearly revenue of the company as the source states it; 0 means not known.",
    )

    @api.depends("website", "email_domain_criterion")
    def _compute_website_domain(self):
        for lead in self:
            # Odoo's criterion is "@domain" for company mail, the whole address for free mail providers.
            criterion = lead.email_domain_criterion or ""
            mail_domain = criterion[1:] if criterion.startswith("@") else ""
            lead.website_domain = company_domain(lead.website, mail_domain, registered_domain) or False

    def _merge_get_fields(self):
        # Of each fact the first that is known, in order of confidence; the domain follows from the website.
        return [*super()._merge_get_fields(), "industry_id", "employee_count", "employee_growth", "annual_revenue"]
