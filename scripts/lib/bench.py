"""`scripts/bench`: measure ourselves beside a reference in the same run, one JSON object per line.

A bench is a module in `lib/benches/` with

    def run(ctx: Context, size: int | None) -> Iterable[dict]

that measures and yields lines made with `line`. `size` is the person's `--size`, or None for the bench's own. Of the
context it uses

    with ctx.database(addon=True) as database:            # a clone of its own, with or without the addon
        seconds = ctx.inside(database, "lib.benches.<module>:<function>", {"leads": 1000})

where `function(env, payload)` runs inside Odoo in a subprocess, commits what it wants kept, and returns something
that JSON can hold. Measure ours and the reference alternately and take the median, so that a busy machine hits both.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import json
import pkgutil
from collections.abc import Iterator
from typing import Any

from . import benches, databases, odoo
from .progress import Failure, say


class Context:
    """What a bench may use.

    :ivar full: the person asked for the long course too
    """

    def __init__(self, *, full: bool = False) -> None:
        self.full = full

    @contextlib.contextmanager
    def database(self, *, addon: bool = True, demo: bool = False) -> Iterator[str]:
        """A database for this bench only: Odoo with the modules we depend on, and the addon if asked for."""
        template = databases.ensure_addon(demo=demo) if addon else databases.ensure_base(demo=demo)
        with databases.temporary_clone(template) as name:
            yield name

    def inside(self, database: str, function: str, payload: dict | None = None) -> Any:
        return odoo.call(database, function, payload)


def line(
    bench: str, *, ours: float, reference: tuple[str, float], unit: str, at_least: float = 0, at_most: float = 0
) -> dict:
    """One result.

    :param reference: what we are measured against, and its figure in the same unit
    :param at_least: the lowest ratio ours/reference that is good enough (for rates), or
    :param at_most: the highest one (for times and sizes)
    """
    name, value = reference
    ratio = ours / value
    return {
        "bench": bench,
        "ours": {"value": round(ours, 3), "unit": unit},
        "reference": {"name": name, "value": round(value, 3), "unit": unit},
        "ratio": round(ratio, 3),
        "bar": f">= {at_least:g}" if at_least else f"<= {at_most:g}",
        "ok": ratio >= at_least if at_least else ratio <= at_most,
    }


def main(arguments: list[str]) -> int:
    names = sorted(module.name for module in pkgutil.iter_modules(benches.__path__))
    parser = argparse.ArgumentParser(prog="scripts/bench", description="Measure; one JSON object per line.")
    parser.add_argument("names", nargs="*", metavar="name", help=f"of {', '.join(names) or 'none yet'}; all by default")
    parser.add_argument("--size", type=int, help="a smaller number of records for a quick look")
    parser.add_argument("--full", action="store_true", help="also what takes many minutes, where a bench has it")
    options = parser.parse_args(arguments)
    unknown = set(options.names) - set(names)
    if unknown:
        raise Failure(f"there is no bench named {', '.join(sorted(unknown))}; there are: {', '.join(names) or 'none'}.")
    missed = 0
    for name in options.names or names:
        say(f"\n{name}")
        for result in importlib.import_module(f"{benches.__name__}.{name}").run(
            Context(full=options.full), options.size
        ):
            print(json.dumps(result), flush=True)
            missed += not result["ok"]
    if missed:
        say(f"\n{missed} results miss their bar")
    return bool(missed)
