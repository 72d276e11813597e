"""A table of texts as an adapter reads it from a file, and what can be wrong with the file."""

from __future__ import annotations

from dataclasses import dataclass, field

# A cell of a list of companies is a line or two; a longer one is half the file behind a quotation mark never closed.
_MAX_CELL = 65_536


class TableError(Exception):
    """The file cannot be read as a table. `code` says why; `params` fill the sentence that people read.

    Codes: empty, too_big (size, limit), too_many_rows (limit), too_many_columns (count, limit), password, old_excel,
    not_a_table (kind), broken_workbook, no_sheet (sheet, sheets), encoding (encoding, line), unknown_encoding
    (encoding), binary (line), quote (line), delimiter (found).
    """

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params


@dataclass(frozen=True)
class Limits:
    """The largest file accepted."""

    size: int
    rows: int
    columns: int


@dataclass(frozen=True)
class Reading:
    """How to read a file, where a person knows better than we guess; "" means guess."""

    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""


@dataclass
class Table:
    """A table as read. `lines` are (number in the file counted from 1, cells); lines without any value are left out.

    `guessed` says that the encoding is only likely; `sheets` are the names of all sheets that a person sees.
    """

    kind: str
    lines: list[tuple[int, list[str]]]
    encoding: str = ""
    guessed: bool = False
    delimiter: str = ""
    sheet: str = ""
    sheets: list[str] = field(default_factory=list)
    blank_lines: int = 0


def add_line(table: Table, line: int, cells: list[str], limits: Limits) -> bool:
    """Add a line that holds a value; False for one that does not.

    :raises TableError: when the table grows beyond `limits`
    """
    while cells and not cells[-1].strip():
        cells.pop()
    if not cells:
        table.blank_lines += 1
        return False
    if len(cells) > limits.columns:
        raise TableError("too_many_columns", count=len(cells), limit=limits.columns)
    if max(map(len, cells)) > _MAX_CELL:
        raise TableError("quote", line=line)
    if len(table.lines) > limits.rows:
        raise TableError("too_many_rows", limit=limits.rows)
    table.lines.append((line, cells))
    return True
