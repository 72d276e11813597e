from datetime import date, timedelta
from unittest.mock import patch

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import NOW, EnrichmentCase
from .web import ABOUT, HOME, WebMixin


@tagged("post_install", "-at_install")
class TestSites(WebMixin, EnrichmentCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["crm.lead"].search([]).write({"icp_tier": False, "sequence_stage": "not_started"})
        cls.env["outbound.site"].search([]).unlink()

    def site(self, lead):
        return self.env["outbound.site"]._of_leads(lead)

    def test_a_site_is_read_once_for_all_prospects_of_a_company(self):
        server = self.web()
        jane, joe = self.site_lead(server), self.site_lead(server)
        self.assertIn("not been read", jane.research_status)
        self.read()
        site = self.site(jane)
        self.assertEqual((site.state, site.read_date, site.reason, site.doubt), ("read", NOW, False, False))
        self.assertEqual(set(site.document_ids.mapped("kind")), {"home", "about", "news"})
        self.assertEqual(jane.document_ids, joe.document_ids)
        about = site.document_ids.filtered(lambda document: document.kind == "about")
        self.assertEqual(about.title, "About Northpeak Outfitters")
        self.assertIn("employs 240 people", about.text)
        self.assertEqual(about.stale_after, NOW + timedelta(days=90))
        news = site.document_ids.filtered(lambda document: document.kind == "news")
        self.assertEqual(news.published, date(2026, 2, 20))
        count = len(server.requests)
        self.read(hours=1)
        self.assertEqual(len(server.requests), count, "it is fresh")

    def test_only_prospects_that_are_worth_it(self):
        server = self.web()
        self.site_lead(server, icp_tier="tier_3")
        self.read()
        self.assertEqual(server.requests, [])
        self.site_lead(server, icp_tier="tier_3", sequence_stage="in_progress")
        self.read()
        self.assertTrue(server.requests)

    def test_what_did_not_change_stays_and_what_changed_is_a_new_document(self):
        server = self.web()
        lead = self.site_lead(server)
        self.read()
        before = lead.document_ids
        server.pages["/about"] = ABOUT.replace("240", "260").encode()
        self.read(days=31)
        lead.invalidate_recordset()
        old = before - lead.document_ids
        self.assertEqual((len(old), old.ended, old.is_current), (1, "replaced", False))
        self.assertIn("240", old.text, "what was cited can be looked up")
        self.assertEqual(len(lead.document_ids), 3)

    def test_evidence_expires(self):
        server = self.web()
        lead = self.site_lead(server)
        self.read()
        documents = lead.document_ids
        server.pages.clear()
        self.read(days=31)
        self.assertEqual(self.site(lead).state, "failed")
        self.read(days=91)
        lead.invalidate_recordset()
        self.assertFalse(lead.document_ids)
        self.assertEqual(set(documents.mapped("ended")), {"stale"})

    def test_robots_are_obeyed_and_the_reason_is_shown(self):
        server = self.web(robots_txt="User-agent: *\nDisallow: /")
        lead = self.site_lead(server)
        self.read()
        self.assertEqual(server.paths(), ["/robots.txt"])
        self.assertEqual((self.site(lead).state, self.site(lead).code), ("failed", "robots"))
        self.assertIn("robots.txt", lead.research_status)

    def test_a_private_address_is_never_asked(self):
        self.web()
        lead = self.lead(website="http://10.0.0.8/", email_from="jane@prospect.example.org")
        self.env["outbound.site"]._add_for(lead)
        self.env["outbound.site"].search([]).website = "http://10.0.0.8/"
        self.read()
        self.assertEqual(self.env["outbound.site"].search([]).code, "private_address")

    def test_a_site_that_fails_is_tried_again_later(self):
        server = self.web(**{"": (500, {}, b"")})
        lead = self.site_lead(server)
        self.read()
        site = self.site(lead)
        self.assertEqual((site.state, site.code, site.next_try), ("waiting", "http_500", NOW + timedelta(hours=1)))
        self.assertIn("HTTP 500", lead.research_status)
        server.pages["/"] = HOME.encode()
        self.read(hours=1)
        self.assertEqual((site.state, site.attempts), ("read", 0))

    def test_what_cannot_be_kept_says_so_on_the_site(self):
        lead = self.site_lead(self.web())
        with (
            patch.object(type(self.env["outbound.document"]), "_keep", side_effect=ValueError("no room")),
            self.assertLogs("odoo.addons.outbound_prospecting", "ERROR"),
        ):
            self.read()
        self.assertEqual((self.site(lead).state, self.site(lead).code), ("failed", "broken"))
        self.assertIn("could not be kept", lead.research_status)

    def test_a_reading_that_was_cut_short_begins_anew(self):
        server = self.web()
        lead = self.site_lead(server)
        self.env["outbound.site"]._add_for(lead)
        site = self.site(lead)
        site.write({"state": "reading", "claimed_date": NOW})
        self.read(minutes=5)
        self.assertEqual(site.state, "reading", "another worker may be at it")
        self.read(minutes=16)
        self.assertEqual(site.state, "read")

    def test_a_site_of_another_name_is_doubted(self):
        home = HOME.replace("Northpeak Outfitters", "Southgate Bakery")
        server = self.web(**{"": home, "about": "<p>We bake."})
        lead = self.site_lead(server)
        self.read()
        self.assertIn("Southgate Bakery", lead.research_doubt)

    def test_the_wrong_company(self):
        server = self.web()
        lead = self.site_lead(server)
        self.read()
        lead.with_user(self.rep).action_wrong_company()
        lead.invalidate_recordset()
        self.assertFalse(lead.document_ids)
        self.assertEqual(self.site(lead).state, "wrong")
        count = len(server.requests)
        self.read(days=60)
        self.assertEqual(len(server.requests), count)
        lead.with_user(self.rep).action_read_site()
        self.read(days=60)
        self.assertEqual(self.site(lead).state, "read")

    def test_read_now_waits_for_the_scheduled_action(self):
        server = self.web()
        lead = self.site_lead(server, icp_tier=False)
        lead.with_user(self.rep).action_read_site()
        self.assertEqual((server.requests, self.site(lead).state), ([], "waiting"))
        self.read()
        self.assertEqual(self.site(lead).state, "read")
        with self.assertRaises(UserError):
            self.lead(website=False, email_from="jane@gmail.com").action_read_site()

    def test_pasted_evidence(self):
        lead = self.lead()
        wizard = (
            self.env["outbound.evidence"]
            .with_user(self.rep)
            .create({"lead_id": lead.id, "text": "Northpeak hires.\n", "url": "https://news.example.com/1"})
        )
        wizard.action_save()
        document = lead.document_ids
        self.assertEqual((document.kind, document.text, document.lead_id), ("pasted", "Northpeak hires.", lead))
        wizard.url = "javascript:alert(1)"
        with self.assertRaises(UserError):
            wizard.action_save()

    def test_evidence_is_of_one_company_and_nobody_edits_it(self):
        other = self.env["res.company"].create({"name": "Other"})
        lead = self.lead(company_id=other.id, user_id=False, team_id=False)
        document = self.env["outbound.document"]._paste(lead, "Text")
        with self.assertRaises(AccessError):
            document.with_user(self.rep).read(["text"])
        own = self.env["outbound.document"]._paste(self.lead(), "Text")
        with self.assertRaises(AccessError):
            own.with_user(self.manager).write({"text": "Other text"})
