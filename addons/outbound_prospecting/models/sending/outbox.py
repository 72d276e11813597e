from datetime import date, datetime, timedelta, timezone

from odoo import _, api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ...domain.planning import opening
from ...domain.schedule import at_wall_clock, local_day, parse_weekdays

DAYS = 10
PAGE = 80
WAITING = ("planned", "drafted", "in_review", "approved")
# Where a person removes what a touch waits for, by the code of its wait: the record, or the page.
FIXES = {
    "mailbox": ("mailbox_draft", "mailbox_paused", "mailbox_missing", "cap_reached", "server"),
    "review": ("approval_missing", "approval_void"),
    "template": ("template_missing", "template_subject"),
}


class OutboundMailbox(models.Model):
    """What a mailbox has to send, by day."""

    _inherit = "outbound.mailbox"

    def _get_load(self, days: list[date]) -> dict[tuple[int, date], dict[str, int]]:
        """What each mailbox sent and has to send on each day of its own zone; what is late counts today.

        :return: by mailbox and day: ``{"sent": n, "approved": n, "waiting": n}``
        """
        rows = self.env.execute_query(
            SQL(
                """
                SELECT t.mailbox_id, t.state = 'approved',
                       GREATEST((GREATEST(t.due_date, t.hold_until) AT TIME ZONE 'UTC' AT TIME ZONE m.tz)::date, %s),
                       count(*)
                  FROM outbound_touch t
                  JOIN outbound_mailbox m ON m.id = t.mailbox_id
                 WHERE t.mailbox_id = ANY(%s) AND t.channel = 'email' AND t.state = ANY(%s)
                   AND t.wake_date < %s
                 GROUP BY 1, 2, 3
                """,
                days[0], self.ids, list(WAITING), datetime.combine(days[-1], datetime.max.time()),
            )
        )  # fmt: skip
        load = {(mailbox, day): {"sent": 0, "approved": 0, "waiting": 0} for mailbox in self.ids for day in days}
        for mailbox, approved, day, count in rows:
            if (mailbox, day) in load:
                load[mailbox, day]["approved" if approved else "waiting"] += count
        sent = self.env["outbound.mailbox.day"].sudo()
        for row in sent.search([("mailbox_id", "in", self.ids), ("day", "in", days)]):
            load[row.mailbox_id.id, row.day]["sent"] = row.sent
        return load

    def _prepare_outbox_row(self, days: list[date], load: dict) -> dict:
        weekdays = parse_weekdays(self.weekdays)
        cells = []
        for day in days:
            cap = self._get_cap(day) if day.isoweekday() in weekdays and self.state == "ready" else 0
            cells.append({"day": day.isoformat(), "cap": cap, **load[self.id, day]})
        states = dict(self._fields["state"]._description_selection(self.env))
        return {
            "id": self.id,
            "name": self.name,
            "email": self.email,
            "state": self.state,
            "state_label": states[self.state],
            "why": self.pause_reason or "",
            "next_slot": fields.Datetime.to_string(self.next_slot) if self.next_slot else "",
            "cells": cells,
        }

    def _get_day_span(self, day: date, now: datetime) -> tuple[datetime | None, datetime]:
        """A day of the mailbox's zone as naive UTC; today begins with everything that is late (None)."""
        midnight = datetime.min.time()
        start, end = (at_wall_clock(one, midnight, self.tz or "UTC") for one in (day, day + timedelta(days=1)))
        today = local_day(now.replace(tzinfo=timezone.utc), self.tz or "UTC")
        naive = [moment.astimezone(timezone.utc).replace(tzinfo=None) for moment in (start, end)]
        return (None if day <= today else naive[0]), naive[1]


class OutboundTouch(models.Model):
    """The outbox: what leaves when, from which mailbox, and what is in the way."""

    _inherit = "outbound.touch"

    @api.model
    def get_outbox(self) -> dict:
        """Mailboxes with what they have to send on the coming days, and how many mails need a person."""
        now = self.env["outbound.clock"]._now()
        mailboxes = self.env["outbound.mailbox"].search([])
        self.env.flush_all()
        zone = self.env.user.tz or "UTC"
        today = local_day(now.replace(tzinfo=timezone.utc), zone)
        days = [today + timedelta(days=number) for number in range(DAYS)]
        load = mailboxes.sudo()._get_load(days)
        return {
            "days": [day.isoformat() for day in days],
            "mailboxes": [mailbox._prepare_outbox_row(days, load) for mailbox in mailboxes],
            "counts": {
                name: self.search_count(self._get_outbox_domain(name)) for name in ("held", "unknown", "failed")
            },
        }

    @api.model
    def _get_outbox_domain(self, view: str, mailbox_id: int = 0, day: str = "") -> list:
        now = self.env["outbound.clock"]._now()
        mails = [("channel", "=", "email")]
        if view == "unknown":
            return [*mails, ("state", "=", "unknown")]
        if view == "failed":
            return [*mails, ("state", "=", "failed"), ("done_date", ">=", now - timedelta(days=30))]
        if view == "held":
            # A wait of a later date is a plan; what is due and waits is held.
            return [*mails, ("state", "in", WAITING), ("hold_reason", "!=", False), ("wake_date", "!=", False)]
        start, end = self.env["outbound.mailbox"].browse(mailbox_id)._get_day_span(date.fromisoformat(day), now)
        in_span = [("wake_date", "<", end), *([("wake_date", ">=", start)] if start else [])]
        return [*mails, ("state", "in", WAITING), ("mailbox_id", "=", mailbox_id), *in_span]

    @api.model
    def get_outbox_touches(self, view: str, mailbox_id: int = 0, day: str = "", offset: int = 0) -> dict:
        """A page of mails.

        :param view: held, unknown, failed, or day (with `mailbox_id` and `day` as YYYY-MM-DD)
        :return: ``{"total": n, "rows": [...]}``
        """
        domain = self._get_outbox_domain(view, mailbox_id, day)
        order = (
            "claimed_date, id" if view == "unknown" else "done_date desc, id" if view == "failed" else "wake_date, id"
        )
        touches = self.search(domain, offset=offset, limit=PAGE, order=order)
        return {"total": self.search_count(domain), "rows": [touch._to_outbox_row() for touch in touches]}

    def _to_outbox_row(self) -> dict:
        now = self.env["outbound.clock"]._now()
        states = dict(self._fields["state"]._description_selection(self.env))
        enrolment = self.enrolment_id
        over = self.state in ("unknown", "failed")
        when = (self.claimed_date or self.done_date) if over else self.wake_date or self.due_date
        return {
            "id": self.id,
            "lead_id": self.lead_id.id,
            "lead": self.lead_id.contact_name or self.lead_id.name,
            "company": self.lead_id.partner_name or "",
            "address": enrolment.email_normalized,
            "step": f"{self.number}. {self.step_id.name}",
            "subject": self.subject or "",
            "state": self.state,
            "state_label": states[self.state],
            "mailbox": self.mailbox_id.name or "",
            "when": enrolment._to_moment(when),
            "why": self.end_reason or "" if over else self._explain_waiting(enrolment, self.browse(), now),
            "fix": self._get_fix(),
            "movable": self.state in WAITING,
        }

    def _get_fix(self) -> dict | None:
        """Where to remove what a held mail waits for."""
        if not self.hold_code or self.hold_code in ("waits", "not_due", "minimum_gap", "mailbox_gap", "deferred"):
            return None
        if self.hold_code.startswith("window_"):
            return None
        if self.hold_code in FIXES["mailbox"]:
            return {"label": _("Open mailbox"), "model": "outbound.mailbox", "id": self.mailbox_id.id}
        if self.hold_code in FIXES["review"]:
            return {"label": _("Review"), "action": "outbound_prospecting.outbound_review_action"}
        if self.hold_code in FIXES["template"]:
            sequence = self.enrolment_id.sequence_id
            return {"label": _("Open sequence"), "model": "outbound.sequence", "id": sequence.id}
        return {"label": _("Open prospect"), "model": "crm.lead", "id": self.lead_id.id}

    def action_move_to_day(self, day: str) -> dict:
        """Let mails leave on another day; those after them keep their distance.

        :param day: YYYY-MM-DD, on the prospect's calendar
        :return: ``{"moved": n, "message": text or ""}``
        :raises UserError: the day is over, or one of the mails is on its way
        """
        self._check_may_review()
        wanted = date.fromisoformat(day)
        now = self.env["outbound.clock"]._now().replace(tzinfo=timezone.utc)
        late = []
        for touch in self.sudo():
            if touch.state not in WAITING:
                raise UserError(touch._describe_illegal())
            enrolment = touch.enrolment_id
            if wanted < local_day(now, enrolment.tz):
                raise UserError(
                    _("%s is over where the prospect is. Choose a later day.", fields.Date.from_string(day))
                )
            due = opening(wanted, None, 0, now, enrolment._get_calendars()[enrolment.id])
            naive = due.astimezone(timezone.utc).replace(tzinfo=None)
            touch.write({"due_date": naive, "hold_reason": False, "hold_code": False, "hold_until": False})
            touch._set_wake_date()
            enrolment._push_touches()
            touch.lead_id._update_outreach()
            if local_day(touch.due_date.replace(tzinfo=timezone.utc), enrolment.tz) != wanted:
                late.append(touch)
        return {"moved": len(self), "message": late[0]._explain_other_day(len(late)) if late else ""}

    def _explain_other_day(self, count: int) -> str:
        moment = self.enrolment_id._to_moment(self.due_date)["theirs"]
        if count == 1:
            return _(
                "That day is closed where the prospect is, or too close to another touch: it leaves on %s.", moment
            )
        return _("%s mails leave later than that day, which is closed or too close to another touch.", count)
