"""Simulated people who answer outreach: `domain.simulation` decides what they do, this reads and writes their mails.

They read what arrived at the loopback mail server, and what they answer goes through the real gateway.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime

from odoo.addons.outbound_prospecting.domain.simulation import Behaviour, Person, Reaction, chance, react

from .answers import get_texts, write_day

# What reports of mail servers say, by whose fault it is: (status, diagnostic)
REPORTS = {
    "recipient": ("5.1.1", "550 5.1.1 User unknown"),
    "transient": ("4.2.2", "452 4.2.2 Mailbox full"),
    "sender": ("5.7.1", "550 5.7.1 Message rejected because of the sender's reputation"),
}


@dataclass(frozen=True, order=True)
class Letter:
    """What comes back on a mail: a mail of theirs, or the link in ours by which they opt out.

    :ivar number: tells letters of the same moment apart
    :ivar raw: the mail, empty where `link` is used instead
    """

    when: datetime
    number: int
    address: str = field(compare=False)
    reaction: Reaction = field(compare=False)
    raw: bytes = field(compare=False, default=b"")
    link: str = field(compare=False, default="")


class Prospects:
    """Who answers which mail with what, and when.

    :ivar people: who they are, by address; of others nothing but the address is known
    :ivar delivered: what they did so far, in order of time
    """

    def __init__(self, behaviour: Behaviour, seed: int = 1, people: Mapping[str, Person] | None = None) -> None:
        self.behaviour = behaviour
        self.seed = seed
        self.people = dict(people or {})
        self.delivered: list[Letter] = []
        self._read = 0
        self._mails_to: Counter[str] = Counter()
        self._letters = 0
        self._waiting: list[Letter] = []
        self._spoken: set[str] = set()

    def look(self, mails: list[tuple[datetime | None, bytes]]) -> None:
        """Read the mails that came since the last look, and decide what to do about each."""
        for when, content in mails[self._read :]:
            mail = message_from_bytes(content, policy=policy.default)
            address = mail["To"].addresses[0].addr_spec
            self._mails_to[address] += 1
            person = self.people.get(address) or Person(address)
            for reaction in react(self.behaviour, self.seed, person, self._mails_to[address]):
                self._write(mail, when, reaction)
        self._read = len(mails)

    def speak_up(self, mails: list[tuple[datetime | None, bytes]], labels: list[str], when: datetime) -> None:
        """Let some of those who got the last mails and said nothing answer at `when`, in these ways."""
        left = list(labels)
        for _when, content in reversed(mails):
            mail = message_from_bytes(content, policy=policy.default)
            if left and mail["To"].addresses[0].addr_spec not in self._spoken:
                back = timedelta(days=60) if left[-1] == "deferral" else None
                self._write(mail, when, Reaction(left.pop(), timedelta(0), back=back))

    def meets(self, address: str) -> bool:
        """Whether somebody who answered with interest accepts a meeting."""
        return any(letter.reaction.meets for letter in self.delivered if letter.address == address)

    def next_due(self) -> datetime | None:
        return self._waiting[0].when if self._waiting else None

    def take_due(self, now: datetime) -> list[Letter]:
        """What they have done by now and nobody has heard of yet."""
        due = []
        while self._waiting and self._waiting[0].when <= now:
            due.append(replace(heapq.heappop(self._waiting), when=now))
        self.delivered += due
        return due

    def _write(self, mail: EmailMessage, came: datetime, reaction: Reaction) -> None:
        address = mail["To"].addresses[0].addr_spec
        when = came + reaction.after
        self._letters += 1
        if reaction.by_link:
            link = mail["List-Unsubscribe"].partition("<")[2].partition(">")[0]
            letter = Letter(when, self._letters, address, reaction, link=link)
        else:
            raw = _bounce(mail, reaction, when) if reaction.label == "bounce" else self._answer(mail, reaction, when)
            letter = Letter(when, self._letters, address, reaction, raw=raw)
        self._spoken.add(address)
        heapq.heappush(self._waiting, letter)

    def _answer(self, mail: EmailMessage, reaction: Reaction, when: datetime) -> bytes:
        sender, prospect = mail["From"].addresses[0], mail["To"].addresses[0]
        language, texts = get_texts(reaction.label, reaction.language)
        back = when + (reaction.back or timedelta(0))
        text = texts[int(chance(self.seed, prospect.addr_spec, "words") * len(texts))].format(
            sender=sender.display_name.split(" ")[0],
            name=prospect.display_name or prospect.addr_spec,
            domain=prospect.domain,
            month=f"{back:%B}",
            back=write_day(back, language),
        )
        quoted = "\n".join(f"> {line}" for line in mail.get_body(["plain"]).get_content().splitlines())
        answer = _headers(mail, reaction, when)
        answer["From"], answer["To"] = mail["To"], mail["From"]
        answer["Subject"] = f"Re: {mail['Subject'].removeprefix('Re: ')}"
        answer["In-Reply-To"] = mail["Message-ID"]
        answer["References"] = " ".join([mail.get("References", ""), mail["Message-ID"]]).strip()
        if reaction.label in ("out_of_office", "auto_reply"):
            answer["Auto-Submitted"] = "auto-replied"
        answer.set_content(f"{text}\n\nOn {when:%a, %d %b %Y}, {sender.display_name} wrote:\n{quoted}\n")
        return answer.as_bytes()


def _bounce(mail: EmailMessage, reaction: Reaction, when: datetime) -> bytes:
    """What the prospect's mail server says when a mail cannot be delivered."""
    prospect = mail["To"].addresses[0]
    status, diagnostic = REPORTS[reaction.fault]
    parts = (
        ("plain", f"Your message to {prospect.addr_spec} could not be delivered.\n{diagnostic}\n"),
        (
            "delivery-status",
            f"Reporting-MTA: dns; mx.{prospect.domain}\n\nFinal-Recipient: rfc822; {prospect.addr_spec}\n"
            f"Action: failed\nStatus: {status}\nDiagnostic-Code: smtp; {diagnostic}\n",
        ),
        ("rfc822-headers", f"Message-ID: {mail['Message-ID']}\nTo: {prospect.addr_spec}\n"),
    )
    boundary = f"report-{when:%Y%m%d%H%M%S}"
    report = _headers(mail, reaction, when)
    report["From"], report["To"] = f"Mail Delivery System <mailer-daemon@{prospect.domain}>", mail["From"]
    report["Subject"] = "Undelivered Mail Returned to Sender"
    report["Return-Path"], report["Auto-Submitted"] = "<>", "auto-replied"
    kinds = {"plain": "text/plain", "delivery-status": "message/delivery-status"}
    body = "".join(f"--{boundary}\nContent-Type: {kinds.get(kind, f'text/{kind}')}\n\n{text}\n" for kind, text in parts)
    head = report.as_string().rstrip("\n")
    kind = f'MIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary="{boundary}"'
    return f"{head}\n{kind}\n\n{body}--{boundary}--\n".encode()


def _headers(mail: EmailMessage, reaction: Reaction, when: datetime) -> EmailMessage:
    message = EmailMessage()
    message["Date"] = format_datetime(when)
    domain = mail["To"].addresses[0].domain
    key = mail["Message-ID"].strip("<>").partition("@")[0]
    message["Message-ID"] = f"<{reaction.label}-{key}@{domain}>"
    return message
