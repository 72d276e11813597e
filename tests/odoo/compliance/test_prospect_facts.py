from datetime import timedelta

from odoo.tests import Form, tagged

from .common import NOW, ComplianceCase


@tagged("post_install", "-at_install")
class TestProspectFacts(ComplianceCase):
    def setUp(self):
        super().setUp()
        self.env["outbound.mail.domain"].create({"name": "northpeak.example", "status": "mail", "checked_date": NOW})

    def facts(self, lead):
        return lead._get_prospect_facts()[lead.id]

    def test_somebody_who_may_be_written_to(self):
        facts = self.facts(self.lead())
        self.assertEqual(
            (facts.suppressed, facts.blacklisted, facts.relation, facts.policy, facts.consent, facts.address),
            ("", False, "", "allow", False, "valid"),
        )
        self.assertEqual(facts.confirmed.date(), NOW.date())

    def test_scopes_of_suppression(self):
        lead = self.lead(website="https://northpeak.example")
        self.Suppression._suppress("company", "Northpeak Outfitters GmbH", "manual")
        self.assertEqual(self.facts(lead).suppressed, "company")
        self.Suppression._suppress("domain", "northpeak.example", "manual")
        self.assertEqual(self.facts(lead).suppressed, "domain")
        self.Suppression._suppress("person", "jane@northpeak.example", "manual")
        self.assertEqual(self.facts(lead).suppressed, "person")
        self.assertTrue(self.facts(lead).blacklisted)

    def test_country_and_consent(self):
        lead = self.lead(country_id=self.germany.id)
        self.assertEqual((self.facts(lead).policy, self.facts(lead).consent), ("consent", False))
        lead.outreach_consent_date = NOW.date()
        self.assertTrue(self.facts(lead).consent)
        lead.country_id = False
        self.assertEqual(self.facts(lead).policy, "consent")

    def test_customers_and_deals_of_other_teams(self):
        lead = self.lead()
        sales = self.env["crm.team"].create({"name": "Sales"})
        deal = self.lead(email_from="boss@northpeak.example", team_id=sales.id, name="Big deal")
        self.assertEqual(self.facts(lead).relation, "open_deal")
        deal.action_set_lost()
        self.assertEqual(self.facts(lead).relation, "")
        deal.action_restore()
        deal.action_set_won()
        self.assertEqual(self.facts(lead).relation, "customer")

    def test_a_colleague_in_outreach_is_no_deal(self):
        self.lead(email_from="joe@northpeak.example")
        self.assertEqual(self.facts(self.lead()).relation, "")

    def test_people_at_a_mail_provider_are_no_company(self):
        sales = self.env["crm.team"].create({"name": "Sales"})
        self.lead(email_from="boss@gmail.com", team_id=sales.id)
        self.assertEqual(self.facts(self.lead(email_from="jane@gmail.com")).relation, "")

    def test_age_of_the_data(self):
        lead = self.lead()
        lead.data_confirmed_date = NOW.date() - timedelta(days=400)
        lead.priority = "2"
        self.assertEqual(lead.data_confirmed_date, NOW.date() - timedelta(days=400), "a rating confirms nothing")
        lead.contact_name = "Jane Smith"
        self.assertEqual(lead.data_confirmed_date, NOW.date(), "a correction does")

    def test_prospects_from_before_the_product_are_as_old_as_they_are(self):
        lead = self.lead()
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE crm_lead SET data_confirmed_date = NULL, create_date = %s WHERE id = %s",
            [NOW - timedelta(days=800), lead.id],
        )
        self.env.invalidate_all()
        self.env.add_to_compute(lead._fields["data_confirmed_date"], lead)
        self.assertEqual(lead.data_confirmed_date, (NOW - timedelta(days=800)).date())

    def test_a_person_may_set_it_on_the_form(self):
        with Form(self.lead()) as form:
            form.data_confirmed_date = NOW.date() - timedelta(days=10)
        self.assertEqual(form.record.data_confirmed_date, NOW.date() - timedelta(days=10))

    def test_a_batch_takes_a_fixed_number_of_queries(self):
        leads = self.lead()
        for number in range(40):
            leads |= self.lead(email_from=f"p{number}@northpeak.example", partner_name=f"Company {number}")
        self.env.flush_all()

        def count(records):
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            records._get_prospect_facts()
            return self.env.cr.sql_log_count - before

        count(leads)
        self.assertEqual(count(leads), count(leads[:2]))

    def test_what_the_form_says(self):
        lead = self.lead(country_id=self.germany.id)
        self.assertEqual((lead.do_not_contact, lead.country_policy), (False, "consent"))
        self.Suppression._suppress("domain", "northpeak.example", "opt_out")
        lead.invalidate_recordset(["do_not_contact"])
        self.assertEqual(lead.do_not_contact, "Everybody at northpeak.example: Asked us to stop, since 06/03/2026.")
