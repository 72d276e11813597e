"""`scripts/simulate`: play a pilot on a copy of a database and print what came of it as JSON."""

from __future__ import annotations

import argparse
import json
from datetime import date, datetime

from . import databases, odoo
from .progress import Failure, say

INSIDE = "lib.simulated_pilot"


def main(arguments: list[str]) -> int:
    options = _parse(arguments)
    template = options.database or databases.ensure_addon()
    if not databases.exists(template):
        raise Failure(f"there is no database {template}.")
    payload = {name: getattr(options, name) for name in ("leads", "days", "seed", "profile", "mailboxes", "start")}
    with databases.temporary_clone(template) as copy:
        summary = odoo.call(copy, f"{INSIDE}:play", payload)
    if options.keep:
        odoo.call(template, f"{INSIDE}:keep", summary)
    explain(summary)
    print(json.dumps(summary), flush=True)
    return bool(any(summary["violations"].values()) or summary["disagreements"])


def explain(summary: dict) -> None:
    """The result in three lines for people."""
    say(
        f"\n{summary['contacted']:,} people were written to, {summary['answered']:,} answered, "
        f"{summary['positives']:,} with interest; {summary['meetings']:,} meetings. It took {summary['seconds']} s."
    )
    wrong = {kind: cases for kind, cases in summary["violations"].items() if cases}
    say(f"What must never happen: {wrong or 'nothing of it did'}.")
    for line in summary["disagreements"]:
        say(f"The product's own figure differs: {line}")


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/simulate", description=__doc__)
    parser.add_argument("--leads", type=int, default=50, help="how many prospects (default 50)")
    parser.add_argument("--days", type=int, default=30, help="how long (default 30 days)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same course (default 1)")
    parser.add_argument("--profile", default="typical", help="how prospects behave: careful, typical or optimistic")
    parser.add_argument("--mailboxes", type=int, help="how many of 30 mails a day; enough for all leads by default")
    parser.add_argument("--start", type=date.fromisoformat, help="its first day (default: the next Monday)")
    parser.add_argument("--database", help="work on a copy of this one (default: a new installation)")
    parser.add_argument("--keep", action="store_true", help="store the result in the original, for its pages")
    options = parser.parse_args(arguments)
    if options.leads < 1 or options.days < 1:
        raise Failure("a simulation needs at least one prospect and one day.")
    options.start = datetime.combine(options.start, datetime.min.time()).isoformat() if options.start else None
    return options
