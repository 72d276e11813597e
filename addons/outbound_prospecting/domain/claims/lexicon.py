"""What the evidence names: its words, places and initials, and how a word of the statement may differ from them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from ..given_names import GIVEN_NAMES
from .gazetteer import PLACES, implied, place_of
from .text import Passage, fold
from .words import COMMON, COMMON_ENDS, GERMAN_NOUN_ENDS, GERMAN_NOUNS, STOPWORDS

_SHORT = {
    "ai": "artificial intelligence", "ki": "kunstliche intelligenz", "ia": "intelligence artificielle", "it": "information technology",
    "hr": "human resources", "hq": "headquarters", "ev": "electric vehicle", "evs": "electric vehicles", "r&d": "research development",
    "vr": "virtual reality", "ar": "augmented reality", "pr": "public relations", "ipo": "public offering", "ca": "chiffre affaires",
    "f&e": "forschung entwicklung", "i+d": "investigacion desarrollo",
}  # fmt: skip
_MEANT = {"ai": {"ki", "ia"}, "ki": {"ai", "ia"}, "ia": {"ai", "ki"}, "ipo": {"borsengang", "ipo"}, "ppe": {"psa", "epi"},
          "psa": {"ppe", "epi"}, "epi": {"ppe", "psa"}, "r&d": {"f&e", "i+d"}, "sme": {"kmu", "pme", "pyme", "smes"},
          "smes": {"kmu", "pme", "pymes", "sme"}, "eu": {"ue"}, "ue": {"eu"}, "hr": {"people", "personnel", "personal", "rh", "rrhh"}}  # fmt: skip
_HINTS = {  # what tells a country without naming it
    "GB": re.compile(r"£|\bplc\b|\bGBP\b"),
    "US": re.compile(
        r"\bNYSE\b|\bNasdaq\b|\bUS\$|\$.*\bstates\b|\bstates\b.*\$|, (?:TX|CA|NY|FL|IL|OH|WA|MA|PA)\b", re.DOTALL
    ),
    "DE": re.compile(r"\bGmbH\b"),
    "SE": re.compile(r"\bAB\b"),
    "ES": re.compile(r"\bS\.?L\.?U?\b"),
    "FR": re.compile(r"\bS(?:AS|ARL)\b"),
    "NL": re.compile(r"\bB\.?V\b"),
    "IT": re.compile(r"\bS\.?p\.?A\b"),
}


class Lexicon:
    """What the evidence names."""

    def __init__(self, passages: Sequence[Passage], more: Iterable[str] = ()):
        self._passages = passages
        self._extra = {fold(part) for text in more for part in re.findall(r"[^\W_]+", text)}

    @cached_property
    def words(self) -> set[str]:
        known = set(self._extra)
        for passage in self._passages:
            sequence = [fold(word.text).strip("'") for word in passage.words]
            genitive = passage.language == "de"
            for first, second in zip(sequence, [*sequence[1:], ""], strict=False):
                known |= {first, re.sub(r"'s?$", "", first), *re.split(r"[-'&./+]", first), re.sub(r"[-'.]", "", first)}
                known.add(first + second)
                if genitive and len(first) > 3 and first.endswith("s"):
                    known.add(first[:-1])
        return known - {""}

    @cached_property
    def capitalised(self) -> set[str]:
        return {fold(word.text) for passage in self._passages for word in passage.words if word.text[0].isupper()}

    @cached_property
    def places(self) -> set[str]:
        found: set[str] = set()
        for passage in self._passages:
            sequence = [part for word in passage.words for part in fold(word.text).replace("'s", "").split("'")]
            pieces = [*sequence, *(piece for word in sequence for piece in word.split("-"))]
            runs = [" ".join(sequence[index : index + size]) for size in (2, 3) for index in range(len(sequence))]
            found = found.union(*(implied(name) for name in (*pieces, *runs)))
            found |= {code for code, pattern in _HINTS.items() if pattern.search(passage.text)}
        return found

    @cached_property
    def _initials(self) -> set[str]:
        found = set()
        for passage in self._passages:
            letters = [fold(word.text)[0] for word in passage.words if fold(word.text) not in STOPWORDS["en"]]
            for size in (3, 4, 5):
                found |= {"".join(letters[index : index + size]) for index in range(len(letters) - size + 1)}
        return found

    def knows(self, word: str, language: str) -> bool:
        folded = fold(word).strip("'")
        if any(form in self.words for form in forms(folded, language)):
            return True
        if any(place_of(form) in self.places for form in forms(folded, language) if place_of(form)):
            return True
        if folded in _SHORT and all(part in self.words for part in _SHORT[folded].split()):
            return True
        if _MEANT.get(folded, set()) & self.words:
            return True
        if self.abbreviates(word):
            return True
        translated = any(one.language != language for one in self._passages)  # "Navarra" in another language
        if len(folded) > 5 and translated and {folded[:-1] + vowel for vowel in "aeo"} & self.capitalised:
            return True
        parts = [part for part in re.split(r"[-&/+]", folded) if part]
        return len(parts) > 1 and all(
            part in self.words or place_of(part) in self.places or _plain(part) for part in parts
        )

    def elsewhere(self, word: str) -> bool:
        """A part of a name that need not stand beside the others: a place, or a word of the document's address."""
        return bool(place_of(fold(word))) or fold(word) in self._extra

    def abbreviates(self, word: str) -> bool:
        return word.isupper() and 3 <= len(word) <= 5 and fold(word) in self._initials

    def together(self, words: Sequence[str], language: str) -> bool:
        """Do these words stand close to each other somewhere, in whatever order?"""
        wanted = [set(forms(fold(word), language)) | {fold(word) + "s"} for word in words]
        for passage in self._passages:
            sequence = [fold(word.text).strip("'") for word in passage.words]
            split = [set(re.split(r"[-'&./]", word)) | {word} for word in sequence]
            places = [[index for index, parts in enumerate(split) if parts & forms_] for forms_ in wanted]
            if all(places) and any(
                all(any(abs(place - first) <= len(words) + 1 for place in others) for others in places[1:])
                for first in places[0]
            ):
                return True
        return False

    def resembles(self, word: str) -> str:
        """A name of the evidence that this one may have been mistaken for, "" if there is none."""
        folded = fold(word)
        for known in self.capitalised:
            other = known[:1] == folded[:1] and len(known) > 4 and known != folded and not _same_lemma(known, folded)
            ratio = difflib.SequenceMatcher(None, known, folded).ratio()
            if other and (ratio >= 0.8 or (ratio >= 0.6 and _same_start(known, folded))):
                return known
        return ""


def _same_start(one: str, other: str) -> bool:
    shared = len(_common_start(one, other))
    return shared >= 4 and min(len(one), len(other)) - shared >= 3


def _common_start(one: str, other: str) -> str:
    length = next((index for index, (left, right) in enumerate(zip(one, other, strict=False)) if left != right), None)
    return one[:length] if length is not None else min(one, other, key=len)


def _plain(part: str) -> bool:
    """A second half that only says how: "Leeds-based"."""
    return (
        part in COMMON
        or part.endswith(COMMON_ENDS)
        or part.startswith(GERMAN_NOUNS)
        or (len(part) <= 3 and part.isalpha())
    )


def _same_lemma(one: str, other: str) -> bool:
    """Forms of one word; but "Kaiserberg" and "Kaiserwald" are two names."""
    if _same_start(one, other):
        return german_noun(one) or german_noun(other)
    common = len([1 for left, right in zip(one, other, strict=False) if left == right]) if one[:4] == other[:4] else 0
    return common >= min(len(one), len(other)) - 1 or common >= 6


def forms(folded: str, language: str) -> set[str]:
    """A word without what inflection adds."""
    found = {folded, re.sub(r"'s?$", "", folded), re.sub(r"^(?:l|d|qu)'", "", folded), re.sub(r"[-'.]", "", folded)}
    if language == "de" and len(folded) > 3:
        found |= {folded[:-1]} if folded.endswith(("s", "n")) else set()
        found |= {folded[:-2]} if folded.endswith(("er", "en", "es")) and place_of(folded[:-2]) else set()
    if language == "en" and folded.endswith("s") and place_of(folded[:-1]):
        found.add(folded[:-1])
    return found


def german_noun(folded: str) -> bool:
    """Is it likely a common noun?"""
    if folded in GIVEN_NAMES or folded in PLACES:
        return False
    return (
        folded.startswith(GERMAN_NOUNS)
        or folded.endswith(GERMAN_NOUN_ENDS)
        or any(folded.endswith(noun) or f"{noun}" in folded[3:] for noun in GERMAN_NOUNS if len(noun) > 4)
    )
