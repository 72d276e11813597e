"""Enrolling prospects and planning their touches, as the scheduled action does it: rules, mailbox, dates, commits.

Every prospect has an address in a domain of its own, so that no rule is spared. What name servers say is known.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator

from .. import bench

SIZE = 10_000
ROUNDS = 3
BAR = 500  # enrolments a second


def run(ctx: bench.Context, size: int | None) -> Iterator[dict]:
    count = size or SIZE
    with ctx.database() as database:
        ctx.inside(database, f"{__name__}:prepare", {"count": count})
        seconds = [ctx.inside(database, f"{__name__}:time_enrolling", {"count": count}) for _ in range(ROUNDS)]
    yield bench.line(
        "planning",
        ours=count / statistics.median(seconds),
        reference=("what the issue asks for", BAR),
        unit="enrolments/s",
        at_least=1,
    )


def prepare(env, payload: dict) -> None:
    """Prospects of one country, a mailbox with room, and the installed sequence of eight touches, live."""
    env = env(context={**env.context, "tracking_disable": True, "mail_create_nosubscribe": True})
    country = env.ref("base.be")
    env["outbound.country.rule"].search([("country_id", "=", country.id)]).unlink()
    env["outbound.country.rule"].create({"country_id": country.id, "policy": "allow"})
    server = env["ir.mail_server"].create({"name": "Bench", "smtp_host": "127.0.0.1", "smtp_port": 9})
    mailbox = env["outbound.mailbox"].create(
        {
            "name": "Bench",
            "email": "bench@ours.example.com",
            "mail_server_id": server.id,
            "postal_address": "1 Test Street",
            "daily_cap": 100_000,
            "ramp_weeks": 0,
        }
    )
    mailbox.sudo().write({"state": "ready"})
    env.ref("outbound_prospecting.sequence_tier_1").write({"state": "active"})
    team = env.ref("outbound_prospecting.crm_team_outbound")
    for start in range(0, payload["count"], 1000):
        env["crm.lead"].create(
            [
                {
                    "name": f"Prospect {number}",
                    "type": "opportunity",
                    "team_id": team.id,
                    "user_id": False,
                    "contact_name": f"Jane {number}",
                    "partner_name": f"Company {number}",
                    "email_from": f"jane@company{number}.example",
                    "website": f"company{number}.example",
                    "country_id": country.id,
                }
                for number in range(start, min(start + 1000, payload["count"]))
            ]
        )
        env.cr.commit()
    env.cr.execute(
        """
        INSERT INTO outbound_mail_domain (name, status, checked_date)
        SELECT 'company' || n || '.example', 'mail', now() AT TIME ZONE 'UTC' FROM generate_series(0, %s) n
        """,
        [payload["count"]],
    )
    env.cr.commit()
    env.cr.execute("ANALYZE")


def time_enrolling(env, payload: dict) -> float:
    """Seconds from requests to planned touches, committed; then everything is as it was."""
    sequence = env.ref("outbound_prospecting.sequence_tier_1")
    leads = env["crm.lead"].search([("email_from", "=like", "jane@company%")])
    env["outbound.enrolment.request"]._request(leads, sequence)
    env.cr.commit()
    env.invalidate_all()
    started = time.monotonic()
    env["outbound.enrolment.request"]._cron_enrol_requests()
    seconds = time.monotonic() - started
    planned = env["outbound.touch"].search_count([("state", "=", "planned")])
    if planned != payload["count"] * len(sequence.step_ids):
        refused = env["outbound.enrolment.request"].search([], limit=1)
        raise AssertionError(f"not the enrolling that was to be measured: {planned} touches; {refused.message}")
    env.cr.execute("DELETE FROM outbound_touch")
    env.cr.execute("DELETE FROM outbound_enrolment")
    env.cr.execute("DELETE FROM outbound_event")
    env.cr.execute("UPDATE crm_lead SET sequence_stage = 'not_started'")
    env.cr.commit()
    return seconds
