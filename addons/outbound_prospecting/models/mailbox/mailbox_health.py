from datetime import datetime, timedelta, timezone

from odoo import _, api, fields, models

from ...domain.mailbox_health import Limits, share, too_many
from ...domain.schedule import local_day

DAYS = 7


class OutboundMailbox(models.Model):
    """Health: bounces and complaints of the last seven days, and the pause when there are too many."""

    _inherit = "outbound.mailbox"

    max_bounce_rate = fields.Float(
        string="Bounces up to (%)", default=3.0, help="Above this share of the mails of seven days the mailbox pauses."
    )
    max_complaint_rate = fields.Float(
        string="Complaints up to (%)",
        default=0.1,
        digits=(16, 2),
        help="Above this share of the mails of seven days the mailbox pauses. Mail providers expect less than 0.1 %.",
    )
    health_sample = fields.Integer(
        string="Sample of at least",
        default=50,
        help="Shares are taken of at least so many mails, so that one bounce of three mails pauses nothing.",
    )
    health_since = fields.Date(readonly=True, copy=False, help="Days after this one count.")
    sent_week = fields.Integer(string="Sent (7 days)", compute="_compute_week")
    bounced_week = fields.Integer(string="Bounced (7 days)", compute="_compute_week")
    complained_week = fields.Integer(string="Complaints (7 days)", compute="_compute_week")
    bounce_rate = fields.Float(string="Bounces (%)", compute="_compute_week", help="Of the mails of seven days.")
    complaint_rate = fields.Float(
        string="Complaints (%)", compute="_compute_week", digits=(16, 2), help="Of the mails of seven days."
    )

    today_text = fields.Char(string="Today", compute="_compute_texts")
    bounces_text = fields.Char(string="Bounces", compute="_compute_texts")
    complaints_text = fields.Char(string="Complaints", compute="_compute_texts")

    @api.depends("used_today", "cap_today", "bounced_week", "complained_week", "sent_week")
    @api.depends_context("lang")
    def _compute_texts(self):
        """The figures with what they are of, as people read them."""
        for mailbox in self:
            mailbox.today_text = _(
                "%(used)s of %(cap)s mails, %(week)s in seven days",
                used=mailbox.used_today,
                cap=mailbox.cap_today,
                week=mailbox.sent_week,
            )
            for count, rate, name in (
                (mailbox.bounced_week, f"{mailbox.bounce_rate:.1f}", "bounces_text"),
                (mailbox.complained_week, f"{mailbox.complaint_rate:.2f}", "complaints_text"),
            ):
                mailbox[name] = _(
                    "%(count)s of %(sent)s mails in seven days (%(rate)s %%)",
                    count=count,
                    sent=mailbox.sent_week,
                    rate=rate,
                )

    @api.depends("health_since", "tz")
    def _compute_week(self):
        counts = self._get_week(self.env["outbound.clock"]._now())
        for mailbox in self:
            sent, bounced, complained = counts[mailbox.id]
            mailbox.sent_week, mailbox.bounced_week, mailbox.complained_week = sent, bounced, complained
            mailbox.bounce_rate = share(bounced, sent)
            mailbox.complaint_rate = share(complained, sent)

    def _get_week(self, now: datetime) -> dict[int, tuple[int, int, int]]:
        """Sent, bounced and complained of the last seven days of each mailbox's zone, by id; one query for all."""
        aware = now.replace(tzinfo=timezone.utc)
        first = {mailbox.id: local_day(aware, mailbox.tz or "UTC") - timedelta(days=DAYS - 1) for mailbox in self}
        for mailbox in self.filtered("health_since"):
            first[mailbox.id] = max(first[mailbox.id], mailbox.health_since + timedelta(days=1))
        rows = (
            self.env["outbound.mailbox.day"]
            .sudo()
            .search([("mailbox_id", "in", self.ids), ("day", ">=", min(first.values(), default=now.date()))])
        )
        counts = dict.fromkeys(self.ids, (0, 0, 0)) | {mailbox.id: (0, 0, 0) for mailbox in self}
        for row in rows:
            if row.day >= first[row.mailbox_id.id]:
                sent, bounced, complained = counts[row.mailbox_id.id]
                counts[row.mailbox_id.id] = sent + row.sent, bounced + row.bounced, complained + row.complained
        return counts

    def _count_bounce(self, now: datetime):
        """Count a bounce of a mail from here, and pause when there are too many."""
        self._count("bounced", now)

    def _count_complaint(self, now: datetime):
        """Count a complaint about a mail from here, and pause when there are too many."""
        self._count("complained", now)

    def _count(self, column: str, now: datetime):
        self.ensure_one()
        day = local_day(now.replace(tzinfo=timezone.utc), self.tz or "UTC")
        self.env["outbound.mailbox.day"]._add(self, day, column)
        self._watch(now)

    def _watch(self, now: datetime):
        """Pause the mailboxes whose bounces or complaints are above their limits."""
        counts = self._get_week(now)
        for mailbox in self.filtered(lambda mailbox: mailbox.state == "ready"):
            sent, bounced, complained = counts[mailbox.id]
            limits = Limits(mailbox.max_bounce_rate, mailbox.max_complaint_rate, mailbox.health_sample)
            kind = too_many(sent, bounced, complained, limits)
            if kind == "bounces":
                reason = _(
                    "%(count)s of %(sent)s mails of the last seven days bounced; at most %(limit)s %% may. Check where "
                    "these addresses came from before you resume.",
                    count=bounced,
                    sent=sent,
                    limit=f"{mailbox.max_bounce_rate:g}",
                )
                mailbox._pause(reason, "bounces")
            elif kind:
                reason = _(
                    "%(count)s of %(sent)s mails of the last seven days were reported as unwanted; at most "
                    "%(limit)s %% may. Look at whom these mails went to and what they said before you resume.",
                    count=complained,
                    sent=sent,
                    limit=f"{mailbox.max_complaint_rate:g}",
                )
                mailbox._pause(reason, "complaints")

    @api.model
    def _cron_watch_mailboxes(self):
        """Scheduled action: pause mailboxes that bounce or annoy too much."""
        ready = self.search([("state", "=", "ready")])
        ready._watch(self.env["outbound.clock"]._now())
        self.env["ir.cron"]._commit_progress(len(ready))
