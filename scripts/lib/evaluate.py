"""`scripts/evaluate`: how well mails, dates and pages are read, and leads predicted, over a labelled set.

An evaluation is a module in `lib/evaluations/` with

    def run(path: Path) -> Result

that reads the labels at `path`, asks the addon's pure code (one asks Odoo, in a database of its own), and counts. It
imports the addon's pure parts inside `run` or at its top: they are importable, as `outbound_prospecting.domain`, by the
time the module is.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import sys
import types
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from . import evaluations
from .paths import ADDON, ADDON_NAME
from .progress import Failure


@dataclass
class Result:
    """What an evaluation found.

    :param figures: name -> number or table, printed as one JSON object
    :param cases: one dict per case, with "ok", for `--show`
    """

    figures: dict[str, Any]
    cases: list[dict[str, Any]] = field(default_factory=list)


def share(part: int, whole: int) -> float | None:
    """`part` of `whole`; None of nothing."""
    return round(part / whole, 4) if whole else None


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    if not path.is_file():
        raise Failure(f"{path} is not there; the labels are expected in it, one JSON object per line.")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main(arguments: list[str]) -> int:
    names = sorted(module.name for module in pkgutil.iter_modules(evaluations.__path__))
    parser = argparse.ArgumentParser(
        prog="scripts/evaluate", description="Figures over a labelled set, as one JSON object."
    )
    parser.add_argument("name", choices=names)
    parser.add_argument("path", type=Path, help="folder or file with the cases and their labels")
    parser.add_argument("--show", action="store_true", help="also print every case that is not right, one JSON a line")
    options = parser.parse_args(arguments)
    if not options.path.exists():
        raise Failure(f"there is nothing at {options.path}.")
    import_pure_parts()
    result = importlib.import_module(f"{evaluations.__name__}.{options.name}").run(options.path)
    if options.show:
        for case in result.cases:
            if not case["ok"]:
                print(json.dumps(case, ensure_ascii=False))
    print(json.dumps(result.figures, indent=None if options.show else 2, ensure_ascii=False))
    return 0


def import_pure_parts() -> None:
    """Let the addon's domain be imported without its models, and so without Odoo."""
    if ADDON_NAME not in sys.modules:
        package = types.ModuleType(ADDON_NAME)
        package.__path__ = [str(ADDON)]
        sys.modules[ADDON_NAME] = package
