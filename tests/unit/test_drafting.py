"""Templates become final text: tokens, data that looks like a template, languages, variants, checks."""

import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outbound_prospecting.domain import drafting
from outbound_prospecting.domain.draft_checks import Draft, Phrases, run_checks, split_sentences
from outbound_prospecting.domain.drafting import (
    MAX_BODY,
    MAX_SUBJECT,
    TooLong,
    as_clause,
    as_sentence,
    choose_language,
    choose_variant,
    clean_body,
    clean_line,
    clean_subject,
    find_mistakes,
    find_tokens,
    first_name,
    render,
    to_html,
)

HOSTILE = ["{{7*7}}", "${7*7}", '<t t-out="7*7"/>', "{company}", "{first_name|x}", "#{7*7}", "%(company)s", "{0}"]


class TestTokens:
    def test_values_and_fallbacks(self):
        rendered = render("Hi {first_name|there}, how is {city| your town }at {company}?", {"company": "Northpeak"})
        assert rendered.text == "Hi there, how is your town at Northpeak?"
        assert rendered.missing == ()
        assert rendered.used == ("company",)

    def test_missing_tokens_are_named_once_in_order(self):
        rendered = render("{hook} {company} {hook}", {})
        assert rendered.missing == ("hook", "company")

    def test_an_empty_fallback_leaves_no_double_space(self):
        assert render("Teams {city|} know it", {}).text == "Teams know it"

    @pytest.mark.parametrize("value", HOSTILE)
    def test_data_is_never_read_as_a_template(self, value):
        rendered = render("At {company}: {first_name|you}", {"company": value, "first_name": "Jane"})
        assert rendered.text == f"At {clean_line(value)}: Jane"
        assert "49" not in rendered.text

    @given(st.text(max_size=80), st.text(max_size=80))
    def test_any_data_appears_as_it_is(self, company, name):
        values = {"company": company, "first_name": name}
        text = render("[{company|-}][{first_name|-}]", values).text
        expected = f"[{clean_line(company) or '-'}][{clean_line(name) or '-'}]"
        assert text == re.sub(r" +,", ",", expected)

    def test_mistakes_are_found_with_what_was_meant(self):
        found = {mistake.text: mistake.suggestion for mistake in find_mistakes("{firstname} {Company} {{7*7}} {xyzzy")}
        assert found["{firstname}"] == "first_name"
        assert found["{Company}"] == "company"
        assert found["{7*7}"] == ""
        assert "{" in found
        assert find_mistakes("Hi {first_name|there}, {company}") == []

    def test_find_tokens(self):
        tokens = [(token.name, token.fallback) for token in find_tokens("{city|} {company} {nope}")]
        assert tokens == [("city", ""), ("company", None)]

    def test_the_words_instead_may_hold_tokens(self):
        template = "{hook|I looked at {company} in {city|your town|x}.} Good{full_name|},"
        assert render(template, {"company": "Northpeak"}).text == "I looked at Northpeak in your town|x. Good,"
        assert render(template, {"hook": "You opened a {shop}."}).text == "You opened a {shop}. Good,"
        assert render(template, {}).missing == ("company",)
        assert find_mistakes(template) == []
        assert [token.name for token in find_tokens(template)] == ["hook", "company", "city", "full_name"]
        assert [mistake.text for mistake in find_mistakes("{hook|See {compny}}")] == ["{compny}"]

    def test_long_values_are_cut(self):
        assert len(render("{company}", {"company": "x" * 5000}).text) == drafting.MAX_VALUE


class TestCleaning:
    @pytest.mark.parametrize(
        "text", ["Hello\r\nBcc: all@example.com", "Hello\nBcc: all@example.com", "Hello\u2028Bcc: all@example.com"]
    )
    def test_no_header_can_be_smuggled_in(self, text):
        assert clean_subject(text) == "Hello Bcc: all@example.com"
        assert "\n" not in render("{company}", {"company": text}).text

    @given(st.text())
    def test_a_line_is_one_line(self, text):
        cleaned = clean_line(text)
        assert len(cleaned.splitlines()) <= 1
        assert not {"\r", "\n", "\x00", "\u202e", "\u200b"} & set(cleaned)
        assert clean_line(cleaned) == cleaned

    def test_limits(self):
        with pytest.raises(TooLong) as error:
            clean_body("x" * (MAX_BODY + 1))
        assert (error.value.length, error.value.limit) == (MAX_BODY + 1, MAX_BODY)
        with pytest.raises(TooLong):
            clean_subject("x" * (MAX_SUBJECT + 1))

    def test_body_keeps_its_paragraphs(self):
        assert clean_body("a \r\n\r\n\r\n\r\n b\rc\n") == "a\n\nb\nc"


class Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.seen, self.hrefs = set(), []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        self.hrefs += [value for name, value in attrs if name == "href"]


class TestHtml:
    def test_paragraphs_breaks_and_links(self):
        text = "One <b>\nTwo\n\nSee https://example.com/a?b=1&c=2."
        url = "https://example.com/a?b=1&amp;c=2"
        assert to_html(text) == f'<p>One &lt;b&gt;<br>Two</p><p>See <a href="{url}">{url}</a>.</p>'

    def test_links_of_a_prospects_data_are_text(self):
        rendered = render(
            "{company}: see https://ours.example/x or {calendar_link}",
            {"company": "https://evil.example/", "calendar_link": "https://book.example/me"},
        )
        assert Tags(to_html(rendered.text, rendered.links)).hrefs == [
            "https://ours.example/x",
            "https://book.example/me",
        ]

    @given(st.text())
    def test_no_text_becomes_markup(self, text):
        tags = Tags(to_html(text))
        assert tags.seen <= {"p", "br", "a"}
        assert all(href.startswith(("http://", "https://")) for href in tags.hrefs)


@pytest.mark.parametrize(
    ("full", "first"),
    [
        ("Jane Doe", "Jane"),
        ("Dr. Jane Doe", "Jane"),
        ("Prof. Dr. Anna Maria Huber", "Anna"),
        ("Doe, Jane", "Jane"),
        ("JANE DOE", "Jane"),
        ("jean-luc picard", "Jean-Luc"),
        ("Frau Müller", "Müller"),
        ("J. Doe", ""),
        ("info@example.com", ""),
        ("{company}", ""),
        ("Team 7", ""),
        ("", ""),
    ],
)
def test_first_name(full, first):
    assert first_name(full) == first


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("They hire", "They hire."),
        ("They hire.", "They hire."),
        ("Do they hire?", "Do they hire?"),
        ("See https://example.com/x", "See https://example.com/x"),
        ("", ""),
    ],
)
def test_a_value_ends_like_a_sentence(text, sentence):
    assert as_sentence(text) == sentence


def test_a_value_in_a_sentence_has_no_stop():
    assert as_clause(" near misses that nobody writes down. ") == "near misses that nobody writes down"


class TestVariants:
    def test_the_same_key_gets_the_same_variant(self):
        assert len({choose_variant([1, 1, 3], "enrolment:7") for _ in range(10)}) == 1

    def test_shares_follow_the_weights(self):
        counts = Counter(choose_variant([1, 3, 0], f"{number}:2") for number in range(8000))
        assert counts[2] == 0
        assert 0.22 < counts[0] / 8000 < 0.28

    @pytest.mark.parametrize("weights", [[], [0, 0], [-1]])
    def test_nothing_to_choose(self, weights):
        assert choose_variant(weights, "x") is None


class TestLanguage:
    available = ["en_US", "de_DE", "fr_FR"]

    @pytest.mark.parametrize(
        ("wanted", "chosen"),
        [
            (["de_AT"], "de_DE"),
            (["nl", "fr", "de"], "fr_FR"),
            (["es_ES", "en_GB"], "en_US"),
            (["ja"], None),
            ([], None),
        ],
    )
    def test_choice(self, wanted, chosen):
        assert choose_language(wanted, self.available) == chosen


GOOD = Draft(
    subject="A question about Northpeak's ski fitting",
    body=(
        "Hi Jane,\n\n"
        "Northpeak opened its third shop in Boulder this autumn. New teams often learn fitting from whoever is near. "
        "That works until the season starts. We help shops give every team the same first hour.\n\n"
        "Is that something you look at before winter?\n\nMax"
    ),
    facts=("Northpeak", "Boulder"),
    links=frozenset(),
    phrases=Phrases(worn_out=("touch base", "hope this finds you well"), heavy=("30 minutes",), asks=("let me know",)),
)


def checked(**changes):
    draft = Draft(**{**GOOD.__dict__, **changes})
    return {check.name: check for check in run_checks(draft)}


def failing(**changes):
    return {name for name, check in checked(**changes).items() if not check.ok}


class TestChecks:
    def test_a_good_draft_passes_all(self):
        assert failing() == set()

    @pytest.mark.parametrize(
        ("name", "changes"),
        [
            ("subject_length", {"subject": "one two three four five six seven eight nine"}),
            ("subject_length", {"subject": ""}),
            ("emoji", {"subject": "Skis 🎿 for you"}),
            ("emoji", {"body": GOOD.body + " ⭐"}),
            ("capitals", {"subject": "QUICK QUESTION"}),
            ("capitals", {"subject": "A FANTASTIC offer"}),
            ("reply_prefix", {"subject": "Re: our call"}),
            ("reply_prefix", {"subject": "AW: Angebot"}),
            ("reply_prefix", {"subject": "Fwd : RE[2]: call"}),
            ("body_length", {"body": "Hi Jane,\n\nNorthpeak is nice. Shall we talk?"}),
            ("specific", {"facts": ("Lakeside",)}),
            ("ask", {"body": GOOD.body.replace("?", ".")}),
            ("ask", {"body": GOOD.body.replace("autumn.", "autumn?")}),
            ("ask", {"body": GOOD.body.replace("We help", "Let me know when we can help")}),
            ("ask", {"body": GOOD.body.replace("that something", "a call of 30  minutes something")}),
            ("worn_out", {"body": GOOD.body.replace("We help", "Let us touch\nbase: we help")}),
            ("placeholder", {"body": GOOD.body.replace("Jane", "{first_name}")}),
            ("placeholder", {"body": GOOD.body.replace("Jane", "[First Name]")}),
            ("placeholder", {"body": GOOD.body.replace("Jane", "{{7*7}}")}),
            ("placeholder", {"subject": "Hello XXX"}),
            ("links", {"body": GOOD.body.replace("Boulder", "https://evil.example/x")}),
            ("links", {"subject": "See https://example.com"}),
        ],
    )
    def test_each_fault_is_found_by_its_own_check(self, name, changes):
        assert failing(**changes) == {name}

    def test_a_reply_may_say_so(self):
        assert failing(subject="Re: A question about fitting", is_reply=True) == set()

    def test_words_in_capitals_that_are_their_name(self):
        assert failing(subject="A question about NORTHPEAK", names=("NORTHPEAK Outfitters",)) == set()

    def test_a_person_may_add_a_link(self):
        body = GOOD.body.replace("Boulder", "Boulder (https://example.com/x)")
        assert failing(body=body, links=None) == set()

    def test_a_plain_draft_says_so(self):
        assert checked(has_finding=False)["specific"].detail["plain"] == 1

    def test_phrases_are_whole_words(self):
        assert failing(body=GOOD.body.replace("We help", "We touch baseline, and help")) == set()


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("Hi Jane,\n\nOne. Two! Three?\n\nBest regards\nMax Muster", 3),
        ("Bonjour Jane,\n\nVoici un. Et deux… Trois ?\n\nMax", 3),
        ("We saw e.g. Boots Inc. in 3.5 days. Fine.", 2),
        ("Hallo Jana,\n\ndas ist z. B. neu. Und gut.\n\nViele Grüße\nMax", 2),
        ("Look: https://example.com/a.B?c. Good.", 2),
        ("", 0),
        ("Hi Jane,", 0),
    ],
)
def test_sentences(body, count):
    assert len(split_sentences(body)) == count, split_sentences(body)
