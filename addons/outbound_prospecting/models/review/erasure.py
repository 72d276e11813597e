from odoo import models


class OutboundTouch(models.Model):
    _inherit = "outbound.touch"

    def _forget_texts(self):
        """What reviewers wished of texts may name the person."""
        super()._forget_texts()
        self.write({"wish": False, "wish_outcome": False})
