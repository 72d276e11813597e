from datetime import timedelta

from odoo.tests import tagged

from odoo.addons.outbound_prospecting.domain.lifecycle import TouchEvent

from tests.odoo.enrichment.briefs import ABOUT, NEWS, BriefMixin
from tests.odoo.sequence.common import MONDAY, OutreachCase

OPENING = "I read that you have raised new funding."


@tagged("post_install", "-at_install")
class TestResearchTouch(BriefMixin, OutreachCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["outbound.provider"].search([]).active = False
        cls.env["outbound.brief"].search([]).unlink()

    def work(self, **delta):
        self.run_cron("outbound.enrolment", "_cron_work_enrolments", **delta)

    def research(self, *texts, work=True):
        """A prospect with evidence, enrolled, its brief written."""
        lead = self.lead(partner_name="Northpeak Outfitters", contact_name="Jane Doe")
        enrolment = self.enrol(lead)
        if texts:
            self.evidence(lead, *texts)
        self.write_briefs()
        if work:
            self.work()
        return enrolment

    def test_it_does_itself_where_the_brief_gives_something_to_write_about(self):
        enrolment = self.research(ABOUT, NEWS)
        touch = self.touch(enrolment, 1)
        self.assertEqual((touch.state, touch.done_date), ("done", MONDAY))
        statement = enrolment.hook_statement_id
        self.assertEqual((enrolment.hook, statement.kind, statement.accepted), (OPENING, "hook", True))
        self.assertIn("2026-03-02", enrolment.hook_source)
        self.assertFalse(enrolment.lead_id.activity_ids)
        self.assertIn("Researched by itself", enrolment.lead_id.message_ids[0].body)
        self.assertIn(OPENING, enrolment.lead_id.message_ids[0].body)

    def test_it_waits_for_the_brief_and_the_first_mail_waits_for_it(self):
        enrolment = self.research()
        self.work(days=3)
        research, mail = self.touch(enrolment, 1), self.touch(enrolment, 2)
        self.assertEqual((research.state, enrolment.hook), ("open", False))
        self.assertFalse(self.at(mail, days=3)._find_undrafted(MONDAY + timedelta(days=3), 10) & mail)
        self.evidence(enrolment.lead_id, ABOUT, NEWS)
        self.write_briefs(days=3, hours=1)
        self.assertEqual((research.state, enrolment.hook), ("done", OPENING))

    def test_without_anything_to_open_with_a_person_does_it_and_reads_why(self):
        enrolment = self.research(ABOUT)
        touch = self.touch(enrolment, 1)
        self.assertEqual(touch.state, "open")
        told = enrolment._to_timeline(MONDAY)["touches"][0]["why"]
        self.assertIn("nothing to open a mail with", told)
        self.assertIn("No language model is set up", told)
        self.assertIn("nothing to open", touch.activity_id.outbound_task["why"])

    def test_without_evidence_a_person_reads_what_became_of_the_site(self):
        enrolment = self.research()
        self.assertIn("jane.test has not been read yet", self.touch(enrolment, 1)._explain_research())

    def test_a_company_of_a_similar_name_is_for_a_person(self):
        enrolment = self.research(ABOUT, NEWS, work=False)
        brief = enrolment.lead_id.brief_id
        brief.doubt = "Northpeak Logistics"
        self.env["crm.lead"]._use_brief(brief)
        self.work()
        touch = self.touch(enrolment, 1)
        self.assertEqual((touch.state, enrolment.hook), ("open", False))
        self.assertIn("“Northpeak Logistics”", touch._explain_research())
        enrolment.lead_id.action_right_company()
        self.assertEqual((touch.state, enrolment.hook), ("done", OPENING))

    def test_what_a_person_found_is_left_alone(self):
        enrolment = self.research(work=False)
        enrolment._note_finding("Your talk in Graz was good.", "a friend")
        self.evidence(enrolment.lead_id, ABOUT, NEWS)
        self.write_briefs(minutes=1)
        self.work(minutes=2)
        self.assertEqual(self.touch(enrolment, 1).state, "done")
        self.assertEqual((enrolment.hook, enrolment.hook_source), ("Your talk in Graz was good.", "a friend"))
        enrolment.lead_id.action_wrong_company()
        self.assertEqual(enrolment.hook, "Your talk in Graz was good.")

    def test_sensitive_news_open_no_mail(self):
        enrolment = self.research(ABOUT, "Northpeak Outfitters will cut 200 jobs and raised 3 million dollars.")
        self.assertEqual(self.touch(enrolment, 1).state, "open")
        self.assertFalse(enrolment.hook)

    def test_a_new_finding_replaces_one_whose_evidence_is_gone(self):
        enrolment = self.research(ABOUT, NEWS)
        lead = enrolment.lead_id
        lead.document_ids.filtered(lambda one: one.text == NEWS)._end("stale")
        self.evidence(lead, "Northpeak Outfitters opens a new store in Graz.")
        self.write_briefs(minutes=1)
        self.assertEqual(enrolment.hook, "I read that you are opening a new location.")
        lead.document_ids._end("stale")
        self.evidence(lead, "Northpeak Outfitters is a company.")
        self.write_briefs(minutes=2)
        self.assertFalse(enrolment.hook, "no evidence, no claim")

    def test_the_wrong_company_takes_everything_back_and_can_be_undone(self):
        enrolment = self.research(ABOUT, NEWS)
        lead = enrolment.lead_id
        mail = self.touch(enrolment, 2)
        mail.write({"subject": "Your funding", "body_text": OPENING})
        mail._apply(TouchEvent.DRAFT)
        mail._apply(TouchEvent.SUBMIT)
        lead.with_user(self.env.ref("base.user_admin")).action_wrong_company()
        brief = lead.brief_id
        self.assertEqual((brief.state, enrolment.hook, mail.state), ("wrong", False, "planned"))
        self.assertFalse(lead.document_ids)
        self.write_briefs(minutes=1)
        self.assertEqual((brief.state, brief.next_try), ("wrong", False))
        self.assertIn("another company", brief.reason)
        lead.with_user(self.env.ref("base.user_admin")).action_right_company()
        lead.invalidate_recordset()
        self.assertEqual((brief.state, enrolment.hook, len(lead.document_ids)), ("ready", OPENING, 2))
        self.assertTrue(lead.signal_ids)
        self.write_briefs(minutes=2)
        self.assertEqual((brief.state, enrolment.hook), ("ready", OPENING))
