"""Business pages of a public corpus: the figures that we promise, and those that must not get worse."""

import pytest
from outbound_prospecting.adapters.contacts import read_contacts
from outbound_prospecting.adapters.page import read_page

from tests.bare_package import ROOT


@pytest.fixture(scope="module")
def figures(shared_data):
    import sys

    sys.path.insert(0, str(ROOT / "scripts"))
    try:
        from lib.evaluations.pages import run
    finally:
        sys.path.remove(str(ROOT / "scripts"))
    return run(shared_data / "corpora" / "pages").figures


@pytest.mark.shared_data
@pytest.mark.parametrize(
    ("kind", "recall", "precision"),
    [
        ("emails", 1.0, 1.0), ("phones", 0.95, 0.95), ("people", 0.75, 0.85), ("roles", 0.4, 0.8), ("organisations", 0.68, 0.5),
        ("streets", 0.85, 0.9), ("postcodes", 0.9, 0.9),
    ],
)  # fmt: skip
def test_figures(figures, kind, recall, precision):
    assert figures[kind]["recall"] >= recall
    assert figures[kind]["precision"] >= precision


@pytest.mark.shared_data
def test_every_address_in_the_source_that_people_can_see_is_found(shared_data):
    import re

    seen = 0
    for path in (shared_data / "corpora" / "pages").glob("*.html"):
        page = read_page(path.read_bytes())
        plain = {
            match.lower().strip(".")
            for match in re.findall(r"(?<![\w.])[\w.+-]+@[\w-]+\.(?:com|net|org|ie|ca|co\.uk)\b", page.text)
        }
        seen += len(plain)
        assert plain <= set(read_contacts(page).emails), path.name
    assert seen
