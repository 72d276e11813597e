"""Signals in sentences, and how they fade."""

import time
from datetime import date

import pytest
from outbound_prospecting.domain.signals import SignalRule, find_signals

RULES = (
    SignalRule("expansion", ("opens * office", "opens * plant", "eröffnet * Werk"), 0.6, 90),
    SignalRule("funding", ("raises * Series A", "secured * funding"), 0.9, 120),
    SignalRule("hiring", ("we are hiring",), 0.4, 30),
    SignalRule("leadership", ("appoints * CEO", "joins as"), 0.7, 90),
    SignalRule("layoff", ("lays off", "job cuts"), 0.5, 180, sensitive=True),
    SignalRule("certification", ("ISO 27001 certified",), 0.3, 365),
)


def kinds(text, rules=RULES):
    return [signal.kind for signal in find_signals(text, rules)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme opens its new Ghent office.", ["expansion"]),
        ("Acme opens office.", ["expansion"]),
        ("Acme opens one two three four five office.", []),
        ("Die Acme eröffnet ein neues Werk in Bonn.", ["expansion"]),
        ("Acme RAISES $5.5 million in Series A! Then we rest.", ["funding"]),
        ("Careers\nWe are hiring\nContact", ["hiring"]),
        ("Acme appoints Jane Doe as CEO and opens a plant.", ["expansion", "leadership"]),
        ("Acme will not open. Acme has no plans and never lays off staff.", []),
        ("There were no fires, but Acme lays off staff.", ["layoff"]),
        ("The doors open. Office hours: 9 to 5.", []),
        ("reopens the office", []),
        ("", []),
    ],
)
def test_kinds(text, expected):
    assert kinds(text) == expected


def test_a_signal_quotes_its_sentence():
    text = "We make pumps. In May 2026 Acme opens a Ghent office, at last! More below.\n"
    (signal,) = find_signals(text, RULES)
    assert text[signal.start : signal.end] == "In May 2026 Acme opens a Ghent office, at last!"
    assert (signal.words, signal.day) == ("opens a Ghent office", date(2026, 5, 1))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("on 2026-02-03", date(2026, 2, 3)), ("on 3 February 2026", date(2026, 2, 3)), ("on February 3rd, 2026", date(2026, 2, 3)),
        ("am 3. Februar 2026", date(2026, 2, 3)), ("am 03.02.2026", date(2026, 2, 3)), ("le 3 février 2026", date(2026, 2, 3)),
        ("el 3 de febrero de 2026", date(2026, 2, 3)), ("on 31 February 2026", date(2026, 2, 1)), ("with Room 2026", date(2026, 1, 9)),
        ("now", date(2026, 1, 9)),
    ],
)  # fmt: skip
def test_days(words, day):
    (signal,) = find_signals(f"Acme lays off staff {words}", RULES, published=date(2026, 1, 9))
    assert signal.day == day
    assert signal.sensitive


def test_strength_fades():
    (signal,) = find_signals("We are hiring now", RULES, published=date(2026, 3, 1))
    assert [round(signal.strength_on(date(2026, month, 31)), 2) for month in (3, 5)] == [0.2, 0.05]
    assert signal.strength_on(date(2026, 2, 1)) == 0.4
    (undated,) = find_signals("We are hiring now", RULES)
    assert undated.strength_on(date(2026, 3, 1)) == 0.2


def test_rules_are_words_and_no_patterns():
    assert kinds("we (x+x+)+y are", [SignalRule("odd", ("(x+x+)+y",))]) == ["odd"]
    assert kinds("anything at all", [SignalRule("odd", ("", " * ", "**"))]) == []


@pytest.mark.parametrize("piece", ["a ", "opens ", "opens a b c ", "not ", "1.1.", "May ", "x.", "no "])
def test_no_text_keeps_us_busy(piece):
    started = time.process_time()
    find_signals((piece * 50_000)[:100_000], RULES)
    assert time.process_time() - started < 10
