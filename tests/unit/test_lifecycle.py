"""Random event orders: nothing is sent after a stop, every state is reachable, what is ended stays so."""

import contextlib
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
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
    must_cancel,
    next_enrolment,
    next_touch,
)


class Journey:
    """One enrolment with its touches, driven as `_apply` drives them; what has ended is looked at after each event."""

    def __init__(self, count: int):
        self.enrolment = Enrolment.ACTIVE
        self.touches = [Touch.PLANNED] * count
        self.stopped = False

    @classmethod
    def of(cls, enrolment: Enrolment, touch: Touch) -> "Journey":
        journey = cls(1)
        journey.enrolment, journey.touches = enrolment, [touch]
        return journey

    def own_events(self) -> list:
        return [(None, event) for state, event in ENROLMENT_FLOW if state is self.enrolment]

    def touch_events(self) -> list:
        """What can happen to touches now; cancelling is the enrolment's."""
        return [
            (index, event)
            for index, touch in enumerate(self.touches)
            for state, event in TOUCH_FLOW
            if state is touch
            and event is not TouchEvent.CANCEL
            and (event is not TouchEvent.CLAIM or may_send(self.enrolment, touch))
        ]

    def apply(self, index: int | None, event):
        if index is None:
            self.enrolment = next_enrolment(self.enrolment, event)
            if event is EnrolmentEvent.STOP:
                self.touches = [next_touch(touch, TouchEvent.CANCEL) for touch in self.touches]
        else:
            if event is TouchEvent.CLAIM:
                assert not self.stopped, "claimed for sending after a stop"
                assert self.enrolment is Enrolment.ACTIVE
            self.touches[index] = next_touch(self.touches[index], event)
        self.touches = [
            next_touch(touch, TouchEvent.CANCEL) if must_cancel(self.enrolment, touch) else touch
            for touch in self.touches
        ]
        self.stopped = self.stopped or self.enrolment is Enrolment.STOPPED


@settings(max_examples=400)
@given(seed=st.integers(0, 2**32))
def test_nothing_waits_or_is_claimed_after_a_stop(seed):
    """Legal events only, those of touches more often than those of the enrolment, so that random orders get far."""
    random = Random(seed)
    journey = Journey(2)
    for _ in range(80):
        events = journey.own_events() if random.random() < 0.1 else journey.touch_events()
        if events:
            journey.apply(*random.choice(events))
        if journey.stopped:
            assert journey.enrolment is Enrolment.STOPPED
            assert not set(journey.touches) & WAITING, "something still waits after a stop"


def test_a_mail_turned_back_after_a_stop_does_not_wait():
    journey = Journey(1)
    for index, event in (
        (0, TouchEvent.DRAFT),
        (0, TouchEvent.PASS),
        (0, TouchEvent.CLAIM),
        (None, EnrolmentEvent.STOP),
        (0, TouchEvent.DEFER),
    ):
        journey.apply(index, event)
    assert journey.touches == [Touch.CANCELLED]


def test_all_orders_of_events_are_safe():
    """Not at random but all: every situation of an enrolment with a touch that any order of events leads to."""
    seen = set()
    todo = [(Enrolment.ACTIVE, Touch.PLANNED, False, False)]
    while todo:
        situation = todo.pop()
        if situation in seen:
            continue
        seen.add(situation)
        enrolment, touch, stopped, in_doubt = situation
        assert not stopped or (enrolment is Enrolment.STOPPED and touch not in WAITING), situation
        for index, event in Journey.of(enrolment, touch).own_events() + Journey.of(enrolment, touch).touch_events():
            journey = Journey.of(enrolment, touch)
            journey.stopped = stopped
            # Between two claims lies a server's refusal before hand-over, or a person's word.
            assert not (event is TouchEvent.CLAIM and in_doubt), situation
            doubt = event is TouchEvent.CLAIM or (in_doubt and event not in (TouchEvent.DEFER, TouchEvent.PROVE_UNSENT))
            journey.apply(index, event)
            todo.append((journey.enrolment, *journey.touches, journey.stopped, doubt))
    assert {touch for _enrolment, touch, *_flags in seen} == set(Touch)


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
