"""Every fact of a statement against the cited documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from . import names, pairing
from .concepts import concepts
from .dates import Date, covers, dates_in, spans_of, supported
from .gazetteer import FIRST_NAMES, PLACES, is_demonym, place_of
from .measures import judge
from .names import Lexicon, Name, find_names
from .quantities import Quantity, first_in, quantities_in
from .roles import Role, bound_to, find_roles, held_by
from .text import Passage, Span, fold, words_of

Found = tuple[str, str]  # kind, words
_LISTED = re.compile(r"[A-ZÀ-Þ][\w'-]+(?:(?:,| and| und| et| y| e) [A-ZÀ-Þ][\w'-]+)+")
_SERIES = re.compile(r"\b(?:series|phase|stage|tier|class|serie|typ|type|model|modell) [A-Z0-9]\b", re.IGNORECASE)


@dataclass(frozen=True)
class Facts:
    quantities: list[Quantity]
    dates: list[Date]
    roles: list[Role]
    names: list[Name]


def facts_of(passage: Passage, known: Lexicon | None = None) -> Facts:
    dated = dates_in(passage.text)
    roles = find_roles(passage.text)
    taken = spans_of(dated)
    quantities = quantities_in(passage, taken)
    taken += [Span(role.text, role.start, role.end) for role in roles]
    taken += [Span(one.text, one.start, one.end) for one in quantities]
    return Facts(quantities, dated, roles, find_names(passage, taken, known))


class Evidence:
    """The cited documents, read once.

    :param ids: of the documents; where they are addresses they name somebody too
    """

    def __init__(self, passages: Sequence[Passage], ids: Sequence[str] = ()):
        self.passages = list(passages)
        self.ids = list(ids)
        self.lexicon = Lexicon(self.passages, [one for one in ids if "." in one or "/" in one])

    @cached_property
    def dates(self) -> list[Date]:
        return [one for passage in self.passages for one in dates_in(passage.text)]

    @cached_property
    def years(self) -> set[int]:
        return {one.year for one in self.dates if one.year}

    @cached_property
    def quantities(self) -> list[Quantity]:
        return [one for passage in self.passages for one in quantities_in(passage, spans_of(dates_in(passage.text)))]

    @cached_property
    def role_names(self) -> set[str]:
        return {role.name for passage in self.passages for role in find_roles(passage.text)}

    def dated(self, claimed: Date) -> bool:
        return supported(claimed, self.dates)


def facts_against(claim: Passage, evidence: Evidence, quotes: Sequence[Passage]) -> list[Found]:
    """(kind, words) of every fact of the statement that the evidence does not bear."""
    mine = facts_of(claim, evidence.lexicon)
    return [
        *_dates(mine, claim, evidence),
        *_quantities(mine, claim, evidence),
        *_roles(mine, claim, evidence),
        *_names(mine, claim, evidence),
        *_places(mine, claim, evidence),
        *_demonyms(claim, evidence),
        *_people(mine, claim, evidence),
        *_subjects(mine, claim, quotes, evidence),
    ]


def _dates(mine: Facts, claim: Passage, evidence: Evidence) -> Iterator[Found]:
    places = {one.start for one in mine.dates}
    for start in sorted(places):
        readings = [one for one in mine.dates if one.start == start]
        fitting = [one for one in readings if evidence.dated(one)]
        if not fitting:
            yield "date", readings[0].text
            continue
        finder = pairing.date_finder(fitting[0], lambda passage: dates_in(passage.text), evidence.years)
        here = Span("", start, fitting[0].end)
        if any(_dated_otherwise(name, fitting[0], evidence) for name in mine.names if name.kind == "person"):
            yield "date", fitting[0].text
        elif pairing.belongs_elsewhere(here, claim, evidence.passages, finder) or pairing.told_elsewhere(
            claim, here, evidence.passages, finder
        ):
            yield "date", fitting[0].text


def _dated_otherwise(name: Name, claimed: Date, evidence: Evidence) -> bool:
    """ "Ann Lee (appointed 2015), Bo Day (appointed 2019)": each has a date of their own."""
    own, others = [], []
    for passage in evidence.passages:
        dated = dates_in(passage.text)
        for match in re.finditer(r"[A-ZÀ-Þ][\w'-]+ [A-ZÀ-Þ][\w'-]+ \((?:[a-zß-ÿ]+ ){0,2}", passage.text):
            near = [one for one in dated if one.start == match.end()]
            (own if fold(name.words[-1]) in fold(match[0]) else others).extend(near)
    same = [covers(claimed, one, evidence.years) for one in own]
    return bool(same) and not any(same) and any(covers(claimed, one, evidence.years) for one in others)


def _quantities(mine: Facts, claim: Passage, evidence: Evidence) -> Iterator[Found]:
    for one in mine.quantities:
        if kind := judge(one, evidence.quantities):
            if kind == "number" and (_years_since(one, evidence) or _counted(one, evidence)):
                continue
            yield kind, one.text
    ordinals = [one for one in evidence.quantities if one.unit and one.unit.kind == "nth"]
    if first_in(claim.text) and ordinals and not any(first_in(passage.text) for passage in evidence.passages):
        yield "number", "first"


def _years_since(one: Quantity, evidence: Evidence) -> bool:
    """ "25 years" may follow from two years that are named."""
    if one.unit is None or one.unit.kind != "month":
        return False
    spans = {high - low for high in evidence.years for low in evidence.years if high > low}
    return any(abs(value * one.unit.factor / 12 - span) <= 1 for value in one.values for span in spans)


def _counted(one: Quantity, evidence: Evidence) -> bool:
    """ "Three states" where the evidence lists three names."""
    if one.unit or not one.label & {
        "countries",
        "cities",
        "states",
        "sites",
        "offices",
        "plants",
        "stores",
        "brands",
        "customers",
    }:
        return False
    lists = [match for passage in evidence.passages for match in _LISTED.finditer(passage.text)]
    given = any(other.label & one.label for other in evidence.quantities)
    return not given and any(len(re.split(r", | (?:and|und|et|y|e) ", match[0])) == one.values[0] for match in lists)


def _roles(mine: Facts, claim: Passage, evidence: Evidence) -> Iterator[Found]:
    for role in mine.roles:
        if role.name == "founder" and any(
            "founded" in concepts(passage.text, "events") for passage in evidence.passages
        ):
            continue
        if role.name not in evidence.role_names:
            yield "role", role.text
        elif (person := _person_near(role, mine.names, claim)) and not held_by(person.words, role, evidence.passages):
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
    for match in _SERIES.finditer(claim.text):
        if not any(match[0].lower() in passage.text.lower() for passage in evidence.passages):
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


def _half_known(name: Name, word: str, lexicon: Lexicon, language: str) -> bool:
    """German: "Peter Meier" where the evidence has "Peter Müller"."""
    others = [other for other in name.words if other != word and lexicon.knows(other, language)]
    return bool(others) and not names.german_noun(fold(word))


def _kind(name: Name, word: str, index: int) -> str:
    if name.kind != "name":
        return name.kind
    if fold(word) in PLACES:
        return "place"
    return "company" if index == 0 and len(name.words) < 3 else "name"


def _torn(name: Name, evidence: Evidence, language: str) -> bool:
    """All parts are known, but nowhere together: the first name of one and the last name of another."""
    parts = [word for word in name.words if name.kind == "person" or not place_of(fold(word))]
    if len(parts) < 2 or (language == "de" and any(names.german_noun(fold(word)) for word in parts)):
        return False
    return not evidence.lexicon.together(parts, language)


def _other_form(name: Name, claim: Passage, evidence: Evidence) -> bool:
    """The same name with another legal form is another company."""
    after = words_of(claim.text[name.start : name.end + 12])
    mine = next((names.normal_form(word.text) for word in after[1:] if fold(word.text).strip(".") in names.LEGAL), "")
    if not mine:
        return False
    theirs = set()
    for passage in evidence.passages:
        words = passage.words
        for index, word in enumerate(words):
            if fold(word.text) == fold(name.words[-1]):
                theirs |= {
                    names.normal_form(one.text) for one in words[index + 1 : index + 3] if fold(one.text) in names.LEGAL
                }
    return bool(theirs) and mine not in theirs


def _places(mine: Facts, claim: Passage, evidence: Evidence) -> Iterator[Found]:
    """A place that is there, but as the seat of something else."""
    known = {
        word for passage in evidence.passages for one in passage.words for word in [fold(one.text)] if place_of(word)
    }
    for name in mine.names:
        key = place_of(fold(name.text).removesuffix("'s"))
        if key and len(key) > 2 and key in evidence.lexicon.places:
            rivals = {word for word in known if len(place_of(word)) > 2 and place_of(word) != key}
            finder = pairing.word_finder(key, rivals, lambda one, wanted: place_of(one) == wanted or one == wanted)
            if pairing.belongs_elsewhere(Span("", name.start, name.end), claim, evidence.passages, finder):
                yield "place", name.text


def _demonyms(claim: Passage, evidence: Evidence) -> Iterator[Found]:
    """ "un fondo alemán": where something comes from, in languages that write it without a capital."""
    if claim.language == "en":
        return
    for word in claim.words:
        folded = fold(word.text)
        if word.text.islower() and is_demonym(folded) and place_of(folded) not in evidence.lexicon.places:
            yield "place", word.text


def _people(mine: Facts, claim: Passage, evidence: Evidence) -> Iterator[Found]:
    """A person who is there, but did something else."""
    everybody = {
        fold(name.words[-1])
        for passage in evidence.passages
        for name in facts_of(passage).names
        if name.kind == "person" or (len(name.words) == 2 and fold(name.words[0]) in FIRST_NAMES)
    }
    for name in mine.names:
        surname = fold(name.words[-1])
        if name.kind == "person" and surname in everybody:
            finder = pairing.word_finder(surname, everybody - {surname}, lambda one, wanted: one == wanted)
            if pairing.belongs_elsewhere(Span("", name.start, name.end), claim, evidence.passages, finder):
                yield "person", name.text


_PASSIVE = re.compile(r"\b(?:by|von|durch|par|por)\b")


def _subjects(mine: Facts, claim: Passage, quotes: Sequence[Passage], evidence: Evidence) -> Iterator[Found]:
    """The quotation says it of another company, or buyer and bought have changed sides."""
    quotes = [_whole_sentence(quote, evidence) for quote in quotes]
    firms = [name for name in mine.names if name.kind in ("company", "name") and name.bold]
    if not firms or not quotes:
        return
    quoted = [name for quote in quotes for name in facts_of(quote).names if name.bold]
    known = {fold(word) for quote in quotes for one in quote.words for word in [one.text.removesuffix("'s")]}
    mine_words = {fold(word) for name in mine.names for word in name.words} | {fold(word.text) for word in claim.words}
    subject = firms[0]
    others = [
        name
        for name in quoted
        if name.kind in ("company", "name") and not {fold(word) for word in name.words} & mine_words
    ]
    if subject.start <= 4 and not any(fold(word) in known for word in subject.words):
        leading = [name for name in others if any(quote.text.startswith(name.text) for quote in quotes)]
        if leading and not _same_thing(leading[0], subject, evidence):
            yield "company", subject.text
            return
    if "acquired" in concepts(claim.text, "events") and len(firms) > 1:
        order = _order(firms[0], firms[1], claim)
        buyer = firms[0] if order > 0 else firms[1]
        if order and any(_is_bought(buyer, passage) for passage in evidence.passages):
            yield "company", buyer.text
            return
        for quote in quotes:
            for sentence in quote.sentences:
                theirs = _order(firms[0], firms[1], Passage(sentence.text))
                if order and theirs and order != theirs and "acquired" in concepts(sentence.text, "events"):
                    yield "company", firms[0].text
                    return


def _is_bought(name: Name, passage: Passage) -> bool:
    """ "The purchase of Acme": then it is not the buyer."""
    words = r"(?:acquisition|purchase|takeover|compra|adquisición|rachat|acquisition|übernahme|kauf)"
    link = r" (?:of|de|du|von|der|des|d')(?: (?:la|the|die|das)| \w+)?(?: \w+)? "
    return bool(re.search(rf"\b{words}{link}{re.escape(name.words[0])}", passage.text, re.IGNORECASE))


def _whole_sentence(quote: Passage, evidence: Evidence) -> Passage:
    """The sentence from which a quotation was taken: it has the subject that the quotation may lack."""
    for passage in evidence.passages:
        for sentence in passage.sentences:
            if quote.text.strip(" .") in sentence.text:
                return Passage(sentence.text.strip(), passage.language)
    return quote


def _same_thing(one: Name, subject: Name, evidence: Evidence) -> bool:
    """Are two names those of one company: initials, or side by side in the evidence; or is one a person's?"""
    initials = "".join(word[0] for word in one.words).lower()
    if fold(subject.words[0]) == initials or fold(one.words[0]) == "".join(word[0] for word in subject.words).lower():
        return True
    if fold(one.words[0]) in FIRST_NAMES or (len(one.words) == 2 and one.kind == "name"):
        return True
    return evidence.lexicon.together([subject.words[0], one.words[0]], "en")


def _order(first: Name, second: Name, passage: Passage) -> int:
    """1 if the first name acts, -1 if the second does, 0 if one of them is not there."""
    folded = fold(passage.text)
    places = [folded.find(fold(name.words[0])) for name in (first, second)]
    if min(places) < 0 or places[0] == places[1]:
        return 0
    between = folded[min(places) : max(places)]
    passive = -1 if _PASSIVE.search(between) else 1
    return passive if places[0] < places[1] else -passive
