"""Which of two variants is better: positive replies per person contacted, never opens, never while it is too early.

Rates are Beta distributed given what was counted, starting from "any rate is as likely" (Beta-Binomial). All figures
below are exact sums, nothing is drawn at random.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

from .lifecycle import IllegalEvent
from .stats import Rate


class Verdict(str, Enum):
    TOO_EARLY = "too_early"  # below the sample floor: the figures are shown, nothing is concluded
    OPEN = "open"  # enough people, no sure difference
    BETTER = "better"  # the challenger may be proposed to a person, who decides
    WORSE = "worse"
    HARMFUL = "harmful"  # more angry answers or opt-outs: never proposed, whatever else it gains


@dataclass(frozen=True)
class Results:
    """What a variant did.

    :ivar contacted: people who were sent at least one touch of it, each counted once
    :ivar positive: people of these who answered with interest
    :ivar negative: people of these who opted out, complained or were hostile
    :raises ValueError: on counts that cannot be
    """

    contacted: int
    positive: int
    negative: int = 0

    def __post_init__(self) -> None:
        if min(self.positive, self.negative) < 0 or self.positive + self.negative > self.contacted:
            raise ValueError(f"{self.positive} positive and {self.negative} negative of {self.contacted} cannot be")

    @property
    def rate(self) -> Rate:
        return Rate(self.positive, self.contacted)

    @property
    def harm(self) -> Rate:
        return Rate(self.negative, self.contacted)


@dataclass(frozen=True)
class Policy:
    """When a difference counts; sure enough that looking every day does not make a winner out of chance.

    :ivar floor: people each variant must have contacted before anything is concluded
    :ivar positives: positive replies that both must have together before anything is concluded
    :ivar certainty: how probable "better" (or "worse") must be
    :ivar loss: what promoting may cost on average if it is wrong after all, as a rate (0.002: 2 of 1,000 replies)
    :ivar harm: how probable "more negative answers" must be to stop a variant
    """

    floor: int = 100
    positives: int = 10
    certainty: float = 0.99
    loss: float = 0.002
    harm: float = 0.9


@dataclass(frozen=True)
class Comparison:
    """The challenger against the control.

    :ivar better: probability that the challenger's true rate of positive replies is the higher one
    :ivar loss: positive replies per person contacted that choosing the challenger gives away on average
    :ivar loss_of_control: the same for keeping the control
    :ivar harm: probability that the challenger's true rate of negative answers is the higher one
    :ivar missing: people still to be contacted with the smaller variant until the floor is reached
    """

    verdict: Verdict
    better: float
    loss: float
    loss_of_control: float
    harm: float
    missing: int = 0


def compare(control: Results, challenger: Results, policy: Policy | None = None, *, rivals: int = 1) -> Comparison:
    """What may be said of the challenger.

    :param rivals: how many challengers the control has at once; the more, the surer each must be (Bonferroni), since
        with many some will look better by luck
    """
    policy = policy or Policy()
    better = probability_higher(challenger.rate, control.rate)
    harm = probability_higher(challenger.harm, control.harm)
    loss = expected_loss(challenger.rate, control.rate)
    missing = max(policy.floor - min(control.contacted, challenger.contacted), 0)
    doubt = (1 - policy.certainty) / rivals
    if missing or control.positive + challenger.positive < policy.positives:
        verdict = Verdict.TOO_EARLY
    elif harm >= policy.harm:
        verdict = Verdict.HARMFUL
    elif better >= 1 - doubt and loss <= policy.loss:
        verdict = Verdict.BETTER
    else:
        verdict = Verdict.WORSE if better <= doubt else Verdict.OPEN
    return Comparison(verdict, better, loss, expected_loss(control.rate, challenger.rate), harm, missing)


def probability_higher(first: Rate, second: Rate) -> float:
    """Probability that the true rate behind `first` is above that behind `second`.

    >>> round(probability_higher(Rate(6, 50), Rate(2, 50)), 2)
    0.92
    """
    return _higher(first.hits + 1, first.count - first.hits + 1, second.hits + 1, second.count - second.hits + 1)


def expected_loss(chosen: Rate, other: Rate) -> float:
    """How much rate is given away on average by choosing `chosen`: the mean of max(other - chosen, 0)."""
    a, b = chosen.hits + 1, chosen.count - chosen.hits + 1
    c, d = other.hits + 1, other.count - other.hits + 1
    # A rate times its Beta density is its mean times the density of a Beta with one hit more.
    loss = c / (c + d) * _higher(c + 1, d, a, b) - a / (a + b) * (1 - _higher(a + 1, b, c, d))
    return max(loss, 0.0)  # a difference of two nearly equal numbers


def _higher(a: int, b: int, c: int, d: int) -> float:
    """P(X > Y) for X ~ Beta(a, b), Y ~ Beta(c, d) of whole parameters, summed over the smallest of them.

    Miller's sum over one parameter; mirrored (1 - X, 1 - Y) or swapped so that the shortest sum is taken.
    """
    shortest = min(a, b, c, d)
    if shortest == a:
        return _sum_over_first(a, b, c, d)
    if shortest == c:
        return 1 - _sum_over_first(c, d, a, b)
    if shortest == d:
        return _sum_over_first(d, c, b, a)
    return 1 - _sum_over_first(b, a, d, c)


def _sum_over_first(a: int, b: int, c: int, d: int) -> float:
    total = math.fsum(
        math.exp(_log_beta(c + i, b + d) - math.log(b + i) - _log_beta(1 + i, b) - _log_beta(c, d)) for i in range(a)
    )
    return min(max(total, 0.0), 1.0)


def _log_beta(a: float, b: float) -> float:
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)


class Promotion(str, Enum):
    """Where the proposal stands to write with the better variant alone."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    REJECTED = "rejected"
    UNDONE = "undone"


class Step(str, Enum):
    APPROVE = "approve"
    REJECT = "reject"
    UNDO = "undo"


PROMOTION_FLOW: dict[tuple[Promotion, Step], Promotion] = {
    (Promotion.PROPOSED, Step.APPROVE): Promotion.APPROVED,
    (Promotion.PROPOSED, Step.REJECT): Promotion.REJECTED,
    (Promotion.APPROVED, Step.UNDO): Promotion.UNDONE,
}


def next_promotion(state: Promotion, step: Step) -> Promotion:
    """The proposal's state after `step`.

    :raises IllegalEvent: naming both
    """
    try:
        return PROMOTION_FLOW[state, step]
    except KeyError:
        raise IllegalEvent(f"a promotion that is {state.value} cannot {step.value}") from None
