from datetime import datetime, timedelta, timezone

from odoo import models

from ...domain.gates import Allow, Decision, Hold, Plan, decide
from ...domain.lifecycle import EnrolmentEvent, TouchEvent
from ...domain.schedule import at_wall_clock, local_day


class OutboundTouch(models.Model):
    """The last look before a mail leaves, with its rows locked."""

    _inherit = "outbound.touch"

    def _pass_gates(self, now: datetime) -> bool:
        """Whether the touch may leave now. If not it is held, or its enrolment ends, with the reason in words.

        :param now: naive UTC
        """
        self.ensure_one()
        decision = self._ask_gates(now)
        if isinstance(decision, Allow):
            return True
        words = self.env["outbound.gate"]._describe(decision.reason)
        if isinstance(decision, Hold):
            until = decision.until.astimezone(timezone.utc).replace(tzinfo=None, microsecond=0)
            self._hold(words, until + timedelta(seconds=1), code=decision.reason)
        elif decision.reason == "enrolment_ended":
            self._apply(TouchEvent.CANCEL, end_reason=words)
        else:
            self.enrolment_id._apply(EnrolmentEvent.STOP, reason=words, cause=decision.reason)
        return False

    def _ask_gates(self, now: datetime) -> Decision:
        enrolment = self.enrolment_id
        mailbox = self.mailbox_id
        calendar = mailbox._get_calendar(mailbox._get_place(self.lead_id, enrolment.tz), now)
        return decide(
            now.replace(tzinfo=timezone.utc),
            self.lead_id._get_prospect_facts()[self.lead_id.id],
            mailbox._get_pace(now, calendar),
            self._get_plan(),
        )

    def _get_plan(self) -> Plan:
        """What the rooms of sequence and review know of this touch."""
        enrolment = self.enrolment_id
        last = enrolment._get_last_outward_dates().get(enrolment.id)
        limit = enrolment.sequence_id.max_active_per_company
        return Plan(
            enrolment=enrolment.state,
            due=self.due_date.replace(tzinfo=timezone.utc),
            approved_hash=self.text_hash or "",
            text_hash=self._get_text_hash(),
            replied=enrolment._has_unread_reply(),
            resumes=enrolment.resume_date and enrolment.resume_date.replace(tzinfo=timezone.utc),
            # Gaps are days on the prospect's wall, as when the touches were planned.
            last_touch=last and _start_of_day(last, enrolment.tz or "UTC"),
            minimum_gap=timedelta(days=self.step_id._get_gap()),
            ahead_at_company=enrolment._count_ahead_at_company() if limit else 0,
            company_limit=limit,
        )


class OutboundEnrolment(models.Model):
    _inherit = "outbound.enrolment"

    def _has_unread_reply(self) -> bool:
        """Whether an answer has arrived that is not applied yet. Rooms that know of replies extend this."""
        return False

    def _count_ahead_at_company(self) -> int:
        """People of the same company who entered outreach before this one and are still in it."""
        if not self.website_domain:
            return 0
        return self.sudo().search_count(
            [("website_domain", "=", self.website_domain), ("state", "in", ["active", "paused"]), ("id", "<", self.id)]
        )


def _start_of_day(moment: datetime, zone: str) -> datetime:
    """Midnight before a moment (naive UTC) on the wall of `zone`, aware."""
    day = local_day(moment.replace(tzinfo=timezone.utc), zone)
    return at_wall_clock(day, datetime.min.time(), zone)
