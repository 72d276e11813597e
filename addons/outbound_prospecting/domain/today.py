"""What a person does first: the order of their day, the steps until the first mail leaves, and what comes after all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

SAMPLE = 10  # scores that a person looks at before anybody is written to
GREETING = 40  # characters of a first line that may be no more than a greeting


class Kind(str, Enum):
    """What a line of the day is, in the order in which it is shown."""

    PROBLEM = "problem"  # critical: nothing works well until it is solved
    HANDOFF = "handoff"  # a warm prospect waits for an answer
    REPLIES = "replies"  # answers that nobody could read but a person
    REVIEW = "review"  # drafts that may not leave unseen
    TASK = "task"
    WARNING = "warning"


_NEVER = datetime(1970, 1, 1)
_RANK = {kind: rank for rank, kind in enumerate(Kind)}


@dataclass(frozen=True)
class Line:
    """:ivar due: until when, naive UTC; None for what has no time
    :ivar answered: a hand-off that was acknowledged and waits for a decision only
    :ivar score: of the prospect; the better one comes first at the same time
    :ivar number: id of the record
    """

    kind: Kind
    number: int
    due: datetime | None = None
    answered: bool = False
    score: float = 0.0


def order(lines: Iterable[Line]) -> list[Line]:
    """The most pressing first: by kind, then by time, then by score; the same whatever order they come in."""
    return sorted(
        lines,
        key=lambda line: (
            _RANK[line.kind],
            line.answered,
            line.due is None,
            line.due or _NEVER,
            -line.score,
            line.number,
        ),
    )


def excerpt(text: str, length: int = 160) -> str:
    """The beginning of what somebody wrote on one line, without the greeting, at most `length` characters.

    >>> excerpt("Hi Rosa,\\n\\nyes, we are\\ninterested.")
    'yes, we are interested.'
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > 1 and len(lines[0]) <= GREETING and lines[0][-1] in ",!:":
        lines = lines[1:]
    whole = " ".join(" ".join(lines).split())
    return whole if len(whole) <= length else f"{whole[: length - 1].rstrip()}…"


# ---------------------------------------------------------------------- until the first mail leaves


class Step(str, Enum):
    """What has to be there before the first mail leaves, in order."""

    ICP = "icp"
    MAILBOX = "mailbox"
    IMPORT = "import"
    SCORES = "scores"
    LAUNCH = "launch"


class Progress(str, Enum):
    DONE = "done"
    NEXT = "next"
    LATER = "later"


@dataclass(frozen=True)
class Setup:
    """What there is already.

    :ivar judged: prospects on whose score a person gave a verdict, counted up to `SAMPLE`
    :ivar scored: prospects with a score, counted up to `SAMPLE`
    """

    icp: bool = False
    mailbox: bool = False
    prospects: bool = False
    scored: int = 0
    judged: int = 0
    launched: bool = False


def steps(setup: Setup) -> list[tuple[Step, Progress]]:
    """Each step with how it stands; nothing once the first sequence is live. The first one to be done is the next."""
    if setup.launched:
        return []
    done = {
        Step.ICP: setup.icp,
        Step.MAILBOX: setup.mailbox,
        Step.IMPORT: setup.prospects,
        Step.SCORES: setup.scored > 0 and setup.judged >= min(SAMPLE, setup.scored),
        Step.LAUNCH: False,
    }
    following = next(step for step in Step if not done[step])
    return [
        (step, Progress.DONE if done[step] else Progress.NEXT if step is following else Progress.LATER) for step in Step
    ]


# ---------------------------------------------------------------------- when the list is cleared


class Next(str, Enum):
    """The one thing that is suggested below the list."""

    REFUSED = "refused"  # prospects who should be in outreach and cannot
    ENROL = "enrol"  # good prospects whom nobody writes to
    IMPORT = "import"  # no good prospects are left
    WAIT = "wait"  # the sequences run


@dataclass(frozen=True)
class Supply:
    """:ivar refused: prospects who were refused and wait for a person
    :ivar ready: good prospects who are in no sequence
    :ivar running: whether anybody is in a sequence
    """

    refused: int = 0
    ready: int = 0
    running: bool = False


def choose_next(supply: Supply) -> Next:
    """What to do once nothing waits any more."""
    if supply.refused:
        return Next.REFUSED
    if supply.ready:
        return Next.ENROL
    return Next.WAIT if supply.running else Next.IMPORT
