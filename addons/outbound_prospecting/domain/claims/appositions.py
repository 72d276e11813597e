"""What somebody is or looks after, in words that no list of roles has: "the ophthalmologist", "Laboratory: Dr Brandt"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .evidence import Evidence, Facts, Found
from .names import Name
from .roles import PERSON, Role, bound_to, is_one
from .text import Passage, Span, Taken, fold
from .words import STOPWORDS

_LEADS = (
    r"(?:(?:will )?(?:runs?|heads?|leads?|manages?|chairs?|directs?|oversees?|looks? after)|is in charge of|is responsible for|leitet|führt|"
    r"verantwortet|betreut|dirige|gère|pilote|s'occupe d[eu]\w*|lleva|gestiona|leidt|bestuurt)"
)
_LED_BY = re.compile(
    r"(?:,? [\w'-]+){0,5}? (?:(?:led|headed|run|managed|overseen) by|under (?:the )?\w+ of|unter (?:der )?leitung von|geleitet von|"
    r"dirigée? par|sous la direction de|dirigid[oa] por|bajo la dirección de|(?:onder leiding|geleid) (?:van|door)) ",
    re.IGNORECASE,
)
_LEADING = re.compile(rf"(?:,[^,]+,)?(?: [\w'-]+){{0,8}}? {_LEADS} (?:[\w'-]+ ){{0,2}}$")
_WHO = re.compile(rf"(?<=, )(?P<who>{PERSON.pattern})[,.;]")
_IS = re.compile(
    r"(?:,? who)?,? ?(?:(?:is|was|has been|remains|became|becomes|as|ist|war|wird|als|est|était|es|era|es el|was|wordt|is de)\s|"
    r"(?:now )?(?:works|serves|acts|arbeitet|travaille|trabaja|werkt) (?:as|als|comme|como)\s|"
    rf"(?:now )?{_LEADS}\s|,\s)(?P<what>[^,.;:()\d]+)"
)
_CUT = re.compile(r"\s(?:at|bei|beim|chez|bij|and|und|et|y|who|which|that|since|seit|depuis|desde|sinds|when|after)\s")
_A = re.compile(r"(?:an?|une?|ein|eine|una?|een) ", re.IGNORECASE)
_RANK = (
    r"(?:head|lead|director|manager|chief|partner|leiter(?:in)?|leitung|responsable|directeur|directrice|hoofd|jef[ea])"
)
_HEAD = re.compile(
    rf"{_RANK}(?: (?:of|for|der|des|für|de|du|la|van|the|our))*(?: [\w-]+)? $",
    re.IGNORECASE,
)
_TAIL = re.compile(rf"(?: [\w-]+)? {_RANK}(?!\w)", re.IGNORECASE)
_TITLE = re.compile(rf"{_RANK}|chief|officer|executive|managing|president|vice", re.IGNORECASE)
_IS_RANK = re.compile(_RANK, re.IGNORECASE)


def misplaced(mine: Facts, claim: Passage, evidence: Evidence) -> Iterator[Found]:
    """A word said of a person which the evidence says of others only."""
    taken = Taken(claim.text, _spans(mine))
    for name in mine.names:
        if not _may_be_person(name, evidence):
            continue
        told = _IS.match(claim.text, name.end, claim.sentence_at(name.start).end)
        if not told:
            continue
        what = _CUT.split(told["what"], maxsplit=1)[0]
        if name.kind == "person" and _is_new(what, told.start("what"), taken, claim, evidence):
            yield "role", f"{name.text}, {what}"
            return
        for match in re.finditer(r"[^\W\d_]{3,}", what):
            start = told.start("what") + match.start()
            rank = claim.language in ("en", "de") and _IS_RANK.fullmatch(match[0])
            small = match[0].lower() in STOPWORDS[claim.language] or rank
            if not small and not taken.touches(start, start + len(match[0])) and _of_others(match[0], name, evidence):
                yield "role", f"{name.text}, {match[0]}"
                return


def _is_new(what: str, start: int, taken: Taken, claim: Passage, evidence: Evidence) -> bool:
    """ "A florist" where the evidence, in the same language, has nothing that begins like any word of it."""
    words = [match for match in re.finditer(r"[^\W\d_]{4,}", what) if match[0].lower() not in STOPWORDS[claim.language]]
    said = {word[:4] for word in evidence.lexicon.words}
    same = all(passage.language == claim.language for passage in evidence.passages)
    free = bool(words) and not any(taken.touches(start + match.start(), start + match.end()) for match in words)
    return same and free and bool(_A.match(what)) and not any(fold(match[0])[:4] in said for match in words)


def _spans(mine: Facts) -> Iterator[Span]:
    spoken: list[Role | Name] = [*mine.roles, *(name for name in mine.names if name.bold)]
    for one in spoken:
        if isinstance(one, Role) or not _IS_RANK.match(one.text):  # "Head of Marine" is no name
            yield Span(one.text, one.start, one.end)


def _may_be_person(name: Name, evidence: Evidence) -> bool:
    if name.kind == "person":
        return True
    hosts = "".join(evidence.ids).lower()
    known = any(fold(word) in hosts for word in name.words)
    return name.kind == "name" and len(name.words) == 2 and name.bold and "&" not in name.text and not known


def _of_others(word: str, name: Name, evidence: Evidence) -> bool:
    stem = fold(word)[:6]
    others = False
    for passage in evidence.passages:
        for one in passage.words:
            folded = fold(one.text)
            if not folded.startswith(stem) or abs(len(folded) - len(word)) > 3:
                continue
            for person in _people_of(one, passage):
                if is_one(name.words, person):
                    return False
                others = others or not any(fold(person.split()[0]) in small for small in STOPWORDS.values())
    return others


def looks_after(name: Name, what: str, evidence: Evidence) -> bool:
    """ "Ann Lee runs quality" makes her the head of quality."""
    words = [fold(word)[:6] for word in re.findall(r"[^\W\d_]{4,}", what) if not _TITLE.fullmatch(word)]
    return any(
        is_one(name.words, person)
        for passage in evidence.passages
        for one in passage.words
        if fold(one.text)[:6] in words
        for person in _people_of(one, passage)
    )


def _people_of(word: Span, passage: Passage) -> list[str]:
    """Whom the text ties to a word: "Kiln manager Ann Lee", "the kiln is run by Ann Lee", "Ann Lee runs the kiln"."""
    text, sentence = passage.text, passage.sentence_at(word.start)
    before = text[sentence.start : word.start]
    head, tail = _HEAD.search(before), _TAIL.match(text, word.end, sentence.end)
    start = sentence.start + head.start() if head else word.start
    found = bound_to(text, Role("", word.text, start, tail.end() if tail else word.end), sentence)
    if directly := PERSON.match(
        text, (tail.end() if tail else word.end) + 1
    ):  # "Surveyor Ann Lee" begins with a capital too
        found = [*found, directly[0]]
    named = re.search(
        r"\b(?:our|the|his|her|its|unser\w*|der|die|notre|le|la|su|el|onze|de) $", text[: word.start], re.IGNORECASE
    )
    if named and (who := _WHO.match(text, word.end + 2)):  # "our chef, Ann Lee,"
        found = [*found, who["who"]]
    leaders = [person[0] for person in PERSON.finditer(before) if _LEADING.match(before, person.end())]
    found = [*found, *leaders[-1:]]
    if (led_by := _LED_BY.match(text, word.end, sentence.end)) and (person := PERSON.match(text, led_by.end())):
        found = [*found, person[0]]
    return found
