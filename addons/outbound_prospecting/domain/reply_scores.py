"""What phrases in an answer weigh together: which of them count, and for which class how much."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from .phrases import FIRST_PERSON, NEGATIONS, TABLES
from .reply_cues import Finder, Match, sentence_bounds
from .reply_together import find_terse, find_together
from .reply_traps import about_others, instead_of, not_before

FINDER = Finder(TABLES)
# Read in every language, whichever the text is in: missing one of these hurts.
ALWAYS = frozenset({"opt_out", "privacy_request", "law", "trap", "instructs"})
_KEPT = frozenset({"opt_out", "privacy_request"})
_NEGATABLE = frozenset({"interest", "meeting_request", "referral"})
_REPEAT = 0.3  # a second phrase of the same class adds this much of its weight,
_REPEATS = 2.0  # up to so much together
_CLAUSE = re.compile(r"[,;:()–—]| - ")
_WORD = re.compile(r"\w+(?:'\w+)?")


@dataclass
class Scores:
    """Class -> weight, and the phrases behind it."""

    weights: dict[str, float] = field(default_factory=dict)
    matches: dict[str, list[Match]] = field(default_factory=dict)

    def of(self, label: str) -> float:
        return self.weights.get(label, 0.0)

    def language(self) -> str:
        """The language in which most was understood, or ""."""
        weights: dict[str, float] = {}
        for match in (match for matches in self.matches.values() for match in matches):
            weights[match.lang] = weights.get(match.lang, 0.0) + match.weight
        return max(weights, key=lambda lang: weights[lang], default="")

    def strongest(self, label: str) -> float:
        """Weight of the plainest phrase of a class."""
        return max((match.weight for match in self.matches.get(label, ())), default=0.0)


def score(text: str, langs: frozenset[str]) -> Scores:
    """Weigh all phrases of a folded, unwrapped text."""
    found = FINDER.find(text, langs, ALWAYS)
    found += _unless_automatic(text, [*find_together(text, langs), *find_terse(text)], found)
    found = [_claim(text, match) if match.label == "law" else match for match in found]
    traps = [match for match in found if match.label == "trap"]
    kept = [match for match in _outside_traps(text, found) if not _negated(text, match, traps)]
    kept = [_redirected(text, match) for match in kept]
    scores = Scores()
    for match in _uncovered(kept):
        scores.matches.setdefault(match.label, []).append(match)
    for label, matches in scores.matches.items():
        apart = _apart(matches)
        extra = sum(match.weight for match in apart[1:]) * _REPEAT
        scores.weights[label] = apart[0].weight + min(extra, _REPEATS)
    return scores


# Somebody asks for something, in any of our languages.
_REQUEST = re.compile(
    r"\b(?:request|demand|i (?:want|ask|expect|invoke|am exercis)|exercis|verlang|forder|bitte|beantrag|mach\w* .{0,20}geltend|demand|exig|souhait|"
    r"solicit|exij|pid[oe]|ejerc|chied|richied|esercit|verzoek|eis|zada|prosz|wnosz|begar|kraver|onsk|anmod|exerc|requer|my|mein\w*|"
    r"mes|mis|miei|mijn|meus|moich|mina|mine)"
)


def _claim(text: str, match: Match) -> Match:
    """A law on data protection that is named: a claim if its sentence asks for something, else only a topic."""
    start, end = sentence_bounds(text, match.start)
    claims = text[end - 1 : end] != "?" and _REQUEST.search(text, start, end)
    return replace(match, label="privacy_request", weight=6.0) if claims else match


def _redirected(text: str, match: Match) -> Match:
    """An opt-out that only sends us to somebody else."""
    if match.label == "opt_out" and instead_of(text, match):
        return replace(match, label="referral", weight=min(match.weight, 4.0))
    return match


_ELSEWHERE = frozenset({"auto_reply", "out_of_office", "wrong_person", "referral"})


def _unless_automatic(text: str, together: Iterable[Match], found: Iterable[Match]) -> list[Match]:
    """Without sentences that speak of a mailbox or of where somebody is: "mails to me are not read any more"."""
    taken = {
        sentence_bounds(text, match.start)
        for match in found
        if match.label == "trap" or (match.label in _ELSEWHERE and match.weight >= 4)
    }
    return [match for match in together if sentence_bounds(text, match.start) not in taken]


def _outside_traps(text: str, found: Iterable[Match]) -> list[Match]:
    """Without what a trap covers, unless the writer speaks of himself in it."""
    found = list(found)
    traps = [match for match in found if match.label == "trap"]
    asking = [trap for trap in traps if not _speaks_of_himself(text, trap)]
    return [
        match
        for match in found
        if match.label != "trap"
        and not (match.label in _KEPT and any(trap.start <= match.start < trap.end for trap in asking))
        and not (match.label == "opt_out" and _asked_within(text, match, found))
        and not (match.label == "opt_out" and (about_others(text, match) or not_before(text, match)))
    ]


def _asked_within(text: str, match: Match, found: Iterable[Match]) -> bool:
    """Whether it is part of a question about data: "where did you take my address from?"."""
    _start, end = sentence_bounds(text, match.start)
    return text[end - 1 : end] == "?" and any(
        other.label == "privacy_request" and other.start <= match.start < other.end for other in found
    )


def _speaks_of_himself(text: str, trap: Match) -> bool:
    _start, end = sentence_bounds(text, trap.start)
    words = set(_WORD.findall(text[trap.start : trap.end]))
    return text[end - 1 : end] == "?" and bool(words & FIRST_PERSON[trap.lang])


def _negated(text: str, match: Match, traps: Iterable[Match]) -> bool:
    """Whether a word in it, or before it in its clause, says no: "not what we are looking for".

    The no of a trap does not: "don't hesitate to tell me more".
    """
    if match.label not in _NEGATABLE:
        return False
    start, _end = sentence_bounds(text, match.start)
    ends = [trap.end for trap in traps if start <= trap.start < trap.end <= match.start]
    clause = _CLAUSE.split(text[max([start, *ends]) : match.start])[-1]
    words = _WORD.findall(clause)[-5:] + _WORD.findall(text[match.start : match.end])
    return not NEGATIONS[match.lang].isdisjoint(words)


def _uncovered(matches: list[Match]) -> list[Match]:
    """Without phrases that are only part of a longer one of another class: "interested" in "not interested"."""
    return [
        match
        for match in matches
        if match.label in _KEPT
        or not any(
            other.label not in (match.label, "question")
            and other.start <= match.start
            and match.end <= other.end
            and other.end - other.start > match.end - match.start
            and other.weight >= match.weight
            and match.weight > 1 < other.weight
            for other in matches
        )
    ]


def _apart(matches: list[Match]) -> list[Match]:
    """Heaviest first, one of each passage."""
    apart: list[Match] = []
    for match in sorted(matches, key=lambda match: (-match.weight, match.start - match.end)):
        if all(match.end <= other.start or other.end <= match.start for other in apart):
            apart.append(match)
    return apart
