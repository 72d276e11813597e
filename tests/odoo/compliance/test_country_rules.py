from odoo.tests import tagged

from .common import ComplianceCase


@tagged("post_install", "-at_install")
class TestCountryRules(ComplianceCase):
    def setUp(self):
        super().setUp()
        self.Rule = self.env["outbound.country.rule"]

    def test_installed_rules(self):
        for code, policy in (("us", "allow"), ("uk", "allow"), ("fr", "allow"), ("de", "consent"), ("ca", "consent")):
            self.assertEqual(self.Rule._get_policy(self.env.ref(f"base.{code}")), policy, code)
        self.assertFalse(self.Rule.search([("legal_note", "=", False)]), "every rule says what it stands on")

    def test_the_default_is_strict(self):
        self.assertEqual(self.Rule._get_policy(self.env["res.country"]), "consent")
        self.assertEqual(self.Rule._get_policy(self.env.ref("base.aq")), "consent")
        self.Rule.search([]).active = False
        self.assertEqual(self.Rule._get_policy(self.america), "consent", "no rule at all is no permission")

    def test_a_changed_rule_holds_at_once(self):
        self.assertEqual(self.Rule._get_policy(self.germany), "consent")
        rule = self.Rule.search([("country_id", "=", self.germany.id)])
        rule.policy = "forbid"
        self.assertEqual(self.Rule._get_policy(self.germany), "forbid")
        rule.unlink()
        self.assertEqual(self.Rule._get_policy(self.germany), "consent")
        self.Rule.create({"country_id": self.germany.id, "policy": "allow"})
        self.assertEqual(self.Rule._get_policy(self.germany), "allow")

    def test_the_default_can_be_changed(self):
        self.Rule.search([("country_id", "=", False)]).policy = "forbid"
        self.assertEqual(self.Rule._get_policy(self.env.ref("base.aq")), "forbid")
        self.assertEqual(self.Rule._get_policy(self.america), "allow")

    def test_many_countries_are_no_query_at_all(self):
        countries = self.env["res.country"].search([])
        self.Rule._get_policies(countries)
        with self.assertQueryCount(0):
            policies = self.Rule._get_policies(countries)
        self.assertEqual(len(policies), len(countries) + 1)
