from odoo import models


class OutboundSuppression(models.Model):
    _inherit = "outbound.suppression"

    def _forget(self, leads, addresses: list[str]):
        """Evidence pasted for these people, what was made of it, and what models answered; the company's pages stay."""
        super()._forget(leads, addresses)
        self.env["outbound.brief"].search([("lead_id", "in", leads.ids)]).unlink()
        self.env["outbound.assessment"].search([("lead_id", "in", leads.ids)])._forget()
        self.env["outbound.document"].search([("lead_id", "in", leads.ids)]).unlink()
        self.env["outbound.provider.call"].search([("lead_id", "in", leads.ids)]).write({"answer": False})
