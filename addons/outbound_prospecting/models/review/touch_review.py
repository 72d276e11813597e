from odoo import models


class OutboundTouch(models.Model):
    _inherit = "outbound.touch"
