"""How good a prediction was: does it rank (AUC), is it near (Brier), does 20 % happen in 20 % of cases (calibration)?

Predictions are made before the outcome and kept; who is judged by what was predicted afterwards looks better than they
are.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from .stats import CONFIDENCE, Interval, Rate, deviations


@dataclass(frozen=True)
class Bin:
    """Cases predicted alike.

    :ivar predicted: their mean prediction, 0 to 1
    :ivar observed: how many of them came true
    """

    predicted: float
    observed: Rate

    @property
    def holds(self) -> bool:
        """Whether the prediction lies where the true rate may be."""
        return self.predicted in self.observed.interval()


def auc(scores: Sequence[float], outcomes: Sequence[bool]) -> float | None:
    """Probability that a case that came true had the higher score than one that did not; ties count half.

    0.5 is a coin, 1 perfect; None unless there are cases of either kind. Any scale of scores will do.

    >>> auc([0.1, 0.4, 0.35, 0.8], [False, False, True, True])
    0.75
    """
    _require_pairs(scores, outcomes)
    hits = sum(map(bool, outcomes))
    misses = len(outcomes) - hits
    if not hits or not misses:
        return None
    by_score: dict[float, list[int]] = {}
    for score, outcome in zip(scores, outcomes, strict=True):
        by_score.setdefault(score, [0, 0])[bool(outcome)] += 1
    wins, below = 0.0, 0
    for _score, (lost, won) in sorted(by_score.items()):
        wins += won * (below + lost / 2)
        below += lost
    return wins / (hits * misses)


def auc_interval(value: float, hits: int, misses: int, confidence: float = CONFIDENCE) -> Interval:
    """Where the true AUC lies, after Hanley and McNeil (1982).

    :param hits: how many cases came true, and
    :param misses: how many did not; both at least one
    """
    both_hits = value / (2 - value)
    both_misses = 2 * value**2 / (1 + value)
    variance = value * (1 - value) + (hits - 1) * (both_hits - value**2) + (misses - 1) * (both_misses - value**2)
    half = deviations(confidence) * math.sqrt(max(variance, 0.0) / (hits * misses))
    return Interval(max(value - half, 0.0), min(value + half, 1.0))


def brier(predictions: Sequence[float], outcomes: Sequence[bool]) -> float | None:
    """Mean squared distance of predictions (0 to 1) from outcomes: 0 is perfect; None of no cases.

    Always saying the base rate r gives r(1 - r): a prediction is worth something below that.

    :raises ValueError: when a prediction is no probability
    """
    _require_pairs(predictions, outcomes)
    if any(not 0 <= prediction <= 1 for prediction in predictions):
        raise ValueError("a prediction is a probability between 0 and 1")
    if not predictions:
        return None
    return math.fsum((p - bool(o)) ** 2 for p, o in zip(predictions, outcomes, strict=True)) / len(predictions)


def calibration(predictions: Sequence[float], outcomes: Sequence[bool], bins: int = 10) -> list[Bin]:
    """Cases in order of their prediction, cut into `bins` of about the same size; equal predictions stay together."""
    _require_pairs(predictions, outcomes)
    pairs = sorted(zip(predictions, outcomes, strict=True), key=lambda pair: pair[0])
    table: list[Bin] = []
    start = 0
    for number in range(1, bins + 1):
        end = max(round(len(pairs) * number / bins), start)
        while start < end < len(pairs) and pairs[end][0] == pairs[end - 1][0]:
            end += 1
        part = pairs[start:end]
        if part:
            mean = math.fsum(prediction for prediction, _ in part) / len(part)
            table.append(Bin(mean, Rate(sum(bool(outcome) for _, outcome in part), len(part))))
        start = end
    return table


@dataclass(frozen=True)
class Judgement:
    """What a prediction is worth, all on one line.

    :ivar cases: how many came true of how many
    :ivar interval: where the true AUC lies; None like the AUC itself
    :ivar brier: None for scores that are no probabilities
    :ivar base: Brier score of always saying the share that came true; a prediction is worth something below it
    """

    cases: Rate
    auc: float | None
    interval: Interval | None
    brier: float | None
    base: float | None
    bins: tuple[Bin, ...]

    @property
    def ranks(self) -> bool:
        """Whether it surely tells those who will from those who will not better than a coin."""
        return self.interval is not None and self.interval.low > 0.5


def judge(scores: Sequence[float], outcomes: Sequence[bool], bins: int = 5, *, probabilities: bool = True) -> Judgement:
    """Judge predictions by what came of them.

    :param probabilities: whether `scores` are probabilities (0 to 1) or any other scale that should rank
    """
    cases = Rate(sum(map(bool, outcomes)), len(outcomes))
    value = auc(scores, outcomes)
    share = cases.value
    return Judgement(
        cases,
        value,
        auc_interval(value, cases.hits, cases.count - cases.hits) if value is not None else None,
        brier(scores, outcomes) if probabilities else None,
        share * (1 - share) if probabilities and share is not None else None,
        tuple(calibration(scores, outcomes, bins)),
    )


def _require_pairs(left: Sequence[float], right: Sequence[bool]) -> None:
    if len(left) != len(right):
        raise ValueError(f"{len(left)} predictions for {len(right)} outcomes")
