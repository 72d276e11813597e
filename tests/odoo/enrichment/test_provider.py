from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import tagged
from odoo.tools import file_open

from odoo.addons.outbound_prospecting.domain.errors import Permanent, Refused, Retryable, ServiceError
from odoo.addons.outbound_prospecting.domain.ports import LlmRequest

from tests.contract.chat_server import Reply, error

from .common import NOW, EnrichmentCase

KEY = "sk-very-secret-key-123456"


@dataclass(frozen=True)
class Colour:
    name: str


@tagged("post_install", "-at_install")
class TestProvider(EnrichmentCase):
    @contextmanager
    def asking(self, provider, **delta):
        """A function that asks `provider` as scheduled actions do, with a cursor that may be committed."""
        self.env.flush_all()
        with self.enter_registry_test_mode(), self.registry.cursor() as cr:
            own = self.at(provider.with_env(provider.env(cr=cr)), **delta)

            def ask(words="What colour?", lead=None):
                request = LlmRequest("Name a colour.", words, Colour, max_tokens=100, deadline=5)
                try:  # Odoo's assertRaises sets a savepoint, which the commits within would end
                    return own._ask(request, "test", lead)
                except ServiceError as failure:
                    return failure

            ask.many = lambda *words: own._ask_many(
                [(LlmRequest("Name a colour.", one, Colour, max_tokens=100, deadline=5), None) for one in words], "test"
            )
            yield ask
        self.env.invalidate_all()

    def test_a_copy_of_the_database_spends_nothing(self):
        server = self.model_server(Reply({"name": "red"}))
        provider = self.provider(server)
        self.env.flush_all()
        with file_open("outbound_prospecting/data/neutralize.sql") as script:
            self.env.cr.execute(script.read())
        self.env.invalidate_all()
        with self.asking(provider) as ask:
            self.assertIsInstance(ask(), Permanent)
        self.assertFalse(server.requests)
        self.assertEqual((provider.state, provider.has_key), ("stopped", False))
        provider.key = KEY
        with self.asking(provider) as ask:
            self.assertEqual(ask(), Colour("red"))

    # ------------------------------------------------------------------ key

    def test_the_key_can_be_written_and_never_read(self):
        server = self.model_server(Reply({"name": "red"}))
        provider = self.provider(server).with_user(self.admin)
        self.assertFalse(provider.key)
        self.assertTrue(provider.has_key)
        self.assertNotIn(KEY, str(provider.read()))
        exported = provider.with_user(self.env.ref("base.user_admin")).sudo().export_data(["name", "key", "has_key"])
        self.assertNotIn(KEY, str(exported))
        with self.assertRaises(AccessError):
            provider.read(["secret"])
        with self.assertRaises(AccessError):
            provider.search([("secret", "=", KEY)])
        with self.assertRaises(AccessError):
            provider.write({"secret": "mine"})
        self.assertFalse(provider.copy().has_key)
        provider.key = False
        self.assertEqual(provider.sudo().secret, KEY, "an empty field keeps the key")

    def test_only_administrators_see_providers(self):
        provider = self.provider(self.model_server(Reply("{}")))
        for user in (self.rep, self.manager):
            with self.assertRaises(AccessError):
                provider.with_user(user).read(["name"])

    def test_an_address_with_a_password_is_refused(self):
        with self.assertRaises(ValidationError):
            self.provider(self.model_server(Reply("{}")), endpoint="https://user:pw@models.example.com/v1")

    # ------------------------------------------------------------------ calls

    def test_a_call_is_in_the_ledger_and_the_same_question_is_not_asked_twice(self):
        server = self.model_server(Reply({"name": "red"}))
        provider = self.provider(server)
        lead = self.lead()
        with self.asking(provider) as ask:
            self.assertEqual(ask(lead=lead), Colour("red"))
            self.assertEqual(ask(lead=lead), Colour("red"))
        self.assertEqual(len(server.requests), 1)
        self.assertEqual(server.requests[0][1]["authorization"], f"Bearer {KEY}")
        second, first = provider.call_ids
        self.assertEqual((first.outcome, first.purpose, first.lead_id, first.cache_hit), ("ok", "test", lead, False))
        self.assertEqual((first.tokens_in, first.tokens_out, first.cost), (120, 30, 0.15))
        self.assertEqual((second.cache_hit, second.cost, second.tokens_in), (True, 0, 0))
        self.assertEqual(provider.state, "ready")
        self.assertEqual(provider.spent_day, 0.15)

    def test_the_budget_is_reserved_before_the_call_and_holds(self):
        server = self.model_server(Reply({"name": "red"}))
        # 100 tokens of answer are estimated at 0.10, what is sent at some 0.01; the call costs 0.15.
        provider = self.provider(server, budget_day=0.2)
        with self.asking(provider) as ask:
            ask("one")
            failure = ask("two")
        self.assertEqual(failure.code, "budget_day")
        self.assertEqual(failure.after, timedelta(hours=15).total_seconds(), "until midnight of the company")
        self.assertEqual(len(server.requests), 1)
        with self.asking(provider, days=1) as ask:
            self.assertEqual(ask("two"), Colour("red"))
        self.assertEqual(len(server.requests), 2)

    def test_the_budget_holds_within_a_batch(self):
        server = self.model_server(Reply({"name": "red"}))
        provider = self.provider(server, budget_day=0.25)  # two estimates of 0.11 fit into it
        with self.asking(provider) as ask:
            answers = ask.many("one", "two", "three", "four")
        self.assertEqual(answers[:2], [Colour("red")] * 2)
        self.assertEqual([error.code for error in answers[2:]], ["budget_day"] * 2)
        self.assertEqual((len(server.requests), len(provider.call_ids)), (2, 2))

    def test_answers_of_a_batch_are_in_the_order_of_its_questions(self):
        def answer(asked):
            words = asked["messages"][1]["content"]
            return error(500) if words == "three" else Reply({"name": words}, wait=0.2 if words == "one" else 0)

        server = self.model_server(answer=answer)
        provider = self.provider(server, unlimited=True, parallel=3)
        with self.asking(provider) as ask:
            answers = ask.many("one", "two", "three", "four", "five")
            again = ask.many("five", "two")
        self.assertEqual(answers[:2] + answers[3:], [Colour("one"), Colour("two"), Colour("four"), Colour("five")])
        self.assertIsInstance(answers[2], Retryable)
        self.assertEqual(again, [Colour("five"), Colour("two")])
        self.assertEqual(len(server.requests), 5)
        outcomes = provider.call_ids.sorted("id").mapped(lambda call: (call.outcome, call.cache_hit))
        self.assertEqual(outcomes, [("ok", False)] * 2 + [("fault", False)] + [("ok", False)] * 2 + [("ok", True)] * 2)
        self.assertEqual(set(provider.call_ids.mapped("state")), {"done"})

    def test_a_service_that_had_failed_is_tried_by_one_call_of_a_batch(self):
        server = self.model_server(Reply({"name": "red"}))
        provider = self.provider(server, unlimited=True)
        provider.write({"failures": 5, "rests_until": NOW - timedelta(minutes=1)})
        with self.asking(provider) as ask:
            first, *others = ask.many("one", "two", "three")
        self.assertEqual(first, Colour("red"))
        self.assertEqual([error.code for error in others], ["resting"] * 2)
        self.assertEqual(len(server.requests), 1)

    def test_a_call_under_way_counts_at_its_estimate(self):
        server = self.model_server(Reply({"name": "red"}))
        provider = self.provider(server, budget_day=1.0)
        self.env["outbound.provider.call"].create(
            {"provider_id": provider.id, "purpose": "test", "state": "under_way", "cost": 0.95, "date": NOW}
        )
        with self.asking(provider) as ask:
            self.assertIsInstance(ask(), Retryable)
        self.run_cron("outbound.provider", "_cron_providers", hours=1)
        call = provider.call_ids
        self.assertEqual((call.state, call.outcome, call.cost), ("done", "unknown", 0.95))

    def test_no_more_calls_at_a_time_than_allowed(self):
        server = self.model_server(Reply({"name": "red"}))
        provider = self.provider(server, parallel=1, unlimited=True)
        self.env["outbound.provider.call"].create(
            {"provider_id": provider.id, "purpose": "test", "state": "under_way", "date": NOW}
        )
        with self.asking(provider) as ask:
            failure = ask()
        self.assertEqual((failure.code, server.requests), ("parallel", []))

    def test_a_service_that_asks_for_a_pause_gets_it(self):
        server = self.model_server(error(429, headers={"Retry-After": "90"}), Reply({"name": "red"}))
        provider = self.provider(server)
        with self.asking(provider) as ask:
            self.assertIsInstance(ask(), Retryable)
            failure = ask()
        self.assertEqual(failure.code, "resting")
        self.assertEqual(len(server.requests), 1)
        self.assertEqual((provider.state, provider.rests_until), ("resting", NOW + timedelta(seconds=90)))
        self.assertIn("slow down", provider.advice)
        with self.asking(provider, seconds=91) as ask:
            ask()
        self.assertEqual((provider.state, provider.failures, provider.error_code), ("ready", 0, False))

    def test_a_service_that_keeps_failing_is_left_alone(self):
        server = self.model_server(error(500))
        provider = self.provider(server)
        with self.asking(provider) as ask:
            for number in range(8):
                self.assertIsInstance(ask(f"question {number}"), Retryable)
        self.assertEqual(len(server.requests), 5)
        self.assertEqual(provider.state, "resting")
        self.assertEqual(set(provider.call_ids.mapped("outcome")), {"fault"})

    def test_a_wrong_key_stops_until_somebody_repairs_it_and_is_never_shown(self):
        server = self.model_server(error(401, "invalid_api_key", f"Incorrect API key: {KEY}"), Reply({"name": "red"}))
        provider = self.provider(server)
        with self.asking(provider) as ask:
            self.assertIsInstance(ask(), Permanent)
            failure = ask()
        self.assertEqual(failure.code, "stopped")
        self.assertEqual((len(server.requests), provider.state), (1, "stopped"))
        self.assertNotIn(KEY, f"{provider.error}{provider.call_ids.read()}")
        provider.with_user(self.admin).key = "sk-another"
        with self.asking(provider) as ask:
            ask()
        self.assertEqual((provider.state, server.requests[1][1]["authorization"]), ("ready", "Bearer sk-another"))

    def test_a_useless_answer_is_paid_for_and_no_failure_of_the_service(self):
        server = self.model_server(Reply({"colour": "red"}))
        provider = self.provider(server)
        with self.asking(provider) as ask:
            self.assertIsInstance(ask(), Refused)
        self.assertEqual((provider.state, provider.error_code, provider.spent_day), ("ready", "schema", 0.15))

    # ------------------------------------------------------------------ check

    def test_an_administrator_checks_a_provider(self):
        server = self.model_server(Reply({"ok": True}))
        provider = self.provider(server)
        provider.with_user(self.admin).action_check()
        self.assertEqual(server.requests, [], "never within a request of the web client")
        self.run_cron("outbound.provider", "_cron_providers")
        self.assertEqual((provider.state, provider.check_requested), ("ready", False))
        self.assertEqual(len(server.requests), 1)

    def test_a_check_that_may_not_be_paid_says_so(self):
        provider = self.provider(self.model_server(Reply({"ok": True})), budget_month=0)
        provider.with_user(self.admin).action_check()
        self.run_cron("outbound.provider", "_cron_providers")
        self.assertIn("month", provider.advice)
        self.assertFalse(provider.call_ids)

    def test_the_own_provider_of_a_company_goes_first(self):
        server = self.model_server(Reply("{}"))
        Provider = self.env["outbound.provider"]
        self.assertFalse(Provider._find("llm", self.env.company))
        shared = self.provider(server)
        own = self.provider(server, company_id=self.env.company.id)
        other = self.env["res.company"].create({"name": "Other"})
        self.assertEqual(Provider._find("llm", self.env.company), own)
        self.assertEqual(Provider._find("llm", other), shared)
