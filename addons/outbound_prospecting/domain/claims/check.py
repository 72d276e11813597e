"""The checker: one statement, its citations, a verdict with every fault found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from . import citations, tone
from .evidence import Evidence
from .facts import facts_against
from .text import Passage, normalise


@dataclass(frozen=True)
class Document:
    """A stored text. Its `id` may be an address: a host name tells whose text it is."""

    id: str
    text: str


@dataclass(frozen=True)
class Cite:
    id: str
    quote: str


@dataclass(frozen=True)
class Fault:
    """Why a statement is refused.

    :ivar kind: citation, quote, number, unit, date, name, person, company, place, product, role; or of the kinds that are
        a matter of degree: overreach, negation, direction
    :ivar words: the words of the statement or the citation that are at fault
    :ivar message: English, for logs and developers; pages translate by kind
    """

    kind: str
    words: str
    message: str


@dataclass(frozen=True)
class Verdict:
    faults: tuple[Fault, ...] = ()

    @property
    def ok(self) -> bool:
        return not self.faults


_MESSAGES = {
    "citation": "no citation bears this",
    "quote": "the quotation is not in the cited document",
    "number": "the cited documents have no such figure",
    "unit": "the cited documents give this figure for something else",
    "date": "the cited documents have no such date for this",
    "role": "the cited documents give this role to nobody or to somebody else",
    "overreach": "the cited documents do not go so far",
    "negation": "only one of statement and quotation is negated",
    "direction": "the quotation says the opposite",
}
_NAME = "the cited documents do not name this"


@lru_cache(maxsize=8)  # a brief has many statements over the same few documents
def _read(cited: tuple[tuple[str, str], ...]) -> Evidence:
    return Evidence([_passage(text) for _id, text in cited], [id_ for id_, _text in cited])


@lru_cache(maxsize=64)
def _passage(text: str) -> Passage:
    return Passage(text)


def check(documents: Iterable[Document], statement: str, cites: Sequence[Cite]) -> Verdict:
    """Judge one statement.

    >>> page = Document("d1", "Acme Ltd employs 1,200 people in Leeds.")
    >>> check([page], "Acme has 1.2k employees.", [Cite("d1", "employs 1,200 people")]).ok
    True
    >>> [fault.kind for fault in check([page], "Acme has 1,300 employees.", [Cite("d1", "employs 1,200 people")]).faults]
    ['number']
    """
    texts = {document.id: normalise(document.text) for document in documents}
    found = list(citations.faults(statement, [(cite.id, cite.quote) for cite in cites], texts))
    cited = {cite.id: texts[cite.id] for cite in cites if cite.id in texts}
    if cited and statement.strip():
        evidence = _read(tuple(cited.items()))
        claim = Passage(normalise(statement), evidence.passages[0].language)
        quotes = [
            Passage(normalise(cite.quote), _passage(texts[cite.id]).language)
            for cite in cites
            if cite.id in texts and cite.quote.strip()
        ]
        found += facts_against(claim, evidence, quotes)
        if not found and not citations.relevant(claim, quotes, evidence):
            found.append(("citation", "; ".join(quote.text for quote in quotes)))
        found += [("overreach", words) for words in tone.overreach(claim, evidence.passages, quotes)]
        if words := tone.lost_negation(claim, quotes):
            found.append(("negation", words))
        if words := tone.reversed_direction(claim, quotes):
            found.append(("direction", words))
    unique = dict.fromkeys(found)
    return Verdict(tuple(Fault(kind, words, f"{_MESSAGES.get(kind, _NAME)}: {words}") for kind, words in unique))


def check_facts(texts: Iterable[str], statement: str) -> Verdict:
    """Do these texts know every figure, date, name and role of a sentence that cites nothing?

    >>> check_facts(["We serve 40 shops."], "We serve 40 shops, Acme among them.").faults[0].words
    'Acme'
    """
    evidence = _read(tuple((str(number), normalise(text)) for number, text in enumerate(texts)))
    claim = Passage(normalise(statement), evidence.passages[0].language)
    found = dict.fromkeys(facts_against(claim, evidence, evidence.passages))
    return Verdict(tuple(Fault(kind, words, f"{_MESSAGES.get(kind, _NAME)}: {words}") for kind, words in found))
