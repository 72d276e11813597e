"""Sending hours on the prospect's wall clock, across clock changes, holidays and leap days; ramp and pauses."""

from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outbound_prospecting.domain.schedule import (
    SendCalendar,
    jittered_gap,
    local_day,
    next_midnight,
    next_send_time,
    ramp_cap,
)

UTC = timezone.utc
BRUSSELS = "Europe/Brussels"  # clocks go forward on 29 March 2026 at 02:00, back on 25 October 2026 at 03:00
ZONES = [
    BRUSSELS,
    "America/New_York",
    "America/Los_Angeles",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "Asia/Tokyo",
    "Pacific/Apia",
    "UTC",
]

START = datetime(2024, 1, 1, tzinfo=UTC)

instants = st.integers(0, 11 * 365 * 86400).map(lambda seconds: START + timedelta(seconds=seconds))
times = st.times().map(lambda t: t.replace(second=0, microsecond=0, tzinfo=None))


@st.composite
def calendars(draw):
    start, end = sorted(draw(st.tuples(times, times)))
    first = draw(st.dates(date(2024, 1, 1), date(2034, 12, 31)))
    closed = draw(st.lists(st.tuples(instants, st.integers(1, 400)), max_size=3))
    return SendCalendar(
        zone=draw(st.sampled_from(ZONES)),
        start=start,
        end=end,
        weekdays=draw(st.sets(st.integers(1, 7), min_size=1).map(frozenset)),
        holidays=frozenset(first + timedelta(days=n) for n in draw(st.sets(st.integers(0, 40), max_size=20))),
        closed=tuple((begin, begin + timedelta(hours=hours)) for begin, hours in closed),
    )


def assert_inside(calendar, instant):
    """Checked by what a clock and a calendar on the prospect's wall show, not by the code under test."""
    local = instant.astimezone(ZoneInfo(calendar.zone))
    assert calendar.start <= local.time() < calendar.end
    assert local.isoweekday() in calendar.weekdays
    assert local.date() not in calendar.holidays
    assert not any(opens <= instant < closes for opens, closes in calendar.closed)


@given(instants, calendars())
def test_never_outside_the_window_nor_on_a_holiday(now, calendar):
    instant = calendar.next_open(now)
    if instant is not None:
        assert instant >= now
        assert_inside(calendar, instant)
        assert calendar.why_closed(instant) == ""


@given(instants, st.integers(0, 60 * 24 * 30), calendars())
def test_a_later_start_never_ends_earlier(now, minutes, calendar):
    first = calendar.next_open(now)
    second = calendar.next_open(now + timedelta(minutes=minutes))
    if first is not None and second is not None:
        assert first <= second


@given(instants, calendars())
def test_an_open_calendar_is_answered_with_now(now, calendar):
    assert (calendar.next_open(now) == now) == (calendar.why_closed(now) == "")


@given(instants, calendars())
def test_no_open_moment_is_passed_over(now, calendar):
    """Every quarter of an hour before the answer is closed, by the wall clock of the prospect."""
    instant = calendar.next_open(now) or now + timedelta(days=30)
    probe = now
    while probe < min(instant, now + timedelta(days=10)):
        local = probe.astimezone(ZoneInfo(calendar.zone))
        inside = (
            calendar.start <= local.time() < calendar.end
            and local.isoweekday() in calendar.weekdays
            and local.date() not in calendar.holidays
            and not any(opens <= probe < closes for opens, closes in calendar.closed)
        )
        # In the night of a clock change the window may be cut short, never stretched.
        around = (probe - timedelta(hours=30), probe + timedelta(hours=30))
        changes = len({moment.astimezone(ZoneInfo(calendar.zone)).utcoffset() for moment in around}) > 1
        assert not inside or changes, probe
        probe += timedelta(minutes=15)


@given(instants, instants, calendars())
def test_never_before_it_is_due_and_never_in_the_past(now, due, calendar):
    try:
        instant = next_send_time(now, due, calendar)
    except ValueError:
        assert calendar.next_open(max(now, due)) is None
    else:
        assert instant >= now and instant >= due


@given(instants, instants, calendars())
def test_a_clock_that_goes_back_two_hours_sends_nothing_earlier(now, due, calendar):
    try:
        instant = next_send_time(now, due, calendar)
        back = next_send_time(now - timedelta(hours=2), due, calendar)
    except ValueError:
        return
    assert back <= instant
    assert back >= due
    assert_inside(calendar, back)


def office(zone=BRUSSELS, **values):
    return SendCalendar(zone=zone, start=time(8), end=time(17), **values)


def test_eight_oclock_is_eight_oclock_on_both_sides_of_a_clock_change():
    friday_evening = datetime(2026, 10, 23, 18, 0, tzinfo=UTC)
    assert office().next_open(friday_evening) == datetime(2026, 10, 26, 7, 0, tzinfo=UTC)  # winter, UTC+1
    friday_evening = datetime(2026, 3, 27, 18, 0, tzinfo=UTC)
    assert office().next_open(friday_evening) == datetime(2026, 3, 30, 6, 0, tzinfo=UTC)  # summer, UTC+2


def test_a_window_in_the_hour_that_spring_skips():
    night = SendCalendar(BRUSSELS, time(2), time(3), weekdays=frozenset(range(1, 8)))
    before = datetime(2026, 3, 28, 12, 0, tzinfo=UTC)
    assert night.next_open(before) == datetime(2026, 3, 30, 0, 0, tzinfo=UTC)  # the 29th has no 02:00 to 03:00
    early = SendCalendar(BRUSSELS, time(2, 30), time(5), weekdays=frozenset(range(1, 8)))
    assert early.next_open(before) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)  # 03:30, as 02:30 does not exist


def test_a_window_in_the_hour_that_autumn_repeats():
    every_day = frozenset(range(1, 8))
    before = datetime(2026, 10, 24, 22, 0, tzinfo=UTC)
    late = SendCalendar(BRUSSELS, time(2, 30), time(5), weekdays=every_day)
    assert late.next_open(before) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)  # the second 02:30
    early = SendCalendar(BRUSSELS, time(1), time(2, 30), weekdays=every_day)
    second_two_fifteen = datetime(2026, 10, 25, 1, 15, tzinfo=UTC)
    assert early.why_closed(second_two_fifteen) == "hours"


def test_the_recipients_zone_decides_not_the_senders():
    noon_in_brussels = datetime(2026, 6, 3, 10, 0, tzinfo=UTC)
    assert office("Asia/Tokyo").next_open(noon_in_brussels) == datetime(2026, 6, 3, 23, 0, tzinfo=UTC)
    assert office("America/Los_Angeles").next_open(noon_in_brussels) == datetime(2026, 6, 3, 15, 0, tzinfo=UTC)


def test_a_leap_day_is_a_working_day():
    assert office("UTC").next_open(datetime(2028, 2, 28, 20, 0, tzinfo=UTC)) == datetime(2028, 2, 29, 8, 0, tzinfo=UTC)


def test_holidays_and_leaves_push_forward_together():
    christmas = frozenset({date(2026, 12, 25), date(2026, 12, 28)})
    inventory = ((datetime(2026, 12, 29, 0, 0, tzinfo=UTC), datetime(2026, 12, 30, 12, 0, tzinfo=UTC)),)
    calendar = office("UTC", holidays=christmas, closed=inventory)
    assert calendar.next_open(datetime(2026, 12, 24, 17, 0, tzinfo=UTC)) == datetime(2026, 12, 30, 12, 0, tzinfo=UTC)
    assert calendar.why_closed(datetime(2026, 12, 25, 9, 0, tzinfo=UTC)) == "holiday"
    assert calendar.why_closed(datetime(2026, 12, 26, 9, 0, tzinfo=UTC)) == "weekday"
    assert calendar.why_closed(datetime(2026, 12, 24, 17, 0, tzinfo=UTC)) == "hours"
    assert calendar.why_closed(datetime(2026, 12, 29, 9, 0, tzinfo=UTC)) == "closed"


def test_a_calendar_that_never_opens_is_an_error_and_not_a_loop():
    with pytest.raises(ValueError, match="no day"):
        next_send_time(
            datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC), SendCalendar("UTC", time(8), time(8))
        )


@given(instants, st.sampled_from(ZONES))
def test_the_next_local_day_begins_after_now_and_is_another_day(now, zone):
    midnight = next_midnight(now, zone)
    assert now < midnight <= now + timedelta(hours=49)
    assert local_day(midnight, zone) > local_day(now, zone)


def test_ramp_of_a_new_mailbox():
    def cap(days):
        first = date(2026, 1, 5)
        return ramp_cap(first + timedelta(days=days), first_day=first, start=5, full=30, weeks=8)

    assert [cap(7 * week) for week in range(10)] == [5, 8, 11, 14, 17, 20, 23, 26, 30, 30]
    assert cap(6) == 5
    assert cap(-3) == 5  # a clock that went back
    assert ramp_cap(date(2026, 1, 5), first_day=None, start=5, full=30, weeks=8) == 5
    assert ramp_cap(date(2026, 1, 5), first_day=None, start=5, full=30, weeks=0) == 30
    assert ramp_cap(date(2026, 1, 5), first_day=None, start=50, full=30, weeks=8) == 30


@given(st.integers(0, 200), st.integers(1, 60), st.integers(1, 200), st.integers(0, 30))
def test_ramp_only_rises_and_never_passes_the_cap(days, start, full, weeks):
    first = date(2026, 1, 5)

    def cap(day):
        return ramp_cap(first + timedelta(days=day), first_day=first, start=start, full=full, weeks=weeks)

    assert cap(days) <= cap(days + 1) <= full
    assert cap(weeks * 7) == full


@given(st.text(max_size=20), st.integers(0, 60), st.integers(0, 60))
def test_the_pause_is_within_its_bounds_and_repeatable(key, shortest, more):
    gap = jittered_gap(key, shortest, shortest + more)
    assert timedelta(minutes=shortest) <= gap <= timedelta(minutes=shortest + more)
    assert gap == jittered_gap(key, shortest, shortest + more)


def test_pauses_spread_over_their_range():
    gaps = [jittered_gap(f"1:{n}", 2, 10).total_seconds() / 60 for n in range(500)]
    assert min(gaps) < 2.5 and max(gaps) > 9.5
    assert 5.5 < sum(gaps) / len(gaps) < 6.5
