"""Whose fault is it when a mail server refuses a mail for good? Decides whom the refusal concerns.

Nobody is suppressed for a fault of ours, and no mailbox goes on when the server does not want its mail.
"""

from __future__ import annotations

import re
from enum import Enum

_STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
# RFC 3463 and the registry it started: no such mailbox, domain or syntax; moved; null MX.
_NO_ADDRESS = {(1, 0), (1, 1), (1, 2), (1, 3), (1, 6), (1, 10)}
# Authentication of the sender (SPF, DKIM, DMARC, reverse DNS) and what Outlook says instead.
_SENDER_NOT_TRUSTED = {
    (7, 8),
    (7, 9),
    (7, 23),
    (7, 24),
    (7, 25),
    (7, 26),
    (7, 27),
    (7, 28),
    (7, 29),
    (7, 509),
    (7, 515),
}
_LOGIN_CODES = {530, 534, 535, 538}


class Fault(str, Enum):
    """Whom a refusal concerns."""

    LOGIN = "login"  # the mailbox may not use its mail server
    SENDER = "sender"  # the server does not take mail of this sender
    ADDRESS = "address"  # the address does not exist
    MESSAGE = "message"  # this mail, or this mail to this person; nothing more is known


def find_fault(step: str, code: int | None, text: str) -> Fault:
    """Read a permanent refusal.

    :param step: connect, mail, rcpt, data or body
    :param code: reply code
    :param text: the server's words, perhaps with an enhanced status code (RFC 3463)
    """
    if code in _LOGIN_CODES and step in ("connect", "mail", "rcpt"):
        return Fault.LOGIN
    match = _STATUS.search(text)
    status = (int(match[2]), int(match[3])) if match else None
    if status in _SENDER_NOT_TRUSTED:
        return Fault.SENDER
    if step == "mail" and code != 552:  # 552: too large
        return Fault.SENDER
    if step == "rcpt" and status in _NO_ADDRESS:
        return Fault.ADDRESS
    return Fault.MESSAGE
