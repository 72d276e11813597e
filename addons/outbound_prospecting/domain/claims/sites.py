"""Places: one that the evidence names, but as the seat of something else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import pairing
from .evidence import Evidence, Facts, Found
from .gazetteer import is_demonym, place_of
from .measures import judge
from .names import Name
from .text import Passage, Span, fold

_IN = re.compile(r"(?:^|\s|\()(?:in|at|near|to|à|en|aus|bei|nach|te|naar)\s$", re.IGNORECASE)
_LISTED = re.compile(r"[A-ZÀ-Þ][\w'-]+(?:(?:,|,? and| und| et| y| e| en) [A-ZÀ-Þ][\w'-]+)+")
_SEATED = re.compile(
    r"\b(?:based|headquartered|located|seated|founded|sitz|ansässig|basé\w*|situé\w*|con sede|gevestigd) (?:in|at|near|à|en|bei|te)\s$",
    re.IGNORECASE,
)


def misplaced(mine: Facts, claim: Passage, evidence: Evidence) -> Iterator[Found]:
    """A place that is there, but where something else is or happened."""
    for name in mine.names:
        key = place_of(fold(name.text).removesuffix("'s"))
        if len(key) == 2 or (key and key not in evidence.lexicon.places) or not (key or _told_as_place(name, claim)):
            continue  # a country holds all the places in it; what is not named at all is found elsewhere
        word = key or fold(name.words[-1])
        if word not in evidence.lexicon.words | evidence.lexicon.places:
            continue
        here = Span("", name.start, name.end)
        rivals = _known_places(evidence) - _listed_with(word, evidence)
        finder = pairing.word_finder(word, rivals, _same_place)
        if pairing.belongs_elsewhere(here, claim, evidence.passages, finder) or _figure_of_other(
            name, word, mine, claim, evidence
        ):
            yield "place", name.text


def _same_place(one: str, wanted: str) -> bool:
    return one == wanted or place_of(one) == wanted


def _told_as_place(name: Name, passage: Passage) -> bool:
    """ "In Naaldwijk": a place that no list has."""
    return name.kind in ("place", "name") and len(name.words) < 3 and bool(_IN.search(passage.text[: name.start]))


def _known_places(evidence: Evidence) -> set[str]:
    found = set()
    for passage, facts in evidence.facts:
        found |= {word for one in passage.words if len(place_of(word := fold(one.text).removesuffix("'s"))) > 2}
        found |= {fold(name.words[-1]) for name in facts.names if name.bold and _told_as_place(name, passage)}
    return found


def _listed_with(word: str, evidence: Evidence) -> set[str]:
    """The place itself and those named in one breath with it: what happens in one of "Boulder and Denver" happens in both."""
    together = {word}
    for passage in evidence.passages:
        for listed in _LISTED.finditer(passage.text):
            parts = {fold(part) for part in re.findall(r"[\w'-]{3,}", listed[0])}
            together |= parts if word in parts else set()
    return together


def _figure_of_other(name: Name, word: str, mine: Facts, claim: Passage, evidence: Evidence) -> bool:
    """ "88 people in Porto" where the evidence has 88 people in Leeds, and Porto elsewhere."""
    if _SEATED.search(claim.text[: name.start]):
        return False
    clause = claim.clause_at(name.start)
    figures = [one for one in mine.quantities if clause.start <= one.start and one.end <= name.start]
    places = _known_places(evidence)
    sentences = {one.sentence for figure in figures for one in evidence.quantities if not judge(figure, [one])}
    told = [{fold(part) for part in re.findall(r"[^\W\d_]+", sentence)} for sentence in sentences]
    return (
        bool(told)
        and any((places - {word}) & words for words in told)
        and not any(word in words or any(place_of(one) == word for one in words) for words in told)
    )


def demonyms(claim: Passage, evidence: Evidence) -> Iterator[Found]:
    """ "un fondo alemán": where something comes from, in languages that write it without a capital."""
    if claim.language == "en":
        return
    for word in claim.words:
        folded = fold(word.text)
        if word.text.islower() and is_demonym(folded) and place_of(folded) not in evidence.lexicon.places:
            yield "place", word.text
