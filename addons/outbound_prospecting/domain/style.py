"""What people change again and again in drafts: the base of a rule of style that an administrator may accept."""

from __future__ import annotations

import difflib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

LONGEST = 6  # words of a phrase
LEAST_LETTERS = 4  # of a phrase of one word: "the" is no matter of style
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True)
class Habit:
    """A phrase that people take out.

    :ivar phrase: words in lower case
    :ivar instead: what most of them wrote in its place, "" where nothing
    :ivar count: of texts in which somebody took it out
    """

    phrase: str
    instead: str
    count: int


def find_habits(edits: Iterable[tuple[str, str]], at_least: int) -> list[Habit]:
    """The longest phrases that were taken out of at least so many texts, the most frequent first.

    A phrase that is part of a longer one with the same count is not told apart. A phrase that still stands somewhere in the
    new text was moved, not removed.

    :param edits: each text as it was drafted and as a person left it
    """
    counts: Counter[str] = Counter()
    replaced: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for before, after in edits:
        removed = _removed(before, after)
        counts.update(removed.keys())
        for phrase, instead in removed.items():
            replaced[phrase][instead] += 1
    frequent = {phrase: count for phrase, count in counts.items() if count >= at_least}
    habits = [
        Habit(phrase, _usual(replaced[phrase], count), count)
        for phrase, count in frequent.items()
        if not any(phrase != other and f" {phrase} " in f" {other} " and frequent[other] >= count for other in frequent)
    ]
    return sorted(habits, key=lambda habit: (-habit.count, habit.phrase))


def _removed(before: str, after: str) -> dict[str, str]:
    """Every phrase of a passage that was taken out, with what stands in place of the whole passage."""
    old, new = _words(before), _words(after)
    left = f" {' '.join(new)} "
    removed: dict[str, str] = {}
    for kind, start, end, start_new, end_new in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind not in ("delete", "replace"):
            continue
        for first in range(start, end):
            for last in range(first + 1, min(end, first + LONGEST) + 1):
                phrase = " ".join(old[first:last])
                if f" {phrase} " in left or (last == first + 1 and len(phrase) < LEAST_LETTERS):
                    continue
                whole = (first, last) == (start, end)
                removed.setdefault(phrase, " ".join(new[start_new:end_new]) if whole else "")
    return removed


def _usual(instead: Counter[str], count: int) -> str:
    """What more than half of them wrote."""
    words, times = instead.most_common(1)[0]
    return words if times * 2 > count else ""


def _words(text: str) -> list[str]:
    return [match[0].replace("’", "'").casefold() for match in _WORD.finditer(text)]
