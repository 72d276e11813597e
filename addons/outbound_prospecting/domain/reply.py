"""What a prospect's answer means: one of fourteen classes, the words that decided, and the day to come back.

Rules only; nothing here asks a model. Opt-out has a path of its own that no score can veto.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from .auto_reply import says_automatic
from .phrases import STOP_WORDS
from .reply_contact import find_email, find_name, find_phone
from .reply_cues import clean, fold, sentence_bounds, unwrap
from .reply_dates import Found, find_date
from .reply_language import Detector
from .reply_scores import Scores, score
from .reply_typos import mend

DETECTOR = Detector(STOP_WORDS)


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
    text = clean(text)
    folded = mend(unwrap(fold(text)))
    language, langs = DETECTOR.detect(folded)
    for paragraph in folded.split("\n\n"):  # some write in two languages
        langs |= DETECTOR.detect(paragraph)[1]
    scores = score(folded, langs | ({lang} if lang else set()) or frozenset(STOP_WORDS))
    language = lang or (language if langs else scores.language() or language)
    by_name = {name.lower(): value for name, value in (headers or {}).items()}
    automatic = says_automatic(lambda name: by_name.get(name, ""), subject)
    contact = _find_contact(text, scores)
    label, others = _decide(scores, automatic, contact, find_date(text, now, language), folded)
    found = _find_resume(text, folded, scores, label, language, now)
    return Reading(
        label,
        _confidence(label, others),
        _words(text, scores, label),
        found.date if found else None,
        found.words if found else "",
        language,
        contact if label in (Label.REFERRAL, Label.WRONG_PERSON, Label.OUT_OF_OFFICE) else None,
        _flags(scores, automatic, label),
    )


def _find_resume(
    text: str, folded: str, scores: Scores, label: Label, language: str, now: date | datetime
) -> Found | None:
    """When to write again: as the sentences that put us off say, else as the whole text does."""
    if label is Label.OUT_OF_OFFICE:
        return find_date(text, now, language, absence=True)
    if label is not Label.DEFERRAL:
        return None
    bounds = sorted({sentence_bounds(folded, match.start) for match in scores.matches.get(label.value, ())})
    said = " | ".join(text[start:end] for start, end in bounds)
    spoken = dict.fromkeys((language, scores.language()))  # of a few words the phrases know the language better
    return next((found for lang in spoken for part in (said, text) if (found := find_date(part, now, lang))), None)


# A class that says more wins over one that a mail of its kind often holds as well.
_PREFERENCE = {
    Label.REFERRAL: 0.8, Label.WRONG_PERSON: 0.7, Label.MEETING: 0.6, Label.DEFERRAL: 0.5, Label.NOT_INTERESTED: 0.4,
    Label.OBJECTION: 0.3, Label.INTEREST: 0.2, Label.QUESTION: 0.0,
}  # fmt: skip
_LONG = frozenset({"month", "quarter", "half", "year", "season", "holiday"})
_LEAST = 1.9  # weight below which nothing is understood
_TERSE = 5  # words
_AUTOMATIC = 5.0


def _decide(
    scores: Scores, automatic: bool, contact: Contact | None, found: Found | None, text: str
) -> tuple[Label, dict[Label, float]]:
    """The class, and what each weighs."""
    weights = _weights(scores, contact, found, text)
    if automatic:
        return _decide_automatic(scores, weights), weights
    for label in (_insisting(scores), _machine(weights)):
        if label:
            return label, weights
    if scores.strongest("hostile") >= 5:
        return Label.HOSTILE, weights
    label = max(weights, key=lambda label: weights[label] + _PREFERENCE.get(label, 0.0), default=Label.OTHER)
    if weights.get(label, 0.0) < _LEAST:
        return Label.OTHER, weights
    return label, weights


def _weights(scores: Scores, contact: Contact | None, found: Found | None, text: str) -> dict[Label, float]:
    weights = {label: scores.of(label.value) for label in Label if scores.of(label.value)}
    if "?" in text:
        weights[Label.QUESTION] = max(weights.get(Label.QUESTION, 0.0), 2.0)
    if contact and (Label.REFERRAL in weights or (Label.WRONG_PERSON in weights and contact.email)):
        weights[Label.REFERRAL] = weights.get(Label.REFERRAL, 4.0) + 1.5
    if found and max(weights.values(), default=0.0) < _LEAST and len(text.split()) <= _TERSE:
        weights[Label.DEFERRAL] = 2.0  # a day and nothing else
    if found and found.kind in _LONG and Label.DEFERRAL in weights:
        weights[Label.DEFERRAL] += 1.0
    if Label.DEFERRAL in weights and not found and scores.strongest("deferral") < 4:
        weights[Label.DEFERRAL] -= 1.0  # "not now" alone, without a day or a word of coming back
    if Label.REFERRAL in weights and Label.WRONG_PERSON in weights and scores.strongest("referral") >= 4:
        weights[Label.REFERRAL] = max(weights[Label.REFERRAL], weights[Label.WRONG_PERSON] + 0.5)
    return weights


def _decide_automatic(scores: Scores, weights: Mapping[Label, float]) -> Label:
    """A machine's notice, unless all that the mail says is a wish to be left alone: a mail program's button sends it."""
    away = weights.get(Label.OUT_OF_OFFICE, 0.0)
    insisting = _insisting(scores)
    if insisting and not away and Label.AUTO_REPLY not in weights:
        return insisting
    gone = weights.get(Label.WRONG_PERSON, 0.0)
    if gone > max(away, weights.get(Label.AUTO_REPLY, 0.0)):
        return Label.REFERRAL if weights.get(Label.REFERRAL, 0.0) > gone else Label.WRONG_PERSON
    return Label.OUT_OF_OFFICE if away and away >= weights.get(Label.AUTO_REPLY, 0.0) - 1 else Label.AUTO_REPLY


def _insisting(scores: Scores) -> Label | None:
    """What nothing else in a mail can outweigh: no more mail, or a right under data protection law."""
    leave, rights = scores.strongest("opt_out"), scores.strongest("privacy_request")
    if rights >= 6 or (rights >= 5 and leave < 5):
        return Label.PRIVACY
    if leave >= 5 or (leave >= 4 and scores.strongest("hostile") < 5):
        return Label.OPT_OUT
    return None


def _machine(weights: Mapping[Label, float]) -> Label | None:
    """An automatic answer without headers that say so."""
    away, machine = weights.get(Label.OUT_OF_OFFICE, 0.0), weights.get(Label.AUTO_REPLY, 0.0)
    human = max((weights.get(label, 0.0) for label in (Label.DEFERRAL, Label.MEETING, Label.INTEREST)), default=0.0)
    if max(away, machine) < _AUTOMATIC or human > max(away, machine) + 1.5:
        return None
    return Label.OUT_OF_OFFICE if away >= machine else Label.AUTO_REPLY


def _confidence(label: Label, weights: Mapping[Label, float]) -> float:
    """How far the class is ahead: 0..1."""
    own = weights.get(label, 0.0)
    if label is Label.OTHER and own < _LEAST:
        return 0.3
    next_best = max((weight for other, weight in weights.items() if other is not label), default=0.0)
    return round(min(0.99, max(0.2, 0.45 + 0.07 * own + 0.06 * (own - next_best))), 2)


def _words(text: str, scores: Scores, label: Label) -> tuple[Words, ...]:
    matches = sorted(scores.matches.get(label.value, ()), key=lambda match: -match.weight)
    return tuple(Words(match.start, match.end, text[match.start : match.end]) for match in matches[:5])


_BESIDE = ("opt_out", "privacy_request", "hostile")
_TOPICS = ("machine", "legal", "security", "press", "instructs")
_RIGHTS = ("erase", "access", "source")


def _flags(scores: Scores, automatic: bool, label: Label) -> frozenset[str]:
    flags = {name for name in _BESIDE if name != label.value and scores.strongest(name) >= 4}
    flags |= {name for name in _TOPICS if name in scores.matches}
    if label is Label.PRIVACY or "privacy_request" in flags:
        flags |= {name for name in _RIGHTS if name in scores.matches}
    if automatic:
        flags.add("automatic")
    return frozenset(flags)


def _find_contact(text: str, scores: Scores) -> Contact | None:
    positions = [
        match.start
        for label in ("referral", "wrong_person", "out_of_office")
        for match in scores.matches.get(label, ())
    ]
    if not positions:
        return None
    contact = Contact(find_name(text, positions), find_email(text), find_phone(text))
    return contact if contact != Contact() else None
