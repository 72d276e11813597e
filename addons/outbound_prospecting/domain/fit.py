"""How ratings become a score and a tier: the arithmetic that the scoring statement performs in SQL.

The statement is held against these functions by the tests; explanations and simulations use them directly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

DISQUALIFIED = "disqualified"


@dataclass(frozen=True)
class Rating:
    """What one factor says of a prospect.

    :ivar weight: share of the score in percent
    :ivar value: rating 1-5 (points in a points ICP), None when nothing is known
    """

    weight: Decimal
    value: int | None


@dataclass(frozen=True)
class Tier:
    """A band of the score, from `min_score` (itself included) up to the next better tier."""

    code: str
    min_score: Decimal


@dataclass(frozen=True)
class Fit:
    """A prospect's score (two decimals), the share of the weights that is known (percent), and its tier."""

    score: Decimal
    completeness: int
    tier: str | None


def _rounded(value: Decimal, places: str) -> Decimal:
    return value.quantize(Decimal(places), rounding=ROUND_HALF_UP)


def weighted_fit(ratings: Sequence[Rating], tiers: Sequence[Tier], *, min_completeness: int, disqualified: bool) -> Fit:
    """Weighted mean of the known ratings. What is not known is not bad: it lowers completeness instead.

    >>> tiers = [Tier("tier_1", Decimal(4)), Tier("disqualified", Decimal(0))]
    >>> ratings = [Rating(Decimal(60), 5), Rating(Decimal(20), 3), Rating(Decimal(20), None)]
    >>> weighted_fit(ratings, tiers, min_completeness=40, disqualified=False)
    Fit(score=Decimal('4.50'), completeness=80, tier='tier_1')
    """
    known = [rating for rating in ratings if rating.value is not None]
    weight = sum((rating.weight for rating in known), Decimal(0))
    total = sum((rating.weight * (rating.value or 0) for rating in known), Decimal(0))
    score = _rounded(total / weight, "0.01") if weight else Decimal("0.00")
    completeness = int(_rounded(weight, "1"))
    return Fit(score, completeness, tier_of(score, tiers, completeness, min_completeness, disqualified))


def points_fit(ratings: Sequence[Rating], tiers: Sequence[Tier], *, min_completeness: int, disqualified: bool) -> Fit:
    """Sum of points; completeness is the share of factors of which something is known."""
    known = [rating.value for rating in ratings if rating.value is not None]
    score = _rounded(Decimal(sum(known)), "0.01")
    completeness = int(_rounded(Decimal(100 * len(known)) / len(ratings), "1")) if ratings else 0
    return Fit(score, completeness, tier_of(score, tiers, completeness, min_completeness, disqualified))


def tier_of(
    score: Decimal, tiers: Sequence[Tier], completeness: int, min_completeness: int, disqualified: bool
) -> str | None:
    """The code of the best tier that the score reaches; None while too little is known.

    A disqualifier beats every score.
    """
    if disqualified:
        return DISQUALIFIED
    if completeness < min_completeness:
        return None
    for tier in sorted(tiers, key=lambda tier: tier.min_score, reverse=True):
        if score >= tier.min_score:
            return tier.code
    return None


def adjusted(rating: int | None, delta: int) -> int | None:
    """A rating of 1-5 moved by evidence that no criterion reads; it stays within 1-5, and not known stays so.

    >>> adjusted(4, 1), adjusted(5, 1), adjusted(1, -1), adjusted(None, 1)
    (5, 5, 1, None)
    """
    return None if rating is None else min(5, max(1, rating + delta))
