"""When a prospect of a list is one that is already known.

The rule: an address of a person is known once. Another person of a known company is a second contact, not a duplicate.
A company without a person's address is known once, by its registered domain. Customers are nobody's prospects,
whoever the person is. Names decide only where there is neither domain nor address.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from .company_list import Row

Known = TypeVar("Known")


@dataclass(frozen=True)
class Match(Generic[Known]):
    """Why a row is a duplicate: `code` is suppressed, email, customer, domain or name; `key` is what both share."""

    code: str
    key: str
    known: Known


@dataclass
class KnownProspects(Generic[Known]):
    """Who is known already, by key. The values say who it is, in whatever form the caller likes.

    Keys of `suppressed` are e-mail addresses, domains and names of companies as they stand in the rows.
    """

    emails: dict[str, Known] = field(default_factory=dict)
    domains: dict[str, Known] = field(default_factory=dict)
    names: dict[str, Known] = field(default_factory=dict)
    customers: dict[str, Known] = field(default_factory=dict)
    suppressed: dict[str, Known] = field(default_factory=dict)

    def find(self, row: Row) -> Match[Known] | None:
        """The known prospect that `row` would repeat, None if it is new."""
        for code, key, known in (
            ("suppressed", row.email, self.suppressed),
            ("suppressed", row.domain, self.suppressed),
            ("suppressed", row.values.get("partner_name", ""), self.suppressed),
            ("email", row.email, self.emails),
            ("customer", row.domain, self.customers),
            ("domain", "" if row.email else row.domain, self.domains),
            ("name", row.name_key, self.names),
        ):
            if key and key in known:
                return Match(code, key, known[key])
        return None

    def add(self, row: Row, known: Known) -> None:
        """Remember a row that is imported, so that later rows are compared with it."""
        for key, place in ((row.email, self.emails), (row.domain, self.domains), (row.name_key, self.names)):
            if key:
                place.setdefault(key, known)
