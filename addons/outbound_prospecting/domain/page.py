"""A web page as it was read: text for people, and what its markup says besides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MOST = 300_000  # characters that are searched
# Cut at the last space that fits; a "word" without one is no word and is cut where it is.
_LONGEST = 1_200  # characters of a line
_TOO_LONG = re.compile(r"[^\n]{0,799}[^\S\n](?=[^\n]{400})|[^\n]{800}(?=[^\n])")


_CAPITAL = re.compile(r"(?<![\w'’])[^\W\d_a-zß-öø-ÿ]")


def from_capitals(pattern: re.Pattern[str], line: str) -> Iterator[re.Match[str]]:
    """Matches of a pattern that begin at a word with a capital: several times as fast as trying at every letter."""
    end = 0
    for capital in _CAPITAL.finditer(line):
        if capital.start() >= end and (match := pattern.match(line, capital.start())):
            end = match.end()
            yield match


@dataclass(frozen=True)
class Link:
    """:param url: absolute, without fragment
    :param text: its words in one line
    """

    url: str
    text: str


@dataclass(frozen=True)
class Page:
    """One page.

    :param url: where it came from
    :param text: visible text of the whole page, one line per block (paragraph, cell, list item, …)
    :param unseen: text of parts that style hides, such as menus that open: never shown to a model, which it might be
        meant to mislead, but read for contacts
    :param language: what the page says of itself, such as "en-gb"; "" if nothing
    :param published: the day that the page says it was published
    :param names: what the site calls itself in its metadata
    :param people: (name, role or "") from structured data
    :param emails: from `mailto:` links and decoded protections
    :param phones: from `tel:` links and structured data
    """

    url: str
    title: str
    text: str
    description: str = ""
    language: str = ""
    published: date | None = None
    links: tuple[Link, ...] = ()
    names: tuple[str, ...] = ()
    people: tuple[tuple[str, str], ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    unseen: str = ""

    @property
    def whole(self) -> str:
        """Visible text, then what is hidden, in lines that patterns can search fast whatever the page holds.

        Positions in the visible text hold in it too.
        """
        return in_short_lines((f"{self.text}\n{self.unseen}" if self.unseen else self.text)[:_MOST])


def in_short_lines(text: str) -> str:
    """The same text, of the same length, with a line break in place of a space in lines that are too long."""
    lines = text.split("\n")
    return "\n".join(line if len(line) <= _LONGEST else _TOO_LONG.sub(_broken, line) for line in lines)


def _broken(match: re.Match[str]) -> str:
    return match[0][:-1] + "\n"
