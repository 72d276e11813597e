from collections.abc import Iterable

from odoo import _, models

from ...domain.lifecycle import EnrolmentEvent


class OutboundSuppression(models.Model):
    _inherit = "outbound.suppression"

    def _after_suppressed(self, erased_addresses: Iterable[str] = ()):
        """Whoever must not be written to leaves the sequence at once; nothing that waits is sent."""
        erased_addresses = [address for address in erased_addresses or [] if address]
        result = super()._after_suppressed(erased_addresses)
        covered = self._get_leads()
        leads = self.env["crm.lead"].union(*covered.values())
        emails = [*filter(None, self.mapped("value")), *erased_addresses]
        domain = [
            ("state", "in", ["active", "paused", "replied"]),
            "|",
            ("email_normalized", "in", emails),
            ("lead_id", "in", leads.ids),
        ]
        enrolments = self.env["outbound.enrolment"].sudo().search(domain)
        reasons = dict(self._fields["reason"]._description_selection(self.env))
        for suppression, own_leads in covered.items() if enrolments else ():
            own_emails = [suppression.value] if suppression.value else erased_addresses
            own = enrolments.filtered(
                lambda one, leads=own_leads, emails=own_emails: one.lead_id in leads or one.email_normalized in emails
            )
            own._apply(EnrolmentEvent.STOP, reason=_("Suppressed: %s", reasons[suppression.reason]))
        return result
