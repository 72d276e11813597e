"""What the tests of replies share: mails as they come over the wire, and touches that were sent."""

from datetime import timedelta
from email.message import EmailMessage
from email.utils import formataddr, make_msgid

from tests.odoo.sending.common import DUE, SendingCase

RECEIVED = DUE + timedelta(hours=3)


def build(
    text="Thank you, tell me more.",
    *,
    sender="jane@jane.test",
    name="Jane Doe",
    to="ada@ours.example.com",
    subject="Re: An idea",
    answers="",
    in_reply_to="",
    message_id="",
    headers=None,
    html="",
) -> EmailMessage:
    """A mail of a person; `answers` are the Message-IDs of its References."""
    message = EmailMessage()
    message["From"] = formataddr((name, sender))
    message["To"] = to
    message["Subject"] = subject
    message["Date"] = "Wed, 04 Mar 2026 12:00:00 +0000"
    message["Message-ID"] = message_id or make_msgid(domain="mx.example.net")
    if answers:
        message["References"] = answers
    if answers or in_reply_to:
        message["In-Reply-To"] = in_reply_to or answers.split()[-1]
    for key, value in (headers or {}).items():
        message[key] = value
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    return message


def build_report(
    original_id="", recipients=(("jane@jane.test", "failed", "5.1.1", "550 5.1.1 User unknown"),), **values
):
    """A delivery status notification (RFC 3464) about our mail."""
    lines = ["Reporting-MTA: dns; mx.example.net", ""]
    for address, action, status, diagnosis in recipients:
        lines += [f"Final-Recipient: rfc822; {address}", f"Action: {action}", f"Status: {status}"]
        lines += [f"Diagnostic-Code: smtp; {diagnosis}", ""]
    original = f"Message-ID: {original_id}\r\n" if original_id else ""
    return _report(
        "delivery-status", "message/delivery-status", "\r\n".join(lines), f"{original}From: ada@ours.example.com",
        sender="mailer-daemon@mx.example.net", subject="Undelivered Mail Returned to Sender", **values,
    )  # fmt: skip


def build_complaint(original_id, **values):
    """A complaint (RFC 5965) about our mail."""
    part = "Feedback-Type: abuse\r\nUser-Agent: Test/1\r\nVersion: 1\r\nOriginal-Rcpt-To: jane@jane.test\r\n"
    return _report(
        "feedback-report", "message/feedback-report", part, f"Message-ID: {original_id}\r\nFrom: ada@ours.example.com",
        sender="fbl@mx.example.net", subject="Complaint", **values,
    )  # fmt: skip


def build_receipt(original_id, **values):
    """A read receipt (RFC 8098) for our mail."""
    part = f"Final-Recipient: rfc822; jane@jane.test\r\nOriginal-Message-ID: {original_id}\r\nDisposition: manual-action/MDN-sent-manually; displayed\r\n"
    return _report(
        "disposition-notification", "message/disposition-notification", part, f"Message-ID: {original_id}",
        sender="jane@jane.test", subject="Read: An idea", **values,
    )  # fmt: skip


def _report(kind, part_kind, part, original, *, sender, subject, to="ada@ours.example.com", message_id="") -> bytes:
    boundary = "=_report"
    lines = [
        f"From: {sender}",
        f"To: {to}",
        f"Subject: {subject}",
        f"Message-ID: {message_id or make_msgid(domain='mx.example.net')}",
        "MIME-Version: 1.0",
        f'Content-Type: multipart/report; report-type={kind}; boundary="{boundary}"',
        "",
        f"--{boundary}",
        "Content-Type: text/plain; charset=utf-8",
        "",
        "This is an automatic report.",
        f"--{boundary}",
        f"Content-Type: {part_kind}",
        "",
        part,
        f"--{boundary}",
        "Content-Type: message/rfc822",
        "",
        original,
        "To: jane@jane.test",
        "Subject: An idea",
        "",
        "Hello",
        f"--{boundary}--",
        "",
    ]
    return "\r\n".join(lines).encode()


class ReplyCase(SendingCase):
    """Touches that were sent, and mails that come in through Odoo's gateway."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.Reply = cls.env["outbound.reply"]

    def sent(self, name="jane", number=1, lead=None):
        """A mail that left on Wednesday 4 March 2026."""
        touch = self.approved(name, number, lead)
        touch.message_id = touch._new_message_id()
        touch._write_state({"state": "sent", "done_date": DUE, "claimed_date": DUE})
        touch._set_wake_date()
        touch.mail_message_id = touch._log_in_chatter()[touch]
        self.env.flush_all()
        return touch

    def receive(self, message, model=None):
        """A mail through the real gateway; the stored reply, if it is one."""
        raw = message if isinstance(message, bytes) else message.as_bytes()
        known = self.Reply.search([])
        self.env["mail.thread"].with_context(outbound_now=RECEIVED).message_process(model, raw)
        self.env.flush_all()
        return self.Reply.search([]) - known

    def read(self, hours=0):
        """One run of the scheduled action."""
        self.run_cron("outbound.reply", "_cron_read_replies", days=2, hours=3 + hours)

    def answer(self, touch, text="Thank you, tell me more.", **values):
        """A reply to a touch, received and read."""
        reply = self.receive(build(text, **{"answers": touch.message_id, "sender": touch.lead_id.email_from, **values}))
        self.read()
        return reply
