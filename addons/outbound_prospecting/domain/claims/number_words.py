"""Numbers as words of five languages: "ninety", "dreiundvierzig", "quatre-vingt", "veintiuno", "drieënveertig"."""

from __future__ import annotations

import re

from .words import listed


def _counted(ones: str, tens: str = "") -> dict[str, int]:
    """Words for 0, 1, 2… and those for 20, 30, 40…"""
    names = {name: value for value, name in enumerate(listed(ones))}
    return names | {name: 20 + 10 * step for step, name in enumerate(listed(tens))}


SMALL: dict[str, dict[str, int]] = {  # folded
    "en": _counted(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen",
        "twenty thirty forty fifty sixty seventy eighty ninety",
    ),
    "de": _counted(
        "null ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn "
        "achtzehn neunzehn",
        "zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig",
    ),
    "nl": _counted(
        "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien "
        "achttien negentien",
        "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    ),
    "fr": _counted(
        "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
        "vingt trente quarante cinquante soixante septante huitante nonante",
    )
    | {"une": 1, "vingts": 20, "octante": 80},
    "es": _counted(
        "cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete "
        "dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete "
        "veintiocho veintinueve"
    )
    | {"uno": 1, "una": 1, "veintiun": 21, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70,
       "ochenta": 80, "noventa": 90, "cien": 100, "ciento": 100, "doscient": 200, "trescient": 300, "cuatrocient": 400,
       "quinient": 500, "seiscient": 600, "setecient": 700, "ochocient": 800, "novecient": 900},
}  # fmt: skip
HUNDREDS = {"hundred": 100, "hundreds": 100, "cent": 100, "cents": 100}
THOUSANDS = {"thousand": 1000, "mille": 1000, "mil": 1000, "tausend": 1000, "duizend": 1000}
JOINTS: dict[str, set[str]] = {"en": {"and"}, "de": set(), "nl": set(), "fr": {"et"}, "es": {"y"}}

_COMPOUND = {  # the languages that write a number as one word: thousand, hundred, "and"
    "de": ("tausend", "hundert", "und"),
    "nl": ("duizend", "honderd", "en"),
}
_ARTICLES = {"de": "ein", "nl": "een"}
_STEMS = {  # what is before the end of an ordinal where it is not the number itself
    "en": {"first": 1, "second": 2, "third": 3, "fif": 5, "eigh": 8, "nin": 9, "twelf": 12},
    "fr": {"cinqu": 5, "neuv": 9, "quatr": 4, "onz": 11, "douz": 12, "treiz": 13, "quatorz": 14, "quinz": 15, "seiz": 16,
           "trent": 30, "quarant": 40, "cinquant": 50, "soixant": 60},
}  # fmt: skip
_ORDINAL_ENDS = {"en": r"(?:ieth|th)", "fr": r"iemes?", "de": r"s?te[nrsm]?", "nl": r"(?:s?te|de)"}


def value_of(word: str, language: str) -> float | None:
    """The number that one folded word is, None for none and for a German "ein", which is rather an article."""
    small = SMALL[language]
    if word == _ARTICLES.get(language):
        return None
    if word in small:
        return small[word]
    if language == "es" and re.fullmatch(r"\w+ient[oa]s", word):
        return small.get(word[:-2])
    return compound(word, language) if language in _COMPOUND else None


def compound(word: str, language: str) -> float | None:
    """
    >>> compound("zwolfhundert", "de"), compound("eintausendzweihundertfunfundzwanzig", "de"), compound("hundertschaft", "de")
    (1200, 1225, None)
    >>> compound("drieenveertig", "nl")
    43
    """
    small, (thousand, hundred, joint) = SMALL[language], _COMPOUND[language]
    if word in small:
        return small[word]
    for name, factor in ((thousand, 1000), (hundred, 100)):
        if name in word:
            left, right = word.split(name, 1)
            high = compound(left, language) if left else 1
            low = compound(right.removeprefix(joint), language) if right else 0
            return None if high is None or low is None else high * factor + low
    for match in re.finditer(joint, word):
        unit, tens = word[: match.start()], word[match.end() :]
        if unit in small and tens in small and small[unit] < 10 <= small[tens]:
            return small[unit] + small[tens]
    return None


def ordinal_of(word: str, language: str) -> float | None:
    """The place that a folded word gives, beyond the third: "twentieth", "dix-huitieme", "vierzehnte".

    >>> ordinal_of("twentieth", "en"), ordinal_of("dix-huitieme", "fr"), ordinal_of("twenty-first", "en"), ordinal_of("month", "en")
    (20, 18, 21, None)
    """
    if language not in _ORDINAL_ENDS:
        return None
    *before, last = word.split("-")
    end = re.search(_ORDINAL_ENDS[language] + "$", last)
    bare = last[: end.start()] if end else last
    value: float | None = _STEMS.get(language, {}).get(bare)
    if value is None and end:
        tens = SMALL["en"].get(bare + "y") if language == "en" and end[0] == "ieth" else None
        value = tens if tens is not None else value_of(bare, language)
    tens_before = [value_of(part, language) for part in before]
    if value is None or any(one is None for one in tens_before):
        return None
    if language == "fr" and before[:2] == ["quatre", "vingt"]:
        return 80 + sum(one or 0 for one in tens_before[2:]) + value
    return sum(one or 0 for one in tens_before) + value
