"""Criteria of a pilot, its days and gates, and what its memo proposes."""

import math
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outbound_prospecting.domain.pilot import (
    WEEKS,
    Criterion,
    Decision,
    Finding,
    Reason,
    Status,
    allowed_touches,
    decide,
    judge,
    kill_reasons,
    last_moment,
    progress,
    week_plan,
)
from outbound_prospecting.domain.stats import Interval, Rate

REPLIES = Criterion("reply_rate", 0.15, kill=0.03, floor=30, benchmark=Interval(0.08, 0.15))
COST = Criterion("cost_per_meeting", 50.0, kill=500.0, floor=30, lower_is_better=True)
VALUE = Criterion("pipeline_value", 50_000.0, floor=0)
GATES = [gate for _, gate in WEEKS]
LAUNCH = datetime(2026, 3, 2, 10)


def of(hits, count, *, ended=False, criterion=REPLIES):
    return judge(criterion, Finding.of_rate(Rate(hits, count)), ended=ended)


@pytest.mark.parametrize(
    "hits, count, running, ended",
    [
        (0, 0, (Status.TOO_EARLY, Reason.NO_FIGURE), (Status.TOO_EARLY, Reason.NO_FIGURE)),
        (0, 29, (Status.TOO_EARLY, Reason.FEW), (Status.TOO_EARLY, Reason.FEW)),
        (0, 30, (Status.MISSED, Reason.KILLED), (Status.MISSED, Reason.KILLED)),
        (4, 50, (Status.AT_RISK, Reason.BEHIND), (Status.MISSED, Reason.FELL_SHORT)),
        (9, 50, (Status.TOO_EARLY, Reason.AHEAD), (Status.MET, Reason.REACHED)),
        (20, 50, (Status.MET, Reason.PROVEN), (Status.MET, Reason.PROVEN)),
        (20, 400, (Status.MISSED, Reason.OUT_OF_REACH), (Status.MISSED, Reason.OUT_OF_REACH)),
    ],
)
def test_a_rate_against_its_target(hits, count, running, ended):
    judgement = of(hits, count)
    assert (judgement.status, judgement.reason) == running
    judgement = of(hits, count, ended=True)
    assert (judgement.status, judgement.reason) == ended


def test_too_few_answers_stop_nothing_before_people_had_time_to_answer():
    """On the day of the first mails hardly anybody has answered, in every pilot; a bounce comes at once."""
    young = judge(REPLIES, Finding.of_rate(Rate(0, 255)), ended=False, ripe=False)
    assert (young.status, young.reason) == (Status.TOO_EARLY, Reason.YOUNG)
    assert not kill_reasons([young])
    bounces = Criterion("bounce_rate", 0.03, kill=0.1, lower_is_better=True)
    assert kill_reasons([judge(bounces, Finding.of_rate(Rate(30, 255)), ended=False, ripe=False)])


@pytest.mark.parametrize("day, ripe", [(1, False), (15, False), (16, True), (30, True)])
def test_people_have_had_time_in_the_second_half(day, ripe):
    assert progress(LAUNCH, LAUNCH + timedelta(days=day - 1), 30, GATES).is_ripe is ripe


@given(st.integers(0, 300).flatmap(lambda count: st.tuples(st.integers(0, count), st.just(count))), st.booleans())
def test_one_more_hit_never_looks_worse(counts, ended):
    hits, count = counts
    if hits == count:
        return
    order = [Status.MISSED, Status.AT_RISK, Status.TOO_EARLY, Status.MET]
    fewer, more = (of(number, count, ended=ended).status for number in (hits, hits + 1))
    assert order.index(fewer) <= order.index(more)


@given(st.integers(30, 300), st.integers(0, 300))
def test_an_ended_pilot_says_of_every_known_figure_whether_it_was_reached(count, hits):
    status = of(min(hits, count), count, ended=True).status
    assert status is (Status.MET if min(hits, count) / count >= 0.15 else Status.MISSED)


@pytest.mark.parametrize(
    "cost, meetings, status, reason",
    [
        (20, 0, Status.TOO_EARLY, None),  # see below
        (900, 0, Status.MISSED, Reason.KILLED),  # more than a meeting may cost, and none came
        (1200, 2, Status.MISSED, Reason.KILLED),
        (80, 2, Status.TOO_EARLY, Reason.AHEAD),
        (200, 2, Status.AT_RISK, Reason.BEHIND),
        (10, 5, Status.MET, Reason.PROVEN),
    ],
)
def test_costs_are_better_when_lower(cost, meetings, status, reason):
    judgement = judge(COST, Finding.of_cost(cost, Rate(meetings, 50)), ended=False)
    if reason is None:  # little money and no meeting: behind, and no reason to stop
        assert (judgement.finding.value, judgement.status) == (math.inf, Status.AT_RISK)
        assert judge(COST, judgement.finding, ended=True).reason is Reason.FELL_SHORT
    else:
        assert (judgement.status, judgement.reason) == (status, reason)


def test_money_without_an_interval_is_what_it_is():
    assert judge(VALUE, Finding(60_000, None, 4), ended=False).reason is Reason.PROVEN
    assert judge(VALUE, Finding(10_000, Interval(2_000, 70_000), 4), ended=False).reason is Reason.BEHIND


def test_nobody_pays_for_nothing():
    assert Finding.of_cost(0.0, Rate(0, 50)).value is None
    assert Finding.of_cost(30.0, Rate(0, 0)).value is None


def test_benchmarks():
    compared = [of(hits, 50).against_benchmark for hits in (3, 5, 10)]
    assert compared == ["below", "within", "above"]
    assert judge(VALUE, Finding(1, None, 1), ended=True).against_benchmark == ""


def test_a_kill_threshold_on_the_good_side_is_refused():
    with pytest.raises(ValueError, match="does well"):
        Criterion("reply_rate", 0.1, kill=0.2)
    with pytest.raises(ValueError, match="does well"):
        Criterion("bounce_rate", 0.03, kill=0.01, lower_is_better=True)
    Criterion("bounce_rate", 0.03, kill=0.03, lower_is_better=True)


# ------------------------------------------------------------------ days and weeks


def test_the_plan_of_thirty_days():
    assert [(week.first_day, week.last_day, week.touches) for week in week_plan(30)] == [
        (1, 7, None),
        (8, 14, (1, 3)),
        (15, 21, (4, 6)),
        (22, 30, (7, 8)),
    ]
    with pytest.raises(ValueError, match="at least 4 days"):
        week_plan(3)


@given(st.integers(4, 120))
def test_weeks_follow_each_other_without_a_gap(days):
    weeks = week_plan(days)
    numbers = [day for week in weeks for day in range(week.first_day, week.last_day + 1)]
    assert numbers == list(range(1, days + 1))


@pytest.mark.parametrize(
    "now, day, ended",
    [
        (datetime(2026, 3, 2, 9), 0, False),
        (datetime(2026, 3, 2, 10), 1, False),
        (datetime(2026, 3, 3, 0), 2, False),
        (datetime(2026, 3, 31, 23, 59), 30, False),
        (datetime(2026, 4, 1), 30, True),
    ],
)
def test_days(now, day, ended):
    state = progress(LAUNCH, now, 30, GATES)
    assert (state.day, state.ended, state.waiting_for) == (day, ended, "")
    assert ended == (now >= last_moment(LAUNCH, 30))


def test_gates_hold_back_what_comes_after_them():
    assert progress(None, LAUNCH, 30, []).waiting_for == "scores_reviewed"
    second_week = datetime(2026, 3, 9, 12)
    assert progress(LAUNCH, second_week, 30, []).waiting_for == "scores_reviewed"
    assert progress(LAUNCH, second_week, 30, ["scores_reviewed"]).waiting_for == ""
    assert progress(LAUNCH, datetime(2026, 4, 2), 30, GATES[:3]).waiting_for == "decision_made"
    assert [allowed_touches(GATES[:passed]) for passed in range(5)] == [0, 3, 6, 8, 8]
    assert allowed_touches(GATES[1:]) == 0


# ------------------------------------------------------------------ decision

OVER = progress(LAUNCH, datetime(2026, 4, 2), 30, GATES)
RUNNING = progress(LAUNCH, datetime(2026, 3, 20), 30, GATES)


@pytest.mark.parametrize(
    "state, results, stopped, decision",
    [
        (RUNNING, [(9, 50), (9, 50)], False, Decision.WAIT),
        (RUNNING, [(0, 50), (9, 50)], False, Decision.STOP),
        (RUNNING, [(9, 50), (9, 50)], True, Decision.STOP),
        (OVER, [(9, 50), (20, 50)], False, Decision.SCALE),
        (OVER, [(9, 50), (4, 50)], False, Decision.ADJUST),
        (OVER, [(4, 50), (4, 50)], False, Decision.STOP),
        (OVER, [(9, 50), (4, 10)], False, Decision.EXTEND),
        (OVER, [], False, Decision.EXTEND),
    ],
)
def test_decisions(state, results, stopped, decision):
    judgements = [of(hits, count, ended=state.ended) for hits, count in results]
    memo = decide(state, judgements, stopped=stopped)
    assert memo.decision is decision
    assert memo.killed == tuple(kill_reasons(judgements))
    assert memo.required == len(results)


def test_what_was_proven_is_counted_apart_and_the_optional_decides_nothing():
    optional = Criterion("open_rate", 0.4, required=False)
    judgements = [of(9, 50, ended=True), of(20, 50, ended=True), of(2, 50, ended=True, criterion=optional)]
    memo = decide(OVER, judgements)
    assert (memo.decision, memo.met, memo.required, memo.proven) == (Decision.SCALE, 2, 2, 1)
