"""`scripts/odoo`: Odoo's own command line with the environment and the development database filled in."""

from __future__ import annotations

from . import databases, odoo
from .progress import run_foreground


def main(arguments: list[str]) -> int:
    database = _named_database(arguments) or databases.ensure_demo(update=False)
    return run_foreground(odoo.command_line(odoo.write_config(database), *arguments), odoo.environment())


def _named_database(arguments: list[str]) -> str | None:
    for position, argument in enumerate(arguments):
        if argument in ("-d", "--database"):
            return arguments[position + 1] if position + 1 < len(arguments) else None
        if argument.startswith("--database="):
            return argument.partition("=")[2]
    return None
