"""Days, and the weeks, months, quarters and years in which they lie."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)
_MONTHS = {"m": 1, "q": 3, "h": 6, "y": 12}


@dataclass(frozen=True)
class Span:
    """Days from `first` to `last`, both included.

    :param kind: day, weekday, week, month, quarter, half, year, holiday, relative, weekend
    :param yearly: no year was said: the one before may be meant as well
    """

    first: date
    last: date
    kind: str
    yearly: bool = False


def easter(year: int) -> date:
    """Easter Sunday, by the anonymous Gregorian computus (Meeus)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def monday(day: date) -> date:
    return day - DAY * day.weekday()


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the last of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_working_days(day: date, count: int) -> date:
    while count:
        day += DAY
        count -= day.weekday() < 5
    return day


def period(first: date, months: int, kind: str, *, yearly: bool = False) -> Span:
    return Span(first, add_months(first, months) - DAY, kind, yearly)


def unit_at(day: date, unit: str) -> Span | None:
    """The week, month, quarter, ... in which a day lies."""
    if unit in "db":
        return Span(day, day, "day")
    if unit == "w":
        return Span(monday(day), monday(day) + 6 * DAY, "week")
    if unit == "k":
        return Span(monday(day) + 5 * DAY, monday(day) + 6 * DAY, "weekend")
    if unit in _MONTHS:
        size = _MONTHS[unit]
        first = date(day.year, (day.month - 1) // size * size + 1, 1)
        return period(first, size, {"m": "month", "q": "quarter", "h": "half", "y": "year"}[unit])
    return None


def shift(day: date, count: int, unit: str) -> date | None:
    if unit == "d":
        return day + count * DAY
    if unit == "b":
        return add_working_days(day, count) if count >= 0 else None
    if unit == "w":
        return day + 7 * count * DAY
    return add_months(day, _MONTHS[unit] * count) if unit in _MONTHS else None
