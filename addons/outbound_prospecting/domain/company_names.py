"""Organisations in the text of a page: by legal form, by kind ("… University"), and what the site calls itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .identity import plain_key

_CAP = r"[^\W_a-zß-öø-ÿ][\w'’.&+-]*"
_JOIN = r"(?:\s?&\s?|\s?\+\s?|,?\s(?:and|und|et|y|e|of|for|the|in|on|de|des|du|del|della|di|da|für|van|der|den|la|le)\s(?:the\s|la\s|le\s|les\s)?)"
_RUN = rf"{_CAP}(?:(?:\s|{_JOIN}){_CAP}){{0,6}}"
_FORMS = (
    r"Inc|Incorporated|LLC|L\.L\.C|LLP|L\.L\.P|PLLC|LP|Ltd|Limited|PLC|plc|Corp|Corporation|Pty Ltd|Pty|Pvt Ltd|Co|PC|P\.C|P\.A|"
    r"GmbH & Co\.? KG|GmbH|gGmbH|AG|KGaA|KG|OHG|GbR|UG|e\.V|eG|SE|SA|S\.A|SAS|S\.A\.S|SARL|S\.à r\.l|Sàrl|EURL|"
    r"S\.L|S\.L\.U|SL|S\.A\.U|SpA|S\.p\.A|Srl|S\.r\.l|BV|B\.V|NV|N\.V|AB|A/S|ApS|AS|Oy|Oyj|Sp\. z o\.o|s\.r\.o|a\.s|Kft|Ltda|Lda"
)
_LEGAL = re.compile(rf"(?<![\w&'’-])(?P<name>{_RUN}(?:\s?\(\s?[\w .]{{2,20}}\))?,?\s(?:{_FORMS})\b\.?)(?![\w-])")
_KINDS = (
    r"University|College|Institute|Hospital|School|Schools|Academy|Society|Association|Foundation|Trust|Council|Museum|"
    r"Company|Group|Bank|Union|Federation|Charity|Agency|Ministry|Chamber of Commerce|School District|Law Firm|Solicitors|Partners|"
    r"Builders|Construction|Insurance|Homes|Industries|Technologies|Systems|Holdings|Orthodontics|Productions|Magazine|"
    r"Universität|Hochschule|Verband|Stiftung|Verlag|Université|Universidad|Università|Universiteit"
)
_KIND = re.compile(
    rf"(?<![\w&'’-])(?P<name>(?:{_CAP}(?:\s?&\s?|\s|-|\s(?:of|for|and)\s(?:the\s)?)){{1,5}}(?:{_KINDS})"
    rf"(?:\s(?:of|for)\s(?:the\s)?{_CAP}(?:\s(?:and\s)?{_CAP}){{0,3}})?)(?![\w'’-])"
)
_OF = re.compile(
    rf"(?<![\w-])(?P<name>(?:University|College|Institute|Bank|Museum|Society|Association|Department|Chamber|Ministry|Universität|"
    rf"Université|Universidad|Università|Federation)\s(?:of|for|de|di|van)\s(?:the\s)?{_CAP}(?:(?:\s|\sand\s|\sof\s){_CAP}){{0,3}})(?![\w-])"
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s©:]*(?:\(c\)\s*)?(?:(?:19|20)\d\d\s*(?:[-–,/]\s*(?:(?:19|20)?\d\d|present))?\s*)?[,:|-]?\s*(?:by\s)?(?P<name>[^|©\n]{2,80}?)"
    r"\s*(?:[,.|–-]?\s*(?:all rights|alle rechte|tous droits|todos los derechos|tutti i diritti|(?:19|20)\d\d|reserved|site |web|powered|\|)|[.|]\s|[.]?$)",
    re.IGNORECASE | re.MULTILINE,
)
_EMPTY = re.compile(
    r"^(?:(?:all|rights|reserved|copyright|the|our|a|an|home|welcome|about|contact|us|news|blog|terms|privacy|policy|this|your|my|find|search|best|top|"
    r"new|high|middle|elementary|public|private|family|life|auto|health|home|car|business|commercial|residential|school|other|more|local|all|each|trade)\W*)+"
    rf"(?:{_KINDS}|{_FORMS})?\.?$",
    re.IGNORECASE,
)
_START = re.compile(
    r"^(?:(?:The|At|About|Contact|Call|Welcome to|Why|Our|In|By|With|From|For|And|Copyright|Home|Join|Visit|Meet|Choose|Follow|Like|"
    r"When|If|As|To|Of|On|But|Since|While|Then|Or|Get|See|Read|More|All|Does|Is|Are|What|How|Who|Where)\s)+(?=\S)"
)
_TITLE_PARTS = re.compile(r"\s[|–—•·»:-]+\s|\s?\|\s?|»|:\s")
_LONGEST = 80  # characters
_MOST = 80


@dataclass(frozen=True)
class Organisation:
    """:param name: as written
    :param own: the site calls itself so
    :param start: where in the text, -1 if only the markup says so
    """

    name: str
    own: bool = False
    start: int = -1


def find_organisations(
    text: str, title: str = "", names: Iterable[str] = (), hosts: Iterable[str] = ()
) -> list[Organisation]:
    """Organisations of a page, each spelling once, its own first.

    :param names: what the site's metadata calls it
    :param hosts: host names of the site and of its e-mail addresses: names that fit them are its own
    """
    found: dict[str, Organisation] = {}
    labels = {label for host in hosts if len(label := _label(host)) >= 4}
    for name in [*names, *_own_names(text, title, labels)]:
        if name := _tidy(name):
            found.setdefault(name, Organisation(name, True, text.find(name)))
    for pattern in (_LEGAL, _KIND, _OF):
        for match in pattern.finditer(text):
            name = _tidy(match["name"])
            if name and not _inside(name, found):
                found.setdefault(name, Organisation(name, _fits(name, labels), match.start()))
    return list(found.values())[:_MOST]


def _own_names(text: str, title: str, labels: set[str]) -> list[str]:
    """Names in the copyright line and the title, and runs of capitals that fit the site's domain."""
    found = [match["name"] for match in _COPYRIGHT.finditer(text)]
    parts = _TITLE_PARTS.split(title)
    found += [part for part in parts if _fits(part, labels)]
    if labels:
        for match in re.finditer(_RUN, text):
            found += [part for part in _shorter(match[0]) if _fits(part, labels)][:1]
    known = {plain_key(name) for name in found}
    found += [part for part in parts if plain_key(part) in known or (len(part) > 3 and text.count(part) > 2)]
    return found


def _shorter(run: str) -> list[str]:
    """A run of capitalised words, then without its first ones, then without its last ones."""
    words = run.split()
    starts = [" ".join(words[first:]) for first in range(len(words))]
    return [
        *starts,
        *(" ".join(words[first:last]) for first in range(len(words)) for last in range(len(words) - 1, first, -1)),
    ]


def _fits(name: str, labels: set[str]) -> bool:
    """Whether a name, or its initials, is what the domain is made of: "Better Builders" and betterbuilders.com."""
    words = plain_key(name.replace("&", " and ")).split()
    spellings = {"".join(words), "".join(word for word in words if word != "and")}
    spellings |= {spelling.removeprefix("the") for spelling in spellings}
    return bool(spellings & labels)


def _label(host: str) -> str:
    """The word of a host that names its owner: "www.better-builders.co.uk" -> "betterbuilders"."""
    parts = [part for part in host.lower().split(".") if part != "www"]
    short = [part for part in parts[:-1] if len(part) > 3] or parts[:1]
    return re.sub(r"[^a-z0-9]", "", short[-1]) if short else ""


def _tidy(name: str) -> str:
    name = " ".join(name.split()).strip(' ,;:–—|-•·*"“”©')
    name = _START.sub("", name)
    if not 2 <= len(name) <= _LONGEST or _EMPTY.match(name) or not any(char.isalpha() for char in name):
        return ""
    return name


def _inside(name: str, found: Iterable[str]) -> bool:
    """Whether a name is the end of one that was found with its legal form."""
    return any(other != name and other.endswith(" " + name) for other in found)
