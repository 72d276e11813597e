"""The product's main job on the demo database, as small steps that run inside Odoo one after the other.

A step takes `(env, options, summary)`, does one thing, adds what it did to the summary and leaves the commit to
`run`, so a step that fails leaves the earlier ones in place.
"""

from __future__ import annotations

import time
from pathlib import Path

from .outreach import play_outreach
from .progress import step


def import_companies(env, options: dict, summary: dict) -> None:
    """Import the file of companies: each row ends as imported, duplicate or rejected."""
    path = Path(options["companies"])
    with step(f"Importing companies from {path.name}"):
        result = env["outbound.import"]._import_file(path.name, path.read_bytes())
    summary.update({key: result[key] for key in ("companies", "imported", "duplicates", "rejected")})


def score_prospects(env, options: dict, summary: dict) -> None:
    """Score all prospects against the active ICP and count them by tier."""
    with step("Scoring all prospects against the active ICP"):
        summary["scored"] = env["outbound.icp"]._get_active(env.company)._score_leads()
    counts = env["crm.lead"]._read_group([("team_id.is_outbound", "=", True)], ["icp_tier"], ["__count"])
    summary["tiers"] = {tier or "none": count for tier, count in counts}


STEPS = (import_companies, score_prospects, play_outreach)


def run(env, options: dict) -> dict:
    """Run all steps and return the summary that `scripts/demo --once` prints."""
    started = time.monotonic()
    summary: dict = {}
    for job in STEPS:
        job(env, options, summary)
        env.cr.commit()
    summary["seconds"] = round(time.monotonic() - started, 1)
    return summary
