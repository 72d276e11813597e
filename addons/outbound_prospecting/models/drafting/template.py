from odoo import fields, models


class OutboundTemplate(models.Model):
    """The text of a step, in one language and one variant."""

    _name = "outbound.template"
    _description = "Outreach Template"
    _order = "step_id, lang, id"

    step_id = fields.Many2one("outbound.sequence.step", required=True, ondelete="cascade", index=True)
    name = fields.Char(string="Variant", required=True, default="A")
    lang = fields.Char(default="en_US", required=True)
    weight = fields.Integer(default=1, help="Share of prospects that get this variant, relative to its siblings.")
    active = fields.Boolean(default=True)
    subject = fields.Char(help="Empty for touches in the same thread.")
    body = fields.Text(required=True, help="Plain text with tokens such as {company} or {first_name}.")
