import logging
import smtplib
from datetime import datetime, timedelta

import psycopg2

from odoo import _, api, models
from odoo.exceptions import UserError

from ...adapters.smtp import Certainty, Outcome, Sessions, deliver
from ...domain.lifecycle import TouchEvent

_logger = logging.getLogger(__name__)
MAX_ATTEMPTS = 5
FIRST_RETRY = timedelta(minutes=15)  # then twice as long each time
STALE_CLAIM = timedelta(minutes=15)  # longer than any SMTP dialogue lasts
RECORD_TRIES = 3
AUTHENTICATION_FAILED = {530, 534, 535, 538}


class OutboundTouch(models.Model):
    """At most once: a claim is committed before the mail server is spoken to, and never repeated without proof.

    A worker that dies leaves the touch in `sending`; nobody sends it again by itself. After a while it becomes
    `unknown` and a person, a reply or a bounce decides.
    """

    _inherit = "outbound.touch"

    @api.model
    def _cron_send_touches(self):
        """Scheduled action: send what is approved and due, one claim at a time, until nothing is due or time is up."""
        Cron = self.env["ir.cron"]
        now = self.env["outbound.clock"]._now()
        self._mark_stale_claims(now)
        Cron._commit_progress(0)
        sessions = Sessions(self._connect_mailbox)
        try:
            while touch := self._claim_next(now):
                touch._deliver(sessions, now)
                if not Cron._commit_progress(1):
                    break
        finally:
            sessions.close()

    # ------------------------------------------------------------------ transaction 1: claim

    def _claim_next(self, now: datetime):
        """Find a touch that may leave now, claim it and commit.

        Touches that may not leave are held or ended with their reason on the way.

        :return: the claimed touch, or an empty recordset when nothing is due
        """
        while True:
            try:
                touch = self._lock_next_due(now)
                if not touch:
                    return touch
                claimed = touch._pass_gates(now)
                if claimed:
                    touch._claim(now)
                self.env["ir.cron"]._commit_progress(0)
                if claimed:
                    return touch
            except psycopg2.errors.SerializationFailure:
                # Another worker changed the row since our snapshot: look again with a fresh one.
                self.env.cr.rollback()

    def _lock_next_due(self, now: datetime):
        """Lock one due touch with its enrolment and mailbox; rows that another worker holds are passed over."""
        self.flush_model()
        self.env.cr.execute(
            """
            SELECT t.id
              FROM outbound_touch t
              JOIN outbound_enrolment e ON e.id = t.enrolment_id
              JOIN outbound_mailbox m ON m.id = t.mailbox_id
             WHERE t.state = 'approved'
               AND t.wake_date <= %(now)s
               AND (m.next_slot IS NULL OR m.next_slot <= %(now)s)
             ORDER BY t.wake_date, t.id
             LIMIT 1
               FOR NO KEY UPDATE SKIP LOCKED
            """,
            {"now": now},
        )
        row = self.env.cr.fetchone()
        return self.browse(row[0]) if row else self.browse()

    def _claim(self, now: datetime):
        """Write `sending` and everything that a crash must not lose: our Message-ID, the attempt, the mailbox's slot."""
        self.ensure_one()
        self._apply(
            TouchEvent.CLAIM,
            message_id=self.message_id or self._new_message_id(),
            claimed_date=now,
            attempts=self.attempts + 1,
        )
        self.references = self._thread_headers()[1]
        self.mailbox_id._take_slot(now, key=self.id)

    # ------------------------------------------------------------------ transaction 2: deliver and record

    def _deliver(self, sessions: Sessions, now: datetime):
        """Hand the claimed touch to its mail server and write what came of it."""
        self.ensure_one()
        try:
            message = self._log_in_chatter()
            outgoing = self._compose()
        except Exception as error:
            # Nothing was handed over yet, whatever went wrong: a broken template or record holds this touch only.
            _logger.exception("Touch %s could not be composed", self.id)
            self.env.cr.rollback()
            self._record(Outcome(Certainty.REFUSED, "compose", None, str(error)), now)
            return
        outcome = self._hand_over(sessions, outgoing)
        if outcome.certainty is Certainty.ACCEPTED:
            self._record(outcome, now, message)
            return
        self.env.cr.rollback()  # the chatter does not show a mail that did not leave
        self._record(outcome, now)

    def _hand_over(self, sessions: Sessions, outgoing) -> Outcome:
        try:
            session = sessions.get(self.mailbox_id.id)
        except smtplib.SMTPResponseException as error:
            return Outcome(Certainty.DEFERRED, "connect", error.smtp_code, str(error))
        except (smtplib.SMTPException, OSError, UserError) as error:
            return Outcome(Certainty.DEFERRED, "connect", None, str(error))
        sender, [recipient], outgoing = self.env["ir.mail_server"]._prepare_email_message__(outgoing, session)
        return deliver(session, sender, recipient, self._serialise(outgoing))

    @api.model
    def _connect_mailbox(self, mailbox_id: int):
        mailbox = self.env["outbound.mailbox"].browse(mailbox_id)
        return self.env["ir.mail_server"].sudo()._connect__(
            mail_server_id=mailbox.mail_server_id.id, smtp_from=mailbox.email
        )

    def _record(self, outcome: Outcome, now: datetime, message=None):
        """Write the outcome and commit. What the server said stays true when the database is busy: try again.

        If even that fails the touch stays `sending` and becomes `unknown`; it is not sent again.
        """
        for attempt in range(RECORD_TRIES):
            try:
                if outcome.certainty is Certainty.ACCEPTED and attempt:
                    message = self._log_in_chatter()
                self._write_outcome(outcome, now, message)
                self.env["ir.cron"]._commit_progress(0)
                return
            except psycopg2.errors.SerializationFailure:
                self.env.cr.rollback()
        _logger.error("Touch %s: the outcome %s could not be recorded", self.id, outcome)

    def _write_outcome(self, outcome: Outcome, now: datetime, message=None):
        if outcome.certainty is Certainty.ACCEPTED:
            self._apply(TouchEvent.ACCEPT, done_date=now, mail_message_id=message.id)
        elif outcome.certainty is Certainty.UNKNOWN:
            self._apply(TouchEvent.LOSE, end_reason=outcome.text)
            self._ask_a_person(outcome)
        elif outcome.certainty is Certainty.REFUSED or self.attempts >= MAX_ATTEMPTS:
            self._apply(TouchEvent.REFUSE, done_date=now, end_reason=self._outcome_text(outcome))
        else:
            self._apply(TouchEvent.DEFER)
            self._hold(self._outcome_text(outcome), now + FIRST_RETRY * 2 ** (self.attempts - 1))
        if outcome.step == "connect" and outcome.code in AUTHENTICATION_FAILED:
            self.mailbox_id._pause(_("The mail server refused the login: %s", outcome.text))

    def _outcome_text(self, outcome: Outcome) -> str:
        if outcome.step == "connect":
            return _("The mail server could not be reached: %s", outcome.text)
        if outcome.step == "compose":
            return _("The mail could not be put together: %s", outcome.text)
        return _("The mail server answered %(code)s: %(text)s", code=outcome.code or "-", text=outcome.text)

    # ------------------------------------------------------------------ unknown outcomes

    @api.model
    def _mark_stale_claims(self, now: datetime):
        """A claim that nobody finished belongs to a worker that died: what became of the mail is not known."""
        stale = self.search([("state", "=", "sending"), ("claimed_date", "<", now - STALE_CLAIM)])
        for touch in stale.try_lock_for_update(allow_referencing=True):
            outcome = Outcome(Certainty.UNKNOWN, "body", None, _("The worker that was sending it stopped."))
            touch._write_outcome(outcome, now)

    def _ask_a_person(self, outcome: Outcome):
        user = self.enrolment_id.lead_id.user_id or self.mailbox_id.user_id or self.env.ref("base.user_admin")
        self.lead_id.activity_schedule(
            "mail.mail_activity_data_warning",
            user_id=user.id,
            summary=_("Did this mail arrive?"),
            note=_(
                "“%(subject)s” was handed to the mail server, but no answer came: %(why)s Look into the Sent folder "
                "or ask the mail server's administrator, then mark the touch as sent or not sent. It is not sent "
                "again by itself.",
                subject=self.subject or "",
                why=outcome.text,
            ),
        )

    def action_mark_sent(self):
        """Button on a touch of unknown delivery: it arrived."""
        self._settle_unknown(sent=True)

    def action_mark_not_sent(self):
        """Button on a touch of unknown delivery: it did not arrive; a person reviews it again before it may leave."""
        self._settle_unknown(sent=False)

    def _settle_unknown(self, *, sent: bool):
        now = self.env["outbound.clock"]._now()
        if sent:
            self._apply(TouchEvent.PROVE_SENT, done_date=now)
        else:
            self._apply(TouchEvent.PROVE_UNSENT, message_id=False)
