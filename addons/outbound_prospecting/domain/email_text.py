"""E-mail addresses in prose, those included that people write so that programs do not find them."""

from __future__ import annotations

import re

# "[at]", "(ät)", " {at} ", "<at>", "-at-", and "@" with spaces around it.
_OPEN, _CLOSE = r"\s{0,3}[\[({<*_-]{1,2}\s{0,2}", r"\s{0,2}[\])}>*_-]{1,2}\s{0,3}"
_AT_WORDS = r"(?:at|ät|@|a\.t\.|arroba|chez|kukac|zavinac|snabel-a|klammeraffe)"
_DOT_WORDS = r"(?:dot|punkt|point|punto|ponto|punt|\.|kropka|tecka)"
_MARKED_AT = re.compile(rf"{_OPEN}{_AT_WORDS}{_CLOSE}", re.IGNORECASE)
_MARKED_DOT = re.compile(rf"{_OPEN}{_DOT_WORDS}{_CLOSE}", re.IGNORECASE)
_SPOKEN = re.compile(
    r"\b([\w.+-]{1,64})\s+(?:at|arroba|ät)\s+([\w-]{1,63}(?:\s+(?:dot|punkt|point|punto|ponto)\s+[\w-]{2,63}){1,3})\b",
    re.IGNORECASE,
)
_SPOKEN_DOT = re.compile(r"\s+(?:dot|punkt|point|punto|ponto)\s+", re.IGNORECASE)
_LOOSE_AT = re.compile(r"(?<=[\w.+-]) {1,2}@ {1,2}(?=[\w-]{1,63}\.)")
_ADDRESS = re.compile(
    r"(?<![\w.+%'-])[\w](?:[\w.+%&'-]{0,62}[\w+-])?@(?:[\w](?:[\w-]{0,61}[\w])?\.){1,6}(?!\d)[^\W\d_]{2,24}(?![\w-])"
)
# One of these stands in every line with an address without "@".
_SIGNS = tuple(f"{word}{sign}" for word in ("at", "ät", "arroba", "chez", ".t.", "kukac", "zavinac", "snabel-a", "klammeraffe")
               for sign in ("]", ")", "}", ">", "*", "_", "-", " ]", " )", " }", " >"))  # fmt: skip
_SIGNS += (" dot ", " punkt ", " point ", " punto ", " ponto ")
_FILES = frozenset({"png", "jpg", "jpeg", "gif", "webp", "svg", "avif", "ico", "css", "js", "json", "pdf", "html"})


def plain_addresses(text: str) -> str:
    """The text with disguised addresses written out; all else stays as it is."""
    return "\n".join(_plain(line) if _may_hold_address(line) else line for line in text.replace("＠", "@").split("\n"))


def _may_hold_address(line: str) -> bool:
    lowered = line.lower()
    return "@" in line or any(sign in lowered for sign in _SIGNS)


def _plain(line: str) -> str:
    line = _MARKED_AT.sub("@", line)
    if "@" in line:
        line = _MARKED_DOT.sub(".", line)
    line = _SPOKEN.sub(lambda match: f"{match[1]}@{_SPOKEN_DOT.sub('.', match[2])}", line)
    return _LOOSE_AT.sub("@", line)


def find_emails(text: str) -> list[str]:
    """Addresses as written, in lower case, each once, in their order.

    >>> find_emails("jane.doe [at] acme [dot] example, or Sales@Acme.example.")
    ['jane.doe@acme.example', 'sales@acme.example']
    """
    lines = [line for line in plain_addresses(text).split("\n") if "@" in line]
    found = (match[0].lower().strip("'.") for line in lines for match in _ADDRESS.finditer(line))
    return list(dict.fromkeys(address for address in found if _is_address(address)))


def _is_address(address: str) -> bool:
    local, _at, domain = address.rpartition("@")
    return ".." not in address and not local.endswith(".") and domain.rpartition(".")[2] not in _FILES
