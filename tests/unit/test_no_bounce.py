"""Machines that complain, confirm or answer, and people who write about delivery: none of it is a bounce."""

import pytest
from outbound_prospecting.domain.bounce import Kind, Report, read_report
from outbound_prospecting.domain.mail import read_mail

RETURNED = "From: Rep <rep@ours.example>\nTo: ann@b.example\nSubject: Hello\nMessage-ID: <touch-1@ours.example>\n\nHi\n"
BOUNCED = (
    "I'm afraid I wasn't able to deliver your message to the following addresses.\n\n"
    "<ann@b.example>:\nRemote host said: 550 5.1.1 no such user\n"
)


def read(text: str) -> Report | None:
    return read_report(read_mail(text.encode()))


def feedback(kind: str) -> str:
    return f"""\
From: feedback@provider.example
To: abuse@ours.example
Subject: FW: Hello
Content-Type: multipart/report; report-type=feedback-report; boundary="b"

--b
Content-Type: text/plain

This is an email abuse report.
--b
Content-Type: message/feedback-report

Feedback-Type: {kind}
Original-Rcpt-To: ann@b.example

--b
Content-Type: message/rfc822

{RETURNED}
--b--
"""


def test_a_complaint():
    report = read(feedback("abuse"))
    assert (report.kind, report.suppressed) == (Kind.COMPLAINT, ("ann@b.example",))
    assert report.original_ids == ("<touch-1@ours.example>",)


def test_a_report_about_authentication_suppresses_nobody():
    assert not read(feedback("auth-failure")).suppressed


def test_the_unsubscribe_button_of_a_mail_program_is_an_objection():
    report = read("From: ann@b.example\nSubject: unsubscribe\nAuto-Submitted: auto-replied\n\nsent by Mail\n")
    assert (report.kind, report.suppressed) == (Kind.COMPLAINT, ("ann@b.example",))


@pytest.mark.parametrize("disposition", ["displayed", "deleted", "failed"])
def test_a_read_receipt_is_neither_bounce_nor_complaint(disposition):
    report = read(
        f"""\
From: ann@b.example
To: rep@ours.example
Subject: Read: Hello
Content-Type: multipart/report; report-type=disposition-notification; boundary="b"

--b
Content-Type: text/plain

Your message was {disposition}.
--b
Content-Type: message/disposition-notification

Final-Recipient: rfc822; ann@b.example
Original-Message-ID: <touch-1@ours.example>
Disposition: automatic-action/MDN-sent-automatically; {disposition}

--b--
"""
    )
    assert report.kind is Kind.OTHER
    assert not report.suppressed
    assert "<touch-1@ours.example>" in report.original_ids


@pytest.mark.parametrize(
    "head",
    [
        "Auto-Submitted: auto-replied",
        "X-Autoreply: yes",
        "Precedence: auto_reply",
        "Subject: Automatische Antwort: Hello",
        "Subject: Réponse automatique : Hello",
        "Subject: Fuera de la oficina",
        "Subject: 自動応答: Hello",
    ],
)
def test_answers_of_machines(head):
    report = read(f"From: ann@b.example\n{head}\n\nI am away until Monday, mails to ann@b.example are not read.\n")
    assert report.kind is Kind.AUTOREPLY


def test_an_absence_notice_that_was_not_forwarded_is_no_bounce():
    report = read(
        "Return-Path: <>\nFrom: Ann <ann@b.example>\nAuto-Submitted: auto-replied\nSubject: Automatic reply: Hello\n\n"
        "I have left the company. Your message has not been forwarded, please write to bob@b.example.\n"
    )
    assert report.kind is Kind.AUTOREPLY


@pytest.mark.parametrize(
    "mail",
    [
        "Subject: Re: Hello\n\nSounds good, call me.\n",
        "Subject: Re: Undelivered mail\n\nYour last mail could not be delivered: 550 5.1.1 user unknown. Wrong address?\n",
        "Subject: Fwd: failure notice\n\nLook what I got:\n\n" + BOUNCED,
        "Subject: Delivery problems\n\nWe were unable to deliver our parcel to you. What is your address?\n",
        "Subject: Warning: budget\n\nI cannot accept this. No such user exists here any more, ask bob@b.example.\n",
    ],
)
def test_a_person_who_writes_about_delivery_is_no_report(mail):
    assert read("From: Ann <ann@b.example>\nTo: rep@ours.example\nReturn-Path: <ann@b.example>\n" + mail) is None
