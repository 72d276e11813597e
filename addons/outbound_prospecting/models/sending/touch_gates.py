from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone

from odoo import models

from ...domain.gates import Allow, Decision, Hold, Plan, Stop, decide
from ...domain.lifecycle import EnrolmentEvent, TouchEvent
from ...domain.schedule import at_wall_clock, jittered_gap, local_day


class OutboundTouch(models.Model):
    """The last look before mails leave, with their rows locked."""

    _inherit = "outbound.touch"

    def _pass_gates(self, now: datetime):
        """Which of these mails of one mailbox may leave now. The others are held, or their enrolments end, with the
        reason in words; those that only wait for the mailbox's next slot are left as they are.

        :param now: naive UTC
        :return: the touches that may leave, in their order
        """
        objections = defaultdict(self.browse)
        allowed = self.browse()
        for touch, decision in self._ask_gates(now):
            if isinstance(decision, Allow):
                allowed += touch
            elif decision.reason != "mailbox_gap" or not allowed:
                objections[decision] += touch
        for decision, touches in objections.items():
            touches._object(decision)
        return allowed

    def _ask_gates(self, now: datetime) -> Iterator[tuple[models.Model, Decision]]:
        """Each touch with its decision; every mail that is allowed takes a slot of the mailbox for those after it."""
        mailbox = self.mailbox_id
        facts = self.lead_id._get_prospect_facts()
        plans = self._get_plans()
        places = {touch: mailbox._get_place(touch.lead_id, touch.enrolment_id.tz) for touch in self}
        calendars = mailbox._get_calendars(set(places.values()), now)
        aware = now.replace(tzinfo=timezone.utc)
        pace = None
        for touch in self:
            calendar = calendars[places[touch]]
            pace = replace(pace, calendar=calendar) if pace else mailbox._get_pace(now, calendar)
            decision = decide(aware, facts[touch.lead_id.id], pace, plans[touch])
            if isinstance(decision, Allow):
                gap = jittered_gap(f"{mailbox.id}:{touch.id}", mailbox.gap_min, mailbox.gap_max)
                pace = replace(pace, free=pace.free - 1, next_slot=aware + gap)
            yield touch, decision

    def _object(self, decision: Hold | Stop):
        words = self.env["outbound.gate"]._describe(decision.reason)
        if isinstance(decision, Hold):
            until = decision.until.astimezone(timezone.utc).replace(tzinfo=None)
            # Dates are kept in whole seconds.
            until += timedelta(microseconds=-until.microsecond % 1_000_000)
            self._hold(words, until, code=decision.reason)
        elif decision.reason == "enrolment_ended":
            self._apply(TouchEvent.CANCEL, end_reason=words)
        else:
            self.enrolment_id._apply(EnrolmentEvent.STOP, reason=words, cause=decision.reason)

    def _get_plans(self) -> dict:
        """What the rooms of sequence and review know of these touches."""
        last_dates = self.enrolment_id._get_last_outward_dates()
        ahead = self.enrolment_id._count_ahead_at_company()
        plans = {}
        for touch in self:
            enrolment = touch.enrolment_id
            last = last_dates.get(enrolment.id)
            plans[touch] = Plan(
                enrolment=enrolment.state,
                due=touch.due_date.replace(tzinfo=timezone.utc),
                approved_hash=touch.text_hash or "",
                text_hash=touch._get_text_hash(),
                replied=enrolment._has_unread_reply(),
                resumes=enrolment.resume_date.replace(tzinfo=timezone.utc) if enrolment.resume_date else None,
                # Gaps are days on the prospect's wall, as when the touches were planned.
                last_touch=_start_of_day(last, enrolment.tz or "UTC") if last else None,
                minimum_gap=timedelta(days=touch.step_id._get_gap()),
                ahead_at_company=ahead.get(enrolment.id, 0),
                company_limit=enrolment.sequence_id.max_active_per_company,
            )
        return plans


class OutboundEnrolment(models.Model):
    _inherit = "outbound.enrolment"

    def _has_unread_reply(self) -> bool:
        """Whether an answer has arrived that is not applied yet. Rooms that know of replies extend this."""
        return False

    def _count_ahead_at_company(self) -> dict[int, int]:
        """People of the same company who entered outreach before each of these and are still in it, by id."""
        domains = list(filter(None, self.mapped("website_domain")))
        if not domains:
            return {}
        live = self.sudo().search_fetch(
            [("website_domain", "in", domains), ("state", "in", ["active", "paused"])], ["website_domain"]
        )
        by_domain = live.grouped("website_domain")
        return {
            one.id: sum(other.id < one.id for other in by_domain.get(one.website_domain, ()))
            for one in self
            if one.website_domain
        }


def _start_of_day(moment: datetime, zone: str) -> datetime:
    """Midnight before a moment (naive UTC) on the wall of `zone`, aware."""
    day = local_day(moment.replace(tzinfo=timezone.utc), zone)
    return at_wall_clock(day, datetime.min.time(), zone)
