"""Simulated people: repeatable in any order, as frequent as they were set, and forecast with ranges that hold."""

import doctest
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outbound_prospecting.domain import simulation as module
from outbound_prospecting.domain.simulation import (
    POSITIVE,
    Behaviour,
    Delay,
    Person,
    chance,
    count_hits,
    expected,
    react,
)
from outbound_prospecting.domain.stats import Rate

MAILS = range(1, 7)
CLASSES = (
    ("interest", 3),
    ("meeting_request", 2),
    ("question", 2),
    ("deferral", 1),
    ("not_interested", 2),
    ("opt_out", 1),
)
shares = st.floats(0, 1)


def behave(**values):
    return Behaviour(**{"answers": {"tier_1": 0.2, "": 0.1}, "classes": CLASSES, **values})


behaviours = st.builds(
    behave,
    answers=st.fixed_dictionaries({"tier_1": shares, "": shares}),
    meets=shares,
    one_click=shares,
    out_of_office=shares,
    auto_reply=shares,
    bounces=st.builds(lambda dead, full: (("recipient", dead), ("transient", full)), shares, shares),
)
people = st.builds(Person, st.text(min_size=1), st.sampled_from(["tier_1", "tier_2", ""]), st.just("fr"))


def test_examples_in_the_docstrings():
    result = doctest.testmod(module)
    assert result.attempted and not result.failed


@given(behaviours, st.integers(), st.lists(people, unique=True, max_size=6), st.randoms())
def test_behaviour_depends_on_seed_person_and_mail_alone(behaviour, seed, crowd, shuffler):
    cases = [(person, mail) for person in crowd for mail in MAILS]
    first = {case: react(behaviour, seed, *case) for case in cases}
    shuffler.shuffle(cases)
    assert {case: react(behaviour, seed, *case) for case in cases} == first


@given(behaviours, st.integers(), people)
def test_what_one_person_may_do(behaviour, seed, person):
    story = [react(behaviour, seed, person, mail) for mail in MAILS]
    reactions = [reaction for found in story for reaction in found]
    own_words = [r for r in reactions if r.label not in ("bounce", "out_of_office", "auto_reply")]
    assert len(own_words) <= 1, "somebody answered twice"
    assert all(reaction.after > timedelta(0) for reaction in reactions)
    for found in story:
        assert list(found) == sorted(found, key=lambda reaction: reaction.after)
        if any(reaction.label == "bounce" for reaction in found):
            assert len(found) == 1, "a mail that came back was answered"
    for reaction in reactions:
        assert (reaction.back is not None) == (reaction.label in ("out_of_office", "deferral"))
        assert not reaction.meets or reaction.label in POSITIVE
        assert not reaction.by_link or reaction.label == "opt_out"
    dead = [found[0].fault == "recipient" for found in story if found]
    assert not any(dead) or (all(dead) and len(dead) == len(MAILS)), "an address that does not exist comes and goes"


@given(st.integers(), st.text())
def test_chance_is_a_share(seed, text):
    assert 0 <= chance(seed, text) < 1


def test_people_behave_as_often_as_they_were_set():
    """Beyond four standard deviations, which these seeds do not reach."""
    behaviour = behave(bounces=(("recipient", 0.03),), auto_reply=0.05, out_of_office=0.1)
    crowd = [Person(f"p{number}", "tier_1") for number in range(20_000)]
    stories = [[r for mail in MAILS for r in react(behaviour, 7, person, mail)] for person in crowd]
    alive = [story for story in stories if not any(r.label == "bounce" for r in story)]
    answers = [r for story in alive for r in story if r.label not in ("out_of_office", "auto_reply")]

    def check(hits, count, share):
        assert share in Rate(hits, count).interval(0.9999), f"{hits} of {count} is not {share}"

    check(len(stories) - len(alive), len(stories), 0.03)
    check(len(answers), len(alive), 0.2)
    check(sum(r.label in POSITIVE for r in answers), len(answers), 7 / 11)
    check(sum(r.meets for r in answers), sum(r.label in POSITIVE for r in answers), behaviour.meets)
    check(sum(r.label == "out_of_office" for story in alive for r in story), 6 * len(alive), 0.1)
    median = sorted(r.after for r in answers)[len(answers) // 2]
    assert median == pytest.approx(behaviour.delay.median, rel=0.1)


def test_delay_and_its_share_are_each_other():
    delay = Delay(timedelta(hours=6), 1.2)
    for share in (0.05, 0.5, 0.9):
        assert delay.share_within(delay.draw(share)) == pytest.approx(share, abs=0.01)
    assert delay.share_within(timedelta(0)) == 0


@pytest.mark.parametrize(
    "wrong", [{"meets": 1.2}, {"answers": {"": -0.1}}, {"classes": (("interest", 0),)}, {"by_mail": (0, 0)}]
)
def test_impossible_shares_are_refused(wrong):
    with pytest.raises(ValueError, match=r"shares|weights"):
        behave(**wrong)


# ------------------------------------------------------------------ the forecast


@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from([0, 0.1, 0.5, 0.9, 1])), max_size=3))
def test_distribution_of_hits_is_exact(groups):
    """Against every outcome of a few people."""
    chances = {0: 1.0}
    for number, share in groups:
        for _ in range(number):
            after = {}
            for hits, one in chances.items():
                after[hits] = after.get(hits, 0) + one * (1 - share)
                after[hits + 1] = after.get(hits + 1, 0) + one * share
            chances = after
    found = count_hits(groups)
    assert found.mean == pytest.approx(sum(hits * one for hits, one in chances.items()))
    for bound, wanted in ((found.interval.low, 0.05), (found.interval.high, 0.95)):
        assert sum(one for hits, one in chances.items() if hits <= bound) >= wanted - 1e-9
        assert sum(one for hits, one in chances.items() if hits < bound) <= wanted + 1e-9
    for least in range(len(chances) + 1):
        assert found.at_least(least) == pytest.approx(
            sum(one for hits, one in chances.items() if hits >= least), abs=1e-9
        )


@settings(max_examples=30)
@given(behaviours, st.integers(0, 300), st.integers(0, 300))
def test_more_people_bring_no_less(behaviour, few, more):
    small = expected(behaviour, {"tier_1": few})
    large = expected(behaviour, {"tier_1": few + more})
    for name in ("replies", "positives", "meetings", "opt_outs", "bounces"):
        one, other = getattr(small, name), getattr(large, name)
        assert one.mean <= other.mean + 1e-9 and one.interval.low <= other.interval.low
        assert one.interval.low <= one.mean + 1 and one.interval.high <= few


def test_ranges_hold_for_simulated_pilots():
    """Nine of ten simulated pilots of 50 people end within each range."""
    behaviour = behave(answers={"tier_1": 0.3, "": 0.15})
    forecast = expected(behaviour, {"tier_1": 20, "tier_2": 30})
    inside = dict.fromkeys(("replies", "positives", "meetings"), 0)
    pilots = 600
    for seed in range(pilots):
        counts = dict.fromkeys(inside, 0)
        for number in range(50):
            person = Person(f"p{number}", "tier_1" if number < 20 else "tier_2")
            for mail, day in zip(MAILS, module.MAIL_DAYS, strict=True):
                for reaction in react(behaviour, seed, person, mail):
                    timely = reaction.after <= timedelta(days=30 - day)
                    if timely and reaction.label not in ("bounce", "out_of_office", "auto_reply"):
                        counts["replies"] += 1
                        counts["positives"] += reaction.label in POSITIVE
                        counts["meetings"] += reaction.meets
        for name, count in counts.items():
            inside[name] += count in getattr(forecast, name).interval
    for name, hits in inside.items():
        assert Rate(hits, pilots).interval(0.9999).high >= 0.9, f"{name}: {hits} of {pilots} inside"


def test_nobody_brings_nothing():
    nothing = expected(behave(), {})
    assert nothing.contacted == 0 and nothing.replies.interval.high == 0


def test_a_short_pilot_misses_late_answers():
    whole = expected(behave(), {"": 100}, days=60)
    short = expected(behave(), {"": 100}, days=10)
    assert short.replies.mean < whole.replies.mean / 2


def test_the_seed_matters():
    behaviour = behave()
    crowd = [Person(f"p{number}") for number in range(200)]
    answered = [{p.key for p in crowd if any(react(behaviour, seed, p, m) for m in MAILS)} for seed in (1, 2)]
    assert answered[0] != answered[1]
