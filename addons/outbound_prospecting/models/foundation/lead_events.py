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
