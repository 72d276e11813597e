"""All days and periods that a text names, with the words before them: until, after, early, end of."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from .calendar_days import DAY, Span, add_months, monday, shift, unit_at
from .date_forms import read_form
from .date_meanings import Moment
from .date_tokens import Token, tokenize
from .date_words import WORDS
from .reply_cues import fold


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


def read_named(text: str, today: date, lang: str, *, day_first: bool | None, plain: bool = False) -> list[Named]:
    tokens = _without_plain_in(tokenize(fold(text), lang if lang in WORDS else "en"))
    moment = Moment(today, _figures_habit(tokens, day_first), plain)
    codes = "".join(token.code for token in tokens)
    named: list[Named] = []
    position = 0
    ends = -1
    while position < len(tokens):
        item, following = _named_at(codes, tokens, position, moment, named)
        if item:
            if not plain and item.span.kind == "relative" and item.span.first == today and not item.relation:
                position = following  # "now" names no day to come
                continue
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
    for position, (item, following) in enumerate(pairwise(named)):
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
    span, end = found or (None, max(start, position + 1))
    if span is None:
        return None, end
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
