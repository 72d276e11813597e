from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from odoo import api, fields, models

from ...domain.gates import Pace
from ...domain.schedule import SendCalendar, jittered_gap, local_day, next_midnight, ramp_cap


@dataclass(frozen=True)
class Capacity:
    """How much a mailbox may send on a day: `cap` by its ramp, `used`, and what is `free`; times are aware."""

    day: date
    cap: int
    used: int
    day_ends: datetime

    @property
    def free(self) -> int:
        return max(self.cap - self.used, 0)


class OutboundMailboxDay(models.Model):
    """What a mailbox did on a day of its time zone. Kept apart from events, which go with their prospect."""

    _name = "outbound.mailbox.day"
    _description = "Mailbox Day"
    _order = "day desc, mailbox_id"
    _rec_name = "day"
    _log_access = False

    mailbox_id = fields.Many2one("outbound.mailbox", required=True, readonly=True, ondelete="cascade")
    company_id = fields.Many2one(related="mailbox_id.company_id")
    day = fields.Date(required=True, readonly=True)
    sent = fields.Integer(readonly=True, help="Mails handed to the mail server, arrived or not.")
    bounced = fields.Integer(readonly=True)
    complained = fields.Integer(readonly=True)

    _once = models.UniqueIndex("(mailbox_id, day)", "A day is counted once.")

    @api.model
    def _add(self, mailbox, day: date, column: str):
        """Count one more, with one statement: several workers may count at a time."""
        if column not in ("sent", "bounced", "complained"):
            raise ValueError(column)
        self.env.cr.execute(
            f"""
            INSERT INTO outbound_mailbox_day AS known (mailbox_id, day, sent, bounced, complained)
            VALUES (%(mailbox)s, %(day)s, %(sent)s, %(bounced)s, %(complained)s)
                ON CONFLICT (mailbox_id, day) DO UPDATE SET {column} = known.{column} + 1
            """,
            {"mailbox": mailbox.id, "day": day, "sent": 0, "bounced": 0, "complained": 0, column: 1},
        )
        self.invalidate_model()
        mailbox.invalidate_recordset(["used_today", "free_today", "sent_week", "bounced_week", "complained_week"])


class OutboundMailbox(models.Model):
    """Pace: how much and how fast."""

    _inherit = "outbound.mailbox"

    day_ids = fields.One2many("outbound.mailbox.day", "mailbox_id")
    cap_today = fields.Integer(compute="_compute_capacity", help="Mails that it may send today, by its ramp.")
    used_today = fields.Integer(string="Sent Today", compute="_compute_capacity")
    free_today = fields.Integer(string="Left Today", compute="_compute_capacity")

    @api.depends("daily_cap", "ramp_start", "ramp_weeks", "ramp_from", "tz")
    def _compute_capacity(self):
        capacities = self._get_capacities(self.env["outbound.clock"]._now())
        for mailbox in self:
            capacity = capacities[mailbox.id]
            mailbox.cap_today = capacity.cap
            mailbox.used_today = capacity.used
            mailbox.free_today = capacity.free

    def _get_cap(self, day: date) -> int:
        """Mails that it may send on a day of its time zone."""
        return ramp_cap(
            day, first_day=self.ramp_from or None, start=self.ramp_start, full=self.daily_cap, weeks=self.ramp_weeks
        )

    def _get_capacities(self, now: datetime) -> dict[int, Capacity]:
        """What each mailbox may still send today, by id; one query for all.

        :param now: naive UTC
        """
        aware = now.replace(tzinfo=timezone.utc)
        days = {mailbox.id: local_day(aware, mailbox.tz or "UTC") for mailbox in self}
        # A clock that went back past midnight must not open the cap a second time: later days count too.
        rows = self.env["outbound.mailbox.day"].sudo()
        rows = rows.search_fetch(
            [("mailbox_id", "in", self.ids), ("day", ">=", min(days.values(), default=date.max))],
            ["mailbox_id", "day", "sent"],
        )
        capacities = {}
        for mailbox in self:
            day = days[mailbox.id]
            used = sum(row.sent for row in rows if row.mailbox_id.id == mailbox.id and row.day >= day)
            ends = next_midnight(aware, mailbox.tz or "UTC")
            capacities[mailbox.id] = Capacity(day, mailbox._get_cap(day), used, ends)
        return capacities

    def _get_pace(self, now: datetime, calendar: SendCalendar) -> Pace:
        """What the gates of sending need to know of this mailbox, which may be an empty record.

        :param now: naive UTC
        :param calendar: the prospect's, see `_get_calendars`
        """
        if not self.sudo().mail_server_id.active:  # deleted and archived servers too
            return Pace("missing", calendar, 0, now.replace(tzinfo=timezone.utc) + timedelta(days=1))
        capacity = self._get_capacities(now)[self.id]
        next_slot = self.next_slot.replace(tzinfo=timezone.utc) if self.next_slot else None
        return Pace(self.state, calendar, capacity.free, capacity.day_ends, next_slot)

    def _take_slot(self, now: datetime, key: object):
        """Count a mail that is about to leave and begin the pause after it. The caller holds the row's lock.

        :param now: naive UTC
        :param key: of the mail; the same key gives the same pause
        """
        self.ensure_one()
        mailbox = self.sudo()
        day = local_day(now.replace(tzinfo=timezone.utc), mailbox.tz or "UTC")
        self.env["outbound.mailbox.day"]._add(mailbox, day, "sent")
        values = {"next_slot": now + jittered_gap(f"{self.id}:{key}", mailbox.gap_min, mailbox.gap_max)}
        if not mailbox.ramp_from:
            values["ramp_from"] = day
        mailbox.write(values)
