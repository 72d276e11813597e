"""When things happen: wall-clock times in IANA zones, correct across daylight saving."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

EVERY_DAY = frozenset(range(1, 8))


def parse_local_time(text: str) -> time:
    """`"07:00"` -> `time(7, 0)`; ValueError says what is wrong."""
    hours, separator, minutes = text.strip().partition(":")
    if not (separator and hours.isdigit() and minutes.isdigit() and len(minutes) == 2):
        raise ValueError(f"{text!r} is not a time")
    if int(hours) > 23 or int(minutes) > 59:
        raise ValueError(f"{text!r} is not a time of the day")
    return time(int(hours), int(minutes))


def parse_weekdays(text: str) -> frozenset[int]:
    """`"1,4"` -> Monday and Thursday (ISO numbers); empty means every day; ValueError says what is wrong."""
    if not text.strip():
        return EVERY_DAY
    days = frozenset(int(part) for part in text.split(",") if part.strip().isdigit())
    if len(days) != len({part.strip() for part in text.split(",")}) or not days <= EVERY_DAY:
        raise ValueError(f"{text!r} is not a list of weekdays")
    return days


def at_wall_clock(day: date, at: time, zone: str) -> datetime:
    """The instant (UTC) at which a clock on a wall of `zone` shows `at` on `day`.

    A time that the clock skips in spring becomes the same distance after the gap's start (02:30 -> 03:30); a time
    that it shows twice in autumn means the first one.
    """
    return datetime.combine(day, at, tzinfo=ZoneInfo(zone)).astimezone(timezone.utc)


def next_local_time(now: datetime, *, at: time, zone: str, weekdays: frozenset[int] = EVERY_DAY) -> datetime:
    """The first instant (aware, UTC) strictly after `now` when the wall clock of `zone` shows `at` on a day of `weekdays`.

    :param now: aware datetime
    :param weekdays: ISO numbers, 1 for Monday; not empty
    """
    today = now.astimezone(ZoneInfo(zone)).date()
    for days in range(9):
        day = today + timedelta(days=days)
        instant = at_wall_clock(day, at, zone)
        if day.isoweekday() in weekdays and instant > now:
            return instant
    raise ValueError("weekdays is empty")
