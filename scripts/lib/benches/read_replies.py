"""Stored answers, read and classed in one batch: how fast, and that the number of queries does not grow with them."""

from __future__ import annotations

import time
from collections.abc import Iterator

from .. import bench
from .gateway import TEXT

SIZE = 1000
FEW = 10
MILLISECONDS = 5  # for reading one mail by rules, as the issue asks


def run(ctx: bench.Context, size: int | None) -> Iterator[dict]:
    count = size or SIZE
    with ctx.database() as database:
        ctx.inside(database, f"{__name__}:prepare", {"mails": count + FEW, "port": 9})
        few = ctx.inside(database, f"{__name__}:measure", {"replies": FEW})
        many = ctx.inside(database, f"{__name__}:measure", {"replies": count})
    yield bench.line(
        f"queries to read {count} stored replies in one batch",
        ours=many["queries"] / count,
        reference=("one query a reply", 1),
        unit="queries a reply",
        at_most=0.2,
    )
    yield bench.line(
        f"queries to read {count} stored replies, more than for {FEW}, by hundreds of them",
        ours=(many["queries"] - few["queries"]) * 100 / count,
        reference=("ten statements for each hundred", 10),
        unit="queries",
        at_most=1,
    )
    yield bench.line(
        f"reading one of {count} stored replies, database included",
        ours=many["seconds"] * 1000 / count,
        reference=("what the issue asks of reading alone", MILLISECONDS),
        unit="ms",
        at_most=1,
    )


def prepare(env, payload: dict) -> None:
    """Answers to mails that were sent, stored by the gateway's first half."""
    from . import gateway

    gateway.prepare(env, payload)
    env = env(user=1, context={})
    for number in range(payload["mails"]):
        env["outbound.reply"]._receive(gateway._build(number))
        if number % 100 == 0:
            env.cr.commit()
    env.cr.commit()


def measure(env, payload: dict) -> dict:
    """Seconds and queries of reading a batch, committed."""
    env = env(user=1, context={})
    replies = env["outbound.reply"].search(
        [("state", "=", "received"), ("label", "=", False)], limit=payload["replies"]
    )
    if len(replies) != payload["replies"]:
        raise AssertionError(f"{len(replies)} replies are stored, {payload['replies']} were to be read")
    env.invalidate_all()
    before, started = env.cr.sql_log_count, time.perf_counter()
    replies._read()
    seconds, queries = time.perf_counter() - started, env.cr.sql_log_count - before
    env.cr.commit()
    wrong = replies.filtered(lambda reply: reply.label != "interest" or TEXT[:24] not in reply.text)
    if wrong:
        raise AssertionError(f"not the reading that was to be measured: {wrong[0].label}, {wrong[0].text}")
    return {"seconds": seconds, "queries": queries}
