"""The dashboards that are shipped are those that scripts/lib/dashboards.py writes."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

from lib import dashboards


@pytest.mark.parametrize("make", dashboards.DASHBOARDS, ids=lambda make: make.__name__)
def test_the_shipped_file_is_the_written_one(make):
    page = make()
    shipped = (dashboards.FOLDER / f"{page.name}_dashboard.json").read_text(encoding="utf-8")
    assert shipped == page.to_json(), "run python3 scripts/lib/dashboards.py"
