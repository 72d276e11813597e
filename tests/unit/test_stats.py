"""Intervals, medians, variants and the accuracy of predictions, against exact sums and known values."""

import doctest
import math
import random
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outbound_prospecting.domain import accuracy, stats, variants
from outbound_prospecting.domain.accuracy import auc, auc_interval, brier, calibration
from outbound_prospecting.domain.lifecycle import IllegalEvent
from outbound_prospecting.domain.stats import Interval, Rate, middle, per_hit
from outbound_prospecting.domain.variants import (
    Policy,
    Promotion,
    Results,
    Step,
    Verdict,
    compare,
    expected_loss,
    next_promotion,
    probability_higher,
)

COUNTS = (20, 30, 40, 50, 75, 100, 150, 200, 300, 400, 500)
RATES = tuple(percent / 100 for percent in range(1, 41))
# Whatever set of neighbouring results an interval were to cover the truth for, it would do so in fewer than 92 % or in
# more than 98 % of runs.
IMPOSSIBLE = {(20, 0.01), (50, 0.01)}

rates = st.integers(0, 200).flatmap(lambda count: st.builds(Rate, st.integers(0, count), st.just(count)))


@cache
def binomial(count, rate):
    return [math.comb(count, hits) * rate**hits * (1 - rate) ** (count - hits) for hits in range(count + 1)]


@cache
def covering(count, rate):
    """By number of hits, whether the interval then holds the rate."""
    return [rate in Rate(hits, count).interval() for hits in range(count + 1)]


def coverage(count, rate):
    return sum(chance for chance, held in zip(binomial(count, rate), covering(count, rate), strict=True) if held)


def test_examples_in_the_docstrings():
    for module in (stats, variants, accuracy):
        result = doctest.testmod(module)
        assert result.attempted and not result.failed


# ------------------------------------------------------------------ rates


def test_intervals_hold_the_truth_as_often_as_they_say():
    """Summed over all results, not drawn: the share of runs in which the interval holds the true rate."""
    exact = {(count, rate): coverage(count, rate) for count in COUNTS for rate in RATES}
    outside = {cell for cell, share in exact.items() if not 0.92 <= share <= 0.98}
    assert outside == IMPOSSIBLE
    assert sum(exact.values()) / len(exact) == pytest.approx(0.95, abs=0.003)


def test_no_interval_at_all_could_do_it_where_ours_does_not():
    for count, rate in IMPOSSIBLE:
        chances = binomial(count, rate)
        shares = [math.fsum(chances[low:high]) for low in range(8) for high in range(low + 1, 9)]
        assert not [share for share in shares if 0.92 <= share <= 0.98]


def test_simulated_outcomes_are_covered():
    """2,000 simulated samples of each rate and size; a share of 2,000 runs is itself known to 1.9 points (4 sigma)."""
    draw = random.Random(19)
    for count in COUNTS:
        for rate in RATES:
            runs = draw.choices(covering(count, rate), weights=binomial(count, rate), k=2000)
            assert sum(runs) / 2000 == pytest.approx(coverage(count, rate), abs=0.02)


def test_single_people_are_drawn_as_the_sums_assume():
    draw = random.Random(7)
    for count, rate in ((20, 0.3), (50, 0.08), (100, 0.04)):
        held = sum(rate in Rate(sum(draw.random() < rate for _ in range(count)), count).interval() for _ in range(2000))
        assert held / 2000 == pytest.approx(coverage(count, rate), abs=0.02)
        assert 0.92 <= held / 2000 <= 0.98


@pytest.mark.parametrize(
    "hits, count, low, high",  # Newcombe (1998), table I, method 3
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_published_intervals(hits, count, low, high):
    interval = Rate(hits, count).interval()
    assert (interval.low, interval.high) == pytest.approx((low, high), abs=5e-5)


@given(rates, st.floats(0.5, 0.999))
def test_an_interval_holds_its_own_rate_and_mirrors(rate, confidence):
    interval = rate.interval(confidence)
    assert 0 <= interval.low <= interval.high <= 1
    if rate.count:
        assert rate.value in interval
    other = Rate(rate.count - rate.hits, rate.count).interval(confidence)
    assert (other.low, other.high) == pytest.approx((1 - interval.high, 1 - interval.low), abs=1e-9)


@given(rates, st.floats(0.5, 0.9))
def test_more_confidence_is_wider_and_more_people_are_narrower(rate, confidence):
    def width(interval):
        return interval.high - interval.low

    assert width(rate.interval(confidence)) <= width(rate.interval(0.95))
    if rate.count:
        assert width(Rate(rate.hits * 4, rate.count * 4).interval()) < width(rate.interval())


@pytest.mark.parametrize("hits, count", [(-1, 5), (6, 5), (0, -1)])
def test_counts_that_cannot_be(hits, count):
    with pytest.raises(ValueError, match="no rate"):
        Rate(hits, count)
    with pytest.raises(ValueError, match="cannot be"):
        Results(count, hits)


@pytest.mark.parametrize("confidence", [0, 1, 95])
def test_a_confidence_is_a_share(confidence):
    with pytest.raises(ValueError, match="confidence"):
        Rate(1, 2).interval(confidence)


def test_cost_per_hit():
    value, interval = per_hit(300.0, Rate(3, 50))
    assert value == 100
    assert interval.low < 100 < interval.high
    assert per_hit(300.0, Rate(0, 0)) == (None, None)
    value, interval = per_hit(300.0, Rate(0, 50))
    assert value is None
    assert 0 < interval.low < interval.high == math.inf


# ------------------------------------------------------------------ durations


def test_medians():
    assert middle([]) is None
    assert middle([3.0]) == stats.Middle(3.0, 1, None)
    assert middle([5, 1, 3, 2, 4]).interval is None  # even the whole range holds it in 15 of 16 cases only
    assert middle([5, 1, 3, 2, 4, 6]) == stats.Middle(3.5, 6, Interval(1, 6))
    assert middle(range(1, 21)).interval == Interval(6, 15)  # the table of the sign test
    assert middle([1, 2, 3, 4, 5, 6, math.inf, math.inf]).interval.high == math.inf


def test_intervals_of_medians_hold_the_truth():
    draw = random.Random(3)
    for count in (6, 15, 40):
        held = sum(math.log(2) in middle([draw.expovariate(1) for _ in range(count)]).interval for _ in range(1000))
        assert held / 1000 >= 0.93


# ------------------------------------------------------------------ variants


def test_probability_against_known_values():
    assert probability_higher(Rate(1, 1), Rate(0, 1)) == pytest.approx(5 / 6)  # Beta(2, 1) over Beta(1, 2)
    assert probability_higher(Rate(1, 1), Rate(0, 0)) == pytest.approx(2 / 3)
    assert expected_loss(Rate(0, 0), Rate(0, 0)) == pytest.approx(1 / 6)  # mean of max(Y - X, 0), both uniform


@given(rates, rates)
def test_probabilities_complement_and_losses_balance(first, second):
    assert probability_higher(first, second) + probability_higher(second, first) == pytest.approx(1, abs=1e-9)
    difference = (second.hits + 1) / (second.count + 2) - (first.hits + 1) / (first.count + 2)
    assert expected_loss(first, second) - expected_loss(second, first) == pytest.approx(difference, abs=1e-9)


@settings(max_examples=15, deadline=None)
@given(rates, rates)
def test_probabilities_agree_with_drawing(first, second):
    draw = random.Random(5)

    def sample(rate):
        return draw.betavariate(rate.hits + 1, rate.count - rate.hits + 1)

    pairs = [(sample(first), sample(second)) for _ in range(3000)]
    assert sum(x > y for x, y in pairs) / 3000 == pytest.approx(probability_higher(first, second), abs=0.045)
    assert sum(max(y - x, 0) for x, y in pairs) / 3000 == pytest.approx(expected_loss(first, second), abs=0.03)


@pytest.mark.parametrize(
    "control, challenger, verdict",
    [
        (Results(25, 1), Results(25, 6), Verdict.TOO_EARLY),  # a pilot of 50 decides nothing
        (Results(1000, 2), Results(1000, 3), Verdict.TOO_EARLY),  # many people, hardly a reply
        (Results(200, 8), Results(200, 10), Verdict.OPEN),
        (Results(400, 12), Results(400, 36), Verdict.BETTER),
        (Results(400, 36), Results(400, 12), Verdict.WORSE),
        (Results(400, 12, 4), Results(400, 36, 20), Verdict.HARMFUL),
    ],
)
def test_verdicts(control, challenger, verdict):
    assert compare(control, challenger).verdict is verdict


def test_what_is_missing_is_said():
    comparison = compare(Results(140, 5), Results(60, 5), Policy(floor=100))
    assert (comparison.verdict, comparison.missing) == (Verdict.TOO_EARLY, 40)


def test_among_many_rivals_each_must_be_surer():
    control, challenger = Results(300, 15), Results(300, 31)
    assert compare(control, challenger).verdict is Verdict.BETTER
    assert compare(control, challenger, rivals=10).verdict is Verdict.OPEN


def test_equal_variants_are_seldom_promoted():
    """Exact, over all results of two variants of the same true rate, looked at once."""
    count, rate = 100, 0.08
    chances = binomial(count, rate)
    likely = [hits for hits in range(count + 1) if chances[hits] > 1e-4]
    wrong = sum(
        chances[a] * chances[b]
        for a in likely
        for b in likely
        if compare(Results(count, a), Results(count, b)).verdict is Verdict.BETTER
    )
    assert 0 < wrong < 0.015


def test_looking_often_makes_no_winner_out_of_chance_and_finds_a_real_one():
    draw = random.Random(2)

    def ever_better(control, challenger):
        found = 0
        for _run in range(60):
            first = second = 0
            for count in range(50, 601, 50):
                first += sum(draw.random() < control for _ in range(50))
                second += sum(draw.random() < challenger for _ in range(50))
                if compare(Results(count, first), Results(count, second)).verdict is Verdict.BETTER:
                    found += 1
                    break
        return found / 60

    assert ever_better(0.06, 0.06) <= 0.1
    assert ever_better(0.05, 0.12) >= 0.85


# ------------------------------------------------------------------ predictions

predicted = st.lists(st.tuples(st.integers(0, 20).map(lambda twentieths: twentieths / 20), st.booleans()), max_size=60)


@given(predicted)
def test_auc_is_the_share_of_pairs_in_order(pairs):
    hits = [score for score, outcome in pairs if outcome]
    misses = [score for score, outcome in pairs if not outcome]
    value = auc([score for score, _ in pairs], [outcome for _, outcome in pairs])
    if not hits or not misses:
        assert value is None
    else:
        ordered = sum((hit > miss) + (hit == miss) / 2 for hit in hits for miss in misses)
        assert value == pytest.approx(ordered / (len(hits) * len(misses)))
        assert value in auc_interval(value, len(hits), len(misses))


def test_auc_interval_is_hanley_and_mcneils():
    interval = auc_interval(0.8, 50, 50)
    assert (interval.high - interval.low) / 2 / 1.96 == pytest.approx(0.0445, abs=5e-4)


def test_brier():
    assert brier([], []) is None
    assert brier([1, 0], [True, False]) == 0
    assert brier([0.8, 0.3], [True, True]) == pytest.approx((0.04 + 0.49) / 2)
    with pytest.raises(ValueError, match="probability"):
        brier([80], [True])
    with pytest.raises(ValueError, match="predictions for"):
        auc([0.5], [])


@given(predicted, st.integers(1, 12))
def test_calibration_counts_every_case_once_and_keeps_equals_together(pairs, bins):
    table = calibration([score for score, _ in pairs], [outcome for _, outcome in pairs], bins)
    assert len(table) <= bins
    assert sum(one.observed.count for one in table) == len(pairs)
    assert sum(one.observed.hits for one in table) == sum(outcome for _, outcome in pairs)
    means = [one.predicted for one in table]
    assert all(low < high for low, high in pairwise(means))


def test_true_probabilities_are_well_calibrated_and_doubled_ones_are_not():
    draw = random.Random(11)
    chances = [draw.random() / 2 for _ in range(4000)]
    outcomes = [draw.random() < chance for chance in chances]
    assert sum(one.holds for one in calibration(chances, outcomes)) >= 8
    assert sum(one.holds for one in calibration([2 * chance for chance in chances], outcomes)) <= 2


def test_a_promotion_is_decided_once_and_can_be_taken_back():
    assert next_promotion(Promotion.PROPOSED, Step.APPROVE) is Promotion.APPROVED
    assert next_promotion(Promotion.APPROVED, Step.UNDO) is Promotion.UNDONE
    for state in (Promotion.REJECTED, Promotion.UNDONE):
        for step in Step:
            with pytest.raises(IllegalEvent, match=f"{state.value} cannot {step.value}"):
                next_promotion(state, step)


def test_judgement_is_the_sum_of_its_parts():
    said, true = [0.1, 0.2, 0.3, 0.6, 0.9, 0.8], [False, False, True, False, True, True]
    judged = accuracy.judge(said, true, bins=2)
    assert judged.cases == Rate(3, 6)
    assert judged.auc == auc(said, true)
    assert judged.interval == auc_interval(judged.auc, 3, 3)
    assert judged.brier == brier(said, true)
    assert judged.base == 0.25
    assert list(judged.bins) == calibration(said, true, 2)
    assert accuracy.judge([4.5, 3.0], [True, False], probabilities=False).brier is None


def test_nothing_to_judge():
    judged = accuracy.judge([], [])
    assert (judged.auc, judged.interval, judged.brier, judged.base, judged.bins) == (None, None, None, None, ())
    assert not judged.ranks
