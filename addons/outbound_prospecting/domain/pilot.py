"""A pilot: criteria fixed before launch, what they say on a given day, when it must stop, and what to decide at its end.

Nothing here writes words for people: every statement is a key with values, worded and translated by whoever shows it.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from .stats import Interval, Rate, per_hit


class Status(str, Enum):
    MET = "met"
    AT_RISK = "at_risk"  # behind, and may still come right
    TOO_EARLY = "too_early"  # nothing can be said yet
    MISSED = "missed"


class Reason(str, Enum):
    """Why a criterion stands as it does; the key of the sentence that is shown."""

    FEW = "few"  # fewer cases than agreed before anything is concluded
    YOUNG = "young"  # it would stop the pilot, and people have not had time to answer
    NO_FIGURE = "no_figure"  # there is nothing to measure yet
    PROVEN = "proven"  # the whole interval lies on the good side of the target
    AHEAD = "ahead"  # on the good side now, the interval reaches across the target
    REACHED = "reached"  # the pilot ended on the good side, the interval reaches across the target
    BEHIND = "behind"  # on the bad side, the interval reaches across the target
    OUT_OF_REACH = "out_of_reach"  # the whole interval lies on the bad side
    FELL_SHORT = "fell_short"  # the pilot ended on the bad side
    KILLED = "killed"  # beyond the kill threshold


@dataclass(frozen=True)
class Criterion:
    """One row of the agreement, never changed after launch.

    :ivar metric: code of the figure, e.g. "reply_rate"
    :ivar target: the value to reach, in the unit of the figure (rates 0 to 1)
    :ivar kill: value beyond which the pilot stops, None if this figure never stops it
    :ivar floor: cases (people contacted) before which neither the target nor the kill threshold is judged
    :ivar lower_is_better: for costs, bounces and the like
    :ivar benchmark: what is usual in the industry
    :raises ValueError: when the kill threshold lies on the good side of the target
    """

    metric: str
    target: float
    kill: float | None = None
    floor: int = 30
    lower_is_better: bool = False
    required: bool = True
    benchmark: Interval | None = None

    def __post_init__(self) -> None:
        if self.kill is not None and self.kill != self.target and self.is_good(self.kill):
            raise ValueError(f"{self.metric}: a kill threshold of {self.kill} would stop a pilot that does well")

    def is_good(self, value: float) -> bool:
        return value <= self.target if self.lower_is_better else value >= self.target

    def kills(self, value: float) -> bool:
        if self.kill is None:
            return False
        return value > self.kill if self.lower_is_better else value < self.kill


@dataclass(frozen=True)
class Finding:
    """What was measured of a metric: a value, where the true one may lie, and from how many cases.

    :ivar at_least: for an infinite value (money spent, nothing gained yet) what it surely is; this may kill, not infinity
    """

    value: float | None
    interval: Interval | None
    count: int
    at_least: float | None = None

    @classmethod
    def of_rate(cls, rate: Rate) -> Finding:
        return cls(rate.value, rate.interval() if rate.count else None, rate.count)

    @classmethod
    def of_cost(cls, cost: float, rate: Rate) -> Finding:
        """What one hit costs; infinite while money was spent for none, but at least that money."""
        value, interval = per_hit(cost, rate)
        if value is None and cost and rate.count:
            return cls(math.inf, interval, rate.count, at_least=cost)
        return cls(value, interval, rate.count)


@dataclass(frozen=True)
class Judgement:
    criterion: Criterion
    finding: Finding
    status: Status
    reason: Reason

    @property
    def against_benchmark(self) -> str:
        """ "above", "within" or "below" what is usual; "" when either is not known."""
        usual, value = self.criterion.benchmark, self.finding.value
        if usual is None or value is None:
            return ""
        return "within" if value in usual else "above" if value > usual.high else "below"


def judge(criterion: Criterion, finding: Finding, *, ended: bool, ripe: bool = True) -> Judgement:
    """How a criterion stands.

    While the pilot runs only a figure whose whole interval lies on one side is called met or missed; when it has ended
    the figure itself counts, and the reason says whether its interval reaches across the target. Beyond the kill
    threshold it is missed at once: that was agreed beforehand, and waiting for proof would cost what it should save.

    :param ripe: people have had time to answer. Before, a figure that can still grow, such as replies, stops nothing:
        on the day of the first mails it is next to nothing in every pilot
    """
    status, reason = _stand(criterion, finding, ended, ripe)
    return Judgement(criterion, finding, status, reason)


def _stand(criterion: Criterion, finding: Finding, ended: bool, ripe: bool) -> tuple[Status, Reason]:
    value = finding.value
    if value is None:
        return Status.TOO_EARLY, Reason.NO_FIGURE
    if finding.count < criterion.floor:
        return Status.TOO_EARLY, Reason.FEW
    if criterion.kills(value if finding.at_least is None else finding.at_least):
        if not ripe and not criterion.lower_is_better:
            return Status.TOO_EARLY, Reason.YOUNG
        return Status.MISSED, Reason.KILLED
    good = criterion.is_good(value)
    ends = {criterion.is_good(end) for end in _ends(finding)}
    if ends == {good}:
        return (Status.MET, Reason.PROVEN) if good else (Status.MISSED, Reason.OUT_OF_REACH)
    if ended:
        return (Status.MET, Reason.REACHED) if good else (Status.MISSED, Reason.FELL_SHORT)
    return (Status.TOO_EARLY, Reason.AHEAD) if good else (Status.AT_RISK, Reason.BEHIND)


def _ends(finding: Finding) -> tuple[float, ...]:
    """A figure without an interval (money that is there) is what it is."""
    return (finding.interval.low, finding.interval.high) if finding.interval else (finding.value or 0.0,)


def kill_reasons(judgements: Sequence[Judgement]) -> list[Judgement]:
    """The criteria for which the pilot must stop now; empty when it may go on."""
    return [judgement for judgement in judgements if judgement.reason is Reason.KILLED]


# ------------------------------------------------------------------ days and weeks


@dataclass(frozen=True)
class Week:
    """A part of the plan.

    :ivar first_day: day of the pilot it begins on, counted from 1, and
    :ivar last_day: the day it ends on, itself included
    :ivar touches: first and last step of the sequence that it is for, None for none
    :ivar gate: what a person must have done before the next week's work begins
    """

    number: int
    first_day: int
    last_day: int
    touches: tuple[int, int] | None
    gate: str


WEEKS: tuple[tuple[tuple[int, int] | None, str], ...] = (
    (None, "scores_reviewed"),  # nobody is enrolled before
    ((1, 3), "first_answers_read"),
    ((4, 6), "criteria_checked"),
    ((7, 8), "decision_made"),
)


def week_plan(days: int) -> tuple[Week, ...]:
    """The four parts of a pilot of `days` days: 1-7, 8-14, 15-21 and the rest of 30.

    :raises ValueError: below a day for each part
    """
    if days < len(WEEKS):
        raise ValueError(f"a pilot lasts at least {len(WEEKS)} days, not {days}")
    length = days // len(WEEKS)
    return tuple(
        Week(number, (number - 1) * length + 1, days if number == len(WEEKS) else number * length, touches, gate)
        for number, (touches, gate) in enumerate(WEEKS, 1)
    )


@dataclass(frozen=True)
class Progress:
    """:ivar day: 0 before the launch, then 1 to `days`
    :ivar waiting_for: gate that holds the work of the present week back, "" for none
    """

    day: int
    days: int
    week: Week | None
    waiting_for: str
    ended: bool

    @property
    def is_ripe(self) -> bool:
        """Whether people have had time to answer: half of the days are over."""
        return self.ended or 2 * self.day > self.days


def progress(launched: datetime | None, now: datetime, days: int, passed: Collection[str]) -> Progress:
    """Where the pilot stands. Days are those of the calendar: the day of the launch is day 1.

    :param launched: None before the launch; as `now` in the company's own time
    :param passed: gates that people have passed
    """
    weeks = week_plan(days)
    if launched is None or now < launched:
        return Progress(0, days, None, weeks[0].gate if weeks[0].gate not in passed else "", False)
    day = (now.date() - launched.date()).days + 1
    ended = day > days
    day = min(day, days)
    week = next(week for week in weeks if day <= week.last_day)
    due = [other.gate for other in weeks if other.number < week.number or ended]
    return Progress(day, days, week, next((gate for gate in due if gate not in passed), ""), ended)


def allowed_touches(passed: Collection[str]) -> int:
    """Last step of the sequence that the passed gates allow, 0 for none: a late gate delays the steps behind it."""
    last = 0
    for touches, gate in WEEKS:
        if touches:
            last = touches[1]
        if gate not in passed:
            break
    return last


def last_moment(launched: datetime, days: int) -> datetime:
    """When the pilot is over: midnight after its last day."""
    midnight = datetime.combine(launched.date(), datetime.min.time(), tzinfo=launched.tzinfo)
    return midnight + timedelta(days=days)


# ------------------------------------------------------------------ decision


class Decision(str, Enum):
    SCALE = "scale"  # every required criterion is met
    ADJUST = "adjust"  # some are: repeat with what was learned
    STOP = "stop"  # none is, or the pilot was killed
    EXTEND = "extend"  # it ended, and a required figure has too few cases
    WAIT = "wait"  # it still runs


@dataclass(frozen=True)
class Memo:
    """What the decision memo states; `decision` is a proposal, a person decides.

    :ivar proven: required criteria met with their whole interval: what would probably happen again
    """

    decision: Decision
    progress: Progress
    judgements: tuple[Judgement, ...]
    killed: tuple[Judgement, ...]
    met: int
    required: int
    proven: int


def decide(progress: Progress, judgements: Sequence[Judgement], *, stopped: bool = False) -> Memo:
    """The memo.

    :param judgements: made with `ended` as the pilot has ended or was stopped
    :param stopped: a person pulled the kill switch
    """
    required = [judgement for judgement in judgements if judgement.criterion.required]
    met = [judgement for judgement in required if judgement.status is Status.MET]
    killed = kill_reasons(judgements)
    if stopped or killed:
        decision = Decision.STOP
    elif not progress.ended:
        decision = Decision.WAIT
    elif not required or any(one.status is Status.TOO_EARLY for one in required):
        decision = Decision.EXTEND
    elif len(met) == len(required):
        decision = Decision.SCALE
    else:
        decision = Decision.ADJUST if met else Decision.STOP
    proven = sum(judgement.reason is Reason.PROVEN for judgement in met)
    return Memo(decision, progress, tuple(judgements), tuple(killed), len(met), len(required), proven)
