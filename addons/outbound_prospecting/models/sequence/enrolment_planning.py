from collections import defaultdict
from datetime import datetime, timezone

from odoo import models

from ...domain import planning
from ...domain.schedule import SendCalendar, local_day

PLAN_COLUMNS = (
    "enrolment_id", "step_id", "lead_id", "company_id", "mailbox_id", "number", "channel", "state", "due_date",
    "wake_date", "attempts", "create_uid", "create_date", "write_uid", "write_date",
)  # fmt: skip


def aware(moment: datetime) -> datetime:
    """Odoo's naive UTC -> aware."""
    return moment.replace(tzinfo=timezone.utc)


def naive(moment: datetime) -> datetime:
    """Aware -> Odoo's naive UTC."""
    return moment.astimezone(timezone.utc).replace(tzinfo=None)


class OutboundEnrolment(models.Model):
    """Dates of touches: `domain.planning` decides, this asks and writes."""

    _inherit = "outbound.enrolment"

    def _get_calendars(self) -> dict[int, SendCalendar]:
        """When mail may reach each prospect, by enrolment id: the mailbox's hours where the prospect is."""
        now = self.env["outbound.clock"]._now()
        calendars = {}
        for mailbox, enrolments in self.grouped("mailbox_id").items():
            places = {one.id: mailbox._get_place(one.lead_id, one.tz) for one in enrolments}
            found = mailbox._get_calendars(set(places.values()), now)
            calendars |= {id_: found[place] for id_, place in places.items()}
        return calendars

    def _plan_touches(self):
        """Plan the touches of new enrolments with one statement; prospects of one zone and mailbox share one plan."""
        now = self.env["outbound.clock"]._now()
        calendars = self._get_calendars()
        plans = {}
        rows = []
        for enrolment in self:
            steps = enrolment.sequence_id.step_ids
            # Calendars of one place are the same object.
            key = (enrolment.sequence_id.id, id(calendars[enrolment.id]), enrolment.start_date)
            if key not in plans:
                dues = planning.plan(
                    [step._to_plan() for step in steps], aware(enrolment.start_date), calendars[enrolment.id]
                )
                plans[key] = [
                    (number, step.id, step.channel, naive(due))
                    for number, (step, due) in enumerate(zip(steps, dues, strict=True), 1)
                ]
            row = (enrolment.lead_id.id, enrolment.company_id.id or None, enrolment.mailbox_id.id or None)
            rows += [
                (enrolment.id, step_id, *row, number, channel, "planned", due, due, 0, self.env.uid, now, self.env.uid, now)
                for number, step_id, channel, due in plans[key]
            ]
        if rows:
            self.env.cr.execute_values(
                f"INSERT INTO outbound_touch ({', '.join(PLAN_COLUMNS)}) VALUES %s", rows, page_size=1000
            )
        self.invalidate_recordset(["touch_ids"])

    def _push_touches(self):
        """After a touch reached the prospect: those to come keep the minimum gap to it and to each other."""
        self._move_touches({})

    def _shift_touches(self):
        """After a pause: move what is late to the next days that have room, as many a day as the mailbox can take.

        Touches of one enrolment move together, so that their rhythm stays.
        """
        now = self.env["outbound.clock"]._now()
        days = {}
        for mailbox, enrolments in self.grouped("mailbox_id").items():
            late = {}
            for enrolment in enrolments:
                touch = enrolment.touch_ids._filter_waiting().sorted("number")[:1]
                if touch and touch.due_date < now:
                    late[enrolment.id] = touch.due_date
            if not late:
                continue
            calendar = self.browse(next(iter(late)))._get_calendars()[next(iter(late))]
            today = local_day(aware(now), calendar.zone)
            load = self._get_planned_by_day(mailbox, now) if len(late) > 1 else {}
            targets = planning.spread(
                [aware(due) for due in late.values()], today, calendar, mailbox._get_cap(today), load
            )
            for (enrolment_id, due), target in zip(late.items(), targets, strict=True):
                zone = self.browse(enrolment_id).tz or "UTC"
                days[enrolment_id] = max(0, (target - local_day(aware(due), zone)).days)
        self._move_touches(days)

    def _get_planned_by_day(self, mailbox, now: datetime) -> dict:
        """How many mails of `mailbox` are planned on each day from now on, without those of these enrolments."""
        groups = self.env["outbound.touch"].sudo()._read_group(
            [
                ("mailbox_id", "=", mailbox.id),
                ("enrolment_id", "not in", self.ids),
                ("channel", "=", "email"),
                ("wake_date", ">=", now),
            ],
            ["due_date:day"],
            ["__count"],
        )
        return {day.date(): count for day, count in groups}

    def _move_touches(self, days: dict[int, int]):
        """Move waiting touches by the days of their enrolment, keep them apart, and write those that moved."""
        now = aware(self.env["outbound.clock"]._now())
        touches = self.env["outbound.touch"].sudo()
        by_enrolment = defaultdict(touches.browse)
        waiting = touches.search([("enrolment_id", "in", self.ids), ("state", "in", ["planned", "drafted", "in_review", "approved"])])
        for touch in waiting.sorted("number"):
            by_enrolment[touch.enrolment_id] += touch
        last = self._get_last_outward_dates()
        calendars = self.browse([enrolment.id for enrolment in by_enrolment])._get_calendars()
        for enrolment, own in by_enrolment.items():
            previous = last.get(enrolment.id)
            dues = planning.shift(
                [touch._to_plan() for touch in own],
                days.get(enrolment.id, 0),
                aware(previous) if previous else None,
                now,
                calendars[enrolment.id],
            )
            for touch, due in zip(own, dues, strict=True):
                if naive(due) != touch.due_date:
                    touch.due_date = naive(due)
        waiting._set_wake_date()

    def _get_last_outward_dates(self) -> dict[int, datetime]:
        """When each prospect last noticed something of its enrolment, by enrolment id."""
        groups = self.env["outbound.touch"].sudo()._read_group(
            [
                ("enrolment_id", "in", self.ids),
                ("state", "in", ["sent", "done", "unknown"]),
                ("channel", "!=", "internal"),
            ],
            ["enrolment_id"],
            ["done_date:max", "claimed_date:max"],
        )
        return {
            enrolment.id: max(moment for moment in dates if moment) for enrolment, *dates in groups if any(dates)
        }


class OutboundSequenceStep(models.Model):
    _inherit = "outbound.sequence.step"

    def _to_plan(self) -> planning.Step:
        return planning.Step(self.day, self.channel != "internal", self._get_gap())

    def _get_gap(self) -> int:
        """Least days after the touch before it: the step's own, else the sequence's."""
        return self.minimum_gap_days or self.sequence_id.minimum_gap_days


class OutboundTouch(models.Model):
    _inherit = "outbound.touch"

    def _to_plan(self) -> planning.Waiting:
        return planning.Waiting(aware(self.due_date), self.channel != "internal", self.step_id._get_gap())
