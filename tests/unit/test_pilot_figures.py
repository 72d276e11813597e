"""What a pilot measures, counted again by hand."""

import math
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outbound_prospecting.domain.pilot_figures import METRICS, Person, compare_holdout, measure

FLAGS = [field.name for field in fields(Person) if field.type == "bool"]
people = st.lists(
    st.builds(
        Person,
        lead=st.just(0),
        value=st.sampled_from([0.0, 1000.0, 25_000.0]),
        cost=st.sampled_from([0.0, 0.5, 12.0]),
        **{flag: st.booleans() for flag in FLAGS},
    ),
    max_size=40,
).map(lambda found: [Person(**{**vars(one), "lead": number}) for number, one in enumerate(found, 1)])


@given(people, st.sampled_from([0.0, 100.0]))
def test_every_figure_equals_a_count_by_hand(found, other):
    figures = measure(found, other)
    treated = [one for one in found if not one.holdout]
    contacted = [one for one in treated if one.contacted]
    assert set(figures) == set(METRICS)
    for name, flag in (
        ("reply_rate", "replied"), ("positive_rate", "positive"), ("meeting_rate", "meeting"),
        ("complaint_rate", "complained"),
    ):  # fmt: skip
        hits = [one.lead for one in contacted if getattr(one, flag)]
        assert list(figures[name].hits) == hits
        assert figures[name].finding.value == (len(hits) / len(contacted) if contacted else None)
    tried = [one for one in treated if one.contacted or one.bounced]
    assert figures["bounce_rate"].finding.count == len(tried)
    assert list(figures["bounce_rate"].hits) == [one.lead for one in tried if one.bounced]
    value = sum(one.value for one in contacted if not one.lost and (one.positive or one.meeting))
    assert figures["pipeline_value"].finding.value == (pytest.approx(value) if contacted else None)
    spent = other + sum(one.cost for one in treated)
    meetings = sum(one.meeting for one in contacted)
    if meetings:
        assert figures["cost_per_meeting"].finding.value == pytest.approx(spent / meetings)
    elif contacted and spent:
        assert figures["cost_per_meeting"].finding.value == math.inf
        assert figures["cost_per_meeting"].finding.at_least == pytest.approx(spent)
    over = [one for one in treated if one.ended]
    assert figures["completion_rate"].finding.count == len(over)
    assert len(figures["completion_rate"].hits) == sum(one.completed for one in over)


@given(people)
def test_opens_are_of_those_whose_opens_are_looked_for(found):
    base = [one for one in found if not one.holdout and one.contacted and one.tracked]
    assert len(measure(found)["open_rate"].base) == len(base)
    if not base:
        assert measure(found)["open_rate"].finding.value is None
    machines = [one.lead for one in base if one.opened_by_machine and not one.opened]
    assert list(measure(found)["open_rate"].machines) == machines


@given(people)
def test_hits_are_always_among_those_counted(found):
    for figure in measure(found).values():
        assert set(figure.hits) <= set(figure.base)


def test_value_may_still_grow_while_the_pilot_runs():
    found = [Person(1, contacted=True, positive=True, value=10.0)]
    assert measure(found)["pipeline_value"].finding.interval.high == math.inf
    assert measure(found, ended=True)["pipeline_value"].finding.interval is None


@given(people)
def test_the_holdout_is_compared_with_those_written_to(found):
    groups = compare_holdout(found)
    held = [one for one in found if one.holdout]
    if not held:
        assert groups is None
        return
    treated, held_out = groups
    assert held_out.people == len(held)
    assert held_out.meetings.hits == sum(one.meeting for one in held)
    assert treated.people == sum(one.contacted and not one.holdout for one in found)
    assert treated.won.hits == sum(one.won and one.contacted and not one.holdout for one in found)
