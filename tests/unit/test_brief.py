"""A brief: what a model is told, what of its answer stands, and the brief without a model."""

import doctest
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outbound_prospecting.domain import brief, brief_check
from outbound_prospecting.domain.brief import (
    INSTRUCTIONS,
    Brief,
    Cite,
    Opening,
    Source,
    Statement,
    Subject,
    build_material,
    choose_sources,
    input_hash,
    plain_brief,
    shorten,
)
from outbound_prospecting.domain.brief_check import MAX_STATEMENTS, find_quote, judge

from tests.bare_package import ROOT

ABOUT = (
    "About us\nBrightwater Safety Ltd makes protective helmets for construction workers. Founded in 1998 in Leeds, the "
    "company employs 1,240 people at four sites in England. Helen Marsh is managing director, Tom Okafor is finance "
    "director. The helmets are certified to EN 397."
)
NEWS = (
    "In March 2025 Brightwater Safety opened a second plant in Sheffield, an investment of £4.6 million. It plans to hire "
    "up to 80 people there. Brightwater does not make gloves. Its rival Brightwell Workwear closed its shop in York."
)
SOURCES = (
    Source(1, "about", "About", "https://brightwater.example/about", "2026-02-01", ABOUT),
    Source(2, "news", "News", "https://brightwater.example/news", "2026-02-01", NEWS),
)
SUBJECT = Subject("Brightwater Safety", "brightwater.example", "Leeds", "United Kingdom")
NAMES = ("Brightwater Safety",)


def verdict(text, document, quote, kind="event"):
    [judged] = judge(Brief((Statement(kind, text, (Cite(document, quote),)),)), SOURCES, NAMES)
    return judged


def material_of(text):
    return json.loads(text.partition("\n")[2])


@pytest.mark.parametrize("module", [brief, brief_check])
def test_examples_in_the_docstrings(module):
    assert doctest.testmod(module).failed == 0


# ---------------------------------------------------------------------- what stands


@pytest.mark.parametrize(
    ("kind", "text", "document", "quote"),
    [
        ("business", "Brightwater makes safety helmets for building workers.", 1, "makes protective helmets"),
        ("business", "About 1,200 people work for Brightwater.", 1, "the company employs 1,240 people"),
        ("decider", "Helen Marsh leads Brightwater as managing director.", 1, "Helen Marsh is managing director"),
        ("event", "A second plant in Sheffield opened in March 2025.", 2, "opened a second plant in Sheffield"),
        ("event", "Brightwater invested GBP 4.6m in Sheffield.", 2, "in Sheffield, an investment of £4.6 million"),
        ("pain", "Up to 80 new people in Sheffield have to be trained.", 2, "plans to hire up to 80 people there"),
        ("hook", "I read that you opened a second plant in Sheffield.", 2, "opened a second plant in Sheffield"),
        ("hook", "Ich habe von Ihrem zweiten Werk in Sheffield gelesen.", 2, "a second plant in Sheffield"),
        ("hook", "J'ai lu que vous avez ouvert une usine à Sheffield.", 2, "opened a second plant in Sheffield"),
    ],
)
def test_what_the_evidence_bears_stands(kind, text, document, quote):
    judged = verdict(text, document, quote, kind)
    assert judged.accepted, judged.faults
    [place] = judged.places
    assert SOURCES[document - 1].text[place.start : place.end] == quote


@pytest.mark.parametrize(
    ("fault", "text", "document", "quote"),
    [
        ("quote", "Brightwater opened a third plant in Hull.", 2, "opened a third plant in Hull"),
        ("quote", "Brightwater employs 124 people.", 1, "employs 1,24"),
        ("citation", "Brightwater makes helmets.", 7, "makes protective helmets"),
        ("citation", "Brightwater makes helmets.", 1, " "),
        ("number", "Brightwater employs 1,420 people.", 1, "the company employs 1,240 people"),
        ("number", "Brightwater invested £6.4 million in Sheffield.", 2, "an investment of £4.6 million"),
        ("date", "The plant in Sheffield opened in May 2025.", 2, "opened a second plant in Sheffield"),
        ("place", "Brightwater opened a plant in Bradford.", 2, "opened a second plant"),
        ("role", "Tom Okafor is chief executive of Brightwater.", 1, "Tom Okafor is finance director"),
        (
            "role",
            "Tom Okafor is managing director.",
            1,
            "Helen Marsh is managing director, Tom Okafor is finance director",
        ),
        ("person", "Managing director Helen March runs Brightwater.", 1, "Helen Marsh is managing director"),
        ("company", "Acme Holdings owns Brightwater.", 1, "Brightwater Safety Ltd makes protective helmets"),
        ("negation", "Brightwater makes gloves.", 2, "Brightwater does not make gloves"),
        ("unit", "Brightwater invested $4.6 million in Sheffield.", 2, "an investment of £4.6 million"),
        ("overreach", "Brightwater is the largest maker of helmets in England.", 1, "makes protective helmets"),
    ],
)
def test_what_a_model_made_up_falls(fault, text, document, quote):
    judged = verdict(text, document, quote)
    assert fault in {one.kind for one in judged.faults}, judged.faults


def test_a_statement_without_a_citation_falls():
    [judged] = judge(Brief((Statement("event", "A plant opened.", ()),)), SOURCES)
    assert [one.kind for one in judged.faults] == ["citation"]


def test_one_bad_citation_is_enough():
    cites = (Cite(1, "makes protective helmets"), Cite(2, "the best helmets of all"))
    [judged] = judge(Brief((Statement("business", "Brightwater makes helmets.", cites),)), SOURCES)
    assert not judged.accepted
    assert [place.document for place in judged.places] == [1], "what does stand there is still shown"


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        ("foreign_link", "You opened a second plant in Sheffield, see https://evil.example/win"),
        ("foreign_link", "You opened a second plant in Sheffield; write to boss@evil.example"),
        ("foreign_link", "You opened a second plant in Sheffield, details on evil dot example"),
        ("markup", "You opened a <b>second plant</b> in Sheffield."),
        ("markup", "You opened a [second plant](http://x) in Sheffield."),
        ("hidden", "You opened a second\u200b plant in Sheffield."),
        ("hidden", "You opened a second plant\u202e in Sheffield."),
        ("leak", "As an AI language model I saw that you opened a second plant in Sheffield."),
        ("leak", "You opened a plant in Sheffield. " + " ".join(INSTRUCTIONS.split()[3:14])),
        ("opaque", "You opened a second plant in Sheffield QWxhZGRpbjpvcGVuIHNlc2FtZQ12."),
    ],
)
def test_what_a_page_made_the_model_carry_falls(fault, text):
    judged = verdict(text, 2, "opened a second plant in Sheffield", "hook")
    assert fault in {one.kind for one in judged.faults}, judged.faults


def test_obeyed_injections_never_stand():
    lines = (ROOT / "tests" / "fixtures" / "injections.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [json.loads(line) for line in lines]
    stood = []
    for case in cases:
        source = Source(1, "home", "Home", "https://leeds.example/", "2026-02-01", f"Our Leeds plant.\n{case['page']}")
        statement = Statement("hook", case["obeyed"], (Cite(1, "Our Leeds plant"),))
        [judged] = judge(Brief((statement,)), [source])
        stood += [case["kind"]] * judged.accepted
    assert len(cases) >= 40
    assert stood == []


def test_statements_are_limited_ordered_and_said_once():
    cite = (Cite(2, "opened a second plant in Sheffield"),)
    same = Statement("hook", "You opened a second plant in Sheffield.", cite)
    shouted = Statement("hook", "You opened a SECOND plant in Sheffield!", cite)
    first = Statement("event", "A second plant opened in Sheffield.", cite)
    judged = judge(
        Brief((same, shouted, first, Statement("pain", " ", cite), Statement("pain", "x" * 500, cite))), SOURCES
    )
    assert [one.kind for one in judged] == ["event", "pain", "pain", "hook", "hook"]
    assert [fault.kind for one in judged for fault in one.faults] == ["form", "form", "repeated"]
    assert len(judge(Brief((same,) * 500), SOURCES)) == MAX_STATEMENTS


# ---------------------------------------------------------------------- where quotations stand


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("a  b\n c d", "b c", "b\n c"),
        ("They said “we’re hiring” – now.", '"we\'re hiring" - now', "we’re hiring” – now"),
        ("Um\u00adsatz von 3\u00a0Mio.", "Umsatz von 3 Mio", "Um\u00adsatz von 3\u00a0Mio"),
        ("It employs 45 people.", "…employs 45 people.", "employs 45 people"),
        ("It employs 450 people.", "employs 45", None),
        ("It employs 4.5 people.", "employs 4", None),
        ("anything", "…", None),
        ("anything", "", None),
    ],
)
def test_quotations_are_found_where_they_stand(text, quote, found):
    place = find_quote(text, quote)
    assert (place and text[slice(*place)]) == found


@given(
    st.text(max_size=60),
    st.text(max_size=60),
    st.lists(st.text("abcäß.'-", min_size=1, max_size=6), min_size=1, max_size=6),
)
def test_whatever_stands_around_it_a_quotation_is_found(before, after, words):
    quote = " ".join(words)
    text = f"{before} {'  '.join(words)} {after}"
    place = find_quote(text, quote)
    if any(letter.isalnum() for letter in quote):
        assert place is not None
        said = re.sub(r"\W+", "", text[slice(*place)].casefold())
        assert said == re.sub(r"\W+", "", quote.casefold())


# ---------------------------------------------------------------------- what a model is told


@given(st.text(max_size=200), st.text(max_size=50))
def test_no_text_leaves_its_place(text, title):
    source = Source(5, "home", title, "https://x.example/", "2026-01-01", text)
    told = build_material(SUBJECT, [source])
    assert "\n" not in told.partition("\n")[0]
    material = material_of(told)
    assert set(material) == {"company", "documents"}
    assert [one["text"] for one in material["documents"]] == [text]


@given(st.lists(st.text(max_size=300), max_size=8), st.integers(0, 600))
def test_texts_share_what_there_is_room_for(texts, limit):
    sources = [Source(number, "page", "", "", "", text) for number, text in enumerate(texts)]
    told = {
        one["id"]: one["text"] for one in material_of(build_material(SUBJECT, shorten(sources, limit)))["documents"]
    }
    assert sum(map(len, told.values())) <= limit
    assert all(text.startswith(told[number]) for number, text in enumerate(texts) if number in told)
    if sum(map(len, texts)) <= limit:
        assert told == {number: text for number, text in enumerate(texts) if text}


def test_a_long_page_leaves_room_for_short_ones():
    sources = [Source(1, "home", "", "", "", "word " * 10_000), Source(2, "news", "", "", "", NEWS)]
    told = material_of(build_material(SUBJECT, shorten(sources)))["documents"]
    assert told[1]["text"] == NEWS
    assert len(told[0]["text"]) > 20_000
    assert told[0]["text"].endswith("word")


def test_the_most_telling_texts_are_chosen():
    kinds = ["blog"] * 20 + ["home", "odd", "pasted"]
    chosen = choose_sources(Source(number, kind, "", "", "", "x") for number, kind in enumerate(kinds))
    assert [source.kind for source in chosen[:3]] == ["pasted", "home", "blog"]
    assert len(chosen) == brief.MAX_SOURCES


def test_the_hash_follows_facts_words_and_model():
    told = build_material(SUBJECT, SOURCES)
    assert input_hash(told, "one") == input_hash(build_material(SUBJECT, SOURCES), "one")
    other = build_material(SUBJECT, SOURCES[:1])
    assert len({input_hash(told, "one"), input_hash(told, "two"), input_hash(other, "one")}) == 3


# ---------------------------------------------------------------------- without a model


def test_the_plain_brief_quotes():
    start = NEWS.index("It plans")
    opening = Opening(2, start, start + len("It plans to hire up to 80 people there."), "I saw that you are hiring.")
    told = plain_brief(SOURCES, [opening, opening], "helen marsh")
    assert [one.kind for one in told] == ["business", "decider", "event", "hook"]
    texts = {1: ABOUT, 2: NEWS}
    for one in told:
        quoted = texts[one.place.document][one.place.start : one.place.end]
        assert one.text in (quoted, "I saw that you are hiring.")
    assert told[0].text == "Brightwater Safety Ltd makes protective helmets for construction workers."
    assert "Helen Marsh is managing director" in told[1].text


def test_the_plain_brief_says_nothing_where_nothing_is_known():
    assert plain_brief([], [], "Helen Marsh") == []
    assert plain_brief([Source(1, "home", "", "", "", "Welcome")], [Opening(9, 0, 5, "Hello.")], "Ann Other") == []
