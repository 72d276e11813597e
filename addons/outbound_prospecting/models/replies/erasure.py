from odoo import models

ABOUT_THE_SENDER = ("email_from", "email_normalized", "subject", "text", "rest", "words", "diagnosis", "bounced_email")
ABOUT_A_CONTACT = ("contact_name", "contact_email", "contact_phone")


class OutboundSuppression(models.Model):
    _inherit = "outbound.suppression"

    def _forget(self, leads, addresses: list[str]):
        """Mails of these people with their originals, and where others named them; what class each was stays."""
        super()._forget(leads, addresses)
        Reply = self.env["outbound.reply"]
        own = Reply.search(["|", ("lead_id", "in", leads.ids), ("email_normalized", "in", addresses)])
        originals = [("res_model", "=", Reply._name), ("res_id", "in", own.ids)]
        self.env["ir.attachment"].search(originals).unlink()
        own.write(dict.fromkeys((*ABOUT_THE_SENDER, *ABOUT_A_CONTACT), False))
        Reply.search([("contact_email", "in", addresses)]).write(dict.fromkeys(ABOUT_A_CONTACT, False))
