"""Delimited text of any encoding and delimiter -> a table of texts."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator

from .table import Limits, Reading, Table, TableError, add_line

DELIMITERS = ",;\t|"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PROBE_ROWS = 50


def read_csv(content: bytes, reading: Reading, limits: Limits) -> Table:
    """Read a delimited text file.

    :raises TableError: when it is not one
    """
    text, encoding, guessed = _decode(content, reading.encoding)
    if (position := text.find("\0")) >= 0:
        raise TableError("binary", line=text.count("\n", 0, position) + 1)
    skipped = 0
    if declared := re.match(r"sep=(.)\r?\n", text):  # a line by which Excel tells itself the delimiter
        text, skipped = text[declared.end() :], 1
    delimiter = reading.delimiter or (declared[1] if declared else _find_delimiter(text))
    table = Table("csv", [], encoding=encoding, guessed=guessed, delimiter=delimiter)
    for line, cells in _csv_lines(text, delimiter):
        if add_line(table, line + skipped, cells, limits) and len(table.lines) == 1:
            _check_delimiter(text, cells)
    return table


def _decode(content: bytes, encoding: str) -> tuple[str, str, bool]:
    """Text, its encoding, and whether that is a guess.

    :raises TableError: when the bytes are not text in the encoding
    """
    if encoding:
        try:
            return content.decode(encoding).removeprefix("\ufeff"), encoding, False
        except UnicodeDecodeError as error:
            raise TableError("encoding", encoding=encoding, line=_line_at(content, error.start)) from error
        except LookupError as error:
            raise TableError("unknown_encoding", encoding=encoding) from error
    for mark, name in _BOMS:
        if content.startswith(mark):
            return _decode(content, name)
    if wide := _wide_encoding(content[:4000]):
        return _decode(content, wide)
    try:
        return content.decode("utf-8"), "utf-8", False
    except UnicodeDecodeError as error:
        return _decode_western(content, error.start)


def _wide_encoding(start: bytes) -> str:
    """UTF-16 without its mark: in Western text every second byte is zero."""
    pairs = len(start) // 2
    for offset, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        if pairs and start[offset::2].count(0) > 0.6 * pairs and start[1 - offset :: 2].count(0) < 0.1 * pairs:
            return name
    return ""


def _decode_western(content: bytes, first_error: int) -> tuple[str, str, bool]:
    """Text in the code page of Western Windows, unless most of it is UTF-8 or it is no text at all."""
    line = _line_at(content, first_error)
    if sum(byte < 9 or 13 < byte < 32 for byte in content[:4000]) > len(content[:4000]) / 50:
        raise TableError("binary", line=line)
    text = content.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    if sum(letter > "\x7f" for letter in text) > 3 * broken:
        raise TableError("encoding", encoding="utf-8", line=line)
    try:
        return content.decode("cp1252"), "cp1252", True
    except UnicodeDecodeError:  # five bytes mean nothing in it
        return content.decode("latin-1"), "latin-1", True


def _line_at(content: bytes, position: int) -> int:
    return content.count(b"\n", 0, position) + 1


def _find_delimiter(text: str) -> str:
    """The delimiter that cuts the first rows into the same number of cells, and into most of them."""
    best, best_score = ",", 0.0
    sample = text[: 64 * 1024]
    for delimiter in DELIMITERS:
        widths = []
        try:
            for _line, cells in _csv_lines(sample, delimiter, strict=False):
                if any(cell.strip() for cell in cells):
                    widths.append(len(cells))
                if len(widths) >= _PROBE_ROWS:
                    break
        except TableError:
            continue
        usual = max(set(widths), key=widths.count, default=1)
        score = widths.count(usual) / max(len(widths), 1) * (usual - 1 > 0) + min(usual, 100) / 1000
        if usual > 1 and score > best_score:
            best, best_score = delimiter, score
    return best


def _check_delimiter(text: str, heading: list[str]) -> None:
    """Refuse to read a table as one column when another sign cuts every line alike.

    :raises TableError: naming that sign
    """
    if len(heading) > 1:
        return
    lines = [line for line in text[: 64 * 1024].splitlines()[:_PROBE_ROWS] if line.strip()]
    for sign in DELIMITERS + "^~#:":
        counts = {line.count(sign) for line in lines}
        if len(lines) > 1 and len(counts) == 1 and counts != {0} and "://" not in lines[0]:
            raise TableError("delimiter", found=sign)


def _csv_lines(text: str, delimiter: str, strict: bool = True) -> Iterator[tuple[int, list[str]]]:
    """Rows with the number of their first line.

    :raises TableError: when a quotation mark is misplaced or never closed
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise TableError("quote", line=line) from error
        yield line, cells
        line = reader.line_num + 1
