"""Organisations in the text of a page: by legal form, by kind ("… University"), and what the site calls itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .identity import company_key, plain_key
from .job_titles import is_title
from .page import from_capitals

# A word in capitals; a point ends it only after an initial or a usual short form, else the sentence ends there.
_CAP = r"(?:(?:[^\W\d_a-zß-öø-ÿ]|St|Mt|Ft|Wm|Dr)\.|[^\W\d_a-zß-öø-ÿ](?:[\w'’&+-]|\.(?=\w)){0,30})"
_JOIN = r"(?: ?& ?| \+ |,? (?:and|und|et|y|e|of|for|the|in|on|de|des|du|del|della|di|da|für|van|der|den|la|le) (?:the |la |le |les )?)"
_RUN = rf"{_CAP}(?:(?: |, (?={_CAP}(?:, {_CAP})?,? (?:&|and|und|et|y) )|{_JOIN}){_CAP}){{0,6}}"
_PLAIN = rf"{_CAP}(?:(?: |{_JOIN}){_CAP}){{0,6}}"
_FORMS = (
    r"Inc|Incorporated|LLC|L\.L\.C|LLP|L\.L\.P|PLLC|LP|Ltd|Limited|PLC|plc|Corp|Corporation|Pty Ltd|Pty|Pvt Ltd|Co|PC|P\.C|P\.A|"
    r"GmbH & Co\.? KG|GmbH|gGmbH|AG|KGaA|KG|OHG|GbR|UG|e\.V|eG|SE|SA|S\.A|SAS|S\.A\.S|SARL|S\.à r\.l|Sàrl|EURL|"
    r"S\.L|S\.L\.U|SL|S\.A\.U|SpA|S\.p\.A|Srl|S\.r\.l|BV|B\.V|NV|N\.V|AB|A/S|ApS|AS|Oy|Oyj|Sp\. z o\.o|s\.r\.o|a\.s|Kft|Ltda|Lda"
)
_LEGAL = re.compile(rf"(?<![\w&'’.-])(?P<name>{_RUN}(?: ?\( ?[\w .]{{2,20}}\))?,? (?:{_FORMS})\b\.?)(?![\w-])")
# Kinds that name an organisation wherever they stand, and those that are as often a line of a menu.
_PLAIN_RUN = re.compile(_PLAIN)
_SURE = (
    r"University|College|Institute|Hospital|Academy|Society|Association|Foundation|Council|Museum|Union|Federation|School|"
    r"School District|Law Firm|Solicitors|Chamber of Commerce|Ministry|Universität|Hochschule|Verband|Stiftung|Verlag|Université|"
    r"Universidad|Università|Universiteit|Whist Club|Rotary Club|Cruise Line"
)
_LOOSE = (
    r"Company|Group|Bank|Charity|Agency|Partners|Builders|Construction|Insurance|Homes|Industries|Technologies|Systems|Holdings|"
    r"Orthodontics|Productions|Magazine|Trust|Schools|Club|Networks|Studios|Architects|Logistics|Pharmaceuticals|Real Estate|Motors|"
    r"Airlines|Clinic|Center|Centre|Laboratories|Services|Solutions|Consulting|Associates|Programs|Hotel|Restaurant|Media|Energy"
)
_TAIL = rf"(?: (?:of|for) (?:the )?{_CAP}(?: (?:and )?{_CAP}){{0,3}})?(?![\w'’-])"
_BEFORE = rf"(?<![\w&'’.-])(?P<name>(?:{_CAP}(?: ?& ?| (?:and |of |for )?(?:the )?)){{1,5}}"
_KIND = re.compile(rf"{_BEFORE}(?:{_SURE})\b{_TAIL})")
_LOOSE_KIND = re.compile(rf"{_BEFORE}(?:{_LOOSE})\b{_TAIL})")
_OF_WORDS = frozenset(
    "University College Institute Bank Museum Society Association Department Chamber Ministry Universität Université "  # noqa: SIM905
    "Universidad Università Federation".split()
)
_OF = re.compile(
    rf"(?<![\w-])(?P<name>(?:{'|'.join(_OF_WORDS)}) (?:of|for|de|di|van) (?:the )?{_CAP}(?:(?: | and | of ){_CAP}){{0,3}})(?![\w-])"
)
_WORDS = re.compile(r"[\w/.]*\w")
_FORM_WORDS = frozenset(re.split(r"[| ]", re.sub(r"[\\?&]", "", _FORMS)))
_SURE_WORDS = frozenset(_SURE.replace("|", " ").split())
_LOOSE_WORDS = frozenset(_LOOSE.replace("|", " ").split())
_SIGNED = re.compile(rf"^(?:[-–—~] ?)?{_CAP} (?:{_CAP} )?{_CAP}(?:,| [–—-]) (?P<name>{_PLAIN})$")
_JOINERS = frozenset("& and und et y of for the in".split())  # noqa: SIM905
_PROSE = 8  # words that a line of prose has at least
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s©:]{0,5}(?:\(c\)\s*)?(?:(?:19|20)\d\d\s*(?:[-–,/]\s*(?:(?:19|20)?\d\d|present))?\s*)?[,:|-]?\s*(?:by\s)?(?P<name>[^|©\n]{2,80}?)"
    r"\s*(?:[,.|–-]?\s*(?:all rights|alle rechte|tous droits|todos los derechos|tutti i diritti|(?:19|20)\d\d|reserved|site |web|powered|\|)|[.|]\s|[.]?$)",
    re.IGNORECASE | re.MULTILINE,
)
# Names of nothing but such words, with or without a kind after them, are lines of a menu.
_GENERIC = frozenset(
    """
    a about affordable all an apply attend attending auto back best blog boat browse business by car career choose commercial
    company compare contact copyright design each elementary enter family find health help high home leadership life local
    matching middle more my new news online other our policy privacy private public request reserved residential rights
    school search select sharing technology terms the this to top trade training us web welcome your
    """.split()  # noqa: SIM905
)
_LAST = re.compile(rf"(?:^|[ ,]+)(?:{_SURE}|{_LOOSE}|{_FORMS})\.?$")
_START = re.compile(
    r"^(?:(?:Members? of the|Members? of|Trustees? of|Attend|Although|Enter|Find|Help|"
    r"At|About|Contact|Call|Welcome to|Why|Our|In|By|With|From|For|And|Copyright|Home|Join|Visit|Meet|Choose|Follow|Like|"
    r"When|If|As|To|Of|On|But|Since|While|Then|Or|Get|See|Read|More|All|Does|Is|Are|What|How|Who|Where)\s)+(?=\S)"
)
_ENDING = re.compile(rf"[ ,]+(?:\([\w .]+\)|{_FORMS}|{_SURE}|{_LOOSE}|(?:&|and) {_CAP})\.?$")
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
    labels = {label for host in hosts if len(label := _label(host)) >= 4}
    found: dict[str, Organisation] = {}
    own = {name: None for given in [*names, *_own_names(text, title, labels)] if (name := _tidy(given))}
    for name in [*own, *_short_forms(own, text)]:
        found.setdefault(name, Organisation(name, True, text.find(name)))
    offset, above = 0, ""
    for line in text.split("\n"):
        for start, given in _in_line(line, above, text):
            name = _tidy(given)
            if name and not _part_of(name, found):
                found.setdefault(name, Organisation(name, _fits(name, labels), offset + start))
        offset, above = offset + len(line) + 1, line
    return list(found.values())[:_MOST]


def _in_line(line: str, above: str, text: str) -> Iterator[tuple[int, str]]:
    words = set(_WORDS.findall(line))
    for keys, pattern in ((_FORM_WORDS, _LEGAL), (_SURE_WORDS, _KIND), (_OF_WORDS, _OF), (_LOOSE_WORDS, _LOOSE_KIND)):
        if not words & keys:  # spares the pattern nearly always
            continue
        prose = pattern is not _LOOSE_KIND or len(line.split()) >= _PROSE
        for match in from_capitals(pattern, line):
            if prose or text.count(match["name"]) > 3:
                yield match.start(), match["name"]
    quoted = above.rstrip().endswith(('"', "”", "»", "’")) or line[:1] in "-–—~"
    if quoted and (signed := _SIGNED.match(line)) and not is_title(signed["name"]):
        yield signed.start("name"), signed["name"]


def _own_names(text: str, title: str, labels: set[str]) -> list[str]:
    """Names in the copyright line and the title, and runs of capitals that fit the site's domain."""
    found = [match["name"] for match in _COPYRIGHT.finditer(text)]
    parts = [part.strip() for part in _TITLE_PARTS.split(title)]
    if labels:
        for match in from_capitals(_PLAIN_RUN, text):
            letters = re.sub(r"\band\b|[\W_]", "", match[0].lower())
            if not any(label in letters or "and" in label for label in labels):  # spares the work below nearly always
                continue
            part = next((part for part in _shorter(match[0]) if _fits(part, labels)), "")
            found += [part, match[0]] if part and re.match(rf"{re.escape(part)} (?:&|and) ", match[0]) else [part]
    known = {company_key(_tidy(name)) for name in found}
    return found + [
        part
        for part in parts
        if _fits(part, labels)
        or company_key(part) in known
        or (" " in part and part.istitle() and text.count(part) > 3)
    ]


def _short_forms(own: Iterable[str], text: str) -> list[str]:
    """What is left of its own names without legal form and kind, where the text says that too."""
    found = []
    for whole in own:
        name, short = whole, _ENDING.sub("", whole).strip(" ,&")
        while short != name:
            if len(short) > 3 and re.search(rf"(?<![\w-]){re.escape(short)}(?! ?&| (?:and )?[A-Z]|[\w-])", text):
                found.append(short)
            name, short = short, _ENDING.sub("", short).strip(" ,&")
    return found


def _shorter(run: str) -> list[str]:
    """The parts of a run of capitalised words, longer ones first from each word on."""
    words = run.split()[:8]
    parts = [words[first:last] for first in range(len(words)) for last in range(len(words), first, -1)]
    return [" ".join(part) for part in parts if part[0] not in _JOINERS and part[-1] not in _JOINERS]


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
    if not 2 <= len(name) <= _LONGEST or set(plain_key(_LAST.sub("", name)).split()) <= _GENERIC:
        return ""
    return name


def _part_of(name: str, found: Iterable[str]) -> bool:
    """Whether a name is the end, or the beginning without legal form, of one that was found."""
    return any(
        other != name and (other.endswith(" " + name) or other.rstrip(".").endswith(name.rstrip(".")))
        for other in found
    )
