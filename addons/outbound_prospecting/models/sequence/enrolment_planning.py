from collections import defaultdict
from datetime import datetime, timezone

from odoo import models

from ...domain import planning
from ...domain.schedule import SendCalendar, local_day


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
        calendars = self._get_calendars()
        plans = {}
        numbers = []
        for enrolment in self:
            # Calendars of one place are the same object.
            key = (enrolment.sequence_id.id, id(calendars[enrolment.id]), enrolment.start_date)
            if key not in plans:
                steps = enrolment.sequence_id.step_ids
                dues = planning.plan(
                    [step._to_plan() for step in steps], aware(enrolment.start_date), calendars[enrolment.id]
                )
                plans[key] = (
                    len(plans),
                    [
                        (number, step.id, step.channel, naive(due))
                        for number, (step, due) in enumerate(zip(steps, dues, strict=True), 1)
                    ],
                )
            numbers.append(plans[key][0])
        rows = [(plan, *touch) for plan, touches in plans.values() for touch in touches]
        if rows:
            self._insert_touches(numbers, rows)
        self.invalidate_recordset(["touch_ids"])

    def _insert_touches(self, plans: list[int], rows: list[tuple]):
        """Insert the touches of each enrolment by the plan of its number.

        :param rows: (number of the plan, number of the touch, step id, channel, due)
        """
        plan, number, step, channel, due = zip(*rows, strict=True)
        self.env.cr.execute(
            """
            INSERT INTO outbound_touch (
                enrolment_id, step_id, lead_id, company_id, mailbox_id, number, channel, state, due_date, wake_date,
                attempts, create_date, write_date
            )
            SELECT e.id, t.step_id, e.lead_id, e.company_id, e.mailbox_id, t.number, t.channel, 'planned', t.due, t.due,
                   0, %(now)s, %(now)s
              FROM unnest(%(ids)s, %(plans)s) AS chosen (id, plan)
              JOIN outbound_enrolment e ON e.id = chosen.id
              JOIN unnest(%(plan)s, %(number)s, %(step)s, %(channel)s, %(due)s::timestamp[])
                   AS t (plan, number, step_id, channel, due) ON t.plan = chosen.plan
            """,
            {
                "now": self.env["outbound.clock"]._now(),
                "ids": self.ids,
                "plans": plans,
                "plan": list(plan),
                "number": list(number),
                "step": list(step),
                "channel": list(channel),
                "due": list(due),
            },
        )

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
        groups = (
            self.env["outbound.touch"]
            .sudo()
            ._read_group(
                [
                    ("mailbox_id", "=", mailbox.id),
                    ("enrolment_id", "not in", self.ids),
                    ("channel", "=", "email"),
                    ("wake_date", ">=", now),
                ],
                ["due_date:day"],
                ["__count"],
            )
        )
        return {day.date(): count for day, count in groups}

    def _move_touches(self, days: dict[int, int]):
        """Move waiting touches by the days of their enrolment, keep them apart, and write those that moved."""
        now = aware(self.env["outbound.clock"]._now())
        touches = self.env["outbound.touch"].sudo()
        by_enrolment = defaultdict(touches.browse)
        waiting = touches.search(
            [("enrolment_id", "in", self.ids), ("state", "in", ["planned", "drafted", "in_review", "approved"])]
        )
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
        groups = (
            self.env["outbound.touch"]
            .sudo()
            ._read_group(
                [
                    ("enrolment_id", "in", self.ids),
                    ("state", "in", ["sent", "done", "unknown"]),
                    ("channel", "!=", "internal"),
                ],
                ["enrolment_id"],
                ["done_date:max", "claimed_date:max"],
            )
        )
        return {enrolment.id: max(moment for moment in dates if moment) for enrolment, *dates in groups if any(dates)}


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
