"""Numbers that are no counts: shares ("two thirds", "one in four"), multiples ("doubled") and places ("the twentieth")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .number_words import SMALL, ordinal_of, value_of
from .text import fold


@dataclass(frozen=True)
class Part:
    """:ivar kind: "%" of a share (then the value is in percent), "times" of a multiple, "nth" of a place"""

    kind: str
    value: float
    start: int
    end: int


PARTS = frozenset({"%", "times", "nth"})
_PARTS = {  # what a whole is divided into
    3: r"thirds?|drittel\w*|tiers|tercios?|tercera parte|derden?",
    4: r"quarters?|viertel\w*|quarts?|cuartos|cuarta parte|kwart",
    5: r"fifths?|fünftel\w*|cinquièmes?|quintos|quinta parte|vijfden?",
    6: r"sixths?|sechstel\w*|sixièmes?|sexta parte|zesden?",
    8: r"eighths?|achtel\w*|huitièmes?|octava parte|achtsten?",
    10: r"tenths?|zehntel\w*|dixièmes?|décima parte|tienden?",
}
_ONE = r"an?|one|eine?[mrs]?|une?|una?|een|één"
_SEVERAL = {2: "two|zwei|deux|dos|twee", 3: "three|drei|trois|tres|drie", 4: "four|vier|quatre|cuatro"}
_OF_IT = r"(?=\s(?:of|der|des|de|du|d'|van|less|more|fewer|lower|higher|weniger|mehr|más|menos|plus|moins|meer|minder|below|above)\b|\s?[,.;)]|$)"
_SHARES = [
    (re.compile(rf"\b(?:{count})[ -](?:{parts})\b(?! of (?:a |the )?(?:year|(?:an )?hour|million|billion|dozen|century)){_OF_IT if number == 1 else ''}", re.I),
     100 * number / whole)
    for whole, parts in _PARTS.items() for number, count in ((1, _ONE), *_SEVERAL.items()) if number < whole
] + [
    (re.compile(r"(?<!first )(?<!second )\bhalf (?:of|the|its|their|all)\b|\bdie hälfte\b|\bmoitié\b|\bmitad\b|\bde helft\b",
                re.I), 50.0),
]  # fmt: skip
_IN = re.compile(
    r"([^\W_]+) (?:in|out of|von|auf|sur|de cada|op de|van de|op|van) (?:every )?([^\W_]+)\b", re.IGNORECASE
)
_EVERY = re.compile(r"\b(?:every|each|jede[rsnm]?|elke?|iedere?) $", re.IGNORECASE)  # "jede fünfte Führungskraft"
_WHOLES = {2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100}
_TIMES = [
    (re.compile(pattern, re.IGNORECASE), value)
    for pattern, value in (
        (
            r"\b(?:doubl(?:e|ed|es|ing)|twice|twofold|verdoppel\w+|doppelt \w+|verdubbel\w+|doubl(?:é|ée|er)|duplic\w+|el doble)\b",
            2.0,
        ),
        (
            r"\b(?:tripl(?:e|ed|es|ing)|threefold|trebled?|verdreifach\w+|verdrievoudig\w+|tripl(?:é|ée|er)|triplic\w+|el triple)\b",
            3.0,
        ),
        (r"\b(?:quadrupl\w+|fourfold|vervierfach\w+|cuadruplic\w+)\b", 4.0),
    )
]
_NTH = [
    (re.compile(rf"\b(?:{words})\b(?! (?:half|quarter|of (?:the|its|their) |parte?\b))", re.IGNORECASE), float(number))
    for number, words in enumerate(
        (
            r"second(?!s)|2nd|zweite[nrsm]?|tweede|deuxième|seconde|2e|2ème|segund[oa]",
            r"third(?!s)|3rd|dritte[nrsm]?|derde|troisième|3e|3ème|tercer[oa]?",
            r"fourth|4th|vierte[nrsm]?|vierde|quatrième|4e|4ème|cuart[oa]",
            r"fifth|5th|fünfte[nrsm]?|vijfde|cinquième|5e|5ème|quint[oa]",
            r"sixth|6th|sechste[nrsm]?|zesde|sixième|6e|6ème|sext[oa]",
            r"seventh|7th|siebte[nrsm]?|zevende|septième|7e|7ème|séptim[oa]",
            r"eighth|8th|achte[nrsm]?|achtste|huitième|8e|8ème|octav[oa]",
            r"ninth|9th|neunte[nrsm]?|negende|neuvième|9e|9ème|noven[oa]",
            r"tenth|10th|zehnte[nrsm]?|tiende|dixième|10e|10ème|décim[oa]",
            r"eleventh|11th|elfte[nrsm]?|elfde|onzième",
            r"twelfth|12th|zwölfte[nrsm]?|twaalfde|douzième",
        ),
        2,
    )
]
_NTH_DIGITS = re.compile(
    r"(?<![\w.,])(\d{1,3}(?:[.,  ]\d{3})*|\d+)(?:st|nd|rd|th|e|ème|ste|de|\.?[ºª]|\.(?= (?:Jubil|Geburts|Standort|Filial)))(?!\w)"
)
_LONG = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FIRST = re.compile(
    r"\b(?:first|1st|erste[nrsm]?|eerste|premi(?:er|ère)|primer[oa]?)\b(?! (?:half|quarter|time))", re.IGNORECASE
)


def parts_in(text: str, language: str) -> Iterator[Part]:
    """Shares, multiples and places, in no order; a word that can be read in two ways is there twice."""
    shares = [Part("%", value, *match.span()) for pattern, value in _SHARES for match in pattern.finditer(text)]
    yield from shares
    for kind, table in (("times", _TIMES), ("nth", _NTH)):
        for pattern, value in table:
            for match in pattern.finditer(text):
                if _EVERY.search(text[: match.start()]):
                    yield Part("%", 100 / value, *match.span())
                elif not any(one.start < match.end() and match.start() < one.end for one in shares):
                    yield Part(kind, value, *match.span())
    for match in _IN.finditer(text):
        some, whole = (_small(word, language) for word in match.groups())
        if whole in _WHOLES and some and some < whole:
            yield Part("%", 100 * some / whole, *match.span())
    for match in _NTH_DIGITS.finditer(text):
        if (value := float(re.sub(r"\D", "", match[1]))) > 12 or match[0][-1] in "ºª":
            yield Part("nth", value, *match.span())
    for match in _LONG.finditer(text):
        if len(match[0]) > 6 and (place := ordinal_of(fold(match[0]), language)) and place > 12:
            yield Part("nth", place, *match.span())


def _small(word: str, language: str) -> float | None:
    if word.isdigit():
        return float(word)
    folded = fold(word)
    return (
        1
        if re.fullmatch(_ONE, folded) and folded not in ("a", "an")
        else value_of(folded, language) or SMALL["en"].get(folded)
    )


def first_in(text: str) -> bool:
    """Does the text call something the first?"""
    return bool(_FIRST.search(text))
