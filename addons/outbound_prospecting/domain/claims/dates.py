"""Dates in a text, from a decade to a day, in four languages, and whether one supports the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .concepts import concept
from .text import Span, Taken, fold
from .units import unit_at
from .words import MONTHS

_MONTH = r"(?P<month>[A-Za-zÀ-ÿ]{3,10})\.?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d|'\d\d)(?![\d]|[.,]\d)"
_OF = r"(?:\s?(?:of|de|del|d'|,|/|-|im Jahr|année)\s?|\s)"
_NTH = {
    "1": r"first|1st|1\.|erste[nsrm]?|premier|1er|primer|1ᵉʳ|Q1|T1|1T|1Q",
    "2": r"second|2nd|2\.|zweite[nsrm]?|deuxième|2e|2ème|segundo|Q2|T2|2T|2Q",
    "3": r"third|3rd|3\.|dritte[nsrm]?|troisième|3e|3ème|tercer|Q3|T3|3T|3Q",
    "4": r"fourth|4th|4\.|vierte[nsrm]?|quatrième|4e|4ème|cuarto|Q4|T4|4T|4Q",
}
_SEASONS = {
    "spring frühjahr voorjaar lente frühling printemps primavera": (3, 4, 5),
    "summer sommer zomer été verano": (6, 7, 8),
    "autumn fall herbst automne otoño herfst": (9, 10, 11),
    "winter hiver invierno": (12, 1, 2),
}
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|º|ª|\.)?"
_FULL = [
    re.compile(rf"(?<![\d.,]){_DAY}(?:\s(?:of|de)\s|\s){_MONTH}(?:{_OF}{{1,2}}{_YEAR})?(?!\w)"),
    re.compile(rf"(?<!\w){_MONTH}\s{_DAY}(?!\d|[.,]\d)(?:{_OF}{{1,2}}{_YEAR})?(?!\w)"),
    re.compile(rf"(?<!\w){_MONTH}(?:{_OF}{{1,2}}){_YEAR}"),
    re.compile(rf"(?<!\w){_YEAR}\s{_MONTH}(?!\w)"),
]
_ISO = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-3]\d))?(?![\d-])")
_NUMERIC = re.compile(r"(?<![\d.,/])(?P<a>\d{1,2})[./-](?P<b>\d{1,2})[./-](?P<year>(?:19|20)\d\d|\d\d)(?![\d])")
_MONTH_YEAR = re.compile(r"(?<![\d.,/])(?P<month>0?[1-9]|1[0-2])[./](?P<year>(?:19|20)\d\d)(?!\d)")
_PART = [
    (number, re.compile(
        rf"(?<!\w)(?:{words})[\s-]?(?:(?:fiscal |financial )?quarter|quartals?|"
    rf"trimestre)?(?:{_OF}{{0,2}}(?:fiscal (?:year )?|FY ?)?(?P<year>(?:19|20)\d\d|"
        rf"'?\d\d)\b)?(?![\w%])", re.IGNORECASE))
    for number, words in _NTH.items()
]  # fmt: skip
_HALF = [
    (number, re.compile(
        rf"(?<!\w)(?:(?:{words})\s(?:half|halbjahrs?|hälfte|semestre|semester)|"
        rf"[HS]{number})(?:{_OF}{{0,2}}(?:the year )?(?P<year>(?:19|20)\d\d))?\b", re.IGNORECASE))
    for number, words in (("1", _NTH["1"]), ("2", _NTH["2"]))
]  # fmt: skip
_SEASON = [
    (months, re.compile(rf"(?<!\w)(?:{'|'.join(names.split())}){_OF}{{1,2}}{_YEAR}", re.IGNORECASE))
    for names, months in _SEASONS.items()
]
_DECADE = re.compile(
    r"(?:(?P<year>(?:18|19|20)\d0)(?:s|'s|er\b|er Jahre\w*)|années (?P<fr>(?:19)?\d0)\b|años (?P<es>\d0)\b)"
)
_FISCAL = re.compile(
    r"(?<!\w)(?:FY ?|GJ ?)?(?P<year>(?:19|20)\d\d)[/-](?P<next>\d\d|(?:19|20)\d\d)(?!\d)|"
    r"(?<!\w)FY ?'?(?P<short>\d\d)(?!\d)"
)
_BARE = re.compile(r"(?<![\w.,€$£/-])(?P<year>1[89]\d\d|20[0-4]\d)(?![\w%]|[.,]\d|\s?[€$£%])")
_SHORT = re.compile(r"(?<=[\s(])'(?P<year>\d\d)\b")
_ALONE = re.compile(r"(?<!\w)(?P<month>[A-Za-zÀ-ÿ]{3,10})(?!\w)")
_UNSURE = {
    "may",
    "mai",
    "march",
    "mars",
    "mar",
    "marz",
    "august",
    "jan",
    "juin",
    "ago",
    "dic",
    "june",
    "april",
    "avril",
    "abr",
    "jun",
    "set",
}
_BEFORE_MONTH = re.compile(
    r"(?<!\w)(?:in|since|by|until|from|during|last|this|next|end of|ends|between|to|and|und|et|y|im|"
    r"seit|bis|ab|anfang|ende|mitte|en|depuis|début|fin|de|à|desde|hasta|"
    r"early|late|mid)[\s-]$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Date:
    """What is known of a date; `months` are those it lies in, empty for the whole year."""

    text: str
    start: int
    end: int
    year: int | None = None
    months: tuple[int, ...] = ()
    day: int | None = None
    decade: bool = False


@lru_cache(maxsize=64)  # the same documents are asked about many times
def dates_in(text: str) -> tuple[Date, ...]:
    """All dates of a text; a date that can be read in two ways ("03/04/2025") is there twice."""
    found: list[Date] = []
    known: set[tuple[int, int]] = set()
    taken = Taken(text)
    for group in (_complete, _numeric, _parts, _years):
        for one in sorted(group(text), key=lambda date: date.start - date.end):  # the longest first
            if (one.start, one.end) in known or not taken.touches(one.start, one.end):
                found.append(one)
                known.add((one.start, one.end))
                taken.add(one.start, one.end)
    return tuple(sorted(found, key=lambda one: one.start))


def _year(text: str | None) -> int | None:
    if not text:
        return None
    digits = int(text.strip("'"))
    return digits if digits > 99 else 2000 + digits if digits < 50 else 1900 + digits


def _complete(text: str) -> Iterator[Date]:
    for match in _ISO.finditer(text):
        day = int(match["day"]) if match["day"] else None
        yield Date(match[0], *match.span(), int(match["year"]), (int(match["month"]),), day)
    for pattern in _FULL:
        for match in pattern.finditer(text):
            month = MONTHS.get(fold(match["month"]))
            parts = match.groupdict()
            if month is None or (
                match["month"].islower()
                and match["month"] in ("may", "march", "mar", "ago", "sep", "dec")
                and not parts.get("year")
            ):
                continue
            day = int(parts["day"]) if parts.get("day") else None
            if day is None or 1 <= day <= 31:
                yield Date(match[0], *match.span(), _year(parts.get("year")), (month,), day)


def _numeric(text: str) -> Iterator[Date]:
    for match in _NUMERIC.finditer(text):
        first, second, year = int(match["a"]), int(match["b"]), _year(match["year"])
        for day, month in {(first, second), (second, first)}:
            if 1 <= day <= 31 and 1 <= month <= 12:
                yield Date(match[0], *match.span(), year, (month,), day)
    for match in _MONTH_YEAR.finditer(text):
        yield Date(match[0], *match.span(), int(match["year"]), (int(match["month"]),))


def _parts(text: str) -> Iterator[Date]:
    for number, pattern in _HALF:
        for match in pattern.finditer(text):
            first = 6 * int(number) - 5
            yield Date(match[0], *match.span(), _year(match["year"]), tuple(range(first, first + 6)))
    for number, pattern in _PART:
        for match in pattern.finditer(text):
            named = re.search(r"quart|trimestre", match[0], re.IGNORECASE)
            if named or re.match(r"[QT]\d\b|\d[QT]\b", match[0]):
                first = 3 * int(number) - 2
                yield Date(match[0], *match.span(), _year(match["year"]), (first, first + 1, first + 2))
    for months, pattern in _SEASON:
        for match in pattern.finditer(text):
            yield Date(match[0], *match.span(), _year(match["year"]), months)
    for match in _ALONE.finditer(text):
        month, word = MONTHS.get(fold(match["month"])), match["month"]
        sure = len(word) > 4 and fold(word) not in _UNSURE
        if (
            month
            and (sure or _BEFORE_MONTH.search(text[max(0, match.start() - 20) : match.start()]))
            and (word[0].isupper() or sure)
        ):
            yield Date(word, *match.span(), None, (month,))


def _years(text: str) -> Iterator[Date]:
    for match in _DECADE.finditer(text):
        year = int(match["year"] or match["fr"] or match["es"])
        yield Date(match[0], *match.span(), year if year > 99 else 1900 + year, decade=True)
    for match in _FISCAL.finditer(text):
        first = _year(match["year"] or match["short"])
        following = _year(match["next"])
        if following is None:
            yield Date(match[0], *match.span(), first)
        elif first is not None and 0 < following - first < 60:
            yield Date(match[0], *match.span(), first)
            yield Date(match[0], *match.span(), following)
    for match in _BARE.finditer(text):
        if not _counts_something(text, match.start(), match.end()):
            yield Date(match[0], *match.span(), int(match["year"]))
    for match in _SHORT.finditer(text):
        yield Date(match[0], *match.span(), _year(match["year"]))


def _counts_something(text: str, start: int, end: int) -> bool:
    """ "2000 employees" is no year."""
    if unit_at(text, start, end)[0]:
        return True
    following = re.match(r"\s([^\W\d_]+)", text[end:])
    return bool(following and concept(following[1], "measures") - {"orders", "firms", "products", "units", "brands"})


def supported(claimed: Date, evidence: Sequence[Date]) -> bool:
    """Is it one of the dates of the evidence, or one that contains one of them?"""
    years = {one.year for one in evidence if one.year}
    return any(covers(claimed, one, years) for one in evidence)


def covers(claimed: Date, one: Date, years: set[int]) -> bool:
    """Does the claimed date contain that of the evidence? `years` are all that the evidence names."""
    if claimed.decade:
        return one.year is not None and claimed.year is not None and one.year // 10 == claimed.year // 10
    if one.decade and claimed.year is not None:
        return False
    if claimed.year is not None and one.year is not None and claimed.year != one.year:
        return False
    if claimed.year is not None and one.year is None and claimed.year not in years:
        return False
    if claimed.months and not (one.months and set(one.months) <= set(claimed.months)):
        return False
    return claimed.day is None or claimed.day == one.day


def spans_of(dates: Sequence[Date]) -> list[Span]:
    return [Span(one.text, one.start, one.end) for one in dates]
