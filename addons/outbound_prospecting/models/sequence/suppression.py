from odoo import _, models

from ...domain.lifecycle import EnrolmentEvent
from .enrolment_rules import OPEN_STATES


class OutboundSuppression(models.Model):
    _inherit = "outbound.suppression"

    def _after_suppressed(self, erased_addresses: list[str] | None = None):
        """Whoever must not be written to leaves the sequence at once; nothing that waits is sent."""
        result = super()._after_suppressed(erased_addresses)
        reasons = dict(self._fields["reason"]._description_selection(self.env))
        covered = self._get_leads()
        for reason, suppressions in self.grouped("reason").items():
            leads = self.env["crm.lead"].union(*(covered[suppression] for suppression in suppressions))
            people = suppressions.filtered(lambda record: record.scope == "person").mapped("value")
            addresses = [*filter(None, people), *(erased_addresses or [] if reason == "erased" else [])]
            enrolments = (
                self.env["outbound.enrolment"]
                .sudo()
                .search(
                    [
                        ("state", "in", OPEN_STATES),
                        "|",
                        ("lead_id", "in", leads.ids),
                        ("email_normalized", "in", addresses),
                    ]
                )
            )
            enrolments._apply(EnrolmentEvent.STOP, reason=_("Suppressed: %s", reasons[reason]), cause="suppressed")
        return result
