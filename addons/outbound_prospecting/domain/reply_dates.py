"""Dates in prose."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Found:
    """A day that a text names.

    :param words: the passage, as in the text
    :param kind: how it was said: day, weekday, month, quarter, half, year, season, holiday, relative
    """

    date: date
    words: str
    kind: str


def find_date(text: str, now: date | datetime, lang: str = "") -> Found | None:
    return None
