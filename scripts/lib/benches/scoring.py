"""Full re-score with the installed ICP beside Odoo's predictive pass and a bare SQL UPDATE, and its memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from ..bench import Context, line

RUNS = 5
MEMORY_ALLOWED = 150  # MB over idle


def run(ctx: Context, size: int | None) -> Iterator[dict]:
    count = size or 100_000
    with ctx.database() as database:
        took = ctx.inside(database, "lib.benches.scoring:measure_speed", {"leads": count})
    note = f"{count} leads, median of {RUNS} alternate runs"
    predictive = ("Odoo's predictive pass, same leads", count / median(took["predictive"]))
    rate = {"reference": predictive, "unit": "leads/s"}
    yield line(
        f"re-score, every score changes ({note}; {took['tier_changes']:.0%} change tier)",
        ours=count / median(took["changing"]),
        at_least=1,
        **rate,
    )
    yield line(
        f"re-score, every score changes ({note})",
        ours=median(took["changing"]),
        reference=("bare SQL UPDATE of the same columns to the same values", median(took["bare"])),
        unit="s",
        at_most=1.3,
    )
    yield line(f"re-score, nothing changes ({note})", ours=count / median(took["unchanged"]), at_least=5, **rate)
    for leads in (count, 4 * count):
        with ctx.database() as database:
            ctx.inside(database, "lib.benches.scoring:prepare_memory", {"leads": leads})
            grown = ctx.inside(database, "lib.benches.scoring:measure_memory")
        yield line(
            f"re-score, memory ({leads} leads, every score changes)",
            ours=grown,
            reference=("allowed over idle", MEMORY_ALLOWED),
            unit="MB",
            at_most=1,
        )


# ------------------------------------------------------------------ inside Odoo


def measure_speed(env, payload: dict) -> dict:
    """Seconds of each kind of run, and the share of leads that change tier."""
    from ..bench_leads import insert_leads, timed, vacuum

    count = payload["leads"]
    insert_leads(env, env["crm.team"]._get_outbound_team(), count, closed=count // 10)
    installed, other = _installed_and_other(env)
    _score(env, installed)
    _remember(env, "final")
    took = {"changing": [], "unchanged": [], "bare": [], "predictive": []}
    for _run in range(RUNS):
        _score(env, other)
        vacuum(env)
        took["changing"].append(timed(_daily_job, env))
        _expect_same(env, "final")
        vacuum(env)
        took["unchanged"].append(timed(_daily_job, env))
        _score(env, other)
        vacuum(env)
        took["bare"].append(timed(_bare_update, env))
        _expect_same(env, "final")
        vacuum(env)
        took["predictive"].append(timed(_predict, env))
    _score(env, other)
    env.cr.execute(
        "SELECT avg((l.icp_tier IS DISTINCT FROM f.icp_tier)::int), avg((l.icp_score <> f.icp_score)::int) "
        "FROM crm_lead AS l JOIN bench_final AS f USING (id)"
    )
    tier_changes, score_changes = map(float, env.cr.fetchone())
    if score_changes < 1:
        raise AssertionError(f"Only {score_changes:.2%} of the scores change between the two versions.")
    return {**took, "tier_changes": tier_changes}


def prepare_memory(env, payload: dict):
    from ..bench_leads import insert_leads, vacuum

    insert_leads(env, env["crm.team"]._get_outbound_team(), payload["leads"])
    _installed, other = _installed_and_other(env)
    _score(env, other)
    vacuum(env)


def measure_memory(env, payload: dict) -> float:
    """How many MB this process has grown at most, over idle, while the daily job wrote every lead."""
    icp = env.ref("outbound_prospecting.icp_default")
    icp._score_leads(env["crm.lead"].search(icp._open_prospects(), limit=10))  # what any process loads once
    env.cr.commit()
    env.invalidate_all()
    Path("/proc/self/clear_refs").write_text("5")  # the peak counts from here
    idle = _memory("VmRSS")
    _daily_job(env)
    return _memory("VmHWM") - idle


def _memory(name: str) -> float:
    status = Path("/proc/self/status").read_text()
    return int(status.split(f"{name}:")[1].split()[0]) / 1024


def _installed_and_other(env):
    """The installed ICP, and a version of it that gives every prospect another score."""
    installed = env.ref("outbound_prospecting.icp_default")
    other = installed.copy({"name": "Bench"})
    factor = other.factor_ids.filtered(lambda factor: factor.field_name == "industry_fit")
    for rated in factor.criterion_ids:
        rated.rating = rated.rating - 1 or 2
    factor.default_rating = 2
    env.cr.commit()
    return installed, other


def _score(env, icp):
    icp._score_leads()
    env.cr.commit()
    env.invalidate_all()


def _daily_job(env):
    env["outbound.icp"]._cron_score_leads()
    env.cr.commit()


def _predict(env):
    env["crm.lead"]._cron_update_automated_probabilities()
    env.cr.commit()


def _columns() -> list[str]:
    from odoo.addons.outbound_prospecting.models.icp.icp_scoring import SCORED_FIELDS

    return sorted(SCORED_FIELDS)


def _remember(env, name: str):
    env.cr.execute(
        f"CREATE TABLE bench_{name} AS SELECT id, {', '.join(_columns())} FROM crm_lead "
        "WHERE won_status = 'pending' AND active"
    )
    env.cr.commit()


def _bare_update(env):
    env.cr.execute(
        f"UPDATE crm_lead AS l SET {', '.join(f'{name} = f.{name}' for name in _columns())} "
        "FROM bench_final AS f WHERE l.id = f.id"
    )
    env.cr.commit()


def _expect_same(env, name: str):
    compared = [column for column in _columns() if column != "icp_score_date"]
    left, right = (", ".join(f"{table}.{column}" for column in compared) for table in ("l", "f"))
    env.cr.execute(
        f"SELECT count(*) FROM crm_lead AS l JOIN bench_{name} AS f USING (id) WHERE ({left}) IS DISTINCT FROM ({right})"
    )
    (different,) = env.cr.fetchone()
    env.cr.commit()
    if different:
        raise AssertionError(f"{different} leads do not have the values that both ways should give them.")
