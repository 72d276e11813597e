"""Excel workbook (XLSX) -> a table of texts, one sheet of it, without ever holding the whole workbook."""

from __future__ import annotations

import io
import logging
import warnings
import zipfile
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from .table import Limits, Reading, Table, TableError, add_line

_logger = logging.getLogger(__name__)
# A workbook that unpacks to more than this many times its limit is a bomb, not a list.
_MAX_EXPANSION = 20


def read_workbook(content: bytes, reading: Reading, limits: Limits) -> Table:
    """Read the named sheet, else the first visible one that holds something.

    :raises TableError: when the workbook is broken, or has no such sheet
    """
    _check_archive(content, limits)
    try:
        return _read_sheets(content, reading.sheet, limits)
    except TableError:
        raise
    except Exception as error:  # openpyxl lets through whatever a damaged file makes its parsers raise
        _logger.info("Workbook cannot be read: %r", error)
        raise TableError("broken_workbook") from error


def _check_archive(content: bytes, limits: Limits) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            expanded = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise TableError("broken_workbook") from error
    if expanded > limits.size * _MAX_EXPANSION:
        raise TableError("too_big", size=expanded, limit=limits.size * _MAX_EXPANSION)


def _read_sheets(content: bytes, wanted: str, limits: Limits) -> Table:
    from openpyxl import load_workbook  # noqa: PLC0415 - slow to import, and most lists are CSV

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # parts of workbooks that openpyxl does not support, none of which are values
        workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
        names = [sheet.title for sheet in sheets]
        if wanted:
            sheets = [sheet for sheet in sheets if sheet.title.casefold() == wanted.strip().casefold()]
            if not sheets:
                raise TableError("no_sheet", sheet=wanted, sheets=names)
        for sheet in sheets:
            table = Table("xlsx", [], sheet=sheet.title, sheets=names)
            sheet.reset_dimensions()  # what the file claims about its size is often wrong
            for line, cells in enumerate(sheet.iter_rows(), 1):
                add_line(table, line, _texts(cells), limits)
            if table.lines:
                return table
    raise TableError("empty")


def _texts(cells: Iterable[Any]) -> list[str]:
    return [_text(cell.value, cell) for cell in cells]


def _text(value: Any, cell: Any) -> str:
    """A value as a person sees it in the sheet, without the rounding."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        if "%" in (cell.number_format or ""):
            return f"{round(value * 100, 6):.15g}%"
        return f"{value:.15g}" if abs(value) < 1e15 else str(value)  # more digits than a float holds
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
