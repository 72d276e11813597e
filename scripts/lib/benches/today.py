"""Opening Today: server time of the page's one call, for a rep who owns a third of the prospects and for the administrator.

Everybody is in a sequence; of the prospects 1 in 20 has a draft in review, 1 in 50 a task that is due, 1 in 200 waits
for an answer to its reply, and the scores are those of the product's own ICP.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator

from ..bench import Context, line
from .tick import _columns

LEADS = 100_000
BAR = 300.0  # milliseconds
RUNS = 15


def run(ctx: Context, size: int | None) -> Iterator[dict]:
    count = size or LEADS
    with ctx.database() as database:
        ctx.inside(database, f"{__name__}:prepare", {"leads": count})
        took = ctx.inside(database, f"{__name__}:measure", {})
    for who, result in took.items():
        yield line(
            f"today: {who} ({count} leads, {result['rows']} lines, {result['queries']} statements)",
            ours=1000 * statistics.median(result["seconds"]),
            reference=("what the issue asks for", BAR),
            unit="ms",
            at_most=1,
        )


# ------------------------------------------------------------------ inside Odoo


def prepare(env, payload: dict) -> None:
    from ..bench_leads import insert_leads, vacuum

    groups = [(4, env.ref("outbound_prospecting.group_outbound_user").id)]
    for number in range(2):
        env["res.users"].create({"name": f"Rep {number}", "login": f"bench-{number}", "group_ids": groups})
    team = env["crm.team"]._get_outbound_team()
    insert_leads(env, team, payload["leads"])
    env["outbound.icp"]._cron_score_leads()
    sequence = env.ref("outbound_prospecting.sequence_tier_1")
    sequence.write({"state": "active"})
    mailbox = env["outbound.mailbox"].create({"name": "Bench", "email": "bench@ours.example.com"})
    env.flush_all()
    env.cr.execute(
        """
        INSERT INTO outbound_enrolment (
            lead_id, sequence_id, mailbox_id, company_id, email_normalized, website_domain, tz, state, start_date)
        SELECT id, %s, %s, company_id, email_normalized, website_domain, 'UTC', 'active', now() AT TIME ZONE 'UTC'
          FROM crm_lead WHERE team_id = %s
        """,
        [sequence.id, mailbox.id, team.id],
    )
    steps = sequence.step_ids
    mail = steps.filtered(lambda step: step.channel == "email")[:1]
    _insert_activities(env)
    for step, state, every in ((steps[:1], "open", 50), (mail, "in_review", 20), (steps[-1:], "planned", 1)):
        _insert_touches(env, step, state, every)
    _insert_handoffs(env, team)
    env.cr.commit()
    vacuum(env)


def _insert_activities(env) -> None:
    """Copies of one activity, on prospects of their owners and due in the last three days."""
    lead = env["crm.lead"].search([("team_id.is_outbound", "=", True)], limit=1)
    kind = "outbound_prospecting.mail_activity_type_research"
    template = lead.activity_schedule(kind, user_id=env.uid, summary="1. Research")
    env.flush_all()
    replaced = {
        "res_id": "l.id",
        "user_id": "l.user_id",
        "date_deadline": "CURRENT_DATE - l.id %% 3",
        "res_name": "l.name",
    }
    columns = [name for name in _columns(env, "mail_activity") if name != "id"]
    values = ", ".join(replaced.get(name, f"a.{name}") for name in columns)
    env.cr.execute(
        f"INSERT INTO mail_activity ({', '.join(columns)}) SELECT {values} FROM mail_activity a, crm_lead l "
        "WHERE a.id = %s AND l.user_id IS NOT NULL AND l.id %% 50 = 0",
        [template.id],
    )
    template.unlink()


def _insert_touches(env, step, state: str, every: int) -> None:
    env.cr.execute(
        """
        INSERT INTO outbound_touch (enrolment_id, step_id, lead_id, company_id, mailbox_id, number, channel, state,
                                    due_date, wake_date, review_since, opened_date, activity_id)
        SELECT e.id, %(step)s, e.lead_id, e.company_id, e.mailbox_id, %(number)s, %(channel)s, %(state)s, due, due,
               CASE %(state)s WHEN 'in_review' THEN due END, CASE %(state)s WHEN 'open' THEN due END,
               CASE %(state)s WHEN 'open' THEN
                    (SELECT min(a.id) FROM mail_activity a WHERE a.res_model = 'crm.lead' AND a.res_id = e.lead_id) END
          FROM outbound_enrolment e,
               LATERAL (SELECT now() AT TIME ZONE 'UTC' + make_interval(secs => e.id %% 86400)) AS plan (due)
         WHERE e.lead_id %% %(every)s = 0
        """,
        {"step": step.id, "number": step.id, "channel": step.channel, "state": state, "every": every},
    )


def _insert_handoffs(env, team) -> None:
    env.cr.execute(
        """
        INSERT INTO outbound_handoff (lead_id, team_id, user_id, state, reason, replied, context_text, date, deadline, attempt)
        SELECT id, team_id, user_id, 'assigned', 'interest', TRUE, 'Yes, please tell me more.',
               now() AT TIME ZONE 'UTC', now() AT TIME ZONE 'UTC' + make_interval(mins => id %% 600 - 200), 1
          FROM crm_lead WHERE team_id = %s AND user_id IS NOT NULL AND id %% 200 = 0
        """,
        [team.id],
    )


def measure(env, payload: dict) -> dict:
    """Seconds, lines and statements by person; each run is a request of its own that knows nothing yet."""
    rep = env["res.users"].search([("login", "=", "bench-0")])
    took = {}
    for who, user in (("a rep", rep), ("the administrator", env.ref("base.user_admin"))):
        model, times, day = env["outbound.today"].with_user(user), [], {}
        for run in range(RUNS + 1):
            env.cr.rollback()
            env.transaction.reset()
            before = env.cr.sql_log_count
            started = time.perf_counter()
            day = model.get_today()
            if run:  # the first one warms up
                times.append(time.perf_counter() - started)
            queries = env.cr.sql_log_count - before
        if {"handoff", "review", "task"} - {row["kind"] for row in day["rows"]}:
            raise AssertionError(f"not the day that was to be measured: {[row['kind'] for row in day['rows']]}")
        took[who] = {"seconds": times, "rows": len(day["rows"]), "queries": queries}
    return took
