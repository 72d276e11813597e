"""What the columns of a list of companies mean: a first guess from their headings and values, for a person to check."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from .identity import plain_key
from .list_values import Unreadable, is_blank, parse_emails, parse_website

# Target field -> headings people use for it, as `plain_key` writes them; the order is the order in which to offer them.
HEADINGS: dict[str, tuple[str, ...]] = {
    "partner_name": (
        "company", "company name", "name of company", "organization", "organisation", "organization name",
        "organisation name", "account", "account name", "business", "business name", "firm", "employer", "firma",
        "unternehmen", "societe", "entreprise", "empresa", "azienda",
    ),
    "website": (
        "website", "web site", "url", "domain", "web", "homepage", "company website", "company url", "company domain",
        "company domain name", "website url", "web address", "webseite", "internet", "site web", "sitio web",
        "sito web",
    ),
    "email_from": (
        "email", "e mail", "mail", "email address", "e mail address", "work email", "business email", "contact email",
        "email 1", "correo", "correo electronico", "courriel", "e mail adresse",
    ),
    "phone": (
        "phone", "phone number", "telephone", "tel", "work phone", "company phone", "business phone", "contact phone",
        "mobile", "mobile phone", "telefon", "telefono", "telefonnummer",
    ),
    "contact_name": (
        "contact", "contact name", "full name", "person", "contact person", "primary contact", "ansprechpartner",
        "contacto", "decision maker",
    ),
    "first_name": ("first name", "firstname", "given name", "forename", "vorname", "prenom", "nombre"),
    "last_name": ("last name", "lastname", "surname", "family name", "nachname", "nom", "apellido", "apellidos"),
    "function": ("title", "job title", "position", "job position", "role", "function", "funktion", "poste", "cargo"),
    "street": (
        "street", "address", "street address", "address 1", "address line 1", "company address", "strasse", "adresse",
        "rue", "direccion",
    ),
    "zip": ("zip", "zip code", "postal code", "postcode", "post code", "plz", "code postal", "codigo postal"),
    "city": ("city", "town", "company city", "locality", "ort", "stadt", "ville", "ciudad"),
    "state_id": (
        "state", "province", "region", "state province", "company state", "state code", "state region", "bundesland",
        "provincia",
    ),
    "country_id": ("country", "country name", "company country", "country code", "nation", "land", "pays", "pais"),
    "industry_id": (
        "industry", "sector", "vertical", "company industry", "primary industry", "branche", "secteur", "industria",
    ),
    "employee_count": (
        "employees", "employee count", "number of employees", "no of employees", "num employees", "headcount",
        "head count", "workers", "company size", "size", "staff", "team size", "employees range", "employee range",
        "company headcount", "mitarbeiter", "anzahl mitarbeiter", "effectif", "empleados",
    ),
    "previous_employee_count": (
        "previous employees", "previous workers", "previous headcount", "previous employee count", "prior employees",
        "prior headcount", "employees previous", "employees last year", "headcount last year", "employees before",
        "headcount previous", "headcount before",
    ),
    "employee_growth": (
        "employee growth", "headcount growth", "employees growth", "workforce growth", "staff growth",
        "growth employees", "employee growth rate", "headcount growth rate", "workers growth",
    ),
    "annual_revenue": (
        "revenue", "annual revenue", "revenues", "company revenue", "estimated revenue", "sales", "annual sales",
        "turnover", "annual turnover", "revenue usd", "annual revenue usd", "umsatz", "jahresumsatz",
        "chiffre d affaires", "ingresos", "fatturato",
    ),
    "tag_ids": ("tags", "tag", "labels", "label", "keywords", "categories"),
    "note": ("notes", "note", "description", "comment", "comments", "about", "summary", "bemerkung", "remarks"),
}  # fmt: skip
NOTE = "note"
# A list has one column for each of these only; any number of columns may become notes or tags.
REPEATABLE = frozenset({NOTE, "tag_ids"})
_BY_HEADING = {heading: target for target, headings in HEADINGS.items() for heading in headings}


def heading_key(heading: str) -> str:
    """Spelling of a heading under which it is found again: `Previous_Workers ` -> `previous workers`."""
    return plain_key(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading.replace("_", " ")))


def list_key(headings: Iterable[str]) -> str:
    """Key of a set of headings, whatever their order."""
    return "|".join(sorted(heading_key(heading) for heading in headings))


def unique_headings(cells: Sequence[str]) -> tuple[list[str], list[str]]:
    """Headings as shown, each once: a repeated one gets a number, an empty one the name of its column.

    :return: headings, and those that occurred more than once
    """
    seen: dict[str, int] = {}
    headings: list[str] = []
    repeated: list[str] = []
    for position, cell in enumerate(cells):
        heading = cell.strip() or f"({column_letters(position)})"
        count = seen[heading_key(heading)] = seen.get(heading_key(heading), 0) + 1
        if count == 2:
            repeated.append(heading)
        headings.append(heading if count == 1 else f"{heading} ({count})")
    return headings, repeated


def column_letters(position: int) -> str:
    """Name of a column in a spreadsheet: 0 -> A, 26 -> AA."""
    letters = ""
    position += 1
    while position:
        position, letter = divmod(position - 1, 26)
        letters = chr(65 + letter) + letters
    return letters


def is_heading_row(first: Sequence[str], others: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names the columns instead of being a company itself."""
    cells = [cell for cell in first if not is_blank(cell)]
    if any(heading_key(cell) in _BY_HEADING for cell in cells):
        return True
    if any(
        _holds(cell, parse_emails) or _holds(cell, parse_website) or re.fullmatch(r"[\d.,%$ -]+", cell)
        for cell in cells
    ):
        return False
    return bool(cells) and bool(others)


def guess_targets(headings: Sequence[str], samples: Sequence[Sequence[str]]) -> list[str]:
    """For each column the target field, or "" for what has none.

    Such columns do not become notes by themselves: scoring reads notes, and finds "IoT" in the address of a "patriot".

    :param headings: one a column; "(A)", "(B)", ... where the list has none
    :param samples: some values that are not blank, one sequence a column
    """
    targets = [_by_heading(heading) for heading in headings]
    _settle_names(headings, targets)
    taken = set(targets) - {""}
    for position, values in enumerate(samples):
        if not targets[position] and (target := _by_values(headings[position], values)) not in taken:
            targets[position] = target
            taken.add(target)
    if "partner_name" not in taken:
        _find_name(headings, targets, samples)
    seen: set[str] = set()
    for position, target in enumerate(targets):
        if target in seen and target not in REPEATABLE:
            targets[position] = ""
        seen.add(target)
    return targets


def _by_heading(heading: str) -> str:
    key = re.sub(r" \d$", "", heading_key(heading)) if heading.endswith(")") else heading_key(heading)
    return _BY_HEADING.get(key, "")


def _settle_names(headings: Sequence[str], targets: list[str]) -> None:
    """`name` is the company's, unless another column is: then it is the person's."""
    keys = [heading_key(heading) for heading in headings]
    if "name" in keys:
        position = keys.index("name")
        if "partner_name" not in targets:
            targets[position] = "partner_name"
        elif not {"contact_name", "first_name", "last_name"} & set(targets):
            targets[position] = "contact_name"


def _by_values(heading: str, values: Sequence[str]) -> str:
    """Target by values alone, for what cannot be mistaken; "" if they do not decide."""
    if not values:
        return ""
    if all(_holds(value, parse_emails) for value in values):
        return "email_from"
    headless = heading.startswith("(")
    if headless and all(_holds(value, parse_website) for value in values):
        return "website"
    return ""


def _find_name(headings: Sequence[str], targets: list[str], samples: Sequence[Sequence[str]]) -> None:
    """In a list without headings the first column of words is the company's name."""
    for position, values in enumerate(samples):
        if targets[position] or not headings[position].startswith("(") or not values:
            continue
        if all(re.search(r"[^\W\d_]{2}", value) and not _holds(value, parse_website) for value in values):
            targets[position] = "partner_name"
            return


def _holds(value: str, parse: Callable[[str], object]) -> bool:
    try:
        parse(value)
    except Unreadable:
        return False
    return True
