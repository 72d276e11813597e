"""The simulated people of the company itself: a reviewer, and reps with tasks and warm prospects.

They look at their work a few times on each working day, and use the buttons that people use.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from odoo.addons.outbound_prospecting.domain.simulation import chance

from .pilot_run import pass_gates
from .prospects import Prospects

LOOKS = (time(8, 30), time(11, 0), time(14, 0), time(16, 30))
FINDING = "I saw that {company} is hiring for its operations team"
SOURCE = "https://news.example.com/"
PROMPT, SLOW = timedelta(hours=1), timedelta(days=2)
SLOW_SHARE = 0.12  # of hand-offs, acknowledged too late
REJECTED_SHARE = 0.15  # of hand-offs, no real chance in the rep's eyes
VALUES = (4000, 6000, 9000, 14000, 22000)  # what reps estimate of a deal


class People:
    """Who works on prospects.

    :param prospects: whom they meet; nobody if None
    :ivar left_alone: prospects (`crm.lead` ids) whose tasks and drafts wait from a moment on
    """

    def __init__(self, prospects: Prospects | None, zone: str, seed: int = 1) -> None:
        self.prospects = prospects
        self.zone = ZoneInfo(zone)
        self.seed = seed
        self.left_alone: dict[int, datetime] = {}

    def next_look(self, now: datetime) -> datetime:
        """The first moment after `now` (both naive UTC) at which they look at their work."""
        local = now.replace(tzinfo=timezone.utc).astimezone(self.zone)
        for days in range(8):
            day = local.date() + timedelta(days=days)
            for at in LOOKS if day.isoweekday() <= 5 else ():
                moment = datetime.combine(day, at, tzinfo=self.zone)
                if moment > local:
                    return moment.astimezone(timezone.utc).replace(tzinfo=None)
        raise AssertionError("every week has working days")

    def work(self, env) -> None:
        """Do all that waits for a person."""
        now = env["outbound.clock"]._now()
        skipped = [lead_id for lead_id, since in self.left_alone.items() if now >= since]
        own = [("lead_id", "not in", skipped), ("enrolment_id.state", "=", "active")]
        touches = env["outbound.touch"]
        for touch in touches.search([*own, ("state", "=", "open")]):
            self._do_task(touch)
        env["outbound.mailbox"].search([("state", "=", "paused"), ("pause_kind", "!=", "copy")])._resume()
        self._do_handoffs(env, now, skipped)
        touches.search([*own, ("state", "=", "in_review")]).action_approve()
        pass_gates(env)
        env.cr.commit()

    def _do_task(self, touch) -> None:
        """Research finds something to write about, LinkedIn requests are sent."""
        if touch.channel == "internal":
            company = touch.lead_id.partner_name or "your company"
            touch.enrolment_id.sudo().write({"hook": FINDING.format(company=company), "hook_source": SOURCE})
        touch.action_done()

    def _do_handoffs(self, env, now: datetime, skipped: list[int]) -> None:
        """Most warm prospects are acknowledged within an hour, a few too late; most are real chances."""
        open_ones = [("state", "in", ("assigned", "escalated")), ("lead_id", "not in", skipped)]
        for handoff in env["outbound.handoff"].search(open_ones):
            address = handoff.lead_id.email_normalized
            slow = chance(self.seed, address, "slow") < SLOW_SHARE
            if now < handoff.date + (SLOW if slow else PROMPT):
                continue
            mine = handoff.with_user(handoff.user_id)
            mine.action_acknowledge()
            meets = bool(self.prospects) and self.prospects.meets(address)
            if not meets and chance(self.seed, address, "rejected") < REJECTED_SHARE:
                mine._reject(env.ref("outbound_prospecting.handoff_reason_timing"))
                continue
            mine.action_accept()
            value = VALUES[int(chance(self.seed, address, "value") * len(VALUES))]
            handoff.lead_id.write({"deal_value_estimate": value, "expected_revenue": value})
            if meets:
                self._book(env, handoff, now)

    def _book(self, env, handoff, now: datetime) -> None:
        """A meeting on a day of the week after."""
        local = now.replace(tzinfo=timezone.utc).astimezone(self.zone)
        day = local.date() + timedelta(days=7 - local.weekday() + int(chance(self.seed, handoff.lead_id.id, "day") * 5))
        begin = datetime.combine(day, time(10), tzinfo=self.zone).astimezone(timezone.utc).replace(tzinfo=None)
        env["calendar.event"].create(
            {
                "name": f"Call with {handoff.lead_id.contact_name or handoff.lead_id.partner_name}",
                "opportunity_id": handoff.lead_id.id,
                "user_id": handoff.user_id.id,
                "start": begin,
                "stop": begin + timedelta(minutes=30),
            }
        )
