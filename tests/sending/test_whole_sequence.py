"""Eight touches in 28 days through the real rooms to a real mail server; the clock is moved, nobody sleeps."""

import base64
from datetime import datetime, timezone
from email import message_from_bytes, policy
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

import pytest

MAIL_DAYS = [3, 7, 14, 18, 22, 28]


@pytest.fixture
def played(inside):
    def played(**payload):
        story = inside("play_sequence", **payload)
        mails = [
            (datetime.fromisoformat(when).replace(tzinfo=timezone.utc), base64.b64decode(raw))
            for when, raw in story["mails"]
        ]
        return story, mails

    return played


@pytest.mark.parametrize(
    ("country", "zone", "start"),
    [
        ("base.be", "Europe/Brussels", "2026-03-09T08:00:00"),  # summer time begins on day 21
        ("base.jp", "Asia/Tokyo", "2026-03-09T00:00:00"),
        ("base.be", "Europe/Brussels", "2028-02-14T08:00:00"),  # over 29 February
    ],
)
def test_six_mails_on_the_right_days_in_one_thread(country, zone, start, played):
    story, mails = played(country=country, start=start, name="Zoë Müller")
    assert story["zone"] == zone
    assert [touch["state"] for touch in story["touches"]] == [
        {"email": "sent"}.get(touch["channel"], "done") for touch in story["touches"]
    ], story["touches"]
    assert story["enrolment"] == "completed"
    assert len(mails) == 6
    first_day = datetime.fromisoformat(start).replace(tzinfo=timezone.utc).astimezone(ZoneInfo(zone)).date()
    previous = None
    for (when, _raw), planned in zip(mails, MAIL_DAYS, strict=True):
        local = when.astimezone(ZoneInfo(zone))
        day = (local.date() - first_day).days + 1
        assert planned <= day <= planned + 3, f"mail of day {planned} left on day {day}"
        assert local.isoweekday() <= 5
        assert 8 <= local.hour < 17
        assert previous is None or (local.date() - previous).days >= 3
        previous = local.date()
    check_thread([message_from_bytes(raw, policy=policy.default) for _when, raw in mails])
    for when, raw in mails:
        check_message(raw, when)
    assert story["partners"] == 0, "the prospect has become a contact"
    assert story["followers"] == 0, "somebody outside follows the prospect and would get its messages"
    assert story["chatter"] == ["email_outgoing"] * 6


def check_thread(messages):
    ids = [message["Message-ID"] for message in messages]
    assert len(set(ids)) == 6
    assert messages[0]["In-Reply-To"] is None
    subject = messages[0]["Subject"]
    for number, message in enumerate(messages[1:], 1):
        assert message["In-Reply-To"] == ids[number - 1]
        assert message["References"].split() == ids[: number + 1]
        assert message["Subject"] == f"Re: {subject}"
    assert len({message["From"] for message in messages}) == 1


def check_message(raw, when):
    message = message_from_bytes(raw, policy=policy.default)
    assert not message.defects
    [recipient] = message["To"].addresses
    assert (recipient.display_name, recipient.addr_spec) == ("Zoë Müller", "p0@prospects.example.com")
    assert message["From"].addresses[0].display_name == "Rep 0"
    assert parsedate_to_datetime(message["Date"]) == when
    for name in ("X-Odoo-Objects", "Bcc", "Return-Path", "Cc"):
        assert message[name] is None
    [unsubscribe] = [line for line in raw.split(b"\r\n") if line.lower().startswith(b"list-unsubscribe:")]
    assert unsubscribe.startswith(b"List-Unsubscribe: <https://outreach.example.com/o/u/")
    assert b"List-Unsubscribe-Post: List-Unsubscribe=One-Click" in raw.split(b"\r\n")
    assert message.get_content_type() == "multipart/alternative"
    text, html = (message.get_body([kind]).get_content() for kind in ("plain", "html"))
    for part in (text, html):
        assert "1 Test Street, Brussels" in part
        assert "https://outreach.example.com/o/u/" in part
        assert "&lt;" not in part
    assert "<" not in text.replace("<https", "")


def test_tracked_links_are_in_the_html_part_only(played):
    _story, mails = played(country="base.be", start="2026-03-09T08:00:00", name="Mia", track_clicks=True)
    tracked = 0
    for _when, raw in mails:
        message = message_from_bytes(raw, policy=policy.default)
        text, html = (message.get_body([kind]).get_content() for kind in ("plain", "html"))
        assert text.count("https://outreach.example.com/o/") == text.count("https://outreach.example.com/o/u/")
        tracked += html.count("https://outreach.example.com/o/") - html.count("https://outreach.example.com/o/u/")
        assert "<img" not in html, "opens are not tracked"
    assert tracked, "no template has a link, so this proves nothing"
