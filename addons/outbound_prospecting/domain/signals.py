"""Signals in evidence: what a company does that makes now a good, or a bad, time to write.

Rules are data (records that an admin edits): phrases in plain words, never regular expressions, so that no rule can be
slow. A signal quotes the sentence it was found in; how much it counts fades with its age.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

GAP = 4  # words that "*" stands for at most
_LONGEST_PHRASE = 100  # characters
# The point after the day of a German date ends no sentence.
_END = re.compile(r"\n|(?:(?<!\d)\.|\.(?!\s(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))|[!?])[.!?]*(?=\s|$)")
# Before the phrase in its sentence: then the contrary is said, or nothing is known.
_DENIED = re.compile(
    r"\b(?:not|no|never|without|neither|nor|den(?:y|ies|ied)|rumou?rs?|instead of|rather than|n['’]t|kein\w*|nicht|nie|ohne|"
    r"ne|pas|jamais|sans|aucun\w*|nunca|sin|ningun\w*|non|mai|senza|geen|niet|zonder)\b[^,;:]{0,60}$",
    re.IGNORECASE,
)
_MONTHS = {name: number for number, names in enumerate((
    "january jan januar janvier enero gennaio januari", "february feb februar février febrero febbraio februari",
    "march mar märz mars marzo maart", "april apr avril abril aprile", "may mai mayo maggio mei",
    "june jun juni juin junio giugno", "july jul juli juillet julio luglio", "august aug août agosto augustus",
    "september sep sept septembre septiembre settembre", "october oct oktober octobre octubre ottobre okt",
    "november nov novembre noviembre", "december dec dezember décembre diciembre dicembre dez"), 1)
    for name in names.split()}  # fmt: skip
_DAYS = (
    re.compile(r"\b(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b"),
    re.compile(
        r"\b(?P<d>\d\d?)(?:st|nd|rd|th|\.|er)? (?:de |of )?(?P<m>[^\W\d_]{3,10})\.?,? (?:de )?(?P<y>(?:19|20)\d\d)\b"
    ),
    re.compile(r"\b(?P<m>[^\W\d_]{3,10})\.? (?P<d>\d\d?)(?:st|nd|rd|th)?, (?P<y>(?:19|20)\d\d)\b"),
    re.compile(r"\b(?P<d>\d\d?)\.(?P<m>\d\d?)\.(?P<y>(?:19|20)\d\d)\b"),
    re.compile(r"\b(?P<m>[^\W\d_]{3,10}) (?P<y>(?:19|20)\d\d)\b"),
)


@dataclass(frozen=True)
class SignalRule:
    """One rule.

    :param kind: "expansion", "funding", "hiring", "leadership", "certification", "technology", "incident", "layoff", …
    :param phrases: plain words; `*` stands for up to four words: "opens * office"
    :param strength: 0 to 1, of a signal of today
    :param half_life: days after which it counts half
    :param sensitive: outreach waits for a person
    """

    kind: str
    phrases: tuple[str, ...]
    strength: float = 0.5
    half_life: float = 90.0
    sensitive: bool = False


@dataclass(frozen=True)
class Signal:
    """What a rule found.

    :param start, end: of the sentence that says so, in the text that was searched
    :param words: what of it fits the rule
    :param day: when it happened or was published; None if nobody says
    """

    kind: str
    start: int
    end: int
    words: str
    day: date | None
    strength: float
    half_life: float
    sensitive: bool

    def strength_on(self, today: date) -> float:
        """What is left of its strength; one without a day counts half, one of the future whole."""
        if self.day is None:
            return self.strength / 2
        age = max((today - self.day).days, 0)
        return float(self.strength * 0.5 ** (age / self.half_life))


def find_signals(text: str, rules: Iterable[SignalRule], published: date | None = None) -> list[Signal]:
    """Each rule's signals, one per sentence, in the order of the text.

    :param published: the day of the document, for sentences that name none
    """
    found = []
    compiled = [(rule, pattern) for rule in rules if (pattern := _pattern(rule.phrases))]
    for start, end in _sentences(text):
        words = text[start:end]
        for rule, pattern in compiled:
            match = next((match for match in pattern.finditer(words) if not _is_denied(words[: match.start()])), None)
            if match:
                day = _day(words) or published
                found.append(
                    Signal(rule.kind, start, end, match[0], day, rule.strength, rule.half_life, rule.sensitive)
                )
    return found


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where sentences and headings begin and end, without the space around them."""
    begin = 0
    for end in [*(match.end() for match in _END.finditer(text)), len(text)]:
        words = text[begin:end]
        if stripped := words.strip():
            start = begin + len(words) - len(words.lstrip())
            yield start, start + len(stripped)
        begin = end


def _is_denied(before: str) -> bool:
    return bool(_DENIED.search(before[-100:]))


@lru_cache(maxsize=256)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    """The phrases as one pattern; None if there is nothing in them."""
    parts = []
    for phrase in phrases:
        pieces = [r"\s+".join(map(re.escape, piece.split())) for piece in phrase[:_LONGEST_PHRASE].split("*")]
        pieces = [piece for piece in pieces if piece]
        if pieces:
            parts.append(rf"\s+(?:\S+\s+){{0,{GAP}}}".join(pieces))
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE) if parts else None


def _day(sentence: str) -> date | None:
    """The first day that a sentence names; a month stands for its first day."""
    for pattern in _DAYS:
        for match in pattern.finditer(sentence):
            given = match.groupdict()
            month = int(given["m"]) if given["m"].isdigit() else _MONTHS.get(given["m"].lower(), 0)
            try:
                return date(int(given["y"]), month, int(given.get("d") or 1))
            except ValueError:
                continue
    return None
