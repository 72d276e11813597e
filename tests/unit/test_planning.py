"""Dates of touches: days of the sequence, minimum gaps, delays, pauses and backlogs."""

import itertools
from collections import Counter
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outbound_prospecting.domain.planning import (
    Step,
    Waiting,
    open_days,
    plan,
    push,
    real_days,
    shift,
    spread,
)
from outbound_prospecting.domain.schedule import SendCalendar, local_day

STEPS = [Step(1, outward=False), *(Step(day, gap=3) for day in (3, 7, 10, 14, 18, 22, 28))]
ZONES = ["Europe/Brussels", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "America/St_Johns", "UTC"]
instants = st.datetimes(datetime(2026, 1, 1), datetime(2028, 3, 1), timezones=st.just(timezone.utc))


def calendar(zone="Europe/Brussels", **values):
    return SendCalendar(zone, time(8), time(17), **values)


def utc(text):
    return datetime.fromisoformat(text).replace(tzinfo=timezone.utc)


def days(dues, zone):
    return [local_day(due, zone) for due in dues]


def test_the_eight_touches_fall_on_their_days():
    monday = utc("2026-06-01T09:30")
    dues = plan(STEPS, monday, calendar())
    assert dues[0] == monday, "research begins at once"
    # Day 7, 14 and 28 are weekends, the days after them Mondays.
    assert [day.isoformat() for day in days(dues[1:], "Europe/Brussels")] == [
        "2026-06-03", "2026-06-08", "2026-06-11", "2026-06-15", "2026-06-18", "2026-06-22", "2026-06-29",
    ]  # fmt: skip
    assert {due.astimezone(ZoneInfo("Europe/Brussels")).time() for due in dues[1:]} == {time(8)}


def test_our_own_work_begins_at_once_at_any_hour_of_theirs():
    for hour in range(24):
        start = utc(f"2026-06-01T{hour:02}:30")
        assert plan([Step(1, outward=False)], start, calendar("Pacific/Auckland")) == [start]


def test_a_first_mail_on_day_one_leaves_no_earlier_than_the_start():
    afternoon = utc("2026-06-01T13:00")
    evening = utc("2026-06-01T19:00")
    assert plan([Step(1)], afternoon, calendar())[0] == afternoon
    assert plan([Step(1)], evening, calendar())[0] == utc("2026-06-02T06:00")


def test_holidays_move_a_touch_and_those_behind_it_keep_their_distance():
    closed = frozenset({date(2026, 6, 3), date(2026, 6, 4), date(2026, 6, 5)})
    dues = plan(STEPS, utc("2026-06-01T09:30"), calendar(holidays=closed))
    assert [day.isoformat() for day in days(dues[1:3], "Europe/Brussels")] == ["2026-06-08", "2026-06-11"]


def test_days_that_are_written_too_close_move_apart():
    steps = [Step(1, gap=3), Step(2, gap=3), Step(2, outward=False), Step(9, gap=3), Step(10, gap=5)]
    assert real_days(steps) == [1, 4, 2, 9, 14]


@given(
    start=instants,
    zone=st.sampled_from(ZONES),
    written=st.lists(st.integers(1, 40), min_size=1, max_size=10),
    gap=st.integers(1, 7),
    holidays=st.frozensets(st.dates(date(2026, 1, 1), date(2028, 4, 1)), max_size=60),
)
def test_plans_keep_gaps_order_and_business_days(start, zone, written, gap, holidays):
    where = calendar(zone, holidays=holidays)
    dues = plan([Step(day, gap=gap) for day in sorted(written)], start, where)
    planned = days(dues, zone)
    assert all(later - earlier >= timedelta(days=gap) for earlier, later in itertools.pairwise(planned))
    assert all(due >= start for due in dues)
    for day, due, number in zip(planned, dues, sorted(written), strict=True):
        window = where.window(day)
        assert window and window[0] <= due < window[1], "outside the hours in which mail may reach the prospect"
        assert (day - local_day(start, zone)).days >= number - 1, "earlier than written"


@given(
    start=instants,
    zone=st.sampled_from(ZONES),
    delay=st.integers(0, 60),
    gap=st.integers(1, 5),
    waited=st.integers(0, 40),
)
def test_delays_never_bring_touches_closer_than_the_gap(start, zone, delay, gap, waited):
    where = calendar(zone)
    dues = plan([Step(day, gap=gap) for day in (1, 5, 9, 14, 21)], start, where)
    sent = dues[0] + timedelta(days=delay)
    now = sent + timedelta(days=waited)
    rest = [Waiting(due, gap=gap) for due in dues[1:]]
    for moved in (push(rest, sent, now, where), shift(rest, waited, sent, now, where)):
        chain = [local_day(sent, zone), *days(moved, zone)]
        assert all(later - earlier >= timedelta(days=gap) for earlier, later in itertools.pairwise(chain))
        assert all(new >= old.due for new, old in zip(moved, rest, strict=True)), "moved to an earlier day"


def test_a_delay_moves_only_what_would_come_too_close():
    where = calendar()
    dues = plan(STEPS, utc("2026-06-01T09:30"), where)
    rest = [Waiting(due, gap=3) for due in dues[2:]]
    moved = push(rest, utc("2026-06-09T08:00"), utc("2026-06-09T08:00"), where)
    assert [day.isoformat() for day in days(moved, "Europe/Brussels")] == [
        "2026-06-12", "2026-06-15", "2026-06-18", "2026-06-22", "2026-06-25", "2026-06-29",
    ]  # fmt: skip


def test_a_pause_keeps_the_rhythm():
    where = calendar()
    dues = plan([Step(3, gap=3), Step(10, gap=3), Step(17, gap=3)], utc("2026-06-01T09:30"), where)
    now = utc("2026-07-01T10:00")
    moved = shift([Waiting(due, gap=3) for due in dues], 28, None, now, where)
    assert [day.isoformat() for day in days(moved, "Europe/Brussels")] == ["2026-07-01", "2026-07-08", "2026-07-15"]
    assert moved[0] == now, "not in the past"


def test_a_plan_across_the_change_of_clocks_keeps_the_local_hour():
    brussels = ZoneInfo("Europe/Brussels")
    dues = plan([Step(1, gap=3), Step(8, gap=3)], utc("2026-10-21T05:00"), calendar())
    assert [due.astimezone(brussels).time() for due in dues] == [time(8), time(8)]
    assert [due.hour for due in dues] == [6, 7]


def test_a_calendar_without_days_is_an_error_not_an_endless_loop():
    never = calendar(weekdays=frozenset())
    with pytest.raises(ValueError, match="no day"):
        plan([Step(1)], utc("2026-06-01T09:30"), never)
    with pytest.raises(ValueError, match="no day"):
        spread([utc("2026-06-01T09:30")], date(2026, 6, 2), never, 5, {})


@given(
    count=st.integers(0, 80),
    per_day=st.integers(1, 30),
    load=st.dictionaries(st.dates(date(2026, 6, 1), date(2026, 6, 30)), st.integers(0, 40), max_size=10),
)
def test_a_backlog_fills_free_days_in_order_and_none_over_its_cap(count, per_day, load):
    backlog = [utc("2026-05-01T08:00") + timedelta(hours=7 * (index * 37 % 80)) for index in range(count)]
    chosen = spread(backlog, date(2026, 6, 1), calendar(), per_day, load)
    used = Counter(chosen)
    for day, number in used.items():
        assert day.isoweekday() <= 5
        assert number + load.get(day, 0) <= per_day
    in_order = [day for _due, day in sorted(zip(backlog, chosen, strict=True))]
    assert in_order == sorted(in_order), "the longest overdue goes first"
    if chosen:
        free = [day for day in open_days(date(2026, 6, 1), calendar()) if day < max(chosen)]
        assert all(used[day] + load.get(day, 0) >= per_day for day in free), "a day with room was passed over"
