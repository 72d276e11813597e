import hashlib
import json
import logging
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from psycopg2.extensions import TransactionRollbackError

from odoo import api, models

from ...adapters.llm_openai import OpenAiLlm, restored
from ...domain.breaker import Breaker, BreakerPolicy
from ...domain.budget import Budget, Spent, check_budget
from ...domain.errors import Permanent, Refused, Retryable, ServiceError
from ...domain.ports import Answer, LlmRequest, LlmResult, Usage

_logger = logging.getLogger(__name__)
POLICY = BreakerPolicy()
CACHED_FOR = timedelta(days=30)
TRIES = 20  # of lost races for the row of the provider
LETTERS = 3  # of a token at least, so that an estimate is never too low


@dataclass
class Room:
    """What a service may still be asked for now, as calls of one batch take of it.

    :ivar left: calls that may be made at a time, beside those under way
    :ivar local: now in the zone of the company, whose midnight begins the day
    """

    stopped: bool
    breaker: Breaker
    left: int
    budget: Budget
    spent: Spent
    local: datetime
    taken: int = 0

    def take(self, estimate: Decimal, now: datetime, takes: timedelta):
        """
        :raises Retryable, Permanent: a call of that cost must not be made now
        """
        if self.stopped:
            raise Permanent("stopped")
        if not self.breaker.allows(now):
            raise Retryable("resting", after=(self.breaker.rests_until - now).total_seconds())
        if exhausted := check_budget(self.budget, self.spent, estimate, self.local):
            raise Retryable(f"budget_{exhausted.period}", after=(exhausted.until - self.local).total_seconds())
        if self.taken >= self.left:
            raise Retryable("parallel", after=30)
        self.taken += 1
        self.breaker = self.breaker.claimed(now, takes)
        self.spent = Spent(self.spent.day + estimate, self.spent.month + estimate)


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
                prepared = provider._prepare(some, purpose)
                # Only these threads wait for the service; they know nothing of the database.
                waiting = {
                    call: pool.submit(llm.complete, request)
                    for (request, _lead), call in zip(some, prepared, strict=True)
                    if isinstance(call, models.Model)
                }
                came = {call: _wait_for(future) for call, future in waiting.items()}
                provider._settle(came)
                answers += [came[known] if isinstance(known, models.Model) else known for known in prepared]
        return [one.answer if isinstance(one, LlmResult) else one for one in answers]

    def _open_llm(self) -> OpenAiLlm:
        return OpenAiLlm(self.endpoint, self.model, self.secret or "", self.shaped)

    def _get_input_hash(self, request: LlmRequest) -> str:
        asked = [self.id, self.endpoint, self.model, request.instructions, request.material]
        asked += [str(request.answer), request.temperature, request.max_tokens]
        return hashlib.sha256(json.dumps(asked).encode()).hexdigest()

    def _find_answers(self, hashes: list[str]) -> dict:
        """The call by its hash, of those that were answered before."""
        since = self.env["outbound.clock"]._now() - CACHED_FOR
        domain = [("provider_id", "=", self.id), ("input_hash", "in", hashes), ("outcome", "=", "ok")]
        found = self.env["outbound.provider.call"].search([*domain, ("date", ">=", since), ("answer", "!=", False)])
        return {call.input_hash: call for call in reversed(found)}

    # ------------------------------------------------------------------ before the call

    def _prepare(self, questions: list[tuple[LlmRequest, Any]], purpose: str) -> list:
        """For each the row of the call that is to be made, or what makes it needless: the known answer, or why it may
        not be made. Noted with their estimated cost and committed: other workers count them from now on.

        Whoever reserves writes the provider's row, so that of two at a time one begins anew and sees the other.
        """
        for _attempt in range(TRIES):
            try:
                prepared = self._reserve(questions, purpose)
                self.env["ir.cron"]._commit_progress(0)
                return prepared
            except TransactionRollbackError:
                self.env.cr.rollback()
        return [Retryable("parallel", after=30)] * len(questions)

    def _reserve(self, questions: list[tuple[LlmRequest, Any]], purpose: str) -> list:
        now = self.env["outbound.clock"]._now()
        hashes = [self._get_input_hash(request) for request, _lead in questions]
        known = self._find_answers(hashes)
        room = self._get_room(now)
        prepared: list = []
        for (request, lead), input_hash in zip(questions, hashes, strict=True):
            whose = {"provider_id": self.id, "purpose": purpose, "lead_id": lead.id if lead else False}
            common = {**whose, "input_hash": input_hash, "date": now}
            if call := known.get(input_hash):
                call.copy({**common, "cache_hit": True, "cost": 0, "latency": 0, "tokens_in": 0, "tokens_out": 0})
                prepared.append(restored(request.answer, call.answer))
                continue
            usage = Usage(len(request.instructions + request.material) // LETTERS, request.max_tokens)
            estimate = self._get_price().of(usage)
            try:
                room.take(estimate, now, timedelta(seconds=request.deadline + 30))
            except ServiceError as error:
                prepared.append(error)
                continue
            vals = {**common, "state": "under_way", "cost": float(estimate)}
            prepared.append(self.env["outbound.provider.call"].create(vals))
        if room.taken:
            self.write({"called_date": now, **_health(room.breaker)})
        return prepared

    def _get_room(self, now) -> Room:
        under_way = self.env["outbound.provider.call"].search_count(self._get_under_way())
        return Room(
            stopped=self.stopped,
            breaker=self._get_breaker(),
            left=self.parallel - under_way,
            budget=self._get_budget(),
            spent=self._get_spent(),
            local=self._get_local(now),
        )

    def _get_under_way(self) -> list:
        return [("provider_id", "=", self.id), ("state", "=", "under_way")]

    def _get_breaker(self) -> Breaker:
        return Breaker(self.failures, self.rests_until or None)

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

    def _settle(self, came: dict[Any, LlmResult | ServiceError]):
        """Record how calls ended and how the service is, and commit."""
        for _attempt in range(TRIES):
            try:
                now = self.env["outbound.clock"]._now()
                for call, result in came.items():
                    call.write(self._prepare_outcome(result))
                    self.write(self._prepare_health(result if isinstance(result, ServiceError) else None, now))
                self.env["ir.cron"]._commit_progress(0)
                return
            except TransactionRollbackError:
                self.env.cr.rollback()
        ids = [call.id for call in came]
        _logger.error("Calls %s of provider %s could not be recorded and keep their estimates", ids, self.id)

    def _prepare_outcome(self, result: LlmResult | ServiceError) -> dict:
        failed = isinstance(result, ServiceError)
        return {
            "state": "done",
            "outcome": result.code if failed else "ok",
            "tokens_in": result.usage.tokens_in,
            "tokens_out": result.usage.tokens_out,
            "latency": result.usage.latency,
            "cost": float(self._get_price().of(result.usage)),
            "answer": False if failed else asdict(result.answer),
        }

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


def _wait_for(future: Future) -> LlmResult | ServiceError:
    try:
        return future.result()
    except ServiceError as error:
        return error


def _health(breaker: Breaker) -> dict:
    return {"failures": breaker.failures, "rests_until": breaker.rests_until or False}
