"""What a prospect's answer means: one of fourteen classes, the words that decided, and the day to come back.

Rules only; nothing here asks a model. Opt-out has a path of its own that no score can veto.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum


class Label(str, Enum):
    """What an answer asks of us (PRODUCT.md §8; bounces and complaints are read elsewhere)."""

    INTEREST = "interest"
    MEETING = "meeting_request"
    QUESTION = "question"
    OBJECTION = "objection"
    DEFERRAL = "deferral"
    REFERRAL = "referral"
    WRONG_PERSON = "wrong_person"
    NOT_INTERESTED = "not_interested"
    HOSTILE = "hostile"
    OPT_OUT = "opt_out"
    PRIVACY = "privacy_request"
    OUT_OF_OFFICE = "out_of_office"
    AUTO_REPLY = "auto_reply"
    OTHER = "other"


@dataclass(frozen=True)
class Words:
    """A passage of the text as it was given: `text[start:end]`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Contact:
    """Another person whom the answer names; what is not said is ""."""

    name: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Reading:
    """How an answer is understood.

    :param confidence: 0..1; below a threshold of the caller's choice a person decides
    :param words: the passages that decided, the weightiest first
    :param resume_date: the first day on which to write again; None if none is said, or none for sure
    :param resume_words: the passage that says so, or ""
    :param language: ISO 639-1, or "" if unclear
    :param contact: whom to address instead, if the answer names somebody
    :param flags: whatever else is in it: the labels opt_out, privacy_request and hostile if present beside the main
        one; erase, access, source (what a privacy request asks for); automatic (by its headers); and the topics that
        always go to a person: machine (am I talking to one?), legal, security, press, instructs (tries to command
        the reader)
    """

    label: Label
    confidence: float
    words: tuple[Words, ...] = ()
    resume_date: date | None = None
    resume_words: str = ""
    language: str = ""
    contact: Contact | None = None
    flags: frozenset[str] = frozenset()


def classify(
    text: str,
    *,
    subject: str = "",
    lang: str | None = None,
    headers: Mapping[str, str] | None = None,
    now: date | datetime,
) -> Reading:
    """Read an answer.

    :param text: what the person wrote, quotation and signature removed as far as possible
    :param subject: of the answer, decides only about automatic ones
    :param lang: its language if known for sure; found from the text otherwise
    :param headers: of the mail, any case
    :param now: when it was written
    """
    return Reading(Label.OTHER, 0.0)
