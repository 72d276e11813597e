"""Our prospect and its namesakes."""

import pytest
from outbound_prospecting.domain.same_company import Company, compare, names_alike, namesake_in, namesakes

OURS = Company("Acme Pumps", "acme.example", "Ghent", "BE", "Acme Pumps NV")


@pytest.mark.parametrize(
    ("found", "verdict"),
    [
        (Company("Something else", "acme.example"), "same"),
        (Company("Acme Pumps", "acme-pumps.example"), "namesake"),
        (Company("ACME Pump", country="US"), "namesake"),
        (Company("Acme Pumps", legal_name="Acme Pumps GmbH"), "namesake"),
        (Company("Acme", legal_name="ACME Pumps N.V.", city="Brussels"), "namesake"),
        (Company("Acme", legal_name="ACME PUMPS NV", city="Brussels"), "same"),
        (Company("Acme Pumps", city="Gent"), "unclear"),
        (Company("Acme Pumps", city="ghent", country="be"), "same"),
        (Company("Acme Pumps"), "unclear"),
        (Company("Apex Pumps", "apex.example", "Ghent", "BE"), "other"),
        (Company("", ""), "other"),
    ],
)
def test_verdicts(found, verdict):
    assert compare(OURS, found).verdict == verdict


def test_reasons():
    found = compare(OURS, Company("Acme Pumps Inc", "acme.test", "Ghent", "US"))
    assert (found.agree, found.differ) == (("name", "city"), ("domain", "country"))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Acme", "Acme Pumps", True), ("BetterBuilders", "Better Builders Inc", True), ("Müller & Söhne", "Mueller Sohne", True),
        ("Acme 3 GmbH", "Acme 4 GmbH", False), ("ABC", "ABC Pumps", False), ("Acme", "Acmeology", False), ("", "Acme", False),
    ],
)  # fmt: skip
def test_names(one, other, alike):
    assert names_alike(one, other) is alike
    assert names_alike(other, one) is alike


def test_namesakes():
    others = [Company("Acme Pumps", "acme.test"), Company("Apex"), Company("Acme", "acme.example"), Company("Acme")]
    assert namesakes(OURS, others) == [others[0], others[3]]


@pytest.mark.parametrize(
    ("name", "own", "found", "namesake"),
    [
        ("Acme Pumps Ltd", "", "The Acme Pump GmbH of Graz cut 20 jobs.", "Acme Pump GmbH"),
        ("Acme Pumps", "Imprint: Acme Pumps Ltd., Leeds", "ACME PUMPS, INC. was founded in 1920.", "ACME PUMPS, INC"),
        ("Acme Pumps Ltd", "", "Acme Pumps Limited opens a plant.", ""),
        ("Acme Pumps Ltd", "", "Acme Pumps opens a plant.", ""),
        ("Acme Pumps Ltd", "", "Acme Pumps Ltd bought Acme Pumps GmbH.", ""),
        ("Acme Pumps", "no form is known", "Acme Pumps GmbH cut 20 jobs.", ""),
        ("Acme Pumps Ltd", "", "Apex Pumps GmbH cut 20 jobs.", ""),
        ("Acme Pumps Ltd", "", "Acme Pumps as managing partner", ""),
        ("", "", "Acme Pumps GmbH", ""),
    ],
)
def test_namesakes_in_texts(name, own, found, namesake):
    assert namesake_in(name, [own], [found]) == namesake


def test_a_long_text_of_capitals_is_read_in_time():
    assert namesake_in("Acme Pumps Ltd", [], ["Acme Pumps " * 20_000]) == ""
