"""Reports as mail systems of the world send them."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outbound_prospecting.domain.bounce import Kind, Report, read_report
from outbound_prospecting.domain.mail import read_mail

RETURNED = """\
Received: from out.ours.example by mx.example
From: Rep <rep@ours.example>
To: ann@b.example
Subject: Hello
Message-ID: <touch-1@ours.example>

Hi Ann
"""


def read(text: str) -> Report | None:
    return read_report(read_mail(text.encode()))


def dsn(fields: str, human: str = "Your mail could not be delivered.", returned: str = RETURNED) -> str:
    return f"""\
Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@mx.example>
To: rep@ours.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

{human}
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

{fields}
--b
Content-Type: message/rfc822

{returned}
--b--
"""


def prose(body: str, sender: str = "MAILER-DAEMON@mx.example", subject: str = "failure notice", extra: str = "") -> str:
    return f"Return-Path: <>\nFrom: {sender}\nTo: rep@ours.example\nSubject: {subject}\n{extra}\n{body}"


FAILED = """\
Final-Recipient: rfc822; ann@b.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <ann@b.example>: Recipient address rejected:
    User unknown in virtual mailbox table"""


def test_a_delivery_report():
    report = read(dsn(FAILED))
    assert report.kind is Kind.BOUNCE
    assert report.original_ids[0] == "<touch-1@ours.example>"
    (ann,) = report.recipients
    assert (ann.address, ann.action, ann.status, ann.reply) == ("ann@b.example", "failed", "5.1.1", "550")
    assert (ann.reason, ann.fault.value, ann.permanent) == ("userunknown", "recipient", True)
    assert report.suppressed == ("ann@b.example",)


def test_each_recipient_is_judged_alone():
    report = read(
        dsn(
            FAILED
            + """

Final-Recipient: rfc822; Bob@B.example
Original-Recipient: rfc822; robert@c.example
Action: failed
Status: 5.7.26
Diagnostic-Code: smtp; 550 5.7.26 Unauthenticated mail is not accepted

Final-Recipient: rfc822; eve@b.example
Action: delayed
Status: 4.4.7
Diagnostic-Code: smtp; 450 4.4.7 user unknown for now

Final-Recipient: rfc822; joe@b.example
Action: relayed
Status: 2.0.0"""
        )
    )
    assert [(one.address, one.fault.value, one.permanent) for one in report.recipients] == [
        ("ann@b.example", "recipient", True),
        ("bob@b.example", "sender", True),
        ("eve@b.example", "ambiguous", False),
        ("joe@b.example", "none", False),
    ]
    assert report.recipients[1].original == "robert@c.example"
    assert report.suppressed == ("ann@b.example",)


@pytest.mark.parametrize("action", ["delivered", "relayed", "expanded"])
def test_success_is_no_bounce(action):
    report = read(dsn(f"Final-Recipient: rfc822; ann@b.example\nAction: {action}\nStatus: 2.1.5"))
    assert report.kind is Kind.DELIVERED
    assert not report.suppressed


def test_a_delay_suppresses_nobody_whatever_it_says():
    report = read(dsn(FAILED.replace("failed", "delayed")))
    assert report.kind is Kind.BOUNCE
    assert not report.suppressed


def test_a_report_with_another_boundary_than_it_announces():
    assert read(dsn(FAILED).replace('boundary="b"', 'boundary="other"')) == read(dsn(FAILED))


def test_a_report_that_lost_its_parts():
    lines = [
        line
        for line in dsn(FAILED).split("\n")
        if not line.startswith(("--b", "Content-Type: text", "Content-Type: message"))
    ]
    assert read("\n".join(lines)).suppressed == ("ann@b.example",)


def test_returned_headers_only():
    text = dsn(FAILED).replace("message/rfc822", "text/rfc822-headers")
    assert read(text).original_ids[0] == "<touch-1@ours.example>"


QMAIL = """\
Hi. This is the qmail-send program at mx.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<ann@b.example>:
192.0.2.1 does not like recipient.
Remote host said: 550 sorry, no such user here
Giving up on 192.0.2.1.

--- Below this line is a copy of the message.

"""
EXIM = """\
This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  ann@b.example
    SMTP error from remote mail server after RCPT TO:<ann@b.example>:
    host mx.b.example [192.0.2.1]: 550 5.1.1 unknown user

------ This is a copy of the message, including all the headers. ------

"""
SENDMAIL = """\
The original message was received at Tue, 5 May 2026 10:00:00 GMT
from out.ours.example [192.0.2.7]

   ----- The following addresses had permanent fatal errors -----
<ann@b.example>

   ----- Transcript of session follows -----
... while talking to mx.b.example.:
>>> RCPT To:<ann@b.example>
<<< 550 5.1.1 <ann@b.example>... User unknown
550 5.1.1 <ann@b.example>... User unknown

   ----- Original message follows -----

"""
EXCHANGE = """\
Your message

  To:      ann@b.example
  Subject: Hello
  Sent:    Tue, 5 May 2026 10:00:00 +0000

did not reach the following recipient(s):

ann@b.example on Tue, 5 May 2026 10:00:02 +0000
    The e-mail account does not exist at the organization this message was
    sent to.  Check the e-mail address, or contact the recipient directly.
    <mx.b.example #5.1.1>

"""
DOMINO = """\
------- Failure Reasons  --------

User ann (ann@b.example) not listed in public Name & Address Book
ann@b.example

------- Returned Message --------

"""
GERMAN = """\
Diese Nachricht wurde automatisch erzeugt.
Ihre E-Mail konnte nicht zugestellt werden.

ann@b.example
    550 5.1.1 Benutzer unbekannt

Ursprüngliche Nachricht:

"""


@pytest.mark.parametrize(
    ("body", "sender", "subject"),
    [
        (QMAIL, "MAILER-DAEMON@mx.example", "failure notice"),
        (EXIM, "Mail Delivery System <Mailer-Daemon@mx.example>", "Mail delivery failed: returning message to sender"),
        (SENDMAIL, "Mail Delivery Subsystem <MAILER-DAEMON@mx.example>", "Returned mail: see transcript for details"),
        (EXCHANGE, "System Administrator <postmaster@b.example>", "Undeliverable: Hello"),
        (DOMINO, "Postmaster@b.example", "DELIVERY FAILURE: User ann not listed in Directory"),
        (GERMAN, "Postmaster <postmaster@b.example>", "Unzustellbar: Hello"),
    ],
)
def test_reports_in_prose(body, sender, subject):
    report = read(prose(body + RETURNED, sender, subject))
    assert report.kind is Kind.BOUNCE
    assert [(one.address, one.fault.value) for one in report.recipients] == [("ann@b.example", "recipient")]
    assert report.suppressed == ("ann@b.example",)
    assert "<touch-1@ours.example>" in report.original_ids


def test_prose_about_several_people():
    body = QMAIL.replace(
        "--- Below",
        "<bob@c.example>:\n192.0.2.2 failed after I sent the message.\nRemote host said: 552 5.2.2 mailbox full\n\n--- Below",
    )
    report = read(prose(body + RETURNED))
    assert [(one.address, one.fault.value) for one in report.recipients] == [
        ("ann@b.example", "recipient"),
        ("bob@c.example", "transient"),
    ]


def test_a_report_in_html_only():
    html = (
        "<p>Your message to <b>ann@b.example</b> couldn't be delivered.</p>"
        "<p>ann wasn't found at b.example. Remote server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound'</p>"
    )
    text = prose(html, "postmaster@ours.example", "Undeliverable: Hello", "Content-Type: text/html\n")
    assert read(text).suppressed == ("ann@b.example",)


def test_the_header_of_a_provider_names_the_address():
    body = (
        "The response from the remote server was:\n550 5.1.1 The email account that you tried to reach does not exist."
    )
    assert read(prose(body, extra="X-Failed-Recipients: Ann@b.example\n")).suppressed == ("ann@b.example",)


def ses(kind: str, **content) -> str:
    found = {
        "notificationType": kind.capitalize(),
        kind: content,
        "mail": {"commonHeaders": {"messageId": "<touch-1@ours.example>"}},
    }
    return f"From: no-reply@sns.amazonaws.com\nTo: rep@ours.example\nSubject: AWS Notification Message\n\n{json.dumps(found)}\n"


def test_notifications_in_json():
    people = [
        {
            "emailAddress": "ann@b.example",
            "action": "failed",
            "status": "5.1.1",
            "diagnosticCode": "smtp; 550 5.1.1 user unknown",
        }
    ]
    bounce = read(ses("bounce", bouncedRecipients=people))
    assert bounce.suppressed == ("ann@b.example",)
    assert bounce.original_ids == ("<touch-1@ours.example>",)
    complaint = read(ses("complaint", complainedRecipients=[{"emailAddress": "ann@b.example"}]))
    assert (complaint.kind, complaint.suppressed) == (Kind.COMPLAINT, ("ann@b.example",))
    assert read(ses("delivery", recipients=["ann@b.example"])).kind is Kind.DELIVERED


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=2000))
def test_any_bytes_can_be_read(raw):
    read_report(read_mail(raw))
    read_report(read_mail(b"From: MAILER-DAEMON\nContent-Type: multipart/report; boundary=b\n\n--b\n" + raw))


@pytest.mark.parametrize("text", [dsn(FAILED), prose(QMAIL + RETURNED), prose(SENDMAIL + RETURNED)])
def test_line_endings_change_nothing(text):
    raw = text.encode()
    assert read_report(read_mail(raw)) == read_report(read_mail(raw.replace(b"\n", b"\r\n")))
    assert read_report(read_mail(raw)) == read_report(read_mail(raw.replace(b"\n", b"\r")))
