"""Every page of the room opens for whoever may see it, with all that it shows."""

from lxml import etree

from odoo.tests import tagged

from .common import RoutingCase

PAGES = {
    "outbound_handoff_action": "rep",
    "outbound_handoff_report_action": "rep",
    "outbound_handoff_reason_action": "admin",
    "outbound_routing_policy_action": "admin",
    "outbound_answer_action": "manager",
    "outbound_alert_rule_action": "admin",
    "outbound_alert_action": "admin",
}


@tagged("post_install", "-at_install")
class TestPages(RoutingCase):
    def read_page(self, user, model, kind, records=None):
        """What the web client reads for a page: its fields, as `user`."""
        views = self.env[model].with_user(user).get_views([(False, kind)])
        arch = etree.fromstring(views["views"][kind]["arch"])
        own = [node for node in arch.iter("field") if not any(up.tag == "field" for up in node.iterancestors())]
        names = {node.get("name") for node in own}
        records = records if records is not None else self.env[model].search([], limit=20)
        return records.with_user(user).read(list(names))

    def test_every_page_opens(self):
        lead = self.lead()
        lead._hand_over("interest", "Yes.")
        admin = self.user("root", "admin")
        users = {"rep": lead.user_id, "manager": self.manager, "admin": admin}
        self.env.ref("outbound_prospecting.alert_rule_assigned").active = True
        for xmlid, who in PAGES.items():
            action = self.env.ref(f"outbound_prospecting.{xmlid}")
            for kind in action.view_mode.split(","):
                if kind in ("list", "form", "kanban"):
                    records = self.env[action.res_model].with_user(users[who]).search([])
                    rows = self.read_page(users[who], action.res_model, kind, records)
                    self.assertTrue(rows or action.res_model == "outbound.alert", (xmlid, kind))

    def test_the_prospects_page_for_its_rep(self):
        lead = self.lead()
        handoff = lead._hand_over("interest", "Yes.")
        (row,) = self.read_page(lead.user_id, "crm.lead", "form", lead)
        self.assertEqual(row["handoff_id"][0], handoff.id)
        # The page asks for it when it is opened.
        self.assertIn("of 100", lead.with_user(lead.user_id).read(["routing_explanation"])[0]["routing_explanation"])
        salesman = self.env["res.users"].create(
            {
                "name": "Sam Sales",
                "login": "routing-sam",
                "group_ids": [(6, 0, [self.env.ref("sales_team.group_sale_salesman_all_leads").id])],
            }
        )
        (row,) = self.read_page(salesman, "crm.lead", "form", lead)
        self.assertNotIn("handoff_id", row, "salespeople without our role see Odoo's page")
        lead.with_user(salesman).write({"user_id": self.manager.id})
        self.assertEqual(handoff.state, "passed_on")

    def test_the_member_page_and_the_stage_page(self):
        (row,) = self.read_page(self.env.ref("base.user_admin"), "crm.team.member", "form", self.member_ada)
        self.assertTrue(row["is_outbound"])
        stage = self.env.ref("outbound_prospecting.crm_stage_meeting_booked")
        (row,) = self.read_page(self.env.ref("base.user_admin"), "crm.stage", "form", stage)
        self.assertIn("is_meeting_stage", row)

    def test_buttons_on_the_prospect(self):
        lead = self.lead()
        handoff = lead._hand_over("interest", "Yes.")
        mine = lead.with_user(lead.user_id)
        self.assertEqual(mine.action_reject_handoff()["res_model"], "outbound.handoff.decision")
        self.assertEqual(mine.action_pass_on_handoff()["context"]["default_kind"], "pass_on")
        mine.action_acknowledge_handoff()
        self.assertEqual(handoff.state, "acknowledged")
        mine.action_accept_handoff()
        self.assertEqual(handoff.state, "accepted")
        self.assertEqual(handoff.with_user(self.manager).action_open_lead()["res_id"], lead.id)
        self.assertEqual(mine.action_hand_over()["context"]["default_lead_ids"], lead.ids)

    def test_the_menu(self):
        menu = self.env.ref("outbound_prospecting.outbound_reply_menu")
        self.assertEqual(menu.child_id.mapped("name"), ["Inbox", "Hand-Offs", "Answer Times"])
