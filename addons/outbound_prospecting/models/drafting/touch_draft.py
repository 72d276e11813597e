import logging
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import psycopg2

from odoo import _, api, fields, models
from odoo.exceptions import UserError

from ...domain.draft_checks import Draft, strip_reply
from ...domain.drafting import TooLong, clean_body, clean_subject, render, to_html
from ...domain.lifecycle import ENDED, TouchEvent

_logger = logging.getLogger(__name__)
BATCH = 200
LOOK_AGAIN = timedelta(hours=1)  # a missing fact may be filled in any time


@dataclass(frozen=True)
class Plain:
    """A template rendered for a touch: its record, the values of the tokens, and the mail."""

    template: Any
    values: dict[str, str]
    draft: Draft
    lang: str


class OutboundTouch(models.Model):
    """The text of a touch: written once from its template, final until a person changes it."""

    _inherit = "outbound.touch"

    template_id = fields.Many2one(
        "outbound.template", readonly=True, ondelete="set null", copy=False, help="What the text was written from."
    )
    drafted_subject = fields.Char(readonly=True, copy=False, help="The subject as drafted, before a person edited it.")
    drafted_text = fields.Text(readonly=True, copy=False, help="The text as drafted, before a person edited it.")

    @api.model
    def _cron_draft_touches(self):
        """Scheduled action: write the texts of mails that are due within the drafting lead time."""
        Cron = self.env["ir.cron"]
        now = self.env["outbound.clock"]._now()
        try:
            while touches := self._find_undrafted(now, BATCH):
                wanted = touches._filter_for_model()
                (touches - wanted)._draft_safely(now)
                asked = wanted._claim_for_model()  # the rest of them at the next round
                time_left = Cron._commit_progress(len(touches))
                asked._write_by_model(now)
                if not time_left:
                    break
        except psycopg2.errors.SerializationFailure:
            # Somebody changed a row of this batch meanwhile; what is left waits for the next run.
            self.env.cr.rollback()

    @api.model
    def _find_undrafted(self, now, limit: int):
        """Mails to draft, the most urgent first, locked for us: due soon, not held, nothing unfinished before them.

        A mail is written only when the mail before it is over, so that it knows its thread and one person has one
        card in the review.
        """
        self.flush_model()
        self.env["outbound.enrolment"].flush_model(["state"])
        self.env["res.company"].flush_model(["outbound_draft_lead_hours"])
        self.env.cr.execute(
            """
            SELECT t.id
              FROM outbound_touch t
              JOIN outbound_enrolment e ON e.id = t.enrolment_id AND e.state = 'active'
         LEFT JOIN res_company c ON c.id = t.company_id
             WHERE t.state = 'planned'
               AND t.channel = 'email'
               AND t.wake_date <= %(now)s + make_interval(
                       hours => (SELECT max(outbound_draft_lead_hours) FROM res_company))
               AND t.due_date <= %(now)s + make_interval(hours => COALESCE(
                       c.outbound_draft_lead_hours, (SELECT max(outbound_draft_lead_hours) FROM res_company)))
               AND (t.hold_until IS NULL OR t.hold_until <= %(now)s)
               AND NOT EXISTS (
                   SELECT 1
                     FROM outbound_touch b
                     JOIN outbound_sequence_step s ON s.id = b.step_id
                    WHERE b.enrolment_id = t.enrolment_id
                      AND b.number < t.number
                      AND b.state NOT IN %(ended)s
                      AND (b.channel = 'email' OR s.blocking))
             ORDER BY t.wake_date, t.id
             LIMIT %(limit)s
               FOR NO KEY UPDATE OF t SKIP LOCKED
            """,
            {"now": now, "limit": limit, "ended": tuple(state.value for state in ENDED)},
        )
        return self.browse([id_ for (id_,) in self.env.cr.fetchall()])

    def _draft_safely(self, now):
        """Draft all; when one of them breaks, the others are drafted one by one and that one is held."""
        try:
            with self.env.cr.savepoint():
                self._draft()
            return
        except psycopg2.OperationalError:
            raise  # the database's trouble, not a touch's
        except Exception:
            _logger.warning("A batch of drafts failed and is repeated one by one", exc_info=True)
        for touch in self:
            try:
                with self.env.cr.savepoint():
                    touch._draft()
            except psycopg2.OperationalError:
                raise
            except Exception as error:
                _logger.exception("Touch %s could not be drafted", touch.id)
                touch._hold(_("The text could not be written: %s", error), now + LOOK_AGAIN, "drafting_failed")

    def _draft(self):
        """Write the text of planned mails; what cannot be written is held with the reason and what to do.

        :return: the touches that have a text now
        """
        now = self.env["outbound.clock"]._now()
        sources = self._get_text_sources()
        drafted = self.browse()
        for touch in self.sudo():
            vals, problem = touch._prepare_draft_vals(sources)
            if problem:
                code, reason = problem
                touch._hold(reason, now + LOOK_AGAIN, code)
            else:
                touch.write(vals)
                drafted += touch
        drafted._apply(TouchEvent.DRAFT)
        return drafted

    def _get_text_sources(self) -> dict:
        """What texts of these touches are written from, read once for all."""
        return {
            "angles": self.env["outbound.angle"]._get_angles(self.company_id | self.env.company),
            "templates": self.env["outbound.template"].sudo().search([("step_id", "in", self.step_id.ids)]),
            "phrases": {},
        }

    def _prepare_draft_vals(self, sources: dict) -> tuple[dict, tuple[str, str] | None]:
        """The final text with its checks, or why there is none: a code for the wait, and the reason for people."""
        plain, problem = self._render_plain(sources)
        if problem:
            return {}, problem
        draft = plain.draft
        return {
            **self._prepare_text_vals(draft.subject, draft.body, draft.links),
            "template_id": plain.template.id,
            "checks": self._check_draft(draft),
            "prompt_version_id": False,
            "sentences": False,
        }, None

    def _prepare_text_vals(self, subject: str, body: str, links) -> dict:
        """A text as it is drafted, by whomever."""
        return {
            "subject": subject,
            "body_text": body,
            "body_html": to_html(body, links),
            "drafted_subject": subject,
            "drafted_text": body,
        }

    def _render_plain(self, sources: dict) -> tuple[Plain | None, tuple[str, str] | None]:
        """The template as this prospect would get it, or why there is none.

        :param sources: `angles` and `templates` as recordsets, `phrases` by language (filled on the way)
        """
        self.ensure_one()
        templates = sources["templates"].filtered(lambda one: one.step_id == self.step_id)
        Template = self.env["outbound.template"].sudo()
        thread = self._get_thread()
        wanted = [*thread.template_id.mapped("lang"), *Template._get_wanted_languages(self.lead_id)]
        template = templates._choose(wanted, f"{self.enrolment_id.id}:{self.step_id.id}")
        if not template:
            reason = _("The step “%s” has no template with a weight. Add one to it.", self.step_id.name)
            return None, ("template_missing", reason)
        values = self._get_token_values(template.lang, sources["angles"])
        try:
            subject = render("" if thread else template.subject or "", values)
            body = render(template.body, values)
            text = clean_body(body.text)
            line = clean_subject(f"Re: {strip_reply(thread.subject)}" if thread else subject.text)
        except TooLong as error:
            return None, ("text_too_long", Template._explain_too_long(error))
        if missing := list(dict.fromkeys((*subject.missing, *body.missing))):
            return None, ("value_missing", Template._explain_missing(missing))
        if not line:
            reason = _("“%s” has no subject, and there is no thread to go on with.", template.display_name)
            return None, ("template_subject", reason)
        draft = Draft(
            subject=line,
            body=text,
            is_reply=bool(thread),
            facts=Template._get_facts(values),
            has_finding=bool(values["hook"]),
            names=Template._get_names(values),
            links=body.links,
            phrases=self._get_phrases(template.lang, sources),
        )
        return Plain(template, values, draft, template.lang), None

    def _get_token_values(self, lang: str, angles) -> dict[str, str]:
        return (
            self.env["outbound.template"]
            .sudo()
            ._get_token_values(
                self.lead_id, lang, self.mailbox_id or self.enrolment_id.mailbox_id, angles, self.enrolment_id.hook
            )
        )

    def _get_phrases(self, lang: str, sources: dict):
        if lang not in sources["phrases"]:
            sources["phrases"][lang] = self.env["outbound.phrase"]._get_phrases(lang)
        return sources["phrases"][lang]

    def _get_thread(self):
        """The mail that this touch goes on with; empty when it opens a thread."""
        if self.step_id.thread_mode != "reply":
            return self.browse()
        earlier = self.enrolment_id.touch_ids.filtered(
            lambda touch: touch.number < self.number and touch.state == "sent" and touch.subject
        )
        return earlier.sorted("number")[-1:]

    def _prepare_edited_vals(self, subject: str, body: str) -> dict:
        """What a person wrote, cleaned and checked; their links are allowed.

        :raises UserError: when it is empty or too long
        """
        self.ensure_one()
        Template = self.env["outbound.template"].sudo()
        try:
            line, text = clean_subject(subject), clean_body(body)
        except TooLong as error:
            raise UserError(
                _("Nothing was saved: %(length)s characters, at most %(limit)s are possible.",
                  length=error.length, limit=error.limit)
            ) from None  # fmt: skip
        if not line or not text:
            raise UserError(_("Nothing was saved: a mail needs a subject and a text."))
        lang = self.template_id.lang or "en_US"
        values = self._get_token_values(
            lang, self.env["outbound.angle"]._get_angles(self.company_id | self.env.company)
        )
        draft = Draft(
            subject=line,
            body=text,
            is_reply=bool(self._get_thread()),
            facts=Template._get_facts(values),
            has_finding=bool(values["hook"]),
            names=Template._get_names(values),
            phrases=self.env["outbound.phrase"]._get_phrases(lang),
        )
        return {"subject": line, "body_text": text, "body_html": to_html(text), "checks": self._check_draft(draft)}

    def action_draft(self):
        """Button on a planned or held touch: write its text now.

        :raises UserError: what keeps it from being written
        """
        self.check_access("read")
        self.enrolment_id._check_may_write_texts()
        for touch in self.sudo():
            if not touch._draft():
                raise UserError(touch.hold_reason)
        return True

    def action_note_finding(self):
        """Button: note what research found about the prospect."""
        self.ensure_one()
        return self.enrolment_id.action_note_finding()

    def _prepare_event_vals(self, reason, now):
        vals = super()._prepare_event_vals(reason, now)
        vals["payload"]["variant"] = self.template_id.name or None
        return vals
