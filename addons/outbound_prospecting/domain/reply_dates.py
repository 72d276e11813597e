"""Dates in prose: the day a text means, and the day on which to write to somebody again.

By convention a month, quarter or half-year is its first day, "early" the 1st, "mid" the 15th, "end" the last day, next
week its Monday, after Easter Easter Monday; an absence until a day includes it and ends on the next working day.
Where a text may mean several days, none is found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from .calendar_days import DAY, Span, add_working_days, unit_at
from .date_reading import Named, read_named
from .reply_cues import clean, fold

_LONG_STEPS = frozenset({"week", "month", "quarter", "half", "year"})


@dataclass(frozen=True)
class Found:
    """A day that a text names.

    :param words: the passage, as in the text
    :param kind: how it was said: day, weekday, week, month, quarter, half, year, holiday, relative, ...
    """

    date: date
    words: str
    kind: str


def find_date(text: str, now: date | datetime, lang: str = "", *, absence: bool = False) -> Found | None:
    """The day to come back to, never a past one.

    :param lang: ISO 639-1; English if unknown
    :param absence: whether the text says that somebody is away: a range then ends with its last day
    """
    text = clean(text)
    today = _day(now)
    named = read_named(text, today, lang, day_first=None if lang in ("en", "") else True)
    days: dict[date, Named] = {}
    earliest: dict[date, Named] = {}  # "not before June"
    for item in named:
        if item.relation == "B" and _NOT.search(fold(text[max(0, item.begin - 40) : item.begin])):
            earliest[_partly(item.span, item.part, today).first] = item
        day = None if item.unsure else _resume_day(item, today, absence)
        if day and day > today:
            days.setdefault(day, item)
    days = days or {day: item for day, item in earliest.items() if day > today}
    chosen = _choose(days)
    if chosen is None:
        return None
    item = days[chosen]
    return Found(chosen, text[item.begin : item.end], item.span.kind)


def find_meant(text: str, now: date | datetime, lang: str = "") -> Found | None:
    """The first day of what a sentence names, past or to come: the plain reading of its words."""
    text = clean(text)
    named = read_named(text, _day(now), lang, day_first=lang not in ("en", ""), plain=True)
    if not named:
        return _bare(text, _day(now), lang)
    item = named[0]
    day = None if item.unsure else _first_day(item, _day(now))
    return Found(day, text[item.begin : item.end], item.span.kind) if day else None


def _day(now: date | datetime) -> date:
    return now.date() if isinstance(now, datetime) else now


def _resume_day(item: Named, today: date, absence: bool) -> date | None:
    span = item.span
    if span.kind == "range":
        return add_working_days(span.last, 1) if absence else None
    if span.kind in ("past", "stretch") or item.relation == "B" or item.part == "l":
        return None
    if span.kind == "season" and item.relation not in ("G", "V"):
        return None
    span = _partly(span, item.part, today)
    if item.relation == "V" or (item.relation == "J" and absence):
        return add_working_days(span.last, 1)
    if item.relation == "J":
        return None
    if item.relation == "G":
        return span.last if span.kind == "holiday" and span.first.weekday() == 0 else span.last + DAY
    return span.first


def _partly(span: Span, part: str, today: date) -> Span:
    if part == "D" and span.kind == "month":
        return Span(span.first.replace(day=15), span.first.replace(day=15), span.kind, span.yearly)
    if part == "D" and span.kind == "year":
        return Span(span.first.replace(month=7), span.first.replace(month=7), span.kind, span.yearly)
    if part == "L" and span.kind == "week":
        return Span(span.first + 4 * DAY, span.first + 4 * DAY, span.kind)
    if part == "L":
        return Span(span.last, span.last, span.kind, span.yearly)
    return span


def _choose(days: dict[date, Named]) -> date | None:
    """The one day that is meant: where somebody is back, else where an absence ends, else the only one."""
    for wanted in (
        [day for day, item in days.items() if item.returns],
        [day for day, item in days.items() if item.relation in ("V", "J")],
        list(days),
    ):
        if len(wanted) == 1:
            return wanted[0]
    return None


_NOT = re.compile(r"\b(?:not|don'?t|can'?t|won'?t|nothing|nicht|kaum|pas|no|non|niet|nao|nie|inte|ikke)\b[^.!?\n]*\Z")
_ARTICLE = re.compile(
    r"\b(?:the|el|la|los|le|les|l'|der|die|das|dem|den) ?(?P<unit>day|week|weekend|month|year|dia|semana|mes|ano|jour"
    r"|semaine|mois|annee|woche|monat|jahr|tag)\b(?! (?:pasad[oa]|anterior|before|after|que|i|fiscal|escolar|calendario|despues|antes)\b)"
)
_UNIT_OF = {"d": "d", "j": "d", "t": "d", "w": "w", "s": "w", "m": "m", "y": "y", "a": "y"}


def _bare(text: str, today: date, lang: str) -> Found | None:
    """ "The week" is the present one."""
    match = _ARTICLE.search(fold(text))
    if not match:
        return None
    word = match["unit"]
    unit = "y" if word == "jahr" else "k" if word == "weekend" else "w" if word == "woche" else _UNIT_OF[word[0]]
    span = unit_at(today, unit)
    return Found(span.first, text[match.start() : match.end()], span.kind) if span else None


def _first_day(item: Named, today: date) -> date | None:
    """First day of a period by the plain sense of the words before it."""
    span = item.span
    if span.kind == "season" or (item.relation == "G" and item.part) or (item.part == "l" and span.kind == "month"):
        return None
    if span.kind == "holiday" and span.first.weekday() == 0 and item.relation != "G":
        return span.first - DAY
    if item.relation == "G" and span.kind in _LONG_STEPS:
        return span.last + DAY
    if item.part == "D":
        if span.kind == "month":
            return span.first.replace(day=10)
        if span.kind == "year":
            return span.first.replace(month=5)
    if item.part in ("L", "l"):
        if span.kind == "month":
            return span.first.replace(day=16)
        if span.kind == "year":
            return span.first.replace(month=9 if item.part == "L" else 7)
        if span.kind == "week":
            return span.first + 3 * DAY
    return span.first
