import hashlib
import json
import logging
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import timedelta, timezone
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from psycopg2.extensions import TransactionRollbackError

from odoo import api, models

from ...adapters.llm_openai import OpenAiLlm, restored
from ...domain.breaker import Breaker, BreakerPolicy
from ...domain.budget import Exhausted, Spent, check_budget
from ...domain.errors import Permanent, Refused, Retryable, ServiceError
from ...domain.ports import Answer, LlmRequest, Usage

_logger = logging.getLogger(__name__)
POLICY = BreakerPolicy()
CACHED_FOR = timedelta(days=30)
TRIES = 20  # of lost races for the row of the provider
LETTERS = 3  # of a token at least, so that an estimate is never too low


@dataclass(frozen=True)
class Ping:
    """What a service is asked to prove that it works."""

    ok: bool


class OutboundProvider(models.Model):
    """A call is made outside of any transaction that Odoo may repeat: reserve and commit, call, record and commit."""

    _inherit = "outbound.provider"

    def _ask(self, request: LlmRequest[Answer], purpose: str, lead=None) -> Answer:
        """As `_ask_many`, for one question.

        :raises domain.errors.ServiceError: no answer, or no call because of budget, breaker or limits
        """
        [answer] = self._ask_many([(request, lead)], purpose)
        if isinstance(answer, ServiceError):
            raise answer
        return answer

    def _ask_many(self, questions: list[tuple[LlmRequest[Answer], Any]], purpose: str) -> list[Answer | ServiceError]:
        """The answers to several questions, or why there is none; from the ledger where the same was asked before.

        Commits, and rolls back where another worker was faster: whoever calls has committed what they claimed. As many
        calls as are allowed are made at a time.

        :param questions: each with the prospect that it is about, or None
        :param purpose: for the ledger, such as "brief"
        """
        provider = self.sudo()
        answers: list = []
        with provider._open_llm() as llm, ThreadPoolExecutor(provider.parallel) as pool:
            for start in range(0, len(questions), provider.parallel):
                some = questions[start : start + provider.parallel]
                prepared = [(request, provider._prepare(request, purpose, lead)) for request, lead in some]
                # Only these threads wait for the service; they know nothing of the database.
                waiting = [
                    pool.submit(llm.complete, request) if isinstance(known, models.Model) else known
                    for request, known in prepared
                ]
                for (_request, call), result in zip(prepared, waiting, strict=True):
                    answers.append(provider._take(call, result) if isinstance(result, Future) else result)
        return answers

    def _prepare(self, request: LlmRequest[Answer], purpose: str, lead):
        """The row of a call that is to be made, or what makes it needless: the known answer, or why it may not be."""
        common = {
            "provider_id": self.id,
            "purpose": purpose,
            "lead_id": lead.id if lead else False,
            "input_hash": self._get_input_hash(request),
            "date": self.env["outbound.clock"]._now(),
        }
        known = self._find_answer(common["input_hash"])
        if known:
            known.copy({**common, "cache_hit": True, "cost": 0, "latency": 0, "tokens_in": 0, "tokens_out": 0})
            answer = restored(request.answer, known.answer)
            self.env["ir.cron"]._commit_progress(0)
            return answer
        try:
            return self._reserve(request, common)
        except ServiceError as error:
            return error

    def _take(self, call, future: Future) -> Any:
        """The answer of a call that was made, recorded."""
        try:
            result = future.result()
        except ServiceError as error:
            self._settle(call, error.usage, error.code, error=error)
            return error
        self._settle(call, result.usage, "ok", answer=asdict(result.answer))
        return result.answer

    def _open_llm(self) -> OpenAiLlm:
        return OpenAiLlm(self.endpoint, self.model, self.secret or "", self.shaped)

    def _get_input_hash(self, request: LlmRequest) -> str:
        asked = [self.id, self.endpoint, self.model, request.instructions, request.material]
        asked += [str(request.answer), request.temperature, request.max_tokens]
        return hashlib.sha256(json.dumps(asked).encode()).hexdigest()

    def _find_answer(self, input_hash: str):
        since = self.env["outbound.clock"]._now() - CACHED_FOR
        domain = [("provider_id", "=", self.id), ("input_hash", "=", input_hash), ("outcome", "=", "ok")]
        return self.env["outbound.provider.call"].search(
            [*domain, ("date", ">=", since), ("answer", "!=", False)], limit=1
        )

    # ------------------------------------------------------------------ before the call

    def _reserve(self, request: LlmRequest, common: dict):
        """Note the call with its estimated cost, and commit: other workers count it from now on.

        Every reservation writes the provider's row, so that of two at a time one begins anew and sees the other.

        :raises Retryable, Permanent: it must not be made now
        """
        usage = Usage(len(request.instructions + request.material) // LETTERS, request.max_tokens)
        for _attempt in range(TRIES):
            try:
                now = self.env["outbound.clock"]._now()
                estimate = self._get_price().of(usage)
                breaker = self._get_breaker()
                self._refuse_call(estimate, breaker, now)
                takes = timedelta(seconds=request.deadline + 30)
                self.write({"called_date": now, **_health(breaker.claimed(now, takes))})
                vals = {**common, "date": now, "state": "under_way", "cost": float(estimate)}
                call = self.env["outbound.provider.call"].create(vals)
                self.env["ir.cron"]._commit_progress(0)
                return call
            except TransactionRollbackError:
                self.env.cr.rollback()
        raise Retryable("parallel", after=30)

    def _refuse_call(self, estimate: Decimal, breaker: Breaker, now):
        if self.stopped:
            raise Permanent("stopped")
        if not breaker.allows(now):
            raise Retryable("resting", after=(breaker.rests_until - now).total_seconds())
        exhausted = self._get_exhausted(estimate, now)
        if exhausted:
            until = exhausted.until.astimezone(timezone.utc).replace(tzinfo=None)
            raise Retryable(f"budget_{exhausted.period}", after=(until - now).total_seconds())
        if self.env["outbound.provider.call"].search_count(self._get_under_way()) >= self.parallel:
            raise Retryable("parallel", after=30)

    def _get_under_way(self) -> list:
        return [("provider_id", "=", self.id), ("state", "=", "under_way")]

    def _get_breaker(self) -> Breaker:
        return Breaker(self.failures, self.rests_until or None)

    def _get_exhausted(self, estimate: Decimal, now) -> Exhausted | None:
        return check_budget(self._get_budget(), self._get_spent(), estimate, self._get_local(now))

    def _get_local(self, now):
        zone = (self.company_id or self.env.company).partner_id.tz or "UTC"
        return now.replace(tzinfo=timezone.utc).astimezone(ZoneInfo(zone))

    def _get_spent(self) -> Spent:
        """What was spent today and this month of the company, calls under way at their estimate."""
        midnight = self._get_local(self.env["outbound.clock"]._now()).replace(hour=0, minute=0, second=0)
        starts = [start.astimezone(timezone.utc).replace(tzinfo=None) for start in (midnight, midnight.replace(day=1))]
        sums = []
        for start in starts:
            domain = [("provider_id", "=", self.id), ("date", ">=", start)]
            [[total]] = self.env["outbound.provider.call"]._read_group(domain, [], ["cost:sum"])
            sums.append(Decimal(str(total or 0)))
        return Spent(*sums)

    # ------------------------------------------------------------------ after the call

    def _settle(self, call, usage: Usage, outcome: str, answer: dict | None = None, error: ServiceError | None = None):
        """Record how a call ended and how the service is, and commit."""
        vals = {
            "state": "done",
            "outcome": outcome,
            "tokens_in": usage.tokens_in,
            "tokens_out": usage.tokens_out,
            "latency": usage.latency,
            "cost": float(self._get_price().of(usage)),
            "answer": answer or False,
        }
        for _attempt in range(TRIES):
            try:
                now = self.env["outbound.clock"]._now()
                call.write(vals)
                self.write(self._prepare_health(error, now))
                self.env["ir.cron"]._commit_progress(0)
                return
            except TransactionRollbackError:
                self.env.cr.rollback()
        _logger.error("Call %s of provider %s could not be recorded and keeps its estimate", call.id, self.id)

    def _prepare_health(self, error: ServiceError | None, now) -> dict:
        if error is None or isinstance(error, Refused):  # an answer that is of no use is an answer
            told = {"error_code": error.code, "error": str(error)} if error else {"error_code": False, "error": False}
            return {"success_date": now, "stopped": False, **told, **_health(Breaker())}
        told = {"error_code": error.code, "error": str(error)}
        if isinstance(error, Retryable):
            return {**told, **_health(self._get_breaker().failed(now, POLICY, error.after))}
        return {**told, "stopped": True}

    # ------------------------------------------------------------------ scheduled action

    @api.model
    def _cron_providers(self):
        """Scheduled action: ask those that an administrator wants checked; settle calls that were cut short."""
        self.env["outbound.provider.call"]._settle_stale()
        self.env["ir.cron"]._commit_progress(0)
        for provider in self.sudo().search([("check_requested", "=", True)]):
            provider.check_requested = False
            self.env["ir.cron"]._commit_progress(0)
            material = f"Asked at {provider.env['outbound.clock']._now()}"
            request = LlmRequest('Answer with {"ok": true}.', material, Ping, max_tokens=50, deadline=provider.deadline)
            try:
                provider._ask(request, "check")
            except ServiceError as error:
                provider._note_refused(error)

    def _note_refused(self, error: ServiceError):
        """Show why no call was made; those that were made have noted theirs."""
        if self.error_code != error.code:
            self.write({"error_code": error.code, "error": str(error)})
        self.env["ir.cron"]._commit_progress(0)


def _health(breaker: Breaker) -> dict:
    return {"failures": breaker.failures, "rests_until": breaker.rests_until or False}
