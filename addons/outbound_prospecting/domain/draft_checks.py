"""What a machine can see in a draft before a person looks: form, tone, placeholders. A person decides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .drafting import find_links

MAX_SUBJECT_WORDS = 8
SENTENCES = range(4, 7)
LONG_CAPITALS = 5  # letters: shorter words may be abbreviations

_REPLY = re.compile(r"^\s*(re|fw|fwd|aw|wg|tr|rv|antw|sv)\s*(\[\d+\])?\s*:\s*", re.IGNORECASE)
_PLACEHOLDER = re.compile(
    r"\{[^{}]*\}|\$\{|\[\s*(?:your|first|last|company|name|insert|firma|vorname|nom|pr[ée]nom|entreprise)[^\]]*\]"
    r"|<\s*(?:first|last|company|name)[^>]*>|%[A-Z_]{3,}%|\bX{3,}\b|\bTB[DC]\b|\blorem ipsum\b|<t t-|\bundefined\b",
    re.IGNORECASE,
)
# Pictographs, dingbats, flags, variation selectors and joiners; plain symbols such as € or ✓ in prose are no emoji.
_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u26ff\u2700-\u2712\u2715-\u27bf\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\ufe0f\u20e3]"
)
_ABBREVIATION = re.compile(
    r"\b(?:e\.g|i\.e|etc|vs|approx|no|mr|mrs|ms|dr|prof|st|inc|ltd|co|corp|z\.\s?b|d\.\s?h|u\.\s?a|ca|bzw|ggf|nr|p\.\s?ex|c\.-à-d)\.",
    re.IGNORECASE,
)
_END = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+(?=[\"'“‘«(¿]*[^\W\d_a-zà-öø-ÿ]|\d)")
_TERMINATED = re.compile(r"[.!?…][\"'”’»)]*\s*$")


@dataclass(frozen=True)
class Phrases:
    """Wordings that an administrator keeps, for one language."""

    worn_out: tuple[str, ...] = ()  # must not appear
    heavy: tuple[str, ...] = ()  # an ask that is too much for a stranger
    asks: tuple[str, ...] = ()  # an ask although it is no question


@dataclass(frozen=True)
class Draft:
    subject: str
    body: str
    is_reply: bool = False  # continues a thread: its "Re:" is true
    facts: tuple[str, ...] = ()  # what is specific to the prospect: company, finding, place, role
    has_finding: bool = True  # research left something to refer to
    names: tuple[str, ...] = ()  # may be written in capitals
    links: frozenset[str] | None = None  # addresses that we put there; None: a person wrote the text
    phrases: Phrases = field(default_factory=Phrases)


@dataclass(frozen=True)
class Check:
    name: str
    ok: bool
    detail: dict[str, str | int] = field(default_factory=dict)


def run_checks(draft: Draft) -> list[Check]:
    """All checks, each with what it saw in `detail`."""
    sentences = split_sentences(draft.body)
    words = len(strip_reply(draft.subject).split())
    return [
        Check("subject_length", 0 < words <= MAX_SUBJECT_WORDS, {"words": words, "limit": MAX_SUBJECT_WORDS}),
        _emoji(draft),
        _capitals(draft),
        _reply_prefix(draft),
        Check(
            "body_length",
            len(sentences) in SENTENCES,
            {"sentences": len(sentences), "low": SENTENCES[0], "high": SENTENCES[-1]},
        ),
        _specific(draft, sentences),
        _ask(draft, sentences),
        _worn_out(draft),
        _placeholder(draft),
        _links(draft),
    ]


def strip_reply(subject: str) -> str:
    """The subject without Re:, Fwd: and their like, however many."""
    while match := _REPLY.match(subject):
        subject = subject[match.end() :]
    return subject.strip()


def split_sentences(body: str) -> list[str]:
    """The sentences of a mail, without its greeting, its closing words and its signature."""
    paragraphs = [part.strip() for part in re.split(r"\n\s*\n", body.strip()) if part.strip()]
    if paragraphs:
        first, _, rest = paragraphs[0].partition("\n")
        if not _TERMINATED.search(first) and len(first.split()) <= 6:
            paragraphs[:1] = [rest] if rest.strip() else []
    while paragraphs and not _TERMINATED.search(paragraphs[-1]) and len(paragraphs[-1].split()) <= 8:
        if find_links(paragraphs[-1]):
            break
        paragraphs.pop()
    sentences = []
    for paragraph in paragraphs:
        text = _ABBREVIATION.sub(lambda match: match[0].replace(".", "\u2024"), " ".join(paragraph.split()))
        sentences += [part.replace("\u2024", ".").strip() for part in _END.split(text) if part.strip()]
    return sentences


def _emoji(draft: Draft) -> Check:
    found = _EMOJI.findall(f"{draft.subject} {draft.body}")
    return Check("emoji", not found, {"found": "".join(dict.fromkeys(found))})


def _capitals(draft: Draft) -> Check:
    """Shouting: a subject all in capitals, or a long word in capitals that is no name of theirs."""
    subject = strip_reply(draft.subject)
    known = {word.casefold() for name in draft.names for word in re.findall(r"[^\W\d_]+", name)}
    words = [word for word in re.findall(r"[^\W\d_]+", f"{subject} {draft.body}") if word.casefold() not in known]
    shouted = [word for word in words if len(word) >= LONG_CAPITALS and word.isupper()]
    own = [word for word in re.findall(r"[^\W\d_]+", subject) if word.casefold() not in known]
    if len(own) > 1 and all(word.isupper() for word in own):
        shouted.insert(0, subject)
    return Check("capitals", not shouted, {"found": ", ".join(dict.fromkeys(shouted))})


def _reply_prefix(draft: Draft) -> Check:
    match = _REPLY.match(draft.subject)
    return Check("reply_prefix", draft.is_reply or not match, {"found": match[0].strip() if match else ""})


def _specific(draft: Draft, sentences: list[str]) -> Check:
    """The first sentence names something of theirs. Without a finding it stays plain, and the reviewer is told."""
    first = sentences[0].casefold() if sentences else ""
    named = next((fact for fact in draft.facts if fact and fact.casefold() in first), "")
    return Check("specific", bool(named), {"fact": named, "plain": int(not draft.has_finding)})


def _ask(draft: Draft, sentences: list[str]) -> Check:
    """Exactly one ask, and not a heavy one: a question, or a sentence that an administrator calls an ask."""
    asks = [text for text in sentences if text.rstrip("\"'”’»)").endswith("?") or _first(draft.phrases.asks, text)]
    heavy = _first(draft.phrases.heavy, " ".join(sentences))
    return Check("ask", len(asks) == 1 and not heavy, {"count": len(asks), "heavy": heavy})


def _worn_out(draft: Draft) -> Check:
    text = f"{draft.subject}\n{draft.body}"
    found = list(_matches(draft.phrases.worn_out, text))
    return Check("worn_out", not found, {"found": ", ".join(found)})


def _placeholder(draft: Draft) -> Check:
    match = _PLACEHOLDER.search(f"{draft.subject}\n{draft.body}")
    return Check("placeholder", not match, {"found": match[0] if match else ""})


def _links(draft: Draft) -> Check:
    """A link that neither the template nor a person put there came in with somebody's data."""
    found = [] if draft.links is None else [url for url in find_links(draft.body) if url not in draft.links]
    found += find_links(draft.subject)
    return Check("links", not found, {"found": ", ".join(found)})


def _matches(phrases: Iterable[str], text: str) -> Iterator[str]:
    """The phrases that stand in `text` as whole words, whatever the case and the spaces between."""
    flat = " ".join(text.replace("’", "'").split())
    for phrase in phrases:
        words = r"\s+".join(re.escape(word) for word in phrase.replace("’", "'").split())
        if words and re.search(rf"(?<!\w){words}(?!\w)", flat, re.IGNORECASE):
            yield phrase


def _first(phrases: Iterable[str], text: str) -> str:
    return next(_matches(phrases, text), "")
