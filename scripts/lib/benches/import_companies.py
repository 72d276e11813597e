"""Importing a list of companies beside Odoo's own `load()` of the same rows, in a CRM without the addon.

Ours reads the file, maps its columns, recognises duplicates, creates prospects and scores them. `load()` gets columns
already mapped, texts already normalised, records to link already found, and history switched off, which is the fastest
that Odoo's import dialog can be. It neither recognises duplicates nor scores, has fewer columns to fill, and gives
each lead the owner that Odoo gives it, the user who imports.
"""

from __future__ import annotations

import csv
import io
import statistics
import time
from collections.abc import Iterator

from .. import bench

ROUNDS = 3
SIZE = 5_000
# One row in so many repeats a company that came before.
REPEAT = 50
HEADINGS = ["rank", "name", "url", "state", "revenue", "industry", "workers", "previous_workers", "founded", "city"]
STATES = ["AZ", "TN", "TX", "NM", "PA", "FL", "NJ", "UT", "CO", "NY"]
INDUSTRIES = ["Software", "Health", "Retail", "Construction", "Security", "Energy", "Media", "Insurance"]


def run(ctx: bench.Context, size: int | None) -> Iterator[dict]:
    rows = size or SIZE
    ours, theirs = [], []
    with ctx.database() as with_addon, ctx.database(addon=False) as plain:
        for number in range(ROUNDS):
            payload = {"rows": rows, "round": number}
            theirs.append(ctx.inside(plain, f"{__name__}:time_load", payload))
            ours.append(ctx.inside(with_addon, f"{__name__}:time_import", payload))
    yield bench.line(
        "import_companies",
        ours=rows / statistics.median(ours),
        reference=("Odoo's load() without the addon, nothing tracked", rows / statistics.median(theirs)),
        unit="rows/s",
        at_least=3,
    )


def make_rows(count: int, number: int) -> list[list[str]]:
    """Companies that differ from round to round."""
    rows = []
    for rank in range(count):
        who = rank - 1 if rank % REPEAT == REPEAT - 1 else rank
        people = 5 + rank * 7 % 900
        rows.append(
            [
                str(rank + 1),
                f"Company {number}-{who}",
                f"http://company-{number}-{who}.example",
                STATES[rank % len(STATES)],
                f"{2 + rank % 300 / 10:.1f} Million",
                INDUSTRIES[rank % len(INDUSTRIES)],
                str(people),
                str(1 + people // 2),
                str(1990 + rank % 30),
                f"City {rank % 400}",
            ]
        )
    return rows


def time_import(env, payload: dict) -> float:
    """Seconds from the bytes of a file to prospects in the database."""
    text = io.StringIO()
    csv.writer(text).writerows([HEADINGS, *make_rows(payload["rows"], payload["round"])])
    content = text.getvalue().encode()
    started = time.monotonic()
    result = env["outbound.import"]._import_file("companies.csv", content)
    env.cr.commit()
    seconds = time.monotonic() - started
    if result["imported"] + result["duplicates"] != payload["rows"] or not result["duplicates"]:
        raise AssertionError(f"not the import that was to be measured: {result}")
    return seconds


def time_load(env, payload: dict) -> float:
    """Seconds that `load()` takes for the same rows; it does not look for duplicates."""
    started = time.monotonic()
    result = env["crm.lead"].with_context(import_file=True, tracking_disable=True).load(*_prepare_load(env, payload))
    env.cr.commit()
    seconds = time.monotonic() - started
    if result["messages"]:
        raise AssertionError(f"not the load that was to be measured: {result['messages'][:3]}")
    return seconds


def _prepare_load(env, payload: dict) -> tuple[list[str], list[list[str]]]:
    """The same companies as columns and rows for `load()`."""
    country = env.ref("base.us")
    states = {state.code: str(state.id) for state in country.state_ids}
    columns = {
        "name": lambda row: row["name"],
        "partner_name": lambda row: row["name"],
        "website": lambda row: row["url"],
        "city": lambda row: row["city"],
        "type": lambda row: "opportunity",
        "state_id/.id": lambda row: states[row["state"]],
        "country_id/.id": lambda row: str(country.id),
    }
    rows = [dict(zip(HEADINGS, cells, strict=True)) for cells in make_rows(payload["rows"], payload["round"])]
    return list(columns), [[value(row) for value in columns.values()] for row in rows]
