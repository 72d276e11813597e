"""One tick of the working loop with nothing due: every scheduled action that runs each few minutes, once.

A tenth of the prospects is paused with touches long overdue, which may cost a tick nothing either.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator

from .. import bench

SMALL, LARGE = 10_000, 1_000_000
ROUNDS = 5
TICKS = 9
STEPS = 8


def run(ctx: bench.Context, size: int | None) -> Iterator[dict]:
    large = size or LARGE
    small = min(SMALL, large // 10)
    with ctx.database() as few, ctx.database() as many:
        ctx.inside(few, f"{__name__}:prepare", {"touches": small})
        ctx.inside(many, f"{__name__}:prepare", {"touches": large})
        seconds: dict[str, list[float]] = {few: [], many: []}
        for _ in range(ROUNDS):
            for database, times in seconds.items():
                times.append(ctx.inside(database, f"{__name__}:time_tick"))
    yield bench.line(
        "tick",
        ours=1000 * statistics.median(seconds[many]),
        reference=(f"the same tick at {small} planned touches", 1000 * statistics.median(seconds[few])),
        unit=f"ms at {large} planned touches",
        at_most=1.5,
    )


def prepare(env, payload: dict) -> None:
    """Prospects in the middle of a sequence, nothing due for another week."""
    sequence = env.ref("outbound_prospecting.sequence_tier_1")
    sequence.write({"state": "active"})
    team = env.ref("outbound_prospecting.crm_team_outbound")
    lead = env["crm.lead"].create(
        {"name": "Prospect", "type": "opportunity", "team_id": team.id, "email_from": "jane@company.example"}
    )
    mailbox = env["outbound.mailbox"].create({"name": "Bench", "email": "bench@ours.example.com"})
    env.flush_all()
    columns = [name for name in _columns(env, "crm_lead") if name != "id"]
    prospects = payload["touches"] // STEPS
    env.cr.execute(
        f"INSERT INTO crm_lead ({', '.join(columns)}) "
        f"SELECT {', '.join(columns)} FROM crm_lead, generate_series(1, %s) WHERE id = %s",
        [prospects, lead.id],
    )
    env.cr.execute(
        """
        INSERT INTO outbound_enrolment (
            lead_id, sequence_id, mailbox_id, company_id, email_normalized, website_domain, tz, state, start_date)
        SELECT id, %s, %s, company_id, 'jane' || id || '@company.example', 'company' || id || '.example', 'UTC',
               CASE WHEN id %% 10 = 0 THEN 'paused' ELSE 'active' END, now() AT TIME ZONE 'UTC'
          FROM crm_lead WHERE id > %s
        """,
        [sequence.id, mailbox.id, lead.id],
    )
    for number, step in enumerate(sequence.step_ids, 1):
        _insert_touches(env, step, number)
    env.cr.commit()
    env.cr.execute("ANALYZE")


def _insert_touches(env, step, number: int) -> None:
    """One planned touch of this step for everybody, in the weeks to come; overdue where the prospect is paused."""
    env.cr.execute(
        """
        INSERT INTO outbound_touch (enrolment_id, step_id, lead_id, company_id, mailbox_id, number, channel, state,
                                    due_date, wake_date)
        SELECT id, %(step)s, lead_id, company_id, mailbox_id, %(number)s, %(channel)s, 'planned', due,
               CASE state WHEN 'active' THEN due END
          FROM outbound_enrolment,
               LATERAL (SELECT now() AT TIME ZONE 'UTC' + make_interval(days => CASE state
                            WHEN 'active' THEN 7 + %(number)s * 3 ELSE -90 END, secs => id %% 86400)) AS plan (due)
        """,
        {"step": step.id, "number": number, "channel": step.channel},
    )


def _columns(env, table: str) -> list[str]:
    env.cr.execute(
        "SELECT column_name FROM information_schema.columns WHERE table_name = %s AND is_generated = 'NEVER'", [table]
    )
    return [name for (name,) in env.cr.fetchall()]


def time_tick(env, payload: dict) -> float:
    """Seconds of one run of each scheduled action of the working loop: the median of several, after a first one."""
    names = env["ir.model.data"].search([("module", "=", "outbound_prospecting"), ("model", "=", "ir.cron")])
    crons = env["ir.cron"].browse(names.mapped("res_id")).filtered(lambda cron: cron.interval_type == "minutes")
    if len(crons) < 3:
        raise AssertionError(f"the working loop is missing: {crons.mapped('name')}")
    times = []
    for _ in range(1 + TICKS):
        env.invalidate_all()
        started = time.monotonic()
        for cron in crons:
            cron.ir_actions_server_id.run()
            env.cr.commit()
        times.append(time.monotonic() - started)
    if env["outbound.touch"].search_count([("state", "!=", "planned")], limit=1):
        raise AssertionError("something was due after all")
    return statistics.median(times[1:])
