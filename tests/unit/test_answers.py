"""What simulated people write is read as what it is, so that their figures can be held against the product's."""

import sys
from datetime import datetime, timedelta

import pytest
from outbound_prospecting.domain.reply import classify

from tests.bare_package import ROOT

sys.path.insert(0, str(ROOT / "scripts"))

from lib.answers import ANSWERS, get_texts, write_day

NOW = datetime(2026, 3, 10, 9)
BACK = NOW + timedelta(days=9)
CASES = [
    (language, label, text)
    for language, classes in ANSWERS.items()
    for label, texts in classes.items()
    for text in texts
]


@pytest.mark.parametrize(("language", "label", "text"), CASES, ids=lambda value: value[:20])
def test_text_is_read_as_its_class(language, label, text):
    written = text.format(
        sender="Rosa", name="Jean Moreau", domain="company.example", month="June", back=write_day(BACK, language)
    )
    headers = {"Auto-Submitted": "auto-replied"} if label in ("out_of_office", "auto_reply") else {}
    reading = classify(written, subject="Re: An idea", headers=headers, now=NOW)
    assert reading.label.value == label
    if label not in ("opt_out", "out_of_office", "auto_reply"):
        assert reading.confidence >= 0.7, "somebody would have to decide"
    if label == "out_of_office":
        assert reading.resume_date and BACK.date() <= reading.resume_date <= BACK.date() + timedelta(days=3)
    if label == "deferral":
        assert reading.resume_date and reading.resume_date.month == 6


def test_a_class_without_words_in_a_language_is_written_in_english():
    assert get_texts("objection", "fr")[0] == "en"
    assert get_texts("interest", "fr")[0] == "fr"
