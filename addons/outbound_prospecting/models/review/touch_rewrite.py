from datetime import timedelta

from odoo import _, api, fields, models
from odoo.exceptions import UserError

from ...domain.lifecycle import TouchEvent

MOST = 5  # times that people may have one draft written again
LONGEST = 300  # characters of a wish
CUT_SHORT = timedelta(minutes=15)
BATCH = 20


class OutboundTouch(models.Model):
    """A reviewer has a model write a draft again. The old text stays until there is a new one that passes."""

    _inherit = "outbound.touch"

    wish = fields.Char(readonly=True, copy=False, help="What the reviewer wants to be different.")
    wish_user_id = fields.Many2one("res.users", readonly=True, copy=False, ondelete="set null")
    wish_date = fields.Datetime(readonly=True, copy=False, help="Since when the draft is to be written again.")
    wish_claimed = fields.Datetime(readonly=True, copy=False, help="Since when a model writes it.")
    wish_hash = fields.Char(readonly=True, copy=False, help="Hash of the text that the reviewer did not like.")
    wish_outcome = fields.Char(readonly=True, copy=False, help="Why the last wish did not lead to a new text.")
    rewrite_count = fields.Integer(readonly=True, copy=False, aggregator=None)

    _wish_idx = models.Index("(wish_date) WHERE wish_date IS NOT NULL")

    def action_rewrite(self, wish: str = "", seen: dict | None = None) -> dict:
        """Have a model write the draft again; it is done in a moment, and never within this request.

        :param wish: what is to be different, in the reviewer's words
        :return: the card, which says that it is being written
        :raises UserError: where no model can write it, or it was written again too often
        """
        self.ensure_one()
        self._check_may_review()
        self._check_undecided(seen)
        touch = self.sudo()
        touch._check_may_rewrite()
        touch.write(
            {
                "wish": " ".join(wish.split())[:LONGEST] or False,
                "wish_user_id": self.env.uid,
                "wish_date": self.env["outbound.clock"]._now(),
                "wish_claimed": False,
                "wish_hash": touch._get_text_hash(),
                "wish_outcome": False,
                "rewrite_count": touch.rewrite_count + 1,
            }
        )
        self.env.ref("outbound_prospecting.ir_cron_outbound_rewrite").sudo()._trigger()
        return self.get_review_cards(self.ids)[0]

    def action_wrong_company(self) -> list[dict]:
        """One click in the review: what was read is about another company, so the mail is written plainly.

        Other drafts that rest on it are withdrawn too, and written at the next run.

        :return: the card with the plain text; none where even that cannot be written
        """
        self.ensure_one()
        self._check_may_review()
        self._check_undecided(None)
        touch = self.sudo()
        self.lead_id.action_wrong_company()
        if touch.state == "planned" and touch._draft():
            touch.plain_reason = _("What was read is about another company.")
            touch._put_before_reviewer(self.env["outbound.clock"]._now())
        return self.get_review_cards(self.ids) if touch.state == "in_review" else []

    def _check_may_rewrite(self):
        if self.wish_date:
            raise UserError(_("It is being written again already."))
        if self.rewrite_count >= MOST:
            raise UserError(
                _("It was written again %s times. Edit the text, or reject it with a reason.", self.rewrite_count)
            )
        if not self._can_rewrite():
            raise UserError(
                _("No model can write it: there is no provider, no prompt, or no brief that proves anything.")
            )

    def _can_rewrite(self) -> bool:
        """Whether a model could write this draft, whatever its step says."""
        self.ensure_one()
        return bool(
            self.channel == "email"
            and self._get_providers()[self.company_id]
            and self._choose_prompt(self._get_prompts(), self.template_id.lang or "")
            and self._get_statements()
        )

    @api.model
    def _cron_rewrite_touches(self):
        """Scheduled action: write again what reviewers asked for."""
        Cron = self.env["ir.cron"]
        now = self.env["outbound.clock"]._now()
        while touches := self._claim_wishes(now):
            Cron._commit_progress(len(touches))
            jobs = touches._prepare_jobs()
            for job in jobs:
                job.wish, job.user_id = job.touch.wish or "", job.touch.wish_user_id.id
                job.before.append(job.touch._tell_present_text())
            (touches - touches.browse([job.touch.id for job in jobs]))._end_wish(_("Its proof is gone."))
            touches._ask_and_keep(jobs, now)
            if not Cron._commit_progress(0):
                return

    @api.model
    def _claim_wishes(self, now):
        """Drafts to write again, marked as ours; those that nobody waits for any more are forgotten."""
        waiting = self.sudo().search(
            [
                ("wish_date", "!=", False),
                "|",
                ("wish_claimed", "=", False),
                ("wish_claimed", "<=", now - CUT_SHORT),
            ],
            order="wish_date, id",
            limit=BATCH,
        )
        waiting = waiting.try_lock_for_update(allow_referencing=True)
        wanted = waiting._filter_still_wanted()
        (waiting - wanted)._end_wish()
        wanted.wish_claimed = now
        return wanted

    def _tell_present_text(self) -> dict:
        """The text that the reviewer did not like, as `domain.model_draft.as_before` tells of one."""
        text = [part.split("\n") for part in (self.body_text or "").split("\n\n")]
        return {"subject": self.subject or "", "paragraphs": text, "faults": ["the reviewer wants another text"]}

    def _filter_still_wanted(self):
        wishes = self.filtered(
            lambda touch: (
                touch.state == "in_review"
                and touch.enrolment_id.state == "active"
                and touch.wish_date
                and touch.wish_hash == touch._get_text_hash()
            )
        )
        return super()._filter_still_wanted() | wishes

    def _use_texts(self, jobs, now):
        """A new text of a draft in review takes the place of the old one, before the same reviewer."""
        in_review = [job for job in jobs if job.touch.state == "in_review"]
        touches = self.browse([job.touch.id for job in in_review])
        reviewers = {touch: touch.wish_user_id or touch.reviewer_id for touch in touches}
        touches._apply(TouchEvent.REDRAFT, **self._prepare_blank_vals())
        super()._use_texts(jobs, now)
        for touch, reviewer in reviewers.items():
            touch.reviewer_id = reviewer
        touches._plan_review(now)
        touches._apply(TouchEvent.SUBMIT)

    def _do_without(self, jobs, now):
        """The old text of a draft in review stays; the reviewer is told why."""
        for job in jobs:
            if job.touch.state == "in_review":
                job.touch._end_wish(job.explain())
        return super()._do_without([job for job in jobs if job.touch.state != "in_review"], now)

    def _apply(self, event, **values):
        """Whatever else happens to a draft ends the wish for another text."""
        result = super()._apply(event, **values)
        self.sudo().filtered("wish_date")._end_wish()
        return result

    def _end_wish(self, outcome: str = ""):
        self.write(
            {"wish": False, "wish_user_id": False, "wish_date": False, "wish_claimed": False, "wish_hash": False}
            | {"wish_outcome": outcome or False}
        )
