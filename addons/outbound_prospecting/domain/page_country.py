"""In which countries is the company of a page likely to be? Hints only, to read its telephone numbers."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urlsplit

from .page import Page

_POSTCODES = {
    "GB": re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"),
    "CA": re.compile(r"\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b"),
    "US": re.compile(r"\b[A-Z]{2},? \d{5}(?:-\d{4})?\b"),
    "AU": re.compile(r"\b(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT),? \d{4}\b"),
    "IE": re.compile(
        r"\b(?:[AC-FHKNPRTV-Y]\d[\dW] [\dA-Z]{4}|Co\.? (?:Offaly|Cork|Dublin|Kerry|Galway|Mayo|Kildare|Meath|Wicklow|Clare|Louth|Donegal))\b"
    ),
}
_CODES = {"44": "GB", "353": "IE", "61": "AU", "64": "NZ", "49": "DE", "33": "FR", "34": "ES", "39": "IT", "31": "NL",
          "32": "BE", "41": "CH", "43": "AT", "45": "DK", "46": "SE", "47": "NO", "358": "FI", "48": "PL", "351": "PT",
          "27": "ZA", "91": "IN", "65": "SG", "852": "HK", "971": "AE", "55": "BR", "52": "MX", "1": "US"}  # fmt: skip
_NAMES = {
    "united kingdom": "GB", "england": "GB", "scotland": "GB", "ireland": "IE", "australia": "AU",
    "new zealand": "NZ", "canada": "CA", "united states": "US", "u.s.a": "US", "deutschland": "DE", "germany": "DE",
    "österreich": "AT", "austria": "AT", "schweiz": "CH", "switzerland": "CH", "france": "FR", "españa": "ES",
    "spain": "ES", "italia": "IT", "italy": "IT", "nederland": "NL", "netherlands": "NL", "belgium": "BE",
    "india": "IN", "south africa": "ZA", "singapore": "SG", "sydney": "AU", "melbourne": "AU", "toronto": "CA",
    "vancouver": "CA", "london": "GB", "dublin": "IE",
}  # fmt: skip
_DIGIT = re.compile(r"\d")
_LANGUAGES = {"de": "DE", "fr": "FR", "es": "ES", "it": "IT", "nl": "NL", "pl": "PL", "pt": "PT", "sv": "SE", "da": "DK",
              "fi": "FI", "nb": "NO", "no": "NO"}  # fmt: skip
_PLUS = re.compile(r"\+\s?(\d{1,3})")
_COUNTRY_ENDINGS = {"uk": "GB"}
_SOLD_ENDINGS = frozenset({"co", "io", "tv", "me", "ai", "cc", "ws", "fm", "to", "ly", "eu"})  # no country is meant
USUAL = ("US", "GB")


def likely_countries(page: Page, known: str = "") -> list[str]:
    """ISO codes, likeliest first; the last two are a guess for pages that say nothing.

    :param known: the country that the caller knows, ISO code
    """
    votes: Counter[str] = Counter()
    for ending in _endings(page):
        votes[ending] += 4
    numbered = "\n".join(line for line in page.text.split("\n") if _DIGIT.search(line))
    for code, pattern in _POSTCODES.items():
        votes[code] += 3 * min(len(pattern.findall(numbered)), 2)
    for number in _PLUS.findall(f"{numbered} {' '.join(page.phones)}"):
        votes[next((_CODES[number[:size]] for size in (3, 2, 1) if number[:size] in _CODES), "")] += 2
    lowered = page.text.lower()
    for name in (name for name in _NAMES if name in lowered):
        votes[_NAMES[name]] += len(re.findall(rf"\b{re.escape(name)}\b", lowered))
    language, _dash, region = page.language.replace("_", "-").partition("-")
    votes[region.upper() if len(region) == 2 and region.isalpha() else ""] += 1
    votes[_LANGUAGES.get(language, "")] += 2
    del votes[""]
    order = [known.upper(), *(code for code, count in votes.most_common(4) if count), *USUAL]
    return list(dict.fromkeys(filter(None, order)))


def _endings(page: Page) -> set[str]:
    """Countries that the endings of the site's own names stand for."""
    hosts = [urlsplit(page.url).hostname or "", *(address.rpartition("@")[2] for address in page.emails)]
    hosts += [urlsplit(link.url).hostname or "" for link in page.links[:1]]
    endings = {host.rpartition(".")[2].lower() for host in hosts if "." in host}
    return {
        _COUNTRY_ENDINGS.get(ending, ending.upper())
        for ending in endings
        if len(ending) == 2 and ending.isalpha() and ending not in _SOLD_ENDINGS
    }
