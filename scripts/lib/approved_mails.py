"""Mails that are approved and due, for proofs and benches: made in bulk where the rooms' verbs plan whole sequences."""

from __future__ import annotations

from datetime import datetime, timedelta

MONDAY = datetime(2026, 3, 2, 9, 0)  # UTC; 10:00 in Brussels
DOMAIN = "prospects.example.com"


def seed(env, payload: dict) -> dict:
    """Approved mails that are due on Monday, to `mails` prospects from number `first` on, shared out over `mailboxes`.

    :param payload: also `port` of the mail server, `steps` (mails for each), `cap`, `gap_min`, `gap_max`, `always`
        (window always open) and `series` (the number of the first mailbox)
    """
    env = env(user=1, context={**env.context, "outbound_now": MONDAY, "tracking_disable": True})
    mailboxes = make_mailboxes(env, payload)
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
    leads = make_leads(env, payload["mails"], payload.get("first", 0))
    _make_touches(env, leads, sequence, mailboxes)
    env.cr.commit()
    return {"mailboxes": mailboxes.ids, "sequence": sequence.id}


def make_mailboxes(env, payload):
    server = env["ir.mail_server"].create(
        {"name": "Loopback", "smtp_host": "127.0.0.1", "smtp_port": payload["port"], "smtp_encryption": "none"}
    )
    Rule = env["outbound.country.rule"]
    countries = (env.ref("base.be").id, False)
    for country in countries:
        rule = Rule.search([("country_id", "=", country)], limit=1) or Rule.create({"country_id": country})
        rule.policy = "allow"
    if not env["outbound.mail.domain"].search([("name", "=", DOMAIN)]):
        env["outbound.mail.domain"].sudo().create({"name": DOMAIN, "status": "mail", "checked_date": MONDAY})
    series = payload.get("series", 0)
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
            for number in range(series, series + payload.get("mailboxes", 4))
        ]
    )
    env.flush_all()
    return mailboxes


def make_leads(env, count: int, first: int):
    team = env.ref("outbound_prospecting.crm_team_outbound")
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
