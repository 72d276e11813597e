"""Public corpora of reports and replies, through `scripts/evaluate`: the bars of the specification."""

import sys
from pathlib import Path

import pytest

from tests.bare_package import ROOT

sys.path.insert(0, str(ROOT / "scripts"))

from lib.evaluations import bounces, replies

pytestmark = pytest.mark.shared_data


def folder(shared_data: Path, name: str) -> Path:
    found = shared_data / "corpora" / name
    if not found.is_dir():
        pytest.skip(f"{found} is not on this machine")
    return found


def test_reports(shared_data):
    figures = bounces.run(folder(shared_data, "bounces")).figures
    recipient = figures["faults"]["recipient"]
    assert figures["detected"] >= 0.97
    assert figures["false_bounces"] == 0
    assert recipient["precision"] >= 0.95
    assert recipient["recall"] >= 0.85
    assert figures["sender_faults_that_suppress"] == 0
    assert figures["status_right"] >= 0.9
    assert figures["same_with_cr_lf_crlf"]


def test_replies(shared_data):
    figures = replies.run(folder(shared_data, "replies")).figures
    assert figures["trimmed_exact"] >= 0.7
    assert figures["mails_exact"] >= 0.7
    assert figures["lost"] == 0
    assert figures["same_with_cr_lf_crlf"]
