from odoo import models


class OutboundSuppression(models.Model):
    _inherit = "outbound.suppression"

    def _forget(self, leads, addresses: list[str]):
        """What reps were told of these people."""
        super()._forget(leads, addresses)
        handoffs = self.env["outbound.handoff"].search([("lead_id", "in", leads.ids)])
        handoffs.write({"context_text": False, "note": False})
        self.env["outbound.alert"].search([("lead_id", "in", leads.ids)]).unlink()
