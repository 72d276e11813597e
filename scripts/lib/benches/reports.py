"""Opening each report as the web client does, at a million events: server time beside what people wait for without a
word (1.5 s). A plain count of the events is the floor that no report on them can go below.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import timedelta
from statistics import median

from ..bench import Context, line

EVENTS_PER_LEAD = 10
RUNS = 5
PATIENCE = 1500  # ms
DASHBOARD_PATIENCE = 3000  # ms
MANAGER = "outbound_prospecting.group_outbound_manager"


def run(ctx: Context, size: int | None) -> Iterator[dict]:
    leads = size or 100_000
    with ctx.database() as database:
        events = ctx.inside(database, "lib.benches.reports:prepare", {"leads": leads})
        took = ctx.inside(database, "lib.benches.reports:measure")
    floor = 1000 * median(took.pop("floor"))
    for report, seconds in took.items():
        yield line(
            f"open {report} ({events} events, {leads} leads; counting the events takes {floor:.0f} ms)",
            ours=1000 * median(seconds),
            reference=("what the issue asks for", DASHBOARD_PATIENCE if "dashboard" in report else PATIENCE),
            unit="ms",
            at_most=1,
        )


# ------------------------------------------------------------------ inside Odoo


def prepare(env, payload: dict) -> int:
    """Prospects of a year: most of them written to four times, some answered, and all moved through the stages."""
    from ..bench_leads import insert_leads, vacuum

    count = payload["leads"]
    team = env["crm.team"]._get_outbound_team()
    insert_leads(env, team, count * 9 // 10, closed=count // 10)
    mailboxes = env["outbound.mailbox"].create(
        [{"name": f"Bench {number}", "email": f"bench{number}@ours.example.com"} for number in range(5)]
    )
    sources = env["utm.source"].create([{"name": f"Bench list {number}"} for number in range(8)])
    env.flush_all()
    env.cr.execute(
        "UPDATE crm_lead SET create_date = now() AT TIME ZONE 'UTC' - make_interval(days => 30 + id %% 365), "
        "source_id = %s + id %% 8, icp_tier = 'tier_' || 1 + id %% 3 WHERE team_id = %s",
        [sources.ids[0], team.id],
    )
    _insert_stages(env, team)
    _insert_touches(env, team, mailboxes)
    _insert_answers(env)
    _insert_costs(env, team)
    env.cr.execute("SELECT count(*) FROM outbound_event")
    [[events]] = env.cr.fetchall()
    if events < count * EVENTS_PER_LEAD * 0.95:
        raise AssertionError(f"not the database that was to be measured: {events} events")
    env.cr.commit()
    vacuum(env)
    return events


def _insert_stages(env, team):
    """Everybody enters the first stage, 80 % the second, fewer each time; a score on the way, and an end for some."""
    stages = env["crm.stage"].search([("team_ids", "in", team.ids)], order="sequence")
    for number, stage in enumerate(stages):
        env.cr.execute(
            """
            INSERT INTO outbound_event (lead_id, company_id, kind, date, new_value, payload)
            SELECT id, company_id, 'stage_changed', create_date + make_interval(days => %(number)s * 5), %(name)s,
                   jsonb_build_object('from', %(before)s, 'to', %(stage)s, 'predicted', (id %% 97)::float,
                                      'score', (id %% 50) / 10.0, 'tier', icp_tier)
              FROM crm_lead WHERE team_id = %(team)s AND id %% 10 <= %(last)s
            """,
            {
                "number": number,
                "name": stage.name,
                "before": stages[number - 1].id if number else None,
                "stage": stage.id,
                "team": team.id,
                "last": (9, 7, 2, 1, 0, 0, 0, 4)[number % 8],
            },
        )


def _insert_touches(env, team, mailboxes):
    """Tier, enrolment, then four mails drafted, approved and sent to eight of ten prospects."""
    sequence = env.ref("outbound_prospecting.sequence_tier_1")
    steps = sequence.step_ids.filtered(lambda step: step.channel == "email").ids[:4]
    env.cr.execute(
        """
        INSERT INTO outbound_event (lead_id, company_id, kind, date, old_value, new_value, payload)
        SELECT id, company_id, kind, create_date, NULL, icp_tier, jsonb_build_object('sequence', %(sequence)s)
          FROM crm_lead, unnest(ARRAY['tier_changed', 'enrolled']) AS kind
         WHERE team_id = %(team)s AND (kind = 'tier_changed' OR id %% 10 < 8)
        """,
        {"sequence": sequence.id, "team": team.id},
    )
    env.cr.execute(
        """
        INSERT INTO outbound_event (lead_id, company_id, kind, date, new_value, payload)
        SELECT id, company_id, kind,
               date_trunc('day', create_date) + make_interval(days => n * 4, hours => 8 + (id + n) %% 9),
               n || '. Mail',
               jsonb_build_object('touch', id * 10 + n, 'enrolment', id, 'sequence', %(sequence)s,
                   'step', (%(steps)s::int[])[n], 'number', n, 'channel', 'email',
                   'mailbox', (%(mailboxes)s::int[])[1 + id %% 5], 'hour', 8 + (id + n) %% 9, 'tier', icp_tier,
                   'variant', CASE id %% 2 WHEN 0 THEN 'A' ELSE 'B' END,
                   'level', (ARRAY['executive', 'vp', 'manager', 'staff'])[1 + id %% 4],
                   'function', (ARRAY['safety', 'people', 'operations'])[1 + id %% 3])
          FROM crm_lead, generate_series(1, 4) AS n, unnest(ARRAY['approved', 'touch_sent']) AS kind
         WHERE team_id = %(team)s AND id %% 10 < 8
        """,
        {"sequence": sequence.id, "steps": steps, "mailboxes": mailboxes.ids, "team": team.id},
    )


def _insert_answers(env):
    """One mail of twenty is answered, one of fifty comes back."""
    env.cr.execute(
        """
        INSERT INTO outbound_event (lead_id, company_id, kind, date, new_value, payload)
        SELECT lead_id, company_id, CASE WHEN id %% 50 = 0 THEN 'bounced' ELSE 'reply_read' END,
               date + interval '5 hours', 'answer',
               jsonb_build_object('reply', id, 'touch', (payload->>'touch')::int, 'label', CASE WHEN id %% 50 = 0
                   THEN 'bounce' ELSE (ARRAY['interest', 'not_interested', 'out_of_office', 'question'])[1 + id / 20 %% 4]
                   END, 'fault', CASE WHEN id %% 50 = 0 THEN 'recipient' END)
          FROM outbound_event WHERE kind = 'touch_sent' AND (id %% 20 = 0 OR id %% 50 = 0)
        """,
        [],
    )


def _insert_costs(env, team):
    provider = env["outbound.provider"].create(
        {"name": "Bench", "endpoint": "https://models.example.com/v1", "model": "bench"}
    )
    env.flush_all()
    env.cr.execute(
        """
        INSERT INTO outbound_provider_call (provider_id, company_id, lead_id, date, purpose, state, outcome, cost)
        SELECT %s, company_id, id, create_date, 'bench', 'done', 'ok', 0.002 FROM crm_lead WHERE team_id = %s
        """,
        [provider.id, team.id],
    )


def measure(env, payload: dict) -> dict:
    """Seconds of each opening, by the name of its page, and of a plain count of the events."""
    user = env["res.users"].create({"name": "Bench", "login": "bench_manager", "group_ids": [(4, env.ref(MANAGER).id)]})
    actions = env["ir.actions.act_window"].search([("res_model", "=like", "outbound.report.%")])
    openings = {action.name: _prepare_opening(env(user=user.id), action) for action in actions}
    for dashboard in env.ref("outbound_prospecting.spreadsheet_dashboard_group_outbound").dashboard_ids:
        openings[f"dashboard {dashboard.name}"] = _prepare_dashboard(env(user=user.id), dashboard)
    took: dict[str, list[float]] = {name: [] for name in openings} | {"floor": []}
    for run_number in range(RUNS + 1):
        for name, opening in openings.items():
            env.invalidate_all()
            start = time.perf_counter()
            result = opening()
            seconds = time.perf_counter() - start
            if not result[0][0]["__count"]:
                raise AssertionError(f"{name} is empty")
            took[name] += [seconds] if run_number else []  # the first one warms up
        start = time.perf_counter()
        env.cr.execute("SELECT count(*) FROM outbound_event")
        took["floor"] += [time.perf_counter() - start] if run_number else []
    return took


def _prepare_opening(env, action):
    """What the web client asks for when it shows the pivot that an action opens."""
    from lxml import etree

    from odoo.tools.safe_eval import safe_eval

    context = safe_eval(action.context or "{}", {"uid": env.uid})
    model = env[action.res_model].with_context(**context)
    arch = etree.fromstring(model.get_view(view_type="pivot")["arch"])

    def named(kind):
        return [
            ":".join(filter(None, (node.get("name"), node.get("interval"))))
            for node in arch.iterfind(f"field[@type='{kind}']")
        ]

    rows = context.get("pivot_row_groupby") or named("row")
    measures = context.get("pivot_measures") or named("measure")
    described = model.fields_get(measures, ["aggregator"])
    aggregates = [f"{name}:{described[name]['aggregator']}" for name in measures] + ["__count"]
    sets = [rows[:depth] for depth in range(len(rows) + 1)]
    domain = safe_eval(action.domain or "[]", {"uid": env.uid})
    return lambda: model.formatted_read_grouping_sets(domain, sets, aggregates)


def _prepare_dashboard(env, dashboard):
    """All that a dashboard asks for with its filters as they are when it opens, one after the other."""
    import json

    book = json.loads(dashboard.spreadsheet_data)
    sources = [
        (pivot["model"], pivot["domain"], [_spec(row) for row in pivot["rows"]], [m["id"] for m in pivot["measures"]])
        for pivot in book["pivots"].values()
    ]
    for figure in book["sheets"][0]["figures"]:
        if "metaData" in figure["data"]:
            described = figure["data"]["metaData"]
            sources.append((described["resModel"], [], described["groupBy"], [described["measure"]]))

    def opening():
        since = [("date", ">=", env.cr.now() - timedelta(days=90))]
        results = []
        for name, domain, rows, measures in sources:
            model = env[name]
            described = model.fields_get(measures, ["aggregator"])
            aggregates = [f"{measure}:{described[measure]['aggregator']}" for measure in measures] + ["__count"]
            sets = [rows[:depth] for depth in range(len(rows) + 1)]
            results.append(model.formatted_read_grouping_sets(domain + since, sets, aggregates))
        return results[0]

    return opening


def _spec(row: dict) -> str:
    return ":".join(filter(None, (row["fieldName"], row.get("granularity"))))
