from odoo import fields, models


class OutboundLink(models.Model):
    """A link of one touch: the stored target that a click leads to."""

    _name = "outbound.link"
    _description = "Tracked Link"

    touch_id = fields.Many2one("outbound.touch", required=True, ondelete="cascade", index=True)
    url = fields.Char(required=True)
    token = fields.Char(required=True, index=True)
    clicks = fields.Integer(help="By people.")
    bot_clicks = fields.Integer(help="By scanners and crawlers.")
