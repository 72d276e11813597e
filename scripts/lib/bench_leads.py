"""Synthetic leads for the benches: inserted by SQL, varied as those of a real database are.

Runs inside Odoo, with or without the addon.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import psycopg2

from odoo.sql_db import connection_info_for
from odoo.tools import SQL

COMPANIES = "Northpeak Outfitters,Harbour Safety,Alder Wellness,Brightline Retail,Cobalt Foods,Delta Engineering,\
Everglen Software,Fairway Logistics,Granite Builders,Hollow Pine Media,Ironbridge Steel,Juniper Health,Kestrel Energy"
CITIES = "New York,Chicago,Austin,Denver,Leeds,Dublin,Toronto,Lyon,Leipzig,Tulsa,Boise,Fresno,Omaha,Toledo,Akron,Mesa"
TEXTS = (
    "Runs a pilot with wearable sensors on three sites and looks for partners.",
    "Announced an innovation budget for digital safety programmes.",
    "Family business in the third generation with two warehouses.",
    "Hires a head of corporate wellness; request for proposals expected in spring.",
)


def pick(number: int, values: list) -> SQL:
    """One of `values` for row `i`; draws of different `number` are independent of each other."""
    array = SQL(", ").join(SQL("%s", value) for value in values)
    return SQL("(ARRAY[%s])[1 + abs(hashint8extended(i, %s) %% %s)]", array, number, len(values))


def insert_leads(env, team, count: int, *, closed: int = 0) -> list[int]:
    """Insert `count` open leads of `team`, and `closed` ones of which a third is won.

    :return: the ids of the open leads, ascending
    """
    own = env["crm.stage"].search([("team_ids", "in", team.ids)])
    stages = own or env["crm.stage"].search([("team_ids", "=", False)])
    won = stages.filtered("is_won")
    ended = won | (stages.filtered("is_lost") if "is_lost" in stages._fields else won)
    template = env["crm.lead"].create({"name": "Template", "type": "opportunity", "team_id": team.id, "user_id": False})
    env.flush_all()
    open_values = _varied(env, stages - ended)
    ids = _copy(env, template, count, open_values)
    third = SQL("i %% 3 = 0")
    _copy(
        env,
        template,
        closed,
        {
            **open_values,
            "won_status": SQL("CASE WHEN %s THEN 'won' ELSE 'lost' END", third),
            "active": third,
            "stage_id": SQL("CASE WHEN %s THEN %s ELSE %s END", third, won[:1].id, open_values["stage_id"]),
            "probability": SQL("CASE WHEN %s THEN 100 ELSE 0 END", third),
            "automated_probability": SQL("CASE WHEN %s THEN 100 ELSE 0 END", third),
        },
    )
    template.unlink()
    tags = env["crm.tag"].create([{"name": f"Bench {number}"} for number in range(4)])
    env.cr.execute(
        SQL(
            "INSERT INTO crm_tag_rel (lead_id, tag_id) SELECT i, %s FROM (SELECT id AS i FROM crm_lead) AS l "
            "WHERE i %% 3 = 0 ON CONFLICT DO NOTHING",
            pick(20, tags.ids),
        )
    )
    env.cr.commit()
    env.invalidate_all()
    vacuum(env, full=True)
    return ids


def _varied(env, stages) -> dict[str, SQL]:
    """Expressions by column; columns that the database does not have are left out by `_copy`."""
    countries = env["res.country"].search([("code", "in", ["US", "US", "CA", "GB", "IE", "FR", "DE"])]).ids
    states = env["res.country.state"].search([("country_id.code", "=", "US")], limit=20).ids
    users = env["res.users"].search([("share", "=", False)]).ids
    domain = SQL("'company-' || i / 2 || '.example'")
    values = {
        "name": SQL("'Deal ' || i"),
        "partner_name": SQL("%s || ' ' || i / 2", pick(1, COMPANIES.split(","))),
        "email_from": SQL("'mia.' || i || '@' || %s", domain),
        "email_normalized": SQL("'mia.' || i || '@' || %s", domain),
        "email_domain_criterion": SQL("'@' || %s", domain),
        "email_state": pick(2, ["correct", "correct", "correct", "incorrect"]),
        "phone": SQL("'+1 202 ' || lpad(i::text, 7, '0')"),
        "phone_sanitized": SQL("'+1202' || lpad(i::text, 7, '0')"),
        "phone_state": pick(3, ["correct", "correct", "incorrect", None]),
        "website": SQL("'https://' || %s", domain),
        "website_domain": domain,
        "city": pick(4, [*CITIES.split(","), None]),
        "country_id": pick(5, [*countries, *countries[:1] * 4, None]),
        "state_id": pick(6, [*states, None, None]),
        "description": pick(7, [*TEXTS, *[None] * 6]),
        "stage_id": pick(8, stages.ids),
        "priority": pick(9, ["0", "0", "0", "1", "2", "3"]),
        "user_id": pick(10, users),
        "expected_revenue": SQL("500 * (1 + abs(hashint8extended(i, 11) %% 200))"),
        "automated_probability": SQL("1 + abs(hashint8extended(i, 12) %% 98)"),
        "probability": SQL("1 + abs(hashint8extended(i, 12) %% 98)"),
    }
    if "use_fixed_probability" in stages._fields and any(stages.mapped("use_fixed_probability")):
        whens = SQL(" ").join(SQL("WHEN %s THEN %s", stage.id, stage.fixed_probability) for stage in stages)
        values["probability"] = SQL("CASE %s %s END", values["stage_id"], whens)
    if "industry_id" in env["crm.lead"]._fields:
        values |= {
            "industry_id": pick(13, [*env["res.partner.industry"].search([]).ids, None]),
            "employee_count": pick(14, [0, 4, 12, 30, 45, 80, 150, 220, 400, 700, 950, 2600, 12000]),
            "employee_growth": pick(15, [0, 0, -12, -3, 2, 6, 11, 18, 30, 75]),
        }
    return values


def _copy(env, template, count: int, values: dict[str, SQL]) -> list[int]:
    env.cr.execute("SELECT column_name FROM information_schema.columns WHERE table_name = 'crm_lead'")
    columns = sorted({name for (name,) in env.cr.fetchall()} - {"id"})
    env.cr.execute(
        SQL(
            "INSERT INTO crm_lead (%s) SELECT %s FROM generate_series(1, %s) AS i, crm_lead AS template "
            "WHERE template.id = %s RETURNING id",
            SQL(", ").join(map(SQL.identifier, columns)),
            SQL(", ").join(values.get(name) or SQL.identifier("template", name) for name in columns),
            count,
            template.id,
        )
    )
    return [id_ for (id_,) in env.cr.fetchall()]


def vacuum(env, *, full: bool = False):
    """Tidy up after the run before, so that each one starts from the same state; never while one is measured."""
    connection = psycopg2.connect(**connection_info_for(env.cr.dbname)[1])
    connection.autocommit = True
    with connection.cursor() as cursor:
        if full:
            cursor.execute("ALTER TABLE crm_lead SET (autovacuum_enabled = false)")
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("CHECKPOINT")
    connection.close()


def timed(function: Callable, *arguments) -> float:
    """Seconds that one call takes."""
    start = time.perf_counter()
    function(*arguments)
    return time.perf_counter() - start
