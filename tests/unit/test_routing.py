"""Who gets a prospect: filters, score, turn; deterministic whatever the order, and explained to the point."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outbound_prospecting.domain.routing import (
    Candidate,
    Criterion,
    Objection,
    Past,
    Policy,
    Prospect,
    after,
    choose,
    shrink,
)

NOW = datetime(2026, 3, 2, 10, tzinfo=timezone.utc)
ALL = Policy(weights=dict.fromkeys(Criterion, 1.0), tolerance=0)
LEAD = Prospect(industry=1, verticals=frozenset({7}), size=120, languages=("de", "en"), country="DE", offset=1)


def rep(id_, **values):
    return Candidate(id_, **{"free_from": NOW, **values})


def only(criterion):
    return Policy(weights={criterion: 1.0}, tolerance=0)


def decide(*candidates, policy=ALL, lead=LEAD, **options):
    return choose(lead, candidates, policy, now=NOW, **options)


def objections(decision):
    return {one.id: one.objection for one in decision.excluded}


# ---------------------------------------------------------------------- filters


@pytest.mark.parametrize(
    "values, objection",
    [
        ({"paused": True}, Objection.PAUSED),
        ({"takes": False}, Objection.DOMAIN),
        ({"quota": 0}, Objection.QUOTA),
        ({"leave_until": NOW + timedelta(days=3)}, Objection.LEAVE),
        ({"free_from": NOW + timedelta(hours=9)}, Objection.HOURS),
        ({"free_from": None}, Objection.HOURS),
    ],
)
def test_filters_name_what_they_object_to(values, objection):
    decision = decide(rep(1, **values), rep(2))
    assert decision.owner == 2
    assert objections(decision) == {1: objection}


def test_whoever_speaks_no_language_is_left_out_only_where_the_policy_says_so():
    french, silent = rep(1, languages=frozenset({"fr"})), rep(2)
    assert not decide(french, silent).excluded
    assert objections(decide(french, silent, policy=replace(ALL, speaks=True))) == {1: Objection.LANGUAGE}


def test_in_the_evening_whoever_starts_first_may_have_it_and_so_may_those_soon_after():
    morning = NOW + timedelta(hours=22)
    reps = [rep(1, free_from=morning + timedelta(hours=6)), rep(2, free_from=morning), rep(3, free_from=morning)]
    decision = decide(*reps)
    assert {rank.id for rank in decision.ranked} == {2, 3}
    assert decision.excluded[0].until == morning + timedelta(hours=6)


def test_an_answer_does_not_wait_for_tomorrows_quota():
    assert decide(rep(1, quota=0)).owner is None
    assert decide(rep(1, quota=0), urgent=True).owner == 1


def test_whoever_works_on_it_keeps_it_while_present():
    better, holder = rep(1, preferred=True), rep(2)
    assert decide(better, holder, holder=2).owner == 2
    assert decide(better, replace(holder, leave_until=NOW + timedelta(days=1)), holder=2).owner == 1
    assert decide(better, holder, holder=2, tried=frozenset({2})).owner == 1
    assert decide(better, holder, holder=9).owner == 1


def test_rules_and_earlier_tries_leave_the_others():
    decision = decide(rep(1), rep(2), rep(3), only=frozenset({1, 2}), tried=frozenset({1}))
    assert decision.owner == 2
    assert objections(decision) == {1: Objection.TRIED, 3: Objection.RULE}


# ---------------------------------------------------------------------- score


@pytest.mark.parametrize(
    "criterion, better, worse",
    [
        (Criterion.EXPERTISE, {"industries": frozenset({1})}, {"industries": frozenset({2})}),
        (Criterion.EXPERTISE, {"verticals": frozenset({7})}, {}),
        (Criterion.EXPERTISE, {"smallest": 50, "largest": 500}, {"smallest": 1000}),
        (Criterion.LANGUAGE, {"languages": frozenset({"de"})}, {"languages": frozenset({"en"})}),
        (Criterion.LANGUAGE, {"languages": frozenset({"en"})}, {"languages": frozenset({"fr"})}),
        (Criterion.GEOGRAPHY, {"countries": frozenset({"DE"}), "offset": -8}, {"offset": 2}),
        (Criterion.GEOGRAPHY, {"offset": 0}, {"offset": -8}),
        (Criterion.WORKLOAD, {"open_work": 3}, {"open_work": 30}),
        (Criterion.WORKLOAD, {"open_work": 30, "capacity": 100}, {"open_work": 30, "capacity": 30}),
        (Criterion.PERFORMANCE, {"past": (Past(1, 40, 12),)}, {"past": (Past(1, 40, 4),)}),
        (Criterion.PREFERENCE, {"preferred": True}, {"preferred": False}),
    ],
)
def test_each_criterion_prefers_the_better(criterion, better, worse):
    decision = decide(rep(2, **better), rep(1, **worse), policy=only(criterion))
    assert decision.owner == 2
    assert decision.ranked[0].score > decision.ranked[1].score


def test_two_lucky_cases_do_not_beat_a_long_good_record():
    lucky, proven = rep(1, past=(Past(1, 2, 2),)), rep(2, past=(Past(1, 200, 60),))
    others = rep(3, past=(Past(1, 300, 30),))
    decision = decide(lucky, proven, others, policy=only(Criterion.PERFORMANCE))
    assert decision.owner == 2


def test_what_somebody_did_elsewhere_counts_less_than_similar_prospects():
    elsewhere = rep(1, past=(Past(9, 50, 20), Past(1, 50, 2)))
    here = rep(2, past=(Past(9, 50, 2), Past(1, 50, 20)))
    assert decide(elsewhere, here, policy=only(Criterion.PERFORMANCE)).owner == 2


def test_clocks_meet_at_the_date_line():
    near = decide(rep(1, offset=-11), lead=replace(LEAD, offset=12), policy=only(Criterion.GEOGRAPHY))
    assert near.ranked[0].score == pytest.approx(100 * 11 / 12)


def test_no_weights_means_everybody_is_equal():
    decision = decide(rep(2), rep(1), policy=Policy())
    assert decision.owner == 1
    assert not decision.ranked[0].parts


# ---------------------------------------------------------------------- turn


def test_among_equals_whoever_waited_longest():
    old, recent, never = (
        rep(1, assigned_at=NOW - timedelta(days=2)),
        rep(2, assigned_at=NOW - timedelta(hours=1)),
        rep(3),
    )
    assert decide(old, recent, never).equals == (3, 1, 2)
    assert decide(old, recent).owner == 1


def test_tolerance_says_who_is_equal():
    busy, idle = rep(1, open_work=3), rep(2, open_work=2, assigned_at=NOW)
    assert decide(busy, idle).owner == 2
    assert decide(busy, idle, policy=replace(ALL, tolerance=5)).owner == 1


@given(st.integers(2, 6), st.integers(1, 40))
def test_equal_reps_take_turns(count, leads):
    given_to = dict.fromkeys(range(1, count + 1), 0)
    reps = {id_: rep(id_) for id_ in given_to}
    for turn in range(leads):
        owner = decide(*reps.values()).owner
        given_to[owner] += 1
        reps[owner] = after(reps[owner], NOW + timedelta(minutes=turn))
    assert max(given_to.values()) - min(given_to.values()) <= 1
    assert {id_: one.open_work for id_, one in reps.items()} == given_to


# ---------------------------------------------------------------------- properties

ids = st.frozensets(st.integers(1, 3), max_size=2)
moments = st.none() | st.integers(-50, 50).map(lambda hours: NOW + timedelta(hours=hours))
candidates = st.lists(
    st.builds(
        Candidate,
        id=st.integers(1, 30),
        industries=ids,
        verticals=ids,
        smallest=st.integers(0, 200),
        largest=st.integers(0, 500),
        languages=st.frozensets(st.sampled_from(["de", "en", "fr"])),
        countries=st.frozensets(st.sampled_from(["DE", "US"])),
        offset=st.none() | st.floats(-12, 14),
        open_work=st.integers(0, 200),
        capacity=st.integers(1, 300),
        past=st.lists(
            st.integers(0, 20).flatmap(lambda n: st.builds(Past, st.integers(0, 3), st.just(n), st.integers(0, n))),
            max_size=3,
        ).map(tuple),
        quota=st.none() | st.integers(-2, 3),
        paused=st.booleans(),
        takes=st.booleans(),
        preferred=st.none() | st.booleans(),
        free_from=moments,
        leave_until=moments,
        assigned_at=moments,
    ),
    unique_by=lambda one: one.id,
    max_size=6,
)
leads = st.builds(
    Prospect,
    industry=st.integers(0, 3),
    verticals=ids,
    size=st.integers(0, 1000),
    languages=st.lists(st.sampled_from(["de", "en", "fr"]), unique=True, max_size=2).map(tuple),
    country=st.sampled_from(["", "DE", "US"]),
    offset=st.none() | st.floats(-12, 14),
)
policies = st.builds(
    Policy,
    weights=st.dictionaries(st.sampled_from(Criterion), st.floats(-1, 50)),
    tolerance=st.floats(0, 20),
    patience=st.integers(0, 20).map(lambda hours: timedelta(hours=hours)),
    speaks=st.booleans(),
    evidence=st.floats(0, 50),
)


@settings(max_examples=200)
@given(leads, candidates, policies, st.booleans(), st.randoms())
def test_every_decision_adds_up(lead, reps, policy, urgent, random):
    decision = choose(lead, reps, policy, now=NOW, urgent=urgent)
    shuffled = random.sample(reps, len(reps))
    assert choose(lead, shuffled, policy, now=NOW, urgent=urgent) == decision
    left_out = {one.id for one in decision.excluded}
    assert {one.id for one in decision.ranked} | left_out == {one.id for one in reps}
    assert {one.id for one in decision.ranked}.isdisjoint(left_out)
    assert (decision.owner is None) == (not decision.ranked)
    for rank in decision.ranked:
        assert rank.score == pytest.approx(sum(part.points for part in rank.parts))
        assert -1e-9 <= rank.score <= 100 + 1e-9
        assert all(0 <= part.share <= 1 for part in rank.parts)
    if decision.owner:
        scores = {rank.id: rank.score for rank in decision.ranked}
        assert scores[decision.owner] >= max(scores.values()) - policy.tolerance


@settings(max_examples=100)
@given(leads, candidates, policies, st.integers(1, 100))
def test_more_work_never_helps(lead, reps, policy, more):
    before = choose(lead, reps, policy, now=NOW)
    for one in before.ranked:
        busier = [replace(rep_, open_work=rep_.open_work + more) if rep_.id == one.id else rep_ for rep_ in reps]
        after = next(rank for rank in choose(lead, busier, policy, now=NOW).ranked if rank.id == one.id)
        assert after.score <= one.score + 1e-9


@given(st.integers(0, 50), st.integers(0, 50), st.floats(0, 1), st.floats(0.1, 100))
def test_a_shrunken_rate_lies_between_what_was_seen_and_what_was_expected(good, bad, prior, evidence):
    rate = shrink(good, good + bad, prior, evidence)
    seen = good / (good + bad) if good + bad else prior
    assert min(seen, prior) - 1e-9 <= rate <= max(seen, prior) + 1e-9
