import logging
import smtplib
import time
from datetime import datetime, timedelta

from psycopg2.extensions import TransactionRollbackError

from odoo import _, api, models
from odoo.exceptions import UserError

from ...adapters.message import serialise
from ...adapters.smtp import Certainty, Outcome, Sessions, deliver
from ...domain.lifecycle import EnrolmentEvent, TouchEvent
from ...domain.refusal import Fault, find_fault

_logger = logging.getLogger(__name__)
MAX_ATTEMPTS = 5
FIRST_RETRY = timedelta(minutes=15)  # then twice as long each time
RECORD_TRIES = 5
PAUSE_SECONDS = 0.05


class OutboundTouch(models.Model):
    """At most once, second half: lock the claim again, hand the mail over, write what came of it."""

    _inherit = "outbound.touch"

    def _deliver(self, sessions: Sessions) -> bool:
        """Hand the claimed touch to its mail server.

        :return: False when what came of it could not be written; the touch stays `sending` and is not sent again
        """
        self.ensure_one()
        attempt = self.attempts
        message = None
        try:
            if not self._lock_claim(attempt):
                return True
            message = self._log_in_chatter()
            outgoing = self._compose()
            outcome = self._hand_over(sessions, outgoing)
        except Exception as error:
            # `_hand_over` raises nothing once the dialogue has begun: nothing has left.
            _logger.exception("Touch %s could not be handed over", self.id)
            outcome = Outcome(Certainty.DEFERRED, "compose", None, str(error))
        if outcome.certainty is not Certainty.ACCEPTED:
            self.env.cr.rollback()  # the chatter does not show a mail that did not leave
            message = None
        return self._record(outcome, attempt, message)

    def _lock_claim(self, attempt: int) -> bool:
        """Lock the touch and its enrolment until the outcome is written, and see that the claim still stands.

        Whoever stops the enrolment either did so before, and then nothing leaves, or waits for the dialogue to end.
        """
        while True:
            try:
                self.env.cr.execute(
                    """
                    SELECT e.state
                      FROM outbound_touch t
                      JOIN outbound_enrolment e ON e.id = t.enrolment_id
                     WHERE t.id = %s AND t.state = 'sending' AND t.attempts = %s
                       FOR NO KEY UPDATE
                    """,
                    [self.id, attempt],
                )
                row = self.env.cr.fetchone()
                break
            except TransactionRollbackError:
                self.env.cr.rollback()  # changed while we waited for the lock: look again
        if not row:
            _logger.warning("Touch %s: somebody else settled the claim meanwhile; nothing is sent", self.id)
            return False
        if row[0] != "active" or self.text_hash != self._get_text_hash():
            self._give_back()
            return False
        return True

    def _give_back(self):
        """The enrolment ended or rests, or the text changed, between the claim and the dialogue: nothing has left."""
        self.mailbox_id._give_back_slot(self.claimed_date)
        self._apply(TouchEvent.DEFER)
        if self.enrolment_id.state in ("stopped", "completed"):
            self._apply(TouchEvent.CANCEL, end_reason=self.enrolment_id.state_reason)
        self.env["ir.cron"]._commit_progress(0)

    def _hand_over(self, sessions: Sessions, outgoing) -> Outcome:
        try:
            session = sessions.get(self.mailbox_id.id)
        except smtplib.SMTPResponseException as error:
            return Outcome(Certainty.DEFERRED, "connect", error.smtp_code, _readable(error.smtp_error))
        except (smtplib.SMTPException, OSError, UserError) as error:
            return Outcome(Certainty.DEFERRED, "connect", None, str(error) or type(error).__name__)
        sender, recipient, outgoing = self._address(outgoing, session)
        return deliver(session, sender, recipient, serialise(outgoing))

    @api.model
    def _connect_mailbox(self, mailbox_id: int):
        mailbox = self.env["outbound.mailbox"].sudo().browse(mailbox_id)
        session = self.env["ir.mail_server"].sudo()._connect__(mail_server_id=mailbox.mail_server_id.id)
        if session is None:
            raise UserError(_("Sending is switched off."))  # while modules are installed and in tests
        return session

    # ------------------------------------------------------------------ outcome

    def _record(self, outcome: Outcome, attempt: int, message) -> bool:
        """Write the outcome and commit. What the server said stays true when the database is busy: try again."""
        for number in range(RECORD_TRIES):
            try:
                if not message and not self._find_claim(attempt):
                    self._record_late(outcome)
                else:
                    self._write_outcome(outcome, message)
                self.env["ir.cron"]._commit_progress(0)
                return True
            except TransactionRollbackError:
                self.env.cr.rollback()
                message = None
                time.sleep(PAUSE_SECONDS * number)
            except Exception:
                self.env.cr.rollback()
                break
        _logger.exception("Touch %s: the outcome %s could not be recorded", self.id, outcome)
        return False

    def _find_claim(self, attempt: int) -> bool:
        """Lock the touch anew after a rollback; False when somebody settled the claim in between."""
        self.env.cr.execute(
            "SELECT 1 FROM outbound_touch WHERE id = %s AND state = 'sending' AND attempts = %s FOR NO KEY UPDATE",
            [self.id, attempt],
        )
        return bool(self.env.cr.fetchone())

    def _record_late(self, outcome: Outcome):
        if outcome.certainty is Certainty.ACCEPTED:
            self._prove_sent()
        else:
            _logger.warning("Touch %s: %s came after the claim was settled", self.id, outcome)

    def _write_outcome(self, outcome: Outcome, message=None):
        now = self.env["outbound.clock"]._now()
        if outcome.step != "connect" and self.mailbox_id.connect_failures:
            self.mailbox_id._note_connected()
        if outcome.certainty is Certainty.ACCEPTED:
            message = message or self._log_in_chatter()
            self._apply(TouchEvent.ACCEPT, done_date=now, mail_message_id=message.id)
        elif outcome.certainty is Certainty.UNKNOWN:
            self._apply(TouchEvent.LOSE, end_reason=outcome.text)
            self._ask_a_person(outcome.text)
        elif outcome.certainty is Certainty.REFUSED:
            self._write_refusal(outcome, now)
        elif outcome.step == "connect":
            self._write_unreachable(outcome, now)
        else:
            self._write_deferral(outcome, now)

    def _write_deferral(self, outcome: Outcome, now: datetime):
        """Proof that nothing was handed over: again later, so many times."""
        self.mailbox_id._give_back_slot(self.claimed_date)
        if self.attempts >= MAX_ATTEMPTS:
            self._apply(TouchEvent.REFUSE, done_date=now, end_reason=self._describe_outcome(outcome))
            return
        self._apply(TouchEvent.DEFER)
        self._hold(self._describe_outcome(outcome), now + FIRST_RETRY * 2 ** (self.attempts - 1), code="deferred")

    def _write_unreachable(self, outcome: Outcome, now: datetime):
        """The mail server cannot be used. That is no failure of this mail, so it costs it no attempt."""
        mailbox, words = self.mailbox_id, self._describe_outcome(outcome)
        mailbox._give_back_slot(self.claimed_date)
        if outcome.code and find_fault(outcome.step, outcome.code, outcome.text) is Fault.LOGIN:
            mailbox._pause(_("The mail server refused the login: %s", outcome.text), kind="server")
            until = now + FIRST_RETRY
        else:
            until = mailbox._note_unreachable(words, now)
        self._apply(TouchEvent.DEFER, attempts=self.attempts - 1)
        self._hold(words, until, code="server")

    def _write_refusal(self, outcome: Outcome, now: datetime):
        """The server said no for good: end what its words concern, and no more."""
        words, mailbox = self._describe_outcome(outcome), self.mailbox_id
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
            address = self.enrolment_id.email_normalized
            self.env["outbound.suppression"]._suppress("person", address, "bounced", lead=self.lead_id, note=words)
        elif outcome.step == "rcpt" and self.enrolment_id.state != "stopped":
            self.enrolment_id._apply(EnrolmentEvent.STOP, reason=words, cause="refused")

    def _describe_outcome(self, outcome: Outcome) -> str:
        if outcome.step == "connect":
            return _("The mail server could not be used: %s", outcome.text)
        if outcome.step == "compose":
            return _("The mail could not be put together: %s", outcome.text)
        return _("The mail server answered %(code)s: %(text)s", code=outcome.code or "-", text=outcome.text)


def _readable(reply) -> str:
    return reply.decode("utf-8", "replace") if isinstance(reply, bytes) else str(reply)
