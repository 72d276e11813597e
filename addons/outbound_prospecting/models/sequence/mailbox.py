from odoo import api, models

from .enrolment_rules import LIVE_STATES


class OutboundMailbox(models.Model):
    """What the choice of a mailbox must know of enrolments."""

    _inherit = "outbound.mailbox"

    @api.model
    def _get_sticky(self, leads) -> dict:
        """Whoever wrote to a person last stays their sender, whatever lead carries the address."""
        emails = leads.mapped("email_normalized")
        found = (
            self.env["outbound.enrolment"]
            .sudo()
            .search([("email_normalized", "in", emails), ("mailbox_id.active", "=", True)], order="id")
        )
        by_email = {enrolment.email_normalized: enrolment.mailbox_id for enrolment in found}
        sticky = {lead.id: by_email[lead.email_normalized] for lead in leads if lead.email_normalized in by_email}
        return {**super()._get_sticky(leads), **sticky}

    def _get_loads(self) -> dict[int, int]:
        groups = (
            self.env["outbound.enrolment"]
            .sudo()
            ._read_group([("mailbox_id", "in", self.ids), ("state", "in", LIVE_STATES)], ["mailbox_id"], ["__count"])
        )
        loads = super()._get_loads()
        return loads | {mailbox.id: loads.get(mailbox.id, 0) + count for mailbox, count in groups}
