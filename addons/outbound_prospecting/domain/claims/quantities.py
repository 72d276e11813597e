"""Quantities in a text: how many of what, in which unit, how exactly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .concepts import concept
from .numbers import Number, numbers_in
from .parts import Part, parts_in
from .text import Passage, Span, Taken, fold, stems
from .units import CURRENCIES, Unit, period_near, unit_at
from .words import STOPWORDS

_MORE = (
    r"more than|over|above|exceed\w*|upwards? of|north of|in excess of|greater than|beyond|"
    r"mehr als|über|übersteig\w*|plus (?:de|d')|dépass\w*|más de|mas de|"
    r"super\w{1,4}|por encima de|"
    r"well over|just over|gut|meer dan|ruim|a little over|surpass\w*|topped|pass(?:ed|es)|crossed|overtook|franchi\w*|reba[sz]\w*|overschr\w*"
)
_LESS = (
    r"less than|fewer than|minder dan|under|below|just under|a little under|weniger als|"
    r"unter|"
    r"moins (?:de|d')|menos de"
)
_AT_LEAST = r"at least|minimum(?: of)?|no (?:fewer|less) than|mindestens|au moins|al menos|minstens|ten minste|minimaal|como mínimo|ab|from|≥|>="
_AT_MOST = r"up to|at most|no more than|maximum(?: of)?|bis zu|höchstens|maximal|jusqu'à|tot|hooguit|maximaal|au plus|hasta|como máximo|≤|<="
_NEARLY = r"nearly|almost|close to|approaching|fast|knapp|beinahe|nahezu|bijna|presque|près de|casi|cerca de"
_ABOUT = (
    r"about|around|roughly|approximately|approx\.?|some|circa|ca\.?|an estimated|in the region of|~|≈|"
    r"rund|etwa|ungefähr|zirka|"
    r"gegen|ongeveer|circa|zo'n|environ|quelque|autour de|unos|unas|alrededor de|aproximadamente|en torno a|más o menos|or so"
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
        (">=", _AT_LEAST),
        ("<=", _AT_MOST),
        ("<", rf"{_LESS}|<"),
        (">", rf"{_MORE}|>"),
        ("<~", _NEARLY),
        ("~", _ABOUT),
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
    dated = Taken(text, taken)
    found = [
        _describe(passage, one) for one in numbers_in(text, passage.language) if not dated.touches(one.start, one.end)
    ]
    others = [
        _describe_part(passage, one)
        for one in parts_in(text, passage.language)
        if not dated.touches(one.start, one.end)
    ]
    return sorted([*_share_currency(passage, _share_ranges(text, found)), *others], key=lambda one: one.start)


def _describe(passage: Passage, number: Number) -> Quantity:
    text = passage.text
    unit, end = unit_at(text, number.start, number.end)
    values, scaled = number.values, number.scaled
    if _MILLION_UNITS.match(text, number.end):
        values, scaled, unit = tuple(value * 1e6 for value in values), True, Unit("EUR")
    sentence = passage.sentence_at(number.start)
    clause = passage.clause_at(number.start)
    before = text[max(0, number.start - 40, sentence.start) : number.start]
    bound = _bound(before)
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


def _bound(before: str) -> str:
    return next((name for name, pattern in _QUALIFIERS if pattern.search(before)), "")


def _describe_part(passage: Passage, part: Part) -> Quantity:
    sentence = passage.sentence_at(part.start)
    bound = _bound(passage.text[max(sentence.start, part.start - 40) : part.start])
    nouns = _nouns(passage.text[part.end : sentence.end], passage.language) if part.kind == "nth" else frozenset[str]()
    return Quantity(
        (part.value,), Unit(part.kind), passage.text[part.start : part.end], part.start, part.end,
        bound=bound or ("~" if part.kind == "%" else ""), nouns=nouns, sentence=sentence.text,
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
