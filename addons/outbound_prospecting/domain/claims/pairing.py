"""Facts that are all in the evidence but belong to something else there: the year of another event, the place of another site."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from .concepts import concepts
from .dates import Date, covers
from .text import Passage, Span, fold, stems

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
        facts = [(passage.sentence_at(position), passage.clause_at(position), same) for position, same in find(passage)]
        with_it = {sentence.start for sentence, _clause, same in facts if same}
        claimed_by = {
            sentence.start
            for sentence, clause, same in facts
            if not same
            and mine
            & (_events(clause.text) or (_events(sentence.text) if sentence.start not in with_it else frozenset()))
        }
        told_of_other = told_of_other or bool(claimed_by)
        for sentence, clause, same in facts:
            events = _events(clause.text)
            around = events or (frozenset() if sentence.start in claimed_by else _events(sentence.text))
            listed = not events and bool(mine & _list_head(passage, clause))
            shared = bool(mine & around) or listed or (not around and sentence.start not in claimed_by)
            told_of_it = told_of_it or (same and shared)
    return told_of_other and not told_of_it


def _list_head(passage: Passage, clause: Span) -> frozenset[str]:
    """Events said before a list of which this clause is a further item: "offices in Leeds and York"."""
    before = [one for one in passage.clauses if one.end <= clause.start]
    if _item_words(clause) > 3 or not before or clause.start - before[-1].end > 6:
        return frozenset()
    said = before[-1].text.partition("(")[0]  # what is in brackets is told of its own item only
    head = re.split(r"(?<=\s)[A-ZÀ-Þ]", said, maxsplit=1)[0]
    return _events(head) or (_list_head(passage, before[-1]) if _item_words(before[-1]) <= 3 else frozenset())


def _item_words(clause: Span) -> int:
    return len(re.sub(r"^(?:and|und|et|y|en) |\(.*", "", clause.text).split())


def told_elsewhere(claim: Passage, here: Span, evidence: Sequence[Passage], find: Finder) -> bool:
    """The same by plain words: no sentence with the claimed fact shares a word with the claim, one with another fact does."""
    mine = _plain(claim.sentence_at(here.start).text, claim)
    with_it, with_other = set[str](), 0
    for passage in evidence:
        for position, same in find(passage):
            if same:
                with_it |= mine & _plain(passage.sentence_at(position).text, passage)
            else:
                with_other = max(with_other, len(mine & _plain(passage.clause_at(position).text, passage)))
    return with_other > 1 and not with_it


def _plain(text: str, passage: Passage) -> set[str]:
    """Words without a capital."""
    return stems(" ".join(word for word in re.findall(r"[^\W\d_]+", text) if word.islower()), passage.language)


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
