"""Alerts: what an answer means, when it is tried again, and that nothing names a secret."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outbound_prospecting.domain.alerts import LONGEST_WAIT, WAITS, Result, next_try, read_answer, redact

NOW = datetime(2026, 3, 2, 9)
URL = "https://hooks.slack.example.com/services/T0AAAA/B0BBBB/s3cr3t-t0ken"


@pytest.mark.parametrize(
    "status, after, result, wait",
    [
        (200, None, Result.SENT, None),
        (204, None, Result.SENT, None),
        (302, None, Result.REFUSED, None),
        (404, None, Result.REFUSED, None),
        (429, 30.0, Result.LATER, timedelta(seconds=30)),
        (500, None, Result.LATER, None),
        (503, 120.0, Result.LATER, timedelta(minutes=2)),
    ],
)
def test_answers(status, after, result, wait):
    outcome = read_answer(status, after, "no_service\n")
    assert (outcome.result, outcome.wait) == (result, wait)
    assert (outcome.error == "") == (result is Result.SENT)


def test_it_waits_longer_each_time_and_gives_up():
    times = [next_try(NOW, attempts, None) for attempts in range(1, len(WAITS) + 1)]
    assert times == sorted(times)
    assert next_try(NOW, len(WAITS) + 1, None) is None
    assert next_try(NOW, 1, timedelta(hours=2)) == NOW + timedelta(hours=2)
    assert next_try(NOW, 1, timedelta(days=400)) == NOW + LONGEST_WAIT


@pytest.mark.parametrize(
    "text",
    [
        f"cannot post to {URL}",
        "HTTPSConnectionPool(host='hooks.slack.example.com'): /services/T0AAAA/B0BBBB/s3cr3t-t0ken",
        "token s3cr3t-t0ken is not valid",
        f"see {URL}?x=1 and https://elsewhere.example.com/x",
    ],
)
def test_errors_never_name_the_webhook(text):
    said = redact(text, [URL])
    for part in ("s3cr3t-t0ken", "T0AAAA", "B0BBBB", "https://"):
        assert part not in said


@given(st.text(), st.text())
def test_any_text_loses_the_secret(before, after):
    assert "s3cr3t-t0ken" not in redact(f"{before}{URL}{after}", [URL])
