import logging
from datetime import datetime, timedelta

from psycopg2.extensions import TransactionRollbackError

from odoo import _, api, models

from ...adapters.smtp import Sessions
from ...domain.lifecycle import TouchEvent

_logger = logging.getLogger(__name__)
LOOK_AGAIN = timedelta(hours=1)
MAX_UNRECORDED = 3  # outcomes in a row that could not be written: something is wrong with the database or an extension


class OutboundTouch(models.Model):
    """At most once, first half: a claim is committed before the mail server is spoken to, and never repeated blindly.

    A worker that dies leaves the touch in `sending`; nobody sends it again by itself. After a while it becomes
    `unknown`, and a person, a reply or a bounce decides.
    """

    _inherit = "outbound.touch"

    @api.model
    def _cron_send_touches(self):
        """Scheduled action: send what is approved and due, one claim at a time, until nothing is due or time is up.

        Any number of workers may run it at a time, on any number of hosts.
        """
        Cron = self.env["ir.cron"]
        self._mark_stale_claims()
        self.env["outbound.link"]._count_visits()
        Cron._commit_progress(0)
        sessions = Sessions(self._connect_mailbox)
        failing: list[int] = []
        unrecorded = 0
        try:
            while touch := self._claim_next(failing):
                unrecorded = 0 if touch._deliver(sessions) else unrecorded + 1
                if unrecorded == MAX_UNRECORDED:
                    raise RuntimeError(f"{unrecorded} outcomes in a row could not be recorded; sending stops for now")
                if not Cron._commit_progress(1):
                    break
        finally:
            sessions.close()

    # ------------------------------------------------------------------ transaction 1

    @api.model
    def _claim_next(self, failing: list[int]):
        """Find a touch that may leave now, claim it and commit.

        Touches that may not leave are held or ended with their reason on the way.

        :param failing: ids of touches to leave alone; those that fail to be looked at are added
        :return: the claimed touch, or an empty recordset when nothing is due
        """
        while True:
            touch = self.browse()
            try:
                now = self.env["outbound.clock"]._now()
                touch = self._lock_next_due(now, failing)
                if not touch:
                    return touch
                claimed = touch._pass_gates(now)
                if claimed:
                    touch._claim(now)
                self.env["ir.cron"]._commit_progress(0)
                if claimed:
                    return touch
            except TransactionRollbackError:
                # Another worker changed the row since our snapshot: look again with a fresh one.
                self.env.cr.rollback()
            except Exception:
                if not touch:
                    raise
                _logger.exception("Touch %s could not be looked at", touch.id)
                self.env.cr.rollback()
                failing.append(touch.id)
                touch._hold_failing()

    def _hold_failing(self):
        """One record that cannot be worked on does not hold up the others."""
        try:
            now = self.env["outbound.clock"]._now()
            reason = _(
                "It could not be checked because of an error, which the server's log names. Tell your administrator."
            )
            self._hold(reason, now + LOOK_AGAIN, code="error")
            self.env["ir.cron"]._commit_progress(0)
        except Exception:
            _logger.exception("Touch %s could not be held", self.id)
            self.env.cr.rollback()

    @api.model
    def _lock_next_due(self, now: datetime, failing: list[int]):
        """Lock one due touch with its enrolment and mailbox; rows that another worker holds are passed over."""
        self.env.flush_all()
        self.env.cr.execute(
            """
            SELECT t.id
              FROM outbound_touch t
              JOIN outbound_enrolment e ON e.id = t.enrolment_id
              JOIN outbound_mailbox m ON m.id = t.mailbox_id
             WHERE t.state = 'approved'
               AND t.wake_date <= %(now)s
               AND (m.next_slot IS NULL OR m.next_slot <= %(now)s)
               AND NOT t.id = ANY(%(failing)s)
             ORDER BY t.wake_date, t.id
             LIMIT 1
               FOR NO KEY UPDATE SKIP LOCKED
            """,
            {"now": now, "failing": failing},
        )
        row = self.env.cr.fetchone()
        return self.browse(row[0]) if row else self.browse()

    def _claim(self, now: datetime):
        """Write `sending` and everything that a crash must not lose: our Message-ID, the attempt, the mailbox's slot.

        A touch keeps its Message-ID over all attempts, so that proof of an older one finds it, and a receiving server
        that has it already drops the second copy.
        """
        self.ensure_one()
        self._apply(
            TouchEvent.CLAIM,
            message_id=self.message_id or self._new_message_id(),
            claimed_date=now,
            attempts=self.attempts + 1,
        )
        self.references = self._get_references()
        self.mailbox_id._take_slot(now, key=self.id)
