import logging
import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage

from psycopg2.extensions import TransactionRollbackError

from odoo import _, api, models

from ...adapters.smtp import Sessions
from ...domain.lifecycle import TouchEvent

_logger = logging.getLogger(__name__)
BATCH = 20
MAX_UNSETTLED = 3  # something is wrong with the database or an extension
LOOK_AGAIN = timedelta(hours=1)
# Other workers hold a mailbox's rows only while they claim.
BUSY_SECONDS = 0.05
BUSY_TRIES = 40


@dataclass
class Run:
    """What one run of the scheduled action knows.

    :ivar failing: ids of touches that fail to be looked at, left alone until the next run
    :ivar alone: how many of the next touches are claimed one by one, because a batch failed
    """

    failing: list[int] = field(default_factory=list)
    alone: int = 0


@dataclass(frozen=True)
class Claim:
    """A mail that this worker alone may hand over, once.

    :ivar delivery_id: row of `outbound.delivery`
    """

    touch_id: int
    enrolment_id: int
    mailbox_id: int
    attempt: int
    delivery_id: int
    recipient: str
    message: EmailMessage


class OutboundTouch(models.Model):
    """At most once, first half: a claim is committed before the mail server is spoken to, and never repeated blindly.

    One transaction claims some mails of one mailbox. Then each mail has a transaction of its own, see `touch_deliver`,
    and one more carries the answers over to the touches, see `touch_outcome`.
    """

    _inherit = "outbound.touch"

    @api.model
    def _cron_send_touches(self):
        """Scheduled action: send what is approved and due until nothing is due or time is up.

        Any number of workers may run it at a time, on any number of hosts.
        """
        Cron = self.env["ir.cron"]
        self._recover_claims()
        self.env["outbound.link"]._count_visits()
        Cron._commit_progress(0)
        sessions = Sessions(self._connect_mailbox)
        run = Run()
        unsettled = 0
        try:
            while claims := self._claim_next(run):
                self._deliver(claims, sessions)
                unsettled = 0 if self._settle(claims) else unsettled + 1
                if unsettled == MAX_UNSETTLED:
                    raise RuntimeError(
                        f"answers of {unsettled} batches could not be carried over; sending stops for now"
                    )
                if not Cron._commit_progress(len(claims)):
                    break
        finally:
            sessions.close()

    # ------------------------------------------------------------------ transaction 1

    @api.model
    def _claim_next(self, run: Run) -> list[Claim]:
        """Find mails of one mailbox that may leave now, claim them and commit.

        Those that may not leave are held or ended with their reason on the way.

        :return: claims, or none when nothing is due
        """
        busy = 0
        while True:
            touches = self.browse()
            try:
                now = self.env["outbound.clock"]._now()
                touches = self._lock_due(now, run.failing, limit=1 if run.alone else BATCH)
                if not touches:
                    busy += 1
                    if busy > BUSY_TRIES or not self._is_anything_due(now, run.failing):
                        return []
                    self.env.cr.rollback()
                    time.sleep(BUSY_SECONDS)
                    continue
                run.alone = max(run.alone - 1, 0)
                claims = touches._pass_gates(now)._claim(now, run)
                self.env["ir.cron"]._commit_progress(0)
                if claims:
                    return claims
            except TransactionRollbackError:
                # Another worker changed a row since our snapshot: look again with a fresh one.
                self.env.cr.rollback()
            except Exception:
                if not touches:
                    raise
                self.env.cr.rollback()
                if len(touches) > 1:
                    run.alone = len(touches)
                    continue
                # One record that cannot be worked on does not hold up the others.
                _logger.exception("Touch %s could not be claimed", touches.id)
                run.failing.append(touches.id)
                touches._hold_failing()

    def _hold_failing(self):
        try:
            now = self.env["outbound.clock"]._now()
            reason = _(
                "It could not be prepared because of an error, which the server's log names. Tell your administrator."
            )
            self._hold(reason, now + LOOK_AGAIN, code="error")
            self.env["ir.cron"]._commit_progress(0)
        except Exception:
            _logger.exception("Touch %s could not be held", self.id)
            self.env.cr.rollback()

    @api.model
    def _lock_due(self, now: datetime, failing: list[int], limit: int):
        """Lock due touches of one mailbox with their enrolments; what another worker holds is passed over."""
        self.env.flush_all()
        self.env.cr.execute(
            """
            SELECT m.id
              FROM outbound_touch t
              JOIN outbound_mailbox m ON m.id = t.mailbox_id
             WHERE t.state = 'approved'
               AND t.wake_date <= %(now)s
               AND (m.next_slot IS NULL OR m.next_slot <= %(now)s)
               AND NOT t.id = ANY(%(failing)s)
             ORDER BY t.wake_date, t.id
             LIMIT 1
               FOR NO KEY UPDATE OF m SKIP LOCKED
            """,
            {"now": now, "failing": failing},
        )
        row = self.env.cr.fetchone()
        if not row:
            return self.browse()
        self.env.cr.execute(
            """
            SELECT t.id
              FROM outbound_touch t
              JOIN outbound_enrolment e ON e.id = t.enrolment_id
             WHERE t.state = 'approved'
               AND t.wake_date <= %(now)s
               AND t.mailbox_id = %(mailbox)s
               AND NOT t.id = ANY(%(failing)s)
             ORDER BY t.wake_date, t.id
             LIMIT %(limit)s
               FOR NO KEY UPDATE SKIP LOCKED
            """,
            {"now": now, "failing": failing, "mailbox": row[0], "limit": limit},
        )
        return self.browse([id_ for (id_,) in self.env.cr.fetchall()])

    @api.model
    def _is_anything_due(self, now: datetime, failing: list[int]) -> bool:
        """Whether other workers hold what is left."""
        self.env.cr.execute(
            """
            SELECT 1
              FROM outbound_touch t
              JOIN outbound_mailbox m ON m.id = t.mailbox_id
             WHERE t.state = 'approved'
               AND t.wake_date <= %s
               AND (m.next_slot IS NULL OR m.next_slot <= %s)
               AND NOT t.id = ANY(%s)
             LIMIT 1
            """,
            [now, now, failing],
        )
        return bool(self.env.cr.fetchone())

    def _claim(self, now: datetime, run: Run) -> list[Claim]:
        """Write `sending` and all that a crash must not lose: our Message-ID, the attempt, the mailbox's slot.

        A touch keeps its Message-ID over all attempts, so that proof of an older one finds it, and a receiving server
        that has it already drops the second copy.
        """
        for touch in self.filtered(lambda touch: not touch.message_id):
            touch.message_id = touch._new_message_id()
        messages = self._compose_all(run)
        touches = self.filtered(lambda touch: touch in messages)
        if not touches:
            return []
        for touch in touches:
            touch.write({"attempts": touch.attempts + 1, "references": touch._get_references()})
            touch.mailbox_id._take_slot(now, key=touch.id)
        touches._apply(TouchEvent.CLAIM, claimed_date=now)
        deliveries = touches._insert_deliveries(now)
        return [
            Claim(
                touch_id=touch.id,
                enrolment_id=touch.enrolment_id.id,
                mailbox_id=touch.mailbox_id.id,
                attempt=touch.attempts,
                delivery_id=deliveries[touch.id],
                recipient=touch._get_recipient(),
                message=messages[touch],
            )
            for touch in touches
        ]

    def _compose_all(self, run: Run) -> dict:
        """Messages by touch; one that cannot be put together is held."""
        messages = {}
        for touch in self:
            try:
                with self.env.cr.savepoint(flush=False):
                    messages[touch] = touch._compose()
            except TransactionRollbackError:
                raise
            except Exception as error:
                _logger.exception("Touch %s could not be put together", touch.id)
                run.failing.append(touch.id)
                now = self.env["outbound.clock"]._now()
                touch._hold(_("The mail could not be put together: %s", error), now + LOOK_AGAIN, code="error")
        return messages

    def _insert_deliveries(self, now: datetime) -> dict[int, int]:
        """Rows of the attempts, the first of them about to begin; ids by touch."""
        self.env.flush_all()
        rows = self.env.cr.execute_values(
            """
            INSERT INTO outbound_delivery (touch_id, attempt, claimed, started) VALUES %s RETURNING touch_id, id
            """,
            [(touch.id, touch.attempts, now, None if index else now) for index, touch in enumerate(self)],
            fetch=True,
        )
        return dict(rows)
