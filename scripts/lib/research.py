"""The demo's research: the sites of the best prospects are read, briefs and assessments are written, all on loopback."""

from __future__ import annotations

import contextlib
import csv
import logging
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from .demo_model import NAME, model_server
from .demo_sites import Company, SiteServer, pages, reachable
from .progress import step


@contextlib.contextmanager
def demo_model(env, url: str = "") -> Iterator[None]:
    """The demo model answers within; afterwards it does only where `url` names one that goes on running."""
    logging.getLogger("httpx2").setLevel(logging.WARNING)  # every call, otherwise
    with model_server() as server:
        provider = _ready_provider(env, server.url)
        yield
    if url:
        provider.endpoint = url
    else:
        provider.active = False  # nobody listens any more
    env.cr.commit()


def research(env, moment: datetime, options: dict) -> None:
    """Read, brief and assess as of `moment`: what the product's own scheduled actions do over night."""
    past = env(context={**env.context, "outbound_now": moment})
    env["outbound.icp"]._get_active(env.company).assess = True
    sites = _sites(Path(options["companies"]), moment)
    with step("Reading the sites of prospects of Tier 1 and 2"), SiteServer(sites) as web:
        with reachable(env, web):
            past["outbound.site"]._cron_read_sites()
        past["outbound.signal"]._cron_find_signals()
        env.cr.commit()
    with step("Writing their briefs and assessing their fit with the demo model"):
        past["outbound.brief"]._cron_write_briefs()
        past["outbound.assessment"]._cron_assess_leads()
        env.cr.commit()


def count_research(env) -> dict:
    """What came of it: what was said, what of that is proven, and what it took."""
    statements = env["outbound.brief.statement"].search([])
    attempts = env["outbound.draft.attempt"].search([])
    calls = env["outbound.provider.call"].search([("cache_hit", "=", False), ("state", "=", "done")])
    return {
        "briefs": env["outbound.brief"].search_count([("state", "=", "ready")]),
        "statements": len(statements),
        "cited": len(statements.filtered("accepted")),
        "rejected": len(statements.filtered(lambda one: not one.accepted)),
        "drafts": len(attempts.filtered(lambda one: one.outcome == "used").touch_id),
        "regenerated": len(attempts.filtered(lambda one: one.outcome == "refused")),
        "assessments": env["outbound.assessment"].search_count([("assessed_date", "!=", False)]),
        "calls": len(calls),
        "cost": round(sum(calls.mapped("cost")), 4),
    }


def _ready_provider(env, url: str):
    """The record of the demo model, labelled as what it is; prices are made up, so that the ledger shows a cost."""
    Provider = env["outbound.provider"].with_context(active_test=False)
    values = {"name": NAME, "endpoint": url, "model": "demo-1", "price_in": 0.5, "price_out": 1.5, "active": True}
    provider = Provider.search([("name", "=", NAME)], limit=1)
    if provider:
        provider.write(values)
    else:
        provider = Provider.create({**values, "parallel": 4, "budget_day": 50, "budget_month": 500})
    env.cr.commit()
    return provider


def _sites(path: Path, now: datetime) -> dict[str, dict[str, bytes]]:
    """A site for each company of the demo's own list; other lists name companies that exist."""
    from .demo import COMPANIES as shipped

    if path.resolve() != shipped.resolve():
        return {}
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {host: pages(company_of(row), now) for row in rows if (host := host_of(row["Website"]))}


def host_of(website: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", website.strip().lower()).partition("/")[0]


def company_of(row: dict[str, str]) -> Company:
    digits = row["Employees"].replace(",", "")
    return Company(
        name=row["Company"].strip(),
        industry=row["Industry"].strip(),
        employees=int(digits) if digits.isdigit() else 0,
        city=row["City"].strip(),
        contact=row["Contact"].strip(),
        title=row["Job title"].strip(),
    )
