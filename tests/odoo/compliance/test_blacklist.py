from odoo.tests import tagged

from .common import ComplianceCase

JANE = "jane@northpeak.example"


@tagged("post_install", "-at_install")
class TestBlacklist(ComplianceCase):
    """Odoo's blacklist and suppressed persons say the same."""

    def is_suppressed(self):
        return bool(self.Suppression._get_suppressed([JANE]))

    def is_blacklisted(self):
        return bool(self.Blacklist.search([("email", "=", JANE)]))

    def test_suppressed_is_blacklisted(self):
        self.Suppression._suppress("person", JANE, "unsubscribed")
        self.assertTrue(self.is_blacklisted())

    def test_domains_and_companies_are_not(self):
        before = self.Blacklist.search_count([])
        self.Suppression._suppress("domain", "northpeak.example", "manual")
        self.Suppression._suppress("company", "Northpeak", "manual")
        self.assertEqual(self.Blacklist.search_count([]), before)

    def test_blacklisted_is_suppressed(self):
        self.Blacklist._add(JANE)
        suppression = self.Suppression._explain([JANE])[JANE]
        self.assertEqual((suppression.scope, suppression.reason), ("person", "blacklisted"))

    def test_taking_off_the_blacklist_lifts_what_it_brought(self):
        self.Blacklist._add(JANE)
        self.Blacklist._remove(JANE)
        self.assertFalse(self.is_suppressed())
        self.Blacklist._add(JANE)
        self.assertTrue(self.is_suppressed())
        self.Blacklist.search([("email", "=", JANE)]).unlink()
        self.assertFalse(self.is_suppressed())

    def test_taking_off_the_blacklist_does_not_lift_what_a_person_asked_for(self):
        self.Suppression._suppress("person", JANE, "unsubscribed")
        self.Blacklist._remove(JANE)
        self.assertFalse(self.is_blacklisted())
        self.assertTrue(self.is_suppressed())

    def test_whoever_asks_after_the_blacklist_stays_suppressed(self):
        self.Blacklist._add(JANE)
        self.Suppression._suppress("person", JANE, "unsubscribed")
        self.Blacklist._remove(JANE)
        self.assertTrue(self.is_suppressed())

    def test_lifting_takes_off_the_blacklist(self):
        self.Suppression._suppress("person", JANE, "unsubscribed")._lift("She agreed again")
        self.assertFalse(self.is_blacklisted())

    def test_suppressing_again_puts_an_archived_entry_back(self):
        self.Suppression._suppress("person", JANE, "manual")._lift("A mistake")
        self.Suppression._suppress("person", JANE, "opt_out")
        self.assertTrue(self.is_blacklisted())

    def test_whoever_is_blacklisted_at_installation_is_suppressed(self):
        self.Blacklist._add(JANE)
        self.Suppression._explain([JANE])[JANE]._end("as if the product had not been there")
        self.Suppression._setup_compliance()
        self.assertTrue(self.is_suppressed())

    def test_many_at_once(self):
        values = [{"value": f"p{number}@northpeak.example", "reason": "opt_out"} for number in range(50)]
        self.Suppression.create(values)
        self.assertEqual(self.Blacklist.search_count([("email", "=like", "p%@northpeak.example")]), 50)
