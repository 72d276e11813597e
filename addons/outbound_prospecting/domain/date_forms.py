"""Ways to name a day or a period, as rows of the letters of `date_tokens`; the longest that fits counts."""

from __future__ import annotations

import re
from collections.abc import Callable

from . import date_meanings as meanings
from .calendar_days import Span
from .date_meanings import Moment, Values

Form = tuple[re.Pattern[str], Callable[[Values, Moment], Span | None]]
_U = "[dbwmqhy]"
_D = "[NOo]"
_OF_YEAR = "S?(?:Y|yY|[TXP]y|y[TXP])"
FORMS: tuple[Form, ...] = tuple(
    (re.compile(pattern), meaning)
    for pattern, meaning in (
        (rf"[TX]?W?{_D}-?S?M(?:-?S?Y)?|Y-?{_D}-?M|{_D}-Y-?M", meanings.day_of_month),
        (rf"W?M-?W?{_D}(?:-?S?Y)?|Y-?M-?{_D}|M-?Y-{_D}", meanings.day_of_month),
        (r"W?[Oo]-?[Oo](?:-?Y)?", meanings.day_by_ordinals),
        (rf"{_D}[JV-]{_D}S?(?:M(?:S?Y)?|[TX]m|m[TX])|M{_D}[JV-]{_D}(?:S?Y)?", meanings.days_of_month),
        (r"[TX]?W?#", meanings.figures),
        (r"@", meanings.month_in_figures),
        (r"M-?S?Y|Y-?M|[TXP]?M[TXP]?", meanings.month),
        (rf"{_D}m{_OF_YEAR}", meanings.month_of_year),
        (rf"Q(?:-?{_OF_YEAR})?|Y-?Q|[TXP]yS?Q", meanings.part_of_year),
        (rf"Z(?:-?{_OF_YEAR})?|Y-?Z|[TXP]yS?Z", meanings.part_of_year),
        (rf"{_D}[qh](?:{_OF_YEAR})?|[TXP]y{_D}[qh]|Y{_D}[qh]", meanings.part_of_year),
        (rf"[XTP](?:{_U}|k)|(?:{_U}|k)[XTP]", meanings.step),
        (r"[XTP]W|W[XTP]?", meanings.weekday),
        (r"[XTP]w-?W|W-?S?(?:[XTP]w|w[XTP])", meanings.weekday),
        (rf"W{_D}(?!{_U})", meanings.weekday_and_number),
        (rf"{_D}d?S?[XTP]m|{_D}d?S?m[XTP]", meanings.number_in_month),
        (r"W?o", meanings.number_in_month),
        (rf"IN{_U}|N{_U}F", meanings.ahead),
        (rf"AN{_U}|N{_U}A", meanings.ago),
        (rf"[XP]N{_U}|N[XP]{_U}|I?N{_U}[XP]", meanings.stretch),
        (r"t", meanings.relative_day),
        (r"HY?", meanings.holiday),
        (rf"wN(?:{_OF_YEAR})?", meanings.numbered_week),
        (rf"[OoLP][wn]S?(?:M(?:S?Y)?|Y|[TXP][my]|[my][TXP])|{_D}Nw(?:M(?:S?Y)?|Y)", meanings.week_of),
        (r"y?Y", meanings.year),
        (rf"[XPOo]?N{_U}{_OF_YEAR}|NNY?|kY", meanings.nothing),
        (r"f+y?[XTP]|f+yY|f+Y|yf+Y?|[TXP]yf+|[XTPOo]f+|f+y?", meanings.nothing),
    )
)
_UNREAD = re.compile(r"S?N?z")  # a year in words


def read_form(codes: str, tokens: Values, position: int, moment: Moment) -> tuple[Span | None, int] | None:
    """The longest form that begins here and where it ends; no span if it means no day, or none for sure."""
    best: tuple[int, Callable[[Values, Moment], Span | None]] | None = None
    for pattern, meaning in FORMS:
        match = pattern.match(codes, position)
        if match and (best is None or match.end() > best[0]):
            best = (match.end(), meaning)
    if best is None:
        return None
    if unread := _UNREAD.match(codes, best[0]):
        return None, unread.end()
    return best[1](tokens[position : best[0]], moment), best[0]
