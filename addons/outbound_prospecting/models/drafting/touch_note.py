from datetime import timedelta

from odoo import api, models
from odoo.fields import Domain

from ...domain.draft_checks import Draft
from .touch_draft import Plain
from .touch_model_text import WAITING, WRITING

BATCH = 200


class OutboundTouch(models.Model):
    """Notes of LinkedIn requests: a person sends them, so they need no review; the prepared text is the plain one."""

    _inherit = "outbound.touch"

    @api.depends("body_text")
    def _compute_task(self):
        return super()._compute_task()

    def _get_task_text(self) -> str:
        """What a model wrote for the prospect, else the step's text."""
        return self.body_text or super()._get_task_text()

    @api.model
    def _cron_draft_touches(self):
        result = super()._cron_draft_touches()
        now = self.env["outbound.clock"]._now()
        asked = self._find_unwritten_notes(now)._filter_for_model()._claim_for_model()
        self.env["ir.cron"]._commit_progress(len(asked))
        asked._write_by_model(now)
        return result

    @api.model
    def _find_unwritten_notes(self, now):
        """Notes that are due within the drafting lead time and that nobody has begun to write."""
        hours = {company.id: company.outbound_draft_lead_hours for company in self.env["res.company"].sudo().search([])}
        soon = Domain.OR(
            Domain("company_id", "=", company) & Domain("wake_date", "<=", now + timedelta(hours=lead))
            for company, lead in {**hours, False: max(hours.values())}.items()
        )
        fresh = Domain("asked_date", "=", False) & Domain("plain_reason", "=", False)
        due_again = Domain("hold_code", "in", (WRITING, WAITING)) & Domain("hold_until", "<=", now)
        notes = Domain("state", "=", "planned") & Domain("channel", "=", "linkedin") & Domain("body_text", "=", False)
        active = Domain("enrolment_id.state", "=", "active")
        return self.search(notes & active & soon & (fresh | due_again), order="wake_date, id", limit=BATCH)

    def _render_plain(self, sources: dict):
        """The step's prepared text, for a note."""
        if self.channel != "linkedin":
            return super()._render_plain(sources)
        Template = self.env["outbound.template"].sudo()
        lang = self.lead_id.lang_id.code or self.env.lang or "en_US"
        values = self._get_token_values(lang, sources["angles"])
        draft = Draft(
            subject="",
            body=self._get_task_text(),
            names=Template._get_names(values),
            links=frozenset(),
            phrases=self._get_phrases(lang, sources),
        )
        return Plain(Template, values, draft, lang), None

    def _finish_draft(self):
        """A note needs no review: it waits for its day."""
        notes = self.filtered(lambda touch: touch.channel == "linkedin")
        notes._release()
        return super(OutboundTouch, self - notes)._finish_draft()

    def _draft(self):
        """Without a model the prepared text of the step is the note."""
        notes = self.filtered(lambda touch: touch.channel == "linkedin")
        notes._release()
        return notes + super(OutboundTouch, self - notes)._draft()

    def _release(self):
        """Nothing keeps them from their day any more."""
        if self:
            self.write({"hold_reason": False, "hold_code": False, "hold_until": False})
            self._set_wake_date()
