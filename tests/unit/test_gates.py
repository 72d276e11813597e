"""The gates of sending: each objection alone, their order, and what must hold for any facts."""

from dataclasses import replace
from datetime import datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outbound_prospecting.domain.gates import (
    ENDS,
    GATES,
    REASONS,
    Allow,
    Hold,
    Pace,
    Plan,
    Prospect,
    Stop,
    decide,
)
from outbound_prospecting.domain.schedule import SendCalendar

NOW = datetime(2026, 6, 3, 10, 0, tzinfo=timezone.utc)  # a Wednesday
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
CALENDAR = SendCalendar("UTC", time(8), time(17))
PROSPECT = Prospect(policy="allow", address="valid", confirmed=NOW - 30 * DAY)
PACE = Pace(state="ready", calendar=CALENDAR, free=5, day_ends=NOW + 14 * HOUR)
PLAN = Plan(enrolment="active", due=NOW - HOUR, approved_hash="a1", text_hash="a1")


def ask(now=NOW, **changes):
    """The decision when one thing is different from a mail that may leave."""
    parts = {"prospect": PROSPECT, "pace": PACE, "plan": PLAN}
    for name, part in parts.items():
        own = {field: value for field, value in changes.items() if field in part.__dataclass_fields__}
        parts[name] = replace(part, **own)
    return decide(now, **parts)


def test_a_mail_that_nothing_speaks_against_may_leave():
    assert decide(NOW, PROSPECT, PACE, PLAN) == Allow()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"enrolment": "stopped"}, "enrolment_ended"),
        ({"enrolment": "completed"}, "enrolment_ended"),
        ({"suppressed": "person"}, "suppressed_person"),
        ({"suppressed": "domain"}, "suppressed_domain"),
        ({"suppressed": "company"}, "suppressed_company"),
        ({"blacklisted": True}, "blacklisted"),
        ({"relation": "customer"}, "customer"),
        ({"relation": "open_deal"}, "open_deal"),
        ({"policy": "forbid"}, "country_forbidden"),
        ({"policy": "forbid", "consent": True}, "country_forbidden"),
        ({"address": "invalid"}, "address_invalid"),
    ],
)
def test_what_ends_it_for_good(change, reason):
    assert ask(**change) == Stop(reason)


@pytest.mark.parametrize(
    ("change", "reason", "until"),
    [
        ({"enrolment": "replied"}, "replied", NOW + DAY),
        ({"replied": True}, "replied", NOW + DAY),
        ({"enrolment": "paused", "resumes": NOW + 3 * DAY}, "enrolment_paused", NOW + 3 * DAY),
        ({"enrolment": "paused"}, "enrolment_paused", NOW + DAY),
        ({"enrolment": "paused", "resumes": NOW - DAY}, "enrolment_paused", NOW + HOUR),
        ({"approved_hash": ""}, "approval_missing", NOW + HOUR),
        ({"text_hash": "b2"}, "approval_void", NOW + HOUR),
        ({"policy": "consent"}, "consent_missing", NOW + DAY),
        ({"address": "unknown"}, "address_unknown", NOW + HOUR),
        ({"sensitive": True}, "sensitive", NOW + DAY),
        ({"confirmed": None}, "data_stale", NOW + DAY),
        ({"confirmed": NOW - 366 * DAY}, "data_stale", NOW + DAY),
        ({"due": NOW + HOUR}, "not_due", NOW + HOUR),
        ({"due": NOW + 8 * HOUR}, "not_due", NOW + 22 * HOUR),  # 18:00 is due, 08:00 tomorrow is open
        ({"last_touch": NOW - DAY, "minimum_gap": 2 * DAY}, "minimum_gap", NOW + DAY),
        ({"last_touch": NOW - DAY, "minimum_gap": 4 * DAY}, "minimum_gap", NOW + 4 * DAY + 22 * HOUR),  # Monday
        ({"company_limit": 3, "ahead_at_company": 3}, "company_limit", NOW + DAY),
        ({"state": "draft"}, "mailbox_draft", NOW + HOUR),
        ({"state": "paused"}, "mailbox_paused", NOW + HOUR),
        ({"state": "missing"}, "mailbox_missing", NOW + HOUR),
        ({"free": 0}, "cap_reached", NOW + 22 * HOUR),
        ({"next_slot": NOW + 4 * timedelta(minutes=1)}, "mailbox_gap", NOW + 4 * timedelta(minutes=1)),
        ({"calendar": replace(CALENDAR, holidays=frozenset({NOW.date()}))}, "window_holiday", NOW + 22 * HOUR),
        ({"calendar": replace(CALENDAR, start=time(11))}, "window_hours", NOW + HOUR),
        ({"calendar": replace(CALENDAR, weekdays=frozenset({5}))}, "window_weekday", NOW + 46 * HOUR),
        ({"calendar": replace(CALENDAR, closed=((NOW - DAY, NOW + 2 * HOUR),))}, "window_closed", NOW + 2 * HOUR),
    ],
)
def test_what_has_to_wait_and_until_when(change, reason, until):
    assert ask(**change) == Hold(reason, until)


def test_consent_on_record_opens_a_country_that_asks_for_it():
    assert ask(policy="consent", consent=True) == Allow()


def test_the_edges_of_limits():
    assert ask(company_limit=3, ahead_at_company=2) == Allow()
    assert ask(company_limit=0, ahead_at_company=99) == Allow()
    assert ask(confirmed=NOW - 365 * DAY) == Allow()
    assert ask(due=NOW) == Allow()
    assert ask(next_slot=NOW) == Allow()
    assert ask(last_touch=NOW - 2 * DAY, minimum_gap=2 * DAY) == Allow()


def test_a_calendar_that_never_opens_waits_a_week_and_asks_again():
    closed = replace(CALENDAR, start=time(9), end=time(9))
    assert ask(calendar=closed) == Hold("window_hours", NOW + 7 * DAY)


dates = st.one_of(st.none(), st.integers(-500, 500).map(lambda hours: NOW + hours * HOUR))
prospects = st.builds(
    Prospect,
    suppressed=st.sampled_from(["", "", "", "person", "domain", "company"]),
    blacklisted=st.sampled_from([False, False, True]),
    relation=st.sampled_from(["", "", "", "customer", "open_deal"]),
    policy=st.sampled_from(["allow", "consent", "forbid"]),
    consent=st.booleans(),
    address=st.sampled_from(["valid", "valid", "unknown", "invalid"]),
    confirmed=dates,
)
paces = st.builds(
    Pace,
    state=st.sampled_from(["ready", "ready", "draft", "paused", "missing"]),
    calendar=st.builds(
        SendCalendar,
        zone=st.sampled_from(["UTC", "Asia/Tokyo", "America/New_York"]),
        start=st.sampled_from([time(0), time(8), time(12)]),
        end=st.sampled_from([time(12), time(17), time(23, 59)]),
        weekdays=st.sets(st.integers(1, 7)).map(frozenset),
    ),
    free=st.integers(-1, 3),
    day_ends=st.integers(1, 30).map(lambda hours: NOW + hours * HOUR),
    next_slot=dates,
)
plans = st.builds(
    Plan,
    enrolment=st.sampled_from(["active", "active", "active", "paused", "replied", "completed", "stopped"]),
    due=st.integers(-500, 500).map(lambda hours: NOW + hours * HOUR),
    approved_hash=st.sampled_from(["", "a", "a"]),
    text_hash=st.sampled_from(["a", "a", "b"]),
    replied=st.booleans(),
    resumes=dates,
    last_touch=dates,
    minimum_gap=st.integers(0, 10).map(lambda days: days * DAY),
    ahead_at_company=st.integers(0, 5),
    company_limit=st.integers(0, 5),
    withheld=st.sampled_from(["", "", "", "pilot_gate", "pilot_stopped"]),
)


@given(prospects, paces, plans)
def test_nobody_is_written_to_against_their_will_or_ours(prospect, pace, plan):
    if decide(NOW, prospect, pace, plan) == Allow():
        assert not (prospect.suppressed or prospect.blacklisted or prospect.relation)
        assert prospect.policy == "allow" or (prospect.policy == "consent" and prospect.consent)
        assert prospect.address == "valid"
        assert plan.enrolment == "active" and not plan.replied
        assert plan.approved_hash and plan.approved_hash == plan.text_hash
        assert plan.due <= NOW and pace.state == "ready" and pace.free > 0
        assert pace.calendar.why_closed(NOW) == ""
        assert not plan.withheld


@given(prospects, paces, plans)
def test_every_wait_ends_later_and_every_reason_has_a_name(prospect, pace, plan):
    decision = decide(NOW, prospect, pace, plan)
    if isinstance(decision, Hold):
        assert decision.until > NOW
    if not isinstance(decision, Allow):
        assert decision.reason in REASONS


@given(prospects, paces, plans)
def test_a_wait_never_hides_an_end(prospect, pace, plan):
    ends = any(gate(NOW, prospect, pace, plan) for gate in ENDS)
    assert isinstance(decide(NOW, prospect, pace, plan), Stop) == ends


def test_gates_are_named_after_what_must_hold():
    names = [gate.__name__ for gate in GATES]
    assert len(names) == len(set(names))
