"""Who sees a draft, until when, and what a person changed."""

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outbound_prospecting.domain.review import (
    Ageing,
    Verdict,
    age,
    decide,
    edit_share,
    escalation_time,
    in_sample,
    text_hash,
)

NOW = datetime(2026, 3, 2, 9, tzinfo=timezone.utc)
HOUR = timedelta(hours=1)
DAY = 24 * HOUR


def verdict(**changes):
    situation = {
        "policy": "sample",
        "percent": 25,
        "floor": 20,
        "key": "1:1",
        "checks_ok": True,
        "variant_approved": True,
        "variant_waiting": False,
    }
    return decide(**{**situation, **changes})


class TestPolicy:
    def test_all_means_all(self):
        assert {verdict(policy="all", key=str(key)) for key in range(500)} == {Verdict.REVIEW}

    @pytest.mark.parametrize("policy", ["sample", "first"])
    def test_a_failing_check_is_always_seen(self, policy):
        assert {verdict(policy=policy, checks_ok=False, key=str(key)) for key in range(200)} == {Verdict.REVIEW}

    @pytest.mark.parametrize("policy", ["sample", "first"])
    def test_the_first_of_a_variant_is_seen_and_the_others_wait(self, policy):
        assert verdict(policy=policy, variant_approved=False) is Verdict.REVIEW
        assert verdict(policy=policy, variant_approved=False, variant_waiting=True) is Verdict.WAIT

    @pytest.mark.parametrize(
        ("policy", "percent", "floor", "expected"),
        [
            ("sample", 30, 20, 30),
            ("sample", 5, 20, 20),
            ("first", 100, 20, 20),
            ("sample", 0, 0, 1),
            ("first", 0, -5, 1),
        ],
    )
    def test_shares_and_the_floor(self, policy, percent, floor, expected):
        keys = [str(key) for key in range(10_000)]
        seen = sum(verdict(policy=policy, percent=percent, floor=floor, key=key) is Verdict.REVIEW for key in keys)
        assert abs(seen / 100 - expected) < 1.5
        assert seen > 0

    @given(st.text(), st.integers(0, 100), st.integers(0, 100))
    def test_a_larger_share_contains_the_smaller(self, key, one, other):
        low, high = sorted((one, other))
        assert in_sample(key, low) <= in_sample(key, high)
        assert in_sample(key, 100)
        assert not in_sample(key, 0)


class TestAgeing:
    @pytest.mark.parametrize(("due_in", "after"), [(48, 24), (24, 12), (2, 4), (-5, 4), (400, 24)])
    def test_when_the_backup_takes_over(self, due_in, after):
        assert escalation_time(NOW, NOW + due_in * HOUR, DAY) == NOW + after * HOUR

    @pytest.mark.parametrize(
        ("escalate_in", "due_in", "escalated", "expected"),
        [
            (1, 2, False, Ageing.FRESH),
            (0, 2, False, Ageing.ESCALATE),
            (-1, -1, False, Ageing.ESCALATE),
            (1, -1, True, Ageing.FRESH),  # the backup has its time too
            (-1, 5, True, Ageing.FRESH),
            (0, 0, True, Ageing.RESCHEDULE),
        ],
    )
    def test_age(self, escalate_in, due_in, escalated, expected):
        found = age(NOW, NOW + escalate_in * HOUR, NOW + due_in * HOUR, escalated=escalated)
        assert found is expected

    def test_a_draft_without_a_deadline_is_not_forgotten(self):
        assert age(NOW, None, NOW + DAY, escalated=False) is Ageing.ESCALATE


def test_the_hash_tells_the_parts_apart():
    hashes = {text_hash("ab", "c", ""), text_hash("a", "bc", ""), text_hash("", "ab", "c"), text_hash("ab", "", "c")}
    assert len(hashes) == 4
    assert text_hash(None, "x", None) == text_hash("", "x", "")


def test_edit_share():
    assert edit_share("one two three four", "one two three four") == 0
    assert edit_share("one two three four", "one two three five") == 0.25
    assert edit_share("one two", "") == 1
    assert edit_share("spaces   do not\ncount", "spaces do not count") == 0
