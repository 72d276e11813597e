"""What the proofs run inside Odoo, each in a process of its own (`lib.odoo.call` and `worker.py`)."""

from __future__ import annotations

import base64
from datetime import datetime, timedelta

from lib.approved_mails import MONDAY, make_leads, make_mailboxes, seed

__all__ = [
    "MONDAY",
    "make_lively",
    "outcome",
    "play_pilot",
    "play_sequence",
    "receive",
    "recover",
    "say_not_sent_and_approve",
    "seed",
    "unsubscribe",
]


def outcome(env, payload: dict) -> list:
    """Every mail with its address, state, attempts and the reasons on its record."""
    env.cr.execute(
        """
        SELECT e.email_normalized, t.number, t.state, t.attempts, t.message_id, t.hold_code, t.hold_reason,
               t.end_reason, e.state,
               (SELECT count(*) FROM mail_message m WHERE m.message_id = t.message_id)
          FROM outbound_touch t JOIN outbound_enrolment e ON e.id = t.enrolment_id ORDER BY t.id
        """
    )
    names = ("address", "number", "state", "attempts", "message_id", "code", "why", "end", "enrolment", "chatter")
    return [dict(zip(names, row, strict=True)) for row in env.cr.fetchall()]


def say_not_sent_and_approve(env, payload: dict):
    """A person settles unknown mails as not sent, and a reviewer lets them go again."""
    env = env(user=1, context={**env.context, "outbound_now": MONDAY + timedelta(hours=1)})
    touches = env["outbound.touch"].search([("state", "=", "unknown")])
    touches.action_mark_not_sent()
    touches.action_approve()
    env.cr.commit()
    return touches.ids


def recover(env, payload: dict):
    """What every run does first: claims of workers that died are given back, carried over, or in doubt."""
    env(user=1, context={"outbound_now": MONDAY + timedelta(hours=1)})["outbound.touch"]._recover_claims()
    env.cr.commit()


def unsubscribe(env, payload: dict):
    """What the unsubscribe link does, with the retries that Odoo's web server makes."""
    from odoo.service.model import retrying

    def act():
        env["outbound.suppression"]._suppress("person", payload["address"], "unsubscribed")

    retrying(act, env)
    env.cr.commit()


def receive(env, payload: dict) -> str:
    """What Odoo's gateway does with a mail, with the retries that it makes; the class that it is then read as."""
    from odoo.service.model import retrying

    env = env(user=1, context={"outbound_now": MONDAY + timedelta(minutes=1)})
    raw = base64.b64decode(payload["mail"])
    retrying(lambda: env["mail.thread"].message_process(None, raw), env)
    env.cr.commit()
    env["outbound.reply"]._cron_read_replies()
    env.cr.commit()
    return env["outbound.reply"].search([]).label


def play_sequence(env, payload: dict) -> dict:
    """A prospect in the installed sequence of eight touches, played over six weeks to a mail server of its own.

    :return: the mails as they arrived (base64) with the simulated time, and the touches
    """
    from lib.mail_sink import mail_server
    from lib.people import People
    from lib.simulation import Simulation

    start = datetime.fromisoformat(payload["start"])
    with mail_server() as (inbox, port):
        env = env(context={**env.context, "outbound_now": start})
        make_mailboxes(env, {"port": port, "mailboxes": 1, "gap_min": 2, "gap_max": 10})
        sequence = env.ref("outbound_prospecting.sequence_tier_1")
        sequence.write({"state": "active"})
        if payload.get("track_clicks"):
            sequence.track_clicks = True
            for template in sequence.step_ids.template_ids:
                template.body += "\n\nPick a time: https://sender.example.com/meet"
        env["ir.config_parameter"].set_param("web.base.url", "https://outreach.example.com")
        lead = make_leads(env, 1, 0)
        lead.write({"country_id": env.ref(payload["country"]).id, "contact_name": payload["name"]})
        result = env["outbound.enrolment"]._enrol(lead, sequence)
        assert not result.refusals, result.refusals
        env.cr.commit()
        simulation = Simulation(env, inbox, start, people=People(None, "Europe/Brussels"))
        simulation.play(start + timedelta(weeks=6))
    touches = result.enrolments.touch_ids.sorted("number")
    names = ("number", "channel", "state", "hold_reason", "end_reason", "message_id", "failed_checks")
    return {
        "zone": result.enrolments.tz,
        "enrolment": result.enrolments.state,
        "touches": touches.read(names),
        "mails": [(when.isoformat(), base64.b64encode(content).decode()) for when, content in inbox.mails],
        "partners": env["res.partner"].search_count([("email_normalized", "=", lead.email_normalized)]),
        "followers": len(lead.message_partner_ids - env["res.users"].search([]).partner_id),
        "chatter": lead.message_ids.filtered("outgoing_email_to").mapped("message_type"),
        "stage": lead.stage_id.name,
    }


def play_pilot(env, payload: dict) -> dict:
    """A pilot through the simulator.

    :return: its figures; the mails as they arrived (base64) with the simulated time; what came back; the product's rows
    """
    from lib.simulated_pilot import measure, run

    played = run(env, payload)
    simulation = played.simulation
    env.cr.execute(
        """
        SELECT v.kind, l.email_normalized, v.date, v.new_value
          FROM outbound_event v JOIN crm_lead l ON l.id = v.lead_id ORDER BY v.id
        """
    )
    events = [(kind, address, date.isoformat(), value) for kind, address, date, value in env.cr.fetchall()]
    return {
        "figures": measure(env, played),
        "mails": [(when.isoformat(), base64.b64encode(raw).decode()) for when, raw in simulation.inbox.mails],
        "letters": [
            (one.when.isoformat(), one.address, one.reaction.label, base64.b64encode(one.raw).decode(), one.link)
            for one in simulation.prospects.delivered
        ],
        "events": events,
        "zones": {address: place.zone for address, place in played.places.items()},
    }


def make_lively(env, payload: dict):
    """Prospects of whom most answer, so that a few of them show every kind of behaviour."""
    env["outbound.simulation.profile"].create(
        {
            "name": "Lively",
            "code": "lively",
            "answer_tier_1": 0.9,
            "answer_tier_2": 0.9,
            "answer_other": 0.9,
            "positive_share": 0.4,
            "negative_share": 0.2,
            "opt_out_share": 0.2,
            "meeting_share": 1,
            "one_click_share": 0.5,
            "out_of_office_share": 0.2,
            "auto_reply_share": 0.2,
            "bounce_share": 0.1,
            "transient_share": 0.05,
        }
    )
    env.cr.commit()
