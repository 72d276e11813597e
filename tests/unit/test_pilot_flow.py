"""States of a pilot, what it holds back, and whom it draws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outbound_prospecting.domain.gates import REASONS
from outbound_prospecting.domain.lifecycle import IllegalEvent
from outbound_prospecting.domain.pilot import WEEKS
from outbound_prospecting.domain.pilot_flow import (
    FLOW,
    Event,
    State,
    choose,
    choose_holdout,
    next_state,
    withheld,
)

GATES = [gate for _, gate in WEEKS]
ids = st.sets(st.integers(1, 100_000), max_size=80)


def test_every_state_is_reached_and_only_what_was_decided_is_final():
    assert set(FLOW.values()) == set(State) - {State.DRAFT}
    final = set(State) - {state for state, _event in FLOW}
    assert final == {State.FINISHED}


@pytest.mark.parametrize("state, event", [(State.DRAFT, Event.KILL), (State.LAUNCHED, Event.LAUNCH), (State.FINISHED, Event.RESUME)])  # fmt: skip
def test_what_cannot_happen_says_so(state, event):
    with pytest.raises(IllegalEvent, match=f"{state.value} cannot {event.value}"):
        next_state(state, event)


def test_the_kill_switch_may_be_pulled_twice_and_taken_back():
    stopped = next_state(State.LAUNCHED, Event.KILL)
    assert next_state(stopped, Event.KILL) is stopped
    assert next_state(stopped, Event.RESUME) is State.LAUNCHED


@pytest.mark.parametrize(
    "passed, last", [(GATES[:0], 0), (GATES[:1], 3), (GATES[:2], 6), (GATES[:3], 20), (GATES[1:], 0)]
)
def test_a_gate_holds_back_the_touches_behind_it(passed, last):
    for number in range(1, 21):
        assert withheld(State.LAUNCHED, passed, number) == ("" if number <= last else "pilot_gate")


@given(st.sets(st.sampled_from(GATES)), st.integers(1, 12))
def test_a_stopped_pilot_lets_nothing_through_and_a_finished_one_everything(passed, number):
    assert withheld(State.STOPPED, passed, number) == "pilot_stopped"
    assert withheld(State.FINISHED, passed, number) == ""
    assert {withheld(state, passed, number) for state in State} - {""} <= REASONS


@given(ids, st.integers(0, 60))
def test_a_sample_is_of_the_candidates_and_always_the_same(candidates, size):
    chosen = choose(candidates, "pilot:1", size)
    assert chosen == choose(sorted(candidates, reverse=True), "pilot:1", size)
    assert len(chosen) == len(set(chosen)) == min(size, len(candidates))
    assert set(chosen) <= candidates


@given(ids, st.integers(0, 50))
def test_the_holdout_is_the_agreed_share_and_grows_with_it(members, percent):
    held = choose_holdout(members, "pilot:1", percent)
    assert len(held) == round(len(members) * percent / 100)
    assert set(held) <= set(choose_holdout(members, "pilot:1", 100))
    assert held == choose_holdout(members, "pilot:1", 100)[: len(held)]


def test_samples_and_holdouts_favour_nobody():
    """Over 400 pilots of 20 candidates each is drawn about as often: 5 of 20, so about 100 times."""
    counts = dict.fromkeys(range(20), 0)
    for pilot in range(400):
        for one in choose(range(20), f"pilot:{pilot}", 5):
            counts[one] += 1
    assert all(60 <= count <= 140 for count in counts.values())
    both = [set(choose(range(20), f"pilot:{pilot}", 5)) & set(choose_holdout(range(20), f"pilot:{pilot}", 25)) for pilot in range(400)]  # fmt: skip
    assert 1.0 <= sum(map(len, both)) / 400 <= 1.5  # independent draws share 5 × 5 ÷ 20
