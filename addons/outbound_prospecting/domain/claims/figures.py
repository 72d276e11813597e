"""Figures of a statement: in the evidence, following from it, or counted in its lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .dates import dates_in
from .evidence import Evidence, Facts, Found
from .measures import judge
from .parts import PARTS, first_in
from .quantities import Quantity
from .text import Passage
from .units import Unit

_LISTED = re.compile(r"[A-ZÀ-Þ][\w'-]+(?:(?:,| and| und| et| y| e) [A-ZÀ-Þ][\w'-]+)+")


def unborne(mine: Facts, claim: Passage, evidence: Evidence) -> Iterator[Found]:
    """The figures of a statement that the evidence neither holds nor implies."""
    for readings in _readings(mine.quantities):
        faults = [[(kind, one.text) for one in reading if (kind := _unborne(one, evidence))] for reading in readings]
        if all(faults):
            yield from faults[0]
    yield from _shares_of_others(mine, evidence)
    ordinals = [one for one in evidence.quantities if one.unit and one.unit.kind == "nth"]
    if first_in(claim.text) and ordinals and not any(first_in(passage.text) for passage in evidence.passages):
        yield "number", "first"


def _shares_of_others(mine: Facts, evidence: Evidence) -> Iterator[Found]:
    """ "Bolt (51 %) and Day (49 %)": each has a share of its own."""
    told: list[tuple[str, Quantity]] = []
    for _passage, facts in evidence.facts:
        told += [(name.words[0], one) for name in facts.names for one in facts.quantities
                 if one.unit == Unit("%") and 0 < one.start - name.end <= 2]  # fmt: skip
    for one in mine.quantities:
        for name in mine.names[:1]:
            own = [share for word, share in told if word == name.words[0]]
            others = [share for word, share in told if word != name.words[0]]
            if one.unit == Unit("%") and own and judge(one, own) and not judge(one, others):
                yield "number", f"{name.text}, {one.text}"


def _readings(quantities: Sequence[Quantity]) -> Iterator[list[list[Quantity]]]:
    """What stands in one place: "one in four" as a share, or as two numbers."""
    parts = [one for one in quantities if one.unit and one.unit.kind in PARTS]
    others = [one for one in quantities if one not in parts]
    for part in parts:
        inner = [one for one in others if one.start < part.end and part.start < one.end]
        yield [[part], inner] if inner else [[part]]
        others = [one for one in others if one not in inner]
    yield from ([[one]] for one in others)


def _unborne(one: Quantity, evidence: Evidence) -> str:
    kind = judge(one, evidence.quantities)
    follows = kind == "number" and (_years_since(one, evidence) or _counted(one, evidence))
    return "" if follows or (kind and _until_now(one, evidence)) else kind


def _years_since(one: Quantity, evidence: Evidence) -> bool:
    """ "25 years" may follow from two years that are named."""
    if one.unit is None or one.unit.kind != "month":
        return False
    spans = {high - low for high in evidence.years for low in evidence.years if high > low}
    return any(abs(value * one.unit.factor / 12 - span) <= 1 for value in one.values for span in spans)


def _until_now(one: Quantity, evidence: Evidence) -> bool:
    """ "For more than 70 years, since 1949": the year is borne, and what has passed since is up to a today that is not told."""
    if one.unit is None or one.unit.kind != "month":
        return False
    spent = one.values[0] * one.unit.factor / 12
    said = {date.year for date in dates_in(one.sentence) if date.year in evidence.years}
    todays = {(year, latest) for year in said if year for latest in {*evidence.years, year} if latest >= year}
    return any(latest - (10 if one.bound == ">" else 1) <= year + spent <= latest + 10 for year, latest in todays)


def _counted(one: Quantity, evidence: Evidence) -> bool:
    """ "Three states" where the evidence lists three names, "two of them" where the statement does."""
    own = [_items(match[0]) for match in _LISTED.finditer(one.sentence)]
    if one.unit is None and one.values[0] <= 4 and one.digits != 1 and one.values[0] in own:
        return True
    if one.unit or not one.label & {
        "countries",
        "cities",
        "states",
        "sites",
        "offices",
        "plants",
        "stores",
        "brands",
        "customers",
    }:
        return False
    lists = [match for passage in evidence.passages for match in _LISTED.finditer(passage.text)]
    given = any(other.label & one.label for other in evidence.quantities)
    return not given and any(_items(match[0]) == one.values[0] for match in lists)


def _items(text: str) -> int:
    return len(re.split(r", | (?:and|und|et|y|e|en) ", text))
