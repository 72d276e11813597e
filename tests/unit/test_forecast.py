"""The forecast's mean and range, against every way a few deals may end."""

import doctest
import random
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outbound_prospecting.domain import forecast as module
from outbound_prospecting.domain.forecast import EXACT, Deal, forecast, velocity
from outbound_prospecting.domain.stats import Interval

deals_of = st.builds(Deal, st.integers(0, 1000), st.integers(0, 20).map(lambda twentieths: twentieths / 20))


def quantiles(deals, outside):
    """By enumeration of all outcomes."""
    chances = {}
    for won in product((False, True), repeat=len(deals)):
        amount, chance = 0, 1.0
        for deal, is_won in zip(deals, won, strict=True):
            amount += deal.value * is_won
            chance *= deal.probability if is_won else 1 - deal.probability
        chances[amount] = chances.get(amount, 0) + chance
    found, below = [], 0.0
    for amount in sorted(chances):
        below += chances[amount]
        while len(found) < 2 and below >= (outside, 1 - outside)[len(found)] - 1e-9:
            found.append(amount)
    return found


def test_examples_in_the_docstrings():
    result = doctest.testmod(module)
    assert result.attempted and not result.failed


def test_nothing_in_the_pipeline():
    assert forecast([]).interval == Interval(0, 0)
    assert forecast([Deal(0, 0.5)]).expected == 0


def test_certain_deals_have_no_range():
    result = forecast([Deal(1000, 1), Deal(500, 0)])
    assert (result.expected, result.total, result.interval) == (1000, 1500, Interval(1000, 1000))


def test_one_big_deal_is_won_or_not():
    """Where the mean misleads: 100,000 at 40 % brings 40,000 in no case."""
    assert forecast([Deal(100_000, 0.4)]).interval == Interval(0, 100_000)


@given(st.lists(deals_of, max_size=8))
def test_range_is_that_of_all_outcomes(deals):
    result = forecast(deals)
    total = sum(deal.value for deal in deals)
    assert [result.interval.low, result.interval.high] == (quantiles(deals, 0.1) if total else [0, 0])
    assert result.expected == pytest.approx(sum(deal.value * deal.probability for deal in deals))


@pytest.mark.parametrize("count", [12, EXACT, EXACT + 1, 400])
def test_as_many_outcomes_as_said_lie_in_the_range(count):
    draw = random.Random(count)
    deals = [Deal(draw.lognormvariate(9, 1), draw.choice((0.05, 0.1, 0.25, 0.4, 0.6, 0.75))) for _ in range(count)]
    interval = forecast(deals).interval
    runs = [sum(deal.value for deal in deals if draw.random() < deal.probability) for _ in range(1000)]
    assert 0.75 <= sum(run in interval for run in runs) / 1000 <= 0.86


def test_many_small_deals_are_not_lost_between_the_steps():
    deals = [Deal(1, 1)] * (EXACT - 1) + [Deal(100_000, 0)]
    assert forecast(deals).interval == Interval(EXACT - 1, EXACT - 1)


@pytest.mark.parametrize("value, probability", [(-1, 0.5), (1, 40), (1, -0.1)])
def test_deals_that_cannot_be(value, probability):
    with pytest.raises(ValueError, match="cannot be"):
        Deal(value, probability)


def test_velocity():
    assert velocity(20, 10_000, 0.25, 50) == 1000
    assert velocity(20, 10_000, 0.25, 0) is None
