"""Ideas that mean something when they stand in one clause, whatever their order: no + more + mail + me."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from .phrases.terse import EXCEPT
from .phrases.terse import STEMS as TERSE
from .phrases.together import RULES, STEMS
from .reply_cues import Match, sentence_bounds

_CLAUSE = re.compile(r"[^.!?\n,;:()–—]+[.!?\n,;:()–—]?")
# A time until which not to write: the writer puts us off.
_UNTIL = re.compile(
    r"\b(?:until|till|before|bis|vor|avant|jusqu|hasta|antes|fino|prima|voor|tot|ate|przed|dopiero|do (?:\d|konca)|fore|for|forran)\b"
)
# A company has no personal data.
_SEVERAL = frozenset({"us", "our", "uns", "nous", "nos", "ci", "ons", "nas", "nam", "oss", "os"})
_LONGEST = 320  # letters of a sentence in which words still belong together
_SHORT_PARAGRAPH, _SHORT_CLAUSE = 15, 3  # words: "this is spam, stop"
_PLAIN, _FEW = 4.0, 8  # a weight that decides; words of a remark
_TO_ORIGIN = 16  # letters before "who" or "where" in a clause that asks
_WORD = re.compile(r"\w+(?:[-']\w+)?")


def _compiled(stems: str) -> re.Pattern[str]:
    ways = "|".join(
        re.escape(stem.rstrip("$")) + ("(?!\\w)" if stem.endswith("$") else r"\w*") for stem in stems.split()
    )
    return re.compile(rf"(?<!\w)(?:{ways})")


_IDEAS = {
    lang: {idea: _compiled(stems) for idea, stems in (*ideas.items(), ("self", ideas["me"]))}
    for lang, ideas in STEMS.items()
}


_TERSE = {lang: _compiled(stems) for lang, stems in TERSE.items()}
_NOT_TERSE = _compiled(" ".join(EXCEPT.values()))
# Typed in haste: "unsubcribe", "unsuscribe", "unsubsribe".
_UNSUBSCRIBE = re.compile(r"(?<!\w)un(?=\w*s)(?=\w*b)\w*(?:scr|crib|sri|sci|cir)\w*")


def find_terse(text: str) -> Iterator[Match]:
    """Remarks of a few words in a short folded mail that say no more than "stop", in any language."""
    yield from (Match("opt_out", 5.0, "en", *found.span()) for found in _UNSUBSCRIBE.finditer(text))
    for clause in _CLAUSE.finditer(text):
        if clause[0].endswith("?") or len(_WORD.findall(clause[0])) > _SHORT_CLAUSE or _NOT_TERSE.search(clause[0]):
            continue
        if _words_around(text, clause.start()) > _SHORT_PARAGRAPH:
            continue
        if text[sentence_bounds(text, clause.start())[1] - 1 :][:1] == "?":
            continue
        for lang, stems in _TERSE.items():
            found = stems.search(text, *clause.span())
            if found:
                yield Match("opt_out", 5.0, lang, *found.span())


def _words_around(text: str, position: int) -> int:
    """How many words its paragraph has."""
    start, end = text.rfind("\n", 0, position) + 1, text.find("\n", position)
    return len(_WORD.findall(text, start, end if end >= 0 else len(text)))


def find_together(text: str, langs: Iterable[str]) -> Iterator[Match]:
    """Clauses of a folded text in which all ideas of a rule stand, as matches from the first to the last of them."""
    known = [lang for lang in langs if lang in _IDEAS]
    for sentence in _CLAUSE.finditer(text):
        if len(sentence[0]) > _LONGEST:
            continue
        remark = _words_around(text, sentence.start()) <= _FEW
        for lang in known:
            for match in _in_sentence(text, sentence, lang):
                # A remark of its own counts, whatever stands around it.
                plain = remark and len(known) == 1 and match.label == "opt_out" and match.weight < _PLAIN
                yield replace(match, weight=_PLAIN) if plain else match
        if remark:  # and may be too short to show its language
            for lang in (lang for lang in _IDEAS if lang not in known):
                found = _in_sentence(text, sentence, lang)
                yield from (match for match in found if match.label == "opt_out" and match.weight >= _PLAIN)


def _in_sentence(text: str, sentence: re.Match[str], lang: str) -> Iterator[Match]:
    places: dict[str, list[tuple[int, int]]] = {}

    def find(idea: str) -> list[tuple[int, int]]:
        if idea not in places:
            found = _IDEAS[lang][idea].finditer(text, *sentence.span())
            places[idea] = [match.span() for match in found if idea != "self" or match[0] not in _SEVERAL]
        return places[idea]

    for label, weight, ideas in RULES:
        if all(idea in _IDEAS[lang] and find(idea) for idea in ideas) and _different([find(idea) for idea in ideas]):
            if _is_something_else(sentence, label, ideas, find) or _only_ours(text, ideas, find):
                continue
            spans = [find(idea)[0] for idea in ideas]
            yield Match(label, weight, lang, min(span[0] for span in spans), max(span[1] for span in spans))


def _is_something_else(
    clause: re.Match[str], label: str, ideas: tuple[str, ...], find: Callable[[str], list[tuple[int, int]]]
) -> bool:
    """A question where a statement counts, a statement where a question does, and "not before March"."""
    asks = clause[0].endswith("?")
    if label == "opt_out" and {"delete", "remove"} & set(ideas) and find("data"):
        return True  # his data, not only his place on a list
    if label == "opt_out":
        return (asks and not {"me", "self"} & set(ideas)) or bool(_UNTIL.search(clause[0]))
    if "origin" in ideas:
        return not asks and find("origin")[0][0] - clause.start() > _TO_ORIGIN
    return asks and label == "objection"


def _only_ours(text: str, ideas: tuple[str, ...], find: Callable[[str], list[tuple[int, int]]]) -> bool:
    """Whether the writer stands in it only as the owner of the list: "we took two off our list"."""
    if "list" not in ideas:
        return False
    lists = {start for start, _end in find("list")}
    people = [end for _start, end in find("me")]
    return bool(people) and all(end + 1 in lists for end in people)


def _different(places: list[list[tuple[int, int]]]) -> bool:
    """Whether each idea has a word of its own: French "plus" is both no and more."""
    words = {span for spans in places for span in spans}
    return len(words) >= len(places)
