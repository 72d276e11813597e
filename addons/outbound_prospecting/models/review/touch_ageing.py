from collections import Counter
from datetime import timezone

import psycopg2

from odoo import _, api, models
from odoo.tools import format_datetime

from ...domain import review
from ...domain.review import Ageing
from .touch_review import APPROVAL_MISSING

BATCH = 200


class OutboundTouch(models.Model):
    """No draft is forgotten: it goes to a backup reviewer, and its mail to a later day, but never out unseen."""

    _inherit = "outbound.touch"

    @api.model
    def _cron_draft_touches(self):
        result = super()._cron_draft_touches()
        self.env.ref("outbound_prospecting.ir_cron_outbound_review")._trigger()
        return result

    @api.model
    def _cron_review_touches(self):
        """Scheduled action: decide on new drafts by policy, and pass on those that waited too long."""
        now = self.env["outbound.clock"]._now()
        try:
            self._run_in_batches(self._get_unsubmitted_domain(now), lambda touches: touches._submit())
            self._run_in_batches(self._get_overdue_domain(now), lambda touches: touches._age(now))
        except psycopg2.errors.SerializationFailure:
            # Somebody decided on one of the batch meanwhile; what is left waits for the next run.
            self.env.cr.rollback()

    def _run_in_batches(self, domain, work):
        while touches := self.search(domain, limit=BATCH, order="due_date, id"):
            work(touches)
            if not self.env["ir.cron"]._commit_progress(len(touches)):
                return

    @api.model
    def _get_unsubmitted_domain(self, now):
        return [
            ("state", "=", "drafted"),
            ("wake_date", "!=", False),  # its enrolment is active
            "|",
            ("hold_until", "=", False),
            ("hold_until", "<=", now),
        ]

    @api.model
    def _get_overdue_domain(self, now):
        return [
            ("state", "=", "in_review"),
            ("wake_date", "!=", False),  # its enrolment is active
            "|",
            ("review_due", "=", False),
            ("review_due", "<=", now),
        ]

    def _age(self, now):
        """Pass drafts that nobody decided on to the backup; where that time is over too, move their mail."""
        taken_over: Counter = Counter()
        calendars = self.sudo().enrolment_id.filtered("mailbox_id")._get_calendars()
        for touch in self.sudo():
            patience = touch._get_patience()
            stage = review.age(now, touch.review_due, touch.due_date, escalated=touch.review_escalated)
            if stage is Ageing.ESCALATE:
                backup = touch._get_backup_reviewer()
                if backup and backup != touch.reviewer_id:
                    touch.reviewer_id = backup
                    taken_over[backup] += 1
                touch.review_escalated = True
                touch.review_due = review.escalation_time(now, touch.due_date, patience)
            elif stage is Ageing.RESCHEDULE:
                touch._move_unreviewed(now + patience, calendars.get(touch.enrolment_id.id))
                touch.review_due = now + patience
                taken_over[touch.reviewer_id] += 1
            else:  # escalated, not due yet: look again when it is
                touch.review_due = touch.due_date
        for user, count in taken_over.items():
            if user:
                self._notify_reviewer(user, count)

    def _move_unreviewed(self, until, calendar):
        """Nobody looked in time: the first hour of the prospect's from then on, with the reason on the record."""
        self.ensure_one()
        opening = calendar and calendar.next_open(until.replace(tzinfo=timezone.utc))
        until = opening.replace(tzinfo=None) if opening else until
        reason = _(
            "Nobody reviewed it in time: moved from %(old)s (UTC). It stays in the review.",
            old=format_datetime(self.env, self.due_date, tz="UTC"),
        )
        self.due_date = until
        self._hold(reason, until, APPROVAL_MISSING)

    def _notify_reviewer(self, user, count: int):
        self.env["mail.thread"].sudo().message_notify(
            partner_ids=user.partner_id.ids,
            subject=_("Drafts wait for your review: %s", count),
            body=_(
                "Drafts that waited too long and are yours to decide now: %s. Open Outbound, Review. Until somebody "
                "decides, their mails are moved to later days and never sent unseen.",
                count,
            ),
        )
