from odoo import models


class OutboundLeadPipeline(models.AbstractModel):
    """Whoever enters a stage is judged later by the score of that moment."""

    _inherit = "outbound.lead.pipeline"

    def _prepare_stage_event(self, old, new):
        vals = super()._prepare_stage_event(old, new)
        if self.icp_id:
            vals["payload"] |= {"score": self.icp_score, "tier": self.icp_tier or None}
        return vals
