"""Simulated people who answer outreach, each in their own way and always in the same one.

They read the mails that arrived at the loopback mail server, and what they answer goes through the real gateway.
"""

from __future__ import annotations

import heapq
import random
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime

# What of a hundred people do, by the class that an answer should be read as. The others stay silent.
HABITS = {
    "interest": 6,
    "meeting_request": 5,
    "question": 5,
    "objection": 4,
    "deferral": 4,
    "referral": 3,
    "wrong_person": 2,
    "not_interested": 5,
    "opt_out": 3,
    "out_of_office": 5,
    "bounce": 2,
}
ANSWERS = {
    "interest": (
        "Hi {sender},\n\nthis looks relevant for us. Please send me some more information.\n\nBest\n{name}",
        "Good timing, we are looking into exactly this. Tell me more about how it works.\n\n{name}",
    ),
    "meeting_request": (
        "Hi {sender},\n\nhappy to talk. Does Tuesday at 10 work for a short call?\n\nRegards\n{name}",
        "Let's set up a call next week, my mornings are free.\n\n{name}",
    ),
    "question": (
        "Hello {sender},\n\nhow many people does one set serve, and do you deliver to several sites?\n\n{name}",
        "What does it cost for a team of forty?\n\n{name}",
    ),
    "objection": ("Hi {sender},\n\nwe already work with another supplier and are happy with them.\n\n{name}",),
    "deferral": (
        "Hi {sender},\n\nnot now, we are in the middle of our audit. Please come back to me in {month}.\n\n{name}",
    ),
    "referral": (
        "Hello,\n\nplease talk to my colleague Dana Cole (dana.cole@{domain}), she decides on this.\n\n{name}",
    ),
    "wrong_person": ("Hi,\n\nI am not responsible for this topic.\n\n{name}",),
    "not_interested": (
        "No thanks, we have no need for this.\n\n{name}",
        "Thank you, but we are not interested.\n\n{name}",
    ),
    "opt_out": ("Please remove me from your list.\n\n{name}", "Stop sending me e-mails.\n\n{name}"),
    "out_of_office": ("I am out of the office until {back} with limited access to my mail.\n\nBest regards\n{name}",),
}
AT_ONCE = {"out_of_office", "bounce"}


class Prospects:
    """Who answers which mail with what, and when. Decided by the address alone, so that a run can be repeated."""

    def __init__(self, seed: int = 1) -> None:
        self.seed = seed
        self.read = 0
        self.mails_to: dict[str, int] = {}
        self.waiting: list[tuple[datetime, int, bytes]] = []
        self.spoken: set[str] = set()

    def look(self, mails: list[tuple[datetime | None, bytes]]) -> None:
        """Read the mails that came since the last look, and decide on an answer to each."""
        for when, content in mails[self.read :]:
            mail = message_from_bytes(content, policy=policy.default)
            address = mail["To"].addresses[0].addr_spec
            self.mails_to[address] = self.mails_to.get(address, 0) + 1
            dice = random.Random(f"{self.seed}:{address}")  # noqa: S311 people are invented, not secrets
            label = dice.choices([*HABITS, ""], [*HABITS.values(), 100 - sum(HABITS.values())])[0]
            if label and when and self.mails_to[address] == dice.randint(1, 4):
                due = when + timedelta(minutes=1 if label in AT_ONCE else dice.randint(20, 60 * 48))
                self._write(mail, label, due, dice)
        self.read = len(mails)

    def speak_up(self, mails: list[tuple[datetime | None, bytes]], labels: list[str], when: datetime) -> None:
        """Let some of those who got the last mails and said nothing answer at `when`, in these ways."""
        left = list(labels)
        for _when, content in reversed(mails):
            mail = message_from_bytes(content, policy=policy.default)
            if left and mail["To"].addresses[0].addr_spec not in self.spoken:
                self._write(mail, left.pop(), when, random.Random(self.seed))  # noqa: S311

    def _write(self, mail: EmailMessage, label: str, due: datetime, dice: random.Random) -> None:
        answer = _bounce(mail, due) if label == "bounce" else _answer(mail, label, due, dice)
        self.spoken.add(mail["To"].addresses[0].addr_spec)
        heapq.heappush(self.waiting, (due, len(self.spoken), answer))

    def next_due(self) -> datetime | None:
        return self.waiting[0][0] if self.waiting else None

    def take_due(self, now: datetime) -> list[bytes]:
        """The answers that have been written by now, as raw mails."""
        due = []
        while self.waiting and self.waiting[0][0] <= now:
            due.append(heapq.heappop(self.waiting)[2])
        return due


def _answer(mail: EmailMessage, label: str, when: datetime, dice: random.Random) -> bytes:
    sender, prospect = mail["From"].addresses[0], mail["To"].addresses[0]
    later = when + timedelta(days=60)
    text = dice.choice(ANSWERS[label]).format(
        sender=sender.display_name.split(" ")[0],
        name=prospect.display_name or prospect.addr_spec,
        domain=prospect.domain,
        month=f"{later:%B}",
        back=f"{when + timedelta(days=9):%-d %B}",
    )
    quoted = "\n".join(f"> {line}" for line in mail.get_body(["plain"]).get_content().splitlines())
    answer = _headers(mail, when)
    answer["From"], answer["To"] = mail["To"], mail["From"]
    answer["Subject"] = f"Re: {mail['Subject'].removeprefix('Re: ')}"
    answer["In-Reply-To"] = mail["Message-ID"]
    answer["References"] = " ".join([mail.get("References", ""), mail["Message-ID"]]).strip()
    if label == "out_of_office":
        answer["Auto-Submitted"] = "auto-replied"
    answer.set_content(f"{text}\n\nOn {when:%a, %d %b %Y}, {sender.display_name} wrote:\n{quoted}\n")
    return answer.as_bytes()


def _bounce(mail: EmailMessage, when: datetime) -> bytes:
    """What the prospect's mail server says when there is no such mailbox."""
    prospect = mail["To"].addresses[0]
    parts = (
        ("plain", f"Your message to {prospect.addr_spec} could not be delivered: no such user.\n"),
        (
            "delivery-status",
            f"Reporting-MTA: dns; mx.{prospect.domain}\n\nFinal-Recipient: rfc822; {prospect.addr_spec}\n"
            f"Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\n",
        ),
        ("rfc822-headers", f"Message-ID: {mail['Message-ID']}\nTo: {prospect.addr_spec}\n"),
    )
    boundary = f"report-{when:%Y%m%d%H%M%S}"
    report = _headers(mail, when)
    report["From"], report["To"] = f"Mail Delivery System <mailer-daemon@{prospect.domain}>", mail["From"]
    report["Subject"] = "Undelivered Mail Returned to Sender"
    report["Return-Path"], report["Auto-Submitted"] = "<>", "auto-replied"
    kinds = {"plain": "text/plain", "delivery-status": "message/delivery-status"}
    body = "".join(f"--{boundary}\nContent-Type: {kinds.get(kind, f'text/{kind}')}\n\n{text}\n" for kind, text in parts)
    head = report.as_string().rstrip("\n")
    kind = f'MIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary="{boundary}"'
    return f"{head}\n{kind}\n\n{body}--{boundary}--\n".encode()


def _headers(mail: EmailMessage, when: datetime) -> EmailMessage:
    message = EmailMessage()
    message["Date"] = format_datetime(when)
    domain = mail["To"].addresses[0].domain
    key = mail["Message-ID"].strip("<>").partition("@")[0]
    message["Message-ID"] = f"<re-{key}@{domain}>"
    return message
