"""Figures that follow from others: a sum, a share of two counts, the rest of a hundred per cent, a doubling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from .concepts import alike
from .quantities import Quantity
from .units import Unit

_LESS_OR_MORE = re.compile(
    r"\b(?:net|netto|outside|elsewhere|außerhalb|fuera|buiten|remaining|rest|others?|left|previous|before|earlier|rise|more|fewer|less|gap|difference|übrige\w*|"
    r"restliche\w*|mehr|weniger|vorher\w*|rest\w{0,4}|autres?|précédent\w*|otr[oa]s|anterior\w*|overige|vorige)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\b(?:and|plus|und|sowie|et|y|e|en)\b|[,&+]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3}")
_NEAR = 60  # letters between two figures that are told together


def derived(claimed: Quantity, evidence: Sequence[Quantity]) -> bool:
    """Does the figure follow from one or two of the evidence?"""
    kind = claimed.unit.kind if claimed.unit else ""
    if kind == "nth":
        return any(one.unit is None and claimed.values[0] in one.values for one in evidence)
    if kind == "times":
        return _multiple(claimed.values[0], evidence)
    if kind == "%" and _percent(claimed, evidence):
        return True
    return _count(claimed, evidence)


def agree(mine: Iterable[str], theirs: Iterable[str]) -> bool:
    """May both speak of one thing? They may where one of them says nothing."""
    mine, theirs = set(mine), set(theirs)
    return not mine or not theirs or any(alike(left, right) for left in mine for right in theirs)


def _count(claimed: Quantity, evidence: Sequence[Quantity]) -> bool:
    """ "Twenty clinics" of the twentieth; "14 people" of eleven nurses and three hygienists; "a net twelve" of 17 and five."""
    value = claimed.values[0]
    if claimed.unit is None:
        if any(one.unit == Unit("nth") and value in one.values for one in evidence):
            return True
        more = bool(claimed.nouns & {"furth", "other", "addit", "weite", "autre", "otros", "otras"}) and value <= 5
        if more and any(value + 1 in one.values for one in evidence if not one.unit):
            return True
    if claimed.unit is None and any(abs(whole - value) <= 0.02 * value for whole in _shares_of_counts(evidence)):
        return True
    less = _LESS_OR_MORE.search(claimed.sentence)
    for first, second, between in _told_together(evidence):
        if first.unit != second.unit or (claimed.unit and claimed.unit != first.unit) or first.unit in _NO_SUMS:
            continue
        one, other = first.values[0], second.values[0]
        listed = _AND.search(between) and _WORD.search(_AND.sub("", between))  # "between 10 and 15" has no word between
        if listed and abs(one + other - value) < 1e-6 * value:
            return True
        near = 0.06 * value if claimed.bound == "~" else 0
        if less and min(abs(abs(one - other) - value), abs(one + other - value)) <= near:
            return True
    return False


_NO_SUMS = (Unit("nth"), Unit("times"), Unit("points"))


def _told_together(evidence: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity, str]]:
    """Figures that follow each other in a sentence, and the words between them."""
    for first, second in pairwise(evidence):
        if first.sentence == second.sentence and 0 <= second.start - first.end <= _NEAR:
            between = first.sentence.partition(first.text)[2].partition(second.text)[0]
            yield first, second, between


def _shares_of_counts(evidence: Sequence[Quantity]) -> Iterator[float]:
    """ "330 people, a third of them engineers": 110."""
    for first, second, _words in _told_together(evidence):
        if first.unit is None and second.unit == Unit("%"):
            yield first.values[0] * second.values[0] / 100


def _percent(claimed: Quantity, evidence: Sequence[Quantity]) -> bool:
    """Of "times 1.5", of the rest of a share, or, for a share in words, of two counts told together."""
    value = claimed.values[0]
    if any(one.unit == Unit("times") and value / 100 + 1 in one.values for one in evidence):
        return True
    shares = [one for one in evidence if one.unit == Unit("%")]
    rests = [(one.values[0], one.sentence) for one in shares]
    rests += [
        (one.values[0] + other.values[0], one.sentence)
        for one, other in pairwise(shares)
        if one.sentence == other.sentence
    ]
    if any(abs(100 - taken - value) < 1e-6 and _LESS_OR_MORE.search(claimed.sentence + said) for taken, said in rests):
        return True
    if claimed.bound != "~":
        return False
    pairs = [(one, other) for first, second, _words in _told_together(evidence) if first.unit == second.unit is None
             for one in first.values[:1] for other in second.values[:1] if one and other]  # fmt: skip
    return any(abs(100 * min(pair) / max(pair) - value) <= 0.05 * value for pair in pairs)


def _multiple(value: float, evidence: Sequence[Quantity]) -> bool:
    """ "Doubled" of two figures, or of 100 %."""
    percents = {other for one in evidence if one.unit == Unit("%") for other in one.values}
    if any(abs(other - (value - 1) * 100) < 1 for other in percents):
        return True
    figures = [
        (other, one) for one in evidence for other in one.values if other and one.unit not in (Unit("%"), Unit("nth"))
    ]
    return any(
        abs(high / low / value - 1) < 0.12 and (one.unit == other.unit) and agree(one.label, other.label)
        for high, one in figures
        for low, other in figures
        if one is not other and low > 0
    )
