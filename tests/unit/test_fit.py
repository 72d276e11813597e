"""The arithmetic of the score."""

import doctest
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from outbound_prospecting.domain import fit
from outbound_prospecting.domain.fit import Rating, Tier, points_fit, tier_of, weighted_fit

TIERS = [
    Tier("tier_1", Decimal("4")),
    Tier("tier_2", Decimal("3")),
    Tier("tier_3", Decimal("2")),
    Tier("disqualified", Decimal("0")),
]
ratings = st.lists(
    st.builds(
        Rating,
        weight=st.decimals(min_value="0.01", max_value="100", places=2),
        value=st.one_of(st.none(), st.integers(1, 5)),
    ),
    min_size=1,
    max_size=8,
)


def test_examples_in_the_docstrings():
    assert doctest.testmod(fit).failed == 0


def test_thresholds_belong_to_the_better_tier():
    codes = [tier_of(Decimal(score), TIERS, 100, 0, False) for score in ("4.00", "3.99", "3.00", "2.00", "1.99")]
    assert codes == ["tier_1", "tier_2", "tier_2", "tier_3", "disqualified"]


def test_halves_round_up_as_in_the_database():
    result = weighted_fit(
        [Rating(Decimal("99.5"), 5), Rating(Decimal("0.5"), 4)], TIERS, min_completeness=0, disqualified=False
    )
    assert result.score == Decimal("5.00")


@given(ratings)
def test_score_lies_between_the_known_ratings(values):
    result = weighted_fit(values, TIERS, min_completeness=0, disqualified=False)
    known = [rating.value for rating in values if rating.value is not None]
    if known:
        assert min(known) <= result.score <= max(known)
    else:
        assert (result.score, result.completeness) == (0, 0)


@given(ratings)
def test_what_is_not_known_never_changes_the_score(values):
    without = [rating for rating in values if rating.value is not None]
    both = [weighted_fit(some, TIERS, min_completeness=0, disqualified=False).score for some in (values, without)]
    assert both[0] == both[1]


@given(ratings, st.booleans())
def test_a_disqualifier_beats_every_score(values, little_known):
    result = weighted_fit(values, TIERS, min_completeness=100 if little_known else 0, disqualified=True)
    assert result.tier == "disqualified"


def test_points_are_summed():
    result = points_fit(
        [Rating(Decimal(0), 45), Rating(Decimal(0), 30), Rating(Decimal(0), None)],
        [Tier("tier_1", Decimal(70)), Tier("tier_3", Decimal(0))],
        min_completeness=0,
        disqualified=False,
    )
    assert (result.score, result.tier, result.completeness) == (Decimal("75.00"), "tier_1", 67)
