"""Reports about a mail we sent: who could not be reached, why, and whose fault it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from .mail import Mail


class Kind(str, Enum):
    """What a report is about."""

    BOUNCE = "bounce"  # not delivered, or not yet
    COMPLAINT = "complaint"  # a person called it spam (RFC 5965)
    AUTOREPLY = "autoreply"  # a machine answers for a person (RFC 3834)
    DELIVERED = "delivered"  # delivered, relayed or expanded
    OTHER = "other"  # read receipts (RFC 8098) and reports about authentication


class Fault(str, Enum):
    """Whom a report concerns. Only the recipient's fault may suppress a person."""

    RECIPIENT = "recipient"
    SENDER = "sender"
    TRANSIENT = "transient"
    AMBIGUOUS = "ambiguous"
    NONE = "none"


@dataclass(frozen=True)
class Recipient:
    """What a report says of one address.

    :param address: in lower case, "" when the report does not name it
    :param original: address that the mail was sent to, when the report names another (forwarding)
    :param action: failed, delayed, delivered, relayed, expanded (RFC 3464), "" when it is no bounce
    :param status: enhanced status code "5.1.1" (RFC 3463), "" when unknown
    :param reply: SMTP reply code "550", "" when unknown
    :param diagnostic: words of the server
    :param reason: of `bounce_reasons`, "" when unknown
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
    """A report; it must match a mail of ours before it changes anything.

    :param original_ids: Message-IDs of the mail it speaks of, best first
    """

    kind: Kind
    recipients: tuple[Recipient, ...] = ()
    original_ids: tuple[str, ...] = ()


def read_report(mail: Mail) -> Report | None:
    """The report in a mail, None when it is a mail of a person."""
    if mail.kind != "multipart/report":
        return None
    return Report(Kind.BOUNCE, (), mail.in_reply_to + mail.references)
