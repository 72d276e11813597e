"""Proper names: which words of a statement are names, and whether the evidence knows them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..given_names import GIVEN_NAMES
from .gazetteer import PLACES
from .lexicon import Lexicon, german_noun
from .text import Passage, Span, Taken, fold
from .words import COMMON, COMMON_ENDS, MONTHS, STOPWORDS, WEEKDAYS, listed

LEGAL = frozenset(
    listed("""
    gmbh ag kg ug se ohg mbh e.v ev ltd limited inc incorporated llc llp plc corp corporation co sa sas sarl s.a
    s.a.s s.l sl slu bv b.v nv n.v ab aps as a/s oy spa s.p.a srl s.r.l pty kgaa gbr eurl
    """)
)
_ALSO_WORDS = frozenset(listed("as se spa ab sa sl ag"))  # legal forms only where they have a capital
_FORMS = {"limited": "ltd", "incorporated": "inc", "corporation": "corp", "s.a": "sa", "s.l": "sl", "b.v": "bv", "n.v": "nv",
          "s.a.s": "sas", "s.p.a": "spa", "s.r.l": "srl", "a/s": "as"}  # fmt: skip
_TITLES = frozenset(
    listed("""
    mr mrs ms miss dr prof professor sir dame herr herrn frau monsieur madame mme m sr sra senor senora don dona
    """)
)
_GENERIC = frozenset(
    listed("""
    i group groupe gruppe grupo company companies holding euro euros eur usd gbp chf dollar dollars million
    billion mio mrd percent q1 q2 q3 q4 h1 h2 t1 t2 t3 t4 fy ok international europe-wide board series phase ceo
    cfo cto coo cmo cio the prozent tsd internet web b2b b2c top no nr linkedin christmas easter am pm gj vp mit
    die der das eur ii iii iv republic kingdom county republique republica region
    """)
)
_PARTICLES = frozenset(
    listed("""
    de da di du del della der den van von zu zur la le el of & and y und et
    """)
)
_VERBS = frozenset(
    listed("""
    est a emploie compte fabrique produit vend exporte possede possède détient recrute ouvre prévoit réalise affiche annonce propose
    dispose gère exploite investit rachète traite livre construit es tiene ha emplea fabrica produce vende exporta cuenta posee abre
    prevé factura facturó compró anunció ofrece gestiona invierte invirtió redujo opera dirige fue hat ist wird war beschäftigt
    betreibt baut plant produziert verkauft stellt liefert übernimmt übernahm eröffnet eröffnete meldet erzielt gehört sucht wächst
    fertigt investiert steigerte exportiert
    """)
)
_PAST = frozenset(
    listed("""
    is was has had will can may plans made sold won grew fell built ran led bought brought took gave cut saw sent spent kept
    lost paid chose began became held hit left met put rose said shut told went drew does
    """)
)
_NAMED_AFTER = frozenset(listed("firma standort gemeinde ortsteil stadtteil herr herrn frau namens"))
_MODEL = re.compile(r"(?=[^\W\d_]*\d)[^\W\d_]+[-/]?\d[\w/-]*$")
_NO_MODEL = re.compile(r"(?:[QTHS][1-4]|FY\d\d|[kK]\d)$")


@dataclass(frozen=True)
class Name:
    """One name in the statement; `words` are the parts that must be known."""

    text: str
    start: int
    end: int
    words: tuple[str, ...]
    kind: str  # person, company, place, product, name
    bold: bool = True  # surely a name; otherwise it may be a German noun


def find_names(passage: Passage, taken: Sequence[Span], known: Lexicon | None = None) -> list[Name]:
    """The names of a statement in order, without what is `taken` by dates, roles and quantities.

    :param known: the evidence, which helps to tell a German noun from a name
    """
    found: list[Name] = []
    for run in _runs(passage, taken):
        words = [word for word in run if fold(word.text) not in _GENERIC]
        while words and _is_small(words[0], passage, alone=len(run) == 1, company=_has_form(run)):
            words.pop(0)
        while words and fold(words[-1].text) in _PARTICLES:
            words.pop()
        if passage.language == "de" and not _has_form(run):
            words = _without_nouns(words)
        if words:
            found.append(_name(words, run, passage, known))
    return found


def _without_nouns(words: list[Span]) -> list[Span]:
    """German: "in Linz Verstärkung" and "Petersens Firma" are a name and a noun, "Nordlicht Technik" is one name."""
    while len(words) > 1 and fold(words[0].text) in _NAMED_AFTER:
        words = words[1:]
    while len(words) > 1 and german_noun(last := fold(words[-1].text)):
        before = fold(words[-2].text)
        if before in GIVEN_NAMES or not (
            before in PLACES
            or before.endswith("s")
            or last.endswith(("ung", "ungen", "heit", "keit", "schaft", "tion", "tat"))
        ):
            break
        words = words[:-1]
    return words


def _runs(passage: Passage, taken: Sequence[Span]) -> Iterator[list[Span]]:
    """Words with a capital that follow each other."""
    run: list[Span] = []
    spoken_for = Taken(passage.text, taken)
    for word in passage.words:
        free = not spoken_for.touches(word.start, word.end)
        gap = passage.text[run[-1].end : word.start] if run else ""
        short = bool(run) and (len(run[-1].text) <= 3 or fold(run[-1].text) in _TITLES)  # "St. Gallen", "J. Lee"
        close = gap in (" ", " & ") or (gap == ". " and short)
        joined = not run or (close and not run[-1].text.endswith(("'s", "'")))
        named = free and (_has_capital(word.text) or (run and is_legal_form(word.text)))
        inner = (
            run
            and free
            and joined
            and word.text in ("de", "van", "von", "der", "del", "la", "den", "di", "da", "du", "des", "of", "zu")
        )
        if run and not (joined and (named or inner)):
            yield _trim(run)
            run = []
        if named or (inner and run):
            run.append(word)
    if run:
        yield _trim(run)


def _trim(run: list[Span]) -> list[Span]:
    while run and not _has_capital(run[-1].text) and fold(run[-1].text) not in LEGAL:
        run = run[:-1]
    return run


def _has_capital(word: str) -> bool:
    letters = word.removeprefix("l'").removeprefix("d'")
    if letters[:1].isdigit():
        return False
    return any(letter.isupper() for letter in letters)


def _has_form(run: Sequence[Span]) -> bool:
    return len(run) > 1 and fold(run[-1].text).strip(".") in LEGAL


def _is_small(word: Span, passage: Passage, alone: bool, company: bool) -> bool:
    """No name: a small word, a month, a title, or a common word that begins the sentence."""
    folded = fold(word.text).replace("'s", "").strip("'")
    folded = re.sub(r"^(?:l|d|qu|c|j|n|s)'", "", folded) if passage.language == "fr" else folded
    if (
        folded in MONTHS
        or folded in WEEKDAYS
        or folded in _TITLES
        or any(folded in small for small in STOPWORDS.values())
    ):
        return word.text not in ("US", "IT", "AI")
    if not word.text[0].isupper() or (word.text.isupper() and len(word.text) > 1):
        return False
    begins = word.start in passage.beginnings
    if not begins or company or re.search(r"[a-z][A-Z]", word.text):
        return False
    if folded in PLACES or folded in GIVEN_NAMES:
        return False
    plain = folded in COMMON or (alone and (folded.endswith(COMMON_ENDS) or not _acts(word, passage)))
    pieces = folded.split("-")
    return plain or (
        len(pieces) > 1 and pieces[-1] in COMMON | {"based", "wide", "year", "term", "time", "made", "grade"}
    )


def _acts(word: Span, passage: Passage) -> bool:
    """Is a word at the beginning of a sentence followed as a name would be: by a verb, a comma, its possessive?"""
    if word.text.endswith(("'s", "'")):
        return True
    following = re.match(r"(\W*?)\s?([^\W\d_]+|\d)?(?:\s([^\W\d_]+))?", passage.text[word.end :])
    mark, after = (following[1], (following[2] or "").lower()) if following else ("", "")
    if not after or "," in mark or "(" in mark:
        return True
    if passage.language != "en":
        return after in _VERBS
    then = (following[3] or "").lower() if following else ""
    plural = (
        after.endswith("s") and after not in _PAST and (then in _PAST or bool(re.fullmatch(r"\w+ed|are|were", then)))
    )
    return is_verb(after) and not plural  # "Costlier components pushed…": an adjective and what it describes


def is_verb(word: str) -> bool:
    """A form that follows a subject in the singular."""
    return word in _VERBS or word in _PAST or (word != "need" and bool(re.fullmatch(r"\w+(?:s|ed)", word)))


def _name(words: list[Span], run: list[Span], passage: Passage, known: Lexicon | None) -> Name:
    start, end = words[0].start, (run if _has_form(run) else words)[-1].end
    parts = tuple(
        re.sub(r"'s?$", "", word.text)
        for word in words
        if fold(word.text) not in _PARTICLES and fold(word.text) not in LEGAL
    )
    text = passage.text[start:end]
    kind = _kind([word.text for word in words], run)
    bold = kind != "name" or passage.language != "de" or _surely(words, passage, known)
    return Name(text, start, end, parts or (words[0].text,), kind, bold)


def _kind(words: Sequence[str], run: Sequence[Span]) -> str:
    folded = [re.sub(r"'s?$", "", fold(word)) for word in words]
    if _has_form(run):
        return "company"
    if any(_MODEL.match(word) and not _NO_MODEL.match(word) for word in words):
        return "product"
    if " ".join(folded) in PLACES or (
        len(folded) == 1 and any(piece in PLACES for piece in (folded[0], *folded[0].split("-")[:1]))
    ):
        return "place"
    if len(folded) > 1 and folded[0] in GIVEN_NAMES:
        return "person"
    return "name"


def _surely(words: Sequence[Span], passage: Passage, known: Lexicon | None) -> bool:
    """In German every noun has a capital: what tells a name from one that a paraphrase brought in?"""
    folded = [fold(word.text) for word in words]
    if any(
        word.text.isupper() or re.search(r"[a-zß][A-Z]", word.text) or re.search(r"\d", word.text) for word in words
    ):
        return True
    if len(words) > 1 and folded[-1].endswith(("gruppe", "werke", "konzern", "holding", "group", "verlag")):
        return True
    if "&" in passage.text[words[0].start : words[-1].end]:
        return True
    before = passage.text[max(0, words[0].start - 30) : words[0].start].rstrip().rpartition(" ")[2].lower()
    if before in _NAMED_AFTER:
        return True
    nouns = [german_noun(word) for word in folded]
    if all(nouns):
        return False
    if len(words) > 1 and not any(nouns):
        return True
    if known and any(known.resembles(word.text) for word, noun in zip(words, nouns, strict=True) if not noun):
        return True
    begins = words[0].start in passage.beginnings
    following = re.match(r"\s(?:[a-zäöü]+t|hat|ist|war|wurde|wird|plant|baut)\b", passage.text[words[-1].end :])
    listed_places = re.search(
        r"\b(?:in|aus|bei|nach)\s[A-ZÄÖÜ]\w+(?:, [A-ZÄÖÜ]\w+)*(?: und|,) ?$", passage.text[: words[0].start]
    )
    return (begins and bool(following)) or bool(listed_places) or before in ("in", "aus", "nach", "bei", "dr.")


def is_legal_form(word: str) -> bool:
    folded = fold(word).strip(".")
    return folded in LEGAL and (folded not in _ALSO_WORDS or word[0].isupper())


def normal_form(word: str) -> str:
    """One spelling of a legal form: Limited is Ltd."""
    folded = fold(word).strip(".")
    return _FORMS.get(folded, folded)
