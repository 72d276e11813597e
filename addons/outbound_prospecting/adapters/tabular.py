"""Bytes of a file -> a table of texts, for the lists that people have: CSV of any encoding and delimiter, and XLSX.

What a file is, its content decides and not its name.
"""

from __future__ import annotations

import re

from .table import Limits, Reading, Table, TableError
from .tabular_csv import read_csv
from .tabular_xlsx import read_workbook

_OTHER_KINDS = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"\x1f\x8b", "archive"),
    (b"Rar!", "archive"),
)


def read_table(content: bytes, limits: Limits, reading: Reading | None = None) -> Table:
    """Read a CSV or XLSX file.

    :raises TableError: when it is no table, or larger than `limits`
    """
    reading = reading or Reading()
    if len(content) > limits.size:
        raise TableError("too_big", size=len(content), limit=limits.size)
    if not content.strip(b"\0 \t\r\n"):
        raise TableError("empty")
    kind = _kind_of(content)
    if kind == "xlsx":
        table = read_workbook(content, reading, limits)
    elif kind == "csv":
        table = read_csv(content, reading, limits)
    elif kind in ("password", "old_excel"):
        raise TableError(kind)
    else:
        raise TableError("not_a_table", kind=kind)
    if not table.lines:
        raise TableError("empty")
    return table


def _kind_of(content: bytes) -> str:
    """What the first bytes say the file is."""
    if content.startswith(b"PK\x03\x04"):
        return "xlsx" if b"xl/" in content and b"[Content_Types].xml" in content else "archive or document"
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "password" if "EncryptedPackage".encode("utf-16-le") in content else "old_excel"
    for start, kind in _OTHER_KINDS:
        if content.startswith(start):
            return kind
    if re.match(rb"\s*(<!doctype html|<html|<table|<\?xml)", content[:200], re.IGNORECASE):
        return "web page"
    return "csv"
