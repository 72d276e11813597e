from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import new_test_user, tagged

from .common import IcpCase


@tagged("post_install", "-at_install")
class TestIcpRules(IcpCase):
    def test_filter_with_unknown_field_is_refused(self):
        icp = self.icp(live=False)
        with self.assertRaisesRegex(ValidationError, "no_such_field"):
            icp.factor_ids[0].criterion_ids[0].domain = "[('no_such_field', '=', 1)]"
        with self.assertRaisesRegex(ValidationError, "Retail"):
            icp.factor_ids[0].criterion_ids[0].domain = "[('name', '='"
        with self.assertRaises(ValidationError):
            icp.factor_ids[0].criterion_ids[0].domain = "[('employee_count', '>', 'many')]"
        with self.assertRaises(ValidationError):
            icp.disqualifier_ids.domain = "[('team_id.nope', '=', 1)]"
        with self.assertRaises(ValidationError):
            icp.scope_domain = "not a filter"

    def test_filter_cannot_run_code(self):
        icp = self.icp(live=False)
        for text in ("__import__('os').getcwd()", "[('id', '=', open('/etc/passwd'))]", "env['res.users']"):
            with self.assertRaises(ValidationError):
                icp.factor_ids[0].criterion_ids[0].domain = text

    def test_weights_must_add_up(self):
        with self.assertRaisesRegex(ValidationError, "add up to 60"):
            self.icp(
                live=False,
                factor_ids=[(0, 0, {"name": "Only", "weight": 60, "criterion_ids": [self.criterion(3, [])]})],
            )
        icp = self.icp(live=False)
        with self.assertRaisesRegex(ValidationError, "100 %"):
            icp.write({"factor_ids": [(1, icp.factor_ids[0].id, {"weight": 61})]})
        with self.assertRaises(ValidationError):
            icp.factor_ids[0].weight = 101

    def test_ratings_are_one_to_five(self):
        icp = self.icp(live=False)
        for rating in (0, 6, -1):
            with self.assertRaisesRegex(ValidationError, "from 1"):
                icp.factor_ids[0].criterion_ids[0].rating = rating
        with self.assertRaises(ValidationError):
            icp.factor_ids[0].default_rating = 9

    def test_overlapping_tiers_are_refused(self):
        icp = self.icp(live=False)
        hot = icp.tier_ids.filtered(lambda tier: tier.code == "tier_1")
        for start in (3, 2.5):
            with self.assertRaisesRegex(ValidationError, "overlap"):
                hot.min_score = start

    def test_icp_that_cannot_score_does_not_go_live(self):
        empty = self.icp(live=False, factor_ids=[(0, 0, {"name": "Empty", "weight": 100})])
        with self.assertRaisesRegex(ValidationError, "no criteria"):
            empty._activate()
        gap = self.icp(live=False, tier_ids=[(0, 0, {"code": "tier_1", "name": "Hot", "min_score": 4})])
        with self.assertRaisesRegex(ValidationError, "without a tier"):
            gap._activate()

    def test_live_version_is_frozen(self):
        icp = self.icp()
        for change in (
            lambda: icp.factor_ids[0].criterion_ids[0].write({"rating": 1}),
            lambda: icp.write({"min_completeness": 10}),
            icp.tier_ids[0].unlink,
            lambda: self.env["outbound.icp.disqualifier"].create({"icp_id": icp.id, "reason": "x"}),
        ):
            with self.assertRaisesRegex(UserError, "new version"):
                change()
        with self.assertRaises(UserError):
            icp.unlink()

    def test_broken_criterion_switches_itself_off(self):
        """A field that a filter uses is removed later: scoring goes on without that filter, and an admin hears of it."""
        field = self.env["ir.model.fields"].create(
            {
                "name": "x_fleet",
                "ttype": "integer",
                "model_id": self.env["ir.model"]._get_id("crm.lead"),
                "field_description": "Fleet",
            }
        )
        icp = self.icp(live=False)
        criterion = self.env["outbound.icp.criterion"].create(
            {
                "factor_id": icp.factor_ids[0].id,
                "domain": "[('x_fleet', '>', 3)]",
                "rating": 4,
                "reason": "Owns a fleet",
                "sequence": 1,
            }
        )
        icp._activate()
        field.unlink()
        lead = self.lead()
        self.assertEqual(icp._score_leads(lead), 1)
        self.assertEqual(lead.icp_tier, "tier_1")
        self.assertFalse(criterion.active)
        self.assertIn("x_fleet", criterion.broken_reason)
        self.assertIn("Owns a fleet", icp.activity_ids[:1].note)

    def test_version_goes_live_with_two_approvals(self):
        sales, marketing = (
            new_test_user(self.env, login=f"{role}_lead", groups="outbound_prospecting.group_outbound_manager")
            for role in ("sales", "marketing")
        )
        live = self.icp()
        draft = self.Icp.browse(live.action_new_version()["res_id"])
        self.assertEqual((draft.version, draft.state, draft.previous_id), (2, "draft", live))
        self.assertEqual(len(draft.factor_ids.criterion_ids), 4)
        with self.assertRaisesRegex(UserError, "sales lead"):
            draft.action_submit()
        draft.write({"sales_lead_id": sales.id, "marketing_lead_id": marketing.id})
        draft.action_submit()
        draft.with_user(sales).action_approve()
        with self.assertRaisesRegex(UserError, "approval"):
            draft.action_activate()
        with self.assertRaisesRegex(UserError, "nothing for you"):
            draft.with_user(sales).action_approve()
        draft.with_user(marketing).action_approve()
        self.assertTrue(draft.is_approved)
        # A change after the approvals voids them.
        draft.factor_ids[0].criterion_ids[0].rating = 4
        self.assertFalse(draft.is_approved)
        draft.with_user(sales).action_approve()
        draft.with_user(marketing).action_approve()
        draft.with_user(sales).action_activate()
        self.assertEqual((draft.state, live.state), ("active", "archived"))
        self.assertTrue(draft.review_date > draft.live_since.date())

    def test_preview_changes_nothing_and_says_who_moves(self):
        live = self.icp()
        lead, stays = self.lead(), self.lead(employee_count=30, industry_id=False)
        live._score_leads(lead | stays)
        draft = self.Icp.browse(live.action_new_version()["res_id"])
        draft.factor_ids[0].criterion_ids[0].rating = 2
        preview = draft._preview()
        self.assertEqual((preview["prospects"], preview["moved"]), (self._open_count(draft), 1))
        move = preview["moves"][0]
        self.assertEqual(
            (move["lead_id"], move["old_tier"], move["new_tier"], move["new_score"]),
            (lead.id, "tier_1", "tier_2", 3.2),
        )
        tiers = {tier["code"]: (tier["now"], tier["then"]) for tier in preview["tiers"]}
        self.assertEqual(tiers["tier_1"], (1, 0))
        self.assertEqual(sum(bar["then"] for bar in preview["histogram"]), preview["prospects"])
        self.assertEqual((lead.icp_score, lead.icp_id), (5.0, live))

    def _open_count(self, icp):
        return self.env["crm.lead"].search_count(icp._open_prospects())

    def test_preview_back_tests_on_known_outcomes(self):
        icp = self.icp()
        won, lost = self.lead(), self.lead(employee_count=1)
        won.action_set_won()
        lost.action_set_lost()
        rows = {row["code"]: (row["won"], row["lost"]) for row in icp._preview()["backtest"]}
        self.assertEqual(rows["tier_1"][0], 1)
        self.assertEqual(rows["disqualified"][1], 1)

    def test_salesperson_reads_but_does_not_edit(self):
        icp = self.icp()
        user = new_test_user(self.env, login="rep", groups="outbound_prospecting.group_outbound_user")
        lead = self.lead(user_id=user.id, team_id=self.team.id)
        lead.with_user(user).action_score()
        self.assertEqual(lead.with_user(user).icp_explanation["factors"][0]["rating"], 5)
        with self.assertRaises(AccessError):
            icp.with_user(user).write({"name": "Mine"})
        with self.assertRaises(AccessError):
            self.env["outbound.event"].with_user(user).create({"lead_id": lead.id, "kind": "tier_changed"})

    def test_events_cannot_be_changed(self):
        icp = self.icp()
        lead = self.lead()
        icp._score_leads(lead)
        with self.assertRaises(UserError):
            self.env["outbound.event"].search([("lead_id", "=", lead.id)]).new_value = "tier_2"
