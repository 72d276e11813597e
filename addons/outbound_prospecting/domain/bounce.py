"""Reports about a mail we sent: who could not be reached, why, and whose fault it is.

Reads delivery reports (RFC 3464), reports of abuse (RFC 5965), read receipts (RFC 8098), answers of machines
(RFC 3834), and reports in prose. A report comes from anyone: it must match a mail of ours before it changes anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Any

from . import bounce_text
from .auto_reply import is_automatic
from .bounce_fields import Group, find_address, find_reply, find_status, read_groups, read_notification
from .bounce_reasons import FAULTS, Fault, find_reason, reason_of_words
from .mail import Mail, message_ids

_EMBEDDED_ID = re.compile(
    r"^[ \t>|]{0,40}(?:X-Original-)?(?:Original-)?Message-ID\s*:\s*(.*)$", re.IGNORECASE | re.MULTILINE
)
_EMBEDDED_TO = re.compile(
    r"^[ \t>|]{0,40}(?:X-HmXmrOriginalRecipient|X-Original-To|Original-Rcpt-To|Delivered-To|To)\s*:\s*(.*(?:\n[ \t].*)*)$",
    re.IGNORECASE | re.MULTILINE,
)
_FEEDBACK_TYPE = re.compile(r"^Feedback-Type\s*:\s*([\w-]+)", re.IGNORECASE | re.MULTILINE)
_FEEDBACK_TO = re.compile(
    r"^(?:Original-Rcpt-To|Removal-Recipient|X-HmXmrOriginalRecipient)\s*:\s*(.*)$", re.IGNORECASE | re.MULTILINE
)
_LOOP_SUBJECT = re.compile(
    r"complaint about message|abuse report|\bfeedback loop\b|spam (?:complaint|report|feedback)", re.IGNORECASE
)
_UNSUBSCRIBE = re.compile(r"unsubscribe\b", re.IGNORECASE)
_NO_FAILURE = ("delivered", "relayed", "expanded")
_NO_COMPLAINT = ("auth-failure", "not-spam", "dmarc")
_DELAYED = re.compile(
    r"delayed|deferred|not yet been delivered|(?:will|continue to|still) (?:be )?(?:try|retr)|warning", re.IGNORECASE
)


class Kind(str, Enum):
    """What a report is about."""

    BOUNCE = "bounce"  # not delivered, or not yet
    COMPLAINT = "complaint"  # a person called it spam, or a mailbox provider reports on it (RFC 5965)
    AUTOREPLY = "autoreply"  # a machine answers for a person (RFC 3834)
    DELIVERED = "delivered"  # delivered, relayed or expanded
    OTHER = "other"  # read receipts (RFC 8098)


@dataclass(frozen=True)
class Recipient:
    """What a report says of one address.

    :param address: in lower case, "" when the report does not name it
    :param original: address that the mail was sent to, when the report names it too (forwarding)
    :param action: failed, delayed, delivered, relayed, expanded (RFC 3464), "" when it is no bounce
    :param status: enhanced status code "5.1.1" (RFC 3463), "" when unknown
    :param reply: SMTP reply code "550", "" when unknown
    :param diagnostic: words of the server
    :param reason: a key of `bounce_reasons.FAULTS`, "" when unknown; the type of feedback of a complaint
    :param permanent: trying again does not help
    """

    address: str
    original: str = ""
    action: str = ""
    status: str = ""
    reply: str = ""
    diagnostic: str = ""
    reason: str = ""
    fault: Fault = Fault.NONE
    permanent: bool = False

    @property
    def suppresses(self) -> bool:
        """Whether the address is dead: it failed for good by the recipient's fault."""
        return self.action == "failed" and self.permanent and self.fault is Fault.RECIPIENT


@dataclass(frozen=True)
class Report:
    """A report of a machine.

    :param original_ids: Message-IDs of the mail it speaks of, best first
    """

    kind: Kind
    recipients: tuple[Recipient, ...] = ()
    original_ids: tuple[str, ...] = ()

    @property
    def suppressed(self) -> tuple[str, ...]:
        """Addresses that nobody may write to any more because of this report."""
        complaint = self.kind is Kind.COMPLAINT
        people = [one for one in self.recipients if one.suppresses or (complaint and one.reason not in _NO_COMPLAINT)]
        return tuple(dict.fromkeys(address for one in people for address in (one.original, one.address) if address))


def read_report(mail: Mail) -> Report | None:
    """The report in a mail, None when a person wrote it."""
    kinds = {part.kind for part in mail.parts if not part.embedded}
    ids = _original_ids(mail)
    notification = read_notification(mail.text)
    if notification:
        return _read_notification(notification, ids)
    if _is_feedback(mail, kinds):
        return Report(Kind.COMPLAINT, _complaints(mail), ids)
    if mail.report_type == "disposition-notification" or "message/disposition-notification" in kinds:
        return Report(Kind.OTHER, (), ids)
    text = bounce_text.report_texts(mail)
    groups = _groups(mail, text)
    if groups or bounce_text.is_report(mail, text):
        recipients = _from_groups(groups, text) if groups else _from_prose(mail, text)
        failed = [recipient for recipient in recipients if recipient.action not in _NO_FAILURE]
        return Report(Kind.BOUNCE if failed or not recipients else Kind.DELIVERED, recipients, ids)
    if is_automatic(mail) and _UNSUBSCRIBE.match(mail.subject):
        return Report(Kind.COMPLAINT, (Recipient(mail.sender, reason="opt-out"),), ids)  # the mail program's button
    if is_automatic(mail):
        return Report(Kind.AUTOREPLY, (), ids)
    return None


def _original_ids(mail: Mail) -> tuple[str, ...]:
    """Message-IDs of returned heads and texts first, then what the report answers."""
    texts = [part.text for part in mail.parts if part.kind in ("message/rfc822", "text/rfc822-headers")]
    texts += [part.text for part in mail.parts if part.kind not in ("message/rfc822", "text/rfc822-headers")]
    texts.append(mail.text)
    found = [found for text in texts for value in _EMBEDDED_ID.findall(text[:100_000]) for found in message_ids(value)]
    return tuple(dict.fromkeys([*found, *mail.in_reply_to, *reversed(mail.references)]))


def _is_feedback(mail: Mail, kinds: set[str]) -> bool:
    if mail.report_type == "feedback-report" or "message/feedback-report" in kinds:
        return True
    heads = [part.text for part in mail.parts if part.kind == "message/rfc822"]
    return any("x-hmxmroriginalrecipient" in head.lower() for head in heads) or bool(
        _LOOP_SUBJECT.search(mail.subject) and (heads or _FEEDBACK_TYPE.search(mail.text))
    )


def _complaints(mail: Mail) -> tuple[Recipient, ...]:
    texts = [part.text for part in mail.parts]
    kind = next((match[1].lower() for text in texts if (match := _FEEDBACK_TYPE.search(text))), "abuse")
    named = [find_address(value) for text in texts for value in _FEEDBACK_TO.findall(text[:50_000])]
    if not any(named):
        named = [_returned_to(mail)]
    return tuple(Recipient(address, reason=kind) for address in dict.fromkeys(named))


def _returned_to(mail: Mail) -> str:
    """Recipient of the mail that came back, by its own head."""
    texts = [part.text for part in mail.parts if part.kind in ("message/rfc822", "text/rfc822-headers")]
    texts += [
        bounce_text.cut_copy(part.text)[1] for part in mail.parts if part.kind == "text/plain" and not part.embedded
    ]
    found = [find_address(value) for text in texts for value in _EMBEDDED_TO.findall(text[:50_000])]
    return next((address for address in found if address), "")


def _groups(mail: Mail, text: str) -> list[Group]:
    """Fields of all delivery reports in the mail; in its text where its parts cannot be told."""
    stated = [
        part.text
        for part in mail.parts
        if part.kind.startswith("message/") and part.kind != "message/rfc822" and not part.embedded
    ]
    groups = [group for part in stated for group in read_groups(part)]
    if not groups:  # a report inside the report, about the same mail
        groups = [
            group for part in mail.parts if part.kind == "message/delivery-status" for group in read_groups(part.text)
        ]
    if not groups and bounce_text.is_report(mail, text):
        groups = read_groups(text)
    return list(dict.fromkeys(groups))


def _from_groups(groups: list[Group], text: str) -> tuple[Recipient, ...]:
    prose = bounce_text.cut_copy(text)[0]
    about = dict(bounce_text.find_recipients(prose, frozenset()))
    return tuple(_judge(group, about.get(group.address, ""), prose, len(groups) == 1) for group in groups)


def _judge(group: Group, about: str, prose: str, alone: bool) -> Recipient:
    """One recipient: by the server's words, then by what the prose says of it, then by all of the prose."""
    reply = find_reply(group.diagnostic)
    if group.action in _NO_FAILURE or group.status.startswith("2"):
        action = group.action if group.action in _NO_FAILURE else "delivered"
        return Recipient(group.address, group.original, action, group.status, reply, group.diagnostic, "delivered")
    status = _better_status(group.status, find_status(group.diagnostic))
    # A line of a conversation that names the address weighs more than the lines around it.
    lines = [line for line in about.split("\n") if group.address in line.lower() and find_reply(line)] if about else []
    texts = [group.diagnostic, "\n".join(lines), about, prose if alone or not about else ""]
    texts = [text for text in texts if text.strip()]
    step = next((step for text in texts if (step := bounce_text.find_step(text))), "")
    reason = find_reason(texts[: len(texts) - (prose in texts)], prose, status, reply, step)
    if alone and FAULTS[reason] is Fault.RECIPIENT and reason_of_words(prose) == "mailboxfull":
        reason = "mailboxfull"  # the report contradicts itself: a doubt suppresses nobody
    return _recipient(group, status, reply, about, reason)


def _better_status(stated: str, said: str) -> str:
    """The server's own code where the report's says only that it failed."""
    return said if said and (not stated or stated.endswith(".0.0")) else stated


def _from_prose(mail: Mail, text: str) -> tuple[Recipient, ...]:
    prose, copy = bounce_text.cut_copy(text)
    ours = frozenset({mail.sender, *mail.to})
    named = [address.lower() for address in re.findall(r"[^\s,;<>]+@[^\s,;<>]+", mail.header("x-failed-recipients"))]
    found = bounce_text.find_recipients(prose, ours)
    if named:
        about = dict(found)
        found = [(address, about.get(address, "")) for address in named]
    if not found:
        found = [(_returned_to(mail) or find_address(copy), "")]
    delayed = _DELAYED.search(prose[:1500]) and not find_reply(prose).startswith("5")
    return tuple(
        _judge(
            Group(
                address=address,
                action="delayed" if delayed else "failed",
                status=find_status(about) or find_status(prose),
            ),
            about,
            prose,
            len(found) == 1,
        )
        for address, about in found
    )


def _recipient(group: Group, status: str, reply: str, about: str, reason: str) -> Recipient:
    action = group.action or ("delayed" if status.startswith("4") else "failed")
    fault = FAULTS[reason]
    temporary = action == "delayed" or fault is Fault.TRANSIENT or (status or reply).startswith("4")
    diagnostic = (group.diagnostic or about).strip()[:1000]
    return Recipient(group.address, group.original, action, status, reply, diagnostic, reason, fault, not temporary)


def _read_notification(found: dict[str, Any], ids: tuple[str, ...]) -> Report:
    """A notification of Amazon SES."""
    kind = str(found.get("notificationType") or found.get("eventType")).lower()
    raw = found.get(kind)
    body: dict[str, Any] = raw if isinstance(raw, dict) else {}
    mail = found.get("mail") if isinstance(found.get("mail"), dict) else {}
    headers = mail.get("commonHeaders") if isinstance(mail, dict) else {}
    own = message_ids(str(headers.get("messageId", ""))) if isinstance(headers, dict) else ()
    ids = tuple(dict.fromkeys([*own, *ids]))
    if kind == "complaint":
        people = [find_address(str(item)) for item in body.get("complainedRecipients") or ()]
        reason = str(body.get("complaintFeedbackType") or "abuse")
        return Report(Kind.COMPLAINT, tuple(Recipient(address, reason=reason) for address in people), ids)
    if kind != "bounce":
        people = [find_address(str(item)) for item in body.get("recipients") or ()]
        done = tuple(Recipient(address, action="delivered", reason="delivered") for address in people)
        return Report(Kind.DELIVERED if kind == "delivery" else Kind.OTHER, done, ids)
    groups = [_notified(item) for item in body.get("bouncedRecipients") or () if isinstance(item, dict)]
    return Report(
        Kind.BOUNCE, tuple(_judge(group, "", str(body.get("bounceSubType", "")), True) for group in groups), ids
    )


def _notified(item: dict[str, Any]) -> Group:
    texts = {key: str(value or "") for key, value in item.items()}
    return Group(
        address=find_address(texts.get("emailAddress", "")),
        action=texts.get("action", "").lower(),
        status=find_status(texts.get("status", "")),
        diagnostic=texts.get("diagnosticCode", "").removeprefix("smtp;").strip(),
    )
