"""What the proofs run inside Odoo, each in a process of its own (`lib.odoo.call` and `worker.py`)."""

from __future__ import annotations

import base64
from datetime import datetime, timedelta

MONDAY = datetime(2026, 3, 2, 9, 0)  # UTC; 10:00 in Brussels
DOMAIN = "prospects.example.com"


def seed(env, payload: dict) -> dict:
    """Approved mails that are due on Monday, one for each of `mails` prospects, shared out over `mailboxes`.

    Made by statements where the rooms' own verbs would plan a whole sequence for each.
    """
    env = env(user=1, context={**env.context, "outbound_now": MONDAY, "tracking_disable": True})
    mailboxes = _make_mailboxes(env, payload)
    sequence = env["outbound.sequence"].create(
        {
            "name": "Proof",
            "max_active_per_company": 0,
            "step_ids": [
                (
                    0,
                    0,
                    {"name": f"Mail {n}", "day": 1 + 7 * n, "channel": "email", "thread_mode": "reply" if n else "new"},
                )
                for n in range(payload.get("steps", 1))
            ],
        }
    )
    sequence.write({"state": "active"})
    leads = _make_leads(env, payload["mails"], payload.get("first", 0))
    _make_touches(env, leads, sequence, mailboxes)
    env.cr.commit()
    return {"mailboxes": mailboxes.ids, "sequence": sequence.id}


def _make_mailboxes(env, payload):
    server = env["ir.mail_server"].create(
        {"name": "Loopback", "smtp_host": "127.0.0.1", "smtp_port": payload["port"], "smtp_encryption": "none"}
    )
    env["outbound.country.rule"].search([]).unlink()
    env["outbound.country.rule"].create({"policy": "allow"})
    env["outbound.mail.domain"].create({"name": DOMAIN, "status": "mail", "checked_date": MONDAY})
    mailboxes = env["outbound.mailbox"].create(
        [
            {
                "name": f"Rep {number}",
                "email": f"rep{number}@sender.example.com",
                "mail_server_id": server.id,
                "state": "ready",
                "postal_address": "1 Test Street, Brussels",
                "daily_cap": payload.get("cap", 100_000),
                "ramp_weeks": 0,
                "gap_min": payload.get("gap_min", 0),
                "gap_max": payload.get("gap_max", 0),
                "tz": "Europe/Brussels",
                "fallback_tz": "Europe/Brussels",
                "window_start": "00:00" if payload.get("always") else "08:00",
                "window_end": "23:59" if payload.get("always") else "17:00",
                "weekdays": "1,2,3,4,5,6,7" if payload.get("always") else "1,2,3,4,5",
                "skip_holidays": False,
            }
            for number in range(payload.get("mailboxes", 4))
        ]
    )
    env.flush_all()
    return mailboxes


def _make_leads(env, count: int, first: int):
    team = env["crm.team"].create({"name": "Proof team", "is_outbound": True})
    country = env.ref("base.be")
    return env["crm.lead"].create(
        [
            {
                "name": f"Prospect {number}",
                "type": "opportunity",
                "team_id": team.id,
                "user_id": False,
                "contact_name": f"Person {number}",
                "partner_name": f"Company {number}",
                "email_from": f"p{number}@{DOMAIN}",
                "country_id": country.id,
                "data_confirmed_date": MONDAY.date(),
            }
            for number in range(first, first + count)
        ]
    )


def _make_touches(env, leads, sequence, mailboxes):
    Enrolment, Touch = env["outbound.enrolment"], env["outbound.touch"]
    enrolments = Enrolment.create(
        [
            {
                "lead_id": lead.id,
                "sequence_id": sequence.id,
                "mailbox_id": mailboxes[index % len(mailboxes)].id,
                "company_id": env.company.id,
                "email_normalized": lead.email_normalized,
                "tz": "Europe/Brussels",
                "start_date": MONDAY,
            }
            for index, lead in enumerate(leads)
        ]
    )
    touches = Touch.create(
        [
            {
                "enrolment_id": enrolment.id,
                "step_id": step.id,
                "lead_id": enrolment.lead_id.id,
                "company_id": env.company.id,
                "mailbox_id": enrolment.mailbox_id.id,
                "number": number,
                "channel": "email",
                "due_date": MONDAY - timedelta(hours=1) + timedelta(days=7 * (number - 1)),
                "subject": f"{'Re: ' if number > 1 else ''}Idea for {enrolment.lead_id.partner_name}",
                "body_text": f"Hello {enrolment.lead_id.contact_name},\n\nshort text of mail {number}.\n\nBest\nRep",
                "body_html": f"<p>Hello {enrolment.lead_id.contact_name},</p><p>short text of mail {number}.</p><p>Best<br>Rep</p>",
            }
            for enrolment in enrolments
            for number, step in enumerate(sequence.step_ids.sorted("day"), 1)
        ]
    )
    for touch in touches:
        touch.text_hash = touch._get_text_hash()
    env.flush_all()
    env.cr.execute(
        "UPDATE outbound_touch SET state = 'approved', wake_date = due_date WHERE id = ANY(%s)", [touches.ids]
    )
    env.invalidate_all()


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


def play_sequence(env, payload: dict) -> dict:
    """A prospect in the installed sequence of eight touches, played over six weeks to a mail server of its own.

    :return: the mails as they arrived (base64) with the simulated time, and the touches
    """
    from lib.outreach import mail_server, play

    start = datetime.fromisoformat(payload["start"])
    with mail_server() as (inbox, port):
        env = env(context={**env.context, "outbound_now": start})
        _make_mailboxes(env, {"port": port, "mailboxes": 1, "gap_min": 2, "gap_max": 10})
        sequence = env.ref("outbound_prospecting.sequence_tier_1")
        sequence.write({"state": "active"})
        if payload.get("track_clicks"):
            sequence.track_clicks = True
        env["ir.config_parameter"].set_param("web.base.url", "https://outreach.example.com")
        lead = _make_leads(env, 1, 0)
        lead.write({"country_id": env.ref(payload["country"]).id, "contact_name": payload["name"]})
        result = env["outbound.enrolment"]._enrol(lead, sequence)
        assert not result.refusals, result.refusals
        env.cr.commit()
        play(env, result.enrolments, inbox, start, start + timedelta(weeks=6))
    touches = result.enrolments.touch_ids.sorted("number")
    names = ("number", "channel", "state", "hold_reason", "end_reason", "message_id", "failed_checks")
    return {
        "zone": result.enrolments.tz,
        "enrolment": result.enrolments.state,
        "touches": touches.read(names),
        "mails": [(when.isoformat(), base64.b64encode(content).decode()) for when, content in inbox.mails],
        "partners": env["res.partner"].search_count([("email_normalized", "=", lead.email_normalized)]),
        "followers": len(lead.message_partner_ids),
        "chatter": lead.message_ids.filtered("outgoing_email_to").mapped("message_type"),
        "stage": lead.stage_id.name,
    }
