"""Bytes of a mail -> text: line endings, character sets that lie, lines that flow (RFC 3676)."""

from __future__ import annotations

import codecs
import re

# Names that mail programs give to a character set that Python knows as another, or that is wider in practice.
_CHARSETS = {
    "ascii": "cp1252", "us-ascii": "cp1252", "ansi_x3.4-1968": "cp1252", "iso-8859-1": "cp1252", "latin1": "cp1252",
    "latin-1": "cp1252", "iso8859-1": "cp1252", "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "gb_2312-80": "gb18030", "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "shift_jis": "cp932", "shift-jis": "cp932",
    "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932", "cp-850": "cp850", "iso-8859-8-i": "iso-8859-8",
    "unicode-1-1-utf-7": "utf-7", "x-unknown": "cp1252", "unknown-8bit": "cp1252", "iso-2022-jp": "iso2022_jp_ext",
}  # fmt: skip
_QUOTE_MARKS = re.compile(r"(?:> ?)*")


def unify_lines(raw: bytes) -> bytes:
    """Every line ends in LF."""
    return raw.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def unify_text(text: str) -> str:
    """Every line ends in LF; characters that no screen shows and no database stores are gone."""
    for end in ("\r\r\n", "\r\n", "\r", "\u2028", "\u2029"):
        text = text.replace(end, "\n")
    return text.replace("\x00", "").replace("\ufeff", "")


def decode_text(raw: bytes, charset: str) -> str:
    """Decode with the declared character set, unless the bytes show that it is another.

    Bytes beyond ASCII that happen to be valid UTF-8 are UTF-8 where the declared set has one byte per character;
    bytes that are not valid UTF-8 are Windows-1252 where UTF-8 was declared.
    """
    name = _python_name(charset)
    if raw.isascii() and name in ("utf-8", "cp1252"):
        return raw.decode("ascii")
    if name in ("utf-8", "cp1252"):
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            name = "cp1252"
    try:
        return raw.decode(name, "replace")
    except (LookupError, ValueError):  # a codec that is none for text, or that does not know "replace"
        return raw.decode("cp1252", "replace")


def _python_name(charset: str) -> str:
    name = charset.strip().strip("\"'").lower()
    name = _CHARSETS.get(name, name)
    try:
        return codecs.lookup(name).name if name.isascii() and "\0" not in name else "cp1252"
    except (LookupError, ValueError):
        return "cp1252"


def unflow(text: str, *, delete_space: bool = False) -> str:
    """Join the soft line breaks of format=flowed (RFC 3676); only lines of the same quotation depth flow."""
    lines: list[str] = []
    flowing = False
    depth = ""
    for line in text.split("\n"):
        marks, rest = _split_marks(line)
        rest = rest.removeprefix(" ") if not marks else rest
        if flowing and marks == depth and rest != "-- ":
            lines[-1] += rest
        else:
            lines.append(f"{marks} {rest}" if marks else rest)
        flowing = rest.endswith(" ") and rest != "-- "
        if flowing and delete_space:
            lines[-1] = lines[-1][:-1]
        depth = marks
    return "\n".join(lines)


def _split_marks(line: str) -> tuple[str, str]:
    """Quotation marks without spaces, and what follows them."""
    if not line.startswith(">"):
        return "", line
    marks = _QUOTE_MARKS.match(line)
    end = marks.end() if marks else 0
    return ">" * line.count(">", 0, end), line[end:]
