from odoo import _, api, fields, models
from odoo.exceptions import AccessError, UserError

from ...domain.lifecycle import IllegalEvent, Touch, TouchEvent, next_touch


class OutboundTouch(models.Model):
    """Mails of which nobody knows whether they left. Proof settles them, or a person; never a second attempt."""

    _inherit = "outbound.touch"

    question_id = fields.Many2one(
        "mail.activity", readonly=True, copy=False, ondelete="set null", help="Asks a person whether the mail was sent."
    )

    def _lose(self, why: str):
        self._apply(TouchEvent.LOSE, end_reason=why)
        self._ask_a_person(why)

    def _ask_a_person(self, why: str):
        user = self.lead_id.user_id or self.mailbox_id.user_id or self.env.ref("base.user_admin")
        self.question_id = self.lead_id.activity_schedule(
            "mail.mail_activity_data_warning",
            user_id=user.id,
            summary=_("Did this mail arrive?"),
            note=_(
                "“%(subject)s” was handed to the mail server, but no answer came: %(why)s Look into the Sent folder "
                "or ask whoever runs the mail server. Then open Outbox and say whether it was sent. It is not sent "
                "again by itself.",
                subject=self.subject or "",
                why=why,
            ),
        )

    # ------------------------------------------------------------------ proof

    @api.model
    def _settle_by_message_ids(self, message_ids: list[str]):
        """A reply, a bounce or the copy in the Sent folder names these Message-IDs: those mails left.

        Late proof counts too, after a person said that the mail had not been sent.

        :return: the touches that these Message-IDs belong to, settled or not
        """
        touches = self.sudo().search([("message_id", "in", message_ids)])
        touches.filtered(lambda touch: touch.state not in ("sent", "done"))._prove_sent()
        return touches

    def _prove_sent(self):
        """It did leave, whatever is thought of it by now."""
        now = self.env["outbound.clock"]._now()
        for touch in self:
            sent_at = touch.claimed_date or now
            message = touch.mail_message_id or touch._log_in_chatter()[touch]
            try:
                next_touch(Touch(touch.state), TouchEvent.PROVE_SENT)
            except IllegalEvent:
                # Skipped or cancelled since: the history says so, and the chatter shows the mail.
                touch.mail_message_id = message
                if not touch._is_counted_as_sent():
                    late = touch._prepare_event_vals(_("proof came late"), sent_at)
                    touch.env["outbound.event"]._log([{**late, "kind": "touch_sent"}])
                continue
            touch._apply(TouchEvent.PROVE_SENT, done_date=sent_at, mail_message_id=message.id, end_reason=False)
            touch._close_question(_("It was sent."))

    def _is_counted_as_sent(self) -> bool:
        """A second proof, such as a bounce after a reply, is no second mail."""
        sent = self.lead_id.outbound_event_ids.filtered(lambda event: event.kind == "touch_sent")
        return any((event.payload or {}).get("touch") == self.id for event in sent)

    # ------------------------------------------------------------------ a person

    def action_mark_sent(self) -> bool:
        """Button on a touch of unknown delivery: it was sent."""
        self._check_may_settle()
        self.sudo()._prove_sent()
        return True

    def action_mark_not_sent(self) -> bool:
        """Button on a touch of unknown delivery: it was not; it goes to review before it may leave."""
        self._check_may_settle()
        touches = self.sudo()
        touches._apply(
            TouchEvent.PROVE_UNSENT, text_hash=False, approved_by=False, approved_date=False, end_reason=False
        )
        ended = touches.filtered(lambda touch: touch.enrolment_id.state in ("stopped", "completed"))
        ended._apply(TouchEvent.CANCEL, end_reason=_("It was not sent, and the enrolment has ended."))
        (touches - ended)._put_again_before_reviewer()
        for touch in touches:
            touch._close_question(_("It was not sent."))
        return True

    def _put_again_before_reviewer(self):
        now = self.env["outbound.clock"]._now()
        for touch in self:
            touch.write({"review_since": now, "reviewer_id": (touch.reviewer_id or touch._get_reviewer()).id})

    def _check_may_settle(self):
        """:raises UserError: when one was settled meanwhile
        :raises AccessError: when it is another rep's
        """
        self.check_access("read")
        reviewer = self.env.su or self.env.user.has_group("outbound_prospecting.group_outbound_reviewer")
        for touch in self.sudo():
            if touch.state != "unknown":
                raise UserError(touch._describe_illegal())
            if not reviewer and touch.lead_id.user_id != self.env.user:
                raise AccessError(
                    _("Only the rep of %s or a reviewer may say what became of this mail.", touch.lead_id.display_name)
                )

    def _close_question(self, answer: str):
        question, self.question_id = self.question_id, False
        if question.active:
            question.action_feedback(feedback=answer)
