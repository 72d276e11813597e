"""Prospects that nobody knows: companies and people made up by number, always the same for the same seed."""

from __future__ import annotations

from datetime import datetime, timedelta

from odoo.addons.outbound_prospecting.domain.simulation import Person, chance

from .simulation_audit import Place

FIRST_NAMES = ("Ana", "Ben", "Carla", "David", "Elif", "Frank", "Grace", "Hugo", "Ines", "Jon", "Kira", "Luis")
LAST_NAMES = ("Abel", "Brandt", "Costa", "Dubois", "Evans", "Fischer", "Gomez", "Hart", "Ito", "Jansen", "Keller")
JOBS = ("Operations Manager", "Head of Safety", "HR Director", "Store Manager", "COO", "Purchasing Manager")
KINDS = ("Safety Systems", "Wellness Group", "Outdoor Supply", "Outfitters", "Logistics", "Machine Works", "Foods")
INDUSTRIES = ("outdoor_recreation", "corporate_wellness", "retail", "engineering", "logistics_transportation")
NOTES = ("smart PPE trial, innovation budget", "digital work instructions", "new site, expansion", "", "")
# City, state, country, zone, language
PLACES = (
    ("New York", "state_us_27", "base.us", "America/New_York", "en"),
    ("Denver", "state_us_6", "base.us", "America/Denver", "en"),
    ("Los Angeles", "state_us_5", "base.us", "America/Los_Angeles", "en"),
    ("Houston", "state_us_44", "base.us", "America/Chicago", "en"),
    ("Leeds", "", "base.uk", "Europe/London", "en"),
    ("Lyon", "", "base.fr", "Europe/Paris", "fr"),
    ("Puebla", "state_mx_pue", "base.mx", "America/Mexico_City", "es"),
)
COLLEAGUES = 10  # every so many people work at the company of the one before


def make_leads(env, count: int, seed: int, start: datetime):
    """Create `count` prospects, known since a week before `start`, and their mail domains as such that take mail.

    :return: the leads, and where each is by address
    """
    team = env.ref("outbound_prospecting.crm_team_outbound")
    source = env.ref("outbound_prospecting.utm_source_outbound")
    shared = {"type": "opportunity", "team_id": team.id, "source_id": source.id, "user_id": False}
    rows, places = [], {}
    for number in range(count):
        vals, place = _make_lead(env, number, seed)
        rows.append({**shared, **vals, "data_confirmed_date": start.date()})
        places[vals["email_from"]] = place
    leads = env["crm.lead"].with_context(tracking_disable=True, mail_create_nolog=True).create(rows)
    backdate(leads, start)
    trust_domains(env, leads, start)
    return leads, places


def _make_lead(env, number: int, seed: int) -> tuple[dict, Place]:
    company = number - 1 if number % COLLEAGUES == COLLEAGUES - 1 else number

    def pick(what: str, options, of: int = company):
        return options[int(chance(seed, of, what) * len(options))]

    city, state, country, zone, _language = pick("place", PLACES)
    country, kind = env.ref(country), pick("kind", KINDS)
    name = f"{pick('first', FIRST_NAMES, number)} {pick('last', LAST_NAMES, number)}"
    domain = f"{kind.split(' ')[0].lower()}-{company}.example"
    vals = {
        "name": f"{kind} {company}",
        "partner_name": f"{kind} {company}",
        "contact_name": name,
        "function": pick("job", JOBS, number),
        "email_from": f"{name.lower().replace(' ', '.')}.{number}@{domain}",
        "website": f"https://{domain}",
        "city": city,
        "state_id": env.ref(f"base.{state}").id if state else False,
        "country_id": country.id,
        "industry_id": env.ref(f"outbound_prospecting.industry_{pick('industry', INDUSTRIES)}").id,
        "employee_count": pick("size", (15, 60, 120, 240, 450, 800, 3000)),
        "employee_growth": pick("growth", (0, 5, 25, 60)),
        "description": pick("note", NOTES),
    }
    return vals, Place(zone, country.code)


def backdate(leads, start: datetime) -> None:
    """They have been known for a week at `start`: nobody is written to before they are known."""
    leads.env.flush_all()
    moment = start - timedelta(days=7)
    leads.env.cr.execute("UPDATE crm_lead SET create_date = %s WHERE id = ANY(%s)", [moment, leads.ids])
    leads.env.cr.execute(
        "UPDATE outbound_event SET date = %s WHERE lead_id = ANY(%s) AND date > %s", [moment, leads.ids, moment]
    )
    leads.invalidate_recordset(["create_date"])


def trust_domains(env, leads, now: datetime) -> None:
    """Take the addresses' domains as such that receive mail: no name server is asked."""
    Domain = env["outbound.mail.domain"].sudo()
    names = {lead.email_normalized.partition("@")[2] for lead in leads}
    known = Domain.search([("name", "in", list(names))])
    known.write({"status": "mail", "checked_date": now})
    new = names - set(known.mapped("name"))
    Domain.create([{"name": name, "status": "mail", "checked_date": now} for name in sorted(new)])


def describe_people(leads) -> dict[str, Person]:
    """Who the prospects are to the simulation, by address."""
    languages = {country: language for _city, _state, country, _zone, language in PLACES}
    codes = {leads.env.ref(xmlid).code: language for xmlid, language in languages.items()}
    return {
        lead.email_normalized: Person(lead.email_normalized, lead.icp_tier or "", codes.get(lead.country_id.code, "en"))
        for lead in leads
    }
