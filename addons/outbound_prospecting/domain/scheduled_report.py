"""Reports that arrive by themselves: what a line is made of, when one is due, and which day it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from .schedule import at_wall_clock, local_day


@dataclass(frozen=True)
class Figure:
    """A figure and the records behind it.

    :ivar label: what it counts, "" where its line says so
    :ivar text: as people read it, with its unit
    :ivar model: of the records, and
    :ivar domain: which of them, as plain lists and strings; whoever opens it sees what they may see
    """

    text: str
    model: str
    domain: tuple[tuple[str, str, object], ...]
    label: str = ""


@dataclass(frozen=True)
class Line:
    label: str
    figures: tuple[Figure, ...]
    note: str = ""


@dataclass(frozen=True)
class Report:
    """:ivar silence: the one line that stands instead of lines when there is nothing to say"""

    title: str
    lines: tuple[Line, ...]
    silence: str


def due_day(now: datetime, *, at: time, zone: str, weekdays: frozenset[int]) -> date | None:
    """The local day whose report is due at `now` (aware), None before its hour and on days without one.

    A report that comes late is still today's; yesterday's is not made up for.
    """
    day = local_day(now, zone)
    return day if day.isoweekday() in weekdays and at_wall_clock(day, at, zone) <= now else None


def span_of_day(day: date, zone: str) -> tuple[datetime, datetime]:
    """First instant (UTC) of a local day and of the next: 23 or 25 hours apart when the clocks change."""
    return at_wall_clock(day, time(0), zone), at_wall_clock(day + timedelta(days=1), time(0), zone)
