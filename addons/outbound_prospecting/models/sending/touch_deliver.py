import logging
import smtplib

from psycopg2.extensions import TransactionRollbackError

from odoo import _, api, models
from odoo.exceptions import UserError

from ...adapters.message import serialise
from ...adapters.smtp import Certainty, Outcome, Sessions, deliver
from ...domain.refusal import Fault, find_fault
from .touch_claim import Claim

_logger = logging.getLogger(__name__)
VOID = "void"  # step of an outcome: the claim no longer stood, nothing was handed over


class OutboundTouch(models.Model):
    """At most once, second half: lock a claim again, hand the mail over, write down the answer. No mail is sent elsewhere."""

    _inherit = "outbound.touch"

    @api.model
    def _deliver(self, claims: list[Claim], sessions: Sessions):
        """Hand claimed mails of one mailbox to their server, one after the other.

        The transaction that writes the answer to one mail also writes that the next is about to begin: whatever
        happens between two commits concerns one mail only.
        """
        rest = None
        for claim, following in zip(claims, [*claims[1:], None], strict=True):
            outcome = rest or self._deliver_one(claim, sessions)
            # What concerns the mailbox concerns its other mails: they need not find out for themselves.
            if outcome.step == "connect":
                rest = outcome
            elif outcome.certainty is Certainty.REFUSED and find_fault(outcome.step, outcome.code, outcome.text) in (
                Fault.LOGIN,
                Fault.SENDER,
            ):
                rest = Outcome(Certainty.DEFERRED, VOID)
            self._note_outcome(claim, outcome, following)

    @api.model
    def _deliver_one(self, claim: Claim, sessions: Sessions) -> Outcome:
        try:
            if not self._lock_claim(claim):
                return Outcome(Certainty.DEFERRED, VOID)
            return self._hand_over(claim, sessions)
        except TransactionRollbackError as error:
            self.env.cr.rollback()
            return Outcome(Certainty.DEFERRED, VOID, None, str(error))
        except Exception as error:
            # `deliver` raises nothing once the message is on its way: nothing has left.
            _logger.exception("Touch %s could not be handed over", claim.touch_id)
            self.env.cr.rollback()
            return Outcome(Certainty.DEFERRED, "compose", None, str(error))

    @api.model
    def _lock_claim(self, claim: Claim) -> bool:
        """Lock the touch and its enrolment until the answer is written, and see that the claim still stands.

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
                    [claim.touch_id, claim.attempt],
                )
                row = self.env.cr.fetchone()
                return bool(row) and row[0] == "active"
            except TransactionRollbackError:
                self.env.cr.rollback()  # changed while we waited for the lock: look again

    @api.model
    def _hand_over(self, claim: Claim, sessions: Sessions) -> Outcome:
        try:
            session = sessions.get(claim.mailbox_id)
        except smtplib.SMTPResponseException as error:
            return Outcome(Certainty.DEFERRED, "connect", error.smtp_code, _readable(error.smtp_error))
        except (smtplib.SMTPException, OSError, UserError) as error:
            return Outcome(Certainty.DEFERRED, "connect", None, str(error) or type(error).__name__)
        sender, recipient, message = self._address(claim, session)
        return deliver(session, sender, recipient, serialise(message))

    @api.model
    def _connect_mailbox(self, mailbox_id: int):
        mailbox = self.env["outbound.mailbox"].sudo().browse(mailbox_id)
        session = self.env["ir.mail_server"].sudo()._connect__(mail_server_id=mailbox.mail_server_id.id)
        if session is None:
            raise UserError(_("Sending is switched off."))  # while modules are installed and in tests
        return session

    @api.model
    def _note_outcome(self, claim: Claim, outcome: Outcome, following: Claim | None):
        """Commit the answer, and that the next mail is about to begin.

        The row is this worker's alone. When even this fails the worker ends: the mail becomes unknown, the others of
        its claims are given back.
        """
        now = self.env["outbound.clock"]._now()
        Delivery = self.env["outbound.delivery"]
        Delivery._finish(claim.delivery_id, outcome, now)
        if following:
            Delivery._start(following.delivery_id, now)
        self.env.cr.commit()  # pylint: disable=invalid-commit  # the answer outlives whatever happens next


def _readable(reply) -> str:
    return reply.decode("utf-8", "replace") if isinstance(reply, bytes) else str(reply)
