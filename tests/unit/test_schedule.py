"""Wall-clock times across daylight saving."""

from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outbound_prospecting.domain.schedule import (
    EVERY_DAY,
    at_wall_clock,
    next_local_time,
    parse_local_time,
    parse_weekdays,
)

UTC = timezone.utc
ZONES = ["Europe/Brussels", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC", "America/Sao_Paulo"]


@given(
    st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2037, 12, 31), timezones=st.just(UTC)),
    st.times().map(lambda t: t.replace(second=0, microsecond=0, tzinfo=None)),
    st.sampled_from(ZONES),
    st.sets(st.integers(1, 7), min_size=1).map(frozenset),
)
def test_next_time_is_later_on_an_allowed_day_and_none_is_skipped(now, at, zone, weekdays):
    result = next_local_time(now, at=at, zone=zone, weekdays=weekdays)
    assert now < result <= now + timedelta(days=8, hours=2)
    local = result.astimezone(ZoneInfo(zone))
    if local.time() == at:  # not in the hour that spring skips
        assert local.isoweekday() in weekdays
    day = now.astimezone(ZoneInfo(zone)).date()
    while day < local.date() - timedelta(days=1):
        instant = at_wall_clock(day, at, zone)
        assert instant <= now or day.isoweekday() not in weekdays
        day += timedelta(days=1)


def test_seven_oclock_stays_seven_oclock():
    now = datetime(2026, 10, 24, 5, 0, tzinfo=UTC)  # 07:00 summer time
    assert next_local_time(now, at=time(7), zone="Europe/Brussels") == datetime(2026, 10, 25, 6, 0, tzinfo=UTC)


def test_the_hour_that_is_skipped_and_the_one_that_comes_twice():
    assert at_wall_clock(date(2026, 3, 29), time(2, 30), "Europe/Brussels") == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert at_wall_clock(date(2026, 10, 25), time(2, 30), "Europe/Brussels") == datetime(
        2026, 10, 25, 0, 30, tzinfo=UTC
    )


def test_a_leap_day_counts():
    now = datetime(2028, 2, 28, 12, 0, tzinfo=UTC)
    assert next_local_time(now, at=time(7), zone="UTC").date() == date(2028, 2, 29)


def test_no_weekday_is_an_error():
    with pytest.raises(ValueError, match="weekdays"):
        next_local_time(datetime(2026, 1, 1, tzinfo=UTC), at=time(7), zone="UTC", weekdays=frozenset())


@pytest.mark.parametrize("text", ["7", "24:00", "07:60", "7:5", "ab:cd", ""])
def test_what_is_not_a_time(text):
    with pytest.raises(ValueError):
        parse_local_time(text)


def test_weekdays():
    assert parse_weekdays("") == EVERY_DAY
    assert parse_weekdays("1, 4") == {1, 4}
    for text in ("0", "8", "1,x", "mon"):
        with pytest.raises(ValueError):
            parse_weekdays(text)
