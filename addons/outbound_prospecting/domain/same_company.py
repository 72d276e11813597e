"""Is a page about our prospect, or about a company of nearly the same name?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from .identity import LEGAL_FORMS, company_key, plain_key

ALIKE = 0.88  # of two names' letters; "acme pumps" and "acme pump" are, "acme pumps" and "apex pumps" are not
_SHORTEST = 4  # letters of a name that another may begin with
_SAME_FORM = {"limited": "ltd", "incorporated": "inc", "corporation": "corp", "company": "co"}
_RUN = re.compile(r"[^\W\d_a-z][\w&'’-]*\.?(?:,?[ \u00a0](?:&|[^\W_a-z][\w&'’-]*|[a-z]{2,4}(?=\b))\.?){1,5}")


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


def namesake_in(name: str, own: Iterable[str], found: Iterable[str]) -> str:
    """A company that `found` texts name, alike in name to ours but of another legal form; "" if there is none.

    :param own: texts that are surely ours, such as pages of our prospect's site: they tell its legal form

    >>> namesake_in("Acme Pumps", ["© Acme Pumps Ltd"], ["In Graz the Acme Pumps GmbH cut 20 jobs."])
    'Acme Pumps GmbH'
    """
    forms = {form for text in (name, *own) for form in _named(name, text)}
    for text in found:
        theirs = _named(name, text)
        if forms and theirs and not forms & theirs.keys():
            return next(iter(theirs.values()))
    return ""


def _named(name: str, text: str) -> dict[str, str]:
    """Legal forms under which a text names a company of this name, with the first words that do."""
    named: dict[str, str] = {}
    for run in _RUN.finditer(text):
        words = run[0].split()
        for end in range(2, len(words) + 1):
            form = plain_key(words[end - 1]).replace(" ", "")
            if form not in LEGAL_FORMS or not words[end - 1][0].isupper():
                continue
            for start in range(end - 1):
                if names_alike(name, " ".join(words[start : end - 1])):
                    named.setdefault(_SAME_FORM.get(form, form), " ".join(words[start:end]).rstrip(",."))
                    break
    return named


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
