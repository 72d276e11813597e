"""Text as the checker reads it: one spelling of quotes, dashes and spaces; words, sentences, clauses, language."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from .words import STOPWORDS, TELLING

_SAME = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″＂‹›", '"'),
        **dict.fromkeys("‘’‚‛′`´ʼ＇", "'"),
        **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f", ""),
        **dict.fromkeys("¹³⁴⁵⁶⁷⁸⁹⁰", ""),  # marks of footnotes, not digits of the number before
    }
)
_FOOTNOTE = re.compile(r"(?<![mM])²")
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n[\s]*")
WORD = re.compile(r"[^\W_]+(?:(?:[-'&./+](?=[^\W_]))[^\W_]+)*(?:'(?!\w))?")
_ABBREVIATED = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|approx|no|nr|mr|mrs|ms|dr|prof|st|inc|ltd|co|corp|bros|z\. ?b|d\. ?h|"
    r"u\. ?a|ca|bzw|ggf|tsd|"
    r"mio|mrd|sr|sra|mme|jan|feb|mar|apr|jun|jul|aug|sept?|oct|okt|nov|dec|dez|est|ing|dipl|u\.s|u\.k|s\.a|d\.c)"
    r"|\b[A-Z])\.$",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?…]+[\"')\]]*(?:\s+|$)|\n|;\s")
_CLAUSE = re.compile(
    r"[,:()]\s|\s-\s|\s(?:and|but|while|whereas|after|before|und|aber|während|sowie|nachdem|et|mais|"
    r"ainsi que|puis|y|pero|mientras)\s"
)


def normalise(text: str) -> str:
    """One spelling for everything that differs only in typography; case and words stay.

    >>> normalise("It’s “1\u00a0200”\u00ad – ok")
    'It\\'s "1 200" - ok'
    """
    cubic = re.sub(r"(?<=[mM])³", "3", text)
    plain = unicodedata.normalize("NFKC", _FOOTNOTE.sub("", cubic.translate(_SAME)))
    return _LINES.sub("\n", _SPACES.sub(" ", plain.translate(_SAME))).strip()


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Lower-case letters without accents, for comparing words.

    >>> fold("Straße"), fold("Zürich")
    ('strasse', 'zurich')
    """
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def language_of(text: str, otherwise: str = "en") -> str:
    """en, de, fr, es or nl, by its small and telling words and letters; `otherwise` where nothing tells."""
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", re.sub(r"'s\b", "", text))]
    counts = {code: sum(word in known for word in words) for code, known in STOPWORDS.items()}
    for code, known in TELLING.items():
        counts[code] += 2 * sum(word in known for word in words)
    for code, letters in (("de", "äöüß"), ("fr", "êèçœâûîë"), ("es", "ñ¿¡")):
        counts[code] += 2 * any(letter in text.lower() for letter in letters) if not counts["en"] else 0
    best = max(counts, key=lambda code: (counts[code], code == otherwise))
    return best if counts[best] else otherwise


@dataclass(frozen=True)
class Span:
    """A piece of a text with its place there."""

    text: str
    start: int
    end: int


def words_of(text: str) -> list[Span]:
    return [Span(match[0], match.start(), match.end()) for match in WORD.finditer(text)]


def sentences_of(text: str) -> list[Span]:
    """Sentences, list items and lines."""
    found, start = [], 0
    for match in _END.finditer(text):
        piece = text[start : match.end()].rstrip()
        if match[0][0] == "." and (_ABBREVIATED.search(piece) or text[match.end() : match.end() + 1].islower()):
            continue
        if match[0][0] == "." and re.search(r"\d\.$", piece) and _MONTH_AHEAD.match(text[match.end() :]):
            continue
        found.append(Span(text[start : match.end()], start, match.end()))
        start = match.end()
    if start < len(text):
        found.append(Span(text[start:], start, len(text)))
    return [span for span in found if span.text.strip()]


_MONTH_AHEAD = re.compile(
    r"(?:Jan|Feb|Mär|Mar|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Quartal|Halbjahr|Jahrhundert|Werk|Standort)", re.IGNORECASE
)


def clauses_of(sentence: Span) -> list[Span]:
    """A sentence cut at commas and conjunctions."""
    found, start = [], 0
    for match in _CLAUSE.finditer(sentence.text):
        found.append(Span(sentence.text[start : match.start()], sentence.start + start, sentence.start + match.start()))
        start = match.end()
    found.append(Span(sentence.text[start:], sentence.start + start, sentence.end))
    return [span for span in found if span.text.strip()]


def stems(text: str, language: str) -> set[str]:
    """Beginnings of the words that carry meaning, so that inflected forms meet."""
    small = STOPWORDS[language]
    words = (fold(part) for part in re.findall(r"[^\W\d_]{3,}", text) if part.lower() not in small)
    return {word[:5] for word in words}


class Taken:
    """The places of a text that are spoken for."""

    def __init__(self, text: str, spans: Iterable[Span] = ()):
        self._mask = bytearray(len(text))
        for span in spans:
            self.add(span.start, span.end)

    def add(self, start: int, end: int) -> None:
        self._mask[start:end] = b"\x01" * (end - start)

    def touches(self, start: int, end: int) -> bool:
        return any(self._mask[start:end])


@dataclass(frozen=True)
class Passage:
    """A normalised text that is asked many things."""

    text: str
    otherwise: str = "en"

    @cached_property
    def language(self) -> str:
        return language_of(self.text, self.otherwise)

    @cached_property
    def sentences(self) -> list[Span]:
        return sentences_of(self.text)

    @cached_property
    def clauses(self) -> list[Span]:
        return [clause for sentence in self.sentences for clause in clauses_of(sentence)]

    @cached_property
    def words(self) -> list[Span]:
        return words_of(self.text)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [span.start for span in self.sentences]

    @cached_property
    def beginnings(self) -> frozenset[int]:
        """Where sentences begin."""
        return frozenset(self._sentence_starts)

    @cached_property
    def _clause_starts(self) -> list[int]:
        return [span.start for span in self.clauses]

    def sentence_at(self, position: int) -> Span:
        return _at(self.sentences, self._sentence_starts, position, self.text)

    def clause_at(self, position: int) -> Span:
        return _at(self.clauses, self._clause_starts, position, self.text)


def _at(spans: list[Span], starts: list[int], position: int, text: str) -> Span:
    index = bisect_right(starts, position) - 1
    return spans[index] if index >= 0 and position < spans[index].end else Span(text, 0, len(text))
