from datetime import datetime, timedelta, timezone

from odoo import fields, models

from ...domain.schedule import local_day

FIRST_WAIT = timedelta(minutes=5)  # then twice as long each time
LONGEST_WAIT = timedelta(hours=1)
MAX_FAILURES = 10  # about seven hours


class OutboundMailbox(models.Model):
    """What sending learns of a mailbox's server."""

    _inherit = "outbound.mailbox"

    connect_failures = fields.Integer(
        readonly=True, copy=False, help="How often in a row the mail server could not be used."
    )

    def _note_unreachable(self, why: str, now: datetime) -> datetime:
        """The mail server cannot be used: leave it alone for a while, and pause the mailbox if that goes on.

        :return: when it is tried again (naive UTC)
        """
        self.ensure_one()
        mailbox = self.sudo()
        failures = mailbox.connect_failures + 1
        until = now + min(FIRST_WAIT * 2 ** (failures - 1), LONGEST_WAIT)
        mailbox.write({"connect_failures": failures, "next_slot": until})
        if failures >= MAX_FAILURES:
            mailbox._pause(why, kind="server")
        return until

    def _note_connected(self):
        self.sudo().connect_failures = 0

    def _resume(self):
        self.filtered("connect_failures")._note_connected()
        return super()._resume()

    def _give_back_slot(self, claimed: datetime):
        """A mail that was counted did not leave: it does not use up the day's cap.

        :param claimed: when it was counted (naive UTC)
        """
        self.ensure_one()
        day = local_day(claimed.replace(tzinfo=timezone.utc), self.tz or "UTC")
        self.env.cr.execute(
            "UPDATE outbound_mailbox_day SET sent = sent - 1 WHERE mailbox_id = %s AND day = %s AND sent > 0",
            [self.id, day],
        )
        self.env["outbound.mailbox.day"].invalidate_model(["sent"])
