"""The whole flow of an enrolment and its touches on one page: (state, event) -> state.

An enrolment is one prospect in one sequence. A touch is one step of it: a mail, or a task for a person. Nothing else
may decide a state; the rooms apply events and write what this page answers.
"""

from __future__ import annotations

from enum import Enum


class IllegalEvent(ValueError):
    """An event that cannot happen in the present state; whoever applied it acted on stale knowledge."""


class Enrolment(str, Enum):
    """Where a prospect stands in its sequence."""

    ACTIVE = "active"
    PAUSED = "paused"
    REPLIED = "replied"
    COMPLETED = "completed"
    STOPPED = "stopped"


class EnrolmentEvent(str, Enum):
    PAUSE = "pause"  # by a person, a leave, a colleague's reply; may carry a date to resume at
    RESUME = "resume"
    REPLY = "reply"  # a human answer: nothing more is sent until a person resumes
    FINISH = "finish"  # the last touch is over
    STOP = "stop"  # by a person, an opt-out, a bounce, a lost or won lead


class Touch(str, Enum):
    """Where one step of an enrolment stands."""

    PLANNED = "planned"
    DRAFTED = "drafted"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    SENDING = "sending"
    OPEN = "open"  # a task that waits for a person
    SENT = "sent"
    DONE = "done"
    SKIPPED = "skipped"
    CANCELLED = "cancelled"
    FAILED = "failed"
    UNKNOWN = "unknown"  # handed over, outcome not known: a person or a reply decides, never a retry


class TouchEvent(str, Enum):
    DRAFT = "draft"  # final text exists
    SUBMIT = "submit"  # the review policy wants a person to look
    PASS = "pass"  # the review policy lets it through (spot check)
    APPROVE = "approve"
    EDIT = "edit"  # the text changed: approvals are void
    REDRAFT = "redraft"  # throw the text away and draft again
    CLAIM = "claim"  # committed before the mail server is spoken to
    ACCEPT = "accept"  # the mail server took it
    DEFER = "defer"  # proof that nothing was handed over: may be tried again
    REFUSE = "refuse"  # the mail server refused for good
    LOSE = "lose"  # no proof either way
    PROVE_SENT = "prove_sent"  # a reply, a bounce, the copy in the sent folder, or a person
    PROVE_UNSENT = "prove_unsent"  # a person's decision
    OPEN_TASK = "open_task"
    COMPLETE_TASK = "complete_task"
    WITHDRAW = "withdraw"  # the enrolment paused: the task comes back when it resumes
    SKIP = "skip"
    CANCEL = "cancel"  # the enrolment ended


_E, _EE = Enrolment, EnrolmentEvent
ENROLMENT_FLOW: dict[tuple[Enrolment, EnrolmentEvent], Enrolment] = {
    (_E.ACTIVE, _EE.PAUSE): _E.PAUSED,
    (_E.ACTIVE, _EE.REPLY): _E.REPLIED,
    (_E.ACTIVE, _EE.FINISH): _E.COMPLETED,
    (_E.ACTIVE, _EE.STOP): _E.STOPPED,
    (_E.PAUSED, _EE.PAUSE): _E.PAUSED,
    (_E.PAUSED, _EE.RESUME): _E.ACTIVE,
    (_E.PAUSED, _EE.REPLY): _E.REPLIED,
    (_E.PAUSED, _EE.FINISH): _E.COMPLETED,
    (_E.PAUSED, _EE.STOP): _E.STOPPED,
    (_E.REPLIED, _EE.PAUSE): _E.REPLIED,
    (_E.REPLIED, _EE.RESUME): _E.ACTIVE,
    (_E.REPLIED, _EE.REPLY): _E.REPLIED,
    (_E.REPLIED, _EE.STOP): _E.STOPPED,
    (_E.COMPLETED, _EE.REPLY): _E.REPLIED,
    (_E.COMPLETED, _EE.STOP): _E.STOPPED,
    (_E.STOPPED, _EE.REPLY): _E.STOPPED,
    (_E.STOPPED, _EE.STOP): _E.STOPPED,
}

_T, _TE = Touch, TouchEvent
TOUCH_FLOW: dict[tuple[Touch, TouchEvent], Touch] = {
    (_T.PLANNED, _TE.DRAFT): _T.DRAFTED,
    (_T.PLANNED, _TE.OPEN_TASK): _T.OPEN,
    (_T.DRAFTED, _TE.SUBMIT): _T.IN_REVIEW,
    (_T.DRAFTED, _TE.PASS): _T.APPROVED,
    (_T.DRAFTED, _TE.EDIT): _T.DRAFTED,
    (_T.DRAFTED, _TE.REDRAFT): _T.PLANNED,
    (_T.IN_REVIEW, _TE.APPROVE): _T.APPROVED,
    (_T.IN_REVIEW, _TE.EDIT): _T.IN_REVIEW,
    (_T.IN_REVIEW, _TE.REDRAFT): _T.PLANNED,
    (_T.APPROVED, _TE.EDIT): _T.IN_REVIEW,
    (_T.APPROVED, _TE.REDRAFT): _T.PLANNED,
    (_T.APPROVED, _TE.CLAIM): _T.SENDING,
    (_T.SENDING, _TE.ACCEPT): _T.SENT,
    (_T.SENDING, _TE.DEFER): _T.APPROVED,
    (_T.SENDING, _TE.REFUSE): _T.FAILED,
    (_T.SENDING, _TE.LOSE): _T.UNKNOWN,
    (_T.UNKNOWN, _TE.PROVE_SENT): _T.SENT,
    (_T.UNKNOWN, _TE.PROVE_UNSENT): _T.IN_REVIEW,
    (_T.SENDING, _TE.PROVE_SENT): _T.SENT,
    (_T.OPEN, _TE.COMPLETE_TASK): _T.DONE,
    (_T.OPEN, _TE.WITHDRAW): _T.PLANNED,
}
LIVE = frozenset({_E.ACTIVE, _E.PAUSED})  # a person is in one such enrolment at most
WAITING = frozenset({_T.PLANNED, _T.DRAFTED, _T.IN_REVIEW, _T.APPROVED, _T.OPEN})
ENDED = frozenset({_T.SENT, _T.DONE, _T.SKIPPED, _T.CANCELLED, _T.FAILED})
for _state in WAITING:
    TOUCH_FLOW[_state, _TE.SKIP] = _T.SKIPPED
    TOUCH_FLOW[_state, _TE.CANCEL] = _T.CANCELLED
# What is on its way can no longer be called back.
TOUCH_FLOW[_T.SENDING, _TE.CANCEL] = _T.SENDING
TOUCH_FLOW[_T.UNKNOWN, _TE.CANCEL] = _T.UNKNOWN
TOUCH_FLOW[_T.UNKNOWN, _TE.SKIP] = _T.SKIPPED
for _state in ENDED:
    TOUCH_FLOW[_state, _TE.CANCEL] = _state
# A person thought that it had not arrived, and it had: it must not leave again.
for _state in (_T.PLANNED, _T.DRAFTED, _T.IN_REVIEW, _T.APPROVED):
    TOUCH_FLOW[_state, _TE.PROVE_SENT] = _T.SENT


def next_enrolment(state: Enrolment, event: EnrolmentEvent) -> Enrolment:
    """The enrolment's state after `event`.

    :raises IllegalEvent: naming both
    """
    try:
        return ENROLMENT_FLOW[state, event]
    except KeyError:
        raise IllegalEvent(f"an enrolment that is {state.value} cannot {event.value}") from None


def next_touch(state: Touch, event: TouchEvent) -> Touch:
    """The touch's state after `event`.

    :raises IllegalEvent: naming both
    """
    try:
        return TOUCH_FLOW[state, event]
    except KeyError:
        raise IllegalEvent(f"a touch that is {state.value} cannot {event.value}") from None


def may_send(enrolment: Enrolment, touch: Touch) -> bool:
    """Only an approved touch of an active enrolment may be claimed for sending."""
    return enrolment is Enrolment.ACTIVE and touch is Touch.APPROVED


def must_cancel(enrolment: Enrolment, touch: Touch) -> bool:
    """Nothing waits in an enrolment that has ended, such as a mail that was on its way and was turned back."""
    return enrolment in (Enrolment.STOPPED, Enrolment.COMPLETED) and touch in WAITING
