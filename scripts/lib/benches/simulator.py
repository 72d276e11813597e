"""A pilot of thirty days through the simulator: scheduled actions, loopback mail server, gateway, people.

50 prospects; 1,000 with `--full`. The reference is what the issue asks for on two processors.
"""

from __future__ import annotations

from collections.abc import Iterator

from .. import bench

DAYS = 30
BARS = {50: 60.0, 1000: 900.0}  # seconds


def run(ctx: bench.Context, size: int | None) -> Iterator[dict]:
    for leads in (size,) if size else tuple(BARS) if ctx.full else (50,):
        payload = {"leads": leads, "days": DAYS, "seed": 1, "profile": "typical", "mailboxes": None, "start": None}
        with ctx.database() as database:
            summary = ctx.inside(database, "lib.simulated_pilot:play", payload)
        if any(summary["violations"].values()) or summary["disagreements"]:
            raise AssertionError(f"not a course that counts: {summary['violations']}, {summary['disagreements']}")
        yield bench.line(
            "simulator",
            ours=summary["seconds"],
            reference=("what the issue asks for", BARS.get(leads, max(60.0, 0.9 * leads))),
            unit=f"s for {leads} prospects, {summary['mails']} mails",
            at_most=1,
        )
