"""What runs inside Odoo on a copy of a database: a pilot from its first morning to its last day, and its figures."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from odoo.exceptions import UserError
from odoo.modules.neutralize import neutralize_database

from odoo.addons.outbound_prospecting.domain.simulation import POSITIVE

from .mail_sink import mail_server
from .people import People
from .pilot_run import describe_pilot, launch_pilot
from .progress import step
from .prospects import Prospects
from .simulated_leads import describe_people, make_leads
from .simulation import Simulation, find_crons
from .simulation_audit import Arrival, Place, find_violations, recount

LEADS_PER_MAILBOX = 25  # with 30 mails a day each, a day of the sequence fits into a day
CAP = 30
REPS = 3
ZONE = "America/New_York"


@dataclass
class Played:
    """A course of time and who took part; places by address."""

    simulation: Simulation
    pilot: object
    mailboxes: object
    places: dict[str, Place]


def play(env, payload: dict) -> dict:
    """Play a pilot and return its figures; everything is committed, so this is for copies.

    :param payload: `leads`, `days`, `seed`, `profile`, and `mailboxes`, `start` or None
    """
    started = time.monotonic()
    with step(f"Playing {payload['days']} days with {payload['leads']} prospects"):
        played = run(env, payload)
    return {
        **{name: payload[name] for name in ("leads", "days", "seed", "profile")},
        **measure(env, played),
        "seconds": round(time.monotonic() - started, 1),
    }


def run(env, payload: dict) -> Played:
    """From the first morning to the last day."""
    count, days, seed = payload["leads"], payload["days"], payload["seed"]
    start = datetime.fromisoformat(payload["start"]) if payload["start"] else next_monday(env.cr.now())
    crons = find_crons(env)  # before the copy is silenced
    neutralize_database(env.cr)
    env.invalidate_all()
    prospects = Prospects(get_behaviour(env, payload["profile"]), seed)
    with mail_server() as (inbox, port):
        env["ir.config_parameter"].set_param("outbound_prospecting.name_servers", "127.0.0.1")
        reps = _ensure_reps(env)
        mailboxes = _make_mailboxes(env, port, payload["mailboxes"] or -(-count // LEADS_PER_MAILBOX))
        leads, places = make_leads(env, count, seed, start)
        for number, rep in enumerate(reps):
            leads[number :: len(reps)].user_id = rep
        people = People(prospects, ZONE, seed)
        simulation = Simulation(env, inbox, start, people=people, prospects=prospects, crons=crons)
        env.cr.commit()
        simulation.play(start + timedelta(hours=12))  # the scheduled action scores them in the morning
        prospects.people = describe_people(leads)
        pilot = launch_pilot(simulation.at(), leads, "Simulation", days)
        simulation.play(start + timedelta(days=days))
    return Played(simulation, pilot, mailboxes, places)


def next_monday(now: datetime) -> datetime:
    return datetime.combine(now.date() + timedelta(days=7 - now.weekday()), datetime.min.time())


def _ensure_reps(env):
    """Whoever sells for the outbound team; made up where nobody does yet."""
    team = env.ref("outbound_prospecting.crm_team_outbound")
    if team.member_ids:
        return team.member_ids
    group = env.ref("outbound_prospecting.group_outbound_user")
    users = env["res.users"].with_context(no_reset_password=True, tracking_disable=True)
    reps = users.create(
        [
            {
                "name": f"Rep {number}",
                "login": f"rep{number}@simulation.example.com",
                "email": f"rep{number}@simulation.example.com",
                "tz": ZONE,
                "group_ids": [(4, group.id)],
            }
            for number in range(1, REPS + 1)
        ]
    )
    team.member_ids = reps
    return reps


def _make_mailboxes(env, port: int, count: int):
    """Senders of this simulation, whose server is on this machine."""
    server = env["ir.mail_server"].create(
        {"name": "Simulation", "smtp_host": "127.0.0.1", "smtp_port": port, "smtp_encryption": "none"}
    )
    mailboxes = env["outbound.mailbox"].create(
        [
            {
                "name": f"Sender {number}",
                "email": f"sender{number}@simulation.example.com",
                "mail_server_id": server.id,
                "postal_address": "1 Example Street, Springfield",
                "daily_cap": CAP,
                "ramp_weeks": 0,
                "tz": ZONE,
                "fallback_tz": ZONE,
            }
            for number in range(1, count + 1)
        ]
    )
    mailboxes._resume()
    return mailboxes


# ---------------------------------------------------------------------- figures


def measure(env, played: Played) -> dict:
    """The figures of the product, what must never happen, and where the product differs from what was seen outside."""
    env.invalidate_all()
    simulation, pilot = played.simulation, played.pilot.with_env(played.simulation.at())
    leads, enrolments = pilot.member_ids.lead_id, pilot.enrolment_ids
    arrivals = [Arrival.read(when, raw) for when, raw in simulation.inbox.mails]
    letters = simulation.prospects.delivered
    caps = {mailbox.email_normalized: (mailbox.daily_cap, mailbox.tz) for mailbox in played.mailboxes}
    violations = find_violations(arrivals, letters, played.places, caps)
    figures = count_events(env, leads, simulation.now)
    return {
        **{name: figure for name, figure in figures.items() if name != "mails_by_step"},
        "positives": sum(figures["replies"].get(label, 0) for label in POSITIVE),
        "completion": _describe_completion(enrolments),
        "held": _describe_held(env, enrolments, leads),
        "violations": {kind: len(cases) for kind, cases in violations.items()},
        "disagreements": compare(figures, recount(arrivals, letters), _get_positions(enrolments)),
        "pilot": describe_pilot(pilot),
        "moments": simulation.moments,
    }


def count_events(env, leads, until: datetime) -> dict:
    """The product's own figures about these prospects, from its events and replies."""
    events = env["outbound.event"].search([("lead_id", "in", leads.ids), ("date", "<=", until)])
    of = events.grouped("kind")
    sent = [event.payload["number"] for event in of.get("touch_sent", ())]
    tasks = [event.payload["number"] for event in of.get("touch_done", ())]
    replies = env["outbound.reply"].search([("lead_id", "in", leads.ids), ("state", "!=", "received")])
    machines = ("out_of_office", "auto_reply", "bounce", "complaint")
    people = replies.filtered(lambda reply: reply.label not in machines)
    unsubscribed = of.get("unsubscribed", env["outbound.event"]).lead_id
    return {
        "contacted": len(of["touch_sent"].lead_id) if sent else 0,
        "mails": len(sent),
        "mails_by_step": Counter(event.payload["step"] for event in of.get("touch_sent", ())),
        "touches": dict(sorted(Counter(map(str, sent + tasks)).items())),
        "answered": len(people.lead_id),
        "replies": dict(sorted(Counter(replies.mapped("label")).items())),
        "bounces": dict(Counter(reply.fault for reply in replies if reply.label == "bounce")),
        "opt_outs": len(unsubscribed | replies.filtered(lambda reply: reply.label == "opt_out").lead_id),
        "meetings": len(of["meeting_booked"].lead_id) if "meeting_booked" in of else 0,
    }


def compare(figures: dict, seen: dict, positions: dict[int, int]) -> list[str]:
    """Where the product counts something else than what arrived and came back; a line for each.

    :param positions: place among the mails of its sequence, by id of the step
    """
    by_position: Counter = Counter()
    for step_id, count in figures["mails_by_step"].items():
        by_position[positions[step_id]] += count
    ours = {**{name: figures[name] for name in ("contacted", "mails", "replies", "bounces", "opt_outs")}}
    ours["mails_by_position"] = dict(sorted(by_position.items()))
    return [f"{name}: {own} here, {seen[name]} outside" for name, own in ours.items() if own != seen[name]]


def _get_positions(enrolments) -> dict[int, int]:
    positions = {}
    for sequence in enrolments.sequence_id:
        mails = sequence.step_ids.filtered(lambda one: one.channel == "email")
        positions |= {one.id: place for place, one in enumerate(mails, 1)}
    return positions


def _describe_completion(enrolments) -> dict:
    """How the sequences ended: completed to the last touch, ended by an answer, or still under way."""
    return {"enrolled": len(enrolments), **dict(sorted(Counter(enrolments.mapped("state")).items()))}


def _describe_held(env, enrolments, leads) -> dict:
    """Why mails and tasks still wait, and why prospects were not enrolled."""
    waiting = enrolments.touch_ids._filter_waiting()
    held = Counter(touch.hold_code or touch.state for touch in waiting if touch.enrolment_id.state == "active")
    held += Counter(env["outbound.enrolment.request"].search([("lead_id", "in", leads.ids)]).mapped("code"))
    return dict(sorted(held.items()))


def get_behaviour(env, code: str):
    """How prospects behave, by the code of a profile."""
    profile = env["outbound.simulation.profile"].search([("code", "=", code)], limit=1)
    if not profile:
        known = env["outbound.simulation.profile"].search([]).mapped("code")
        raise UserError(f"there is no behaviour named {code}; there are: {', '.join(known)}.")
    return profile._to_behaviour()


def keep(env, summary: dict) -> None:
    """Store a result in the database that was copied."""
    env["outbound.simulation"]._store(summary)
