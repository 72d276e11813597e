"""Invented histories of prospects: written as events, and kept as plain Python to count them a second time."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from statistics import median

START = datetime(2026, 1, 5, 8, 0)
NOW = datetime(2026, 6, 1, 12, 0)
HUMAN = ["interest", "meeting_request", "question", "objection", "not_interested", "opt_out", "other"]
MACHINE = ["out_of_office", "auto_reply", "bounce", "complaint"]
WARM = {"interest", "meeting_request", "question"}
NEGATIVE = {"not_interested", "hostile", "opt_out", "complaint"}


@dataclass
class Touch:
    id: int
    date: datetime
    kind: str
    channel: str
    details: dict
    labels: list[str] = field(default_factory=list)  # of each answer, as it was last read
    fault: str | None = None
    clicked: bool = False

    @property
    def reached(self) -> bool:
        return self.kind != "touch_failed"

    @property
    def is_mail(self) -> bool:
        return self.reached and self.channel == "email"

    def got(self, wanted) -> bool:
        return any(label in wanted for label in self.labels)


@dataclass
class Stay:
    stage: object
    date: datetime
    left: datetime | None
    lost_next: bool
    further: bool
    score: float | None
    predicted: float


@dataclass
class Person:
    lead: object
    created: datetime
    touches: list[Touch] = field(default_factory=list)
    stays: list[Stay] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)

    @property
    def reached(self) -> list[Touch]:
        return [touch for touch in self.touches if touch.reached and touch.channel != "internal"]

    @property
    def contact_date(self) -> datetime | None:
        return min((touch.date for touch in self.reached), default=None)

    def got(self, wanted) -> bool:
        return bool(self.reached) and any(touch.got(wanted) for touch in self.touches)


def percent(part, whole) -> float | None:
    return 100 * part / whole if whole else None


def per(amount, count) -> float | None:
    return amount / count if count else None


def middle(values) -> float | None:
    values = [value for value in values if value is not None]
    return median(values) if values else None


def mean(values) -> float | None:
    values = [value for value in values if value is not None]
    return sum(values) / len(values) if values else None


def days(start: datetime | None, end: datetime | None) -> float | None:
    return (end - start).total_seconds() / 86400 if start and end else None


class History:
    """Prospects with touches, answers, stages and costs, drawn from a seed.

    :param case: a test case with `env`, `team`, `sequence` and `mailbox`
    """

    def __init__(self, case, seed: int, people: int = 30):
        self.case, self.env, self.random = case, case.env, Random(seed)
        self.serial = seed * 1_000_000
        self.rows: list[dict] = []
        self.stages = self.env["crm.stage"].search([("team_ids", "in", case.team.ids)], order="sequence")
        leads = self.env["crm.lead"].create([self._draw_lead(number) for number in range(people)])
        self.people = [self._make_person(lead) for lead in leads]
        self._write()

    def _draw_lead(self, number: int) -> dict:
        draw = self.random
        return self.case.lead_values(
            f"p{self.serial}x{number}",
            stage_id=draw.choice([*self.stages[:6].ids, *self.stages.ids]),
            source_id=draw.choice([*self.case.sources.ids, False]),
            industry_id=draw.choice([*self.case.industries.ids, False]),
            user_id=draw.choice([*self.case.reps.ids, False]),
            expected_revenue=draw.choice([0, 0, 1000, 2500]),
            deal_value_estimate=draw.choice([0, 700, 4000]),
            meeting_booked_date=draw.choice([False, False, NOW]),
        )

    def _make_person(self, lead) -> Person:
        draw = self.random
        person = Person(lead, START + timedelta(days=draw.randint(0, 60), minutes=draw.randint(0, 600)))
        self._draw_touches(person)
        self._draw_stays(person)
        person.costs = [round(draw.uniform(0.01, 2), 4) for _ in range(draw.choice([0, 1, 3]))]
        return person

    def _draw_touches(self, person: Person):
        draw, date = self.random, person.created
        steps = self.case.sequence.step_ids
        for number, step in enumerate(steps[: draw.randint(0, len(steps))], 1):
            date += timedelta(days=draw.randint(1, 6), hours=draw.randint(0, 9))
            self.serial += 1
            mail = step.channel == "email"
            kind = draw.choice(["touch_sent"] * 6 + ["touch_failed"]) if mail else "touch_done"
            details = {
                "touch": self.serial, "step": step.id, "sequence": step.sequence_id.id, "number": number,
                "channel": step.channel, "mailbox": self.case.mailbox.id if mail else None, "hour": draw.randint(8, 17),
                "variant": draw.choice(["A", "B"]) if mail else None, "tier": draw.choice(["tier_1", "tier_2", None]),
                "level": draw.choice(["vp", "manager", None]), "function": draw.choice(["safety", "people", None]),
            }  # fmt: skip
            touch = Touch(self.serial, date, kind, step.channel, details)
            person.touches.append(touch)
            self._log(person, kind, date, details)
            if mail and touch.reached:
                self._draw_answers(person, touch)

    def _draw_answers(self, person: Person, touch: Touch):
        draw = self.random
        for _ in range(draw.choice([0, 0, 0, 1, 1, 2])):
            self.serial += 1
            label = draw.choice(HUMAN + MACHINE)
            fault = draw.choice(["recipient", "sender", "transient", False]) if label == "bounce" else False
            kind = {"bounce": "bounced", "complaint": "complained"}.get(label, "reply_read")
            details = {"reply": self.serial, "touch": touch.id, "label": label, "fault": fault}
            self._log(person, kind, touch.date + timedelta(hours=3), details)
            if draw.random() < 0.2:  # a person corrects it, later or within the same second
                label, fault = draw.choice(HUMAN), False
                later = touch.date + timedelta(hours=draw.choice([3, 30]))
                self._log(person, "relabelled", later, {**details, "label": label, "fault": fault})
            touch.labels.append(label)
            touch.fault = max(filter(None, [touch.fault, fault]), default=None)
        if draw.random() < 0.1:
            touch.clicked = True
            self._log(person, "clicked", touch.date + timedelta(hours=1), {"touch": touch.id})

    def _draw_stays(self, person: Person):
        draw, date = self.random, person.created
        path = [draw.choice(self.stages[:3])]
        for _ in range(draw.randint(0, 4)):
            path.append(draw.choice([stage for stage in self.stages if stage != path[-1]]))
        dates = []
        for index, stage in enumerate(path):
            score = draw.choice([None, round(draw.uniform(0, 5), 2)])
            details = {"from": path[index - 1].id if index else None, "to": stage.id, "predicted": draw.uniform(0, 100)}
            if score is not None:
                details |= {"score": score, "tier": "tier_1"}
            self._log(person, "stage_changed", date, details)
            dates.append((stage, date, score, details["predicted"]))
            date += timedelta(days=draw.choice([0, 1, 8]), hours=draw.choice([0, 5]))
        for index, (stage, entered, score, predicted) in enumerate(dates):
            after = dates[index + 1 :]
            further = any(later[0].sequence > stage.sequence and not later[0].is_lost for later in after)
            left = after[0][1] if after else None
            if left != entered:
                lost_next = bool(after and after[0][0].is_lost)
                person.stays.append(Stay(stage, entered, left, lost_next, further, score, predicted))

    def _log(self, person: Person, kind: str, date: datetime, payload: dict):
        lead = person.lead
        self.rows.append(
            {"lead_id": lead.id, "company_id": lead.company_id.id, "kind": kind, "date": date, "payload": payload}
        )

    def _write(self):
        """The same as events, in the order in which things happened; what creating the prospects left is taken away."""
        leads = self.env["crm.lead"].browse([person.lead.id for person in self.people])
        self.env.flush_all()
        self.env.cr.execute("DELETE FROM outbound_event WHERE lead_id = ANY(%s)", [leads.ids])
        for person in self.people:
            self.env.cr.execute(
                "UPDATE crm_lead SET create_date = %s, date_closed = CASE WHEN won_status = 'won' THEN %s END WHERE id = %s",
                [person.created, NOW, person.lead.id],
            )
        self.env["outbound.event"]._log(self.rows)
        self.env["outbound.provider.call"].sudo().create(
            [
                {"provider_id": self.case.provider.id, "lead_id": person.lead.id, "purpose": "test", "cost": cost}
                for person in self.people
                for cost in person.costs
            ]
        )
        self.env.flush_all()
        self.env.invalidate_all()
