from datetime import date, timedelta

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import tagged

from odoo.addons.outbound_prospecting.domain.signals import Signal

from .common import NOW, EnrichmentCase
from .web import NEWS, WebMixin


@tagged("post_install", "-at_install")
class TestSignals(WebMixin, EnrichmentCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["crm.lead"].search([]).write({"icp_tier": False, "sequence_stage": "not_started"})
        cls.Signal = cls.env["outbound.signal"]

    def paste(self, lead, text, published=date(2026, 3, 1)):
        return self.env["outbound.document"]._paste(lead, text, published=published)

    def test_signals_are_found_in_a_site_with_the_sentence_that_says_so(self):
        server = self.web()
        lead = self.site_lead(server)
        self.read()
        signals = {signal.kind: signal for signal in lead.signal_ids}
        self.assertEqual(set(signals), {"funding", "expansion"})
        funding = signals["funding"]
        self.assertEqual(funding.text, "Northpeak Outfitters raises 12 million euros to open shops in Austria.")
        snippet = funding.snippet_id
        self.assertEqual(snippet.document_id.text[snippet.start : snippet.end], funding.text)
        self.assertEqual(funding.date, date(2026, 2, 20))
        self.assertEqual(funding.url, server.url("/news", host="northpeak.example"))
        count = self.Signal.search_count([])
        self.run_cron("outbound.signal", "_cron_find_signals")
        self.assertEqual(self.Signal.search_count([]), count, "none twice")

    def test_a_criterion_is_an_ordinary_filter(self):
        lead, other = self.lead(), self.lead()
        self.paste(lead, "Northpeak raised 3 million dollars.")
        criterion = self.env["outbound.icp.criterion"]
        domain = "[('signal_ids.kind', '=', 'funding')]"
        criterion._validate_lead_domain(domain, "Funding")
        found = self.env["crm.lead"].search(criterion._parse_lead_domain(domain))
        self.assertIn(lead, found)
        self.assertNotIn(other, found)

    def test_evidence_changes_the_score_by_itself(self):
        Icp = self.env["outbound.icp"]
        Icp.search([("state", "=", "active")]).write({"state": "archived"})
        Icp.flush_model()
        domain = "[('signal_ids.kind', '=', 'funding')]"
        criterion = {"rating": 5, "domain": domain, "reason": "Funding"}
        factor = {
            "name": "Signals",
            "field_name": "buying_signals",
            "weight": 100,
            "default_rating": 1,
            "criterion_ids": [(0, 0, criterion)],
        }
        tier = {"name": "Tier 1", "code": "tier_1", "min_score": 4}
        icp = Icp.create({"name": "Test", "factor_ids": [(0, 0, factor)], "tier_ids": [(0, 0, tier)]})
        icp.write({"state": "active"})
        lead = self.lead()
        self.paste(lead, "Northpeak raised 3 million dollars.")
        lead.invalidate_recordset()
        self.assertEqual((lead.icp_id, lead.buying_signals, lead.icp_score), (icp, 5, 5.0))

    def test_signals_fade_as_the_domain_says_and_end_with_their_evidence(self):
        lead = self.lead()
        document = self.paste(lead, "Northpeak raised 3 million dollars.\nWe are hiring.", published=date(2026, 1, 1))
        for signal in lead.signal_ids:
            expected = Signal("x", 0, 1, "", signal.date, signal.strength, signal.half_life, False).strength_on(
                NOW.date()
            )
            self.assertAlmostEqual(signal.current_strength, expected, 2)
        self.run_cron("outbound.signal", "_cron_find_signals", days=300)
        lead.invalidate_recordset()
        self.assertEqual(lead.signal_ids.mapped("kind"), ["funding"], "hiring has faded")
        document._end("stale")
        self.run_cron("outbound.signal", "_cron_find_signals", days=300)
        lead.invalidate_recordset()
        self.assertFalse(lead.signal_ids)

    def test_a_new_rule_and_a_new_prospect_find_their_signals_in_known_evidence(self):
        server = self.web(news=NEWS)
        self.site_lead(server)
        self.read()
        later = self.site_lead(server, contact_name="Joe Roe")
        later.document_ids.searched_date = later.create_date - timedelta(days=1)
        self.env["outbound.signal.rule"].create({"name": "Gear", "kind": "other", "phrases": "everyone who goes up"})
        self.run_cron("outbound.signal", "_cron_find_signals", days=1)
        later.invalidate_recordset()
        self.assertEqual(set(later.signal_ids.mapped("kind")), {"funding", "expansion", "other"})

    def test_sensitive_news_hold_outreach_until_a_person_has_looked(self):
        lead, other = self.lead(), self.lead()
        self.assertFalse(lead._get_prospect_facts()[lead.id].sensitive)
        self.paste(lead, "Two people were injured in an accident at the plant.")
        facts = (lead | other)._get_prospect_facts()
        self.assertEqual([facts[lead.id].sensitive, facts[other.id].sensitive], [True, False])
        self.assertIn("tact", self.env["outbound.gate"]._describe("sensitive"))
        lead.signal_ids.with_user(self.rep).action_fine()
        self.assertFalse(lead._get_prospect_facts()[lead.id].sensitive)
        self.assertEqual(lead.signal_ids.user_id, self.rep)

    def test_what_a_person_calls_untrue_counts_for_nothing(self):
        lead = self.lead()
        self.paste(lead, "Northpeak will cut 200 jobs.")
        lead.signal_ids.with_user(self.rep).action_untrue()
        lead.invalidate_recordset()
        self.assertFalse(lead.signal_ids)
        self.run_cron("outbound.signal", "_cron_find_signals", days=1)
        lead.invalidate_recordset()
        self.assertFalse(lead.signal_ids)

    def test_the_wrong_company_has_no_signals(self):
        server = self.web()
        lead = self.site_lead(server)
        self.read()
        self.assertTrue(lead.signal_ids)
        lead.action_wrong_company()
        lead.invalidate_recordset()
        self.assertFalse(lead.signal_ids)

    def test_rules_that_say_nothing_are_refused(self):
        Rule = self.env["outbound.signal.rule"]
        for phrases in ("*", "a", " \n "):
            with self.assertRaises(ValidationError):
                Rule.create({"name": "Nothing", "phrases": phrases})
        with self.assertRaises(AccessError):
            Rule.with_user(self.rep).create({"name": "Mine", "phrases": "new plant"})
        self.assertTrue(Rule.with_user(self.manager).create({"name": "Mine", "phrases": "new plant"}))
