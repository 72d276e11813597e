from odoo import models


class OutboundReply(models.Model):
    _inherit = "outbound.reply"
