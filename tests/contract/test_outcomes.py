"""The labelled leads of `scripts/evaluate outcomes`: how a row is read; Odoo's part is in tests/odoo/pipeline."""

import csv
import sys

import pytest

from tests.bare_package import ROOT

sys.path.insert(0, str(ROOT / "scripts"))

from lib.evaluations import outcomes
from lib.progress import Failure

ROW = {
    "Prospect ID": "1",
    "Lead Origin": "API",
    "Lead Source": "google",
    "Converted": "1",
    "Total Time Spent on Website": "674",
    "Country": "India",
    "City": "Select",
    "Specialization": "Select",
    "What is your current occupation": "Unemployed",
    "Tags": "Closed by us",
}


def test_the_outcome_and_what_came_after_tell_nothing():
    won, lost = (outcomes._lead({**ROW, "Converted": value}) for value in "10")
    assert {key for key in won if won[key] != lost[key]} == {"won"}
    other = outcomes._lead({**ROW, "Tags": "Ringing", "Last Activity": "Had a Phone Conversation"})
    assert {key for key in won if won[key] != other[key]} <= {"key", "test"}


def test_prompts_of_the_form_are_not_answers():
    lead = outcomes._lead(ROW)
    assert (lead["industry"], lead["maharashtra"], lead["source"], lead["note"]) == (
        None,
        False,
        "Google",
        outcomes.LONG,
    )


def test_a_fifth_is_held_out():
    held_out = sum(outcomes._lead({**ROW, "Prospect ID": str(number)})["test"] for number in range(5000))
    assert 900 <= held_out <= 1100


def test_rows_without_an_outcome_are_counted_and_left_out(tmp_path):
    path = tmp_path / "leads.csv"
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, ROW)
        writer.writeheader()
        writer.writerows([ROW, {**ROW, "Converted": ""}])
        file.write("half a row\n")
    rows, unusable = outcomes._read(path)
    assert (len(rows), unusable) == (1, 2)
    with pytest.raises(Failure, match="won and lost"):
        outcomes.run(path)
