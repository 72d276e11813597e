from odoo import models


class OutboundIcp(models.Model):
    _inherit = "outbound.icp"
