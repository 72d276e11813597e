"""What a model's text may never carry into a mail, whatever the pages and mails it had read told it to write.

`draft_checks` judges form and tone; here nothing is a matter of taste: a text that fails is thrown away. The model has no
tools and its answer is only ever text, so an address, markup or our own instructions are all that it could be made to leak.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from .draft_checks import Check

SHINGLE = 7  # words of our instructions in a row that a draft would never have by chance

_SCHEME = re.compile(
    r"\b(?:[a-z][a-z0-9+.-]{1,15}:/{1,2}|hxxps?:|(?:mailto|tel|sms|javascript|data|vbscript|whatsapp|file|intent):)\S*",
    re.IGNORECASE,
)
_HOST = re.compile(
    r"(?<![\w@.])(?:[^\W_](?:[\w-]{0,62}[^\W_])?\.)+(?P<end>[^\W\d_]{2,24}|xn--[a-z0-9-]+)(?=$|[/:?#\s,;!)\]}\"'>]|\.(?:\s|$))(?P<path>[/:?#]\S*)?"
)
_MAIL = re.compile(
    r"[^\s@<>()\[\],;:]+\s?(?:@|\(at\)|\[at\]| at )\s?[\w-]+(?:(?:\s?(?:\.|\(dot\)|\[dot\])\s?| dot )[\w-]+)+",
    re.IGNORECASE,
)
_SPELLED = re.compile(
    r"[\w-]+\s?(?:\(dot\)|\[dot\]|\{dot\}|\(\.\)|\[\.\]|\(punkt\)|\[punkt\]|\(point\)|\(punto\)|\sdot\s)\s?[a-z]{2,24}\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])|\[[0-9a-f:]{3,}\]", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w])(?:\+|00)\d[\d\s()/.-]{6,}\d")
_NO_HOSTS = frozenset("e.g i.e z.b d.h u.a p.ex s.a s.l b.v n.v a.m p.m u.s u.k e.v".split())  # noqa: SIM905 - a short line
_MARKUP = re.compile(
    r"</?[a-z!?][^>]*>|<!--|&(?:[a-z]{2,8}|#x?[0-9a-f]{2,6});|!?\[[^\]]*\]\([^)]*\)|\[[^\]]+\]:\s|```|~~~|^#{1,6}\s|\*\*\S|__\S[^_]*__|\[/?(?:url|img|b|i|code)\b"
    r"|\{\{|\}\}|\{%|<%|\$\{|\bt-(?:esc|out|raw|call|set|if|foreach)=|^\s*\|.*\|\s*$"
    r"|^>\s|<\|[^|]*\|>|\[/?INST\]|^(?:system|assistant|user|tool)\s*:",
    re.IGNORECASE | re.MULTILINE,
)
_TALK = re.compile(
    r"\b(?:system prompt|my (?:instructions|prompt|guidelines)|(?:previous|prior|above|earlier) instructions|as an? (?:ai|language model|assistant)|"
    r"language model|"
    r"i (?:was|am|have been) (?:told|instructed|asked|programmed) to|prompt injection|jailbreak|developer mode|"
    r"systemprompt|(?:vorherigen?|bisherigen?|obigen?) (?:anweisungen|instruktionen)|meine anweisungen|als (?:ki|sprachmodell)|sprachmodell|"
    r"instructions (?:précédentes|système)|mes instructions|en tant qu'ia|modèle de langage|"
    r"instrucciones (?:anteriores|del sistema)|mis instrucciones|como (?:una )?ia|modelo de lenguaje|"
    r"istruzioni precedenti|modello linguistico|instruções anteriores|предыдущие инструкции|системн\w+ промпт)|以前の指示|之前的指令|系统提示",
    re.IGNORECASE,
)
_OPAQUE = re.compile(r"(?<![\w+/=-])(?=[\w+/=-]*\d)(?=[\w+/=-]*[A-Za-z])[A-Za-z0-9+/=_-]{24,}(?![\w+/=-])")
_LATIN, _OTHERS = re.compile(r"[A-Za-z]"), re.compile(r"[\u0370-\u03ff\u0400-\u052f]")


def guard(text: str, links: Iterable[str], instructions: str = "", names: Iterable[str] = ()) -> list[Check]:
    """Every check with what it found in `detail`; one that is not ok means that the text must not be used.

    :param links: the only addresses that may be there, exactly as they are written
    :param instructions: our own words to the model, of which none may come back
    :param names: of companies and products, which may look like host names ("Booking.com")
    """
    plain = unicodedata.normalize("NFKC", text).replace("。", ".").replace("\u2024", ".")
    return [
        _check("foreign_link", _foreign(plain, frozenset(links), frozenset(name.casefold() for name in names))),
        _check("markup", [match[0] for match in _MARKUP.finditer(plain)]),
        _check("hidden", _hidden(text)),
        _check("leak", [*_leaked(plain, instructions), *(match[0] for match in _TALK.finditer(plain))]),
        _check("opaque", [match[0] for match in _OPAQUE.finditer(_without(plain, links))]),
    ]


def _check(name: str, found: list[str]) -> Check:
    return Check(name, not found, {"found": ", ".join(dict.fromkeys(found))[:200]})


def _without(text: str, links: Iterable[str]) -> str:
    """The text without the addresses that are ours; each must end where a word ends, or it is another one."""
    for link in sorted(links, key=len, reverse=True):
        text = re.sub(rf"(?<![\w/.@-]){re.escape(link)}(?![\w/?#&=%@:-]|\.\w)", " ", text)
    return text


def _foreign(text: str, links: frozenset[str], names: frozenset[str]) -> list[str]:
    rest = _without(text, links)
    found = [match[0] for pattern in (_SCHEME, _MAIL, _SPELLED, _ADDRESS, _PHONE) for match in pattern.finditer(rest)]
    for match in _HOST.finditer(rest):
        host = match[0].rstrip(".").casefold()
        if host not in names and host not in _NO_HOSTS:
            found.append(match[0])
    return found


def _hidden(text: str) -> list[str]:
    """Characters that nobody sees or that turn text around, and words of letters that only look Latin."""
    odd = [
        f"U+{ord(letter):04X}"
        for letter in text
        if unicodedata.category(letter) in ("Cf", "Cc", "Co", "Cn") and letter not in "\n\r\t\u00ad"
    ]
    mixed = [word for word in re.findall(r"[^\W\d_]+", text) if _LATIN.search(word) and _OTHERS.search(word)]
    return odd + mixed


def _leaked(text: str, instructions: str) -> list[str]:
    """Runs of our own words, whatever the case and the punctuation."""
    own = _words(instructions)
    runs = {tuple(own[start : start + SHINGLE]) for start in range(len(own) - SHINGLE + 1)}
    words = _words(text)
    return [
        " ".join(words[start : start + SHINGLE])
        for start in range(len(words) - SHINGLE + 1)
        if tuple(words[start : start + SHINGLE]) in runs
    ]


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())
