"""Creating leads through the ORM, in a database with the addon and in one without."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from ..bench import Context, line

RUNS = 5


def run(ctx: Context, size: int | None) -> Iterator[dict]:
    count = size or 1_000
    with ctx.database(addon=False) as plain, ctx.database() as with_addon:
        took = ctx.inside(with_addon, "lib.benches.lead_create:measure", {"plain": plain, "leads": count})
    for how, (ours, reference) in took.items():
        yield line(
            f"create leads, {how} (median of {RUNS} alternate runs)",
            ours=median(ours),
            reference=("the same without the addon", median(reference)),
            unit="s",
            at_most=1.15,
        )


# ------------------------------------------------------------------ inside Odoo


def measure(env, payload: dict) -> dict:
    """Seconds of each run, by how leads are created: with the addon, and in the database `plain`."""
    from odoo.modules.registry import Registry

    from ..bench_leads import timed, vacuum

    count = payload["leads"]
    single = max(count // 10, 1)
    env.cr.commit()
    with Registry(payload["plain"]).cursor() as cr:
        plain = env(cr=cr)  # the administrator has the same id in both
        took = {}
        for how, requests, portion in (
            (f"{count} in one call", 1, count),
            (f"{single}, a call and a transaction each", single, 1),
        ):
            took[how] = ([], [])
            for run in range(RUNS + 1):
                # Whoever is first in a run finds a busier machine as often as whoever is second.
                for side in (0, 1) if run % 2 else (1, 0):
                    seconds = timed(_create, (env, plain)[side], requests, portion)
                    if run:  # the first one warms up
                        took[how][side].append(seconds)
                vacuum(env)
                vacuum(plain)
    return took


def _create(env, requests: int, portion: int):
    """As many calls as `requests`, each in a transaction of its own that creates `portion` leads."""
    team = env.ref("sales_team.team_sales_department")
    for request in range(requests):
        env["crm.lead"].create([_values(team, request * portion + row) for row in range(portion)])
        env.cr.commit()
        env.invalidate_all()


def _values(team, number: int) -> dict:
    """What a salesperson fills in on the form."""
    return {
        "name": f"Deal {number}",
        "type": "opportunity",
        "team_id": team.id,
        "partner_name": f"Northpeak Outfitters {number}",
        "contact_name": "Mia Ortiz",
        "email_from": f"mia@company-{number}.example",
        "phone": f"+1 202 {number:07}",
        "website": f"https://www.company-{number}.example",
        "city": "Denver",
        "country_id": team.env.ref("base.us").id,
        "expected_revenue": 500 * (number % 40),
        "priority": str(number % 4),
        "description": "<p>Asked for a quote at the trade fair.</p>",
    }
