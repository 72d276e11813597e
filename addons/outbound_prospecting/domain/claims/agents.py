"""Who did it: two names of the evidence that changed places in the statement, told by the verb between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .evidence import Evidence, Found
from .gazetteer import place_of
from .names import Name
from .text import Passage, Span, fold

_AUX = (
    r"(?:has|have|had|is|are|was|were|be|been|being|will|would|hat|haben|ist|wird|wurde|wurden|a|ont|est|été|sera|ha|han|fue|"
    r"será|heeft|hebben|werd|wordt)"
)
_ADVERB = r"(?:already|also|now|recently|originally|first|newly|today|bereits|auch|neu|déjà|récemment|ya|al|ook)"
_VERB = re.compile(rf"(?P<aux>(?:\s(?:{_AUX}|{_ADVERB}))*)\s(?:se\s|sich\s|zich\s)?(?P<verb>(?:s')?[a-zà-ÿß]{{3,}})")
_BE = re.compile(r"\b(?:is|are|was|were|be|been|being|wird|wurden?|est|été|sont|sera|fue|será|werd|wordt)\b")
_BY = r"(?:by|von|vom|durch|par|por|door)"
_FOR = r"(?:for|für|pour|para|voor)"
_BEFORE = re.compile(
    r"^(?:(?!(?:with|of|for|in|at|from|by|to|mit|von|für|bei|aus|avec|de|pour|par|con|por|para|van|voor)\b)[\w'-]+ ){0,4}$"
)
_SELF = re.compile(rf"\b(?:we|wir|nous|nosotros|wij)(?:\s(?:{_AUX}|{_ADVERB}))*\s$", re.IGNORECASE)
_BASE = {"led": "lead", "bought": "buy", "built": "build", "won": "win", "sold": "sell", "made": "make", "took": "take",
         "gave": "give", "kept": "keep", "spun": "spin", "ran": "run", "held": "hold", "paid": "pay"}  # fmt: skip
_WEAK = frozenset(
    [
        "employ",
        "emplo",
        "beschaf",
        "has",
        "have",
        "makes",
        "works",
        "plans",
        "wants",
        "says",
        "said",
        "gets",
        "uses",
        "need",
        "may",
        "can",
        "must",
        "should",
    ]
)


def swapped(found: Sequence[Name], claim: Passage, evidence: Evidence) -> Iterator[Found]:
    """The subject of the statement, if the evidence tells what it did of another name and not of this one."""
    bold = [name for name in found if name.bold and name.kind in ("company", "person", "name")]
    bold = [name for name in bold if not place_of(fold(name.words[0])) or len(name.words) > 1]
    subject = bold[0] if bold and bold[0].start <= 12 else None
    if subject is None:
        return
    told = _VERB.match(claim.text, subject.end)
    verb = told["verb"] if told and not re.fullmatch(_AUX, told["verb"]) else ""
    passive = bool(told and _BE.search(told["aux"]))
    if verb and _stem(verb) not in _WEAK and not (passive and re.search(rf"\b{_BY}\b", claim.text)):
        doers = [
            one
            for passage, facts in evidence.facts
            for one in _doers(verb, passive, subject, facts.names, passage, evidence)
        ]
        if "other" in doers and not {"same", "unknown"} & set(doers):
            yield "person" if subject.kind == "person" else "company", subject.text
            return
    if any(_complements(subject, other, claim, evidence) for other in found if other.start > subject.start):
        yield "company", subject.text


def _names_doer(word: str, verb: str) -> bool:
    """ "Servers" are no form of "serves", but "delivers" is one of "delivered"."""
    ending = r"(?:er|or|eur|ung|ungen|ment|tion|man|woman)$"
    return bool(re.search(ending, word.removesuffix("s"))) and not re.search(ending, re.sub(r"(?:s|ed|ing)$", "", verb))


def founded_by_others(person: Name, evidence: Evidence) -> bool:
    """Does the evidence name others as those who founded, and never this person?"""
    verbs = ("founded", "gegründet", "gründete", "fondé", "fundó", "opgericht")
    told = [
        one.text
        for passage in evidence.passages
        for one in passage.sentences
        if any(verb in one.text.lower() for verb in verbs)
    ]
    if any(person.words[-1] in sentence for sentence in told):
        return False  # "founded by Ann Lee (CEO) and Tom Day (CTO)"
    doers = [
        one
        for passage, facts in evidence.facts
        for verb in verbs
        for one in _doers(verb, False, person, facts.names, passage, evidence)
    ]
    return "other" in doers and not {"same", "unknown"} & set(doers)


def _stem(word: str) -> str:
    plain = word.removeprefix("s'")
    return _BASE.get(plain, fold(plain))[:5].rstrip("es") or plain


def _doers(
    verb: str, passive: bool, subject: Name, names: Sequence[Name], passage: Passage, evidence: Evidence
) -> Iterator[str]:
    """For each place of the verb: "same" as the subject of the statement, "other", or "unknown"."""
    stem = _stem(verb)
    for word in passage.words:
        spelled = word.text.islower() or word.start in passage.beginnings  # "Founded by Ann Lee in 1990"
        if not spelled or _stem(word.text.lower()) != stem or _names_doer(word.text, verb):
            continue
        clause = passage.clause_at(word.start)
        told_passive = bool(_BE.search(passage.text[max(clause.start, word.start - 25) : word.start]))
        doer = _patient(word, names, passage) if passive else _doer(word, clause, names, passage)
        if doer is not None and (not passive or told_passive):
            yield "same" if _same(doer, subject) else "other"
        elif not passive and _SELF.search(passage.text[clause.start : word.start]):
            yield _ourselves(subject, evidence)
        else:
            yield "other" if not passive and not told_passive and _is_object(subject, word, passage) else "unknown"


_ASIDE = r"(?:\s?[,(][^,()]{1,80}[,)]|\s(?:in|at|from|of|aus|bei|à|de|en|van|te)\s[A-ZÀ-Þ][\w'-]+)"  # "Acme, based in Leeds, makes"
_INVERTED = re.compile(
    r"(?:seit|um|für|über|auf|mit|in|im|am|an|heute|vor|nach|dort|derzeit|als|bei|bis|ab|sinds|sedert|op|bij|vandaag|daar|\d)\b",
    re.IGNORECASE,
)


_ARTICLE = re.compile(r"(?:[a-zà-ÿß']+ ){0,3}(?:[ld]')?")


def _doer(verb: Span, clause: Span, names: Sequence[Name], passage: Passage) -> Name | None:
    """ "designed by Acme", "Acme has designed"."""
    by = re.match(rf"(?:\s[\w'-]+){{0,4}}?\s{_BY}\s", passage.text[verb.end : clause.end + 60])
    if by:
        begins = verb.end + by.end()
        named = (
            name for name in names if name.start >= begins and _ARTICLE.fullmatch(passage.text[begins : name.start])
        )
        return next(named, None)
    inverted = passage.language in ("de", "nl") and _INVERTED.match(passage.text[clause.start : verb.start])
    if inverted or re.search(r"\bque $", passage.text[: verb.start]):  # "seit 2009 führt Ann Lee", "que dirige Ann Lee"
        after = re.match(r" (?:sich |zich )?", passage.text[verb.end :])
        following = next((name for name in names if after and name.start == verb.end + after.end()), None)
        if following:
            return following
    return _patient(verb, names, passage)


def _patient(verb: Span, names: Sequence[Name], passage: Passage) -> Name | None:
    """The name with which the clause begins, directly before its verb."""
    sentence = passage.sentence_at(verb.start)
    for name in reversed(names):
        if sentence.start <= name.start and name.end <= verb.start and name.bold:
            between = passage.text[name.end : verb.start]
            plain = re.fullmatch(
                rf"{_ASIDE}?(?:,?\s(?:which|who|that|die|der|das|dat|qui|que))?(?:\s(?:{_AUX}|{_ADVERB}))*\s(?:se\s|sich\s|zich\s)?",
                between,
            )
            begins = passage.clause_at(name.start).start
            if plain and _BEFORE.match(passage.text[begins : name.start]):
                return name
    first = next((name for name in names if name.start >= sentence.start), None)
    joined = re.search(r"\s(?:and|und|et|y|en) $", passage.text[sentence.start : verb.start])
    if first and first.bold and first.start <= sentence.start + 4 and joined:
        return first  # "Acme is based in Leeds and belongs to Bolt"
    return None


def _is_object(subject: Name, verb: Span, passage: Passage) -> bool:
    """ "He succeeds Ann Lee": then Ann Lee does not succeed."""
    return passage.text[verb.end :].lstrip().startswith(subject.text)


def _same(one: Name, subject: Name) -> bool:
    return bool({fold(word) for word in one.words} & {fold(word) for word in subject.words})


def _ourselves(subject: Name, evidence: Evidence) -> str:
    """Is the subject the one who says "we"? Only the address of the document tells."""
    hosts = "".join(evidence.ids).lower()
    own = [name for _passage, facts in evidence.facts for name in facts.names if _in_host(name, hosts)]
    return (
        "other" if own and not _in_host(subject, hosts) and not any(_same(name, subject) for name in own) else "unknown"
    )


def _in_host(name: Name, hosts: str) -> bool:
    return any(len(word) > 3 and fold(word) in hosts for word in name.words)


def _complements(subject: Name, other: Name, claim: Passage, evidence: Evidence) -> bool:
    """ "A builds for B" where the evidence has "for A" and never "for B"; "A is a subsidiary of B" likewise."""
    link = re.search(
        rf"(?:([\w-]+) (?:of|von|der|de|du|van)|{_FOR})\s(?:[a-zà-ÿ]\w*\s){{0,2}}$", claim.text[: other.start]
    )
    if not link:
        return False
    lead = rf"\b{re.escape(link[1])} (?:of|von|der|de|du|van)" if link[1] else rf"\b{_FOR}"

    def complement(name: Name) -> bool:
        pattern = rf"{lead}\s(?:[\w'-]+\s){{0,2}}{re.escape(name.words[0])}\b"
        return any(re.search(pattern, passage.text) for passage in evidence.passages)

    return complement(subject) and not complement(other)
