"""Rates, medians and what they are worth: every figure of a report comes with the interval it may really lie in.

Formulas, and why these: docs/adr/0012-wilson-intervals.md.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist, median

CONFIDENCE = 0.95  # share of such intervals that hold the truth


@dataclass(frozen=True)
class Interval:
    """From `low` to `high`, both included, in the unit of the figure that it belongs to."""

    low: float
    high: float

    def __contains__(self, value: float) -> bool:
        return self.low <= value <= self.high


@dataclass(frozen=True)
class Rate:
    """`hits` of `count` people, e.g. positive replies of people contacted.

    :raises ValueError: on counts that cannot be
    """

    hits: int
    count: int

    def __post_init__(self) -> None:
        if not 0 <= self.hits <= self.count:
            raise ValueError(f"{self.hits} of {self.count} is no rate")

    @property
    def value(self) -> float | None:
        """Between 0 and 1; None of nobody."""
        return self.hits / self.count if self.count else None

    def interval(self, confidence: float = CONFIDENCE) -> Interval:
        """Where the true rate lies (Wilson's score interval); all of 0 to 1 when nobody was counted.

        >>> interval = Rate(2, 50).interval()
        >>> f"{interval.low:.3f} to {interval.high:.3f}"
        '0.011 to 0.135'
        """
        if not self.count:
            return Interval(0.0, 1.0)
        squared = deviations(confidence) ** 2
        whole = self.count + squared
        middle = (self.hits + squared / 2) / whole
        half = math.sqrt(squared * (self.hits * (self.count - self.hits) / self.count + squared / 4)) / whole
        # At the ends the bound is the end itself, whatever the last digit of the roots says.
        low = 0.0 if self.hits == 0 else max(middle - half, 0.0)
        high = 1.0 if self.hits == self.count else min(middle + half, 1.0)
        return Interval(low, high)


@dataclass(frozen=True)
class Middle:
    """The median of `count` durations.

    :ivar interval: None where so few values allow no statement (fewer than six, at 95 %)
    """

    value: float
    count: int
    interval: Interval | None


def middle(values: Sequence[float], confidence: float = CONFIDENCE) -> Middle | None:
    """The median with an interval that assumes no shape of the distribution; None of no values.

    The interval lies between two of the values: as many lie below the true median as heads fall in as many throws of
    a coin. It holds the truth at least as often as asked. A wait that is not over yet counts as `math.inf` when it has
    already lasted longer than the median, and not at all otherwise.
    """
    if not values:
        return None
    ordered = sorted(values)
    count = len(ordered)
    outside = (1 - confidence) / 2
    below, left_out = 0.0, 0  # chance that at most `left_out - 1` values lie below the median
    while (below := below + _coin(count, left_out)) <= outside:
        left_out += 1
    bounds = Interval(ordered[left_out - 1], ordered[count - left_out]) if left_out else None
    return Middle(median(ordered), count, bounds)


def per_hit(cost: float, rate: Rate, confidence: float = CONFIDENCE) -> tuple[float | None, Interval | None]:
    """What one hit costs (one reply, one meeting) when reaching `rate.count` people cost `cost`.

    :return: cost per hit, None while there is none; and where it may really lie, its upper end `math.inf` while there
        is none, None when nobody was reached
    """
    if not rate.count:
        return None, None
    chance = rate.interval(confidence)
    dearest = cost / (rate.count * chance.low) if chance.low else math.inf
    return (cost / rate.hits if rate.hits else None), Interval(cost / (rate.count * chance.high), dearest)


def deviations(confidence: float) -> float:
    """How many standard deviations either side hold `confidence` of a normal distribution."""
    if not 0 < confidence < 1:
        raise ValueError(f"confidence lies between 0 and 1, not at {confidence}")
    return NormalDist().inv_cdf((1 + confidence) / 2)


def _coin(throws: int, heads: int) -> float:
    """Chance of exactly so many heads of a fair coin."""
    return math.exp(
        math.lgamma(throws + 1) - math.lgamma(heads + 1) - math.lgamma(throws - heads + 1) - throws * math.log(2)
    )
