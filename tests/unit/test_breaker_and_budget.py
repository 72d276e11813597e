"""When a service is left alone, and what it may cost."""

import doctest
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from outbound_prospecting.domain import breaker, budget
from outbound_prospecting.domain.breaker import Breaker, BreakerPolicy, back_off
from outbound_prospecting.domain.budget import Budget, Spent, check_budget

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=timezone.utc)
POLICY = BreakerPolicy(failures=3, pause=timedelta(minutes=1), longest=timedelta(minutes=4))


def after(*moments, state=None):
    state = state or Breaker()
    for moment in moments:
        state = state.failed(moment, POLICY)
    return state


def test_examples_in_the_docstrings():
    assert doctest.testmod(breaker).failed == 0
    assert doctest.testmod(budget).failed == 0


def test_a_few_failures_do_not_open_it():
    assert after(NOW, NOW).allows(NOW)


def test_failures_in_a_row_open_it_for_the_pause():
    opened = after(NOW, NOW, NOW)
    assert not opened.allows(NOW + timedelta(seconds=59))
    assert opened.allows(NOW + timedelta(seconds=60))


def test_a_success_in_between_starts_the_count_again():
    assert after(NOW, NOW, state=after(NOW, NOW).succeeded()).allows(NOW)


def test_each_further_failure_doubles_the_pause_up_to_the_longest():
    opened = after(NOW, NOW, NOW, NOW)
    assert opened.rests_until == NOW + timedelta(minutes=2)
    assert after(*[NOW] * 90).rests_until == NOW + timedelta(minutes=4)


def test_one_caller_at_a_time_tries_again():
    opened = after(NOW, NOW, NOW)
    later = NOW + timedelta(minutes=2)
    tried = opened.claimed(later, timedelta(seconds=30))
    assert not tried.allows(later)
    assert tried.allows(later + timedelta(seconds=30))  # the caller never came back
    assert tried.succeeded().allows(later)
    assert not tried.failed(later, POLICY).allows(later + timedelta(seconds=119))


def test_a_closed_breaker_is_not_claimed():
    assert Breaker(2).claimed(NOW, timedelta(seconds=30)) == Breaker(2)


def test_the_wait_that_the_service_asks_for_opens_it_at_once():
    opened = Breaker().failed(NOW, POLICY, after=20)
    assert not opened.allows(NOW + timedelta(seconds=19))
    assert opened.allows(NOW + timedelta(seconds=20))


@given(st.integers(1, 200), st.floats(0, 1), st.one_of(st.none(), st.floats(0, 5000)))
def test_a_wait_is_neither_nothing_nor_for_ever(attempt, chance, asked):
    waits = back_off(attempt, chance, asked)
    assert max(1.0, asked or 0) <= waits <= max(600.0, asked or 0)


# ------------------------------------------------------------------------- money


def test_a_call_that_fits():
    limits = Budget(Decimal("5"), Decimal("50"))
    assert check_budget(limits, Spent(Decimal("4.9"), Decimal("49.9")), Decimal("0.1"), NOW) is None
    assert check_budget(Budget(), Spent(Decimal("999"), Decimal("999")), Decimal("9"), NOW) is None


def test_the_day_refuses_until_midnight_of_the_company():
    here = NOW.astimezone(ZoneInfo("Europe/Berlin"))
    found = check_budget(Budget(day=Decimal("5")), Spent(Decimal("5"), Decimal("5")), Decimal("0.01"), here)
    assert (found.period, found.until.isoformat()) == ("day", "2026-03-03T00:00:00+01:00")


def test_the_month_refuses_before_the_day_does():
    limits = Budget(Decimal("5"), Decimal("50"))
    found = check_budget(limits, Spent(Decimal("5"), Decimal("50")), Decimal("0.01"), NOW.replace(month=12))
    assert (found.period, found.until.date().isoformat()) == ("month", "2027-01-01")


def test_a_budget_of_nothing_allows_not_even_a_free_call():
    assert check_budget(Budget(day=Decimal(0)), Spent(), Decimal(0), NOW).period == "day"
