import logging
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from psycopg2.extensions import TransactionRollbackError

from odoo import api, models
from odoo.tools import SQL

from ...domain.brief import INSTRUCTIONS, Brief, Source
from ...domain.brief_check import judge
from ...domain.errors import Permanent, Retryable, ServiceError
from ...domain.ports import LlmRequest

_logger = logging.getLogger(__name__)
PURPOSE = "brief"
BATCH = 20
CUT_SHORT = timedelta(minutes=15)  # a brief that is not written by then begins anew
WAITS = (timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6))
LOOK_AGAIN = timedelta(days=1)  # what needs an administrator may be repaired any time


@dataclass(frozen=True)
class Task:
    """All that one brief is written from, read before the call; nothing of it is a record.

    :ivar told: the sources as the model is told them
    :ivar plain: rows of the brief without a model
    :ivar doubt: a company of a similar name that it may be about
    """

    sources: tuple[Source, ...]
    told: tuple[Source, ...]
    material: str
    input_hash: str
    plain: tuple[dict, ...]
    doubt: str
    name: str


class OutboundBrief(models.Model):
    """Briefs are written between transactions: a claim is committed, models are asked, answers are checked and kept."""

    _inherit = "outbound.brief"

    @api.model
    def _cron_write_briefs(self):
        """Scheduled action: write the briefs that are due, by a model or without one."""
        Cron = self.env["ir.cron"]
        briefs = self.sudo()
        briefs._release_cut_short()
        briefs._plan_worth(briefs._expire().lead_id)
        briefs._add_missing()
        briefs._plan_for_model()
        Cron._commit_progress(0)
        while claimed := briefs._claim():
            Cron._commit_progress(0)
            claimed._write_claimed()
            if not Cron._commit_progress(len(claimed)):
                return

    # ------------------------------------------------------------------ what is due

    @api.model
    def _release_cut_short(self):
        now = self.env["outbound.clock"]._now()
        self.search([("claimed_date", "<", now - CUT_SHORT)]).write({"claimed_date": False, "next_try": now})

    @api.model
    def _plan_worth(self, leads):
        """Write the briefs of those that are still worth it."""
        return self._plan(leads.filtered_domain(leads._get_research_domain()))

    @api.model
    def _add_missing(self):
        """Plan briefs of prospects that are worth it and have evidence, read perhaps before they came."""
        self.env.flush_all()
        Lead = self.env["crm.lead"]
        query = Lead._search(Lead._get_research_domain())
        columns = (SQL.identifier(query.table, name) for name in ("id", "company_id", "website_domain"))
        now = self.env["outbound.clock"]._now()
        self.env.cr.execute(
            SQL(
                """
                INSERT INTO outbound_brief (lead_id, company_id, state, next_try, create_uid, create_date)
                SELECT l.id, l.company_id, 'waiting', %(now)s, %(user)s, %(now)s
                  FROM (%(leads)s) l
                 WHERE NOT EXISTS (SELECT FROM outbound_brief b WHERE b.lead_id = l.id)
                   AND (EXISTS (SELECT FROM outbound_document d WHERE d.lead_id = l.id AND d.is_current)
                        OR EXISTS (SELECT FROM outbound_document d JOIN outbound_site s ON s.id = d.site_id
                                    WHERE s.website_domain = l.website_domain AND d.is_current
                                      AND s.company_id IS NOT DISTINCT FROM l.company_id))
                ON CONFLICT DO NOTHING
                """,
                leads=query.select(*columns),
                now=now,
                user=self.env.uid,
            )
        )
        self.invalidate_model()

    @api.model
    def _plan_for_model(self):
        """Those that had to do without a model are written again once there is one."""
        plain = self.search([("code", "=", "no_provider"), ("next_try", "=", False), ("claimed_date", "=", False)])
        for company, briefs in plain.grouped("company_id").items():
            if self._find_provider(company):
                self._plan_worth(briefs.lead_id)

    @api.model
    def _find_provider(self, company):
        return self.env["outbound.provider"]._find("llm", company or self.env.company)

    @api.model
    def _claim(self):
        """Some that are due; what another worker holds is passed over."""
        self.flush_model()
        now = self.env["outbound.clock"]._now()
        rows = self.env.execute_query(
            SQL(
                """
                SELECT id FROM outbound_brief
                 WHERE next_try <= %s AND claimed_date IS NULL
                 ORDER BY next_try, id LIMIT %s FOR NO KEY UPDATE SKIP LOCKED
                """,
                now,
                BATCH,
            )
        )
        claimed = self.browse([id_ for (id_,) in rows])
        # Whoever plans one of them from now on finds it planned after it was written.
        claimed.write({"claimed_date": now, "next_try": False})
        return claimed

    # ------------------------------------------------------------------ writing

    def _write_claimed(self):
        """Write these; commits on the way."""
        providers = {company: self._find_provider(company) for company in self.grouped("company_id")}
        tasks = self._prepare_tasks(providers)
        for company, briefs in self.grouped("company_id").items():
            provider = providers[company]
            asked = briefs.filtered(lambda brief: brief in tasks and tasks[brief].sources)
            fresh = asked.filtered(lambda brief: brief._is_unchanged(tasks[brief]))
            asked -= fresh
            answers: list[Any] = [None] * len(asked)
            if provider and asked:
                answers = provider._ask_many(
                    [(provider._prepare_brief_request(tasks[brief].material), brief.lead_id) for brief in asked],
                    PURPOSE,
                )
            for brief, answer in zip(asked, answers, strict=True):
                brief._safely(brief._record, tasks[brief], answer, provider)
            for brief in fresh:
                brief._safely(brief._keep)
            for brief in briefs - asked - fresh:
                brief._safely(brief._note_empty if brief in tasks else brief._note_broken)
        if soonest := min(filter(None, self.mapped("next_try")), default=None):
            self.env.ref("outbound_prospecting.ir_cron_outbound_write_briefs")._trigger(at=soonest)

    def _safely(self, verb, *args):
        """Do and commit it; one that breaks harms no other, and is tried again tomorrow."""
        self.ensure_one()
        try:
            verb(*args)
            self.env["ir.cron"]._commit_progress(0)
        except TransactionRollbackError:
            self.env.cr.rollback()  # it stays claimed until it counts as cut short; the ledger knows the answer
        except Exception:
            self.env.cr.rollback()
            _logger.exception("The brief of prospect %s could not be kept", self.lead_id.id)
            self._note_broken()
            self.env["ir.cron"]._commit_progress(0)

    def _is_unchanged(self, task: Task) -> bool:
        return self.input_hash == task.input_hash and bool(self.statement_ids)

    def _keep(self):
        """What it says still holds."""
        was_ready = self.state == "ready"
        self.write({"state": "ready", "claimed_date": False, "attempts": 0})
        if not was_ready:
            self.env["crm.lead"]._use_brief(self)

    def _note_empty(self):
        """There is nothing to write it from; new evidence wakes it."""
        state = "stale" if self.state in ("ready", "stale") else self.state
        self.write({"state": state, "claimed_date": False})

    def _note_broken(self):
        again = self.env["outbound.clock"]._now() + LOOK_AGAIN
        self.write({"state": "failed", "next_try": again, "claimed_date": False})

    def _record(self, task: Task, answer: Brief | ServiceError | None, provider):
        """Keep an answer, or what there is instead of one."""
        ids = [source.id for source in task.sources]
        if len(self.env["outbound.document"].search([("id", "in", ids), ("is_current", "=", True)])) < len(ids):
            self.write({"claimed_date": False, "next_try": self.env["outbound.clock"]._now()})
        elif isinstance(answer, Retryable):
            self._note_wait(answer)
        else:
            self._note_written(task, answer, provider)

    def _note_wait(self, error: Retryable):
        wait = max(WAITS[min(self.attempts, len(WAITS) - 1)], timedelta(seconds=error.after or 0))
        self.write(
            {
                "code": error.code,
                "next_try": self.env["outbound.clock"]._now() + wait,
                "attempts": self.attempts + 1,
                "claimed_date": False,
            }
        )

    def _note_written(self, task: Task, answer: Brief | ServiceError | None, provider):
        now = self.env["outbound.clock"]._now()
        rows, code = list(task.plain), "no_provider"
        if isinstance(answer, Brief):
            judged = [_to_row(one) for one in judge(answer, task.told, [task.name])]
            borne = any(not row["faults"] for row in judged)
            rows, code = (judged, False) if borne else (rows + judged, "unborne")
        elif answer:
            code = answer.code
        self.env["outbound.brief.statement"]._write_brief(self, rows)
        self.write(
            {
                "state": "ready",
                "date": now,
                "provider_id": provider.id if isinstance(answer, Brief) else False,
                "model": provider.model if isinstance(answer, Brief) and not code else False,
                "code": code,
                "doubt": task.doubt,
                "doubt_settled": self.doubt_settled and self.doubt == task.doubt,
                # A refused request is not made again for the same facts; a repaired service is asked again.
                "input_hash": False if isinstance(answer, Permanent) else task.input_hash,
                "next_try": now + LOOK_AGAIN if isinstance(answer, Permanent) else self.next_try,
                "claimed_date": False,
                "attempts": 0,
            }
        )
        self.env["crm.lead"]._use_brief(self)


class OutboundProvider(models.Model):
    _inherit = "outbound.provider"

    def _prepare_brief_request(self, material: str) -> LlmRequest:
        return LlmRequest(INSTRUCTIONS, material, Brief, max_tokens=self.max_tokens, deadline=self.deadline)


def _to_row(one) -> dict:
    return {
        "kind": one.kind,
        "text": one.text,
        "faults": [[fault.kind, fault.words[:200]] for fault in one.faults],
        "places": [(place.document, place.start, place.end) for place in one.places],
    }
