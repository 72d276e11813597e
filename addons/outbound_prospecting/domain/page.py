"""A web page as it was read: text for people, and what its markup says besides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


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
        """Visible text, then what is hidden: positions in the visible text hold in it too."""
        return f"{self.text}\n{self.unseen}" if self.unseen else self.text
