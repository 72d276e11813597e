from datetime import timedelta

from odoo import _, models
from odoo.exceptions import AccessError, UserError

from ...domain.lifecycle import EnrolmentEvent, TouchEvent
from ...domain.review import edit_share
from .touch_review import REVIEWER

UNDO_WINDOW = timedelta(minutes=10)


class OutboundTouch(models.Model):
    """What a reviewer decides. Each verb checks who asks, and that the draft is what they saw."""

    _inherit = "outbound.touch"

    def action_approve(self, seen: dict | None = None):
        """Approve drafts; they leave at their time.

        :param seen: hash of the text that the person saw, by id; None when it cannot have changed
        :raises UserError: when one was decided, stopped or changed meanwhile; nothing is approved then
        """
        self._check_may_review()
        self._check_undecided(seen)
        self._approve()
        return True

    def action_approve_passing(self, seen: dict) -> dict:
        """Approve those drafts that pass all checks and are still what the person saw; leave the others.

        :param seen: hash of the text by id, as the page showed it
        :return: ``{"done": [ids], "refused": [{"id", "message"}]}``
        """
        self._check_may_review()
        refused, fit = [], self.browse()
        for touch in self:
            try:
                touch._check_undecided(seen)
                if touch.sudo().failed_checks:
                    raise UserError(_("It fails a check, so it is approved one by one only."))
                fit += touch
            except UserError as error:
                refused.append({"id": touch.id, "message": str(error)})
        fit._approve()
        return {"done": fit.ids, "refused": refused}

    def _approve(self):
        now = self.env["outbound.clock"]._now()
        for touch in self.sudo():
            touch.text_hash = touch._get_text_hash()
        self._apply(TouchEvent.APPROVE, approved_by=self.env.uid, approved_date=now)
        self._wake_siblings()

    def _wake_siblings(self):
        """Drafts that waited for the first mail of their variant are looked at again at the next run."""
        siblings = self.sudo().search(
            [("template_id", "in", self.sudo().template_id.ids), ("state", "=", "drafted"), ("hold_until", "!=", False)]
        )
        if siblings:
            siblings.write({"hold_reason": False, "hold_code": False, "hold_until": False})
            siblings._set_wake_date()
            self.env.ref("outbound_prospecting.ir_cron_outbound_review").sudo()._trigger()

    def action_undo_approval(self) -> bool:
        """Take back one's own approval of a moment ago.

        :raises UserError: when the mail is on its way already or too much time has passed
        """
        self._check_may_review()
        now = self.env["outbound.clock"]._now()
        for touch in self.sudo():
            if touch.state != "approved":
                raise UserError(touch._describe_decided())
            if touch.approved_by != self.env.user or touch.approved_date < now - UNDO_WINDOW:
                raise UserError(
                    _("Only your own approvals of the last minutes can be taken back. To stop the mail to %s, skip it.",
                      touch.lead_id.display_name)
                )  # fmt: skip
        self._back_to_review()
        return True

    def action_skip(self, reason: str = ""):
        """Leave out this mail; the sequence goes on with the next touch."""
        self._check_may_review()
        self._check_undecided(None, states=("drafted", "in_review", "approved"))
        self._apply(TouchEvent.SKIP, end_reason=reason or _("Left out by %s in the review.", self.env.user.name))
        self._wake_siblings()
        return True

    def action_reject(self, reason_id: int, note: str = ""):
        """Reject drafts for a reason, which also says what becomes of the prospect."""
        self._check_may_review()
        self._check_undecided(None, states=("drafted", "in_review", "approved"))
        reason = self.env["outbound.reject.reason"].browse(reason_id).exists()
        if not reason:
            raise UserError(_("Choose a reason to reject a draft."))
        text = f"{reason.name}: {note.strip()}" if note.strip() else reason.name
        touches = self.sudo()
        now = self.env["outbound.clock"]._now()
        touches.write({"reject_reason_id": reason.id})
        self.env["outbound.event"]._log(
            [{**touch._prepare_event_vals(text, now), "kind": "rejected", "user_id": self.env.uid} for touch in touches]
        )
        if reason.outcome == "skip":
            self._apply(TouchEvent.SKIP, end_reason=text)
        elif reason.outcome == "stop":
            touches.enrolment_id._apply(EnrolmentEvent.STOP, reason=text)
        else:
            resume_at = now + timedelta(days=reason.days)
            self._apply(TouchEvent.REDRAFT, **self._prepare_blank_vals())
            touches.enrolment_id._apply(EnrolmentEvent.PAUSE, reason=text, resume_at=resume_at)
        self._wake_siblings()
        return True

    def action_save_text(self, subject: str, body: str, seen: dict | None = None) -> dict:
        """Replace the text by what a person wrote. An approval that it had is void.

        :return: the card of the touch, as the page shows it
        :raises UserError: when the text is empty, too long, or changed by somebody else meanwhile
        """
        self.ensure_one()
        self._check_may_review()
        self._check_undecided(seen, states=("in_review", "approved"))
        touch = self.sudo()
        vals = touch._prepare_edited_vals(subject, body)
        before = f"{touch.drafted_subject or ''}\n{touch.drafted_text or ''}"
        vals["edit_share"] = edit_share(before, f"{vals['subject']}\n{vals['body_text']}")
        was_in_review = touch.state == "in_review"
        touch.write(vals)
        if was_in_review:
            touch._apply(TouchEvent.EDIT)
        return self.get_review_cards(self.ids)[0]

    def action_draft_again(self, finding: str | None = None, source: str = "") -> dict:
        """Throw the text away and write it again from today's template and facts.

        :param finding: what research found about the prospect; stored with its source when given
        :return: the new card; whatever the policy, the person who asked for it sees it
        :raises UserError: what keeps the text from being written; the old one stays then
        """
        self.ensure_one()
        self._check_may_review()
        self._check_undecided(None, states=("drafted", "in_review", "approved"))
        touch = self.sudo()
        if finding is not None:
            touch.enrolment_id._note_finding(finding, source)
        touch._apply(TouchEvent.REDRAFT, **touch._prepare_blank_vals())
        if not touch._draft():
            raise UserError(touch.hold_reason)
        touch._put_before_reviewer(self.env["outbound.clock"]._now())
        return self.get_review_cards(self.ids)[0]

    def _prepare_blank_vals(self) -> dict:
        names = ("template_id", "subject", "body_text", "body_html", "drafted_subject", "drafted_text", "checks")
        names += ("text_hash", "approved_by", "approved_date", "reviewer_id", "review_due", "review_since")
        names += ("prompt_version_id", "sentences", "plain_reason", "wish_outcome")
        return {**dict.fromkeys(names, False), "review_escalated": False, "edit_share": 0}

    # ------------------------------------------------------------------ who may, and is it still so

    def _check_may_review(self):
        """Reviewers decide for everybody, reps for their own prospects and for what was given to them.

        :raises AccessError:
        """
        self.check_access("read")
        if self.env.su or self.env.user.has_group(REVIEWER):
            return
        for touch in self.sudo():
            if self.env.user not in (touch.lead_id.user_id | touch.reviewer_id):
                raise AccessError(
                    _("The draft for %s is not yours to decide. Ask its rep or a reviewer.", touch.lead_id.display_name)
                )

    def _check_undecided(self, seen: dict | None, states=("in_review",)):
        """:raises UserError: when a draft is gone from the queue or its text is not the one that was seen."""
        for touch in self.sudo():
            if touch.state not in states:
                raise UserError(touch._describe_decided())
            if touch.enrolment_id.state != "active":
                raise UserError(touch._describe_illegal())
            hashed = (seen or {}).get(str(touch.id), (seen or {}).get(touch.id))
            if seen is not None and hashed != touch._get_text_hash():
                raise UserError(
                    _("The text for %s was changed since you opened it. Look at it again before you decide.",
                      touch.lead_id.display_name)
                )  # fmt: skip

    def _describe_decided(self) -> str:
        """Why a draft can no longer be decided: who did what."""
        name = self.lead_id.display_name
        if self.state == "approved" and self.approved_by:
            return _("%(person)s approved the draft for %(name)s already.", person=self.approved_by.name, name=name)
        if self.state in ("sending", "sent", "unknown"):
            return _("The mail to %s is on its way already and cannot be called back.", name)
        if self.state in ("skipped", "cancelled") and self.end_reason:
            return _("The mail to %(name)s will not be sent: %(reason)s", name=name, reason=self.end_reason)
        states = dict(self._fields["state"]._description_selection(self.env))
        return _("The draft for %(name)s is “%(state)s” by now.", name=name, state=states[self.state])
