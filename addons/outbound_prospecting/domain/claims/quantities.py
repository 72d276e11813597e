"""Quantities in a text: how many of what, in which unit, how exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .concepts import concept
from .numbers import Number, numbers_in
from .text import Passage, Span, Taken, fold, stems
from .units import CURRENCIES, Unit, period_near, unit_at
from .words import STOPWORDS

_MORE = (
    r"more than|over|above|exceed\w*|upwards? of|north of|in excess of|greater than|beyond|"
    r"mehr als|über|übersteig\w*|plus (?:de|d')|dépass\w*|más de|mas de|"
    r"super\w{1,4}|por encima de|"
    r"well over|just over|gut|a little over|surpass\w*|topped"
)
_LESS = (
    r"less than|fewer than|under|below|just under|a little under|weniger als|"
    r"unter|"
    r"moins (?:de|d')|menos de"
)
_AT_LEAST = r"at least|minimum(?: of)?|no (?:fewer|less) than|mindestens|au moins|al menos|como mínimo|ab|from|≥|>="
_AT_MOST = r"up to|at most|no more than|maximum(?: of)?|bis zu|höchstens|maximal|jusqu'à|au plus|hasta|como máximo|≤|<="
_NEARLY = r"nearly|almost|close to|approaching|fast|knapp|beinahe|nahezu|presque|près de|casi|cerca de"
_ABOUT = (
    r"about|around|roughly|approximately|approx\.?|some|circa|ca\.?|an estimated|in the region of|~|≈|"
    r"rund|etwa|ungefähr|zirka|"
    r"gegen|environ|quelque|autour de|unos|unas|alrededor de|aproximadamente|en torno a|más o menos|or so"
)
_QUALIFIERS = [
    (
        name,
        re.compile(
            rf"(?:^|(?<=[\s(,]))(?:{words})\s?(?:the |a |an |der |den |die |les |los |las |US ?|[€$£]|EUR |USD )?$",
            re.IGNORECASE,
        ),
    )
    for name, words in (
        ("<", rf"{_LESS}|<"),
        (">", rf"{_MORE}|>"),
        ("<~", _NEARLY),
        ("~", _ABOUT),
        (">=", _AT_LEAST),
        ("<=", _AT_MOST),
    )
]
_PLUS = re.compile(r"\s?\+|\s?(?:or more|plus|and counting|oder mehr|ou plus|o más)\b", re.IGNORECASE)
_RANGE = re.compile(r"\s?(?:-|to|bis|à|a|and|und|et|y|or)\s?[€$£]?\s?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_WORKING = re.compile(
    r"\b(?:work|tätig|arbeit|travaill|trabaj|employ|beschäftig|embauch|emple|hir(?:e|ing)|equipo|team|équipe|staff|belegschaft)\w*",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"[,.;:()|•/\n\d]| (?:and|und|et|y|in|with|for|mit|für|avec|pour|con|para|worth|from|at|by|to|since|seit|"
    r"depuis|desde) "
)
_FRACTIONS = [
    (re.compile(pattern, re.IGNORECASE), value)
    for pattern, value in (
        (r"\btwo[ -]thirds\b|\bzwei drittel\w*|\bdeux tiers\b|\bdos tercios\b", 200 / 3),
        (r"\bthree[ -]quarters\b(?! of (?:a |the )?year)|\bdrei ?viertel\w*|\btrois quarts\b|\btres cuartos\b", 75.0),
        (
            r"(?<!first )(?<!second )\bhalf (?:of|the|its|their|all)\b|\bdie hälfte\b|\b(?:la )?moitié\b|"
            r"\b(?:la )?mitad\b",
            50.0,
        ),
        (r"\b(?:a|one)[ -]third\b|\bein(?:em|es)? drittel\w*|\bun tiers\b|\bun tercio\b", 100 / 3),
        (r"\b(?:a|one)[ -]quarter of\b|\bein(?:em|es)? viertel\w*|\bun quart d\w+\b|\buna cuarta parte\b", 25.0),
        (r"\b(?:a|one)[ -]fifth\b|\bone in five\b|\bein fünftel\w*|\bun cinquième\b|\buna quinta parte\b", 20.0),
    )
]
_TIMES = [
    (re.compile(pattern, re.IGNORECASE), value)
    for pattern, value in (
        (
            r"\b(?:doubl(?:e|ed|es|ing)|twice|twofold|verdoppel\w+|doppelt \w+|doubl(?:é|ée|er)|duplic\w+|el doble)\b",
            2.0,
        ),
        (r"\b(?:tripl(?:e|ed|es|ing)|threefold|trebled?|verdreifach\w+|tripl(?:é|ée|er)|triplic\w+|el triple)\b", 3.0),
        (r"\b(?:quadrupl\w+|fourfold|vervierfach\w+|quadrupl\w+|cuadruplic\w+)\b", 4.0),
    )
]
_ORDINALS = [
    (re.compile(rf"\b(?:{words})\b(?! (?:half|quarter|of (?:the|its|their) |parte?\b))", re.IGNORECASE), float(number))
    for number, words in enumerate(
        (
            r"second(?!s)|2nd|zweite[nrsm]?|deuxième|seconde|2e|2ème|segund[oa]",
            r"third(?!s)|3rd|dritte[nrsm]?|troisième|3e|3ème|tercer[oa]?",
            r"fourth|4th|vierte[nrsm]?|quatrième|4e|4ème|cuart[oa]",
            r"fifth|5th|fünfte[nrsm]?|cinquième|5e|5ème|quint[oa]",
            r"sixth|6th|sechste[nrsm]?|sixième|6e|6ème|sext[oa]",
            r"seventh|7th|siebte[nrsm]?|septième|7e|7ème|séptim[oa]",
            r"eighth|8th|achte[nrsm]?|huitième|8e|8ème|octav[oa]",
            r"ninth|9th|neunte[nrsm]?|neuvième|9e|9ème|noven[oa]",
            r"tenth|10th|zehnte[nrsm]?|dixième|10e|10ème|décim[oa]",
            r"eleventh|11th|elfte[nrsm]?|onzième",
            r"twelfth|12th|zwölfte[nrsm]?|douzième",
        ),
        2,
    )
]
_FIRST = re.compile(
    r"\b(?:first|1st|erste[nrsm]?|premi(?:er|ère)|primer[oa]?)\b(?! (?:half|quarter|time))", re.IGNORECASE
)
_MILLION_UNITS = re.compile(r"\s?(?:M€|Mio\.? €)")


@dataclass(frozen=True)
class Quantity:
    """:ivar values: what the number may be, without its unit
    :ivar bound: ">" more than, "<" less than, "<~" nearly, "~" about, "" as it stands
    :ivar label: concepts of what is counted ("people", "customers"); empty where the text does not tell
    :ivar topic: concepts of money that the clause speaks of ("revenue", "profit")
    :ivar period: the rate's period ("year"), "" for none
    """

    values: tuple[float, ...]
    unit: Unit | None
    text: str
    start: int
    end: int
    bound: str = ""
    label: frozenset[str] = frozenset()
    topic: frozenset[str] = frozenset()
    period: str = ""
    scaled: bool = False
    digits: int = 9
    nouns: frozenset[str] = frozenset()  # beginnings of the words that follow
    sentence: str = ""  # in which it stands


def quantities_in(passage: Passage, taken: Sequence[Span]) -> list[Quantity]:
    """Every quantity of a passage outside the places that are `taken` (dates, names with digits)."""
    text = passage.text
    spoken_for = Taken(text, taken)
    numbers = [one for one in numbers_in(text, passage.language) if not spoken_for.touches(one.start, one.end)]
    found = [_describe(passage, one) for one in numbers]
    for one in found:
        spoken_for.add(one.start, one.end)
    others = [one for one in _others(text) if not spoken_for.touches(one.start, one.end)]
    return _share_currency(passage, _share_ranges(text, found)) + others


def _describe(passage: Passage, number: Number) -> Quantity:
    text = passage.text
    unit, end = unit_at(text, number.start, number.end)
    values, scaled = number.values, number.scaled
    if _MILLION_UNITS.match(text, number.end):
        values, scaled, unit = tuple(value * 1e6 for value in values), True, Unit("EUR")
    sentence = passage.sentence_at(number.start)
    clause = passage.clause_at(number.start)
    before = text[max(0, number.start - 40, sentence.start) : number.start]
    bound = next((name for name, pattern in _QUALIFIERS if pattern.search(before)), "")
    if not bound and _PLUS.match(text, end):
        bound = ">"
    money = unit is not None and len(unit.kind) == 3 and unit.kind.isupper()
    topic = _topic(text, clause, number.start, end) if money else frozenset[str]()
    label = frozenset[str]() if unit else _label(text, number, end, sentence)
    around = text[max(clause.start, number.start - 25) : min(max(clause.end, end), end + 40)]
    written = text[number.start : end].strip()
    nouns = frozenset[str]() if unit else _nouns(text[end : sentence.end], passage.language)
    return Quantity(
        values=values, unit=unit, text=written, start=number.start, end=end, bound=bound, label=label, topic=topic,
        period=period_near(around), scaled=scaled, digits=number.digits, nouns=nouns, sentence=sentence.text,
    )  # fmt: skip


def _nouns(after: str, language: str) -> frozenset[str]:
    near = re.split(r"[,.;:()|\n\d]", after[:40], maxsplit=1)[0]
    words = _WORD.findall(near)[:4]
    if words and words[0].lower() in STOPWORDS[language] and words[0].lower() not in ("of", "its", "the", "de"):
        return frozenset()
    return frozenset(fold(word)[:5] for word in words if stems(word, language) or word.lower() == "other")


def _share_currency(passage: Passage, found: list[Quantity]) -> list[Quantity]:
    """ "A loss of 1.9 million euros, after a profit of 0.6 million": the same currency."""
    currencies: dict[str, set[Unit]] = {}
    for one in found:
        if one.unit and one.unit.kind in CURRENCIES:
            currencies.setdefault(one.sentence, set()).add(one.unit)
    shared = []
    for one in found:
        near = currencies.get(one.sentence, set())
        if one.scaled and one.unit is None and not one.label and len(near) == 1:
            topic = _topic(passage.text, passage.clause_at(one.start), one.start, one.end)
            shared.append(replace(one, unit=next(iter(near)), topic=topic))
        else:
            shared.append(one)
    return shared


def _label(text: str, number: Number, end: int, sentence: Span) -> frozenset[str]:
    """What is counted: the first telling noun after the number, else the nearest one before it."""
    after = text[end : min(sentence.end, end + 70)]
    if stop := _STOP.search(after, 1):
        after = after[: stop.start()]
    for word in _WORD.findall(after)[:6]:
        if found := concept(word, "measures"):
            working = found == {"persons"} and _WORKING.search(sentence.text)
            return frozenset({"people"}) if working else found
    return _nearest_before(text, number.start, sentence)


def _nearest_before(text: str, start: int, sentence: Span) -> frozenset[str]:
    before = text[max(sentence.start, start - 45) : start]
    before = re.sub(r"\b(?:19|20)\d\d\b:?", "", before)
    before = re.split(r"[,;()\n\d]| (?:and|und|et|y) ", before)[-1]
    for word in reversed(_WORD.findall(before)[-6:]):
        if found := concept(word, "measures"):
            return found
    return frozenset()


def _topic(text: str, clause: Span, start: int, end: int) -> frozenset[str]:
    """The word of money nearest to the amount in its clause."""
    best: tuple[int, frozenset[str]] = (10_000, frozenset())
    for match in _WORD.finditer(text, clause.start, clause.end):
        if found := concept(match[0], "money"):
            behind = match.start() >= end
            distance = match.start() - end + 4 if behind else start - match.end()
            best = min(best, (distance, found), key=lambda pair: pair[0])
    return best[1]


def _share_ranges(text: str, found: list[Quantity]) -> list[Quantity]:
    """ "50-100 million euros": what the end of a range says counts for its beginning too."""
    shared = list(found)
    for index in range(len(found) - 2, -1, -1):
        first, second = shared[index], shared[index + 1]
        if first.unit or first.scaled or not _RANGE.fullmatch(text[first.end : second.start]):
            continue
        factor = (
            second.values[0] / float(re.sub(r"[^\d]", "", second.text.split(" ")[0]) or second.values[0])
            if second.scaled
            else 1
        )
        scales = (1e3, 1e6, 1e9) if second.scaled and factor > 1 else ()
        wider = tuple(value * scale for scale in scales for value in first.values)
        shared[index] = replace(
            first,
            values=(*wider, *first.values),
            unit=second.unit,
            label=first.label or second.label,
            topic=second.topic,
        )
    return shared


def _others(text: str) -> Iterator[Quantity]:
    for kind, table in (("%", _FRACTIONS), ("times", _TIMES), ("nth", _ORDINALS)):
        for pattern, value in table:
            for match in pattern.finditer(text):
                bound = "~" if kind == "%" else ""
                yield Quantity((value,), Unit(kind), match[0], match.start(), match.end(), bound)


def first_in(text: str) -> bool:
    """Does the text call something the first?"""
    return bool(_FIRST.search(text))
