"""A pilot of ten people over thirty days, through the scheduled actions, a real mail server and the gateway.

The figures are counted here once more, from the bytes that arrived and those that came back.
"""

import base64
from collections import Counter, defaultdict
from datetime import datetime, timezone
from email import message_from_bytes, policy
from zoneinfo import ZoneInfo

import pytest

PILOT = {"leads": 10, "days": 30, "seed": 4, "profile": "lively", "mailboxes": None, "start": "2026-03-02T00:00:00"}
HUMAN = {"question", "interest", "meeting_request", "objection", "deferral", "referral", "wrong_person"}
HUMAN |= {"not_interested", "hostile", "opt_out"}


@pytest.fixture
def story(inside):
    inside("make_lively")
    return inside("play_pilot", **PILOT)


def test_a_pilot_keeps_every_promise_and_counts_what_happened(story):
    figures = story["figures"]
    assert not any(figures["violations"].values()), figures["violations"]
    assert not figures["disagreements"]
    assert set(figures["violations"]) == {"after_stop", "outside_window", "double", "too_close", "over_cap"}
    mails = [
        (datetime.fromisoformat(when), message_from_bytes(base64.b64decode(raw), policy=policy.default))
        for when, raw in story["mails"]
    ]
    check_figures(figures, mails, story)
    check_events(mails, story)
    check_hours(mails, story["zones"])
    check_silence(mails, story["letters"])


def check_figures(figures, mails, story):
    people = {mail["To"].addresses[0].addr_spec for _when, mail in mails}
    assert figures["contacted"] == len(people) == PILOT["leads"]
    assert figures["mails"] == len(mails)
    classes = Counter(label for _when, _address, label, _raw, link in story["letters"] if not link)
    assert figures["replies"] == dict(sorted(classes.items()))
    reports = [raw for _when, _address, _label, raw, _link in story["letters"] if is_report(base64.b64decode(raw))]
    assert sum(figures["bounces"].values()) == len(reports)
    answered = {address for _when, address, label, _raw, link in story["letters"] if label in HUMAN and not link}
    assert figures["answered"] == len(answered)
    assert len(answered) >= 4, "so few answers prove little"
    assert figures["opt_outs"] == len({one[1] for one in story["letters"] if one[2] == "opt_out"})


def is_report(raw):
    return message_from_bytes(raw, policy=policy.default).get_content_type() == "multipart/report"


def check_events(mails, story):
    """An event for each mail, at its time; for each answer; and none that nothing stands behind."""
    events = defaultdict(Counter)
    for kind, address, date, _value in story["events"]:
        events[kind][address, date] += 1
    arrived = Counter((mail["To"].addresses[0].addr_spec, when.isoformat()) for when, mail in mails)
    assert events["touch_sent"] == arrived
    read = Counter(address for kind, address, *_rest in story["events"] if kind in ("reply_read", "bounced"))
    assert read == Counter(address for _when, address, _label, _raw, link in story["letters"] if not link)


def check_hours(mails, zones):
    for when, mail in mails:
        zone = ZoneInfo(zones[mail["To"].addresses[0].addr_spec])
        local = when.replace(tzinfo=timezone.utc).astimezone(zone)
        assert local.isoweekday() <= 5, local
        assert 8 <= local.hour < 17, local


def check_silence(mails, letters):
    """Whoever answered for good, or cannot be reached, hears nothing more."""
    over = {}
    for when, address, label, raw, _link in letters:
        if label in HUMAN - {"deferral"} or (label == "bounce" and b"5.1.1" in base64.b64decode(raw)):
            over.setdefault(address, datetime.fromisoformat(when))
    assert over
    for when, mail in mails:
        address = mail["To"].addresses[0].addr_spec
        assert address not in over or when < over[address], f"{address} got a mail after the end"


def test_the_same_seed_plays_the_same_course(template, story):
    from lib import databases, odoo

    with databases.temporary_clone(template) as another:
        odoo.call(another, "inside:make_lively")
        again = odoo.call(another, "inside:play_pilot", PILOT)
    assert again["figures"] == story["figures"]
    assert [when for when, _raw in again["mails"]] == [when for when, _raw in story["mails"]]
    assert [one[:3] for one in again["letters"]] == [one[:3] for one in story["letters"]]
