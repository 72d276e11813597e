"""Random event orders: nothing is sent after a stop, every state is reachable, what is ended stays so."""

import contextlib
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outbound_prospecting.domain.lifecycle import (
    ENDED,
    ENROLMENT_FLOW,
    LIVE,
    TOUCH_FLOW,
    WAITING,
    Enrolment,
    EnrolmentEvent,
    IllegalEvent,
    Touch,
    TouchEvent,
    may_send,
    next_enrolment,
    next_touch,
)


class Journey:
    """One enrolment with its touches, driven as the rooms drive them: illegal events are refused and change nothing."""

    def __init__(self, count: int):
        self.enrolment = Enrolment.ACTIVE
        self.touches = [Touch.PLANNED] * count
        self.stopped = False
        self.claims = [0] * count

    def person(self, event: EnrolmentEvent):
        try:
            self.enrolment = next_enrolment(self.enrolment, event)
        except IllegalEvent:
            return
        if self.enrolment is Enrolment.STOPPED:
            self.stopped = True
            self.touches = [next_touch(touch, TouchEvent.CANCEL) for touch in self.touches]

    def touch(self, index: int, event: TouchEvent):
        old = self.touches[index]
        if event is TouchEvent.CLAIM and not may_send(self.enrolment, old):
            return
        try:
            self.touches[index] = next_touch(old, event)
        except IllegalEvent:
            return
        if event is TouchEvent.CLAIM:
            assert not self.stopped, "claimed for sending after a stop"
            assert self.enrolment is Enrolment.ACTIVE
            self.claims[index] += 1


EVENTS = st.one_of(
    st.tuples(st.just("person"), st.sampled_from(EnrolmentEvent)),
    st.tuples(st.integers(0, 2), st.sampled_from(TouchEvent)),
)


@given(st.lists(EVENTS, max_size=60))
def test_nothing_is_claimed_after_a_stop(events):
    journey = Journey(3)
    for who, event in events:
        if who == "person":
            journey.person(event)
        else:
            journey.touch(who, event)
    if journey.stopped:
        assert journey.enrolment is Enrolment.STOPPED
        assert not set(journey.touches) & WAITING, "something still waits after a stop"


@given(st.lists(st.sampled_from(TouchEvent), max_size=60))
def test_a_touch_is_claimed_again_only_after_proof_that_nothing_arrived(events):
    """Between two claims lies a server's refusal before hand-over, or a person's word."""
    state = Touch.PLANNED
    claimed = False
    for event in events:
        try:
            state = next_touch(state, event)
        except IllegalEvent:
            continue
        if event is TouchEvent.CLAIM:
            assert not claimed
            claimed = True
        elif event in (TouchEvent.DEFER, TouchEvent.PROVE_UNSENT):
            claimed = False


@given(st.sampled_from(sorted(ENDED)), st.lists(st.sampled_from(TouchEvent), max_size=20))
def test_ended_touches_stay_ended(state, events):
    for event in events:
        with contextlib.suppress(IllegalEvent):
            assert next_touch(state, event) is state


@given(st.lists(st.sampled_from(EnrolmentEvent), max_size=20))
def test_a_stop_is_final(events):
    state = Enrolment.STOPPED
    for event in events:
        with contextlib.suppress(IllegalEvent):
            state = next_enrolment(state, event)
    assert state is Enrolment.STOPPED


@pytest.mark.parametrize(
    ("flow", "start", "states"), [(ENROLMENT_FLOW, Enrolment.ACTIVE, Enrolment), (TOUCH_FLOW, Touch.PLANNED, Touch)]
)
def test_every_state_is_reachable_and_none_is_a_trap(flow, start, states):
    reached = {start}
    while more := {new for (old, _event), new in flow.items() if old in reached} - reached:
        reached |= more
    assert reached == set(states)
    final = {Enrolment.STOPPED} | ENDED
    for state in set(states) - final:
        assert any(old is state and new is not state for (old, _event), new in flow.items()), f"{state} is a trap"


def test_every_event_can_happen():
    assert {event for _state, event in ENROLMENT_FLOW} == set(EnrolmentEvent)
    assert {event for _state, event in TOUCH_FLOW} == set(TouchEvent)


@pytest.mark.parametrize(("enrolment", "touch"), list(product(Enrolment, Touch)))
def test_only_approved_touches_of_active_enrolments_may_be_sent(enrolment, touch):
    assert may_send(enrolment, touch) == ((enrolment, touch) == (Enrolment.ACTIVE, Touch.APPROVED))


def test_a_person_can_end_everything_that_waits_or_runs():
    for state in Touch:
        assert (state, TouchEvent.CANCEL) in TOUCH_FLOW
    for state in WAITING:
        assert next_touch(state, TouchEvent.SKIP) is Touch.SKIPPED
        assert next_touch(state, TouchEvent.CANCEL) is Touch.CANCELLED
    for state in (*LIVE, Enrolment.REPLIED):
        assert next_enrolment(state, EnrolmentEvent.STOP) is Enrolment.STOPPED


def test_a_mail_on_its_way_is_not_called_back():
    for state in (Touch.SENDING, Touch.UNKNOWN):
        assert next_touch(state, TouchEvent.CANCEL) is state


def test_an_edit_voids_the_approval():
    assert next_touch(Touch.APPROVED, TouchEvent.EDIT) is Touch.IN_REVIEW


def test_refusal_names_state_and_event():
    with pytest.raises(IllegalEvent, match="sent cannot claim"):
        next_touch(Touch.SENT, TouchEvent.CLAIM)
    with pytest.raises(IllegalEvent, match="stopped cannot resume"):
        next_enrolment(Enrolment.STOPPED, EnrolmentEvent.RESUME)
