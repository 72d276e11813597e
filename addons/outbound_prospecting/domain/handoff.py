"""A warm prospect in the hands of a rep: (state, event) -> state, deadlines in working time, and what is late.

One hand-off is one rep's turn. Giving it to somebody else ends this one and begins another, so that figures of a rep
are about what that rep was given.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import Enum

Span = tuple[datetime, datetime]  # working time, aware, on the clock of whoever works


class IllegalEvent(ValueError):
    """An event that cannot happen in the present state; whoever applied it acted on stale knowledge."""


class State(str, Enum):
    PROPOSED = "proposed"  # nobody could be found: a manager decides
    ASSIGNED = "assigned"
    ESCALATED = "escalated"  # not acknowledged in time: the manager knows
    ACKNOWLEDGED = "acknowledged"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    PASSED_ON = "passed_on"  # somebody else has it now
    CANCELLED = "cancelled"  # there is nothing to do any more


class Event(str, Enum):
    ASSIGN = "assign"
    ACKNOWLEDGE = "acknowledge"
    ACCEPT = "accept"
    REJECT = "reject"
    ESCALATE = "escalate"
    PASS_ON = "pass_on"
    CANCEL = "cancel"
    REOPEN = "reopen"  # the rep takes back a decision


class Late(str, Enum):
    """What a look at the clock asks for."""

    NOTHING = "nothing"
    ESCALATE = "escalate"
    PASS_ON = "pass_on"


_S, _E = State, Event
UNANSWERED = frozenset({_S.PROPOSED, _S.ASSIGNED, _S.ESCALATED})
OPEN = UNANSWERED | {_S.ACKNOWLEDGED}
ENDED = frozenset(_S) - OPEN
FLOW: dict[tuple[State, Event], State] = {
    (_S.PROPOSED, _E.ASSIGN): _S.ASSIGNED,
    (_S.PROPOSED, _E.ESCALATE): _S.ESCALATED,
    (_S.ASSIGNED, _E.ESCALATE): _S.ESCALATED,
    (_S.ESCALATED, _E.ESCALATE): _S.ESCALATED,
    (_S.ESCALATED, _E.ASSIGN): _S.ASSIGNED,  # one that nobody had
    (_S.ACKNOWLEDGED, _E.ACKNOWLEDGE): _S.ACKNOWLEDGED,
    (_S.ACCEPTED, _E.ACKNOWLEDGE): _S.ACCEPTED,
    (_S.ACCEPTED, _E.ACCEPT): _S.ACCEPTED,
    (_S.REJECTED, _E.REJECT): _S.REJECTED,
    (_S.ACCEPTED, _E.REOPEN): _S.ACKNOWLEDGED,
    (_S.REJECTED, _E.REOPEN): _S.ACKNOWLEDGED,
    (_S.REJECTED, _E.PASS_ON): _S.PASSED_ON,
}
for _state in OPEN:
    FLOW[_state, _E.CANCEL] = _S.CANCELLED
    FLOW[_state, _E.PASS_ON] = _S.PASSED_ON
for _state in (_S.ASSIGNED, _S.ESCALATED, _S.ACKNOWLEDGED):
    FLOW[_state, _E.ACKNOWLEDGE] = _S.ACKNOWLEDGED
    FLOW[_state, _E.ACCEPT] = _S.ACCEPTED
    FLOW[_state, _E.REJECT] = _S.REJECTED
for _state in ENDED:
    FLOW[_state, _E.CANCEL] = _state


def next_state(state: State, event: Event) -> State:
    """The state after `event`.

    :raises IllegalEvent: naming both
    """
    try:
        return FLOW[state, event]
    except KeyError:
        raise IllegalEvent(f"a hand-off that is {state.value} cannot {event.value}") from None


# ---------------------------------------------------------------------- working time


def answer_by(now: datetime, spans: Iterable[Span], *, days: int, least: timedelta) -> datetime | None:
    """Until when somebody has to answer what they were given at `now` (aware).

    The end of the business day, or of the `days`-th after today, but never before `least` of working time has passed:
    what arrives a minute before closing is not due a minute later. A day whose working time is over counts as past.

    :param spans: working time in order, on the clock of whoever works; only what follows `now` counts
    :return: None when the spans end before
    """
    coming = list(_after(now, spans))
    closings: dict[date, datetime] = {}
    for start, end in coming:
        closings[start.date()] = end
    enough = plan_hours(now, coming, least / timedelta(hours=1))
    today_is_over = bool(coming) and coming[0][0].date() > now.astimezone(coming[0][0].tzinfo).date()
    index = days - 1 if today_is_over and days else days
    if len(closings) <= index or enough is None:
        return None
    return max(list(closings.values())[index], enough)


def plan_hours(now: datetime, spans: Iterable[Span], hours: float) -> datetime | None:
    """When `hours` of working time after `now` (aware) have passed; None when the spans end before."""
    left = timedelta(hours=hours)
    for start, end in _after(now, spans):
        if left <= end - start:
            return start + left
        left -= end - start
    return None


def worked_hours(start: datetime, end: datetime, spans: Iterable[Span]) -> float:
    """Hours of working time between two aware instants; 0 when they are the wrong way round."""
    inside = (min(closes, end) - opens for opens, closes in _after(start, spans) if opens < end)
    return sum((span.total_seconds() for span in inside), 0.0) / 3600


def free_from(now: datetime, spans: Iterable[Span]) -> datetime | None:
    """The first working instant at or after `now` (aware)."""
    return next((start for start, _end in _after(now, spans)), None)


def _after(now: datetime, spans: Iterable[Span]) -> Iterable[Span]:
    for start, end in spans:
        if end > now:
            yield max(start, now.astimezone(start.tzinfo)), end


def look(now: datetime, state: State, deadline: datetime, pass_on_at: datetime | None) -> Late:
    """What is late at `now`: first the manager is told, later somebody else is asked.

    :param pass_on_at: when to ask somebody else; None for never
    """
    if state in (State.ASSIGNED, State.PROPOSED) and deadline <= now:
        return Late.ESCALATE
    if state is State.ESCALATED and pass_on_at and pass_on_at <= now:
        return Late.PASS_ON
    return Late.NOTHING
