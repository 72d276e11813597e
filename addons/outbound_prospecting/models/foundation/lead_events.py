from odoo import fields, models


class OutboundLeadEvents(models.AbstractModel):
    """Facet of `crm.lead`: what happened to the prospect, newest first."""

    _name = "outbound.lead.events"
    _description = "Lead facet: history"

    outbound_event_ids = fields.One2many(
        "outbound.event",
        "lead_id",
        string="History",
        readonly=True,
        copy=False,
        groups="outbound_prospecting.group_outbound_user",
    )

    def _merge_dependences(self, opportunities):
        """What happened to the merged leads happened to the one that remains."""
        super()._merge_dependences(opportunities)
        opportunities.sudo().outbound_event_ids.write({"lead_id": self.id})
