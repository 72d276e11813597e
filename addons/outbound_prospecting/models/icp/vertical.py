from odoo import fields, models


class OutboundVertical(models.Model):
    """A market we go after: a name for a group of industries, used by ICPs, pilots and reports."""

    _name = "outbound.vertical"
    _description = "Vertical"
    _order = "sequence, name"

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    description = fields.Text(translate=True, help="Who they are and why they need us.")
    industry_ids = fields.Many2many(
        "res.partner.industry",
        string="Industries",
        help="A prospect whose industry is one of these belongs to the vertical.",
    )


class ResPartnerIndustry(models.Model):
    _inherit = "res.partner.industry"

    outbound_vertical_ids = fields.Many2many(
        "outbound.vertical", string="Verticals", help="Outbound verticals this industry belongs to."
    )
