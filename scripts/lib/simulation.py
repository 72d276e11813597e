"""Weeks of outreach in minutes: the product's own scheduled actions, the clock moved by argument, mail to loopback.

Nothing is mocked but time and the people. Time jumps to the next moment at which something can happen.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from odoo.tools.safe_eval import safe_eval

from .mail_sink import Inbox
from .people import People
from .prospects import Letter, Prospects

ROOT = 1  # the user that the mail gateway works as
STEP = timedelta(minutes=2)  # the shortest interval of a scheduled action
# They ask machines elsewhere: name servers, websites, providers. A simulation asks nobody.
OUTSIDE = (
    "ir_cron_outbound_check_domains",
    "ir_cron_outbound_check_mailboxes",
    "ir_cron_outbound_providers",
    "ir_cron_outbound_read_sites",
)
INTERVALS = {"minutes": timedelta(minutes=1), "hours": timedelta(hours=1), "days": timedelta(days=1)}


@dataclass
class Job:
    """A scheduled action and when it is due next by the simulated clock.

    :ivar code: one expression on `model`
    :ivar every: None for one that keeps a wall-clock time
    """

    cron_id: int
    user_id: int
    model: str
    code: str
    every: timedelta | None
    due: datetime


class Scheduler:
    """The product's scheduled actions, in the order of the rooms that they belong to."""

    def __init__(self, env, crons, now: datetime) -> None:
        self.env = env
        self.jobs = [
            Job(
                cron.id,
                cron.user_id.id,
                cron.model_id.model,
                cron.code.strip(),
                None if cron.local_time else INTERVALS[cron.interval_type] * cron.interval_number,
                cron._next_local_call(now) if cron.local_time else now,
            )
            for cron in crons.sorted("id")
        ]

    def run_due(self, now: datetime) -> None:
        """Run what is due at `now` or was asked to run as soon as possible, each in transactions of its own."""
        asked = self._take_triggers()
        for job in self.jobs:
            if job.due > now and job.cron_id not in asked:
                continue
            env = self.env(user=job.user_id, context={"outbound_now": now, "lang": "en_US"})
            safe_eval(job.code, {"model": env[job.model]})
            self.env.cr.commit()
            job.due = now + job.every if job.every else env["ir.cron"].browse(job.cron_id)._next_local_call(now)

    def next_wall_time(self) -> datetime | None:
        return min((job.due for job in self.jobs if not job.every), default=None)

    def _take_triggers(self) -> set[int]:
        """Actions that something asked for; these rows carry the machine's time, so all of them mean "now"."""
        self.env.cr.execute(
            "DELETE FROM ir_cron_trigger WHERE cron_id = ANY(%s) RETURNING cron_id",
            [[job.cron_id for job in self.jobs]],
        )
        return {cron_id for (cron_id,) in self.env.cr.fetchall()}


def find_crons(env):
    """The scheduled actions of the product that are on and stay within this machine."""
    data = env["ir.model.data"].search(
        [("module", "=", "outbound_prospecting"), ("model", "=", "ir.cron"), ("name", "not in", OUTSIDE)]
    )
    return env["ir.cron"].browse(data.mapped("res_id")).exists().filtered("active")


class Simulation:
    """One course of time. Whatever it does is committed: run it on a copy.

    :param people: nobody works if None
    :param prospects: nobody answers if None
    """

    def __init__(
        self,
        env,
        inbox: Inbox,
        start: datetime,
        *,
        people: People | None = None,
        prospects: Prospects | None = None,
        crons=None,
    ) -> None:
        self.env = env
        self.inbox = inbox
        self.people = people
        self.prospects = prospects
        self.now = start
        self.moments = 0
        self.scheduler = Scheduler(env, find_crons(env) if crons is None else crons, start)
        self._look = people.next_look(start - STEP) if people else None
        self._last_event = 0

    def at(self, moment: datetime | None = None):
        """The environment at a moment, by default the present one."""
        return self.env(context={**self.env.context, "outbound_now": moment or self.now})

    def play(self, until: datetime) -> None:
        """Go on to `until`, itself included."""
        while self.now <= until:
            self._pass()
            upcoming = self._next_moment()
            if upcoming is None:
                break
            self.now = _on_grid(max(upcoming, self.now + STEP))
        self.now = max(self.now, until)

    def _pass(self) -> None:
        """Everything that happens at one moment."""
        now = self.now
        self.moments += 1
        self.inbox.now = now
        self.env.invalidate_all()
        if self.people and now >= self._look:
            self.people.work(self.at())
            self._look = self.people.next_look(now)
        if self.prospects:
            self.hear(self.prospects.take_due(now))
        self.scheduler.run_due(now)
        if self.prospects:
            self.prospects.look(self.inbox.mails)

    def hear(self, letters: list[Letter]) -> None:
        """What prospects do reaches the product as it would from outside: mails through the real gateway.

        A link is followed as the web server does when a mail program posts it (RFC 8058).
        """
        env = self.at()(user=ROOT)
        for letter in letters:
            if letter.link:
                token, _, reference = letter.link.partition("/o/u/")[2].partition("/")
                env["outbound.unsubscribe"]._find(token)._unsubscribe(reference=reference)
            else:
                env["mail.thread"].message_process(False, letter.raw)
            env.cr.commit()

    def _next_moment(self) -> datetime | None:
        moments = [self.scheduler.next_wall_time(), self._look, self._next_touch()]
        if self.prospects:
            moments.append(self.prospects.next_due())
        if self._something_happened():
            moments.append(self.now + STEP)
        return min(filter(None, moments), default=None)

    def _something_happened(self) -> bool:
        """Whether the moment made new facts, which others may go on with."""
        self.env.cr.execute("SELECT max(id) FROM outbound_event")
        last = self.env.cr.fetchone()[0] or 0
        changed, self._last_event = last != self._last_event, last
        return changed

    def _next_touch(self) -> datetime | None:
        self.env.cr.execute(
            """
            SELECT min(GREATEST(t.wake_date, m.next_slot))
              FROM outbound_touch t LEFT JOIN outbound_mailbox m ON m.id = t.mailbox_id
             WHERE t.wake_date IS NOT NULL AND t.state IN ('planned', 'drafted', 'approved')
               AND (t.wake_date > %(now)s OR t.state = 'approved' AND m.next_slot > %(now)s)
            """,
            {"now": self.now},
        )
        return self.env.cr.fetchone()[0]


def _on_grid(moment: datetime) -> datetime:
    """The scheduler looks at full minutes."""
    return moment + -timedelta(minutes=moment.minute, seconds=moment.second, microseconds=moment.microsecond) % STEP
