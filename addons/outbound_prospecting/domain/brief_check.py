"""What of a model's brief stands: every statement is borne by quotations that are where it says, and says nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .brief import INSTRUCTIONS, KINDS, Brief, Cite, Kind, Place, Source, Statement
from .claims import Cite as Citation
from .claims import Document, Fault, check
from .claims.text import normalise
from .draft_guard import guard
from .drafting import clean_line

MAX_STATEMENTS = 30  # of a brief: what comes after is not looked at
MAX_TEXT = 400  # characters of a statement
_EDGES = " \n\t\"'“”„«»‘’….,;:-"
# English, for developers; pages translate by kind.
_FORM = {"form": "empty or too long", "repeated": "said before"}


@dataclass(frozen=True)
class Judged:
    """A statement with what is wrong with it.

    :ivar places: where its quotations stand; those that stand nowhere are left out
    :ivar faults: of `claims`, of `draft_guard`, "form" or "repeated"
    """

    kind: Kind
    text: str
    places: tuple[Place, ...]
    faults: tuple[Fault, ...] = ()

    @property
    def accepted(self) -> bool:
        return not self.faults


def judge(brief: Brief, sources: Iterable[Source], names: Iterable[str] = ()) -> list[Judged]:
    """Every statement of an answer, judged, in the order of kinds.

    :param sources: as the model was told them: it can know nothing else
    :param names: of the company, which may look like addresses ("Booking.com")
    """
    known = {source.id: source for source in sources}
    names = tuple(names)
    judged: list[Judged] = []
    said: set[str] = set()
    for statement in brief.statements[:MAX_STATEMENTS]:
        one = _judge(statement, known, names)
        key = " ".join(re.findall(r"\w+", one.text.casefold()))
        if one.accepted and key in said:
            one = Judged(one.kind, one.text, one.places, (_fault("repeated", one.text),))
        said |= {key} if one.accepted else set()
        judged.append(one)
    return sorted(judged, key=lambda one: KINDS.index(one.kind))


def _judge(statement: Statement, known: dict[int, Source], names: Sequence[str]) -> Judged:
    text = clean_line(statement.text)
    if not 0 < len(text) <= MAX_TEXT:
        return Judged(statement.kind, text[:MAX_TEXT], (), (_fault("form", text[:60]),))
    documents = [Document(_name(source), source.text) for source in known.values() if _is_cited(source, statement)]
    cites = [
        Citation(_name(known[cite.document]) if cite.document in known else str(cite.document), cite.quote)
        for cite in statement.cites
    ]
    faults = list(check(documents, text, cites).faults)
    # What is hidden in a text must not vanish before it is looked at.
    faults += [
        Fault(one.name, str(one.detail["found"]), f"{one.name}: {one.detail['found']}")
        for one in guard(statement.text, (), INSTRUCTIONS, names)
        if not one.ok
    ]
    places = [_find(cite, known) for cite in statement.cites]
    for cite, place in zip(statement.cites, places, strict=True):
        if not place and not any(fault.kind in ("quote", "citation") for fault in faults):
            faults.append(Fault("quote", cite.quote, "the quotation has no place in the document"))
    return Judged(statement.kind, text, tuple(dict.fromkeys(filter(None, places))), tuple(faults))


def _fault(kind: str, words: str) -> Fault:
    return Fault(kind, words, _FORM[kind])


def _is_cited(source: Source, statement: Statement) -> bool:
    return any(cite.document == source.id for cite in statement.cites)


def _name(source: Source) -> str:
    """A name of its own; one that is an address tells the checker whose text it is."""
    return f"{source.url}#{source.id}" if source.url else str(source.id)


def _find(cite: Cite, known: dict[int, Source]) -> Place | None:
    found = cite.document in known and find_quote(known[cite.document].text, cite.quote)
    return Place(cite.document, *found) if found else None


def find_quote(text: str, quote: str) -> tuple[int, int] | None:
    """Where a quotation stands, whole words at both ends; spaces, quotation marks and dashes may differ.

    >>> find_quote("It employs\\n240 people.", "employs 240 people"), find_quote("It employs 2400.", "employs 240")
    ((3, 21), None)
    >>> find_quote("Wer’s mag – ja", "Wer's mag - ja")
    (0, 14)
    """
    if not (wanted := quote.strip(_EDGES)):
        return None
    if match := _pattern(wanted).search(text):
        return match.start(), match.end()
    flat, places = _flatten(text)
    if not (wanted := _flatten(wanted)[0].strip()):
        return None
    match = _pattern(wanted).search(flat)
    return (places[match.start()], places[match.end() - 1] + 1) if match else None


def _pattern(wanted: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, wanted.split()))
    return re.compile(
        (r"(?<!\w)" if wanted[0].isalnum() else "") + words + (r"(?!\w|[.,]\d)" if wanted[-1].isalnum() else "")
    )


@lru_cache(maxsize=16)  # a brief quotes the same few documents again and again
def _flatten(text: str) -> tuple[str, tuple[int, ...]]:
    """The text in one spelling, and where each of its letters came from."""
    spelling = {letter: " " if letter.isspace() else normalise(letter) for letter in set(text)}
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for one in spelling[letter]:
            letters.append(one)
            places.append(place)
    return "".join(letters), tuple(places)
