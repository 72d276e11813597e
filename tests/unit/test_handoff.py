"""Hand-offs: deadlines in working time across weekends and clock changes, and a flow that ends."""

from datetime import date, datetime, time, timedelta, timezone
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outbound_prospecting.domain.handoff import (
    ENDED,
    FLOW,
    OPEN,
    Event,
    IllegalEvent,
    Late,
    State,
    answer_by,
    free_from,
    look,
    next_state,
    plan_hours,
    worked_hours,
)

BERLIN = ZoneInfo("Europe/Berlin")
HOUR = timedelta(hours=1)


def week(first: date, days=14, closed=(), zone=BERLIN):
    """Working time from Monday to Friday, 09:00-12:00 and 13:00-17:00 on the wall clock."""
    spans = []
    for number in range(days):
        day = first + timedelta(days=number)
        if day.isoweekday() > 5 or day in closed:
            continue
        for opens, closes in ((9, 12), (13, 17)):
            spans.append((datetime.combine(day, time(opens), zone), datetime.combine(day, time(closes), zone)))
    return spans


def local(*parts, zone=BERLIN):
    return datetime(*parts, tzinfo=zone)


MARCH = week(date(2026, 3, 2))


@pytest.mark.parametrize(
    "at, days, due",
    [
        ((2026, 3, 2, 10), 0, (2026, 3, 2, 17)),  # the same business day
        ((2026, 3, 2, 7), 0, (2026, 3, 2, 17)),  # before work begins
        ((2026, 3, 2, 10), 1, (2026, 3, 3, 17)),  # the next one
        ((2026, 3, 6, 16, 40), 0, (2026, 3, 9, 9, 40)),  # no time left: an hour of work, on Monday
        ((2026, 3, 6, 19), 0, (2026, 3, 9, 17)),  # Friday evening
        ((2026, 3, 7, 11), 0, (2026, 3, 9, 17)),  # Saturday
        ((2026, 3, 6, 10), 1, (2026, 3, 9, 17)),  # Friday, next business day
        ((2026, 3, 6, 22), 1, (2026, 3, 9, 17)),  # Friday night, next business day
        ((2026, 3, 7, 11), 1, (2026, 3, 9, 17)),
        ((2026, 3, 7, 11), 2, (2026, 3, 10, 17)),
        ((2026, 3, 2, 7), 1, (2026, 3, 3, 17)),
    ],
)
def test_deadline(at, days, due):
    assert answer_by(local(*at), MARCH, days=days, least=HOUR) == local(*due)


def test_a_holiday_is_no_business_day():
    spans = week(date(2026, 3, 2), closed=[date(2026, 3, 9)])
    assert answer_by(local(2026, 3, 6, 19), spans, days=0, least=HOUR) == local(2026, 3, 10, 17)


def test_in_the_week_of_the_clock_change_the_wall_counts():
    spans = week(date(2026, 3, 23))
    friday = local(2026, 3, 27, 18).astimezone(timezone.utc)
    due = answer_by(friday, spans, days=0, least=HOUR)
    assert due.astimezone(timezone.utc) == datetime(2026, 3, 30, 15, tzinfo=timezone.utc), "17:00 summer time"
    assert answer_by(local(2026, 3, 20, 18), week(date(2026, 3, 16)), days=0, least=HOUR).astimezone(
        timezone.utc
    ) == datetime(2026, 3, 23, 16, tzinfo=timezone.utc), "17:00 winter time"


def test_no_working_time_means_no_deadline():
    assert answer_by(local(2026, 3, 2, 9), [], days=0, least=HOUR) is None
    assert answer_by(local(2026, 3, 13, 9), MARCH, days=1, least=HOUR) is None
    assert plan_hours(local(2026, 3, 13, 16), MARCH, 2) is None
    assert free_from(local(2026, 3, 14, 9), MARCH) is None


def test_hours_of_work():
    assert plan_hours(local(2026, 3, 6, 16), MARCH, 2) == local(2026, 3, 9, 10)
    assert worked_hours(local(2026, 3, 6, 16), local(2026, 3, 9, 10), MARCH) == 2
    assert worked_hours(local(2026, 3, 2, 11), local(2026, 3, 2, 14), MARCH) == 2, "without the lunch break"
    assert worked_hours(local(2026, 3, 9, 10), local(2026, 3, 6, 16), MARCH) == 0
    assert free_from(local(2026, 3, 2, 12, 30), MARCH) == local(2026, 3, 2, 13)


instants = st.integers(0, 9 * 24 * 60).map(lambda minutes: local(2026, 3, 1) + timedelta(minutes=minutes))


@given(instants, st.integers(0, 3), st.integers(0, 300))
def test_a_deadline_leaves_time_and_lies_in_working_time(now, days, minutes):
    least = timedelta(minutes=minutes)
    due = answer_by(now, MARCH, days=days, least=least)
    if due is not None:
        assert worked_hours(now, due, MARCH) * 3600 >= least.total_seconds() - 1e-6
        assert any(start <= due <= end for start, end in MARCH)
        assert answer_by(now, MARCH, days=days + 1, least=least) in (None, due) or due < answer_by(
            now, MARCH, days=days + 1, least=least
        )


@given(instants, st.floats(0.25, 20))
def test_planned_hours_are_worked_hours(now, hours):
    end = plan_hours(now, MARCH, hours)
    if end is not None:
        assert worked_hours(now, end, MARCH) == pytest.approx(hours)


# ---------------------------------------------------------------------- flow


def test_what_has_ended_ends_only_once():
    for state in ENDED:
        assert next_state(state, Event.CANCEL) is state
        with pytest.raises(IllegalEvent):
            next_state(state, Event.ASSIGN)


def test_every_state_is_reached_and_every_open_one_can_end():
    reached = {State.PROPOSED, State.ASSIGNED} | set(FLOW.values())
    assert reached == set(State)
    for state in OPEN:
        assert {next_state(state, event) for event in (Event.CANCEL, Event.PASS_ON)} <= ENDED


def test_nobody_answers_what_is_not_theirs():
    for state, event in product(
        (State.PROPOSED, State.PASSED_ON, State.CANCELLED), (Event.ACKNOWLEDGE, Event.ACCEPT, Event.REJECT)
    ):
        with pytest.raises(IllegalEvent):
            next_state(state, event)


@given(st.lists(st.sampled_from(Event), max_size=12))
def test_only_taking_back_a_decision_brings_back_what_has_ended(events):
    state = State.ASSIGNED
    for event in events:
        try:
            following = next_state(state, event)
        except IllegalEvent:
            continue
        if state in ENDED and following in OPEN:
            assert event is Event.REOPEN
        state = following


def test_what_is_late():
    now, hour = local(2026, 3, 2, 12), timedelta(hours=1)
    assert look(now, State.ASSIGNED, now, None) is Late.ESCALATE
    assert look(now, State.ASSIGNED, now + hour, now) is Late.NOTHING
    assert look(now, State.ESCALATED, now - hour, now) is Late.PASS_ON
    assert look(now, State.ESCALATED, now - hour, None) is Late.NOTHING
    assert look(now, State.ACKNOWLEDGED, now - hour, now - hour) is Late.NOTHING
