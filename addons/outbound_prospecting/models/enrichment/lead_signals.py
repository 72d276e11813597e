from dataclasses import replace

from odoo import api, fields, models

from .lead_research import USER


class OutboundLeadResearch(models.AbstractModel):
    """Signals feed the score through ordinary criteria, such as [("signal_ids.kind", "=", "funding")]."""

    _inherit = "outbound.lead.research"

    signal_ids = fields.One2many(
        "outbound.signal",
        "lead_id",
        string="Signals",
        domain=[("is_current", "=", True)],
        readonly=True,
        copy=False,
        groups=USER,
    )

    @api.model
    def _use_evidence(self, leads, documents):
        super()._use_evidence(leads, documents)
        Signal = self.env["outbound.signal"].sudo()
        Signal._search_documents(documents.filtered("is_current"), leads)
        Signal._fade(leads)
        leads._score_again()

    def _score_again(self):
        """Rate these prospects by what is known now."""
        for company, leads in self.grouped("company_id").items():
            if icp := self.env["outbound.icp"]._find_active(company):
                icp._score_leads(leads)

    def _merge_dependences(self, opportunities):
        """Pasted texts were moved: what they say is said of the prospect that remains."""
        super()._merge_dependences(opportunities)
        if not any((self | opportunities).mapped("is_outbound")):
            return
        documents = self.sudo()._get_documents()
        self.env["outbound.signal"].sudo()._search_documents(documents, self.sudo())


class OutboundLeadCompliance(models.AbstractModel):
    _inherit = "outbound.lead.compliance"

    def _get_prospect_facts(self):
        """Sensitive news about a company holds outreach until a person has looked at it."""
        facts = super()._get_prospect_facts()
        domain = [
            ("lead_id", "in", self.ids),
            ("sensitive", "=", True),
            ("is_current", "=", True),
            ("verdict", "=", False),
        ]
        for signal in self.env["outbound.signal"].sudo().search_fetch(domain, ["lead_id"]):
            facts[signal.lead_id.id] = replace(facts[signal.lead_id.id], sensitive=True)
        return facts
