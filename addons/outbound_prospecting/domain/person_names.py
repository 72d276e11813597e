"""People in the text of a page, with the role that stands beside their name.

A name is believed for a reason: a title before it, letters after it, a known given name, a job title in the next line,
a signature under a quotation. Two words in capitals alone name a product or a town as often as a person.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .given_names import GIVEN_NAMES
from .job_titles import is_title, title_in
from .page import from_capitals

_WORD = r"(?:(?:Mc|Mac|O['’]|D['’]|L['’])?[^\W\d_a-zß-öø-ÿ][^\W\d_A-ZÀ-ÖØ-Þ'’]{1,25}(?:[-'’][^\W\d_][^\W\d_]{1,25})?)"
_UPPER = r"(?:[^\W\d_a-zß-öø-ÿ]{2,25}(?:[-'’][^\W\d_a-zß-öø-ÿ]{2,25})?)"
_INITIAL = r"(?:[^\W\d_a-zß-öø-ÿ]\.(?:\s?[^\W\d_a-zß-öø-ÿ]\.)*|[^\W\d_a-zß-öø-ÿ](?=\s))"
_PARTICLE = (
    r"(?:van der|van den|van de|van|von der|von|vom|zu|de la|de los|de|del|della|di|da|dos|du|le|la|ten|ter|den|bin|al)"
)
_NICK = r"(?:[(\"“‘'`]{1,2}\s?[^\W\d_][\w.]+\s?[)\"”’'´]{1,2})"
_SUFFIX = r"(?:,?\s(?:Jr|Sr|II|III|IV)\b\.?)"
_LETTERS = r"(?:,\s?(?:M\.?D|D\.?D\.?S|D\.?M\.?D|Ph\.?\s?D|CPA|CFA|MBA|Esq|Q\.?C|RN|PE|AIA|CKD|CFP|J\.?D|B\.?Sc|M\.?Sc|FCA|LL\.?[BM]|M\.?A|B\.?A)\b\.?)"
_HONORIFIC = r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Rev|Herr|Frau|Hr|Fr|Mme|Mlle|Monsieur|Madame|Señor|Señora|Sra|Dott|Dott\.ssa|Ing|Dipl\.-Ing|Mag)"
_PREFIX = rf"(?P<honor>{_HONORIFIC}\.?\s(?:{_HONORIFIC}\.?\s)?)?"


def _pattern(word: str) -> re.Pattern[str]:
    part = rf"(?:{_INITIAL}|{word}|{_NICK})"
    return re.compile(
        rf"(?<![\w.&'’])(?<!\w-){_PREFIX}(?P<name>{part}(?:\s{part}){{0,2}}(?:\s{_PARTICLE})?\s{word}{_SUFFIX}?|(?(honor){word}|(?!)))"
        rf"(?P<letters>{_LETTERS}{{1,3}})?(?![’'-]?\w)"
    )


_MIXED, _CAPITALS = _pattern(_WORD), _pattern(_UPPER)
# Words that begin or end with a capital in headings and addresses, but are no part of a person's name.
_NOT_NAMES = frozenset(
    """
about above academy account accounting act after agency agreement all american america an and annual apartments april april area
art article associates association at august autumn avenue award awards bank beach blog board book boulevard builders building business buy by
call canada care careers carolina cart catalog center central centre certified chamber chapter check christmas
city class clinic close club coast college color comments commercial committee community companies company complete
conditions conference construction consultation contact copyright corp corporation council country county court credit
custom customer dakota data days december delivery department design development digital disclaimer district division do
download drive east easter education email emergency energy engineering england english enterprises estate europe event
events every experience express facebook facility family faq features february fellowship festival finance financial first flooring follow
for form foundation free friday from fund gallery general get go google great group guarantee health help here heights high
highway history holiday home homes hospital hotel hours how hudson if in inc industries info information
inn institute insurance international internet into investment is island it january jersey job join july june kingdom kitchen
 language last learn legal let library license life like limited links list live llc llp local location log login london
lounge ltd luxury made magazine mail main maintenance management map march market marketing may media medical meet member
membership memorial menu mexico mission monday month more mortgage mountain museum music my national network new
news next night no north northern not november now ny october of office on online open order other our out overview page
parish partners parts party pay payment performance phone photo plan plans plaza please plumbing point policy pool portfolio
portland press pricing prices privacy private products professional program programs project projects properties property
public publications quality questions quick quote real recent records registered renovations rentals request research reserved
residential resources restaurant results return review reviews rights river road roofing room rooms royal safety sale sales saturday
save school schools science search season section security see september service services share shipping shop shopping show sign
site sitemap skills social software solicitors solutions south southern special square staff standard start state states station
store stores story street studio studios submit sunday support system systems team tech technologies technology terms testimonials
texas thank the this thursday time times tips title to today top tours tower town trade trail training travel trust tuesday
tv twitter union unit united university up us use valley value vehicle video view village virginia visit we web website wednesday week
welcome western what when where who why with word work workshop world year years yes york you your youtube zone
""".split()  # noqa: SIM905
)  # fmt: skip
# Surnames as well as endings of places: a role must speak for the person.
_PLACES = frozenset(
    {"park", "lane", "hill", "hills", "hall", "house", "church", "lake", "wood", "west", "law", "pavilion"}
)
_PLACES_AFTER = re.compile(
    r"^[,\s]*(?:St|Street|Rd|Road|Ave|Avenue|Blvd|Boulevard|Dr|Drive|Lane|Ln|Way|Court|Ct|Place|Pl|Park|Parkway|Pkwy|Hwy|Highway|Square|"
    r"County|University|College|School|Hospital|Foundation|Institute|Museum|Center|Centre|Church|Library|Airport|Inc|LLC|LLP|Ltd|GmbH|Corp|Company|Group|"
    r"Homes|Law|Associates|Insurance|Properties|Realty|Construction|Roofing|Builders|Solicitors|Design|Award|Memorial|Stadium|Theatre|Theater|Hotel|Beach|House|Hall|Building|Tower|District|Elementary|Middle|High)\b\.?"
)
_QUOTE_END = re.compile(r"[\"”»’]\s*$")
_SIGNED = re.compile(r"^\s*[-–—~•]+\s?$")


@dataclass(frozen=True)
class Person:
    """:param name: as written, in ordinary capitals, without title and letters
    :param role: as written, "" if none stands beside the name
    :param start: where in the text
    """

    name: str
    role: str = ""
    start: int = -1


def find_people(text: str) -> list[Person]:
    """People of a page in their order, each once; a mention with a role goes before one without."""
    lines = text.split("\n")
    found: dict[str, Person] = {}
    offset = 0
    for number, line in enumerate(lines):
        above = lines[number - 1] if number else ""
        below = lines[number + 1] if number + 1 < len(lines) else ""
        for person in _in_line(line, above, below):
            key = person.name.casefold()
            known = found.get(key)
            if not known or (person.role and not known.role):
                found[key] = Person(person.name, person.role, known.start if known else offset + person.start)
        offset += len(line) + 1
    return list(found.values())


def _in_line(line: str, above: str, below: str) -> list[Person]:
    shouting = line.isupper() and len(line) <= 60
    found = []
    for match in from_capitals(_CAPITALS if shouting else _MIXED, line):
        lead, name, tail = _trimmed(match["name"])
        start = match.start("name") + (match["name"].index(name) if lead else 0)
        before = line[: start if lead else match.start()]
        after = line[start + len(name) :] if tail else line[match.end() :]
        alone = not before.strip(" -–—•*·") and not after.strip(" ,.:;-–—|")
        role = tail if is_title(tail) else _role(before, after, above, below, alone)
        if _believed(match, name, before, after, above, "" if tail else role):
            found.append(Person(name.title() if shouting else name, role, start))
    return found


def _role(before: str, after: str, above: str, below: str, alone: bool) -> str:
    """The job title that follows a name in its line or the next, or that introduces it."""
    introduced = before.strip(" ,:-–—")
    if re.match(r"^\s?(?:[,–—|:(/-]|is (?:the|our|a|an)\b)", after):
        rest = re.sub(r"^\s?(?:[,–—|:(/-]+|is (?:the|our|a|an)\b)\s*", "", after)
        part = re.split(r"\s[–—|-]\s|[.;)|(]", rest)[0].strip(" ,")
        if is_title(part):
            return part
        if title := title_in(rest):
            return title
    if introduced and before.rstrip()[-1:] in ":,-–—|" and is_title(introduced):
        return introduced
    last = re.split(r"[,.;:]\s|(?:^|\s)(?:our|the|and|with|by)\s", before)[-1].strip()
    if last and len(last.split()) <= 4 and is_title(last):
        return last
    if alone and is_title(below.strip(" ,.|-–—()")):
        return below.strip(" ,.|-–—()")
    if alone and above.rstrip().endswith(":") and is_title(above.rstrip(" :")):
        return above.rstrip(" :")
    return ""


def _believed(match: re.Match[str], name: str, before: str, after: str, above: str, role: str) -> bool:
    words = [word.strip(".,()'\"").lower() for word in name.split()]
    if any(word in _NOT_NAMES for word in words) or _PLACES_AFTER.match(after):
        return False
    if any(is_title(word) for word in words):
        return False
    if match["honor"] or match["letters"]:
        return True
    if len(words) < 2 or (words[-1] in _PLACES and not role):
        return False
    first = next((word for word in words if len(word) > 1), "")
    if first.partition("-")[0] in GIVEN_NAMES and words[-1] != first:
        return True
    if role and len(words) <= 4:
        return True
    if _SIGNED.match(before) or (not before.strip() and _QUOTE_END.search(above) and len(words) <= 3):
        return True
    return _initials(name)


def _trimmed(name: str) -> tuple[str, str, str]:
    """A name without job titles and words of headings that ran into it: ("President", "Jane Doe", "Tutor")."""
    words = name.split()
    first, last = 0, len(words)
    while last - first > 2 and (_is_no_name(words[first]) or _begins_later(words[first:])):
        first += 1
    while last - first > 2 and _is_no_name(words[last - 1]):
        last -= 1
    return " ".join(words[:first]), " ".join(words[first:last]), " ".join(words[last:])


def _begins_later(words: list[str]) -> bool:
    """Whether the second word is a given name and the first is none: "Later Jane Doe"."""
    first, second = (word.lower().partition("-")[0] for word in words[:2])
    return second in GIVEN_NAMES and first not in GIVEN_NAMES and "." not in first


def _is_no_name(word: str) -> bool:
    return word.lower() in _NOT_NAMES or is_title(word)


def _initials(name: str) -> bool:
    """ "L.P. Woods", "R. Mack Babcock": an initial with its point and a word that could be a surname."""
    return bool(re.match(r"^(?:[^\W\d_a-z]\.\s?){1,3}[^\W\d_a-z][^\W\d_]+", name))
