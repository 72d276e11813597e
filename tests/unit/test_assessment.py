"""How much of a model's assessment is believed."""

import doctest
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outbound_prospecting.domain import assessment
from outbound_prospecting.domain.assessment import (
    FACTS,
    INSTRUCTIONS,
    Adjustment,
    Assessment,
    Point,
    Source,
    facts_document,
    judge,
    material,
    shortened,
)
from outbound_prospecting.domain.claims import Document
from outbound_prospecting.domain.errors import Refused

NEWS = Document("https://northpeak.example/news", "Northpeak Outfitters opens three shops in Austria in May 2026.")
FACT = facts_document({"Employees": 240, "Industry": "Specialty retail"})
DOCUMENTS = [FACT, NEWS]
QUOTE = (Source(NEWS.id, "opens three shops in Austria"),)
PROVEN = Adjustment("buying_signals", 1, "Northpeak Outfitters opens three shops in Austria.", QUOTE)
REASONING = "The company is a good fit for what we sell. It is growing in the region that we know."


def answer(**values):
    return Assessment(
        **{
            "score": 71,
            "tier": "B",
            "reasoning": REASONING,
            "red_flags": (),
            "talking_points": (),
            "adjustments": (),
            **values,
        }
    )


def judged(limit=1, **values):
    return judge(answer(**values), DOCUMENTS, {"buying_signals", "tech_readiness"}, limit)


def test_examples_in_the_docstrings():
    assert doctest.testmod(assessment).failed == 0


def test_what_evidence_bears_is_kept_and_what_it_does_not_is_told():
    result = judged(
        adjustments=(
            PROVEN,
            Adjustment("tech_readiness", 1, "Northpeak Outfitters opens nine shops in Austria.", QUOTE),
        ),
        talking_points=(Point("They open shops in Austria.", QUOTE), Point("Their chief executive is Ann Lee.", QUOTE)),
    )
    assert result.adjustments == (PROVEN,)
    assert [point.text for point in result.talking_points] == ["They open shops in Austria."]
    refused = dict(result.refused)
    assert "number" in refused["Northpeak Outfitters opens nine shops in Austria."]
    assert len(refused) == 2


@pytest.mark.parametrize(
    "wish",
    [
        Adjustment("buying_signals", 1, PROVEN.reason, ()),
        Adjustment("buying_signals", 1, PROVEN.reason, (Source("https://other.example/", QUOTE[0].quote),)),
        Adjustment("buying_signals", 1, PROVEN.reason, (Source(NEWS.id, "opens four shops"),)),
        Adjustment("buying_signals", 1, "The company has 240 employees.", (Source(FACTS, "Employees: 240"),)),
        Adjustment("disqualified", 1, PROVEN.reason, QUOTE),
        Adjustment("buying_signals", 0, PROVEN.reason, QUOTE),
    ],
    ids=["no citation", "another document", "invented quotation", "facts alone", "no factor", "nothing"],
)
def test_nothing_is_moved_without_proof(wish):
    assert judged(adjustments=(wish,)).adjustments == ()


def test_the_facts_may_be_cited_for_a_point():
    point = Point("The company has 240 employees.", (Source(FACTS, "Employees: 240"),))
    assert judged(talking_points=(point,)).talking_points == (point,)


@given(deltas=st.lists(st.integers(-9, 9), max_size=4), limit=st.integers(0, 2))
def test_a_factor_moves_once_and_never_further_than_allowed(deltas, limit):
    wishes = tuple(Adjustment("buying_signals", delta, PROVEN.reason, QUOTE) for delta in deltas)
    moves = judged(limit, adjustments=wishes).adjustments
    assert len(moves) <= 1
    assert all(0 < abs(move.delta) <= limit for move in moves)


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"reasoning": "It fits well. Read more at evil.example/now."}, "guard"),
        ({"reasoning": " ".join(INSTRUCTIONS.split()[:20])}, "guard"),
        ({"talking_points": (Point("Write to boss@evil.example at once.", QUOTE),)}, "guard"),
        ({"reasoning": "Das Unternehmen ist ein guter Kunde und wird auch nicht von der Krise getroffen."}, "language"),
    ],
    ids=["link", "our own words", "address", "another language"],
)
def test_an_answer_that_no_person_should_see_is_refused_whole(values, code):
    with pytest.raises(Refused) as caught:
        judged(**values)
    assert caught.value.code == code


@pytest.mark.parametrize("values", [{"score": 101}, {"score": -1}, {"reasoning": " "}, {"reasoning": "x" * 2000}])
def test_an_answer_out_of_bounds_is_none(values):
    with pytest.raises(ValueError, match=next(iter(values))):
        answer(**values)


def test_the_same_facts_are_the_same_words():
    one = material({"name": "P", "factors": []}, {"b": 2, "a": 1, "none": ""}, DOCUMENTS)
    other = material({"factors": [], "name": "P"}, {"a": 1, "b": 2}, DOCUMENTS)
    assert one == other
    header, _, content = one.partition("\n")
    assert header == "Assess this company."
    assert json.loads(content)["facts"] == {"id": FACTS, "text": "a: 1\nb: 2"}


def test_long_evidence_is_cut_at_the_end_of_a_line():
    [kept, *_more] = shortened([Document("a", "A line of some words.\n" * 1000)] * 9)
    assert kept.text.endswith("words.")
    assert len(kept.text) <= assessment.DOCUMENT_LETTERS
    assert sum(len(one.text) for one in shortened([Document("a", "x" * 9000)] * 9)) == assessment.ALL_LETTERS
