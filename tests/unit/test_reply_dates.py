"""Dates in prose: conventions, languages, abstention."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outbound_prospecting.domain.calendar_days import easter
from outbound_prospecting.domain.reply_dates import find_date, find_meant

NOW = date(2026, 3, 10)  # a Tuesday


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("en", "back in September", "2026-09-01"),
        ("en", "early May", "2026-05-01"),
        ("en", "mid-May", "2026-05-15"),
        ("en", "next week", "2026-03-16"),
        ("en", "after Easter", "2026-04-06"),
        ("en", "next quarter", "2026-04-01"),
        ("en", "in H2", "2026-07-01"),
        ("en", "until 20 March", "2026-03-23"),
        ("en", "in two weeks", "2026-03-24"),
        ("en", "at the end of the month", "2026-03-31"),
        ("en", "in the new year", "2027-01-01"),
        ("en", "after the summer", "2026-09-01"),
        ("en", "in January", "2027-01-01"),
        ("en", "I may be back on April 2nd", "2026-04-02"),
        ("de", "Mitte Mai", "2026-05-15"),
        ("de", "bis einschließlich 27.03.2026", "2026-03-30"),
        ("de", "im 4. Quartal", "2026-10-01"),
        ("de", "in einem halben Jahr", "2026-09-10"),
        ("de", "naechste Woche", "2026-03-16"),
        ("fr", "début octobre", "2026-10-01"),
        ("fr", "au second semestre", "2026-07-01"),
        ("fr", "dans trois semaines", "2026-03-31"),
        ("es", "después de Semana Santa", "2026-04-06"),
        ("es", "el año que viene", "2027-01-01"),
        ("it", "a metà maggio", "2026-05-15"),
        ("it", "fino al 20 marzo", "2026-03-23"),
        ("nl", "volgend kwartaal", "2026-04-01"),
        ("nl", "van 9 t/m 20 maart", None),
        ("pt", "daqui a duas semanas", "2026-03-24"),
        ("pl", "w przyszłym roku", "2027-01-01"),
        ("pl", "po Wielkanocy", "2026-04-06"),
        ("sv", "i augusti", "2026-08-01"),
        ("da", "til og med den 20. marts", "2026-03-23"),
    ],
)
def test_conventions(lang, text, day):
    found = find_date(text, NOW, lang)
    assert (found and found.date.isoformat()) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "we may march on",
        "call 020 7946 0123",
        "in April or in June",
        "on 5/6/2026",
        "last year",
        "before June",
        "some time",
        "30 February",
        "version 3.5",
        "2 weeks ago",
    ],
)
def test_abstains_when_unsure(text):
    assert find_date(text, NOW, "en") is None


def test_an_unmistakable_date_tells_how_the_others_are_meant():
    found = find_date("away from 9/3/2026 to 27/3/2026", NOW, "en", absence=True)
    assert found.date == date(2026, 3, 30)


PARTS = [
    "next",
    "until",
    "after",
    "in",
    "May",
    "31",
    "30 June",
    "2 weeks",
    "monday",
    "end of",
    "2020",
    "5.6.",
    "q3",
    "-",
    "to",
]


@given(
    st.lists(st.sampled_from(PARTS), max_size=6),
    st.dates(date(2000, 1, 1), date(2080, 1, 1)),
    st.sampled_from(["en", "de", "fr", "es", "xx"]),
    st.booleans(),
)
def test_a_day_to_come_back_is_never_past(parts, now, lang, absence):
    found = find_date(" ".join(parts), now, lang, absence=absence)
    assert found is None or found.date > now


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 300))
def test_a_day_written_out_is_found_again(now, ahead):
    day = now + timedelta(days=ahead)
    assert find_date(f"Please write on {day:%d %B %Y}.", now, "en").date == day
    assert find_date(f"Bitte am {day:%d.%m.%Y} melden.", now, "de").date == day
    assert find_date(f"see you {day.isoformat()}", now).date == day


def test_easter():
    assert [easter(year) for year in (2018, 2026, 2038)] == [date(2018, 4, 1), date(2026, 4, 5), date(2038, 4, 25)]


def test_sentences_of_the_public_corpus(shared_data):
    lines = (shared_data / "corpora" / "dates" / "dates.jsonl").read_text(encoding="utf-8").splitlines()
    results = []
    for line in map(json.loads, lines):
        found = find_meant(line["text"], date.fromisoformat(line["now"][:10]), line["lang"])
        days = [day for day in line["days"] if day[:2].isdigit()]
        right = found.date.isoformat() in days if found and days else not found and not days
        results.append("right" if right else "wrong" if found else "none")
    assert results.count("right") >= 0.75 * len(results)
    assert results.count("wrong") <= 0.05 * len(results)
