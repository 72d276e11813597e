"""On which days the touches of an enrolment fall, and how they move when something is late.

Days are those of a calendar on a wall in the prospect's zone. Two touches that the prospect notices never fall closer
together than the minimum gap, whatever was delayed; touches move to a later day, never to an earlier one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from .schedule import SendCalendar, at_wall_clock, local_day


@dataclass(frozen=True)
class Step:
    """What a step says about its date.

    :param day: day of the sequence, 1 for the day of enrolment
    :param outward: the prospect notices it; internal work needs no distance and no business day of theirs
    :param gap: least days after the outward touch before it
    """

    day: int
    outward: bool = True
    gap: int = 0


@dataclass(frozen=True)
class Waiting:
    """A touch that is still to come, with its present date (aware, UTC)."""

    due: datetime
    outward: bool = True
    gap: int = 0


def plan(steps: Sequence[Step], start: datetime, calendar: SendCalendar) -> list[datetime]:
    """The date of each step, in their order.

    :param start: aware; nothing is planned before it
    :raises ValueError: the calendar has no day to send on
    """
    first_day = local_day(start, calendar.zone)
    dues: list[datetime] = []
    previous: date | None = None
    for step in steps:
        day = first_day + timedelta(days=step.day - 1)
        if step.outward:
            due = opening(day, previous, step.gap, start, calendar)
            previous = local_day(due, calendar.zone)
        else:
            due = max(start, at_wall_clock(day, calendar.start, calendar.zone))
        dues.append(due)
    return dues


def opening(
    day: date, previous: date | None, gap: int, not_before: datetime, calendar: SendCalendar
) -> datetime:
    """The first moment (UTC) for an outward touch on `day` or later, `gap` days after the `previous` one at least.

    :raises ValueError: the calendar has no day to send on
    """
    if previous is not None:
        day = max(day, previous + timedelta(days=gap))
    instant = calendar.next_open(max(not_before, at_wall_clock(day, calendar.start, calendar.zone)))
    if instant is None:
        raise ValueError("no day to send on")
    return instant


def push(
    waiting: Sequence[Waiting], last_touch: datetime | None, not_before: datetime, calendar: SendCalendar
) -> list[datetime]:
    """New dates after a delay: each touch keeps its date unless that would be too close to the one before it.

    :param waiting: touches to come, in the order of the sequence
    :param last_touch: when the prospect last noticed something from us (aware), or None
    :param not_before: the earliest new date
    """
    previous = local_day(last_touch, calendar.zone) if last_touch else None
    dues = []
    for touch in waiting:
        due = touch.due
        if touch.outward:
            day = local_day(due, calendar.zone)
            if previous is not None and day < previous + timedelta(days=touch.gap):
                due = opening(day, previous, touch.gap, not_before, calendar)
            previous = local_day(due, calendar.zone)
        dues.append(due)
    return dues


def shift(
    waiting: Sequence[Waiting], days: int, last_touch: datetime | None, now: datetime, calendar: SendCalendar
) -> list[datetime]:
    """New dates after a pause: all touches move by the same number of days, so that their rhythm stays.

    :param days: how far; 0 or more
    """
    moved = []
    for touch in waiting:
        day = local_day(touch.due, calendar.zone) + timedelta(days=days)
        if not days:
            due = touch.due
        elif touch.outward:
            due = opening(day, None, 0, now, calendar)
        else:
            due = max(now, at_wall_clock(day, calendar.start, calendar.zone))
        moved.append(Waiting(due, touch.outward, touch.gap))
    return push(moved, last_touch, now, calendar)


def days_late(due: datetime, now: datetime, zone: str) -> int:
    """By how many local days a touch due at `due` is late at `now`; 0 when it is not."""
    return max(0, (local_day(now, zone) - local_day(due, zone)).days)


def spread(backlog: Iterable[datetime], per_day: int) -> list[int]:
    """Share a backlog out over days: how many days from today each waits, the longest overdue first.

    :param backlog: the dates that passed, in the order of the answer
    :param per_day: how many a day can take; at least 1 is assumed
    """
    dues = list(backlog)
    order = sorted(range(len(dues)), key=lambda index: dues[index])
    waits = [0] * len(dues)
    for rank, index in enumerate(order):
        waits[index] = rank // max(1, per_day)
    return waits
