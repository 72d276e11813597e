"""Ideas that mean something when they stand in one clause, whatever their order: no + more + mail + me."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .phrases.together import RULES, STEMS
from .reply_cues import Match

_CLAUSE = re.compile(r"[^.!?\n,;:()–—]+[.!?\n,;:()–—]?")
# A time until which not to write: the writer puts us off.
_UNTIL = re.compile(
    r"\b(?:until|till|before|bis|vor|avant|jusqu|hasta|antes|fino|prima|voor|tot|ate|przed|dopiero|do (?:\d|konca)|fore|for|forran)\b"
)
# A company has no personal data.
_SEVERAL = frozenset({"us", "our", "uns", "nous", "nos", "ci", "ons", "nas", "nam", "oss", "os"})
_LONGEST = 320  # letters of a sentence in which words still belong together


def _compiled(stems: str) -> re.Pattern[str]:
    ways = "|".join(
        re.escape(stem.rstrip("$")) + ("(?!\\w)" if stem.endswith("$") else r"\w*") for stem in stems.split()
    )
    return re.compile(rf"(?<!\w)(?:{ways})")


_IDEAS = {
    lang: {idea: _compiled(stems) for idea, stems in (*ideas.items(), ("self", ideas["me"]))}
    for lang, ideas in STEMS.items()
}


def find_together(text: str, langs: Iterable[str]) -> Iterator[Match]:
    """Clauses of a folded text in which all ideas of a rule stand, as matches from the first to the last of them."""
    known = [lang for lang in langs if lang in _IDEAS]
    for sentence in _CLAUSE.finditer(text):
        if len(sentence[0]) > _LONGEST:
            continue
        for lang in known:
            yield from _in_sentence(text, sentence, lang)


def _in_sentence(text: str, sentence: re.Match[str], lang: str) -> Iterator[Match]:
    places: dict[str, list[tuple[int, int]]] = {}

    def find(idea: str) -> list[tuple[int, int]]:
        if idea not in places:
            found = _IDEAS[lang][idea].finditer(text, *sentence.span())
            places[idea] = [match.span() for match in found if idea != "self" or match[0] not in _SEVERAL]
        return places[idea]

    for label, weight, ideas in RULES:
        if all(find(idea) for idea in ideas) and _different([find(idea) for idea in ideas]):
            if label == "opt_out" and ((sentence[0].endswith("?") and "me" not in ideas) or _UNTIL.search(sentence[0])):
                continue
            spans = [find(idea)[0] for idea in ideas]
            yield Match(label, weight, lang, min(span[0] for span in spans), max(span[1] for span in spans))


def _different(places: list[list[tuple[int, int]]]) -> bool:
    """Whether each idea has a word of its own: French "plus" is both no and more."""
    words = {span for spans in places for span in spans}
    return len(words) >= len(places)
