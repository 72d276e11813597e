"""Postal addresses in the text of a page: found at their postcode, read upwards to the street."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_CITY = (
    r"[^\W\d_a-z][\w.'’]{0,25}(?:[ -](?:[^\W\d_a-z][\w.'’]{0,25}|am|an|der|den|im|in|en|upon|on|sur|sous|de|del|la|le|les|"
    r"di|of|the|aan|bei|ob)){0,4}"
)
_US_STATES = (
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX "
    "UT VT VA WA WV WI WY PR"
)
_US_NAMES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|"
    "Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|"
    "New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|"
    "Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|Washington,? D\\.?C\\.?|D\\.C\\."
)
_US = rf"(?P<state>(?:{'|'.join(f'{code[0]}[.]?{code[1]}[.]?' for code in _US_STATES.split())})|{_US_NAMES})"
_CA = r"(?P<state>(?:ON|QC|BC|AB|MB|SK|NS|NB|NL|PE|YT|NT|NU)\.?|Ontario|Quebec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia)"
_AU = r"(?P<state>NSW|VIC|QLD|WA|SA|TAS|ACT|NT|Vic|Qld|Tas|New South Wales|Victoria|Queensland)"
_CA_CODE = r"(?P<code>[ABCEGHJ-NPRSTVXY]\d[A-Z][ -]?\d[A-Z]\d)"
_GB_CODE = r"(?P<code>(?:GIR ?0AA|[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}))"
# The line with the postcode: (country, pattern). What stands before its city belongs to the street.
_ANCHORS = (
    (
        "US",
        re.compile(r"\d{5}"),
        re.compile(rf"(?:(?P<city>{_CITY}),?\s+|^|,\s*){_US},?\s+(?P<code>\d{{5}}(?:-\d{{4}})?)(?!\w)"),
    ),
    (
        "CA",
        re.compile(r"[A-Z]\d[A-Z][ -]?\d[A-Z]\d"),
        re.compile(
            rf"(?:(?P<city>{_CITY}),?\s+|^|,\s*)(?:\(?{_CA}\)?,?\s+)?{_CA_CODE}(?:\s+(?P<after>BC|ON|QC|AB)\b\.?)?(?!\w)"
        ),
    ),
    ("GB", re.compile(r"\d[A-Z]{2}(?!\w)"), re.compile(rf"(?:(?P<city>{_CITY}),?\s+|(?<!\w)){_GB_CODE}(?!\w)")),
    (
        "AU",
        re.compile(r"(?<!\w)\d{4}(?!\w)"),
        re.compile(rf"(?:(?P<city>{_CITY}),?\s+|^|,\s*){_AU},?\s+(?P<code>\d{{4}})(?!\w)"),
    ),
    (
        "NL",
        re.compile(r"\d{4} ?[A-Z]{2}(?!\w)"),
        re.compile(rf"(?<!\w)(?P<code>[1-9]\d{{3}} ?(?!SA|SD|SS)[A-Z]{{2}})\s+(?P<city>{_CITY})"),
    ),
    ("PL", re.compile(r"(?<!\w)\d\d-\d{3}"), re.compile(rf"(?<!\w)(?P<code>\d{{2}}-\d{{3}})\s+(?P<city>{_CITY})")),
    ("PT", re.compile(r"(?<!\w)\d{4}-\d{3}"), re.compile(rf"(?<!\w)(?P<code>\d{{4}}-\d{{3}})\s+(?P<city>{_CITY})")),
    (
        "",
        re.compile(r"\d{4}"),
        re.compile(
            rf"(?:^|[,;|–•·]\s?|\b(?:D|A|CH|F|B|I|E|L|DK|SE|NO)-)(?P<code>\d{{4,5}})\s+(?P<city>{_CITY})(?:\s*\((?P<state>[A-Z]{{2}})\))?"
        ),
    ),
)
_DIGIT = re.compile(r"\d")
_LEADS = "Serving|Visit|In|Near|Downtown|Greater|The|Our|From|Of|And|At|Based in"
# "Wichita, KS", "Dallas, Texas"
_TOWN = re.compile(rf", {_US}(?![\w-])")
_TOWN_BEFORE = re.compile(rf"(?<![\w,.&-])(?<![\w,.&] )(?:(?:{_LEADS}) )?(?P<city>{_CITY})$")
_KINDS = (
    r"Street|St|Road|Rd|Avenue|Ave|Drive|Dr|Lane|Ln|Boulevard|Blvd|Way|Place|Pl|Court|Ct|Highway|Hwy|Parkway|Pkwy|Square|Sq|Terrace|Tce|Close|"
    r"Crescent|Cres|Circle|Cir|Trail|Trl|Quay|Row|Mews|Gardens|Grove|Hill|Park|Plaza|Pike|Route|Loop|Walk|Broadway|Expressway|Freeway|Turnpike|Alley|Parade"
)
_DIRECTION = r"(?:N|S|E|W|NE|NW|SE|SW|N\.|S\.|E\.|W\.|North|South|East|West)"
_UNIT = (
    r"(?:,? ?(?:Suite|Ste|Unit|Floor|Fl|Level|Lvl|Apt|Room|Rm|Building|Bldg|#|"
    r"\w{1,12} Floor|\d+(?:st|nd|rd|th) Floor)\.? ?#? ?[\w-]{0,6}(?: (?:North|South|East|West))?)"
)
_STREET = re.compile(
    rf"(?<![\w$€£])(?:(?:Unit|Suite|Level|Lvl|Shop|Office|Flat) ?[\w-]{{1,8}},? )?[A-Z]?\d[\w/-]{{0,8}}(?: [A-Z]\d+)?,? (?:{_DIRECTION} ?)?"
    rf"(?:[A-Z0-9][\w.'’-]{{0,25}} ){{0,4}}(?:{_KINDS})\b\.?(?: {_DIRECTION}\b)?{_UNIT}{{0,2}}"
    r"|(?<!\w)P\.? ?O\.? ?Box \d+"
    r"|(?<!\w)[A-ZÄÖÜ][\w.’'-]{0,25}(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|"
    r"straat|laan|plein|gracht|kade|gatan|vägen|vej|gade) \d+ ?[a-zA-Z]?(?: ?[-–/] ?\d+\w?)?"
    r"|(?<!\w)(?:[A-ZÄÖÜ][\w.’']{0,25}[ -]){1,3}(?:Straße|Strasse|Str\.|Weg|Platz|Allee|Ring|Damm|Ufer) \d+ ?[a-z]?(?: ?[-–/] ?\d+\w?)?"
    r"|(?<!\w)\d+(?: ?(?:bis|ter))?,? (?:rue|avenue|av\.|boulevard|bd|place|chemin|quai|impasse|allée|cours|route|"
    r"Rue|Avenue|Boulevard|Place|Chemin|Quai) [^,\n\d]{3,40}"
    r"|(?<!\w)(?:Calle|C/|Avda\.?|Avenida|Paseo|Plaza|Rua|Av\.|Via|Viale|Piazza|Corso|Largo|ul\.|Aleje) [^,\n\d]{2,40},? ?(?:n[.ºo°]* ?)?\d+ ?[a-zA-Z]?"
)
_WORDS = re.compile(r"[^\W\d_]+")
_STREET_WORDS = frozenset(
    f"{_KINDS}|Box|Straße|Strasse|Str|Weg|Platz|Allee|Ring|Damm|Ufer|rue|avenue|av|boulevard|bd|place|chemin|quai|impasse|allée|"
    "cours|route|Rue|Chemin|Quai|Calle|C|Avda|Avenida|Paseo|Rua|Av|Via|Viale|Piazza|Corso|Largo|ul|Aleje".split("|")
)
_STREET_ENDS = tuple(
    "straße strasse str weg platz allee gasse ring damm ufer straat laan plein gracht kade gatan vägen vej gade".split()  # noqa: SIM905
)
_NO_PART = re.compile(
    r"@|https?:|www\.|\b(?:tel|phone|fax|e-?mail|call|map|directions|hours|open|copyright|rights|©)\b|[!?]|[:.]$|(?:\d\D{0,3}){8}",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:address|adresse|our address|location|head office|office|"
    r"visit us|where|find us|contact(?: us)?|our office|anschrift|dirección|indirizzo|postal address|mailing address)\W*$",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"^.{0,30}?\b(?:address|adresse|location|office|anschrift|dirección|indirizzo)\s?:\s*", re.IGNORECASE
)
_ABOVE = 4  # lines that an address may have above its postcode
_LONGEST = 60  # characters of such a line


@dataclass(frozen=True)
class PostalAddress:
    """:param street: with house and unit, lines joined by ", "; "" if none was found
    :param country: ISO code by the form of the postcode, "" if several countries write it so
    :param start: where the postcode's line begins in the text
    """

    street: str
    city: str
    state: str
    postcode: str
    country: str
    start: int = -1


def find_addresses(text: str) -> list[PostalAddress]:
    """Addresses with a postcode, then towns with their state and streets that stand alone, each once."""
    lines = text.split("\n")
    whole: list[PostalAddress] = []
    streets: list[PostalAddress] = []
    offset = 0
    for number, line in enumerate(lines):
        if _DIGIT.search(line):
            whole += [replace(address, start=offset) for address in _at(lines, number)]
            alone = (
                []
                if not _may_hold_street(line)
                else [(match.start(), match[0].strip(" ,")) for match in _STREET.finditer(line)]
            )
            streets += [PostalAddress(street, "", "", "", "", offset + start) for start, street in alone]
        offset += len(line) + 1
    known = " ".join(address.street for address in whole)
    cities = {address.city for address in whole}
    towns = [address for address in _towns(text) if address.city not in cities]
    unique: dict[tuple[str, ...], PostalAddress] = {}
    for address in [*whole, *towns, *(address for address in streets if address.street not in known)]:
        key = (address.street.casefold(), address.postcode, "" if address.street or address.postcode else address.city)
        unique.setdefault(key, address)
    return list(unique.values())


def _may_hold_street(line: str) -> bool:
    """A cheap look that spares the pattern nearly always."""
    words = set(_WORDS.findall(line))
    return bool(words & _STREET_WORDS) or any(word.endswith(_STREET_ENDS) for word in words)


def _towns(text: str) -> list[PostalAddress]:
    found = []
    for match in _TOWN.finditer(text):
        begin = max(match.start() - 60, 0)
        if city := _TOWN_BEFORE.search(text[begin : match.start()].rpartition("\n")[2]):
            start = match.start() - len(city["city"])
            found.append(PostalAddress("", city["city"], match["state"], "", "US", start))
    return found


def _at(lines: list[str], number: int) -> list[PostalAddress]:
    """The addresses whose postcode stands in a line."""
    line = lines[number]
    for country, needed, pattern in _ANCHORS:
        if not needed.search(line):
            continue
        found, begin = [], 0
        for match in pattern.finditer(line):
            given = match.groupdict()
            before = _PREFIX.sub("", line[begin : match.start()].strip(" ,|–-"))
            city = (given.get("city") or "").strip(" ,")
            street, town = _above(lines, number, before, not city) if not begin else (_street_in(before), "")
            street, city = _parted(street, city or town)
            begin = match.end()
            if country or (
                _STREET.search(street) and len(street) <= _LONGEST and not _STREET.match(line[match.start("code") :])
            ):
                state = (given.get("state") or given.get("after") or "").strip(" ,")
                found.append(PostalAddress(street, city, state, given["code"], country))
        if found:
            return found
    return []


def _above(lines: list[str], number: int, before: str, cityless: bool) -> tuple[str, str]:
    """Street, and city if that has a line of its own, from what stands before the postcode and the lines above it."""
    parts = [part for part in re.split(r",\s", before) if part]
    town = ""
    if _STREET.search(before) and len(before) > _LONGEST:
        return _street_in(before), ""
    if not parts or not _STREET.search(before):
        for line in reversed(lines[max(number - _ABOVE, 0) : number]):
            tidy = line.strip(" ,")
            if len(tidy) > _LONGEST or not tidy or _NO_PART.search(tidy) or _LABEL.match(tidy):
                break
            parts.insert(0, _PREFIX.sub("", tidy))
            if _STREET.search(tidy):
                break
    if cityless and len(parts) > 1 and not any(char.isdigit() for char in parts[-1]):
        town = parts.pop()
    holding = [
        index for index, part in enumerate(parts) if any(char.isdigit() for char in part) or _STREET.search(part)
    ]
    return (", ".join(parts[holding[0] :]) if holding else ""), town


def _street_in(text: str) -> str:
    matches = list(_STREET.finditer(text))
    return matches[-1][0].strip(" ,") if matches else ""


def _parted(street: str, city: str) -> tuple[str, str]:
    """ "12 Main Street Springfield" as a city: the part after the street's kind is the city."""
    match = re.search(rf"\b(?:{_KINDS})\b\.?\s+(?=[A-Z])", city)
    if match and (not street or re.fullmatch(r"[\w/-]{1,8}", street)):
        return f"{street} {city[: match.end()]}".strip(), city[match.end() :].strip()
    return (street if len(street) <= _LONGEST * 2 else _street_in(street)), city
