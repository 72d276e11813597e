"""A row of a list of companies -> the facts of one prospect, or the reasons why it cannot be imported."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from . import list_values as read
from .identity import company_key, host_of, own_domain
from .list_headings import NOTE
from .list_values import Unreadable
from .places import Places


@dataclass(frozen=True)
class Column:
    """A column of the list: its heading, and the field its values are for ("" for none)."""

    heading: str
    target: str


@dataclass(frozen=True)
class Problem:
    """Why a row cannot be imported. `code` names what was expected; texts for people are the caller's."""

    code: str
    heading: str = ""
    value: str = ""


@dataclass(frozen=True)
class Lookup:
    """What reading a row needs to know of the world.

    :param registered_domain: host name -> registered domain or ""
    :param is_free_mail: whether anybody can have an address at this domain
    :param places: countries and states
    :param convert: (amount, stated currency) -> amount in the currency of the company, None when there is no rate
    :param needs_domain: refuse a company without web address and e-mail, for it cannot be told from others
    """

    registered_domain: Callable[[str], str]
    is_free_mail: Callable[[str], bool]
    places: Places
    convert: Callable[[float, str], float | None]
    needs_domain: bool = True


@dataclass
class Row:
    """One row: `values` by target field, ready to be stored, except for industry and tags, which are names."""

    line: int
    cells: Sequence[str]
    values: dict[str, Any] = field(default_factory=dict)
    notes: list[tuple[str, str]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    domain: str = ""
    email: str = ""
    name_key: str = ""


def read_row(line: int, cells: Sequence[str], columns: Sequence[Column], lookup: Lookup) -> Row:
    """Read one row; `problems` is empty when it can be imported as a whole.

    :param line: number in the file, counted from 1
    """
    row = Row(line, cells)
    if any(cell.strip() for cell in cells[len(columns) :]):
        row.problems.append(Problem("extra_cells", value=" | ".join(cells[len(columns) :])))
    texts: dict[str, tuple[Column, str]] = {}
    for column, cell in zip(columns, cells):  # noqa: B905 - rows may be shorter than the heading
        if column.target and not read.is_blank(cell):
            _sort_cell(row, texts, column, read.clean(cell))
    for target, (column, text) in texts.items():
        _read_value(row, target, column, text, lookup)
    _set_place(row, texts, lookup.places)
    _set_person_and_growth(row)
    _set_identity(row, texts, columns, lookup)
    return row


def _sort_cell(row: Row, texts: dict[str, tuple[Column, str]], column: Column, text: str) -> None:
    if column.target == NOTE:
        row.notes.append((column.heading, text))
    elif column.target == "tag_ids":
        row.tags += [tag.strip() for tag in text.replace(";", ",").replace("|", ",").split(",") if tag.strip()]
    else:
        texts[column.target] = (column, text)


def _read_value(row: Row, target: str, column: Column, text: str, lookup: Lookup) -> None:
    """Put one value of a field into the row, or the reason why it cannot be read."""
    if target in ("state_id", "country_id"):
        return
    try:
        if target not in _PARSERS:
            if target != "phone" and read.is_formula(text):
                row.problems.append(Problem("formula", column.heading, text))
            row.values[target] = read.tidy_place(text) if target == "city" else text
        elif target == "annual_revenue":
            amount, currency = read.parse_amount(text)
            converted = lookup.convert(amount, currency)
            if converted is None:
                row.problems.append(Problem("currency", column.heading, text))
            row.values[target] = converted
        else:
            row.values[target] = _PARSERS[target](text)
    except Unreadable:
        row.problems.append(Problem(target, column.heading, text))


_PARSERS: dict[str, Callable[[str], Any]] = {
    "website": read.parse_website,
    "email_from": read.parse_emails,
    "employee_count": read.parse_headcount,
    "previous_employee_count": read.parse_headcount,
    "employee_growth": read.parse_percent,
    "annual_revenue": read.parse_amount,
}


def _set_place(row: Row, texts: dict[str, tuple[Column, str]], places: Places) -> None:
    """An unknown state becomes a note; an unknown country is refused, for it decides which law applies."""
    country = None
    if "country_id" in texts:
        column, text = texts["country_id"]
        country = row.values["country_id"] = places.country(text)
        if country is None:
            row.problems.append(Problem("country_id", column.heading, text))
    if "state_id" in texts:
        column, text = texts["state_id"]
        if found := places.state(text, country):
            row.values["country_id"], row.values["state_id"] = found
        else:
            row.notes.append((column.heading, text))


def _set_person_and_growth(row: Row) -> None:
    values = row.values
    parts = [values.pop("first_name", ""), values.pop("last_name", "")]
    if any(parts) and "contact_name" not in values:
        values["contact_name"] = " ".join(part for part in parts if part)
    previous = values.pop("previous_employee_count", 0)
    if "employee_growth" not in values and (growth := read.headcount_growth(values.get("employee_count", 0), previous)):
        values["employee_growth"] = growth
    emails = values.get("email_from") or []
    if emails:
        values["email_from"] = row.email = emails[0]
        row.notes += [("E-mail", email) for email in emails[1:]]


def _set_identity(row: Row, texts: dict[str, tuple[Column, str]], columns: Sequence[Column], lookup: Lookup) -> None:
    """Keys of the company, and the refusal of a row that has none or has no name."""
    name = row.values.get("partner_name", "")
    if not name:
        row.problems.append(Problem("partner_name", _heading_of(columns, "partner_name")))
    website = row.values.get("website", "")
    mail_domain = row.email.rpartition("@")[2]
    row.domain = own_domain(host_of(website), lookup.registered_domain)
    if not row.domain and mail_domain and not lookup.is_free_mail(mail_domain):
        row.domain = own_domain(mail_domain, lookup.registered_domain)
    for target, host in (("website", host_of(website)), ("email_from", mail_domain)):
        if host and not lookup.registered_domain(host):
            row.problems.append(Problem(target, *_shown(texts, target)))
    if row.domain or row.email or any(problem.code in ("website", "email_from") for problem in row.problems):
        return
    if not lookup.needs_domain:
        row.name_key = f"{company_key(name)}|{row.values.get('country_id') or ''}"
    elif website:
        row.problems.append(Problem("shared_site", *_shown(texts, "website")))
    else:
        row.problems.append(Problem("no_domain", _heading_of(columns, "website", "email_from")))


def _shown(texts: dict[str, tuple[Column, str]], target: str) -> tuple[str, str]:
    column, text = texts[target]
    return column.heading, text


def _heading_of(columns: Sequence[Column], *targets: str) -> str:
    return ", ".join(column.heading for column in columns if column.target in targets)
