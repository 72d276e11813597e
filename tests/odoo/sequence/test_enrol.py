from datetime import date

from odoo.tests import Form, tagged

from odoo.addons.outbound_prospecting.domain.lifecycle import EnrolmentEvent

from .common import OutreachCase


@tagged("post_install", "-at_install")
class TestEnrol(OutreachCase):
    def assertRefused(self, leads, code, text, sequence=None, **options):
        result = self.Enrolment._enrol(leads, sequence or self.sequence, **options)
        self.assertFalse(result.enrolments)
        self.assertEqual([refused for refused, _code, _message in result.refusals], list(leads))
        self.assertEqual({found for _lead, found, _message in result.refusals}, {code})
        self.assertRegex(result.refusals[0][2], text)

    def test_each_refusal_says_why(self):
        live = self.lead("live")
        self.enrol(live)
        consent, forbidden = self.env.ref("base.fr"), self.env.ref("base.ch")
        rules = self.env["outbound.country.rule"]
        rules.search([("country_id", "in", (consent | forbidden).ids)]).unlink()
        rules.create({"country_id": consent.id, "policy": "consent"})
        rules.create({"country_id": forbidden.id, "policy": "forbid"})
        self.env["outbound.suppression"]._suppress("person", "stop@stop.test", "opt_out")
        self.env["mail.blacklist"]._add("black@black.test")
        other_team = self.env["crm.team"].create({"name": "Deals", "is_outbound": False})
        self.lead("deal", team_id=other_team.id, email_from="boss@deal.test")
        cases = [
            (self.lead("noaddress", email_from=False), "no_address", "no e-mail address"),
            (self.lead("badform", email_from="jane@bad..test"), "address_invalid", "cannot receive mail"),
            (self.lead("stop"), "suppressed", "suppressed"),
            (self.lead("black"), "suppressed", "suppressed|blacklist"),
            (self.lead("deal", email_from="jane@deal.test"), "open_deal", "open deal"),
            (self.lead("consent", country_id=consent.id), "consent_missing", "consent"),
            (self.lead("forbidden", country_id=forbidden.id), "country_forbidden", "not allowed"),
            (self.lead("stale", data_confirmed_date=date(2024, 1, 1)), "data_stale", "too old"),
            (self.lead("again", email_from="live@live.test"), "active_elsewhere", "already"),
            (self.lead("lost", active=False, probability=0), "closed", "closed"),
            (self.lead("dq", qualification_status="disqualified"), "disqualified", "disqualified"),
        ]
        for lead, code, text in cases:
            with self.subTest(code=code, lead=lead.name):
                self.assertRefused(lead, code, text)

    def test_one_bad_prospect_does_not_keep_the_others_out(self):
        good, bad = self.lead("good"), self.lead("bad", email_from=False)
        result = self.Enrolment._enrol(good | bad, self.sequence)
        self.assertEqual(result.enrolments.lead_id, good)
        self.assertEqual([lead for lead, _code, _message in result.refusals], [bad])

    def test_same_address_in_one_selection_enrols_once(self):
        leads = self.lead("jane") | self.lead("twin", email_from="Jane <JANE@jane.test>")
        result = self.Enrolment._enrol(leads, self.sequence)
        self.assertEqual(result.enrolments.lead_id, leads[0])
        self.assertEqual([code for _lead, code, _message in result.refusals], ["active_elsewhere"])

    def test_limit_of_people_per_company_counts_the_selection(self):
        leads = self.env["crm.lead"].union(
            *(
                self.lead(f"p{number}", email_from=f"p{number}@big.example.org", website="big.example.org")
                for number in range(5)
            )
        )
        result = self.Enrolment._enrol(leads, self.sequence)
        self.assertEqual(len(result.enrolments), 3)
        self.assertEqual({code for _lead, code, _message in result.refusals}, {"company_limit"})
        result.enrolments[0]._apply(EnrolmentEvent.STOP)
        self.assertEqual(len(self.Enrolment._enrol(leads[3:], self.sequence).enrolments), 1)

    def test_sequence_that_is_not_live_refuses_everybody(self):
        draft = self.make_sequence(live=False)
        self.assertRefused(self.lead(), "sequence_not_live", "not live", sequence=draft)

    def test_no_ready_mailbox(self):
        self.env["outbound.mailbox"].search([]).write({"state": "paused"})
        self.assertRefused(self.lead(), "no_mailbox", "No mailbox")

    def test_who_has_been_through_begins_again_only_when_asked(self):
        lead = self.lead()
        self.enrol(lead)._apply(EnrolmentEvent.STOP)
        self.assertRefused(lead, "enrolled_before", "Restart")
        self.assertTrue(self.Enrolment._enrol(lead, self.sequence, again=True).enrolments)

    def test_sender_stays_the_same_person(self):
        lead = self.lead()
        first = self.enrol(lead)
        first._apply(EnrolmentEvent.STOP)
        self.env["outbound.mailbox"].create(self.mailbox_values(name="Bo", email="bo@ours.test", sequence=1))
        again = self.Enrolment._enrol(lead, self.sequence, again=True).enrolments
        self.assertEqual(again.mailbox_id, first.mailbox_id)

    def test_wizard_shows_result_with_reasons(self):
        leads = self.lead("good") | self.lead("bad", email_from=False)
        wizard = Form(self.env["outbound.enrol"].with_context(default_lead_ids=leads.ids))
        wizard.sequence_id = self.sequence
        wizard = wizard.save()
        wizard.action_enrol()
        self.assertEqual((wizard.enrolled_count, wizard.refused_count), (1, 1))
        self.assertEqual(wizard.refusal_ids.lead_id, leads[1])
        self.assertIn("no e-mail address", wizard.refusal_ids.message)

    def test_restart_stops_what_runs(self):
        lead = self.lead()
        first = self.enrol(lead)
        wizard = self.env["outbound.enrol"].create(
            {"lead_ids": [(6, 0, lead.ids)], "sequence_id": self.sequence.id, "again": True}
        )
        wizard.action_enrol()
        self.assertEqual(first.state, "stopped")
        self.assertEqual(lead.sequence_stage, "in_progress")
        self.assertEqual(wizard.refused_count, 0)

    # ------------------------------------------------------------------ by tier

    def test_a_new_tier_asks_to_enrol_and_the_scheduled_action_enrols(self):
        self.sequence.tier = "tier_1"
        lead, other = self.lead("hot", icp_tier="tier_1"), self.lead("cold", icp_tier="tier_3")
        self.env["outbound.event"].create(
            [
                {"lead_id": lead.id, "kind": "tier_changed", "new_value": "tier_1"},
                {"lead_id": other.id, "kind": "tier_changed", "new_value": "tier_3"},
            ]
        )
        requests = self.env["outbound.enrolment.request"].search([("lead_id", "in", (lead | other).ids)])
        self.assertEqual(requests.lead_id, lead)
        self.run_cron("outbound.enrolment.request", "_cron_enrol_requests")
        self.assertEqual(lead.sequence_stage, "in_progress")
        self.assertFalse(requests.exists())

    def test_refused_requests_keep_the_reason_and_are_tried_again_when_it_may_pass(self):
        Request = self.env["outbound.enrolment.request"]
        leads = self.lead("bad", email_from=False) | self.lead("fine")
        Request._request(leads, self.sequence)
        self.mailbox.state = "paused"
        self.run_cron("outbound.enrolment.request", "_cron_enrol_requests")
        bad, fine = (Request.search([("lead_id", "=", lead.id)]) for lead in leads)
        self.assertEqual((bad.state, bad.code, bad.try_date), ("refused", "no_address", False))
        self.assertEqual((fine.state, fine.code), ("refused", "no_mailbox"))
        self.assertGreater(fine.try_date, fine.date)
        self.assertIn("No mailbox", leads[1].outreach_timeline["refused"])
        self.mailbox.state = "ready"
        leads[0].email_from = "bad@bad.test"
        (bad | fine).action_try_again()
        self.assertFalse((bad | fine).exists())
        self.assertEqual(set(leads.mapped("sequence_stage")), {"in_progress"})

    def test_launch_takes_in_those_who_have_the_tier_already(self):
        lead = self.lead("hot", icp_tier="tier_2")
        sequence = self.make_sequence(live=False, tier="tier_2")
        if "template_ids" in sequence.step_ids._fields:
            for step in sequence._get_mail_steps():
                step.template_ids = [(0, 0, {"subject": "Hello {company|you}", "body": "Hello {first_name|there}"})]
        sequence.step_ids.filtered(lambda step: step.channel == "linkedin").task_note = "Hi"
        sequence.action_launch()
        self.assertEqual(sequence.state, "active")
        self.assertTrue(self.env["outbound.enrolment.request"].search([("lead_id", "=", lead.id)]))

    def test_suppression_ends_the_sequence_at_once(self):
        lead = self.lead()
        enrolment = self.enrol(lead)
        self.env["outbound.suppression"]._suppress("person", lead.email_normalized, "unsubscribed", lead=lead)
        self.assertEqual(enrolment.state, "stopped")
        self.assertEqual(set(enrolment.touch_ids.mapped("state")), {"cancelled"})
        self.assertIn("Unsubscribed", enrolment.state_reason)

    def test_suppressed_domain_ends_it_for_everybody_there(self):
        leads = self.lead("a", email_from="a@both.example.org") | self.lead("b", email_from="b@both.example.org")
        enrolments = self.enrol(leads)
        self.env["outbound.suppression"]._suppress("domain", "example.org", "manual")
        self.assertEqual(set(enrolments.mapped("state")), {"stopped"})
