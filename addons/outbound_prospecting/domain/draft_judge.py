"""Every check of a model's draft: may it be used, and if not, what must be different next time.

Form and tone are `draft_checks`, what may never stand in a mail is `draft_guard`, and whether the evidence bears what is said
about them is `claims`. One that fails costs the attempt; no model is asked for its opinion.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from . import claims
from .claims.text import language_of
from .draft_checks import Check, Phrases, run_checks
from .draft_checks import Draft as Mail
from .draft_guard import guard
from .drafting import clean_line, clean_subject
from .model_draft import FORM, Draft, Frame, compose

AROUND = 1000  # characters before and after a quotation that are read with it
NOTE_LENGTH = 300  # characters that a connection request may have
READ_LANGUAGES = frozenset({"en", "de", "fr", "es"})  # that `language_of` tells apart
# "15 minutes", "10:30", "at 10": time that is offered, no fact about anybody.
_OFFERED = re.compile(r"^\D{0,4}\d{1,2}(?:[:.h]\d\d)?(?:\D{0,3}(?:min\w*|uhr|h|am|pm|a\.m\.|p\.m\.))?$", re.IGNORECASE)
# A mail argues from a fact: "with 120 new people, every team needs …" goes no further than the evidence.
_ARGUED = re.compile(
    r"(?:all|every|everyone|always|each|because|so that|due|therefore|alle|jede|immer|weil|deshalb|tou|chaque|parce|cada|porque)",
    re.IGNORECASE,
)
_PRONOUNS = frozenset("Sie Ihnen Ihr Ihre Ihren Ihrem Ihrer Ihres You Your Vous Votre Vos Usted Su Sus".split())  # noqa: SIM905


@dataclass(frozen=True)
class Ground:
    """A statement of the brief: what a sentence may rest on.

    :ivar cites: the places in `documents` that bear it
    """

    cites: tuple[claims.Cite, ...]


@dataclass(frozen=True)
class Grounds:
    """What a draft may say.

    :ivar statements: by the ids that the model knows
    :ivar given: our own words that it was handed: the plain text and what we say of ourselves
    :ivar names: of them and of us; they may be written anywhere and in capitals
    :ivar lang: language that is wanted, such as "de_DE"
    :ivar instructions: the prompt, of which nothing may come back
    :ivar thread: the subject of the mail that this one goes on with; empty when it opens a thread
    """

    statements: Mapping[str, Ground]
    documents: tuple[claims.Document, ...]
    given: str = ""
    names: tuple[str, ...] = ()
    links: frozenset[str] = frozenset()
    lang: str = "en_US"
    instructions: str = ""
    thread: str = ""
    frame: Frame = field(default_factory=Frame)
    phrases: Phrases = field(default_factory=Phrases)
    is_note: bool = False  # a short note of another channel: no subject, no form of a mail


@dataclass(frozen=True)
class Judged:
    """The text as it would be sent, and what the checks saw."""

    subject: str
    body: str
    checks: tuple[Check, ...]

    @property
    def ok(self) -> bool:
        return all(check.ok for check in self.checks)


def around(text: str, start: int, end: int) -> str:
    """A place of a text with whole words around it: what a page says elsewhere bears nothing here.

    >>> around("a" * 2000 + " We opened a shop. " + "b" * 2000, 2001, 2018)
    'We opened a shop.'
    """
    first, last = max(start - AROUND, 0), min(end + AROUND, len(text))
    while 0 < first < start and not text[first - 1].isspace():
        first += 1
    while end < last < len(text) and not text[last].isspace():
        last -= 1
    return text[first:last].strip()


def judge(draft: Draft, grounds: Grounds) -> Judged:
    """Make the mail of a model's answer and check all of it.

    :raises drafting.TooLong: when the subject is longer than any
    """
    subject = "" if grounds.is_note else grounds.thread or clean_subject(draft.subject)
    body = compose(draft, grounds.frame)
    raw = "\n".join([*([] if grounds.is_note else [draft.subject]), *(one.text for one in draft.sentences)])
    checks = [
        *_form(draft, grounds, subject, body),
        *guard(raw, grounds.links, f"{grounds.instructions}\n{FORM}", grounds.names),
        _language(draft, grounds),
        _citations(draft, grounds),
        _found("evidence", _unborne(draft, grounds)),
    ]
    return Judged(subject, body, tuple(checks))


def _form(draft: Draft, grounds: Grounds, subject: str, body: str) -> list[Check]:
    """Form and tone. What is said of them first must rest on evidence; to name them is not enough."""
    mail = Mail(
        subject=subject,
        body=body,
        is_reply=bool(grounds.thread),
        names=grounds.names,
        links=grounds.links,
        phrases=grounds.phrases,
    )
    specific = Check("specific", bool(draft.sentences[0].statements), {"rests": 1})
    checks = [specific if check.name == "specific" else check for check in run_checks(mail)]
    if not grounds.is_note:
        return checks
    kept = [check for check in checks if check.name not in ("subject_length", "body_length", "ask")]
    return [*kept, Check("note_length", len(body) <= NOTE_LENGTH, {"length": len(body), "limit": NOTE_LENGTH})]


def _language(draft: Draft, grounds: Grounds) -> Check:
    wanted = grounds.lang.split("_")[0]
    text = " ".join(sentence.text for sentence in draft.sentences)
    seen = language_of(text, wanted) if wanted in READ_LANGUAGES else wanted
    return Check("language", seen == wanted, {"found": seen})


def _citations(draft: Draft, grounds: Grounds) -> Check:
    unknown = [id_ for one in draft.sentences for id_ in one.statements if id_ not in grounds.statements]
    return _found("citations", unknown)


def _unborne(draft: Draft, grounds: Grounds) -> Iterator[str]:
    """What is said about them without evidence: the words at fault, and the sentence."""
    known = ". ".join(grounds.names)
    documents = {one.id: claims.Document(one.id, f"{one.text}\n{known}.") for one in grounds.documents}
    for sentence in draft.sentences:
        text = clean_line(sentence.text)
        cites = [
            cite for id_ in sentence.statements if id_ in grounds.statements for cite in grounds.statements[id_].cites
        ]
        if cites:
            cited = [documents[id_] for id_ in dict.fromkeys(cite.id for cite in cites) if id_ in documents]
            faults = claims.check(cited, text, list(dict.fromkeys(cites))).faults
        else:
            faults = _without_offers(text, claims.check_facts([f"{grounds.given}\n{known}."], text).faults)
        words = dict.fromkeys(fault.words for fault in faults if not _is_manner(fault))
        if words:
            yield f"“{', '.join(words)}” in “{text[:120]}”"


def _is_manner(fault: claims.Fault) -> bool:
    """A way of speaking to somebody rather than something said about them."""
    return fault.words in _PRONOUNS or (fault.kind == "overreach" and bool(_ARGUED.match(fault.words)))


def _without_offers(text: str, faults: tuple[claims.Fault, ...]) -> tuple[claims.Fault, ...]:
    """A question may name a day or a quarter of an hour: that is ours to offer."""
    if not text.endswith("?"):
        return faults
    return tuple(fault for fault in faults if fault.kind != "date" and not _OFFERED.match(fault.words))


def _found(name: str, found: Iterator[str] | list[str]) -> Check:
    words = "; ".join(dict.fromkeys(found))
    return Check(name, not words, {"found": words[:400]})
