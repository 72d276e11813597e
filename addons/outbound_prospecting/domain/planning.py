"""On which days the touches of an enrolment fall, and how they move when something is late.

Days are those of a calendar on a wall in the prospect's zone. Two touches that the prospect notices never fall closer
together than the minimum gap, whatever was delayed; touches move to a later day, never to an earlier one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from .schedule import HORIZON_DAYS, SendCalendar, at_wall_clock, local_day


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
            # Our own work of the first day begins at once, at whatever hour of theirs.
            due = start if day == first_day else at_wall_clock(day, calendar.start, calendar.zone)
        dues.append(due)
    return dues


def real_days(steps: Sequence[Step]) -> list[int]:
    """The day each step falls on once the minimum gaps are kept, weekends and holidays aside."""
    days: list[int] = []
    previous: int | None = None
    for step in steps:
        day = step.day
        if step.outward:
            day = max(day, previous + step.gap) if previous is not None else day
            previous = day
        days.append(day)
    return days


def opening(day: date, previous: date | None, gap: int, not_before: datetime, calendar: SendCalendar) -> datetime:
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


def open_days(first: date, calendar: SendCalendar) -> Iterator[date]:
    """Days of the calendar on which something may be sent, from `first` on."""
    for days in range(HORIZON_DAYS):
        day = first + timedelta(days=days)
        if calendar.window(day):
            yield day


def spread(
    backlog: Sequence[datetime], today: date, calendar: SendCalendar, per_day: int, load: Mapping[date, int]
) -> list[date]:
    """Share a backlog out over days that have room, the longest overdue first; the days, in the order of `backlog`.

    :param backlog: dates that passed
    :param per_day: how many a day can take; at least 1 is assumed
    :param load: how many each day has already
    :raises ValueError: the calendar has no day to send on
    """
    days = open_days(today, calendar)
    try:
        day = next(days)
        used = dict(load)
        chosen = [today] * len(backlog)
        for index in sorted(range(len(backlog)), key=lambda index: backlog[index]):
            while used.get(day, 0) >= max(1, per_day):
                day = next(days)
            used[day] = used.get(day, 0) + 1
            chosen[index] = day
    except StopIteration:
        raise ValueError("no day to send on") from None
    return chosen
