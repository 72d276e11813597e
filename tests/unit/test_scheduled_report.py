"""When a report is due, and which hours its day has."""

from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outbound_prospecting.domain.schedule import EVERY_DAY, local_day, next_local_time
from outbound_prospecting.domain.scheduled_report import due_day, span_of_day

NINE = time(9)
BRUSSELS = "Europe/Brussels"
zones = st.sampled_from([BRUSSELS, "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe", "UTC"])
moments = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31)).map(lambda moment: moment.replace(tzinfo=timezone.utc))  # fmt: skip


def utc(*values):
    return datetime(*values, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    "now, day",
    [
        (utc(2026, 3, 27, 7, 59), None),  # 08:59 in winter
        (utc(2026, 3, 27, 8, 0), date(2026, 3, 27)),
        (utc(2026, 3, 29, 6, 59), None),  # the clocks went forward that night
        (utc(2026, 3, 29, 7, 0), date(2026, 3, 29)),
        (utc(2026, 10, 25, 7, 59), None),  # and back
        (utc(2026, 10, 25, 8, 0), date(2026, 10, 25)),
        (utc(2026, 10, 25, 22, 59), date(2026, 10, 25)),  # late is still today's
        (utc(2026, 10, 25, 23, 0), None),  # past midnight it is tomorrow
    ],
)
def test_a_report_is_due_by_the_clock_on_the_wall(now, day):
    assert due_day(now, at=NINE, zone=BRUSSELS, weekdays=EVERY_DAY) == day


def test_only_on_its_weekdays():
    days = [due_day(utc(2026, 3, 2, 20) + timedelta(days=n), at=time(14), zone=BRUSSELS, weekdays=frozenset({1, 4})) for n in range(7)]  # fmt: skip
    assert [day.isoweekday() for day in days if day] == [1, 4]


@given(moments, zones, st.integers(0, 23))
def test_whoever_is_woken_at_the_next_time_finds_it_due(now, zone, hour):
    at = time(hour)
    then = next_local_time(now, at=at, zone=zone)
    assert due_day(then, at=at, zone=zone, weekdays=EVERY_DAY) == local_day(then, zone)


@given(st.dates(date(2025, 1, 1), date(2027, 12, 31)), zones)
def test_days_follow_each_other_without_gap_or_overlap(day, zone):
    start, end = span_of_day(day, zone)
    assert end == span_of_day(day + timedelta(days=1), zone)[0]
    assert local_day(start, zone) == day == local_day(end - timedelta(seconds=1), zone)


def test_days_of_clock_changes_are_shorter_and_longer():
    hours = [(end - start) / timedelta(hours=1) for start, end in (span_of_day(day, BRUSSELS) for day in (date(2026, 3, 29), date(2026, 10, 25)))]  # fmt: skip
    assert hours == [23, 25]
