"""Who does what: said of another company in the quotation, or buyer and bought have changed sides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..given_names import GIVEN_NAMES
from .concepts import concepts
from .evidence import Evidence, Facts, Found, facts_of
from .names import Name, is_verb
from .text import Passage, fold

_PASSIVE = re.compile(r"\b(?:by|von|durch|par|por)\b")


def changed_sides(mine: Facts, claim: Passage, quotes: Sequence[Passage], evidence: Evidence) -> Iterator[Found]:
    """The quotation says it of another company, or buyer and bought have changed sides."""
    quotes = [_whole_sentence(quote, evidence) for quote in quotes]
    firms = [
        name for name in mine.names if name.kind in ("company", "name") and (name.bold or _verbatim(name, evidence))
    ]
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
        leading = [name for name in others if any(_acts(name, quote) for quote in quotes)]
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


def _verbatim(name: Name, evidence: Evidence) -> bool:
    """German: two words with capitals that stand in the evidence like this are a name there too."""
    return len(name.words) > 1 and any(name.text in passage.text for passage in evidence.passages)


def _acts(name: Name, quote: Passage) -> bool:
    """Does the quotation begin with this name as its subject? "Headcount: 450" has none."""
    following = (
        re.match(r"[ ,]+([^\W\d_]+)", quote.text[len(name.text) :]) if quote.text.startswith(name.text) else None
    )
    return bool(following) and (name.kind == "company" or is_verb(str(following and following[1])))


def _is_bought(name: Name, passage: Passage) -> bool:
    """ "The purchase of Acme": then it is not the buyer."""
    words = r"(?:acquisition|purchase|takeover|compra|adquisición|rachat|acquisition|übernahme|kauf)"
    link = r" (?:of|de|du|von|der|des|van|d')(?: [\w'-]+){0,4}? "
    verb = r"(?:bought|acquire[sd]|purchased|took over|übernahm|übernimmt|erwarb|kaufte|a repris|reprend|a racheté|rachète|compró|adquirió|compra)"
    noun = rf"\b{words}{link}{re.escape(name.words[0])}"
    active = rf"\b{verb} (?!by )(?:[\w'-]+ ){{0,3}}?{re.escape(name.words[0])}"
    return bool(re.search(f"{noun}|{active}", passage.text, re.IGNORECASE))


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
    if fold(one.words[0]) in GIVEN_NAMES or (len(one.words) == 2 and one.kind == "name"):
        return True
    return evidence.lexicon.together([subject.words[0], one.words[0]], "en")


def _order(first: Name, second: Name, passage: Passage) -> int:
    """1 if the first name acts, -1 if the second does, 0 if one of them is not there."""
    folded = fold(passage.text)
    places = [min(_places_of(name, folded), default=-1) for name in (first, second)]
    if min(places) < 0 or places[0] == places[1]:
        return 0
    between = folded[min(places) : max(places)]
    passive = -1 if _PASSIVE.search(between) else 1
    return passive if places[0] < places[1] else -passive


def _places_of(name: Name, folded: str) -> list[int]:
    return [match.start() for word in name.words for match in re.finditer(rf"\b{re.escape(fold(word))}\b", folded)]
