"""From a template to final text: tokens, language, variant, and plain text as HTML.

A token is ``{name}`` or ``{name|words to use instead}`` with a name of the closed list below; the words may hold tokens
themselves. Only a template is ever read for tokens: what a prospect's data holds is text and never looked at again,
whatever it looks like.
"""

from __future__ import annotations

import difflib
import hashlib
import html
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

LINK_TOKENS = ("content", "calendar_link")  # their addresses become links
TOKENS = (
    "first_name",
    "full_name",
    "job_title",
    "company",
    "industry",
    "city",
    "country",
    "hook",
    "pain",
    "trend",
    "offer",
    "case_study",
    "sender_name",
    "sender_first_name",
    "sender_company",
    *LINK_TOKENS,
)
MAX_SUBJECT = 200  # characters
MAX_BODY = 10_000  # characters: ten times what anybody reads
MAX_VALUE = 500  # characters of one token's value

# A name, and words to use instead, which may hold further groups, but those no third level.
_INNER = r"\{[^{}]*\}"
_MIDDLE = rf"\{{(?:[^{{}}]|{_INNER})*\}}"
_GROUP = re.compile(rf"\{{([^{{}}|]*)(\|(?:[^{{}}]|{_MIDDLE})*)?\}}")
_URL = re.compile(r"https?://[^\s<>\"'{}]*[^\s<>\"'{}.,;:!?)\]]")
_TITLES = {"dr", "prof", "mr", "mrs", "ms", "miss", "herr", "frau", "m", "mme", "mlle", "ing", "dipl", "sir", "madame"}


class TooLong(ValueError):
    """A text is longer than any mail should be; `limit` and `length` are in characters."""

    def __init__(self, length: int, limit: int):
        super().__init__(f"{length} characters, at most {limit}")
        self.length, self.limit = length, limit


@dataclass(frozen=True)
class Token:
    name: str
    fallback: str | None


@dataclass(frozen=True)
class Mistake:
    """Something in a template that is no token: `text` as written, and the token that was probably meant."""

    text: str
    suggestion: str = ""


@dataclass(frozen=True)
class Rendered:
    text: str
    missing: tuple[str, ...]  # tokens without a value and without a fallback
    used: tuple[str, ...]  # tokens that were filled with a value
    links: frozenset[str]  # addresses that come from the template or from a link token


def find_mistakes(template: str) -> list[Mistake]:
    """What stands in braces without being a token, in order of appearance; empty for a sound template."""
    mistakes = []
    for match in _GROUP.finditer(template):
        name = match[1].strip()
        if name not in TOKENS:
            close = difflib.get_close_matches(name.lower().replace(" ", "_"), TOKENS, n=1, cutoff=0.5)
            mistakes.append(Mistake(match[0], close[0] if close else ""))
        mistakes += find_mistakes(match[2] or "")
    rest = _GROUP.sub("", template)
    mistakes += [Mistake(brace) for brace in ("{", "}") if brace in rest]
    return mistakes


def find_tokens(template: str) -> list[Token]:
    """The tokens of a template in order of appearance, each with its fallback or None."""
    tokens = []
    for match in _GROUP.finditer(template):
        if match[1].strip() in TOKENS:
            tokens.append(Token(match[1].strip(), match[2][1:] if match[2] else None))
        tokens += find_tokens(match[2] or "")
    return tokens


def render(template: str, values: Mapping[str, str]) -> Rendered:
    """Fill a template once. Values are cleaned to one line each; a missing one is left out and named.

    :param values: text by token name; names that are not in the closed list are ignored
    """
    filling = _Filling(values)
    text = filling.fill(template)
    text = re.sub(r"[ \t]{2,}", " ", text)  # a token may be left empty on purpose: {city|}
    text = re.sub(r" +,", ",", text)
    return Rendered(text, tuple(filling.missing), tuple(filling.used), frozenset(filling.links))


class _Filling:
    """One pass over a template; remembers what was missing and which links are ours."""

    def __init__(self, values: Mapping[str, str]):
        self.values = values
        self.missing: dict[str, None] = {}
        self.used: dict[str, None] = {}
        self.links: set[str] = set()

    def fill(self, template: str) -> str:
        self.links.update(find_links(_GROUP.sub(" ", template)))
        return _GROUP.sub(self._fill_group, template)

    def _fill_group(self, match: re.Match[str]) -> str:
        name = match[1].strip()
        if name not in TOKENS:
            return match[0]
        value = clean_line(self.values.get(name, ""))[:MAX_VALUE]
        if value:
            self.used[name] = None
            if name in LINK_TOKENS:
                self.links.update(find_links(value))
            return value
        if match[2]:
            return self.fill(match[2][1:])
        self.missing[name] = None
        return ""


def clean_line(text: str) -> str:
    """One line without control, invisible or direction-changing characters: no header can be smuggled in."""
    kept = (
        " " if unicodedata.category(char)[0] == "C" or unicodedata.category(char) in ("Zl", "Zp") else char
        for char in unicodedata.normalize("NFC", text or "")
    )
    return " ".join("".join(kept).split())


def clean_subject(text: str) -> str:
    """A subject as it may stand in a header.

    :raises TooLong: beyond MAX_SUBJECT characters
    """
    subject = clean_line(text)
    if len(subject) > MAX_SUBJECT:
        raise TooLong(len(subject), MAX_SUBJECT)
    return subject


def clean_body(text: str) -> str:
    """A body of clean lines, paragraphs separated by one empty line.

    :raises TooLong: beyond MAX_BODY characters
    """
    if len(text or "") > MAX_BODY:
        raise TooLong(len(text), MAX_BODY)
    lines = [clean_line(line) for line in re.split(r"\r\n|\r|\n", text or "")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def find_links(text: str) -> list[str]:
    return _URL.findall(text)


def to_html(text: str, links: Iterable[str] | None = None) -> str:
    """Plain text as HTML: paragraphs, line breaks, and links for the addresses in `links` (all when None)."""
    allowed = set(find_links(text)) if links is None else set(links)
    paragraphs = [part for part in re.split(r"\n\s*\n", text.strip()) if part.strip()]
    return "".join(
        "<p>" + "<br>".join(_line_to_html(line, allowed) for line in part.split("\n")) + "</p>" for part in paragraphs
    )


def _line_to_html(line: str, allowed: set[str]) -> str:
    pieces, end = [], 0
    for match in _URL.finditer(line):
        if match[0] in allowed:
            url = html.escape(match[0])
            pieces += [html.escape(line[end : match.start()]), f'<a href="{url}">{url}</a>']
            end = match.end()
    return "".join([*pieces, html.escape(line[end:])])


def as_sentence(text: str) -> str:
    """A sentence that others can follow: it ends with a stop, unless it ends with an address."""
    line = clean_line(text)
    if not line or line[-1] in ".!?…\"'”»)" or line.endswith(tuple(find_links(line))):
        return line
    return f"{line}."


def as_clause(text: str) -> str:
    """A part of a sentence: without a stop of its own."""
    return clean_line(text).rstrip(".;, ")


def first_name(full_name: str) -> str:
    """How one addresses somebody by the first name: titles left out, "Doe, Jane" turned; empty when it is no name."""
    name = clean_line(full_name)
    if not name or any(char.isdigit() or char in "@<>{}/$" for char in name):
        return ""
    family, comma, given = name.partition(",")
    words = (given if comma and given.strip() else family).split()
    while len(words) > 1 and words[0].rstrip(".").lower() in _TITLES:
        words.pop(0)
    first = words[0] if words else ""
    if len(first.rstrip(".")) < 2:  # an initial is no way to address somebody
        return ""
    return first.title() if first.isupper() or first.islower() else first


def fraction(key: str) -> float:
    """A number in [0, 1) that is always the same for a key and spread evenly over keys."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:6], "big") / 2**48


def choose_variant(weights: Sequence[int], key: str) -> int | None:
    """The index that `key` gets, in proportion to the weights; None when none has a positive weight."""
    positive = [max(weight, 0) for weight in weights]
    point = fraction(key) * sum(positive)
    for index, weight in enumerate(positive):
        if weight and point < weight:
            return index
        point -= weight
    return None


def choose_language(wanted: Iterable[str], available: Sequence[str]) -> str | None:
    """The first wanted language for which there is a template: the same code, else another place's (fr_BE: fr_FR).

    :param wanted: codes such as ``de_AT`` or ``de``, best first
    :param available: codes of templates, the default first
    """
    for code in wanted:
        if code in available:
            return code
        for other in available:
            if other.split("_")[0] == code.split("_")[0]:
                return other
    return None
