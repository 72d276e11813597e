import logging
import time
from datetime import datetime, timedelta

from psycopg2.extensions import TransactionRollbackError

from odoo import _, api, models

from ...adapters.smtp import Certainty, Outcome
from ...domain.lifecycle import EnrolmentEvent, TouchEvent
from ...domain.refusal import Fault, find_fault
from .touch_claim import Claim
from .touch_deliver import VOID

_logger = logging.getLogger(__name__)
MAX_DEFERRALS = 5
FIRST_RETRY = timedelta(minutes=15)  # then twice as long each time
STALE_CLAIM = timedelta(minutes=15)
RECOVER_BATCH = 200
TRIES = 5
PAUSE_SECONDS = 0.05


class OutboundTouch(models.Model):
    """What the answers of mail servers mean for touches, enrolments and mailboxes."""

    _inherit = "outbound.touch"

    @api.model
    def _settle(self, claims: list[Claim]) -> bool:
        """Carry the answers to these claims over to their touches and commit.

        Together where possible; else one by one. What cannot be carried over waits in `outbound.delivery` for the
        next run: the mail is not sent again.

        :return: whether any was carried over
        """
        deliveries = self.env["outbound.delivery"].browse([claim.delivery_id for claim in claims])
        if self._try_to_carry_over(deliveries):
            return True
        carried = [
            self._try_to_carry_over(delivery) for delivery in deliveries
        ]  # each of them, whatever came of the first
        return any(carried)

    @api.model
    def _try_to_carry_over(self, deliveries) -> bool:
        for number in range(TRIES):
            try:
                deliveries._carry_over()
                self.env["ir.cron"]._commit_progress(0)
                return True
            except TransactionRollbackError:
                self.env.cr.rollback()
                time.sleep(PAUSE_SECONDS * number)  # the database is busy; what the server said stays true
            except Exception:
                _logger.exception("The answers to deliveries %s could not be carried over", deliveries.ids)
                self.env.cr.rollback()
                return False
        return False

    @api.model
    def _recover_claims(self):
        """Claims of workers that died. A worker that still speaks to its server holds the row's lock, however long.

        Not begun: certainly not sent, so it may be tried again. Answered: carried over. In between: nobody knows.
        """
        now = self.env["outbound.clock"]._now()
        stale = self.search(
            [("state", "=", "sending"), ("claimed_date", "<", now - STALE_CLAIM)], limit=RECOVER_BATCH, order="id"
        )
        for touch in stale.try_lock_for_update(allow_referencing=True):
            delivery = self.env["outbound.delivery"].search(
                [("touch_id", "=", touch.id), ("attempt", "=", touch.attempts)]
            )
            try:
                with self.env.cr.savepoint():
                    if delivery.certainty:
                        delivery._carry_over()
                    elif delivery and not delivery.started:
                        touch._give_back()
                    else:
                        touch._lose(_("The worker that was sending it stopped."))
            except TransactionRollbackError:
                raise
            except Exception:
                _logger.exception("Touch %s could not be recovered", touch.id)

    # ------------------------------------------------------------------ one outcome

    def _give_back(self):
        """The claim is over and nothing has left: the touch waits again, or ends with its enrolment."""
        for touch in self:
            touch.mailbox_id._give_back_slot(touch.claimed_date)
        self._apply(TouchEvent.DEFER)
        for touch in self.filtered(lambda touch: touch.enrolment_id.state in ("stopped", "completed")):
            touch._apply(TouchEvent.CANCEL, end_reason=touch.enrolment_id.state_reason)

    def _accept(self):
        for touch, message in self._log_in_chatter().items():
            touch.mail_message_id = message
        self._apply(TouchEvent.ACCEPT, done_date=self.env["outbound.clock"]._now())
        for mailbox in self.mailbox_id.filtered("connect_failures"):
            mailbox._note_connected()

    def _defer(self, outcome: Outcome, now: datetime):
        """Proof that nothing was handed over: again later, so many times."""
        self.mailbox_id._give_back_slot(self.claimed_date)
        deferrals = self._count_deferrals()
        if deferrals >= MAX_DEFERRALS:
            self._apply(TouchEvent.REFUSE, done_date=now, end_reason=self._describe_outcome(outcome))
            return
        self._apply(TouchEvent.DEFER)
        self._hold(self._describe_outcome(outcome), now + FIRST_RETRY * 2 ** (deferrals - 1), code="deferred")

    def _count_deferrals(self) -> int:
        """How often a server put this mail off; trouble with the mailbox is no failure of the mail."""
        return self.env["outbound.delivery"].search_count(
            [("touch_id", "=", self.id), ("certainty", "=", "deferred"), ("step", "not in", ["connect", VOID])]
        )

    def _keep_for_server(self, outcome: Outcome, now: datetime):
        """The mail server cannot be used at all: the mailbox rests, and these mails wait for it."""
        words = self[0]._describe_outcome(outcome)
        mailbox = self.mailbox_id
        for touch in self:
            mailbox._give_back_slot(touch.claimed_date)
        if outcome.code and find_fault(outcome.step, outcome.code, outcome.text) is Fault.LOGIN:
            mailbox._pause(_("The mail server refused the login: %s", outcome.text), kind="server")
            until = now + FIRST_RETRY
        else:
            until = mailbox._note_unreachable(words, now)
        self._apply(TouchEvent.DEFER)
        self._hold(words, until, code="server")

    def _refuse(self, outcome: Outcome, now: datetime):
        """The server said no for good: end what its words concern, and no more."""
        words, mailbox, enrolment = self._describe_outcome(outcome), self.mailbox_id, self.enrolment_id
        fault = find_fault(outcome.step, outcome.code, outcome.text)
        mailbox._give_back_slot(self.claimed_date)
        if fault in (Fault.LOGIN, Fault.SENDER):
            mailbox._pause(_("The mail server does not take mail of this sender: %s", outcome.text), kind="server")
            self._apply(TouchEvent.DEFER)
            self._hold(words, now + FIRST_RETRY, code="server")
            return
        self._apply(TouchEvent.REFUSE, done_date=now, end_reason=words)
        if fault is Fault.ADDRESS:
            mailbox._count_bounce(now)
            self.env["outbound.suppression"]._suppress(
                "person", enrolment.email_normalized, "bounced", lead=self.lead_id, note=words
            )
        elif outcome.step == "rcpt" and enrolment.state != "stopped":
            enrolment._apply(EnrolmentEvent.STOP, reason=words, cause="refused")

    def _describe_outcome(self, outcome: Outcome) -> str:
        if outcome.step == "connect":
            return _("The mail server could not be used: %s", outcome.text)
        if outcome.step == "compose":
            return _("The mail could not be put together: %s", outcome.text)
        return _("The mail server answered %(code)s: %(text)s", code=outcome.code or "-", text=outcome.text)


class OutboundDelivery(models.Model):
    _inherit = "outbound.delivery"

    def _carry_over(self):
        """Apply each answer to its touch. A touch that somebody settled meanwhile hears of a success only."""
        now = self.env["outbound.clock"]._now()
        touches = self.touch_id
        self.env.cr.execute(
            "SELECT id FROM outbound_touch WHERE id = ANY(%s) ORDER BY id FOR NO KEY UPDATE", [touches.ids]
        )
        standing = self.filtered(lambda row: row.touch_id.state == "sending" and row.touch_id.attempts == row.attempt)
        for row in self - standing:
            if row._get_outcome().certainty is Certainty.ACCEPTED and row.touch_id.state != "sent":
                row.touch_id._prove_sent()
        groups = standing.grouped(lambda row: (row.certainty, row.step, row.code, row.text))
        accepted = standing.filtered(lambda row: row.certainty == "accepted").touch_id
        if accepted:
            accepted._accept()
        for rows in groups.values():
            rows[0]._apply_outcome(rows.touch_id, rows[0]._get_outcome(), now)

    def _apply_outcome(self, touches, outcome: Outcome, now: datetime):
        if outcome.certainty is Certainty.ACCEPTED:
            return
        if outcome.step == VOID:
            touches._give_back()
        elif outcome.step == "connect":
            for own in touches.grouped("mailbox_id").values():
                own._keep_for_server(outcome, now)
        else:
            for touch in touches:
                if outcome.certainty is Certainty.UNKNOWN:
                    touch._lose(outcome.text)
                elif outcome.certainty is Certainty.REFUSED:
                    touch._refuse(outcome, now)
                else:
                    touch._defer(outcome, now)
