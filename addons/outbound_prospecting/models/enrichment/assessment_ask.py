import hashlib
import logging
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from psycopg2.extensions import TransactionRollbackError

from odoo import api, models
from odoo.tools import SQL

from ...domain.assessment import INSTRUCTIONS, PURPOSE, Assessment, judge
from ...domain.errors import Permanent, Refused, Retryable, ServiceError
from ...domain.ports import LlmRequest
from .lead_assessment import Material

_logger = logging.getLogger(__name__)
AT_ONCE = 20  # prospects; a provider makes as many calls at a time as its record allows
STALE = timedelta(minutes=15)  # a question that has no answer by then was cut short
WAITS = (timedelta(hours=1), timedelta(hours=6), timedelta(days=1))
USELESS = 2  # answers in a row, after which only new facts or a person make us ask again
TEMPERATURE = 0.1


@dataclass(frozen=True)
class Question:
    """What is asked about one prospect.

    :ivar assessment: `outbound.assessment`, claimed
    :ivar digest: of the facts, as they are now: they may change while the model thinks
    """

    assessment: Any
    request: LlmRequest[Assessment]
    material: Material
    digest: str


class OutboundAssessment(models.Model):
    """Asked between transactions: claims are committed, the model is asked, each answer is recorded and committed."""

    _inherit = "outbound.assessment"

    @api.model
    def _cron_assess_leads(self):
        """Scheduled action: assess prospects whose facts changed, where the ICP says so."""
        Cron = self.env["ir.cron"]
        assessments = self.sudo().with_context(lang=None)  # what is sent depends on nobody's language
        icps = self.env["outbound.icp"].sudo().search([("state", "=", "active"), ("assess", "=", True)])
        if not icps:
            return
        assessments._release_stale()
        assessments._add_due(icps)
        Cron._commit_progress(0)
        seen: list[int] = []
        while claimed := assessments._claim(icps, seen):
            seen += claimed.ids
            Cron._commit_progress(0)
            goes_on = claimed._ask()
            if not (Cron._commit_progress(len(claimed)) and goes_on):
                return

    @api.model
    def _release_stale(self):
        now = self.env["outbound.clock"]._now()
        stale = self.search([("state", "=", "asking"), ("claimed_date", "<", now - STALE)])
        stale.write({"state": "waiting", "code": "cut_short", "next_try": now})

    @api.model
    def _add_due(self, icps):
        """Prospects of these ICPs that are worth research, and those that were assessed against another version."""
        Lead = self.env["crm.lead"].sudo()
        Lead.flush_model()
        query = Lead._search(Lead._get_research_domain() & Lead._get_assessed_domain(icps))
        self._add(query.select())
        others = [
            ("lead_id.icp_id", "in", icps.ids),
            ("state", "in", ("done", "failed")),
            ("icp_id", "not in", icps.ids),
        ]
        self._recheck(self.search(others).lead_id)

    @api.model
    def _claim(self, icps, exclude: list[int]):
        """Some that are due; what another worker holds is passed over."""
        Lead = self.env["crm.lead"].sudo()
        self.flush_model()
        Lead.flush_model()
        now = self.env["outbound.clock"]._now()
        is_open = Lead._get_assessed_domain(icps)
        rows = self.env.execute_query(
            SQL(
                """
                SELECT a.id FROM outbound_assessment a
                 WHERE a.state = 'waiting' AND a.next_try <= %s AND NOT a.id = ANY(%s)
                   AND (a.lead_id IN (%s) OR a.requested AND a.lead_id IN (%s))
                 ORDER BY a.next_try, a.id LIMIT %s FOR NO KEY UPDATE SKIP LOCKED
                """,
                now,
                exclude,
                Lead._search(Lead._get_research_domain() & is_open).select(),
                Lead._search(is_open).select(),
                AT_ONCE,
            )
        )
        claimed = self.browse([id_ for (id_,) in rows])
        claimed.write({"state": "asking", "claimed_date": now, "next_try": False})
        return claimed

    def _ask(self) -> bool:
        """Ask for these, which are claimed and committed, and keep what comes.

        :return: whether asking for others makes sense now
        """
        goes_on = False
        for company, own in self.grouped("company_id").items():
            provider = self.env["outbound.provider"]._find("llm", company)
            if not provider:
                own._note_failure(Permanent("no_provider"))
                continue
            questions = [question for one in own if (question := one._prepare_question(provider))]
            self.env["ir.cron"]._commit_progress(0)
            asked = [(question.request, question.assessment.lead_id) for question in questions]
            answers = provider._ask_many(asked, PURPOSE)
            for question, answer in zip(questions, answers, strict=True):
                question.assessment._note_safely(question, answer, provider)
            own.exists().lead_id._score_again()
            reached = [answer for answer in answers if not isinstance(answer, (Retryable, Permanent))]
            goes_on |= bool(reached) or not answers
        return goes_on

    def _prepare_question(self, provider) -> Question | None:
        """What to ask; None where the facts are those of the answer that we have."""
        material = self.lead_id._get_assessment_material()
        if not material.evidence:
            self._forget()
            return None
        digest = hashlib.sha256(f"{INSTRUCTIONS}\n{material.content}".encode()).hexdigest()
        self.icp_id = self.lead_id.icp_id
        if self.assessed_date and self.input_hash == digest:
            self.write({"state": "done", "next_try": False, "requested": False, "code": False})
            return None
        limits = {"max_tokens": provider.max_tokens, "deadline": provider.deadline}
        request = LlmRequest(INSTRUCTIONS, material.content, Assessment, temperature=TEMPERATURE, **limits)
        return Question(self, request, material, digest)

    # ------------------------------------------------------------------ after the call

    def _note_safely(self, question: Question, answer, provider):
        """Keep one answer; one that cannot be kept harms no other and says so on its record."""
        try:
            self._note(question, answer, provider)
            self.env["ir.cron"]._commit_progress(0)
        except TransactionRollbackError:
            self.env.cr.rollback()  # it stays claimed until it counts as cut short
        except Exception:
            self.env.cr.rollback()
            _logger.exception("Assessment %s could not be kept", self.id)
            self.write({"state": "failed", "code": "broken", "next_try": False})
            self.env["ir.cron"]._commit_progress(0)

    def _note(self, question: Question, answer: Assessment | ServiceError, provider):
        if not self.exists() or self.state != "asking":
            return  # the prospect is gone, or a person decided otherwise meanwhile
        if isinstance(answer, ServiceError):
            self._note_failure(answer)
            return
        icp = self.icp_id
        try:
            judged = judge(answer, question.material.documents, icp._get_adjustable(), icp.adjustment_limit)
        except Refused as error:
            self._note_failure(error)
            return
        vals = {"input_hash": question.digest, "model": provider.model}
        self._record(answer, judged, question.material.evidence, vals)

    def _note_failure(self, error: ServiceError):
        """What there was before stays; the same is asked again later, but a useless answer is not paid for for ever."""
        now = self.env["outbound.clock"]._now()
        for assessment in self:
            attempts = assessment.attempts + 1
            if isinstance(error, Refused) and attempts >= USELESS:
                assessment.write({"state": "failed", "code": error.code, "attempts": attempts, "next_try": False})
                continue
            after = timedelta(seconds=getattr(error, "after", None) or 0)
            wait = max(WAITS[min(attempts, len(WAITS)) - 1], after)
            assessment.write({"state": "waiting", "code": error.code, "attempts": attempts, "next_try": now + wait})
