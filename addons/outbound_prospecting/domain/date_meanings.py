"""What a row of words of time means as of a moment; `date_forms` lists the rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .calendar_days import DAY, Span, add_months, add_working_days, easter, monday, period, shift, unit_at
from .date_tokens import Token, read_figures


@dataclass(frozen=True)
class Moment:
    """When, and by what habit, a text was written.

    :param day_first: 3/4 is the third of April; None if that cannot be told
    :param plain: a weekday may be today
    """

    today: date
    day_first: bool | None
    plain: bool = False


Values = Sequence[Token]


def _value(values: Values, codes: str, default: int = 0) -> int:
    for token in values:
        if token.code in codes:
            return int(token.value)
    return default


def _code(values: Values, codes: str) -> str:
    return next((token.code for token in values if token.code in codes), "")


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _next_year_of(moment: Moment, month: int, day: int) -> date | None:
    for year in range(moment.today.year, moment.today.year + 5):
        found = _make(year, month, day)
        if found and found >= moment.today:
            return found
    return None


def day_of_month(values: Values, moment: Moment) -> Span | None:
    month, day, year = _value(values, "M"), _value(values, "NOo"), _value(values, "Y")
    if not 1 <= day <= 31:
        return None
    found = _make(year, month, day) if year else _next_year_of(moment, month, day)
    if found and not year and _code(values, "W") and found.weekday() != _value(values, "W") - 1:
        earlier = _make(found.year - 1, month, day)  # a weekday that is right tells the year
        found = earlier if moment.plain and earlier and earlier.weekday() == _value(values, "W") - 1 else found
    return Span(found, found, "day", not year) if found else None


def day_by_ordinals(values: Values, moment: Moment) -> Span | None:
    """German "am siebten vierten"."""
    day, month = (int(token.value) for token in values if token.code in "Oo")
    year = _value(values, "Y")
    found = _make(year, month, day) if year else _next_year_of(moment, month, day)
    return Span(found, found, "day", not year) if found else None


def figures(values: Values, moment: Moment) -> Span | None:
    token = next(token for token in values if token.code == "#")
    numbers = [int(number) for number in re.findall(r"\d+", token.value)]
    first, second = numbers[:2]
    if moment.day_first is None and numbers[0] <= 12 and second <= 12 and first != second:
        return None
    day_first = first > 12 if moment.day_first is None or first > 12 or second > 12 else moment.day_first
    found = read_figures(token.value, day_first, moment.today)
    if found and len(numbers) == 2 and _code(values, "T"):
        found = _make(moment.today.year, found.month, found.day)
    return Span(found, found, "day", len(numbers) == 2) if found else None


def month_in_figures(values: Values, moment: Moment) -> Span | None:
    numbers = [int(number) for number in re.findall(r"\d+", values[0].value)]
    return period(date(max(numbers), min(numbers), 1), 1, "month")


def month(values: Values, moment: Moment) -> Span | None:
    month, year = _value(values, "M"), _value(values, "Y")
    if year:
        return period(date(year, month, 1), 1, "month")
    year = moment.today.year
    if _code(values, "P"):
        year -= month >= moment.today.month
    elif not _code(values, "T"):
        year += month < moment.today.month or (month == moment.today.month and bool(_code(values, "X")))
    return period(date(year, month, 1), 1, "month", yearly=not _code(values, "PTX"))


def year(values: Values, moment: Moment) -> Span | None:
    return period(date(_value(values, "Y"), 1, 1), 12, "year")


def _year_of(values: Values, moment: Moment) -> int:
    """The year that a quarter is said to lie in, or 0."""
    if year := _value(values, "Y"):
        return year
    if any(token.code == "y" for token in values):
        return moment.today.year + {"X": 1, "P": -1}.get(_code(values, "XTP"), 0)
    return 0


def part_of_year(values: Values, moment: Moment) -> Span | None:
    """Quarter or half-year by number: the next one to begin, unless a year is said."""
    months = 3 if _code(values, "Qq") else 6
    number = _value(values, "QZOo") or _value(values, "N")
    if not 1 <= number <= 12 // months:
        return None
    year = _year_of(values, moment)
    first = date(year or moment.today.year, (number - 1) * months + 1, 1)
    if not year and add_months(first, months) <= moment.today:
        first = add_months(first, 12)
    return period(first, months, "quarter" if months == 3 else "half", yearly=not year)


def step(values: Values, moment: Moment) -> Span | None:
    """This, next or last week, month, ..."""
    unit, way = _code(values, "dbwkmqhy"), _code(values, "XTP")
    count = {"X": 1, "T": 0, "P": -1}[way]
    if unit == "k":
        return unit_at(moment.today + 7 * count * DAY, "k")
    current = unit_at(moment.today, unit)
    day = shift(current.first, count, unit) if current else None
    return unit_at(day, unit) if day else None


def weekday(values: Values, moment: Moment) -> Span | None:
    """A bare weekday is the next one; "next" is next week's, "last" last week's, "this" this week's."""
    day, way = _value(values, "W") - 1, _code(values, "XTP")
    if _value(values, "P") == 2:  # "past" is the one just gone
        found = moment.today - DAY * ((moment.today.weekday() - day - 1) % 7 + 1)
        return Span(found, found, "weekday")
    week = monday(moment.today) + {"X": 7, "P": -7}.get(way, 0) * DAY
    found = week + day * DAY
    if not way and (found < moment.today or (found == moment.today and not moment.plain)):
        found += 7 * DAY
    return Span(found, found, "weekday", not way)


def weekday_and_number(values: Values, moment: Moment) -> Span | None:
    """Tuesday the eleventh."""
    weekday, number = _value(values, "W") - 1, _value(values, "NOo")
    month = moment.today.replace(day=1)
    for _unused in range(15):
        found = _make(month.year, month.month, number)
        if found and found >= moment.today and found.weekday() == weekday:
            return Span(found, found, "day")
        month = add_months(month, 1)
    return None


def number_in_month(values: Values, moment: Moment) -> Span | None:
    """The 15th, of this or next month if that is said."""
    number, way = _value(values, "NOo"), _code(values, "XTP")
    month = add_months(moment.today.replace(day=1), {"X": 1, "P": -1}.get(way, 0))
    for _unused in range(3):
        found = _make(month.year, month.month, number)
        if found and (way or found >= moment.today):
            return Span(found, found, "day")
        if way:
            return None
        month = add_months(month, 1)
    return None


def ahead(values: Values, moment: Moment) -> Span | None:
    unit = _code(values, "dbwmqhy")
    found = shift(moment.today, _value(values, "N"), unit)
    return Span(found, found, "relative") if found else None


def ago(values: Values, moment: Moment) -> Span | None:
    found = shift(moment.today, -_value(values, "N"), _code(values, "dbwmqhy"))
    return Span(found, found, "past") if found else None


def _quarter(day: date) -> date:
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def stretch(values: Values, moment: Moment) -> Span | None:
    """The next or last so many days, weeks, ...: they begin tomorrow."""
    unit, count = _code(values, "dbwmqhy"), _value(values, "N")
    if values[0].code == "N" and values[1].code in "XP" and values[1].start - values[0].end > 1:
        return None  # "only 3 of us the next week"
    if unit == "q":
        first = add_months(_quarter(moment.today), -3 * count if _code(values, "P") else 3)
        return period(first, 3 * count, "stretch")
    if _code(values, "P"):
        return ago(values, moment)
    first = moment.today + DAY if unit != "b" else add_working_days(moment.today, 1)
    last = shift(moment.today, count, unit)
    return Span(first, last, "stretch") if last else None


def relative_day(values: Values, moment: Moment) -> Span | None:
    found = moment.today + _value(values, "t") * DAY
    return Span(found, found, "relative")


def holiday(values: Values, moment: Moment) -> Span | None:
    name, year = next(token.value for token in values if token.code == "H"), _value(values, "Y")

    def in_year(number: int) -> date | None:
        if name in ("easter", "whit"):
            return easter(number) + (DAY if name == "easter" else 50 * DAY)
        month, day = name.split("-")
        return _make(number, int(month), int(day))

    for candidate in (year,) if year else (moment.today.year, moment.today.year + 1):
        found = in_year(candidate)
        if found and (year or found >= moment.today):
            return Span(found, found, "holiday", not year)
    return None


def numbered_week(values: Values, moment: Moment) -> Span | None:
    year = _year_of(values, moment) or moment.today.year
    try:
        first = date.fromisocalendar(year, _value(values, "N"), 1)
        if not _year_of(values, moment) and first + 6 * DAY < moment.today:
            first = date.fromisocalendar(year + 1, _value(values, "N"), 1)
    except ValueError:
        return None
    return Span(first, first + 6 * DAY, "week")


def week_of(values: Values, moment: Moment) -> Span | None:
    """First or last week of a month or year: the first holds its first Thursday."""
    if _code(values, "M"):
        whole = month(values, moment)
    elif _code(values, "Y"):
        whole = year(values, moment)
    else:
        whole = step([token for token in values[1:] if token.code in "XTPmy"], moment)
    if not whole:
        return None
    if values[0].code in "PL":
        first = monday(whole.last)
        first -= 7 * DAY if (first + 3 * DAY).month != whole.last.month else 0 * DAY
    else:
        first = monday(whole.first + 3 * DAY) + 7 * (_value(values, "Oo", 1) - 1) * DAY
    return Span(first, first + 6 * DAY, "week", whole.yearly)


def nothing(values: Values, moment: Moment) -> Span | None:
    """Words that look like a date and are none: school years, seasons, centuries."""
    return None


def days_of_month(values: Values, moment: Moment) -> Span | None:
    """From the 9th to the 12th of June."""
    first, last = (int(token.value) for token in values if token.code in "NOo")
    month, year = _value(values, "M"), _value(values, "Y")
    if not month:
        following = add_months(moment.today, 1 if _code(values, "X") else 0)
        month, year = following.month, following.year
    if not year:
        ahead = _next_year_of(moment, month, last) if 1 <= last <= 31 else None
        year = ahead.year if ahead else 0
    begin, end = _make(year or 1, month, first), _make(year or 1, month, last)
    return Span(begin, end, "range", not _value(values, "Y")) if year and begin and end and begin <= end else None


def month_of_year(values: Values, moment: Moment) -> Span | None:
    """The third month of next year."""
    number, year = _value(values, "Oo"), _year_of(values, moment)
    return period(date(year, number, 1), 1, "month") if year and 1 <= number <= 12 else None
