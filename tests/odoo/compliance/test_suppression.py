from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from .common import NOW, ComplianceCase


@tagged("post_install", "-at_install")
class TestSuppression(ComplianceCase):
    def suppressed(self, *emails, domains=(), companies=()):
        return self.Suppression._get_suppressed(emails, domains, companies)

    def test_a_person_in_any_spelling(self):
        self.Suppression._suppress("person", "Jane Doe <Jane@NorthPeak.example>", "opt_out")
        for spelling in ("jane@northpeak.example", "JANE@northpeak.example", "jane+crm@northpeak.example"):
            self.assertEqual(self.suppressed(spelling), {spelling})
        self.assertFalse(self.suppressed("janet@northpeak.example", "jane@southpeak.example"))

    def test_an_international_domain_has_one_spelling(self):
        self.Suppression._suppress("person", "jane@münchen.de", "opt_out")
        self.assertTrue(self.suppressed("jane@xn--mnchen-3ya.de"))

    def test_a_domain_covers_everybody_in_it(self):
        self.Suppression._suppress("domain", "https://www.northpeak.example/shop", "manual")
        self.assertTrue(self.suppressed("anyone@northpeak.example"))
        self.assertTrue(self.suppressed("anyone@mail.northpeak.example"))
        self.assertTrue(self.suppressed(domains=["northpeak.example"]))
        self.assertFalse(self.suppressed("anyone@peak.example", domains=["example"]))

    def test_a_company_covers_its_spellings(self):
        self.Suppression._suppress("company", "Northpeak Outfitters Ltd.", "manual")
        self.assertTrue(self.suppressed(companies=["NORTHPEAK OUTFITTERS, Inc"]))
        self.assertFalse(self.suppressed(companies=["Northpeak"]))

    def test_twice_is_once(self):
        first = self.Suppression._suppress("person", "jane@northpeak.example", "opt_out", note="on the phone")
        again = self.Suppression._suppress("person", "JANE@northpeak.example", "manual", note="again")
        self.assertEqual(first, again)
        self.assertEqual((first.reason, first.note, first.date), ("opt_out", "on the phone", NOW))
        self.assertEqual(self.Suppression.search_count([("value", "=", "jane@northpeak.example")]), 1)

    def test_the_reason_that_is_harder_to_lift_wins(self):
        suppression = self.Suppression._suppress("person", "jane@northpeak.example", "bounced")
        self.Suppression._suppress("person", "jane@northpeak.example", "complained")
        self.assertEqual(suppression.reason, "complained")

    def test_what_cannot_be_suppressed_says_what_was_expected(self):
        for scope, value, expected in (
            ("person", "jane", "jane@example.com"),
            ("domain", "no domain", "example.com"),
            ("company", " - ", "name of a company"),
            ("domain", "gmail.com", "mail provider"),
        ):
            with self.assertRaisesRegex(ValidationError, expected):
                self.Suppression._suppress(scope, value, "manual")

    def test_an_erasure_leaves_a_hash_that_still_refuses(self):
        lead = self.lead()
        lead._get_unsubscribe_url()
        suppression = self.Suppression._suppress(
            "person", "jane@northpeak.example", "opt_out", lead=lead, note="Jane said so"
        )
        self.Suppression._suppress("person", "jane@northpeak.example", "erased")
        lead.unlink()
        self.env.flush_all()
        self.env.cr.execute(
            "SELECT to_jsonb(s)::text FROM outbound_suppression s WHERE id = %s UNION ALL "
            "SELECT to_jsonb(u)::text FROM outbound_unsubscribe u UNION ALL SELECT email FROM mail_blacklist",
            [suppression.id],
        )
        self.assertNotIn("jane", " ".join(row[0] for row in self.env.cr.fetchall()).lower())
        self.assertEqual(suppression.reason, "erased")
        # The same address comes back in a list.
        again = self.lead()
        self.assertEqual(again._get_suppressions(), {again.id: suppression})
        self.assertEqual(again._get_prospect_facts()[again.id].suppressed, "person")

    def test_the_key_survives_a_copy_of_the_database(self):
        self.Suppression._suppress("person", "jane@northpeak.example", "erased")
        self.env["ir.config_parameter"].init(force=True)  # what Odoo does to a copied database
        self.assertTrue(self.suppressed("jane@northpeak.example"))

    def test_a_batch_is_one_query(self):
        self.Suppression._suppress("domain", "northpeak.example", "manual")
        emails = [f"p{number}@company{number}.example" for number in range(200)] + ["x@northpeak.example"]
        self.suppressed("warm@up.example")
        with self.assertQueryCount(1):
            self.assertEqual(self.suppressed(*emails), {"x@northpeak.example"})

    def test_prospects_concerned_get_an_event(self):
        lead, other = self.lead(), self.lead(email_from="joe@shop.northpeak.example", website="https://joes.example")
        self.Suppression._suppress("domain", "northpeak.example", "manual")
        events = self.env["outbound.event"].search([("lead_id", "in", (lead + other).ids), ("kind", "=", "suppressed")])
        self.assertEqual(events.lead_id, lead + other)
        self.assertEqual(set(events.mapped("new_value")), {"domain"})

    # ------------------------------------------------------------------ lifting

    def test_lifting_takes_an_administrator_and_a_reason(self):
        suppression = self.Suppression._suppress("person", "jane@northpeak.example", "unsubscribed")
        with self.assertRaises(AccessError):
            suppression.with_user(self.user)._lift("She called")
        with self.assertRaisesRegex(UserError, "Say why"):
            suppression.with_user(self.admin)._lift("  ")
        suppression.with_user(self.admin)._lift("She signed up on 1 June")
        self.assertEqual(
            (suppression.active, suppression.lifted_by, suppression.lift_reason, suppression.lifted_date),
            (False, self.admin, "She signed up on 1 June", NOW),
        )
        self.assertFalse(self.suppressed("jane@northpeak.example"))
        self.assertTrue(self.Suppression._suppress("person", "jane@northpeak.example", "opt_out").active)

    def test_an_erasure_cannot_be_lifted(self):
        suppression = self.Suppression._suppress("person", "jane@northpeak.example", "erased")
        with self.assertRaisesRegex(UserError, "erasure"):
            suppression.with_user(self.admin)._lift("She called")

    def test_records_cannot_be_changed_or_deleted(self):
        suppression = self.Suppression._suppress("person", "jane@northpeak.example", "opt_out")
        for values in ({"active": False}, {"value": "x@y.example"}, {"reason": "manual"}, {"scope": "domain"}):
            with self.assertRaises(UserError):
                suppression.write(values)
        with self.assertRaises(UserError):
            suppression.unlink()
        suppression.note = "Notes may grow"

    # ------------------------------------------------------------------ people and lists

    def test_a_user_may_add_but_not_change(self):
        Suppression = self.Suppression.with_user(self.user)
        suppression = Suppression.create({"value": "northpeak.example"})
        self.assertEqual((suppression.scope, suppression.reason), ("domain", "manual"))
        self.assertEqual(suppression.create_uid, self.user)
        with self.assertRaises(AccessError):
            suppression.note = "mine"

    def test_a_list_is_imported_and_again(self):
        rows = [
            ["jane@northpeak.example", "person", "Asked us to stop"],
            ["JANE@northpeak.example", "person", "Asked us to stop"],
            ["southpeak.example", "domain", "Added by a person"],
            ["Eastpeak Ltd", "company", "Added by a person"],
        ]
        for _time in range(2):
            result = self.Suppression.with_user(self.user).load(["value", "scope", "reason"], rows)
            self.assertFalse([message for message in result["messages"] if message["type"] == "error"])
        found = self.Suppression.search(
            [("value", "in", ["jane@northpeak.example", "southpeak.example", "Eastpeak Ltd"])]
        )
        self.assertEqual(sorted(found.mapped("scope")), ["company", "domain", "person"])

    def test_a_bad_row_of_a_list_is_named_and_nothing_is_imported(self):
        rows = [["joe@northpeak.example"], ["not an address @"]]
        result = self.Suppression.with_user(self.user).load(["value", "scope"], [[*row, "person"] for row in rows])
        self.assertFalse(result["ids"])
        errors = [message for message in result["messages"] if message["type"] == "error"]
        self.assertIn("not an address @", errors[0]["message"])
        self.assertEqual(errors[-1]["record"], 1, "counted from 0")
        self.assertFalse(self.suppressed("joe@northpeak.example"))

    def test_scope_is_guessed_when_a_list_does_not_say(self):
        values = [
            {"value": value}
            for value in ("jane@northpeak.example", "northpeak.example", "@southpeak.example", "Eastpeak")
        ]
        self.assertEqual(self.Suppression.create(values).mapped("scope"), ["person", "domain", "domain", "company"])

    def test_the_dialogue_on_prospects(self):
        leads = self.lead() + self.lead(email_from=False)
        action = leads.with_user(self.user).action_suppress()
        wizard = self.env["outbound.suppress"].with_user(self.user).with_context(**action["context"]).create({})
        wizard.lead_ids = leads
        self.assertEqual(wizard.values, "jane@northpeak.example")
        self.assertTrue(wizard.missing)
        wizard.note = "On the phone"
        wizard.action_suppress()
        suppression = self.Suppression._explain(["jane@northpeak.example"])["jane@northpeak.example"]
        self.assertEqual((suppression.reason, suppression.note), ("opt_out", "On the phone"))
        wizard.write({"scope": "company"})
        self.assertEqual(wizard.values, "Northpeak Outfitters")

    def test_invoices_and_other_mail_still_leave(self):
        self.Suppression._suppress("person", "jane@northpeak.example", "unsubscribed")
        partner = self.env["res.partner"].create({"name": "Jane", "email": "jane@northpeak.example"})
        message = partner.message_post(
            body="Your invoice", message_type="comment", subtype_xmlid="mail.mt_comment", partner_ids=partner.ids
        )
        mail = self.env["mail.mail"].search([("mail_message_id", "=", message.id)])
        self.assertEqual(mail.recipient_ids, partner)
        self.assertNotEqual(mail.state, "cancel")
