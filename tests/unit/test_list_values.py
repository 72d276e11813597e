import doctest

import pytest
from outbound_prospecting.domain import identity, list_values
from outbound_prospecting.domain.list_values import Unreadable


@pytest.mark.parametrize("module", [identity, list_values])
def test_examples_in_docstrings(module):
    results = doctest.testmod(module)
    assert results.attempted and not results.failed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,234", 1234),
        ("1.234", 1234),
        ("1 234", 1234),
        ("40.0", 40),
        ("0", 0),
        ("11-50", 30),
        ("51 to 200", 125),
        ("5,000–10,000", 7500),
        ("10,001+", 10001),
        ("<10", 10),
        ("1.5k", 1500),
        ("~200 employees", 200),
        ("about 80 people", 80),
    ],
)
def test_headcount(text, expected):
    assert list_values.parse_headcount(text) == expected


@pytest.mark.parametrize("text", ["many", "2.5", "-5", "50-11", "Nov-50", "1e5", "12-5-3", "1,23,4", "99999999"])
def test_what_is_no_headcount(text):
    with pytest.raises(Unreadable):
        list_values.parse_headcount(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("36.9 Million", (36_900_000, "")),
        ("$1.2B", (1_200_000_000, "$")),
        ("1.234.567,89", (1_234_567.89, "")),
        ("1,234,567.89", (1_234_567.89, "")),
        ("1.234 Million", (1_234_000, "")),
        ("1.234", (1234, "")),
        ("12,5", (12.5, "")),
        ("EUR 2,5 Mio.", (2_500_000, "EUR")),
        ("2,5 Mrd EUR", (2_500_000_000, "EUR")),
        ("5 M€", (5_000_000, "EUR")),
        ("£3m", (3_000_000, "GBP")),
        ("USD 5M", (5_000_000, "USD")),
        ("10-50M", (30_000_000, "")),
        ("$10M - $50M", (30_000_000, "$")),
    ],
)
def test_amount(text, expected):
    assert list_values.parse_amount(text) == expected


@pytest.mark.parametrize("text", ["abc", "(500)", "5 apples", "1.2.3", "50-10M", "12 34 apples"])
def test_what_is_no_amount(text):
    with pytest.raises(Unreadable):
        list_values.parse_amount(text)


@pytest.mark.parametrize(
    ("text", "expected"), [("12.5 %", 12.5), ("12,5%", 12.5), ("-3", -3), ("(4)", -4), ("+1,200%", 1200)]
)
def test_percent(text, expected):
    assert list_values.parse_percent(text) == expected


def test_growth_needs_both_headcounts():
    assert list_values.headcount_growth(40, 5) == 700
    assert list_values.headcount_growth(27, 22) == 22.7
    assert list_values.headcount_growth(0, 20) == 0
    assert list_values.headcount_growth(20, 0) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee <Ann.Lee@Acme.example>", ["ann.lee@acme.example"]),
        ("mailto:ann@acme.example", ["ann@acme.example"]),
        ("ann@acme.example; bob@acme.example", ["ann@acme.example", "bob@acme.example"]),
        ("ann@acme.example,", ["ann@acme.example"]),
    ],
)
def test_emails(text, expected):
    assert list_values.parse_emails(text) == expected


@pytest.mark.parametrize(
    "text", ["ann", "ann@acme", "@acme.example", "a@@acme.example", "ann(at)acme.example", "a@acme..example"]
)
def test_what_is_no_email(text):
    with pytest.raises(Unreadable):
        list_values.parse_emails(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("acme.example", "acme.example"),
        ("HTTPS://Acme.example/about", "https://Acme.example/about"),
        ("htttp://acme.example", "http://acme.example"),
        ("http//acme.example", "http://acme.example"),
        ("acme.example/?next=http://other.example", "acme.example/?next=http://other.example"),
    ],
)
def test_website(text, expected):
    assert list_values.parse_website(text) == expected


@pytest.mark.parametrize(
    "text",
    ["acme", "http://acme", "acme,example.com", "ftp://acme.example", "ann@acme.example", "acme.example or b.example"],
)
def test_what_is_no_website(text):
    with pytest.raises(Unreadable):
        list_values.parse_website(text)


@pytest.mark.parametrize("text", ["", "  ", "-", "n/a", "#N/A", "Unknown"])
def test_blank(text):
    assert list_values.is_blank(text)


def test_formulas_are_told_from_signs():
    for text in ("=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+cmd|x", "-2+3+cmd|x"):
        assert list_values.is_formula(text), text
    for text in ("+1 555 0100", "-3", "@acme", "Acme", "(Add)ventures"):
        assert not list_values.is_formula(text), text


def test_the_mark_before_a_formula_comes_off_again():
    assert list_values.clean("'+1 555 0100") == "+1 555 0100"
    assert list_values.clean("'t Hooft") == "'t Hooft"
