"""What the pages show: the explained score, the preview, the history, the automation list."""

from odoo.exceptions import AccessError
from odoo.tests import new_test_user, tagged

from .common import IcpCase


@tagged("post_install", "-at_install")
class TestExplanation(IcpCase):
    def test_a_known_factor_has_rating_reason_and_evidence(self):
        self.icp()._score_leads(lead := self.lead(employee_count=700))
        size = lead.icp_explanation["factors"][1]
        self.assertEqual((size["rating"], size["best"], size["weight"]), (5, 5, 40))
        self.assertEqual(size["reasons"], ["100 and more"])
        self.assertEqual(size["evidence"], [{"label": "Employees", "value": "700"}])
        self.assertEqual(lead.icp_explanation["best"], 5)
        self.assertEqual(lead.icp_explanation["tier"], {"code": "tier_1", "name": "Hot", "action": ""})

    def test_what_is_not_known_says_what_to_fill_in(self):
        self.icp()._score_leads(lead := self.lead(employee_count=0))
        size = lead.icp_explanation["factors"][1]
        self.assertEqual((size["state"], size["missing"]), ("not_known", ["Employees"]))

    def test_points_have_their_own_best(self):
        icp = self.icp(live=False, method="points", min_completeness=0)
        icp.factor_ids[0].match = "all"
        icp._activate()
        icp._score_leads(lead := self.lead())
        self.assertEqual([factor["best"] for factor in lead.icp_explanation["factors"]], [8, 5])
        self.assertEqual((lead.icp_explanation["best"], lead.icp_score), (13, 13))

    def test_evidence_of_notes_is_plain_text(self):
        icp = self.icp(live=False)
        icp.factor_ids[0].criterion_ids[0].domain = "[('description', 'ilike', 'wearable')]"
        icp._activate()
        icp._score_leads(lead := self.lead(description="<p>Buys <b>wearables</b></p>"))
        self.assertEqual(lead.icp_explanation["factors"][0]["evidence"][0]["value"], "Buys *wearables*")


@tagged("post_install", "-at_install")
class TestPreviewPage(IcpCase):
    def test_moves_say_which_rating_changed(self):
        live = self.icp(scope_domain=f"[('team_id', '=', {self.team.id})]")
        live._score_leads(lead := self.lead(employee_count=20))
        draft = self.Icp.browse(live.action_new_version()["res_id"])
        draft.factor_ids[1].criterion_ids[1].rating = 5
        preview = draft.get_preview()
        self.assertEqual((preview["prospects"], preview["moved"]), (1, 1))
        (move,) = preview["moves"]
        self.assertEqual((move["lead_id"], move["old_tier"], move["new_tier"]), (lead.id, "tier_2", "tier_1"))
        self.assertEqual(move["changes"], [{"name": "Size", "old": 2, "new": 5, "reasons": ["20 to 99"]}])
        self.assertEqual(lead.icp_tier, "tier_2", "nothing is written")

    def test_tiers_add_up_even_if_a_version_lacks_one(self):
        scope = f"[('team_id', '=', {self.team.id})]"
        self.icp(scope_domain=scope)._score_leads(self.lead(employee_count=1))
        points = self.env.ref("outbound_prospecting.icp_points").copy({"scope_domain": scope})
        tiers = {tier["code"]: (tier["now"], tier["then"]) for tier in points.get_preview()["tiers"]}
        self.assertEqual(tiers["disqualified"], (1, 0))
        self.assertEqual(sum(then for _now, then in tiers.values()), 1)

    def test_only_managers_preview(self):
        icp = self.icp(live=False)
        rep = new_test_user(self.env, "preview_rep", "outbound_prospecting.group_outbound_user")
        with self.assertRaises(AccessError):
            icp.with_user(rep).get_preview()


@tagged("post_install", "-at_install")
class TestHistory(IcpCase):
    def test_history_reads_like_the_lead(self):
        icp = self.icp()
        icp._score_leads(lead := self.lead(employee_count=20))
        lead.employee_count = 200
        icp._score_leads(lead)
        lead.employee_count = 1
        icp._score_leads(lead)
        self.assertEqual(
            lead.outbound_event_ids.mapped("summary"),
            ["Disqualified, was Tier 1", "Tier changed: Tier 2 → Tier 1", "Tier changed: Tier 2", "Stage: New Lead"],
        )

    def test_others_read_their_leads_as_before(self):
        salesman = new_test_user(self.env, "plain_salesman", "sales_team.group_sale_salesman")
        lead = self.lead(user_id=salesman.id)
        self.assertNotIn("outbound_event_ids", lead.with_user(salesman).read()[0])


@tagged("post_install", "-at_install")
class TestAutomationList(IcpCase):
    def test_all_automation_of_the_product_is_listed(self):
        rows = {row.name: row for row in self.env["outbound.automation"].search([])}
        daily = rows["Outbound: score prospects"]
        self.assertEqual(daily.kind, "schedule")
        self.assertIn("07:00", daily.when)
        self.assertEqual(daily.action_open()["res_model"], "ir.cron")
        self.assertEqual(rows["Outbound: score a new prospect"].action_open()["res_model"], "base.automation")
        self.assertEqual(rows["Score now"].kind, "manual")
        self.assertFalse(
            [row for row in rows.values() if row.cron_id == self.env.ref("mail.ir_cron_mail_scheduler_action")]
        )

    def test_rules_that_an_admin_adds_on_events_are_listed_and_off_ones_stay(self):
        rule = self.env["base.automation"].create(
            {
                "name": "Tell me",
                "model_id": self.env["ir.model"]._get_id("outbound.event"),
                "trigger": "on_create",
                "active": False,
            }
        )
        rows = self.env["outbound.automation"].with_context(active_test=False)
        self.assertFalse(rows.search([("rule_id", "=", rule.id)]).active)

    def test_schedules_in_words(self):
        cron = self.env.ref("outbound_prospecting.ir_cron_outbound_score_leads")
        cron.write({"local_time": "14:00", "local_weekdays": "1,4", "local_tz": "Europe/Berlin"})
        self.assertEqual(cron._describe_schedule(), "Mon, Thu at 14:00, Europe/Berlin")
        cron.write({"local_time": False, "interval_number": 1, "interval_type": "hours"})
        self.assertEqual(cron._describe_schedule(), "Every hour")
