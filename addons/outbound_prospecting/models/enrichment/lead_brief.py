from odoo import api, fields, models

from .lead_research import USER


class OutboundLeadResearch(models.AbstractModel):
    """The brief of a prospect."""

    _inherit = "outbound.lead.research"

    brief_ids = fields.One2many("outbound.brief", "lead_id", readonly=True, copy=False, groups=USER)
    brief_id = fields.Many2one("outbound.brief", compute="_compute_brief", compute_sudo=True, groups=USER)

    @api.depends("brief_ids")
    def _compute_brief(self):
        for lead in self:
            lead.brief_id = lead.brief_ids[:1]

    @api.model
    def _use_evidence(self, leads, documents):
        """New facts: briefs are written again, if what they would be written from did change."""
        super()._use_evidence(leads, documents)
        self.env["outbound.brief"]._plan_worth(leads)

    @api.model
    def _use_brief(self, briefs):
        """These briefs are ready. Rooms that use them extend this."""
