"""The demo's outreach: a pilot that ended days ago and the beginning of what came after, played by `simulation`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from .mail_sink import Inbox, mail_server
from .people import People
from .pilot_run import describe_pilot, finish_pilot, launch_pilot
from .progress import step
from .prospects import Prospects
from .research import count_research, demo_model, research
from .simulated_leads import backdate, describe_people, trust_domains
from .simulated_pilot import get_behaviour
from .simulation import Simulation

BATCH = 50
DAYS = 30
ENDED_DAYS = 3  # so long ago the pilot ended
NEXT = 8  # prospects whose first mails wait for review when the demo opens
RUNNING = 20  # prospects in the middle of their sequence when the demo opens
RUNNING_DAYS = 11
LEFT_TO_DO = timedelta(days=3)  # what fell due for people in these last days waits for whoever looks at the demo
HOT = ["interest", "meeting_request", "question", "deferral"]  # what comes in while it opens
COST = 200  # the list of addresses and some hours of work
HOUR = timedelta(hours=1)
ZONE = "America/New_York"


@dataclass
class Course:
    """What was played. The pilot is an empty record where nobody was new to outreach."""

    inbox: Inbox
    pilot: object
    refusals: list


def play_outreach(env, options: dict, summary: dict) -> None:
    """Play a pilot of the last weeks to its decision, and the beginning of the outreach after it; once in a database.

    :param options: `smtp_port`: where mails go afterwards; the mailboxes are paused if nobody listens then. `model_url`:
        the same for the demo model
    """
    # Companies of the demo are made up: nobody outside is asked for their addresses or pages.
    env["ir.config_parameter"].set_param("outbound_prospecting.name_servers", "127.0.0.1")
    pilot = env["outbound.pilot"].search([], limit=1)
    with demo_model(env, options.get("model_url", "")):
        if pilot:
            course = Course(Inbox(), pilot, [])
        else:
            research(env, _start(env), options)
            with step(f"Playing a pilot of {BATCH} prospects and {DAYS} days"):
                course = _play(env)
    mailboxes = ready_mailboxes(env, options.get("smtp_port"))
    if not options.get("smtp_port"):
        mailboxes._pause("The demo's mail server ended with the demo's job. Choose a server and resume.")
    summary["pilot"] = describe_pilot(course.pilot) if course.pilot else {}
    summary["research"] = count_research(env)
    summary["outreach"] = _count_outreach(env, course)
    summary["replies"] = _count_replies(env)


def _start(env) -> datetime:
    """When the pilot began, in the morning before people begin their day."""
    midnight = env.cr.now().replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight - timedelta(days=DAYS + ENDED_DAYS) + 12 * HOUR


def _play(env) -> Course:
    now = env.cr.now().replace(second=0, microsecond=0)
    midnight = now.replace(hour=0, minute=0)
    with mail_server() as (inbox, port):
        ready_mailboxes(env, port)
        env.companies.outbound_draft_lead_hours = 24 * 4  # so that a demo opened on a weekend has drafts to show
        prospects = Prospects(get_behaviour(env, "optimistic"))
        people = People(prospects, ZONE)
        simulation = Simulation(env, inbox, _start(env), people=people, prospects=prospects)
        pilot = _launch(simulation)
        simulation.play(midnight - timedelta(days=RUNNING_DAYS) + 12 * HOUR)
        running, refusals = _enrol(simulation, "sequence_tier_2", RUNNING)
        people.left_alone = dict.fromkeys(running.lead_id.ids, now - LEFT_TO_DO)
        simulation.play(midnight - timedelta(days=ENDED_DAYS))
        if pilot:
            finish_pilot(pilot.with_env(simulation.at()))
        following, more_refusals = _enrol(simulation, "sequence_tier_1", NEXT)
        people.left_alone |= dict.fromkeys(following.lead_id.ids, now - LEFT_TO_DO)
        simulation.play(now - HOUR)
        prospects.speak_up(inbox.mails, HOT, now - HOUR)
        simulation.play(now)
    return Course(inbox, pilot, [*refusals, *more_refusals])


def _launch(simulation: Simulation):
    """A pilot with the best prospects; an empty record where nobody is new to outreach."""
    # Texts younger than the mails would count as changed since.
    simulation.env["outbound.template"].search([]).write({"text_date": simulation.now - timedelta(days=7)})
    leads = _choose_leads(simulation, BATCH)
    if not leads:
        return simulation.env["outbound.pilot"]
    pilot = launch_pilot(simulation.at(), leads, "Our first pilot", DAYS, tiers=("tier_1",))
    pilot.other_cost = COST
    return pilot.with_env(simulation.env)


def _enrol(simulation: Simulation, name: str, count: int):
    """Enrol the next best prospects now, in a sequence by its XML id; the enrolments and who was refused."""
    env = simulation.at()
    sequence = env.ref(f"outbound_prospecting.{name}")
    if sequence.state == "draft":
        sequence.write({"state": "active"})
    result = env["outbound.enrolment"]._enrol(_choose_leads(simulation, count), sequence)
    env.cr.commit()
    return result.enrolments.with_env(simulation.env), result.refusals


def _choose_leads(simulation: Simulation, count: int):
    """The best prospects with an address who were not in outreach yet; they have been known for a while.

    No name server is asked in a demo: the addresses' domains are taken as such that receive mail.
    """
    env = simulation.at()
    domain = [("team_id.is_outbound", "=", True), ("email_normalized", "!=", False), ("enrolment_ids", "=", False)]
    leads = env["crm.lead"].search(domain, order="icp_score desc, id", limit=count)
    trust_domains(env, leads, simulation.now)
    unowned = leads.filtered(lambda lead: not lead.user_id)
    for number, rep in enumerate((env.ref("outbound_prospecting.outbound_demo_rep"), env.user)):
        unowned[number::2].user_id = rep  # whoever logs in as either has something to do
    backdate(leads, simulation.now)
    simulation.prospects.people |= describe_people(leads)
    env.cr.commit()
    return leads


def _count_outreach(env, course: Course) -> dict:
    """What was done, and what waits for whom."""
    enrolments = env["outbound.enrolment"].search([])
    touches = enrolments.touch_ids
    waiting = touches._filter_waiting()
    held = Counter(
        touch.hold_code or (touch.state if touch.enrolment_id.state == "active" else touch.enrolment_id.state)
        for touch in waiting
    )
    return {
        "enrolled": len(enrolments),
        "sent": len(touches.filtered(lambda touch: touch.state == "sent")),
        "tasks": len(touches.filtered(lambda touch: touch.state == "done")),
        "held": dict(held + Counter(code for _lead, code, _message in course.refusals)),
        "duplicates": course.inbox.count_duplicates(),
        "to_review": len(touches.filtered(lambda touch: touch.state == "in_review")),
    }


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


def ready_mailboxes(env, port: int | None):
    """Two mailboxes of the demo, sending to this machine; the port stays where None is given."""
    Server, Mailbox = env["ir.mail_server"], env["outbound.mailbox"]
    server = Server.search([("name", "=", "Demo")], limit=1)
    values = {"name": "Demo", "smtp_host": "127.0.0.1", "smtp_encryption": "none"}
    if port:
        values["smtp_port"] = port
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
