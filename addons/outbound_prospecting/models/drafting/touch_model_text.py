from datetime import timedelta

import psycopg2

from odoo import _, fields, models
from odoo.tools import groupby

from ...domain.errors import Retryable
from ...domain.lifecycle import TouchEvent
from ...domain.model_draft import next_attempt
from .model_job import Job

PURPOSE = "draft"
WRITING, WAITING = "model_writing", "model_waiting"  # codes of waits
CUT_SHORT = timedelta(minutes=15)  # a text that is not written by then is begun anew
AT_ONCE = 20  # texts that are claimed together: few enough to be written before the claim ends


class OutboundTouch(models.Model):
    """Texts that a model writes: claimed and committed, asked for, judged by code, kept. Whatever fails, the plain text
    of the template takes its place in time, and says so.
    """

    _inherit = "outbound.touch"

    prompt_version_id = fields.Many2one(
        "outbound.prompt.version",
        string="Prompt",
        readonly=True,
        copy=False,
        ondelete="set null",
        index="btree_not_null",
        help="The version of the prompt that a model wrote the text from; empty for a text from the template.",
    )
    sentences = fields.Json(readonly=True, copy=False, help="The sentences of a model's text with what they rest on.")
    plain_reason = fields.Char(readonly=True, copy=False, help="Why the text is the plain one of the template.")
    asked_date = fields.Datetime(readonly=True, copy=False, help="When a model was asked for the text first.")
    attempt_ids = fields.One2many("outbound.draft.attempt", "touch_id", string="Attempts", readonly=True)

    def _claim_for_model(self):
        """Some of these touches, held for us so that no other worker begins them too; commit before asking."""
        now = self.env["outbound.clock"]._now()
        claimed = self[:AT_ONCE]
        claimed.filtered(lambda touch: not touch.asked_date).write({"asked_date": now})
        if claimed:
            claimed._hold(_("A model writes the text."), now + CUT_SHORT, WRITING)
        return claimed

    def _write_by_model(self, now):
        """Ask for the texts of claimed touches and keep what came of it. Commits: call it between transactions."""
        jobs = self._prepare_jobs()
        self._ask_and_keep(jobs, now)
        (self - self.browse([job.touch.id for job in jobs]))._draft_safely(now)

    def _ask_and_keep(self, jobs: list[Job], now):
        """Rounds of asking: who passes is kept at once, who does not is asked again with what was wrong."""
        retries = [(job.touch.company_id or self.env.company).sudo().outbound_draft_retries for job in jobs]
        for left in range(max(retries, default=-1), -1, -1):
            self._ask_round(jobs)
            done = [job for job in jobs if job.passes or not left or not job.may_ask_again]
            again = [job for job in jobs if job not in done]
            try:
                self._keep_round(done, again, now)
                self.env["ir.cron"]._commit_progress(0)
            except psycopg2.errors.SerializationFailure:
                # Somebody changed one of them meanwhile; the next run asks again, and knows the answers already.
                self.env.cr.rollback()
                return
            if not again:
                return
            jobs = again

    def _ask_round(self, jobs: list[Job]):
        for provider, asked in groupby(jobs, key=lambda job: job.provider):
            answers = provider._ask_many([(job.request(), job.touch.lead_id) for job in asked], PURPOSE)
            for job, answer in zip(asked, answers, strict=True):
                job.take(answer)

    def _keep_round(self, done: list[Job], again: list[Job], now):
        """Record what was answered, and write the texts of those that are done with and still wanted."""
        touches = self.browse([job.touch.id for job in done + again])
        wanted = touches.try_lock_for_update(allow_referencing=True)._filter_still_wanted()
        self.env["outbound.draft.attempt"].sudo().create(
            [job.touch._prepare_attempt_vals(job, job.touch in wanted) for job in done + again]
        )
        fit = [job for job in done if job.touch in wanted]
        self._use_texts([job for job in fit if job.passes], now)
        self._do_without([job for job in fit if not job.passes], now)

    def _filter_still_wanted(self):
        """Those for which nobody did anything else while the model wrote."""
        return self.filtered(lambda touch: touch.state == "planned" and touch.hold_code == WRITING)

    def _prepare_attempt_vals(self, job: Job, wanted: bool) -> dict:
        outcome = "no_answer" if job.error else "refused" if not job.passes else "used" if wanted else "dropped"
        judged = job.judged
        return {
            "touch_id": self.id,
            "version_id": job.version.id,
            "outcome": outcome,
            "code": job.error.code if job.error else False,
            "subject": judged.subject if judged else False,
            "text": judged.body if judged else False,
            "checks": self._prepare_checks(judged.checks) if judged else False,
            "wish": job.wish or False,
            "user_id": job.user_id or False,
        }

    def _use_texts(self, jobs: list[Job], now):
        """The texts of drafts that passed are those of their touches."""
        for job in jobs:
            job.touch.write(job.touch._prepare_model_vals(job))
        self.browse([job.touch.id for job in jobs])._finish_draft()

    def _finish_draft(self):
        """Their text is final."""
        self._apply(TouchEvent.DRAFT)

    def _prepare_model_vals(self, job: Job) -> dict:
        return {
            **self._prepare_text_vals(job.judged.subject, job.judged.body, job.grounds.links),
            "template_id": job.template_id or False,
            "checks": self._prepare_checks(job.judged.checks),
            "prompt_version_id": job.version.id,
            "sentences": job.proof(),
            "plain_reason": False,
        }

    def _do_without(self, jobs: list[Job], now):
        """No text of a model: wait for the service while there is time, else take the plain text and say why."""
        plain = self.browse()
        for job in jobs:
            touch, error = job.touch, job.error
            again = None
            if isinstance(error, Retryable) and not error.code.startswith("budget"):
                again = next_attempt(now, touch.asked_date or now, touch.due_date, error.after)
            if again:
                reason = _("The text waits for the model. %s", job.provider._describe(error))
                touch._hold(reason, again, WAITING)
                continue
            touch.plain_reason = job.explain()
            plain += touch
        plain._draft_safely(now)
