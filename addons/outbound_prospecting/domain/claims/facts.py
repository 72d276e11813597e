"""Every fact of a statement against the cited documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..given_names import GIVEN_NAMES
from . import agents, appositions, figures, names, pairing, sites
from .concepts import concepts
from .dates import Date, covers, dates_in
from .evidence import SERIES, Evidence, Facts, Found, facts_of
from .gazetteer import PLACES, place_of
from .lexicon import Lexicon, german_noun
from .names import Name
from .roles import Role, bound_to, held_by
from .subjects import changed_sides
from .text import Passage, Span, fold, words_of

_PREDECESSOR = re.compile(  # "who succeeded Ann Lee as chief executive"
    r"\b(?:succe\w+|replac\w+|t(?:akes?|ook|aking) over from|follow(?:s|ed|ing)|nachfolg\w+ von|folgt\w*(?: auf)?|ersetzt\w*|"
    r"remplac\w+|succèd\w+ à|suce\w+ a|sustitu\w+ a|volgt|opvolg\w+ van) (?:Mr|Mrs|Ms|Dr|Herrn?|Frau)?\.? ?$",
    re.IGNORECASE,
)


def facts_against(claim: Passage, evidence: Evidence, quotes: Sequence[Passage]) -> list[Found]:
    """(kind, words) of every fact of the statement that the evidence does not bear."""
    mine = facts_of(claim, evidence.lexicon)
    return [
        *_dates(mine, claim, evidence),
        *figures.unborne(mine, claim, evidence),
        *_roles(mine, claim, evidence),
        *_names(mine, claim, evidence),
        *sites.misplaced(mine, claim, evidence),
        *sites.demonyms(claim, evidence),
        *_people(mine, claim, evidence),
        *agents.swapped(mine.names, claim, evidence),
        *appositions.misplaced(mine, claim, evidence),
        *changed_sides(mine, claim, quotes, evidence),
    ]


def _dates(mine: Facts, claim: Passage, evidence: Evidence) -> Iterator[Found]:
    places = {one.start for one in mine.dates}
    for start in sorted(places):
        readings = [one for one in mine.dates if one.start == start]
        fitting = [one for one in readings if evidence.dated(one)]
        if not fitting:
            year = readings[0].year  # "1900 institutions" is no date
            if not (readings[0].text.isdigit() and any(year in one.values for one in evidence.quantities)):
                yield "date", readings[0].text
            continue
        finder = pairing.date_finder(fitting[0], lambda passage: dates_in(passage.text), evidence.years)
        here = Span("", start, fitting[0].end)
        own = any(_dated_otherwise(name, fitting[0], evidence) for name in mine.names if name.kind == "person")
        if (
            own
            or pairing.belongs_elsewhere(here, claim, evidence.passages, finder)
            or pairing.told_elsewhere(claim, here, evidence.passages, finder)
        ):
            yield "date", fitting[0].text


def _dated_otherwise(name: Name, claimed: Date, evidence: Evidence) -> bool:
    """ "Ann Lee (appointed 2015), Bo Day (appointed 2019)": each has a date of their own."""
    own: list[Date] = []
    others: list[Date] = []
    for passage in evidence.passages:
        dated = dates_in(passage.text)
        for match in re.finditer(r"[A-ZÀ-Þ][\w'-]+ [A-ZÀ-Þ][\w'-]+ \((?:[a-zß-ÿ]+ ){0,2}", passage.text):
            near = [one for one in dated if one.start == match.end()]
            (own if fold(name.words[-1]) in fold(match[0]) else others).extend(near)
    same = [covers(claimed, one, evidence.years) for one in own]
    return bool(same) and not any(same) and any(covers(claimed, one, evidence.years) for one in others)


def _roles(mine: Facts, claim: Passage, evidence: Evidence) -> Iterator[Found]:
    for role in mine.roles:
        if role.name == "founder" and any(
            "founded" in concepts(passage.text, "events") for passage in evidence.passages
        ):
            person = _person_near(role, mine.names, claim)
            if person and role.name not in evidence.role_names and agents.founded_by_others(person, evidence):
                yield "role", f"{person.text}, {role.text}"
            continue
        if role.name not in evidence.role_names:
            if role.text.isupper() and evidence.lexicon.abbreviates(role.text):
                continue  # "CMO" of a Chief Medical Officer
            person = _person_near(role, mine.names, claim)
            if not (person and appositions.looks_after(person, role.text, evidence)):
                yield "role", role.text
        elif (person := _person_near(role, mine.names, claim)) and not held_by(person.words, role, evidence.passages):
            before = [name for name in mine.names if _PREDECESSOR.search(claim.text[: name.start])]
            if any(held_by(name.words, role, evidence.passages) for name in before):
                continue  # "Bo Day takes over from Ann Lee as chair"
            yield "role", f"{person.text}, {role.text}"


def _person_near(role: Role, found: Sequence[Name], claim: Passage) -> Name | None:
    """Whom the statement gives the role."""
    sentence = claim.sentence_at(role.start)
    people = [
        name
        for name in found
        if name.kind in ("person", "name") and name.bold and sentence.start <= name.start < sentence.end
        and (len(name.words) > 1 or _follows_title(name, claim))
        and (name.kind == "person" or not any(place_of(fold(word)) for word in name.words))
        and not _PREDECESSOR.search(claim.text[: name.start])
    ]  # fmt: skip

    tied = bound_to(claim.text, role, sentence)
    bound = next((name for name in people if any(name.text in one or one in name.text for one in tied)), None)
    if bound:
        return bound

    def distance(name: Name) -> int:
        return name.start - role.end if name.start >= role.end else role.start - name.end

    nearest = min(people, key=distance, default=None)
    if nearest is not None and nearest.kind == "name":
        known = [name for name in people if name.kind == "person"]
        nearest = min(known, key=distance) if known else nearest
    return nearest


def _follows_title(name: Name, claim: Passage) -> bool:
    return bool(re.search(r"(?:Mr|Ms|Mrs|Dr|Herrn?|Frau|M|Mme|Sr|Sra)\.? $", claim.text[: name.start]))


def _names(mine: Facts, claim: Passage, evidence: Evidence) -> Iterator[Found]:
    lexicon, language = evidence.lexicon, claim.language
    for match in SERIES.finditer(claim.text):
        if not any(re.search(_either_numeral(match[0]), passage.text, re.IGNORECASE) for passage in evidence.passages):
            yield "product", match[0]
    for index, name in enumerate(mine.names):
        folded = " ".join(fold(word) for word in name.words)
        if place_of(folded) and place_of(folded) in lexicon.places:
            continue
        unknown = [word for word in name.words if not lexicon.knows(word, language)]
        if unknown:
            if name.bold or any(_half_known(name, word, lexicon, language) for word in unknown):
                yield _kind(name, unknown[0], index), name.text
        elif _torn(name, evidence, language):
            yield _kind(name, name.words[-1], index), name.text
        elif _other_form(name, claim, evidence):
            yield "company", name.text


def _either_numeral(series: str) -> str:
    """A pattern of "Phase 3" that finds "phase III" too."""
    kind, _space, number = series.rpartition(" ")
    roman = {"1": "I", "2": "II", "3": "III", "4": "IV", "5": "V"}
    both = {
        number,
        roman.get(number, number),
        {name: digit for digit, name in roman.items()}.get(number.upper(), number),
    }
    return rf"\b{re.escape(kind)} (?:{'|'.join(map(re.escape, sorted(both)))})\b"


def _half_known(name: Name, word: str, lexicon: Lexicon, language: str) -> bool:
    """German: "Peter Meier" where the evidence has "Peter Müller"."""
    others = [other for other in name.words if other != word and lexicon.knows(other, language)]
    return bool(others) and not german_noun(fold(word))


def _kind(name: Name, word: str, index: int) -> str:
    if name.kind != "name":
        return name.kind
    if fold(word) in PLACES:
        return "place"
    return "company" if index == 0 and len(name.words) < 3 else "name"


def _torn(name: Name, evidence: Evidence, language: str) -> bool:
    """All parts are known, but nowhere together: the first name of one and the last name of another."""
    parts = [word for word in name.words if name.kind == "person" or not evidence.lexicon.elsewhere(word)]
    if len(parts) < 2 or (language == "de" and any(german_noun(fold(word)) for word in parts)):
        return False
    return not evidence.lexicon.together(parts, language)


def _other_form(name: Name, claim: Passage, evidence: Evidence) -> bool:
    """The same name with another legal form is another company."""
    after = words_of(claim.text[name.start : name.end + 12])
    mine = next((names.normal_form(word.text) for word in after[1:] if names.is_legal_form(word.text)), "")
    if not mine:
        return False
    theirs = set()
    for passage in evidence.passages:
        words = passage.words
        for index, word in enumerate(words):
            if fold(word.text) == fold(name.words[-1]):
                theirs |= {
                    names.normal_form(one.text) for one in words[index + 1 : index + 3] if names.is_legal_form(one.text)
                }
    return bool(theirs) and mine not in theirs


def _people(mine: Facts, claim: Passage, evidence: Evidence) -> Iterator[Found]:
    """A person who is there, but did something else."""
    if not any(name.kind == "person" for name in mine.names):
        return
    everybody = {
        fold(name.words[-1])
        for _passage, facts in evidence.facts
        for name in facts.names
        if name.kind == "person" or (len(name.words) == 2 and fold(name.words[0]) in GIVEN_NAMES)
    }
    for name in mine.names:
        surname = fold(name.words[-1])
        if name.kind == "person" and surname in everybody:
            finder = pairing.word_finder(surname, everybody - {surname}, lambda one, wanted: one == wanted)
            if pairing.belongs_elsewhere(Span("", name.start, name.end), claim, evidence.passages, finder):
                yield "person", name.text
