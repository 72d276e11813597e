"""Citations themselves: are they there, do they quote, do they speak of what is claimed?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from .concepts import concepts
from .evidence import Evidence, facts_of
from .measures import judge
from .quantities import Quantity
from .text import Passage, fold, normalise, stems

_EDGES = " \n\"'….,;:-"


def faults(statement: str, cites: Sequence[tuple[str, str]], texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """(kind, words) of what is wrong with the citations, whatever the statement says.

    :param texts: normalised documents by id
    """
    if not statement.strip() or not cites:
        yield "citation", statement.strip()
    for id_, quote in cites:
        if id_ not in texts or not quote.strip():
            yield "citation", id_
        elif not stands_in(quote, texts[id_]):
            yield "quote", quote


def stands_in(quote: str, text: str) -> bool:
    """Is it a verbatim part of the normalised text, whole words at both ends?

    >>> stands_in("employs  45", "It employs 450."), stands_in("“employs 450 …”", "It employs 450.")
    (False, True)
    """
    wanted = normalise(quote).strip(_EDGES)
    if not wanted:
        return False
    flat, wanted = " ".join(text.split()), " ".join(wanted.split())
    edge = r"(?<!\w)" if wanted[0].isalnum() else ""
    after = r"(?!\w|[.,]\d)" if wanted[-1].isalnum() else ""
    return re.search(edge + re.escape(wanted) + after, flat) is not None


def relevant(claim: Passage, quotes: Sequence[Passage], evidence: Evidence) -> bool:
    """Do the quotations speak of what is claimed, and not only of the same company?"""
    quoted = Evidence(quotes, evidence.ids)
    mine = facts_of(claim)
    figures = [_bare(one) for one in quoted.quantities]
    said = [one for one in mine.quantities if not judge(_bare(one), figures) or not judge(one, quoted.quantities)]
    if said or any(quoted.dated(one) for one in mine.dates):
        return True
    sure = [name for name in mine.names if name.bold]
    others = sure if sure and sure[0].kind in ("person", "place") else sure[1:]
    if any(quoted.lexicon.knows(part, claim.language) for name in others for part in name.words):
        return True
    if {role.name for role in mine.roles} & quoted.role_names:
        return True
    if mine.quantities or mine.dates:
        return False
    if any(
        concepts(claim.text, kind) & concepts(quote.text, kind)
        for quote in quotes
        for kind in ("events", "measures", "money")
    ):
        return True
    if any(quote.language != claim.language for quote in quotes):
        return True
    own = {fold(part)[:5] for name in sure[:1] for part in name.words}
    words = {stem[:4] for stem in stems(claim.text, claim.language) - own}
    quoted_words = {stem[:4] for quote in quotes for stem in stems(quote.text, quote.language) - own}
    return bool(words & quoted_words) or min(len(words), len(quoted_words)) < 2


def _bare(one: Quantity) -> Quantity:
    """The figure alone: a quotation may leave its unit out."""
    return replace(one, unit=None, label=frozenset(), topic=frozenset(), nouns=frozenset())
