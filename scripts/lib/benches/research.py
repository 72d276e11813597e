"""Fit, brief and all drafts of a lead against the demo's model on loopback: calls, own work, calls at a time, and again.

The model runs in this process, the product in another, so that what the model costs is not counted as ours. Own work is the
processor time of the product and of its database connection: nothing else is waited for, and a busy machine adds nothing.
Reading a page of 100 KB is the bench `page`.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from ..bench import Context, line
from ..demo_model import model_server

LEADS = 20
CALLS = 10  # of a lead, at most
OWN_WORK = 300.0  # milliseconds of a lead
LATENCY = 1.0  # seconds of a model
NOTE = "brief, fit and the drafts of a whole sequence"


def run(ctx: Context, size: int | None) -> Iterator[dict]:
    leads = size or LEADS
    with ctx.database() as database, model_server() as instant, model_server(LATENCY) as slow:
        ctx.inside(database, "lib.benches.research:prepare", {"leads": leads})
        first = ctx.inside(database, "lib.benches.research:measure_whole", {"url": instant.url})
        again = ctx.inside(database, "lib.benches.research:measure_again", {"url": instant.url})
        took = ctx.inside(database, "lib.benches.research:measure_parallel", {"url": slow.url, "leads": leads})
    yield line(
        f"research, model calls of a lead ({NOTE}; {first['drafts'] / leads:.1f} drafts)",
        ours=first["calls"] / leads,
        reference=("what the issue allows", CALLS),
        unit="calls",
        at_most=1,
    )
    yield line(
        f"research, own work of a lead ({NOTE}; {leads} leads, a model that answers at once)",
        ours=1000 * first["seconds"] / leads,
        reference=("what the issue allows", OWN_WORK),
        unit="ms",
        at_most=1,
    )
    yield line(
        f"research, {leads} leads at a time (brief and fit, a model that takes {LATENCY:g} s)",
        ours=leads / took["parallel"],
        reference=("the same leads one by one", leads / took["one by one"]),
        unit="leads/s",
        at_least=8,
    )
    yield line(
        "research, calls of a second run over unchanged facts",
        ours=again,
        reference=("the first run", first["calls"]),
        unit="calls",
        at_most=0,
    )


# ------------------------------------------------------------------ inside Odoo


def prepare(env, payload: dict) -> None:
    """Prospects of Tier 1 with evidence, enrolled in a whole sequence; nothing was asked yet."""
    from ..outreach import ready_mailboxes
    from ..simulated_leads import trust_domains

    team = env["crm.team"]._get_outbound_team()
    industry = env["outbound.vertical"].search([], limit=1).industry_ids[:1]
    leads = env["crm.lead"].create(
        [
            {
                "name": f"Bench {number}",
                "type": "opportunity",
                "team_id": team.id,
                "user_id": env.ref("base.user_admin").id,
                "partner_name": _company(number),
                "contact_name": f"Jane Doe{number}",
                "email_from": f"jane@bench{number}.example",
                "website": f"bench{number}.example",
                "industry_id": industry.id,
                "employee_count": 200,
                "country_id": env.ref("base.us").id,
                "city": "Denver",
            }
            for number in range(payload["leads"])
        ]
    )
    icp = env["outbound.icp"]._get_active(env.company)
    icp.assess = True
    ready_mailboxes(env, 9)
    _keep_sites(env, leads)
    icp._score_leads(leads)
    env.cr.commit()
    trust_domains(env, leads, env.cr.now())
    sequence = env.ref("outbound_prospecting.sequence_tier_1")
    sequence.state = "active"
    result = env["outbound.enrolment"]._enrol(leads, sequence)
    if len(result.enrolments) < len(leads):
        raise AssertionError(f"not all prospects are in the sequence: {result.refusals}")


def _company(number: int) -> str:
    return f"Northpeak {chr(65 + number % 26)}{number} Outfitters"


def _keep_sites(env, leads) -> None:
    """The pages of the demo's sites, as if they had been read."""
    from odoo.addons.outbound_prospecting.adapters.page import read_page
    from odoo.addons.outbound_prospecting.adapters.web import Document

    from ..demo_sites import Company, pages

    now: datetime = env.cr.now()
    Site = env["outbound.site"].sudo()
    Site._add_for(leads)
    for lead in leads:
        company = Company(
            lead.partner_name, "Outdoor Recreation", 200, "Denver", lead.contact_name, "Head of Operations"
        )
        read = [
            Document(path.strip("/") or "home", read_page(body, f"http://{lead.website_domain}{path}"), now, path)
            for path, body in pages(company, now).items()
        ]
        site = Site._of_leads(lead)
        env["outbound.document"].sudo()._keep(site, read)
        site.write({"state": "read", "read_date": now, "next_try": False})


def measure_whole(env, payload: dict) -> dict:
    """Calls, drafts and seconds of everything a model is asked for."""
    _set_provider(env, payload["url"])
    env.cr.commit()
    started = _worked(env)
    _run(env)
    drafts = _draft_all(env)
    seconds = _worked(env) - started
    done = [env["outbound.brief"].search_count([("state", "=", "ready")])]
    done += [
        env["outbound.assessment"].search_count([("state", "=", "done")]),
        env["crm.lead"].search_count([("enrolment_ids", "!=", False)]),
    ]
    if len(set(done)) > 1 or drafts < done[0]:
        raise AssertionError(f"not everything was written: {done}, {drafts} drafts")
    return {"seconds": seconds, "calls": _count_calls(env), "drafts": drafts}


def _worked(env) -> float:
    """Seconds of processor time that this process and its connection to the database have had."""
    fields = Path(f"/proc/{env.cr._cnx.get_backend_pid()}/stat").read_text().rpartition(") ")[2].split()
    return time.process_time() + (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure_again(env, payload: dict) -> int:
    """Calls of a second run after somebody touched everything and changed nothing."""
    before = _count_calls(env)
    leads = env["crm.lead"].search([("enrolment_ids", "!=", False)])
    env["outbound.assessment"]._recheck(leads)
    env["outbound.brief"]._plan(leads)
    env.cr.commit()
    _run(env)
    return _count_calls(env) - before


def measure_parallel(env, payload: dict) -> dict:
    """Seconds for brief and fit of all leads, as many at a time as there are leads, and one by one."""
    took = {}
    for name, parallel in (("parallel", payload["leads"]), ("one by one", 1)):
        for model in ("outbound.assessment", "outbound.brief", "outbound.provider.call"):
            env[model].sudo().search([]).unlink()
        _set_provider(env, payload["url"], parallel)
        leads = env["crm.lead"].search([("enrolment_ids", "!=", False)])
        env["outbound.brief"]._plan(leads)
        env.cr.commit()
        started = time.monotonic()
        _run(env)
        took[name] = time.monotonic() - started
        if _count_calls(env) != 2 * len(leads):
            raise AssertionError(f"{_count_calls(env)} calls for {len(leads)} prospects")
    return took


def _set_provider(env, url: str, parallel: int = 4) -> None:
    values = {"name": "Bench", "endpoint": url, "model": "demo-1", "unlimited": True, "parallel": parallel}
    provider = env["outbound.provider"].search([("name", "=", "Bench")], limit=1)
    if provider:
        provider.write(values)
    else:
        env["outbound.provider"].create(values)


def _run(env) -> None:
    env["outbound.brief"]._cron_write_briefs()
    env["outbound.assessment"]._cron_assess_leads()
    env.cr.commit()


def _draft_all(env) -> int:
    """The texts of all touches that a model writes, whenever they are due."""
    touches = env["outbound.touch"].search([("state", "=", "planned"), ("channel", "!=", "internal")])
    now = env.cr.now()
    wanted = touches._filter_for_model()
    while claimed := wanted.filtered(lambda touch: touch.state == "planned")._claim_for_model():
        env.cr.commit()
        claimed._write_by_model(now)
        env.cr.commit()
        wanted -= claimed
    return len(touches.filtered("prompt_version_id"))


def _count_calls(env) -> int:
    return env["outbound.provider.call"].search_count([("cache_hit", "=", False)])
