from odoo import api, models
from odoo.fields import Domain


class OutboundLeadResearch(models.AbstractModel):
    _inherit = "outbound.lead.research"

    @api.model
    def _get_research_domain(self):
        """Whoever is in a sequence is worth research too, whatever their score."""
        enrolled = Domain("sequence_stage", "in", ("in_progress", "paused")) & Domain("won_status", "=", "pending")
        return super()._get_research_domain() | enrolled
