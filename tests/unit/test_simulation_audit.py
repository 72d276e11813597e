"""The simulator's own checks see what they are for: each kind of violation, and none where there is none."""

import sys
from datetime import datetime, timedelta
from email.message import EmailMessage
from types import SimpleNamespace

import pytest

from tests.bare_package import ROOT

sys.path.insert(0, str(ROOT / "scripts"))

from lib.simulation_audit import Arrival, Place, find_violations, recount

MONDAY = datetime(2026, 3, 2, 10)  # UTC; 11:00 in Paris
JANE, JOE = "jane@company.example", "joe@company.example"
PLACES = {JANE: Place("Europe/Paris", "FR"), JOE: Place("America/Denver", "US")}
CAPS = {"rep@ours.example": (2, "Europe/Paris")}


def arrive(when=MONDAY, address=JANE, number=1, **values):
    return Arrival(
        **{
            "when": when,
            "address": address,
            "sender": "rep@ours.example",
            "message_id": f"<{address}-{number}>",
            "position": number,
            "text": f"Mail {number} to {address}",
            **values,
        }
    )


def letter(label, when, address=JANE, *, fault="", back=None, link=""):
    reaction = SimpleNamespace(label=label, fault=fault, back=back)
    return SimpleNamespace(address=address, when=when, reaction=reaction, link=link)


def kinds(arrivals, letters=()):
    return {kind for kind, cases in find_violations(arrivals, letters, PLACES, CAPS).items() if cases}


def test_a_good_course_has_none():
    week = timedelta(days=7)
    letters = [
        letter("auto_reply", MONDAY + timedelta(minutes=2)),
        letter("bounce", MONDAY + timedelta(minutes=2), fault="transient"),
        letter("out_of_office", MONDAY + timedelta(minutes=2), back=timedelta(days=5)),
        letter("interest", MONDAY + week + timedelta(hours=1)),
    ]
    assert not kinds([arrive(), arrive(MONDAY + week, number=2)], letters)


@pytest.mark.parametrize(
    ("label", "values"),
    [
        ("interest", {}),
        ("opt_out", {"link": "https://ours.example/o/u/x"}),
        ("bounce", {"fault": "recipient"}),
        ("out_of_office", {"back": timedelta(days=9)}),
        ("deferral", {"back": timedelta(days=60)}),
    ],
)
def test_a_mail_after_a_stop(label, values):
    stop = letter(label, MONDAY + timedelta(hours=1), **values)
    assert kinds([arrive(), arrive(MONDAY + timedelta(days=7), number=2)], [stop]) == {"after_stop"}


def test_a_mail_when_somebody_is_back_is_none():
    away = letter("out_of_office", MONDAY, back=timedelta(days=7))
    later = letter("deferral", MONDAY, back=timedelta(days=60))
    assert not kinds([arrive(MONDAY + timedelta(days=7), number=2)], [away])
    assert not kinds([arrive(datetime(2026, 5, 4, 10), number=2)], [later])


@pytest.mark.parametrize(
    "when",
    [
        datetime(2026, 3, 2, 6, 59),  # 07:59 in Paris
        datetime(2026, 3, 2, 16, 0),  # 17:00
        datetime(2026, 3, 7, 10, 0),  # a Saturday
        datetime(2026, 7, 14, 10, 0),  # a public holiday
        datetime(2026, 3, 30, 15, 0),  # 17:00 in summer time
    ],
)
def test_a_mail_outside_the_window(when):
    assert kinds([arrive(when)]) == {"outside_window"}


def test_the_same_mail_twice():
    later = MONDAY + timedelta(days=7)
    assert kinds([arrive(), arrive(later)]) == {"double"}
    assert kinds([arrive(), arrive(later, message_id="<another>")]) == {"double"}, "another Message-ID, the same text"


def test_mails_too_close_to_each_other():
    assert kinds([arrive(), arrive(MONDAY + timedelta(days=2), number=2)]) == {"too_close"}


def test_more_mails_a_day_than_the_mailbox_may_send():
    """Days are those of the mailbox: 23:30 UTC is the next one in Paris."""
    night = datetime(2026, 3, 2, 23, 30)
    people = [arrive(MONDAY), arrive(MONDAY + timedelta(hours=6), JOE), arrive(night, JOE, 2)]
    assert "over_cap" not in kinds(people)
    assert "over_cap" in kinds([*people[:2], arrive(MONDAY + timedelta(hours=7), JOE, 3)])


def test_figures_are_counted_from_what_arrived_and_came_back():
    letters = [
        letter("interest", MONDAY),
        letter("opt_out", MONDAY, JOE, link="https://ours.example/o/u/x"),
        letter("bounce", MONDAY, fault="recipient"),
    ]
    assert recount([arrive(), arrive(number=2), arrive(address=JOE)], letters) == {
        "contacted": 2,
        "mails": 3,
        "mails_by_position": {1: 2, 2: 1},
        "answered": 2,
        "replies": {"bounce": 1, "interest": 1},
        "bounces": {"recipient": 1},
        "opt_outs": 1,
    }


def test_an_arrival_is_read_from_its_bytes():
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Message-ID"] = "Rep <rep@ours.example>", f"Jane <{JANE}>", "<b@ours.example>"
    mail["References"] = "<a@ours.example> <b@ours.example>"
    mail.set_content("Hello")
    found = Arrival.read(MONDAY, mail.as_bytes())
    assert (found.address, found.sender, found.position, found.text) == (JANE, "rep@ours.example", 2, "Hello\n")
