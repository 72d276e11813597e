from odoo import _, api, models

# What a prospect's record says of the company stays; what it says of the person goes.
COMPANY = ("partner_name", "website", "street", "street2", "zip", "city")
PERSONAL = ("contact_name", "email_from", "email_cc", "phone", "function", "description", "outreach_consent_note")


class OutboundSuppression(models.Model):
    """Erasure: whoever asks for it is forgotten, and recognised ever after by a hash alone."""

    _inherit = "outbound.suppression"

    @api.model
    def _erase(self, leads):
        """Forget the people behind `leads` in every record that outreach keeps, and refuse them from now on.

        What stays says nothing of a person: the company, what was done and when, and a keyed hash of the address.

        :return: all prospects of these people
        """
        Lead = self.env["crm.lead"].sudo().with_context(active_test=False)
        addresses = sorted(set(filter(None, leads.sudo().mapped("email_normalized"))))
        leads = leads.sudo() | Lead.search([("email_normalized", "in", addresses)])
        for address in addresses:
            self._suppress("person", address, "erased")
        self.sudo()._forget(leads, addresses)
        return leads

    def _forget(self, leads, addresses: list[str]):
        """Blank what is kept of the people behind `leads`. Every room extends this for its own records.

        :param leads: all their prospects, as superuser
        :param addresses: their normalised addresses
        """
        of_leads = [("res_model", "=", "crm.lead"), ("res_id", "in", leads.ids)]
        leads.with_context(active_test=False).activity_ids.unlink()
        messages = [("model", "=", "crm.lead"), ("res_id", "in", leads.ids)]
        self.env["mail.message"].search(messages).unlink()
        self.env["ir.attachment"].search(of_leads).unlink()
        for lead in leads.with_context(tracking_disable=True):
            # Without its contact Odoo would forget the company as well.
            company = {name: lead[name] for name in COMPANY}
            name = lead.partner_name or _("Erased prospect")
            lead.write({"name": name, "partner_id": False, **company, **dict.fromkeys(PERSONAL, False)})
        leads._message_log_batch(bodies={lead.id: _("The person was erased at their wish.") for lead in leads})
