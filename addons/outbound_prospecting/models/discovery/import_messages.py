"""Sentences for people about what is wrong with a file or a row: what it is, and what was expected."""

from odoo.api import Environment

from ...adapters.table import TableError
from ...domain.company_list import Problem
from ...domain.duplicates import Match


def table_message(env: Environment, error: TableError, file_name: str) -> str:
    """Why a file cannot be read, and what to do."""
    _ = env._
    megabytes = {name: round(error.params.get(name, 0) / 2**20, 1) for name in ("size", "limit")}
    messages = {
        "empty": _("it is empty. Expected: a CSV or XLSX file with one company per row."),
        "too_big": _(
            "it has %(size)s MB, and at most %(limit)s MB can be imported at once. Split it into several files.",
            **megabytes,
        ),
        "too_many_rows": _(
            "it has more than %s companies, the most that can be imported at once. Split it into several files.",
            error.params.get("limit"),
        ),
        "too_many_columns": _(
            "it has %(count)s columns, and at most %(limit)s are read. Delete the columns you do not need.",
            count=error.params.get("count"),
            limit=error.params.get("limit"),
        ),
        "password": _("it is protected by a password. Open it in Excel, remove the password, save it and try again."),
        "old_excel": _("it is in the old Excel format (.xls). Open it in Excel and save it as .xlsx or CSV."),
        "not_a_table": _("it is not a table (it looks like: %s). Expected: CSV or XLSX.", error.params.get("kind")),
        "broken_workbook": _(
            "it is a damaged Excel workbook. Open it in Excel, which may repair it, and save it as .xlsx or CSV."
        ),
        "no_sheet": _(
            "it has no sheet named %(sheet)s. Its sheets are: %(sheets)s.",
            sheet=error.params.get("sheet"),
            sheets=", ".join(error.params.get("sheets", ())),
        ),
        "encoding": _(
            "line %(line)s is not text in %(encoding)s. Choose another encoding, or save the file as CSV UTF-8.",
            line=error.params.get("line"),
            encoding=str(error.params.get("encoding", "")).upper(),
        ),
        "unknown_encoding": _("the encoding %s is not known.", error.params.get("encoding")),
        "binary": _(
            "line %s holds bytes that are not text, so the file is damaged or no table. Expected: CSV or XLSX.",
            error.params.get("line"),
        ),
        "quote": _(
            "a quotation mark in line %s is misplaced or never closed, so the rows after it cannot be told apart. "
            "Repair that line and try again.",
            error.params.get("line"),
        ),
        "delimiter": _(
            "its columns are separated by “%s”, which is not the separator it was read with. Choose the right "
            "separator, or save the file with commas.",
            {"\t": _("tab")}.get(error.params.get("found"), error.params.get("found")),
        ),
    }
    return _("%(file)s cannot be read: %(reason)s", file=file_name, reason=messages[error.code])


def problem_messages(env: Environment, currency: str) -> dict[str, str]:
    """By code of a `Problem`, what was expected of the value.

    :param currency: code of the company's currency
    """
    _ = env._
    return {
        "partner_name": _("The company name is empty. Expected: the name of the company."),
        "website": _("Not a web address. Expected: a domain such as acme.com."),
        "shared_site": _(
            "A page on a site that many companies use. Expected: the company's own web address, or an e-mail address."
        ),
        "no_domain": _(
            "Neither web address nor e-mail, so the company cannot be told from others. Expected: at least one of them."
        ),
        "email_from": _("Not an e-mail address. Expected: an address such as ann@acme.com."),
        "employee_count": _("Not a number of employees. Expected: a number or a range, such as 120 or 51-200."),
        "previous_employee_count": _(
            "Not a number of employees. Expected: a number or a range, such as 120 or 51-200."
        ),
        "employee_growth": _("Not a percentage. Expected: a number such as 12.5 or -3 %."),
        "annual_revenue": _("Not an amount of money. Expected: an amount such as 1,250,000 or 3.5 million."),
        "currency": _(
            "The amount is in a currency without a rate. Expected: %s, or a currency that is active with its rate.",
            currency,
        ),
        "country_id": _("Not a known country. Expected: its name or two-letter code, such as Germany or DE."),
        "formula": _("Looks like a formula, not like text. Expected: the text itself."),
        "extra_cells": _(
            "The row has more cells than there are columns, so its values may stand in the wrong columns. Expected: "
            "quotation marks around a text that holds the separator."
        ),
    }


def describe_problems(messages: dict[str, str], problems: list[Problem]) -> dict[str, str]:
    """All problems of one row as the fields that a rejection shows."""
    several = len(problems) > 1
    return {
        "heading": ", ".join(dict.fromkeys(problem.heading for problem in problems if problem.heading)),
        "value": " | ".join(problem.value for problem in problems if problem.value),
        "reason": "\n".join(
            f"{problem.heading}: {messages[problem.code]}" if several and problem.heading else messages[problem.code]
            for problem in problems
        ),
    }


def match_message(env: Environment, match: Match, name: str) -> str:
    """Whom a row repeats, and by what."""
    _ = env._
    model, number = match.known
    values = {"key": match.key.partition("|")[0], "who": name}
    if model == "line":
        values["who"] = _("line %s of this file", number)
    elif model == "crm.lead":
        values["who"] = _("the prospect %s", name)
    elif model == "res.partner":
        values["who"] = _("the contact %s", name)
    messages = {
        "suppressed": _("%(key)s must not be contacted. Reason: %(who)s.", **values),
        "email": _("Same e-mail address (%(key)s) as %(who)s.", **values),
        "customer": _("%(key)s belongs to a customer: %(who)s.", **values),
        "domain": _("Same company domain (%(key)s) as %(who)s.", **values),
        "name": _("Same company name as %(who)s.", **values),
    }
    return messages[match.code]
