"""Phrases that tell what an answer means: how they are written, compiled and found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

_LIGATURES = {
    "ß": "s",
    "æ": "a",
    "œ": "o",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ı": "i",
    "’": "'",
    "‘": "'",
    "´": "'",
    "`": "'",
}
# How a letter may be typed where keyboards lack it; the first is what `fold` makes of it.
_SPELLINGS = {
    "ä": ("a", "ae"), "ö": ("o", "oe"), "ü": ("u", "ue"), "å": ("a", "aa"), "ø": ("o", "oe"), "æ": ("a", "ae"),
    "œ": ("o", "oe"), "ß": ("s", "ss"),
}  # fmt: skip
_BETWEEN = r"[^\w.!?\n]{1,4}"
_GAPS = {"..": 3, "...": 7}
_TOKEN = re.compile(r"\w+")
_SENTENCE_END = r"(?=[^\w\n.!?]*(?:[.!?\n]|\Z))"
_ASKS = r"(?=[^.!?\n]*\?)"
_PLACES = {"$": _SENTENCE_END, "??": _ASKS}
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
WRAP = 45  # a line longer than this was broken by the mail program, not by the writer


def clean(text: str) -> str:
    """Text in one way of writing: composed letters, plain line ends and spaces, nothing invisible."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _INVISIBLE.sub("", text).replace("\u00a0", " ")


def _plain(letter: str) -> str:
    lowered = letter.lower()
    if lowered in _LIGATURES:
        return _LIGATURES[lowered]
    base = unicodedata.normalize("NFD", lowered)
    return base[0] if base else letter


_FOLDED: dict[int, str] = {code: _plain(chr(code)) for code in (*range(0x80, 0x250), *range(0x2018, 0x201A))}


def fold(text: str) -> str:
    """Small letters without accents; every letter stays in its place, so that spans are those of `clean` text."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters grow when they become small
        lowered = "".join(letter if len(letter.lower()) != 1 else letter.lower() for letter in text)
    return lowered.translate(_FOLDED)


def unwrap(folded: str) -> str:
    """Line ends that only wrapped a long line become spaces; the others end a sentence."""
    lines = folded.split("\n")
    return "".join(
        line + ("" if position == len(lines) - 1 else " " if len(line) > WRAP and lines[position + 1] else "\n")
        for position, line in enumerate(lines)
    )


@dataclass(frozen=True)
class Cue:
    """One phrase of one language."""

    label: str
    weight: float
    lang: str
    regex: re.Pattern[str]
    starts_sentence: bool


@dataclass(frozen=True)
class Match:
    """A phrase as it was found."""

    label: str
    weight: float
    lang: str
    start: int
    end: int


def spellings(word: str) -> list[str]:
    """All ways to type a word of a table, folded."""
    ways = [_SPELLINGS.get(letter, (_plain(letter),)) for letter in word.lower()]
    return ["".join(letters) for letters in product(*ways)]


def _alternatives(element: str, classes: Mapping[str, str]) -> list[str]:
    words: list[str] = []
    for part in element.split("|"):
        if part.startswith("@"):
            words += [word for item in classes[part[1:]].split() for word in _alternatives(item, classes)]
        else:
            words += spellings(part)
    return words


def _expression(word: str) -> str:
    body = word[:-1] if word.endswith("*") else word
    body = re.escape(body).replace("_", _BETWEEN).replace("'", "'?").replace(r"\-", r"[-\s]?")
    return body + (r"\w*" if word.endswith("*") else "")


def _group(words: Iterable[str]) -> str:
    return "(?:" + "|".join(_expression(word) for word in sorted(set(words), key=len, reverse=True)) + r")(?!\w)"


def _key(word: str) -> str:
    """What the first letters of a passage must be for the word to stand there."""
    found = _TOKEN.match(word.replace("_", " "))
    if not found:
        raise ValueError(word)
    if len(found[0]) < 3 and word.endswith("*") and found[0] + "*" == word:
        raise ValueError(f"{word}: too short a stem")
    return found[0][:3]


def _element(element: str, between: str, classes: Mapping[str, str]) -> str:
    parts = element.split("|")
    words = [part for part in parts if part not in _PLACES]
    ways = [between + _group(_alternatives("|".join(words), classes))] if words else []
    ways += [_PLACES[part] for part in parts if part in _PLACES]
    return "(?:" + "|".join(ways) + ")"


def compile_phrase(phrase: str, classes: Mapping[str, str]) -> tuple[str, list[str], bool]:
    """Expression of a phrase, the keys of its first word, and whether it must begin a sentence."""
    elements = phrase.split()
    starts = elements[0] == "^"
    if starts:
        elements = elements[1:]
    first = _alternatives(elements[0], classes)
    expression = _group(first)
    between = _BETWEEN
    for element in elements[1:]:
        if element in _GAPS:
            between = rf"(?:{_BETWEEN}\w+){{0,{_GAPS[element]}}}?{_BETWEEN}"
            continue
        if element.startswith("!"):
            expression += rf"(?!{_BETWEEN}{_group(_alternatives(element[1:], classes))})"
        elif element.endswith("?") and not element.endswith("??"):
            expression += f"(?:{between}{_group(_alternatives(element[:-1], classes))})?"
        else:
            expression += _element(element, between, classes)
        between = _BETWEEN
    return expression, sorted({_key(word) for word in first}), starts


def read_table(table: str) -> Iterator[tuple[str, float, str]]:
    """Label, weight and phrase of each line of a `CUES` table."""
    label, weight = "", 0.0
    for line in table.splitlines():
        if not line.strip():
            continue
        if line[0].isspace():
            yield label, weight, line.strip()
        else:
            label, number = line.split()
            weight = float(number)


class Finder:
    """All phrases of all languages, found in one walk over the words of a text."""

    def __init__(self, tables: Mapping[str, tuple[str, Mapping[str, str]]]) -> None:
        """:param tables: language -> its `CUES` and `CLASSES`"""
        self._by_key: dict[str, list[Cue]] = {}
        for lang, (table, classes) in tables.items():
            for label, weight, phrase in read_table(table):
                expression, keys, starts = compile_phrase(phrase, classes)
                cue = Cue(label, weight, lang, re.compile(expression), starts)
                for key in keys:
                    self._by_key.setdefault(key, []).append(cue)

    def find(self, text: str, langs: frozenset[str], always: frozenset[str]) -> list[Match]:
        """Phrases in a folded, unwrapped text.

        :param langs: languages of which all phrases count
        :param always: labels whose phrases count in any language
        """
        found: list[Match] = []
        for token in _TOKEN.finditer(text):
            start = token.start()
            for cue in self._by_key.get(token[0][:3], ()):
                if cue.lang not in langs and cue.label not in always:
                    continue
                match = cue.regex.match(text, start)
                if match and not (cue.starts_sentence and not starts_sentence(text, start)):
                    found.append(Match(cue.label, cue.weight, cue.lang, start, match.end()))
        return found


def starts_sentence(text: str, start: int) -> bool:
    """Whether nothing but marks stands between the last sentence and this place."""
    before = text[max(0, start - 12) : start].rstrip(" \t\"'(*_-–—:;,>¡¿")
    if start > 12 and not before:
        return True
    return not before or not (before[-1].isalnum())


def sentence_bounds(text: str, position: int) -> tuple[int, int]:
    """Where the sentence around a place begins and ends (its final mark included)."""
    start = max(text.rfind(mark, 0, position) for mark in ".!?\n") + 1
    ends = [end for mark in ".!?\n" if (end := text.find(mark, position)) >= 0]
    return start, min(ends, default=len(text) - 1) + 1
