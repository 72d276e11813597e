"""Bytes of a page as text, in the order in which browsers decide: byte order mark, header, `meta`, guess."""

from __future__ import annotations

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_SEARCHED = 4096  # bytes
# What pages call by these names is a superset of it (WHATWG Encoding, "names and labels").
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
          "tis-620": "cp874", "iso8859-11": "cp874", "shift_jis": "cp932", "euc_kr": "cp949"}  # fmt: skip


def decode(body: bytes, content_type: str = "") -> str:
    """The text of a page; bytes that fit no encoding become U+FFFD.

    :param content_type: value of the header, "" if there was none
    """
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    header = _HEADER.search(content_type)
    meta = _META.search(body[:_SEARCHED])
    named = [header[1] if header else "", meta[1].decode("ascii", "replace") if meta else ""]
    for name in filter(None, map(_codec, [*named, "utf-8"])):
        if name.startswith("utf-16") and b"<" in body[:100] and b"\x00" not in body[:100]:
            continue  # says so itself in ASCII, so it is not
        try:
            return body.decode(name)
        except UnicodeDecodeError:
            continue
    return body.decode(next(filter(None, map(_codec, named)), "cp1252"), "replace")


def _codec(name: str) -> str:
    """Python's name for a text encoding, "" for what it does not know."""
    try:
        known = codecs.lookup(name)
    except LookupError:
        return ""
    if not getattr(known, "_is_text_encoding", True) or known.name in ("idna", "punycode", "utf-7", "unicode_escape"):
        return ""
    return _MEANT.get(known.name, known.name)
