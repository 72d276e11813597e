"""Dates in prose: the day a text means, and the day on which to write to somebody again.

By convention a month, quarter or half-year is its first day, "early" the 1st, "mid" the 15th, "end" the last day, next
week its Monday, after Easter Easter Monday; an absence until a day includes it and ends on the next working day.
Where a text may mean several days, none is found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime

from .date_forms import DAY, Moment, Span, add_months, add_working_days, monday, read_form, shift, unit_at
from .date_tokens import Token, tokenize
from .date_words import WORDS
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


@dataclass(frozen=True)
class Named:
    """A period as it stands in the text.

    :param relation: "" on its own, else the letter before it: until V, after G, before B, since S; J the end of a range
    :param part: early E, mid D, end L, or ""
    :param begin: of the passage, with the words of relation and part
    :param returns: whether words of coming back stand beside it
    :param unsure: whether a number or a name of time that was not understood stands beside it
    """

    span: Span
    relation: str
    part: str
    begin: int
    end: int
    returns: bool
    unsure: bool = False


def find_date(text: str, now: date | datetime, lang: str = "", *, absence: bool = False) -> Found | None:
    """The day to come back to, never a past one.

    :param lang: ISO 639-1; English if unknown
    :param absence: whether the text says that somebody is away: a range then ends with its last day
    """
    text = clean(text)
    today = _day(now)
    named = _read(text, today, lang, day_first=None if lang in ("en", "") else True)
    days: dict[date, Named] = {}
    for item in named:
        day = None if item.unsure else _resume_day(item, today, absence)
        if day and day > today:
            days.setdefault(day, item)
    chosen = _choose(days)
    if chosen is None:
        return None
    item = days[chosen]
    return Found(chosen, text[item.begin : item.end], item.span.kind)


def find_meant(text: str, now: date | datetime, lang: str = "") -> Found | None:
    """The first day of what a sentence names, past or to come: the plain reading of its words."""
    text = clean(text)
    named = _read(text, _day(now), lang, day_first=lang not in ("en", ""), plain=True)
    if not named:
        return _bare(text, _day(now), lang)
    item = named[0]
    day = None if item.unsure else _first_day(item, _day(now))
    return Found(day, text[item.begin : item.end], item.span.kind) if day else None


def _day(now: date | datetime) -> date:
    return now.date() if isinstance(now, datetime) else now


def _read(text: str, today: date, lang: str, *, day_first: bool | None, plain: bool = False) -> list[Named]:
    tokens = [token for token in tokenize(fold(text), lang if lang in WORDS else "en")]
    tokens = _without_plain_in(tokens)
    moment = Moment(today, _figures_habit(tokens, day_first), plain)
    codes = "".join(token.code for token in tokens)
    named: list[Named] = []
    position = 0
    ends = -1
    while position < len(tokens):
        item, following = _named_at(codes, tokens, position, moment, named)
        if item:
            before = codes[position - 1 : position] if position != ends else ""
            beside = before + _beside(codes, following, item.span.kind)
            item = replace(item, unsure=bool(set(beside) & _LEFT))
            if position == ends and named and item.relation not in ("J", "V"):
                item, named[-1] = replace(item, unsure=True), replace(named[-1], unsure=True)
            named.append(item)
            ends = following
        position = following
    return _with_years(named)


def _beside(codes: str, end: int, kind: str) -> str:
    """The letter after a date, unless a dash makes a range with it."""
    rest = codes[end : end + 3].removeprefix("S")
    if rest.startswith("-") and (rest[1:2] not in "NOoY" or (kind == "year") == (rest[1:2] == "Y") or rest[2:] == "M"):
        return ""
    return rest.lstrip("-")[:1]


_LEFT = frozenset("NOoYMWQZ@#z")


def _with_years(named: list[Named]) -> list[Named]:
    """In "April to June 2017" the year belongs to both."""
    for position, (item, following) in enumerate(zip(named, named[1:], strict=False)):
        if following.relation != "J" or not item.span.yearly:
            continue
        if following.span.kind == "relative" and item.relation == "S" and item.span.first > following.span.first:
            years = 1  # "between January and now"
        elif following.span.yearly:
            years = int(item.span.first > following.span.last)
        elif following.span.kind not in ("day", "month", "range"):
            continue
        else:
            years = item.span.first.year - following.span.last.year
            years += (item.span.first.month, item.span.first.day) > (following.span.last.month, following.span.last.day)
        first, last = (add_months(day, -12 * years) for day in (item.span.first, item.span.last))
        lost = first.day != item.span.first.day  # 29 February
        named[position] = replace(item, span=Span(first, last, item.span.kind), unsure=item.unsure or lost)
    return named


def _without_plain_in(tokens: list[Token]) -> list[Token]:
    """Without an "in" that no number follows; what ends in a month is no end of it."""
    kept: list[Token] = []
    for position, token in enumerate(tokens):
        following = tokens[position + 1].code if position + 1 < len(tokens) else ""
        if token.code == "L" and following == "I":
            kept.append(replace(token, code="."))
        elif token.code != "I" or following == "N":
            kept.append(token)
    return kept


def _figures_habit(tokens: list[Token], habit: bool | None) -> bool | None:
    """One date of a text that leaves no choice tells how its others are meant."""
    for token in tokens:
        if token.code == "#" and not token.value[:4].isdigit():
            first, second = (int("".join(filter(str.isdigit, part))) for part in _parts(token.value)[:2])
            if first > 12:
                return True
            if second > 12:
                return False
    return habit


def _parts(value: str) -> list[str]:
    return value.replace("-", "/").replace(".", "/").split("/")





def _named_at(
    codes: str, tokens: list[Token], position: int, moment: Moment, before: list[Named]
) -> tuple[Named | None, int]:
    """A period that begins here, with the words of relation and part before it."""
    start = position
    relation = part = ""
    counted = _counted(codes, tokens, position, moment)
    if counted:
        return counted
    while start < len(codes) and codes[start] in "VGBSJKEDLlnF-Ar":
        code = codes[start]
        if read_form(codes, tokens, start, moment) and code in "LPn":
            break
        if code in "EDLlnF":
            part = code.replace("F", "l")
        elif code in "VGBJ-" or (code in "SK" and not relation):
            relation = code
        elif code == "A":
            if read_form(codes, tokens, start, moment):
                break
            relation = "B"
        start += 1
    found: tuple[Span | None, int] | None = read_form(codes, tokens, start, moment) if start < len(codes) else None
    if not found and part and start < len(codes):
        found = _bare_unit(codes, start, moment)
    if not found and codes[start : start + 1] == "s":
        found = _summer(relation, moment), start + 1
    if not found or not found[0]:
        return None, found[1] if found else max(start, position + 1)
    span, end = found
    if part == "n":
        span, part = Span(monday(span.first), monday(span.first) + 6 * DAY, "week"), ""
    linked = relation in ("J", "-") or (relation == "V" and bool(before) and before[-1].relation in ("S", ""))
    touching = linked and bool(before) and before[-1].end >= tokens[position].start - 2
    begin = tokens[position if relation != "-" else start].start
    returns = "r" in codes[max(0, position - 3) : start] or codes[end : end + 1] == "r"
    relation = "J" if touching else {"J": "", "-": "", "K": "S"}.get(relation, relation)
    return Named(span, relation, part, begin, tokens[end - 1].end, returns), end


def _counted(codes: str, tokens: list[Token], position: int, moment: Moment) -> tuple[Named, int] | None:
    """So many days from, after or before another day."""
    if not re.match(r"N[dwmqhy][SGBA]", codes[position : position + 3]):
        return None
    base = read_form(codes, tokens, position + 3, moment)
    if not base or not base[0]:
        return None
    count = int(tokens[position].value) * (-1 if codes[position + 2] in "BA" else 1)
    day = shift(base[0].first, count, codes[position + 1])
    if not day:
        return None
    begin, end = tokens[position].start, tokens[base[1] - 1].end
    return Named(Span(day, day, "relative", base[0].yearly), "", "", begin, end, returns=False), base[1]


def _bare_unit(codes: str, start: int, moment: Moment) -> tuple[Span, int] | None:
    """The unit in "end of the month"."""
    if codes[start] in "wmqhy":
        span = unit_at(moment.today, codes[start])
        return (span, start + 1) if span else None
    return None


def _summer(relation: str, moment: Moment) -> Span:
    """June to August; only "after the summer" means a day."""
    year = moment.today.year + (moment.today.month > 8)
    return Span(date(year, 6, 1), date(year, 8, 31), "season")


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
