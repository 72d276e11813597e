"""Weeks of outreach in seconds: the product's own scheduled actions, the clock moved by argument, mail to loopback.

Nothing is mocked but time and the people: a reviewer approves what passes, and a rep does the tasks that are open.
"""

from __future__ import annotations

import contextlib
import logging
import socket
import threading
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from email import message_from_bytes, policy

from .enrolling import enrol_best, ready_mailboxes
from .progress import step
from .prospects import Prospects
from .research import count_research, demo_model, research

BATCH = 50
WEEKS = 6  # a sequence of 28 days with its weekends, caps and delays
ROOT = 1  # the user that the mail gateway works as
RUNNING = 20  # prospects in the middle of their sequence when the demo opens
LEFT_TO_DO = timedelta(days=3)  # what fell due for people in these last days waits for whoever looks at the demo
EVERY = timedelta(minutes=30)  # how often people and the rooms before sending look
FINDING = "I saw that {company} is hiring for its operations team"
SOURCE = "https://news.example.com/"


class Inbox:
    """A mail server that keeps what prospects get, with the simulated time of arrival."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.mails: list[tuple[datetime | None, bytes]] = []
        self.now: datetime | None = None

    async def handle_DATA(self, server, session, envelope) -> str:
        if b"\nList-Unsubscribe:" in envelope.content:  # else one of Odoo's own to our users
            with self.lock:
                self.mails.append((self.now, envelope.content))
        return "250 2.0.0 kept"

    def count_duplicates(self) -> int:
        """How many mails came more often than once, by Message-ID."""
        parsed = (message_from_bytes(content, policy=policy.default) for _when, content in self.mails)
        counts = Counter(message["Message-ID"] for message in parsed)
        return sum(count - 1 for count in counts.values())


@contextlib.contextmanager
def mail_server() -> Iterator[tuple[Inbox, int]]:
    """A real SMTP server on a free port of this machine."""
    from aiosmtpd.controller import Controller

    logging.getLogger("mail.log").setLevel(logging.WARNING)  # every command of every session, otherwise
    inbox = Inbox()
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    controller = Controller(inbox, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield inbox, port
    finally:
        controller.stop()


def play(
    env,
    enrolments,
    inbox: Inbox,
    start: datetime,
    end: datetime,
    people_until: datetime | None = None,
    prospects: Prospects | None = None,
) -> None:
    """Run the working loop at every moment at which something may be due, from `start` until `end` (naive UTC).

    :param people_until: when the reviewer and the rep stop working; they work until the end if None
    :param prospects: who answers the mails; nobody does if None
    """
    now, looked = start, start - EVERY
    while now <= end:
        inbox.now = now
        moved = env(context={**env.context, "outbound_now": now})
        if now >= looked + EVERY:
            looked = now
            _prepare(moved, enrolments, people=people_until is None or now < people_until)
        moved["outbound.touch"]._cron_send_touches()
        if prospects:
            _hear(moved, prospects, inbox)
        moments = [_next_moment(env, enrolments, now), prospects and prospects.next_due()]
        upcoming = min(filter(None, moments), default=None)
        if upcoming is None:
            break
        now = max(upcoming, now + timedelta(minutes=10))
    if people_until:
        _prepare(env(context={**env.context, "outbound_now": end}), enrolments, people=False)


def _hear(env, prospects: Prospects, inbox: Inbox) -> None:
    """Answers come through the real gateway, as the mail server would hand them over, and are read."""
    prospects.look(inbox.mails)
    gateway = env(user=ROOT)["mail.thread"]
    for raw in prospects.take_due(inbox.now):
        gateway.message_process(False, raw)
        env.cr.commit()
    env["outbound.reply"]._cron_read_replies()
    env["outbound.handoff"]._cron_watch_handoffs()
    env.cr.commit()


def _prepare(env, enrolments, *, people: bool) -> None:
    """All that happens before a mail may leave."""
    env["outbound.enrolment"]._cron_work_enrolments()
    if people:
        _do_tasks(env, enrolments)
        _do_handoffs(env)
    touches = env["outbound.touch"]
    touches._cron_draft_touches()
    touches._cron_review_touches()
    if people:
        touches.search([("enrolment_id", "in", enrolments.ids), ("state", "=", "in_review")]).action_approve()
    env.cr.commit()


def _do_tasks(env, enrolments) -> None:
    """What a rep does: research finds something to write about, LinkedIn requests are sent."""
    for touch in env["outbound.touch"].search([("enrolment_id", "in", enrolments.ids), ("state", "=", "open")]):
        if touch.channel == "internal":
            company = touch.lead_id.partner_name or "your company"
            touch.enrolment_id.sudo().write({"hook": FINDING.format(company=company), "hook_source": SOURCE})
        touch.action_done()
    env.cr.commit()


def _do_handoffs(env) -> None:
    """What a rep does with warm prospects: most within an hour, a few too late; most are real chances."""
    now = env["outbound.clock"]._now()
    for handoff in env["outbound.handoff"].search([("state", "in", ("assigned", "escalated"))]):
        patience = timedelta(days=2) if handoff.id % 8 == 3 else timedelta(hours=1)
        if now < handoff.date + patience:
            continue
        mine = handoff.with_user(handoff.user_id)
        mine.action_acknowledge()
        if handoff.id % 5 == 4:
            mine._reject(env.ref("outbound_prospecting.handoff_reason_timing"))
            continue
        mine.action_accept()
        if handoff.reason == "meeting_request":
            begin = _last_monday(now) + timedelta(days=9)
            env["calendar.event"].create(
                {
                    "name": f"Call with {handoff.lead_id.contact_name}",
                    "opportunity_id": handoff.lead_id.id,
                    "user_id": handoff.user_id.id,
                    "start": begin,
                    "stop": begin + timedelta(minutes=30),
                }
            )
    env.cr.commit()


def _next_moment(env, enrolments, now: datetime) -> datetime | None:
    env.flush_all()
    env.cr.execute(
        """
        SELECT min(GREATEST(t.wake_date, m.next_slot))
          FROM outbound_touch t LEFT JOIN outbound_mailbox m ON m.id = t.mailbox_id
         WHERE t.enrolment_id = ANY(%s) AND t.wake_date IS NOT NULL
           AND (t.wake_date > %s OR m.next_slot > %s)
        """,
        [enrolments.ids, now, now],
    )
    return env.cr.fetchone()[0]


# ---------------------------------------------------------------------- the demo's step


def play_outreach(env, options: dict, summary: dict) -> None:
    """Play the outreach of a batch of prospects over the last weeks, and the beginning of that of another one.

    :param options: `smtp_port`: where mails go afterwards; the mailboxes are paused if nobody listens then
    """
    now = env.cr.now()
    # Companies of the demo are made up: nobody outside is asked for their addresses or pages.
    env["ir.config_parameter"].set_param("outbound_prospecting.name_servers", "127.0.0.1")
    with demo_model(env, options.get("model_url", "")):
        research(env, _last_monday(now - timedelta(weeks=WEEKS)), options)
        _play_weeks(env, options, summary, now)
    summary["research"] = count_research(env)


def _play_weeks(env, options: dict, summary: dict, now: datetime) -> None:
    with step(f"Playing the outreach of {BATCH} prospects"), mail_server() as (inbox, port):
        prospects = Prospects()
        mailboxes = ready_mailboxes(env, port)
        env.companies.outbound_draft_lead_hours = 24 * 4  # so that a demo opened on a weekend has drafts to show
        start = _last_monday(now - timedelta(weeks=WEEKS))
        enrolments, refusals = enrol_best(env, start, BATCH)
        play(env, enrolments, inbox, start, start + timedelta(weeks=WEEKS), prospects=prospects)
        start = _last_monday(now - timedelta(weeks=1))
        running, more_refusals = enrol_best(env, start, RUNNING)
        play(env, running, inbox, start, now, people_until=now - LEFT_TO_DO, prospects=prospects)
        prospects.speak_up(
            inbox.mails, ["interest", "meeting_request", "question", "deferral"], now - timedelta(hours=1)
        )
        inbox.now = now
        _hear(env(context={**env.context, "outbound_now": now}), prospects, inbox)
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


def _last_monday(moment: datetime) -> datetime:
    return (moment - timedelta(days=moment.weekday())).replace(hour=8, minute=0, second=0, microsecond=0)
