"""The demo's outreach: a batch over the last weeks and the beginning of another one, played by `simulation`."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, time, timedelta

from .mail_sink import mail_server
from .people import People
from .progress import step
from .prospects import Prospects
from .research import count_research, demo_model, research
from .simulated_leads import describe_people, trust_domains
from .simulated_pilot import get_behaviour
from .simulation import Simulation

BATCH = 50
DAYS = 30  # it ended yesterday
RUNNING = 20  # prospects in the middle of their sequence when the demo opens
RUNNING_DAYS = 9
LEFT_TO_DO = timedelta(days=3)  # what fell due for people in these last days waits for whoever looks at the demo
HOT = ["interest", "meeting_request", "question", "deferral"]  # what comes in while it opens
ZONE = "America/New_York"


def play_outreach(env, options: dict, summary: dict) -> None:
    """Play the outreach of a batch of prospects over the last weeks, and the beginning of that of another one.

    :param options: `smtp_port`: where mails go afterwards; the mailboxes are paused if nobody listens then
    """
    now = env.cr.now().replace(second=0, microsecond=0)
    # Companies of the demo are made up: nobody outside is asked for their addresses or pages.
    env["ir.config_parameter"].set_param("outbound_prospecting.name_servers", "127.0.0.1")
    with demo_model(env, options.get("model_url", "")):
        research(env, _morning(now - timedelta(days=DAYS)), options)
        _play_weeks(env, options, summary, now)
    summary["research"] = count_research(env)


def _play_weeks(env, options: dict, summary: dict, now: datetime) -> None:
    with step(f"Playing the outreach of {BATCH} prospects"), mail_server() as (inbox, port):
        mailboxes = ready_mailboxes(env, port)
        env.companies.outbound_draft_lead_hours = 24 * 4  # so that a demo opened on a weekend has drafts to show
        start = _morning(now - timedelta(days=DAYS))
        prospects = Prospects(get_behaviour(env, "optimistic"))
        people = People(prospects, ZONE)
        simulation = Simulation(env, inbox, start, people=people, prospects=prospects)
        enrolments, refusals = _enrol(simulation, BATCH)
        simulation.play(_morning(now - timedelta(days=RUNNING_DAYS)))
        running, more_refusals = _enrol(simulation, RUNNING)
        people.left_alone = dict.fromkeys(running.lead_id.ids, now - LEFT_TO_DO)
        simulation.play(now - timedelta(hours=1))
        prospects.speak_up(inbox.mails, HOT, now - timedelta(hours=1))
        simulation.play(now)
    if options.get("smtp_port"):
        mailboxes.mail_server_id.smtp_port = options["smtp_port"]
    else:
        mailboxes._pause("The demo's mail server ended with the demo's job. Choose a server and resume.")
    touches = (enrolments + running).touch_ids
    held = Counter(
        touch.hold_code or (touch.state if touch.enrolment_id.state == "active" else touch.enrolment_id.state)
        for touch in enrolments.touch_ids._filter_waiting()
    )
    held += Counter(code for _lead, code, _message in [*refusals, *more_refusals])
    summary["outreach"] = {
        "enrolled": len(enrolments + running),
        "sent": len(inbox.mails),
        "tasks": len(touches.filtered(lambda touch: touch.state == "done")),
        "held": dict(held),
        "duplicates": inbox.count_duplicates(),
        "to_review": len(touches.filtered(lambda touch: touch.state == "in_review")),
    }
    summary["replies"] = _count_replies(env)


def _count_replies(env) -> dict:
    """What came back, what it was read as and what followed."""
    replies = env["outbound.reply"].search([])
    handoffs = env["outbound.handoff"].search([])
    enrolments = replies.enrolment_id
    acknowledged = handoffs.filtered("acknowledged_date")
    in_time = acknowledged.filtered(lambda handoff: handoff.acknowledged_date <= handoff.deadline)
    return {
        "received": len(replies),
        "classes": dict(Counter(replies.mapped("label"))),
        "to_a_person": len(replies.filtered(lambda reply: reply.state == "needs_person")),
        "enrolments": dict(Counter(enrolments.mapped("state"))),
        "paused": len(env["outbound.event"].search([("kind", "=", "paused")]).lead_id),
        "handoffs": dict(Counter(handoffs.mapped("state"))),
        "sla": {"in_time": len(in_time), "late": len(acknowledged - in_time), "open": len(handoffs - acknowledged)},
    }


def _enrol(simulation: Simulation, count: int):
    """Enrol the best prospects who were not in outreach yet, now; the enrolments and who was refused."""
    env = simulation.at()
    sequence = env.ref("outbound_prospecting.sequence_tier_1")
    if sequence.state == "draft":
        sequence.write({"state": "active"})
    leads = _choose_leads(env, count)
    leads.filtered(lambda lead: not lead.user_id).user_id = env.ref("outbound_prospecting.outbound_demo_rep")
    _backdate(leads, simulation.now - timedelta(days=7))
    result = env["outbound.enrolment"]._enrol(leads, sequence)
    simulation.prospects.people |= describe_people(leads)
    env.cr.commit()
    return result.enrolments.with_env(simulation.env), result.refusals


def _backdate(leads, moment: datetime) -> None:
    """They have been known for a while: nobody is written to before they are."""
    leads.env.flush_all()
    leads.env.cr.execute(
        "UPDATE crm_lead SET create_date = %s WHERE id = ANY(%s) AND create_date > %s", [moment, leads.ids, moment]
    )
    leads.invalidate_recordset(["create_date"])


def _morning(moment: datetime) -> datetime:
    return datetime.combine(moment.date(), time(12))  # UTC; the first look of people in the morning comes after it


def ready_mailboxes(env, port: int):
    """Two mailboxes of the demo, sending to this machine."""
    Server, Mailbox = env["ir.mail_server"], env["outbound.mailbox"]
    server = Server.search([("name", "=", "Demo")], limit=1)
    values = {"name": "Demo", "smtp_host": "127.0.0.1", "smtp_port": port, "smtp_encryption": "none"}
    if server:
        server.write(values)
    else:
        server = Server.create(values)
    mailboxes = Mailbox.search([("mail_server_id", "=", server.id)])
    people = [("Rosa Lindt", "rosa.lindt@example.com"), ("Ravi Menon", "ravi.menon@example.com")]
    for name, email in people[len(mailboxes) :]:
        mailboxes += Mailbox.create(
            {
                "name": name,
                "email": email,
                "mail_server_id": server.id,
                "postal_address": "1 Example Street, Springfield",
                "ramp_weeks": 0,
                "tz": "America/New_York",
                "fallback_tz": "America/New_York",
            }
        )
    mailboxes._resume()
    return mailboxes


def _choose_leads(env, count: int):
    """The best prospects with an address who were not in outreach yet.

    No name server is asked in a demo: the addresses' domains are taken as such that receive mail.
    """
    domain = [("team_id.is_outbound", "=", True), ("email_normalized", "!=", False), ("enrolment_ids", "=", False)]
    leads = env["crm.lead"].search(domain, order="icp_score desc, id", limit=count)
    trust_domains(env, leads, env["outbound.clock"]._now())
    return leads
