"""Predicted conversion through Odoo's own engine: a CSV of leads with their outcome, Odoo's variables beside ours.

Four fifths of the leads are won or lost in a database of this run alone; Odoo learns from them and predicts the open
fifth. Which fifth a lead belongs to depends on a hash of its row without the outcome. What is known of a lead when it
comes in is mapped as a person would enter it; what was written down by then talking to it (tags of the call, lead
quality, last activity, scores) would tell the outcome and is left out.

| column | field |
|---|---|
| Lead Source | `source_id`, one of Odoo's own variables |
| Country; a city in Maharashtra | `country_id`, `state_id`, Odoo's own variables too |
| Specialization | `industry_id`, which the addon offers as a variable |
| Lead Origin | `medium_id`, read by the ICP |
| What is your current occupation | `function`, read by the ICP |
| Total Time Spent on Website | a line of `description`, read by the ICP |

The ICP (`ICP` below) adds points and gives `icp_tier`, the variable that the addon registers. Its rules and points are
those of somebody who looked at the four fifths only.
"""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path
from typing import Any

from ..bench import Context
from ..evaluate import Result
from ..progress import Failure

FIFTHS = 5
OUTCOME = "Converted"
UNKNOWN = {"", "Select"}  # "Select" is the form's prompt
STATE_CITIES = {"Mumbai", "Thane & Outskirts", "Other Cities of Maharashtra"}
LONG, SHORT = "Spent more than ten minutes on the website.", "Looked at the website for a short time."
ODOOS = "phone_state,email_state,state_id,country_id,source_id,lang_id,tag_ids"  # as Odoo installs them
VARIABLES = {
    "odoo": ODOOS,
    "odoo_and_raw_facts": f"{ODOOS},medium_id,function",  # what the ICP reads, as far as Odoo could be told to use it
    "odoo_and_tier": f"{ODOOS},icp_tier",
    "odoo_tier_and_industry": f"{ODOOS},icp_tier,industry_id",
    "tier_alone": "icp_tier",
}
ICP = {  # factor -> (points, prospects, reason), tried from top to bottom
    "Interest": [
        (30, [("description", "ilike", LONG)], "More than ten minutes on the website"),
        (0, [("description", "ilike", SHORT)], "A short look at the website"),
        (15, [], "Did not come over the website"),
    ],
    "Occupation": [
        (40, [("function", "=", "Working Professional")], "Works, and can pay for a course"),
        (20, [("function", "!=", False)], "Told us the occupation"),
    ],
    "Origin": [(30, [("medium_id.name", "=", "Lead Add Form")], "Asked to be called")],
}
TIERS = {"tier_1": 60, "tier_2": 45, "tier_3": 30, "disqualified": 0}


def run(path: Path) -> Result:
    """:raises Failure: when the file has no usable outcome"""
    from outbound_prospecting.domain.accuracy import brier

    rows, unusable = _read(path)
    leads = [_lead(row) for row in rows]
    learnt, held_out = ([lead for lead in leads if lead["test"] is test] for test in (False, True))
    if len({lead["won"] for lead in learnt}) < 2 or not held_out:
        raise Failure(
            f"{path} needs won and lost leads to learn from, and some to predict; {OUTCOME} says which is which."
        )
    ctx = Context()
    with ctx.database() as database:
        found = ctx.inside(database, "lib.evaluations.outcomes:predict", {"leads": leads})
    outcomes = [lead["won"] for lead in held_out]
    base = sum(lead["won"] for lead in learnt) / len(learnt)
    figures = {
        "leads": len(leads),
        "rows_without_outcome": unusable,
        "learnt_from": len(learnt),
        "held_out": len(held_out),
        "won_of_held_out": round(sum(outcomes) / len(outcomes), 4),
        "brier_of_base_rate": round(brier([base] * len(outcomes), outcomes) or 0.0, 4),
        "tiers": found["tiers"],
        "predictions": {
            name: {"variables": variables, **_judge(found["predictions"][name], outcomes)}
            for name, variables in VARIABLES.items()
        },
    }
    ours = found["predictions"]["odoo_and_tier"]
    cases = [
        {"row": lead["key"], "ok": (chance > 0.5) == lead["won"], "predicted": chance, "won": lead["won"]}
        for lead, chance in zip(held_out, ours, strict=True)
    ]
    return Result(figures, cases)


def _judge(chances: list[float], outcomes: list[bool]) -> dict[str, Any]:
    from outbound_prospecting.domain.accuracy import auc, auc_interval, brier, calibration

    ranking = auc(chances, outcomes)
    interval = auc_interval(ranking, sum(outcomes), len(outcomes) - sum(outcomes)) if ranking is not None else None
    return {
        "auc": None if ranking is None else round(ranking, 4),
        "auc_interval": interval and [round(interval.low, 4), round(interval.high, 4)],
        "brier": round(brier(chances, outcomes) or 0.0, 4),
        "calibration": [
            {
                "predicted": round(part.predicted, 3),
                "observed": round(part.observed.value or 0.0, 3),
                "cases": part.observed.count,
            }
            for part in calibration(chances, outcomes, bins=5)
        ],
    }


def _read(path: Path) -> tuple[list[dict[str, str]], int]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    usable = [{key: value or "" for key, value in row.items() if key} for row in rows if row.get(OUTCOME) in ("0", "1")]
    return usable, len(rows) - len(usable)


def _lead(row: dict[str, str]) -> dict[str, Any]:
    """What is entered of a row, by names; `test` when it belongs to the held-out fifth."""
    text = "\x1f".join(value for column, value in row.items() if column != OUTCOME)
    key = hashlib.sha256(text.encode()).hexdigest()

    def told(column: str) -> str | None:
        value = row.get(column, "").strip()
        return None if value in UNKNOWN else value

    source = told("Lead Source")
    seconds = float(row.get("Total Time Spent on Website") or 0)
    return {
        "key": key[:12],
        "test": int(key, 16) % FIFTHS == 0,
        "won": row[OUTCOME] == "1",
        "source": source and source.capitalize(),  # both "Google" and "google" occur
        "medium": told("Lead Origin"),
        "country": told("Country"),
        "maharashtra": row.get("City") in STATE_CITIES,
        "industry": told("Specialization"),
        "function": told("What is your current occupation"),
        "note": LONG if seconds > 600 else SHORT if seconds else None,
    }


# ------------------------------------------------------------------ inside Odoo


def predict(env, payload: dict) -> dict:
    """Predicted chances (0 to 1) of the held-out leads in their order, by set of variables."""
    env = env(context={**env.context, "tracking_disable": True, "mail_notrack": True})
    parameters = env["ir.config_parameter"].sudo()
    prospects = env["crm.lead"].create(_values(env, payload["leads"]))
    _score(env, prospects)
    held_out = prospects.browse(
        [lead.id for lead, facts in zip(prospects, payload["leads"], strict=True) if facts["test"]]
    )
    for verb, won in (("action_set_won", True), ("action_set_lost", False)):
        closed = [
            lead.id
            for lead, facts in zip(prospects, payload["leads"], strict=True)
            if facts["won"] is won and not facts["test"]
        ]
        getattr(prospects.browse(closed), verb)()
    predictions = {}
    for name, variables in VARIABLES.items():
        parameters.set_param("crm.pls_fields", variables)
        env["crm.lead"]._cron_update_automated_probabilities()
        env.invalidate_all()
        predictions[name] = [lead.automated_probability / 100 for lead in held_out]
    tiers = prospects._read_group([("id", "in", held_out.ids)], ["icp_tier"], ["__count"])
    return {"predictions": predictions, "tiers": {tier or "none": count for tier, count in tiers}}


def _values(env, leads: list[dict]) -> list[dict]:
    ids = {
        model: _by_name(env, model, {lead[key] for lead in leads if lead[key]})
        for model, key in (("utm.source", "source"), ("utm.medium", "medium"), ("res.partner.industry", "industry"))
    }
    countries = {country.name: country.id for country in env["res.country"].with_context(lang="en_US").search([])}
    state = env.ref("base.state_in_mh").id
    team = env["crm.team"]._get_outbound_team()
    return [
        {
            "name": lead["key"],
            "type": "opportunity",
            "team_id": team.id,
            "user_id": False,
            "source_id": ids["utm.source"].get(lead["source"], False),
            "medium_id": ids["utm.medium"].get(lead["medium"], False),
            "industry_id": ids["res.partner.industry"].get(lead["industry"], False),
            "country_id": countries.get(lead["country"], False),
            "state_id": state if lead["maharashtra"] else False,
            "function": lead["function"] or False,
            "description": lead["note"] or False,
        }
        for lead in leads
    ]


def _by_name(env, model: str, names: set[str]) -> dict[str, int]:
    known = {record.name: record.id for record in env[model].search([("name", "in", list(names))])}
    missing = sorted(names - set(known))
    return known | dict(zip(missing, env[model].create([{"name": name} for name in missing]).ids, strict=True))


def _score(env, prospects) -> None:
    factors = [
        (0, 0, {"name": name, "default_rating": 0, "criterion_ids": [
            (0, 0, {"sequence": number, "rating": points, "domain": str(domain), "reason": reason})
            for number, (points, domain, reason) in enumerate(criteria)
        ]})
        for name, criteria in ICP.items()
    ]  # fmt: skip
    tiers = [(0, 0, {"code": code, "name": code, "min_score": least}) for code, least in TIERS.items()]
    icp = env["outbound.icp"].create(
        {"name": "Outcomes", "method": "points", "min_completeness": 0, "factor_ids": factors, "tier_ids": tiers}
    )
    icp._activate()
    env.flush_all()
    if icp._score_leads(prospects) != len(prospects):
        raise AssertionError("Not every lead was scored.")
    env.invalidate_all()
