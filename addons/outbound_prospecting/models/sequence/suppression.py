from collections.abc import Iterable

from odoo import _, models

from ...domain.lifecycle import EnrolmentEvent


class OutboundSuppression(models.Model):
    _inherit = "outbound.suppression"

    def _after_suppressed(self, erased_addresses: Iterable[str] = ()):
        """Whoever must not be written to leaves the sequence at once; nothing that waits is sent."""
        erased_addresses = [address for address in erased_addresses or [] if address]
        result = super()._after_suppressed(erased_addresses)
        Enrolment = self.env["outbound.enrolment"].sudo()
        open_states = [("state", "in", ["active", "paused", "replied"])]
        reasons = dict(self._fields["reason"]._description_selection(self.env))
        for suppression in self:
            people = [("email_normalized", "in", [suppression.value] if suppression.value else erased_addresses)]
            if suppression.scope == "domain":
                domain = suppression.value
                people = ["|", ("email_normalized", "=like", f"%@{domain}"), ("email_normalized", "=like", f"%.{domain}")]
            leads = ("lead_id", "in", (suppression.lead_id | suppression._get_leads()).ids)
            enrolments = Enrolment.search([*open_states, "|", leads, *people])
            enrolments._apply(EnrolmentEvent.STOP, reason=_("Suppressed: %s", reasons[suppression.reason]))
        return result
