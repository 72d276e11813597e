"""Facts that are all in the evidence but belong to something else there: the year of another event, the place of another site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from .concepts import concepts
from .dates import Date, covers
from .text import Passage, Span, fold

Finder = Callable[[Passage], Iterable[tuple[int, bool]]]

_SITES = {"based", "plants", "offices", "stores", "warehouses", "opened", "closed", "moved", "founded", "acquired"}
_LOOSE = {"grew", "fell", "hires", "produces", "signed", "delivered"}


def belongs_elsewhere(here: Span, claim: Passage, evidence: Sequence[Passage], find: Finder) -> bool:
    """Is the claimed fact told of another event, while the event claimed has another fact of that sort?

    :param here: where the fact stands in the statement
    :param find: all facts of that sort in a passage, as (position, is it the claimed one)
    """
    mine = _events(claim.clause_at(here.start).text) or _events(claim.sentence_at(here.start).text)
    if not mine:
        return False
    told_of_it, told_of_other = False, False
    for passage in evidence:
        for position, same in find(passage):
            events = _events(passage.clause_at(position).text)
            around = events or _events(passage.sentence_at(position).text)
            if same and (not around or mine & around):
                told_of_it = True
            if not same and mine & events:
                told_of_other = True
    return told_of_other and not told_of_it


def _events(text: str) -> frozenset[str]:
    return (concepts(text, "events") | (concepts(text, "measures") & _SITES)) - _LOOSE


def date_finder(claimed: Date, every: Callable[[Passage], Sequence[Date]], years: set[int]) -> Finder:
    def find(passage: Passage) -> Iterable[tuple[int, bool]]:
        for one in every(passage):
            if one.year is not None or claimed.year is None:
                yield one.start, covers(claimed, one, years)

    return find


def word_finder(claimed: str, others: Iterable[str], same: Callable[[str, str], bool]) -> Finder:
    """Facts that are words: places, people."""
    rivals = {fold(other) for other in others}

    def find(passage: Passage) -> Iterable[tuple[int, bool]]:
        for word in passage.words:
            folded = fold(word.text).removesuffix("'s")
            if same(folded, fold(claimed)):
                yield word.start, True
            elif folded in rivals:
                yield word.start, False

    return find
