from odoo.tests import tagged

from .common import ImportCase


@tagged("post_install", "-at_install")
class TestDuplicates(ImportCase):
    """Against whom a list is compared; the rule itself is in the unit tests of `domain.duplicates`."""

    def only_rejection(self, *rows):
        record = self.imported(*rows)
        self.assertEqual(self.counts(record), (0, 1, 0))
        return record.rejection_ids

    def test_prospects_of_any_state_and_owner(self):
        for values in ({}, {"active": False}, {"user_id": self.env.ref("base.user_admin").id}):
            with self.subTest(values), self.env.cr.savepoint() as savepoint:
                lead = self.Lead.create({"name": "Known", "website": "https://eu.known.example", **values})
                rejection = self.only_rejection("Known Inc,known.example,,,")
                self.assertEqual((rejection.lead_id, rejection.line, rejection.heading), (lead, 2, "Website"))
                self.assertEqual(rejection.reason, "Same company domain (known.example) as the prospect Known.")
                savepoint.close(rollback=True)

    def test_lost_and_won_prospects(self):
        lead = self.Lead.create(
            {"name": "Lost", "website": "lost.example", "team_id": self.env["crm.team"].search([], limit=1).id}
        )
        lead.action_set_lost()
        self.assertEqual(self.only_rejection("Lost,lost.example,,,").lead_id, lead)

    def test_a_prospect_known_by_the_domain_of_its_address(self):
        lead = self.Lead.create({"name": "Known", "email_from": "ann@known.example"})
        self.assertEqual(self.only_rejection("Known,www.known.example,,,").lead_id, lead)

    def test_another_person_of_a_known_company_is_imported(self):
        self.Lead.create({"name": "Known", "email_from": "ann@known.example"})
        record = self.imported("Known,known.example,bob@known.example,,", "Known,known.example,Ann@Known.example,,")
        self.assertEqual(self.counts(record), (1, 1, 0))
        self.assertEqual(record.lead_ids.email_normalized, "bob@known.example")

    def test_rows_that_repeat_a_row_above_name_it(self):
        record = self.imported("A,a.example,,,", ",,,,", "A,http://www.a.example/x,,,")
        duplicate = record.rejection_ids
        self.assertEqual(duplicate.reason, "Same company domain (a.example) as line 2 of this file.")
        self.assertEqual((duplicate.line, duplicate.lead_id), (4, record.lead_ids))

    def test_contacts_by_email_and_website(self):
        contact = self.env["res.partner"].create(
            {"name": "Vendor", "is_company": True, "website": "http://shop.vendor.co.uk", "email": "ann@vendor.co.uk"}
        )
        rejection = self.only_rejection("Vendor,vendor.co.uk,,,")
        self.assertEqual((rejection.partner_id, rejection.lead_id.id), (contact, False))
        self.assertEqual(self.only_rejection("Vendor,,ann@vendor.co.uk,,").partner_id, contact)
        second = self.imported("Vendor,vendor.co.uk,new@vendor.co.uk,,")
        self.assertEqual(self.counts(second), (1, 0, 0), "a contact is no customer")

    def test_customers_are_nobodys_prospects(self):
        company = self.env["res.partner"].create(
            {"name": "Customer", "is_company": True, "website": "customer.example"}
        )
        person = self.env["res.partner"].create(
            {"name": "Ann", "parent_id": company.id, "email": "ann@customer.example"}
        )
        deal = self.Lead.create(
            {"name": "Deal", "partner_id": person.id, "team_id": self.env["crm.team"].search([], limit=1).id}
        )
        deal.action_set_won()
        self.env.flush_all()
        deal.write({"website": False, "email_from": False})
        rejection = self.only_rejection("Customer,customer.example,new@customer.example,,")
        self.assertEqual(rejection.reason, "customer.example belongs to a customer: the contact Customer.")

    def test_suppressed_people_domains_and_companies_stay_out(self):
        suppress = self.env["outbound.suppression"]._suppress
        suppress("person", "ann@person.example", "opt_out")
        suppress("domain", "domain.example", "complained")
        suppress("company", "Nevermore Inc.", "manual")
        record = self.imported(
            "Person,person.example,Ann@person.example,,",
            "Domain,shop.domain.example,,,",
            "Colleague,domain.example,bob@domain.example,,",
            "NEVERMORE,nevermore.example,,,",
            "Other,other.example,,,",
        )
        self.assertEqual(self.counts(record), (1, 4, 0))
        self.assertEqual(
            record.rejection_ids.sorted("line").mapped("reason"),
            [
                "ann@person.example must not be contacted. Reason: Asked us to stop.",
                "domain.example must not be contacted. Reason: Complained.",
                "bob@domain.example must not be contacted. Reason: Complained.",
                "NEVERMORE must not be contacted. Reason: Added by a person.",
            ],
        )
        self.assertEqual(
            record.rejection_ids.sorted("line").mapped("heading"), ["Email", "Website", "Email", "Company"]
        )

    def test_the_same_list_twice(self):
        rows = ["A,a.example,,,", "B,b.example,bob@b.example,,"]
        self.assertEqual(self.counts(self.imported(*rows)), (2, 0, 0))
        self.assertEqual(self.counts(self.imported(*rows)), (0, 2, 0))
