"""Words and codes of mail servers -> why a mail was refused, and whose fault that is.

Words weigh more than codes: servers send 5.7.1 for an unknown user and 5.1.1 for a full mailbox. Faults of the sender
and of the moment are looked for before the recipient's, so that a doubt never suppresses a person. Codes are those of
RFC 3463 and RFC 5321 and of the registries they started, with Microsoft's additions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from .bounce_phrases import PHRASES


class Fault(str, Enum):
    """Whom a report concerns. Only the recipient's fault may suppress a person."""

    RECIPIENT = "recipient"  # the address is dead
    SENDER = "sender"  # the server does not want mail of this sender, or this mail
    TRANSIENT = "transient"  # it may work another time
    AMBIGUOUS = "ambiguous"  # the server does not say
    NONE = "none"  # nothing went wrong


FAULTS = {
    "userunknown": Fault.RECIPIENT,
    "hostunknown": Fault.RECIPIENT,
    "hasmoved": Fault.RECIPIENT,
    "suspend": Fault.RECIPIENT,
    "notaccept": Fault.RECIPIENT,
    "mesgtoobig": Fault.SENDER,
    "authfailure": Fault.SENDER,
    "badreputation": Fault.SENDER,
    "requireptr": Fault.SENDER,
    "ratelimited": Fault.SENDER,
    "spamdetected": Fault.SENDER,
    "virusdetected": Fault.SENDER,
    "contenterror": Fault.SENDER,
    "norelaying": Fault.SENDER,
    "rejected": Fault.SENDER,
    "policyviolation": Fault.SENDER,
    "securityerror": Fault.SENDER,
    "syntaxerror": Fault.SENDER,
    "mailboxfull": Fault.TRANSIENT,
    "greylisted": Fault.TRANSIENT,
    "expired": Fault.TRANSIENT,
    "networkerror": Fault.TRANSIENT,
    "systemerror": Fault.TRANSIENT,
    "filtered": Fault.AMBIGUOUS,
    "": Fault.AMBIGUOUS,
}
_PATTERNS = tuple((reason, re.compile("|".join(phrases))) for reason, phrases in PHRASES)
# Subject and detail of a status code. A pair is looked up before its subject alone.
_DETAILS = {
    (1, 1): "userunknown", (1, 2): "hostunknown", (1, 3): "userunknown", (1, 4): "filtered", (1, 5): "",
    (1, 6): "hasmoved", (1, 7): "rejected", (1, 8): "rejected", (1, 9): "systemerror", (1, 10): "notaccept",
    (2, 1): "filtered", (2, 2): "mailboxfull", (2, 3): "mesgtoobig", (2, 4): "filtered",
    (3, 1): "systemerror", (3, 2): "notaccept", (3, 4): "mesgtoobig",
    (4, 4): "hostunknown", (4, 7): "expired", (4, 310): "hostunknown",
    (7, 0): "", (7, 1): "", (7, 13): "suspend", (7, 17): "hasmoved", (7, 18): "hasmoved",
}  # fmt: skip
_SUBJECTS = {
    2: "filtered",
    3: "systemerror",
    4: "networkerror",
    5: "syntaxerror",
    6: "contenterror",
    7: "policyviolation",
}
# Authentication of the sender: SPF, DKIM, DMARC, reverse DNS, and what Outlook says instead.
_NOT_TRUSTED = {8, 9, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 509, 515}
_REPLIES = {"552": "mailboxfull", "556": "notaccept", "521": "notaccept", "551": "hasmoved", "523": "mesgtoobig"}
_TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "`": "'", "_": " "})
_SPACES = re.compile(r"\s+")
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_REPLY_CODE = re.compile(r"(?<![\w.@-])5\d\d(?=[ :-])")
_LABEL = re.compile(
    r"\A[\s<>*]*[^\s<>@]+@[^\s<>:]+[\s>:]*"
)  # the address that a report in prose begins a paragraph with
_LATE = re.compile(r"delivery error: dd|doesn't have an? \S+ account", re.IGNORECASE)  # said of a mail already taken
_CERTAIN = re.compile(
    r"mailbox unavailable|rejected: access denied|unknown local-?part|addressee unknown|no such user here|directory|address book",
    re.IGNORECASE,
)
_REFUSED_BECAUSE = re.compile(r"recipient address rejected ?: (?!access denied)(?=\S)")  # what follows is the reason
_WEAK = ("", "filtered")  # words that only say no
# "550-5.1.1 first line 550 5.1.1 second line": the codes repeated on every line tear phrases apart.
_LINE_CODES = re.compile(r"(?<![\w.])[245]\d\d[- ](?:#?[245]\.\d{1,3}\.\d{1,3}[ -])?")


def find_reason(near: Sequence[str], prose: str, status: str = "", reply: str = "", step: str = "") -> str:
    """Name the reason that a server gave.

    :param near: its words about the recipient, the closest first
    :param prose: what else the report says
    :param status: enhanced status code, "5.1.1"
    :param reply: SMTP reply code, "550"
    :param step: SMTP command that was refused, in lower case: "rcpt", "data", …; "" when unknown
    :return: a key of `FAULTS`, "" when nothing is known
    """
    code = _status_pair(status)
    if code and code[0] == 7 and code[1] in _NOT_TRUSTED:
        return "authfailure"
    for text in near:
        reason = reason_of_words(text)
        if reason not in _WEAK:
            return _doubt(reason, text, code, status, step)
    by_code = _reason_of_codes(code, status, reply)
    if by_code:
        return by_code
    reason = reason_of_words(prose)
    return _doubt(reason, prose, code, status, step) if reason else ""


def reason_of_words(text: str) -> str:
    """The first reason whose phrases are in the text, "" when there is none. Links speak only where nothing else does."""
    text = _SPACES.sub(" ", _LINE_CODES.sub(" ", text[:6000])).casefold().translate(_TYPOGRAPHY)
    text = _REFUSED_BECAUSE.sub(" ", text)
    without = _LINK.sub(" ", text)
    for words in (without, text) if without != text else (text,):
        for reason, pattern in _PATTERNS:
            if pattern.search(words):
                return reason
    return ""


def _doubt(reason: str, text: str, code: tuple[int, int] | None, status: str, step: str) -> str:
    """The reason that stands where the words and the codes disagree."""
    if reason == "hostunknown" and (status.startswith("4") or "try again" in text.casefold()):
        return "networkerror"  # name servers may answer otherwise tomorrow
    if reason != "userunknown":
        return reason
    # Carriers say "unknown user" of mail that they filter: after the address was accepted, with a code that speaks of
    # something else, or without a word about which address.
    if code is not None and code[0] == 1:
        return reason
    said = _REPLY_CODE.split(_LABEL.sub("", text), maxsplit=1)[-1]
    about_address = step == "rcpt" or ((code is None or code[0] in (0, 5)) and "@" in said)
    trusted = step != "data" and not _LATE.search(text) and (about_address or _CERTAIN.search(text))
    return reason if trusted else "filtered"


def _status_pair(status: str) -> tuple[int, int] | None:
    parts = status.split(".")
    return (int(parts[1]), int(parts[2])) if len(parts) == 3 else None


def _reason_of_codes(code: tuple[int, int] | None, status: str, reply: str) -> str:
    if status.startswith("4") or (not status and reply.startswith("4")):
        by_detail = _DETAILS.get(code, "") if code else ""
        return by_detail if FAULTS[by_detail] in (Fault.TRANSIENT, Fault.SENDER) else ""
    if code and code != (0, 0):
        return _DETAILS[code] if code in _DETAILS else _SUBJECTS.get(code[0], "")
    return _REPLIES.get(reply, "")
