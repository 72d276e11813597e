"""Is a quantity of the statement among those of the evidence?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .concepts import alike
from .quantities import Quantity
from .units import CURRENCIES, Unit

_NEAR = 0.06  # "about"
_ROUNDED = 0.012  # a figure written with a multiplier and at least two digits may be rounded
_FEW = 1.6  # how far above "more than" a figure may lie and still be the one that was meant


def judge(claimed: Quantity, evidence: Sequence[Quantity]) -> str:
    """ "" if the evidence holds it, "number" if no such value is there, "unit" if it is one of something else."""
    held = [one for one in evidence if _same_value(claimed, one, converted=True)]
    if not held:
        raw = [one for one in evidence if _same_value(claimed, one, converted=False)]
        if not raw:
            return "" if _derived(claimed, evidence) else "number"
        held = [one for one in raw if one.unit is None and _bare(claimed, one)]
        if not held:
            return "unit"
    held = [one for one in held if _same_thing(claimed, one)]
    return "" if held and not _counts_others(claimed, held, evidence) else "unit"


def _counts_others(claimed: Quantity, held: Sequence[Quantity], evidence: Sequence[Quantity]) -> bool:
    """Is the figure one of other things, while those of the claim have a figure of their own?"""
    if claimed.unit or any(one.unit for one in held):
        return False
    mine = claimed.label | claimed.nouns
    if not mine or any(not one.nouns or one.nouns & mine or _known_alike(claimed, one) for one in held):
        return False
    return any(
        one not in held and not one.unit and (one.nouns & mine or _known_alike(claimed, one)) for one in evidence
    )


def _known_alike(claimed: Quantity, one: Quantity) -> bool:
    return bool(claimed.label and one.label) and _agree(claimed.label, one.label)


def _same_value(claimed: Quantity, one: Quantity, converted: bool) -> bool:
    mine, theirs = claimed.unit, one.unit
    scale = 1.0
    if converted:
        if (mine and mine.kind) != (theirs and theirs.kind):
            return False
        scale = theirs.factor / mine.factor if mine and theirs else 1.0
    return any(_matches(value, other * scale, claimed, one) for value in claimed.values for other in one.values)


def _matches(value: float, other: float, claimed: Quantity, one: Quantity) -> bool:
    if other == 0 or value == 0:
        return value == other
    exact = abs(value - other) <= 1e-6 * abs(other)
    if exact:
        return not _contradict(claimed.bound, one.bound)
    ratio = other / value
    known = bool(claimed.label or claimed.unit or claimed.topic)
    if claimed.bound in (">", ">="):
        return 1 < ratio <= (_FEW if known else 1.3) and one.bound not in ("<", "<=")
    if claimed.bound in ("<", "<="):
        return (0.6 if known else 0.8) <= ratio < 1 and one.bound != ">"
    if claimed.bound == "<~":
        return 0.9 <= ratio < 1 and one.bound != ">"
    if claimed.bound == "~":
        allowed = 0.1 if claimed.unit and claimed.unit.kind == "%" and not claimed.text[:1].isdigit() else _NEAR
        return abs(ratio - 1) <= allowed
    if claimed.unit and claimed.unit.kind == "nth":
        return False
    return claimed.scaled and claimed.digits >= 2 and one.digits > claimed.digits and abs(ratio - 1) <= _ROUNDED


def _contradict(claimed: str, one: str) -> bool:
    """More than a figure that the evidence gives as it stands or as the most, and the like."""
    return one in {
        ">": ("<", "<=", "<~", "~", ""),
        ">=": ("<", "<=", "<~"),
        "<": (">", ">=", ""),
        "<~": (">", ">=", ""),
        "<=": (">", ">="),
    }.get(claimed, ())


def _bare(claimed: Quantity, one: Quantity) -> bool:
    """A number without unit stands for one with unit where nothing says otherwise: a table, "24/7"."""
    return not one.label and claimed.unit is not None and claimed.unit.kind not in (*CURRENCIES, "%", "points", "times")


def _same_thing(claimed: Quantity, one: Quantity) -> bool:
    if claimed.period and one.period and claimed.period != one.period:
        return False
    if claimed.label and one.unit and not claimed.unit:
        return False
    return _agree(claimed.label, one.label) and _agree(claimed.topic, one.topic)


def _agree(mine: Iterable[str], theirs: Iterable[str]) -> bool:
    mine, theirs = set(mine), set(theirs)
    return not mine or not theirs or any(alike(left, right) for left in mine for right in theirs)


def _remaining(claimed: Quantity, evidence: Sequence[Quantity]) -> bool:
    """ "Two further depots" where there are three in all."""
    more = (
        bool(claimed.nouns & {"furth", "other", "addit", "weite", "autre", "otros", "otras"}) and claimed.values[0] <= 5
    )
    return more and any(claimed.values[0] + 1 in one.values for one in evidence if not one.unit)


def _derived(claimed: Quantity, evidence: Sequence[Quantity]) -> bool:
    """ "Doubled" follows from two figures of the evidence or from 100 %; a third plant from three plants."""
    if claimed.unit is None or claimed.unit.kind not in ("times", "nth", "%"):
        return _remaining(claimed, evidence)
    value = claimed.values[0]
    if claimed.unit.kind == "nth":
        return any(one.unit is None and value in one.values for one in evidence)
    if claimed.unit.kind == "%":
        times = value / 100 + 1
        return any(one.unit == Unit("times") and times in one.values for one in evidence)
    percents = {other for one in evidence if one.unit and one.unit.kind == "%" for other in one.values}
    if any(abs(other - (value - 1) * 100) < 1 for other in percents):
        return True
    figures = [
        (other, one) for one in evidence for other in one.values if other and one.unit not in (Unit("%"), Unit("nth"))
    ]
    return any(
        abs(high / low / value - 1) < 0.12 and (one.unit == other.unit) and _agree(one.label, other.label)
        for high, one in figures
        for low, other in figures
        if one is not other and low > 0
    )
