"""The life of a pilot on one page, and who takes part in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import Enum

from .drafting import fraction
from .lifecycle import IllegalEvent
from .pilot import WEEKS, allowed_touches


class State(str, Enum):
    DRAFT = "draft"  # criteria and people may still change
    LAUNCHED = "launched"
    STOPPED = "stopped"  # the kill switch: nothing leaves, until a person resumes or finishes it
    FINISHED = "finished"  # decided; its figures are kept as they were


class Event(str, Enum):
    LAUNCH = "launch"
    KILL = "kill"
    RESUME = "resume"
    FINISH = "finish"


_S, _E = State, Event
FLOW: dict[tuple[State, Event], State] = {
    (_S.DRAFT, _E.LAUNCH): _S.LAUNCHED,
    (_S.LAUNCHED, _E.KILL): _S.STOPPED,
    (_S.LAUNCHED, _E.FINISH): _S.FINISHED,
    (_S.STOPPED, _E.KILL): _S.STOPPED,  # pulled twice, or by two people
    (_S.STOPPED, _E.RESUME): _S.LAUNCHED,
    (_S.STOPPED, _E.FINISH): _S.FINISHED,
}
RUNNING = frozenset({_S.LAUNCHED, _S.STOPPED})  # its sequences are its own, and its criteria hold


def next_state(state: State, event: Event) -> State:
    """The pilot's state after `event`.

    :raises IllegalEvent: naming both
    """
    try:
        return FLOW[state, event]
    except KeyError:
        raise IllegalEvent(f"a pilot that is {state.value} cannot {event.value}") from None


def withheld(state: State, passed: Collection[str], number: int) -> str:
    """Why touch `number` of a sequence does not leave: a code of `domain.gates`, "" when the pilot allows it.

    :param passed: gates that people have passed
    """
    if state is State.STOPPED:
        return "pilot_stopped"
    if state is State.LAUNCHED and number > allowed_touches(passed) and not _all_passed(passed):
        return "pilot_gate"
    return ""


def _all_passed(passed: Collection[str]) -> bool:
    """Steps beyond the plan's last one (a longer sequence) are held back by no gate once all before it are passed."""
    return all(gate in passed for touches, gate in WEEKS[:-1])


def choose(candidates: Iterable[int], key: str, size: int) -> list[int]:
    """A sample of `size` candidates that favours nobody, always the same for a key."""
    return sorted(candidates, key=lambda one: fraction(f"{key}:member:{one}"))[:size]


def choose_holdout(members: Iterable[int], key: str, percent: int) -> list[int]:
    """Who is kept apart for comparison: `percent` of the members, rounded, always the same for a key."""
    ordered = sorted(members, key=lambda one: fraction(f"{key}:holdout:{one}"))
    return ordered[: round(len(ordered) * percent / 100)]
