from datetime import datetime, timedelta

from odoo import api, fields, models

from ...adapters.smtp import Certainty, Outcome


class OutboundDelivery(models.Model):
    """One attempt to hand a mail to its mail server. Written by statements of its own, each committed at once.

    A row without a start never reached the server, so the mail may be tried again; one with a start and no answer
    may have arrived, so it never is; one with an answer only has to be carried over to its touch.
    """

    _name = "outbound.delivery"
    _description = "Delivery Attempt"
    _order = "id desc"
    _log_access = False

    touch_id = fields.Many2one("outbound.touch", required=True, readonly=True, ondelete="cascade")
    attempt = fields.Integer(required=True, readonly=True)
    claimed = fields.Datetime(required=True, readonly=True)
    started = fields.Datetime(readonly=True, help="When the dialogue with the mail server was about to begin.")
    finished = fields.Datetime(readonly=True)
    certainty = fields.Selection([(item.value, item.value) for item in Certainty], readonly=True)
    step = fields.Char(readonly=True, help="How far the dialogue came.")
    code = fields.Integer(readonly=True, help="The mail server's reply code.")
    text = fields.Char(string="Answer", readonly=True)

    _once = models.UniqueIndex("(touch_id, attempt)", "An attempt is made once.")

    @api.model
    def _start(self, delivery_id: int, now: datetime):
        self.env.cr.execute("UPDATE outbound_delivery SET started = %s WHERE id = %s", [now, delivery_id])

    @api.model
    def _finish(self, delivery_id: int, outcome: Outcome, now: datetime):
        self.env.cr.execute(
            """
            UPDATE outbound_delivery SET finished = %s, certainty = %s, step = %s, code = %s, text = %s WHERE id = %s
            """,
            [now, outcome.certainty.value, outcome.step, outcome.code, outcome.text.replace("\0", ""), delivery_id],
        )

    def _get_outcome(self) -> Outcome | None:
        if not self.certainty:
            return None
        return Outcome(Certainty(self.certainty), self.step or "", self.code or None, self.text or "")

    @api.autovacuum
    def _gc_deliveries(self):
        """Attempts of mails long settled tell nothing that their touch does not."""
        limit = self.env.cr.now() - timedelta(days=180)
        self.search([("finished", "<", limit), ("touch_id.state", "in", ["sent", "failed"])], limit=10_000).unlink()
