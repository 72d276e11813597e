from datetime import timedelta
from unittest.mock import patch

from odoo.exceptions import AccessError
from odoo.tests import tagged

from tests.contract.chat_server import Reply, error

from .briefs import ABOUT, FIRM, HOOK, NEWS, SAID, BriefMixin, material_of, says
from .common import NOW, EnrichmentCase


@tagged("post_install", "-at_install")
class TestBriefs(BriefMixin, EnrichmentCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["crm.lead"].search([]).write({"icp_tier": False, "sequence_stage": "not_started"})
        cls.env["outbound.brief"].search([]).unlink()
        # Prospects keep the tier that a test gives them.
        cls.env["outbound.icp"].search([("state", "=", "active")]).write({"state": "archived"})

    def test_a_model_writes_and_the_code_decides_what_stands(self):
        server = self.model_server(answer=says())
        provider = self.provider(server)
        lead = self.lead()
        self.evidence(lead)
        self.assertEqual(lead.brief_id.state, "waiting")
        self.write_briefs()
        brief = lead.brief_id
        self.assertEqual((brief.state, brief.date, brief.model), ("ready", NOW, "test-1"))
        self.assertEqual((brief.provider_id, brief.reason, brief.next_try), (provider, "", False))
        self.assertEqual(brief.statement_ids.mapped("kind"), ["business", "decider", "event", "event", "hook"])
        self.assertEqual(self.told(lead, "hook"), [HOOK])
        refused = brief.statement_ids.filtered(lambda one: not one.accepted)
        self.assertEqual(refused.text, SAID[3][1])
        self.assertIn("no such figure: 21", refused.refused_reason)
        for statement in brief.statement_ids:
            snippet = statement.snippet_ids
            self.assertEqual(snippet.text, snippet.document_id.text[snippet.start : snippet.end])
        self.assertEqual(provider.call_ids.mapped("purpose"), ["brief"])
        self.assertEqual(provider.call_ids.lead_id, lead)

    def test_the_model_is_told_facts_as_json_and_nothing_of_the_person(self):
        server = self.model_server(answer=says())
        self.provider(server)
        lead = self.lead(city="Boulder", lang_id=self.env.ref("base.lang_en").id)
        documents = self.evidence(lead)
        self.write_briefs()
        [(_path, _headers, asked)] = server.requests
        self.assertEqual(asked["response_format"]["json_schema"]["schema"]["title"], "Brief")
        told = material_of(asked)
        self.assertEqual(told["company"]["name"], "Northpeak Outfitters")
        self.assertEqual((told["company"]["city"], told["company"]["language"]), ("Boulder", "en"))
        self.assertEqual({one["id"] for one in told["documents"]}, set(documents.ids))
        self.assertNotIn("jane@", str(asked))

    def test_the_same_facts_are_asked_once(self):
        server = self.model_server(answer=says())
        self.provider(server)
        lead = self.lead()
        self.evidence(lead)
        self.write_briefs()
        first = lead.brief_id.statement_ids
        self.env["outbound.brief"]._plan(lead)
        self.write_briefs(hours=1)
        self.assertEqual(len(server.requests), 1)
        self.assertFalse(lead.brief_id.provider_id.call_ids.filtered("cache_hit"), "not even the ledger is asked")
        self.assertEqual(lead.brief_id.statement_ids, first)
        self.evidence(lead, "Northpeak Outfitters opened a tenth shop.")
        self.write_briefs(hours=2)
        self.assertEqual(len(server.requests), 2)
        self.assertFalse(any(first.mapped("is_current")), "retired, and still there for drafts that cite them")

    def test_a_service_that_asks_for_a_pause_gets_it_and_the_brief_is_written_after_it(self):
        busy = error(429, headers={"Retry-After": "900"})
        server = self.model_server(answer=lambda asked: says()(asked) if len(server.requests) > 1 else busy)
        self.provider(server)
        lead = self.lead()
        self.evidence(lead)
        self.write_briefs()
        brief = lead.brief_id
        self.assertEqual((brief.state, brief.code, brief.claimed_date), ("waiting", "rate_limit", False))
        self.assertEqual(brief.next_try, NOW + timedelta(seconds=900))
        self.assertIn("slow down", brief.reason)
        self.assertIn("09:15", brief.with_context(tz="UTC").reason)
        self.write_briefs(minutes=14)
        self.assertEqual(len(server.requests), 1)
        self.write_briefs(minutes=16)
        self.assertEqual((brief.state, brief.attempts, brief.code), ("ready", 0, False))

    def test_without_an_answer_the_brief_quotes_and_says_so(self):
        for reply, code in (
            (error(401, "invalid_api_key", "no"), "key"),
            (Reply("{“", finish="length"), "cut_off"),
            (Reply('{"statements": [{"kind": "bus'), "not_json"),
            (Reply("", refusal="I would rather not."), "refusal"),
            (Reply({"statements": [{"kind": "gossip", "text": "x", "cites": []}]}), "schema"),
            (Reply(""), "empty"),
            (Reply({"statements": []}), "unborne"),
        ):
            with self.subTest(code):
                server = self.model_server(reply)
                provider = self.provider(server)
                lead = self.lead()
                self.evidence(lead)
                self.write_briefs()
                brief = lead.brief_id
                self.assertEqual((brief.state, brief.code, brief.model), ("ready", code, False))
                self.assertIn("without a model", lead.brief_page["written"])
                self.assertTrue(brief.reason)
                self.assertEqual(self.told(lead, "event"), [NEWS])
                self.assertFalse(brief.claimed_date)
                provider.active = False

    def test_without_a_provider_the_brief_quotes_until_there_is_one(self):
        lead = self.lead()
        self.evidence(lead)
        self.write_briefs()
        brief = lead.brief_id
        self.assertEqual((brief.state, brief.code, brief.model), ("ready", "no_provider", False))
        self.assertIn("No language model is set up", brief.reason)
        self.assertEqual(self.told(lead, "hook"), ["I read that you have raised new funding."])
        server = self.model_server(answer=says())
        self.provider(server)
        self.write_briefs(hours=1)
        self.assertEqual((brief.model, brief.code), ("test-1", False))
        self.assertEqual(self.told(lead, "hook"), [HOOK])

    def test_evidence_that_expires_makes_it_stale(self):
        server = self.model_server(answer=says())
        self.provider(server)
        lead = self.lead()
        self.evidence(lead)
        self.write_briefs()
        self.run_cron("outbound.site", "_cron_read_sites", days=91)
        self.write_briefs(days=91)
        brief = lead.brief_id
        self.assertEqual((brief.state, brief.claimed_date, brief.next_try), ("stale", False, False))
        self.assertIn("out of date", brief.reason)
        self.assertIn("paste", brief.reason)
        self.assertEqual(len(server.requests), 1)

    def test_a_writing_that_was_cut_short_begins_anew(self):
        lead = self.lead()
        self.evidence(lead)
        lead.brief_id.write({"claimed_date": NOW, "next_try": False})
        self.write_briefs(minutes=10)
        self.assertEqual(lead.brief_id.state, "waiting")
        self.assertIn("being written", lead.brief_id.reason)
        self.write_briefs(minutes=16)
        self.assertEqual(lead.brief_id.state, "ready")

    def test_evidence_that_ended_during_the_call_is_not_used(self):
        lead = self.lead()
        documents = self.evidence(lead)
        brief = lead.brief_id
        task = brief._prepare_tasks({brief.company_id: self.env["outbound.provider"]})[brief]
        documents[0]._end("wrong")
        brief._record(task, None, self.env["outbound.provider"])
        self.assertEqual((brief.state, brief.next_try, len(brief.statement_ids)), ("waiting", NOW, 0))

    def test_one_that_breaks_harms_no_other(self):
        good, bad = self.lead(), self.lead(partner_name="Breaks Ltd")
        self.evidence(good)
        self.evidence(bad)
        record = self.registry["outbound.brief"]._record

        def breaks(brief, *args):
            if brief.lead_id.partner_name == "Breaks Ltd":
                raise ValueError("planted")
            return record(brief, *args)

        self.startPatcher(patch.object(self.registry["outbound.brief"], "_record", breaks))
        with self.assertLogs("odoo.addons.outbound_prospecting.models.enrichment.brief_writing", "ERROR"):
            self.write_briefs()
        self.assertEqual((good.brief_id.state, bad.brief_id.state), ("ready", "failed"))
        self.assertIn("server's log", bad.brief_id.reason)
        self.assertEqual(bad.brief_id.next_try, NOW + timedelta(days=1))

    def test_a_company_of_a_similar_name_is_flagged_until_a_person_decides(self):
        lead = self.lead(partner_name="Northpeak Outfitters Ltd")
        self.evidence(lead, ABOUT, "Northpeak Outfitters GmbH raised 3 million euros in Graz.")
        self.write_briefs()
        brief = lead.brief_id
        self.assertEqual((brief.doubt, brief.is_doubtful, brief.state), ("Northpeak Outfitters GmbH", True, "ready"))
        self.assertFalse(brief._choose_finding())
        self.assertIn("“Northpeak Outfitters GmbH”", lead.research_doubt)
        lead.with_user(self.rep).action_right_company()
        self.assertTrue(brief._choose_finding())
        self.assertFalse(lead.research_doubt)
        self.evidence(lead, "Northpeak Outfitters opened a tenth shop.")
        self.write_briefs(minutes=1)
        self.assertFalse(brief.is_doubtful, "the same doubt is not raised twice")

    def test_pasting_evidence_about_the_wrong_company_can_be_undone(self):
        lead = self.lead()
        self.evidence(lead)
        self.write_briefs()
        lead.with_user(self.rep).action_wrong_company()
        self.assertEqual((lead.brief_id.state, lead.brief_page["disputed"]), ("wrong", True))
        self.assertFalse(lead.document_ids)
        self.write_briefs(minutes=1)
        self.assertEqual(lead.brief_id.state, "wrong")
        lead.with_user(self.rep).action_right_company()
        self.write_briefs(minutes=2)
        self.assertEqual((lead.brief_id.state, lead.brief_page["disputed"]), ("ready", False))

    def test_the_page_shows_what_stands_what_was_refused_and_why(self):
        server = self.model_server(answer=says())
        self.provider(server)
        lead = self.lead()
        self.assertFalse(lead.with_user(self.rep).brief_page)
        self.evidence(lead)
        self.write_briefs()
        page = lead.with_user(self.rep).brief_page
        self.assertEqual([group["kind"] for group in page["groups"]], ["business", "decider", "event", "hook"])
        [source] = page["groups"][0]["statements"][0]["sources"]
        self.assertEqual((source["quote"], source["current"]), (FIRM, True))
        self.assertEqual([one["text"] for one in page["refused"]], [SAID[3][1]])
        self.assertEqual(page["written"], "Written on 03/02/2026 by test-1")

    # ------------------------------------------------------------------ who may see it

    def test_prospects_of_two_companies_use_their_own_providers(self):
        ours, theirs = self.env.company, self.env["res.company"].create({"name": "Other"})
        team = self.team.copy({"company_id": False, "is_outbound": True})
        one = self.lead(company_id=ours.id, team_id=team.id)
        two = self.lead(company_id=theirs.id, team_id=team.id, user_id=False)
        first, second = self.model_server(answer=says()), self.model_server(answer=says())
        self.provider(first, company_id=ours.id)
        self.provider(second, company_id=theirs.id)
        self.evidence(one)
        self.evidence(two)
        self.write_briefs()
        self.assertEqual([len(first.requests), len(second.requests)], [1, 1])
        self.assertEqual((one.brief_id.company_id, two.brief_id.company_id), (ours, theirs))
        seen = self.env["outbound.brief"].with_user(self.rep).search([])
        self.assertEqual(seen.lead_id, one.with_user(self.rep))
        with self.assertRaises(AccessError):
            two.brief_id.statement_ids.with_user(self.rep).read(["text"])

    def test_nobody_writes_briefs_by_hand(self):
        lead = self.lead()
        self.evidence(lead)
        self.write_briefs()
        statement = lead.brief_id.statement_ids[0]
        for user in (self.rep, self.admin):
            with self.assertRaises(AccessError):
                statement.with_user(user).text = "They love us."
            with self.assertRaises(AccessError):
                lead.brief_id.with_user(user).state = "wrong"

    # ------------------------------------------------------------------ merging

    def test_the_prospect_that_remains_of_a_merge_has_the_brief(self):
        keep, gone = self.lead(), self.lead()
        self.evidence(gone)
        self.write_briefs()
        brief = gone.brief_id
        statements = brief.statement_ids
        self.assertTrue(statements)
        remaining = (keep | gone).merge_opportunity()
        self.assertEqual(remaining.brief_id, brief if remaining == keep else gone.brief_id)
        self.assertEqual(remaining.brief_id.statement_ids, statements)

    def test_of_two_briefs_one_remains_and_what_the_other_said_is_kept(self):
        one, two = self.lead(), self.lead()
        self.evidence(one)
        self.evidence(two, NEWS)
        self.write_briefs()
        statements = (one | two).brief_ids.statement_ids
        remaining = (one | two).merge_opportunity()
        brief = remaining.brief_id
        self.assertEqual(self.env["outbound.brief"].search([("lead_id", "=", remaining.id)]), brief)
        self.assertEqual(statements.exists().brief_id, brief)
        self.assertEqual(len(statements.exists()), len(statements))
        self.write_briefs(minutes=1)
        self.assertEqual(brief.state, "ready")

    # ------------------------------------------------------------------ many at once

    def test_a_batch_costs_few_queries(self):
        """Preparing does not grow with the batch; what is kept for each is bounded."""
        leads = self.env["crm.lead"].union(*(self.lead() for _number in range(20)))
        for lead in leads:
            self.evidence(lead)
        briefs = self.env["outbound.brief"].browse(leads.brief_ids.ids)  # as they are claimed: read together
        providers = {briefs.company_id: self.env["outbound.provider"]}
        self.env.flush_all()
        self.env.invalidate_all()
        with self.assertQueryCount(10):
            tasks = briefs._prepare_tasks(providers)
        self.assertEqual(len(tasks), 20)
        brief = briefs[0]
        with self.assertQueryCount(25):
            brief._record(tasks[brief], None, self.env["outbound.provider"])
            self.env.flush_all()
        self.assertEqual(brief.state, "ready")
