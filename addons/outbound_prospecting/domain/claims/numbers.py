"""Numbers as people write them: digits with any separators, multipliers, words of five languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .number_words import HUNDREDS, JOINTS, SMALL, THOUSANDS, value_of
from .text import fold

# Groups of three with spaces or apostrophes, or any mix of dots and commas.
_DIGITS = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:[ ']\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*)")
_MULTIPLIER = re.compile(
    r"[\s-]?(?:(?P<thousand>k(?![\w])|tsd\b\.?|thousand\b|tausend\b|duizend\b|mille\b|mil\b(?! mill))"
    r"|(?P<million>mio\b\.?|mln\b|mm?n\b|million(?:s|en)?\b|miljoen\b|mill[oó]n(?:es)?\b|"
    r"(?<=\d)mm?(?![\w²])(?=\s*[A-Za-z€$£]|\s*$|\W))"
    r"|(?P<billion>bn\b|mrd\b\.?|mld\b\.?|miljard\b|milliarden?\b|milliards?\b|(?:mil|miles de) millones\b|(?<=\d)b(?!\w)|"
    r"billions?\b|mil M€)"
    r"|(?P<trillion>trillions?\b|tn\b|billionen\b|bill[oó]n(?:es)?\b)"
    r"|(?P<dozen>dozens?\b|dutzend\b|dozijn\b|douzaines?\b|docenas?\b)|(?P<hundred>hundred\b))",
    re.IGNORECASE,
)
_FACTORS = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0, "hundred": 100.0}
_ALONE = {
    "million": 1e6,
    "dozen": 12.0,
    "dutzend": 12.0,
    "douzaine": 12.0,
    "docena": 12.0,
    **dict.fromkeys(("millions", "million", "millon", "miljoen"), 1e6),
    **dict.fromkeys(("billion", "milliarde", "milliard", "miljard"), 1e9),
    "dizaine": 10.0,
    "quinzaine": 15.0,
    "vingtaine": 20.0,
    "trentaine": 30.0,
    "quarantaine": 40.0,
    "cinquantaine": 50.0,
    "soixantaine": 60.0,
    "centaine": 100.0,
    "millier": 1e3,
    "decena": 10.0,
    "veintena": 20.0,
    "centenar": 100.0,
    "millar": 1e3,
    "hundred": 100.0,
}  # after "a"
_CURRENCY = r"€|\$|£|¥|₹|EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|INR|JPY|CAD|AUD"
_PERCENT = re.compile(r"\b(?:por|pour|per)\s$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Number:
    """:ivar values: what it may mean, the likelier first ("1.200" is 1200 or 1.2)
    :ivar scaled: written with a multiplier ("1.2 million"), so probably rounded
    :ivar digits: significant digits that were written
    """

    values: tuple[float, ...]
    start: int
    end: int
    scaled: bool = False
    digits: int = 9
    spelled: bool = False


def numbers_in(text: str, language: str) -> list[Number]:
    """All numbers of a text in order; where two overlap, the one that starts first."""
    found: list[Number] = []
    for number in sorted([*_written(text, language), *_spelled(text, language)], key=lambda one: (one.start, -one.end)):
        if not found or number.start >= found[-1].end:
            found.append(number)
    return found


def _written(text: str, language: str) -> Iterator[Number]:
    for match in _DIGITS.finditer(text):
        values, end, digits = read_digits(match[0], language), match.end(), len(re.sub(r"\D|0+$", "", match[0]))
        scaled = False
        while multiplier := _MULTIPLIER.match(text, end):
            factor = _factor(multiplier, language, text, end)
            if not factor:
                break
            values, end, scaled = tuple(value * factor for value in values), multiplier.end(), True
        yield Number(values, match.start(), end, scaled, max(digits, 1))


def _factor(match: re.Match[str], language: str, text: str, start: int) -> float:
    name = str(match.lastgroup or "billion")
    word = match[0].strip(" -").lower()
    if word in ("m", "mm") and not _money_or_noun(text, start, match.end()):
        return 0  # metres, millimetres
    if language == "de" and word in ("billion", "billionen"):
        name = "trillion"
    if language in ("fr", "es") and word in ("billion", "billions"):
        name = "trillion"
    return _FACTORS[name]


def _money_or_noun(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 30) : start], text[end : end + 12]
    if text[start:end].strip() == "M" or re.match(rf"\s*(?:{_CURRENCY})", after):
        return True
    if re.search(rf"(?:{_CURRENCY})\s*[\d.,\s-]*$", before):
        return True
    return bool(
        re.match(r"\s+(?:users|customers|people|units|members|subscribers|downloads|investment|round|in |seed)", after)
    )


def read_digits(text: str, language: str) -> tuple[float, ...]:
    """What digits with separators may mean, the likelier first.

    >>> read_digits("1.200", "en"), read_digits("1.200", "de"), read_digits("1.234,5", "en"), read_digits("3.5", "de")
    ((1.2, 1200.0), (1200.0, 1.2), (1234.5,), (3.5,))
    """
    plain = text.replace(" ", "").replace("'", "")
    marks = [mark for mark in plain if mark in ".,"]
    if not marks:
        return (float(plain),)
    if len(set(marks)) == 2:
        last = marks[-1]
        other = "," if last == "." else "."
        return (float(plain.replace(other, "").replace(last, ".")),) if marks.count(last) == 1 else _loose(plain)
    mark = marks[0]
    if len(marks) > 1:
        return (
            (float(plain.replace(mark, "")),)
            if all(len(part) == 3 for part in plain.split(mark)[1:])
            else _loose(plain)
        )
    whole, part = plain.split(mark)
    decimal = float(f"{whole}.{part}")
    if len(part) != 3 or whole in ("0", "") or len(whole) > 3:
        return (decimal,)
    grouped = float(whole + part)
    return (grouped, decimal) if (mark == ",") == (language == "en") else (decimal, grouped)


def _loose(plain: str) -> tuple[float, ...]:
    """Version numbers, dates and the like: the digits only."""
    return (float(re.sub(r"\D", "", plain)),)


def _spelled(text: str, language: str) -> Iterator[Number]:
    words = [(fold(match[0]), match.start(), match.end()) for match in _WORD.finditer(text)]
    position = 0
    while position < len(words):
        value, used = _read_words(words, position, text, language)
        if used == 1 and _PERCENT.search(text[max(0, words[position][1] - 6) : words[position][1]]):
            used = 0  # "por ciento" is no hundred
        if used and not (value == 1 and used == 1):
            start, end = words[position][1], words[position + used - 1][2]
            scaled = False
            while (multiplier := _MULTIPLIER.match(text, end)) and (factor := _factor(multiplier, language, text, end)):
                value, end, scaled = value * factor, multiplier.end(), True
            yield Number((float(value),), start, end, scaled, 9, True)
        elif words[position][0] in _ALONE and _indefinite(words, position):
            part, begins = _part_before(text[: words[position][1]])
            yield Number((part * _ALONE[words[position][0]],), begins, words[position][2], True, 1, True)
        position += max(used, 1)


_PARTS = (
    (re.compile(r"(?:\bhalf an?|\bhalbe[nrs]?|\bdemi-?|\bmedi[oa]|\bhalf) ?$", re.IGNORECASE), 0.5),
    (re.compile(r"\b(?:an? )?quarter of an? $", re.IGNORECASE), 0.25),
)


def _part_before(before: str) -> tuple[float, int]:
    """ "Half a dozen", "eine halbe Million": what the word after it is multiplied by, and where that begins."""
    found = ((value, match.start()) for pattern, value in _PARTS if (match := pattern.search(before)))
    return next(found, (1.0, len(before)))


def _indefinite(words: list[tuple[str, int, int]], position: int) -> bool:
    return position > 0 and words[position - 1][0] in (
        "a",
        "one",
        "ein",
        "eine",
        "einer",
        "einem",
        "une",
        "un",
        "una",
        "half",
        "halbe",
        "halben",
        "demi",
        "medio",
        "media",
    )


def _read_words(words: list[tuple[str, int, int]], start: int, text: str, language: str) -> tuple[float, int]:
    """Value of the longest number in words that begins here, and how many words it takes; (0, 0) if there is none."""
    small = SMALL[language]
    total = current = 0.0
    used = 0
    for index in range(start, len(words)):
        word, begins, _end = words[index]
        if index > start and text[words[index - 1][2] : begins] not in (" ", "-"):
            break
        value = value_of(word, language)
        if value is not None and not (used and value < 1):
            current = 80 if (language, current, value) == ("fr", 4, 20) else current + value
        elif (
            word in HUNDREDS
            and (language in ("en", "fr"))
            and (current or language == "fr" or _indefinite(words, start))
        ):
            current = max(current, 1) * 100
        elif word in THOUSANDS and (current or language in ("fr", "es")):
            total, current = total + max(current, 1) * 1000, 0
        elif word in JOINTS[language] and used and index + 1 < len(words) and words[index + 1][0] in small:
            if current % 100 == 0 and language != "en":
                break
            if language == "en" and current % 100:
                break
            continue
        else:
            break
        used = index - start + 1
    return total + current, used
