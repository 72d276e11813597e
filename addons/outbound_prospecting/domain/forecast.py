"""What the open pipeline will bring: stage probability × value, with a range instead of a single promise."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

from .stats import Interval

CONFIDENCE = 0.8  # four of five such forecasts hold: a range people can plan with
EXACT = 100  # deals up to which every way that they may end is added up
STEPS = 2000  # outcomes kept apart; beyond them, amounts within this part of the whole pipeline become one


@dataclass(frozen=True)
class Deal:
    """An open deal: its value in the company's currency, and the chance that it is won, 0 to 1.

    :raises ValueError: when it is none
    """

    value: float
    probability: float

    def __post_init__(self) -> None:
        if self.value < 0 or not 0 <= self.probability <= 1:
            raise ValueError(f"a deal of {self.value} won with probability {self.probability} cannot be")


@dataclass(frozen=True)
class Forecast:
    """:ivar expected: mean of what will be won; `total` if everything is won
    :ivar interval: what will be won, if the chances are right and deals end independently of each other
    """

    deals: int
    total: float
    expected: float
    interval: Interval


def forecast(deals: Sequence[Deal], confidence: float = CONFIDENCE) -> Forecast:
    """What `deals` bring together.

    >>> forecast([Deal(100, 0.5), Deal(100, 0.5)], confidence=0.4).interval
    Interval(low=100.0, high=100.0)
    """
    total = math.fsum(deal.value for deal in deals)
    expected = math.fsum(deal.value * deal.probability for deal in deals)
    if not total:
        return Forecast(len(deals), 0.0, 0.0, Interval(0.0, 0.0))
    outside = (1 - confidence) / 2
    open_ones = [deal for deal in deals if deal.value]
    range_of = _exact if len(open_ones) <= EXACT else _normal
    return Forecast(len(deals), total, expected, range_of(open_ones, total, outside))


def velocity(deals: int, value: float, win_rate: float, days: float) -> float | None:
    """Money per day that flows out of the pipeline as won: deals × average value × win rate ÷ days of a sales cycle.

    :param days: median days from first contact to won; None comes back while nothing was won yet (0 days)
    """
    return deals * value * win_rate / days if days > 0 else None


def _exact(deals: Sequence[Deal], total: float, outside: float) -> Interval:
    """Quantiles of the distribution of all outcomes, built deal by deal."""
    chances = {0.0: 1.0}  # amount won -> chance
    for deal in deals:
        after: dict[float, float] = {}
        for amount, chance in chances.items():
            for won, share in ((amount, 1 - deal.probability), (amount + deal.value, deal.probability)):
                if share:
                    after[won] = after.get(won, 0.0) + chance * share
        chances = after if len(after) <= STEPS else _merged(after, total / STEPS)
    ordered = sorted(chances.items())
    return Interval(_quantile(ordered, outside), _quantile(ordered, 1 - outside))


def _merged(chances: dict[float, float], unit: float) -> dict[float, float]:
    """Outcomes of the same step made one at their mean, so that no amount is lost by rounding."""
    steps: dict[int, tuple[float, float]] = {}
    for amount, chance in chances.items():
        together, weighted = steps.get(int(amount / unit), (0.0, 0.0))
        steps[int(amount / unit)] = (together + chance, weighted + chance * amount)
    return {weighted / together: together for together, weighted in steps.values() if together}


def _quantile(ordered: Sequence[tuple[float, float]], share: float) -> float:
    """The smallest amount at or below which at least `share` of the outcomes lie."""
    below = 0.0
    for amount, chance in ordered:
        below += chance
        if below >= share - 1e-12:
            return amount
    return ordered[-1][0]


def _normal(deals: Sequence[Deal], total: float, outside: float) -> Interval:
    """Of many deals the sum is nearly normal."""
    mean = math.fsum(deal.value * deal.probability for deal in deals)
    spread = math.sqrt(math.fsum(deal.value**2 * deal.probability * (1 - deal.probability) for deal in deals))
    half = NormalDist().inv_cdf(1 - outside) * spread
    return Interval(max(mean - half, 0.0), min(mean + half, total))
