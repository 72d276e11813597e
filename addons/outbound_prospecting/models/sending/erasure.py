from odoo import models


class OutboundTouch(models.Model):
    _inherit = "outbound.touch"

    def _forget_texts(self):
        """Mail servers name the recipient in their answers."""
        super()._forget_texts()
        self.env["outbound.delivery"].sudo().search([("touch_id", "in", self.ids)]).write({"text": False})
