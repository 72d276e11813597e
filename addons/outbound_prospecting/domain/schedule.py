"""When things happen: wall-clock times in IANA zones, correct across daylight saving; how much a mailbox may send."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

EVERY_DAY = frozenset(range(1, 8))
WORKING_DAYS = frozenset(range(1, 6))
HORIZON_DAYS = 400  # a calendar that is closed for longer than a year is a mistake, not a wait


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
    """First instant (aware, UTC) strictly after `now` when the wall clock of `zone` shows `at` on one of `weekdays`.

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


@dataclass(frozen=True)
class SendCalendar:
    """When mail may reach a prospect, all on the wall clock of the prospect's zone.

    :param zone: IANA name
    :param start: the first minute of the day's window; `end` is the first minute after it
    :param weekdays: ISO numbers, 1 for Monday
    :param holidays: local dates without mail
    :param closed: instants (aware), as half-open spans in which the sender does not work
    """

    zone: str
    start: time
    end: time
    weekdays: frozenset[int] = WORKING_DAYS
    holidays: frozenset[date] = frozenset()
    closed: tuple[tuple[datetime, datetime], ...] = ()

    def window(self, day: date) -> tuple[datetime, datetime] | None:
        """The span (UTC) of `day` in which every instant shows a time of the window; None on days without one.

        In the night of a clock change the span is rather too short than too long: a start that the clock shows
        twice means the second time, an end the first.
        """
        if day.isoweekday() not in self.weekdays or day in self.holidays:
            return None
        opens = max(_both_folds(day, self.start, self.zone))
        closes = min(_both_folds(day, self.end, self.zone))
        return (opens, closes) if opens < closes else None

    def next_open(self, after: datetime) -> datetime | None:
        """The first instant (aware, UTC) at or after `after` at which mail may leave; None if there is none."""
        instant = after.astimezone(timezone.utc)
        first_day = day = local_day(instant, self.zone)
        while (day - first_day).days <= HORIZON_DAYS:
            window = self.window(day)
            instant = self._after_closed(max(instant, window[0])) if window else instant
            if window and window[0] <= instant < window[1]:
                return instant
            day += timedelta(days=1)
        return None

    def why_closed(self, at: datetime) -> str:
        """What keeps the calendar shut at `at`: "holiday", "weekday", "hours", "closed", or "" when it is open."""
        day = local_day(at, self.zone)
        if day in self.holidays:
            return "holiday"
        if day.isoweekday() not in self.weekdays:
            return "weekday"
        window = self.window(day)
        if not window or not window[0] <= at < window[1]:
            return "hours"
        return "closed" if self._after_closed(at) != at else ""

    def _after_closed(self, instant: datetime) -> datetime:
        for opens, closes in sorted(self.closed):
            if opens <= instant < closes:
                instant = closes
        return instant


def _both_folds(day: date, at: time, zone: str) -> tuple[datetime, datetime]:
    return at_wall_clock(day, at.replace(fold=0), zone), at_wall_clock(day, at.replace(fold=1), zone)


def next_send_time(now: datetime, due: datetime, calendar: SendCalendar) -> datetime:
    """When a mail that is due at `due` may leave, seen from `now`: never before either, never outside the calendar.

    :param now: aware datetime; `due` too
    :raises ValueError: the calendar has no day to send on
    """
    instant = calendar.next_open(max(now, due))
    if instant is None:
        raise ValueError("no day to send on")
    return instant


def local_day(now: datetime, zone: str) -> date:
    """The date that a calendar on a wall of `zone` shows at `now` (aware)."""
    return now.astimezone(ZoneInfo(zone)).date()


def local_hour(now: datetime, zone: str) -> int:
    """The hour, 0 to 23, that a clock on a wall of `zone` shows at `now` (aware)."""
    return now.astimezone(ZoneInfo(zone)).hour


def next_midnight(now: datetime, zone: str) -> datetime:
    """The instant (UTC) at which the next local day begins: daily caps count anew."""
    return at_wall_clock(local_day(now, zone) + timedelta(days=1), time(0), zone)


def ramp_cap(day: date, *, first_day: date | None, start: int, full: int, weeks: int) -> int:
    """How many mails a mailbox may send on `day`: `start` in its first week, `full` after `weeks`, in weekly steps.

    :param first_day: the day of its first mail; None when it has sent nothing yet
    """
    if weeks <= 0 or start >= full:
        return full
    week = (day - first_day).days // 7 if first_day and day > first_day else 0
    return min(full, start + (full - start) * week // weeks)


def jittered_gap(key: str, shortest: int, longest: int) -> timedelta:
    """The pause after a mail: between `shortest` and `longest` minutes, to the second, always the same for one key."""
    span = max(longest - shortest, 0) * 60
    number = int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big")
    return timedelta(seconds=shortest * 60 + number % (span + 1))
