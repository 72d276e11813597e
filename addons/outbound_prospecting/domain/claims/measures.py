"""Is a quantity of the statement among those of the evidence?"""

from __future__ import annotations

from collections.abc import Sequence

from .derived import agree, derived
from .quantities import Quantity
from .units import CURRENCIES

_NEAR = 0.06  # "about"
_ROUNDED = 0.012  # a figure written with a multiplier and at least two digits may be rounded
_FEW = 1.6  # how far above "more than" a figure may lie and still be the one that was meant


def judge(claimed: Quantity, evidence: Sequence[Quantity]) -> str:
    """ "" if the evidence holds it, "number" if no such value is there, "unit" if it is one of something else."""
    held = [one for one in evidence if _same_value(claimed, one, converted=True)]
    raw = [] if held else [one for one in evidence if _same_value(claimed, one, converted=False)]
    held = held or [one for one in raw if one.unit is None and _bare(claimed, one)]
    fitting = [one for one in held if _same_thing(claimed, one)]
    if (fitting and not _counts_others(claimed, fitting, evidence)) or derived(claimed, evidence):
        return ""
    return "unit" if held or raw else "number"


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
    return bool(claimed.label and one.label) and agree(claimed.label, one.label)


def _same_value(claimed: Quantity, one: Quantity, converted: bool) -> bool:
    mine, theirs = claimed.unit, one.unit
    scale = 1.0
    if converted:
        if (mine and mine.kind) != (theirs and theirs.kind):
            return False
        scale = theirs.factor / mine.factor if mine and theirs else 1.0
    readings = [(value, other) for value in claimed.values for other in one.values]
    if converted and scale != 1 and len(claimed.values) == len(one.values):
        readings = list(zip(claimed.values, one.values, strict=True))  # "38.000 kg" is not "38.000 t" read in two ways
    return any(_matches(value, other * scale, claimed, one) for value, other in readings)


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
    if one.unit and one.unit.kind == "%" and not one.text[:1].isdigit():  # "33 %" of "a third"
        return abs(value - other) < 1
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
    return agree(claimed.label, one.label) and agree(claimed.topic, one.topic)
