"""What a service may cost per day and month, and whether one more call fits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal

from .ports import Usage

_MILLION = Decimal(1_000_000)


@dataclass(frozen=True)
class Price:
    """Money per million tokens, in the provider's currency."""

    tokens_in: Decimal = Decimal(0)
    tokens_out: Decimal = Decimal(0)

    def of(self, usage: Usage) -> Decimal:
        """
        >>> Price(Decimal("2"), Decimal("8")).of(Usage(500_000, 100_000))
        Decimal('1.8')
        """
        return (self.tokens_in * usage.tokens_in + self.tokens_out * usage.tokens_out) / _MILLION


@dataclass(frozen=True)
class Budget:
    """The most that may be spent; None for any amount, 0 for nothing at all."""

    day: Decimal | None = None
    month: Decimal | None = None


@dataclass(frozen=True)
class Spent:
    """What was spent this day and this month, calls that are still under way at their estimate."""

    day: Decimal = Decimal(0)
    month: Decimal = Decimal(0)


@dataclass(frozen=True)
class Exhausted:
    """No money for this call.

    :ivar period: "day" or "month"
    :ivar until: when that period begins anew, in the zone of the `now` that was given
    """

    period: str
    until: datetime


def check_budget(budget: Budget, spent: Spent, estimate: Decimal, now: datetime) -> Exhausted | None:
    """None if a call of `estimate` fits into both periods, otherwise the period that lasts longer and refuses.

    :param now: aware and in the company's zone: its midnight begins the day
    """
    if budget.month is not None and _too_much(spent.month, estimate, budget.month):
        first = (now.date().replace(day=28) + timedelta(days=4)).replace(day=1)
        return Exhausted("month", datetime.combine(first, time(), now.tzinfo))
    if budget.day is not None and _too_much(spent.day, estimate, budget.day):
        return Exhausted("day", datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo))
    return None


def _too_much(spent: Decimal, estimate: Decimal, limit: Decimal) -> bool:
    return limit <= 0 or spent + estimate > limit
