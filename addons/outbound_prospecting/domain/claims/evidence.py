"""The facts of a text, and the cited documents read once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from .dates import Date, dates_in, spans_of, supported
from .lexicon import Lexicon
from .names import Name, find_names
from .quantities import Quantity, quantities_in
from .roles import Role, find_roles
from .text import Passage, Span

Found = tuple[str, str]  # kind of fault, words
SERIES = re.compile(
    r"\b(?:series|phase|stage|tier|class|serie|typ|type|model|modell) (?:[A-Z0-9]|I{2,3}|IV)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Facts:
    quantities: list[Quantity]
    dates: Sequence[Date]
    roles: Sequence[Role]
    names: list[Name]


def facts_of(passage: Passage, known: Lexicon | None = None) -> Facts:
    """What a passage says; `known` names of the evidence help to tell names from nouns."""
    return _told(passage) if known is None else _facts(passage, known)


@lru_cache(maxsize=256)  # documents are cited in ever other company, quotations are asked about twice
def _told(passage: Passage) -> Facts:
    return _facts(passage, None)


def _facts(passage: Passage, known: Lexicon | None) -> Facts:
    dated = dates_in(passage.text)
    roles = find_roles(passage.text)
    taken = spans_of(dated) + [Span(match[0], *match.span()) for match in SERIES.finditer(passage.text)]
    quantities = quantities_in(passage, taken)
    taken += [Span(role.text, role.start, role.end) for role in roles]
    taken += [Span(one.text, one.start, one.end) for one in quantities]
    return Facts(quantities, dated, roles, find_names(passage, taken, known))


class Evidence:
    """The cited documents, read once.

    :param ids: of the documents; where they are addresses they name somebody too
    """

    def __init__(self, passages: Sequence[Passage], ids: Sequence[str] = ()):
        self.passages = list(passages)
        self.ids = list(ids)
        self.lexicon = Lexicon(self.passages, [one for one in ids if "." in one or "/" in one])

    @cached_property
    def facts(self) -> list[tuple[Passage, Facts]]:
        return [(passage, facts_of(passage)) for passage in self.passages]

    @cached_property
    def dates(self) -> list[Date]:
        return [one for _passage, facts in self.facts for one in facts.dates]

    @cached_property
    def years(self) -> set[int]:
        return {one.year for one in self.dates if one.year}

    @cached_property
    def quantities(self) -> list[Quantity]:
        return [one for _passage, facts in self.facts for one in facts.quantities]

    @cached_property
    def role_names(self) -> set[str]:
        return {role.name for _passage, facts in self.facts for role in facts.roles}

    def dated(self, claimed: Date) -> bool:
        return supported(claimed, self.dates)
