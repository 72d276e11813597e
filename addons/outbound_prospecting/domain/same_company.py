"""Is a page about our prospect, or about a company of nearly the same name?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from .identity import company_key, plain_key

ALIKE = 0.88  # of two names' letters; "acme pumps" and "acme pump" are, "acme pumps" and "apex pumps" are not
_SHORTEST = 4  # letters of a name that another may begin with


@dataclass(frozen=True)
class Company:
    """What is known of a company; "" for what is not.

    :param domain: registered domain
    :param country: ISO code
    """

    name: str
    domain: str = ""
    city: str = ""
    country: str = ""
    legal_name: str = ""


@dataclass(frozen=True)
class Comparison:
    """:param verdict: "same", "namesake" (alike in name, another company), "unclear" (alike in name, no proof of either)
        or "other"
    :param agree, differ: what speaks for one company and against it: "name", "domain", "city", "country", "legal_name"
    """

    verdict: str
    agree: tuple[str, ...] = ()
    differ: tuple[str, ...] = ()


def compare(ours: Company, found: Company) -> Comparison:
    """Tells our prospect from what was found.

    The domain decides where both have one. Else the legal name and the place do: a company may move or have several
    offices, so that a city alone is a doubt and no proof.
    """
    pairs = {
        "domain": (ours.domain.lower(), found.domain.lower()),
        "legal_name": (plain_key(ours.legal_name), plain_key(found.legal_name)),
        "country": (ours.country.upper(), found.country.upper()),
        "city": (plain_key(ours.city), plain_key(found.city)),
    }
    known = {what: one == other for what, (one, other) in pairs.items() if one and other}
    alike = any(names_alike(one, other) for one in _names(ours) for other in _names(found))
    agree = (*(["name"] if alike else []), *(what for what, same in known.items() if same))
    differ = tuple(what for what, same in known.items() if not same)
    if known.get("domain") or (alike and known.get("legal_name") and "domain" not in known):
        return Comparison("same", agree, differ)
    if not alike:
        return Comparison("other", agree, differ)
    if {"domain", "legal_name", "country"} & set(differ):
        return Comparison("namesake", agree, differ)
    return Comparison("same" if {"city", "country"} <= set(agree) else "unclear", agree, differ)


def namesakes(ours: Company, others: Iterable[Company]) -> list[Company]:
    """Those of several companies that could be taken for ours."""
    return [other for other in others if compare(ours, other).verdict in ("namesake", "unclear")]


def names_alike(one: str, other: str) -> bool:
    """Whether two names could be taken for one another: but for legal form, spelling, or what is added to one.

    >>> names_alike("Acme Pumps Ltd", "ACME Pump GmbH"), names_alike("Acme Pumps", "Apex Pumps")
    (True, False)
    """
    first, second = sorted((company_key(one), company_key(other)), key=len)
    if not first:
        return False
    if re.sub(" ", "", first) == re.sub(" ", "", second):
        return True
    if len(first) >= _SHORTEST and f"{second} ".startswith(f"{first} "):
        return True
    return _numbers(first) == _numbers(second) and SequenceMatcher(None, first, second).ratio() >= ALIKE


def _names(company: Company) -> list[str]:
    return [name for name in (company.name, company.legal_name) if name]


def _numbers(name: str) -> list[str]:
    return re.findall(r"\d+", name)
