from odoo import models


class OutboundSuppression(models.Model):
    _inherit = "outbound.suppression"

    def _forget(self, leads, addresses: list[str]):
        """Rows of lists that were left out because they repeat these prospects: nobody needs them again."""
        super()._forget(leads, addresses)
        rows = self.env["outbound.import.rejection"].search([("lead_id", "in", leads.ids)])
        rows.write({"row": False, "value": False})
