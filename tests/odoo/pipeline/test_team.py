"""Outbound teams of other companies, own stages, access of plain salespeople, owners of new prospects."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form

from odoo.addons.mail.tests.common import mail_new_test_user

from tests.odoo.pipeline.common import STAGES, PipelineCase


class TestTeam(PipelineCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.company = cls.env["res.company"].create({"name": "Second Company"})
        cls.boss = mail_new_test_user(
            cls.env,
            "pipe_boss",
            groups="sales_team.group_sale_manager",
            company_id=cls.company.id,
            company_ids=[(6, 0, cls.company.ids)],
        )

    def second_team(self):
        Team = self.env["crm.team"].with_user(self.boss).with_company(self.company)
        form = Form(Team.with_context(default_company_id=self.company.id))
        form.name, form.is_outbound = "Second Outbound", True
        return form.save()

    def columns(self, user):
        context = {"read_group_expand": True, "outbound_pipeline": True, "allowed_company_ids": user.company_id.ids}
        Lead = self.env["crm.lead"].with_user(user).with_context(**context)
        groups = Lead.web_read_group([("team_id.is_outbound", "=", True)], ["stage_id"], [])["groups"]
        return [group["stage_id"][0] for group in groups]

    def test_a_second_company_gets_the_same_board(self):
        team = self.second_team()
        self.assertEqual(self.columns(self.boss), self.own_stages.ids)
        lead = (
            self.env["crm.lead"]
            .with_user(self.boss)
            .with_company(self.company)
            .create({"name": "x", "team_id": team.id})
        )
        self.assertEqual((lead.stage_id, lead.probability, lead.company_id), (self.stage["New Lead"], 5, self.company))
        lead.action_set_lost()
        self.assertLost(lead.sudo(), "New Lead")
        lead.action_restore()
        self.assertOpen(lead.sudo(), "New Lead")

    def test_companies_share_the_installed_team_but_not_its_prospects(self):
        Lead = self.env["crm.lead"]
        ours, theirs = (
            Lead.with_company(company).create({"name": company.name, "team_id": self.outbound.id})
            for company in (self.env.company, self.company)
        )
        self.assertEqual((ours.company_id, theirs.company_id), (self.env.company, self.company))
        ours.user_id = self.rep
        ours.user_id = False
        self.assertEqual(ours.company_id, self.env.company)
        self.assertEqual(Lead.with_user(self.boss).search([("team_id", "=", self.outbound.id)]), theirs)
        self.assertFalse(self.deal().company_id, "other teams follow Odoo")
        self.assertEqual(self.columns(self.boss), self.own_stages.ids)

    def test_own_copies_of_the_stages(self):
        team = self.second_team()
        open_one, lost = (
            self.env["crm.lead"].create({"name": name, "team_id": team.id, "stage_id": self.stage["Engaged"].id})
            for name in ("open", "lost")
        )
        lost.action_set_lost()
        ours = self.prospect("Engaged")
        self.assertTrue(team.has_shared_stages)
        team.with_user(self.boss).action_separate_stages()
        copies = self.env["crm.stage"].search([("team_ids", "in", team.ids)])
        self.assertEqual([(stage.name, stage.fixed_probability) for stage in copies], STAGES)
        self.assertFalse(copies & self.own_stages)
        self.assertEqual(self.columns(self.boss), copies.ids)
        self.assertEqual(open_one.stage_id, copies[2])
        self.assertEqual((lost.stage_id, lost.lost_from_stage_id), (copies[7], copies[2]))
        self.assertEqual(ours.stage_id, self.stage["Engaged"])
        self.assertFalse(team.has_shared_stages)
        copies[2].fixed_probability = 33
        self.assertEqual((open_one.probability, ours.probability), (33, 25))
        lost.action_restore()
        self.assertEqual((lost.stage_id, lost.probability), (copies[2], 33))
        with self.assertRaises(UserError):
            team.action_separate_stages()

    def test_a_team_with_leads_that_becomes_outbound(self):
        deal, won, lost = (self.deal(stage_id=self.shared_proposition.id) for _unused in range(3))
        won.action_set_won()
        lost.action_set_lost()
        self.sales.is_outbound = True
        self.assertOpen(deal, "New Lead")
        self.assertEqual((won.won_status, won.stage_id), ("won", self.stage["Closed Won"]))
        self.assertLost(lost, "New Lead")

    def test_a_plain_salesperson_works_on_the_board_but_does_not_configure_it(self):
        Lead = self.env["crm.lead"].with_user(self.rep)
        mine = Lead.create({"name": "mine", "team_id": self.outbound.id, "user_id": self.rep.id})
        mine.stage_id = self.stage["Engaged"]
        mine.action_set_lost(lost_reason_id=self.env.ref("outbound_prospecting.crm_lost_reason_not_a_fit").id)
        mine.action_restore()
        self.assertOpen(mine, "Engaged")
        mine.action_set_won()
        self.assertEqual(mine.won_status, "won")
        with self.assertRaises(AccessError):
            self.stage["Engaged"].with_user(self.rep).fixed_probability = 1
        with self.assertRaises(AccessError):
            self.outbound.with_user(self.rep).action_separate_stages()
        theirs = self.prospect(user_id=self.manager.id)
        with self.assertRaises(AccessError):
            theirs.with_user(self.rep).stage_id = self.stage["Engaged"]

    def test_prospects_by_api_and_import_have_no_owner(self):
        Lead = self.env["crm.lead"].with_user(self.rep)
        self.assertFalse(Lead.create({"name": "api", "team_id": self.outbound.id}).user_id)
        imported = Lead.with_context(import_file=True, outbound_pipeline=True, default_user_id=self.rep.id).load(
            ["name", "team_id/.id"], [["imported", str(self.outbound.id)]]
        )
        self.assertFalse(imported["messages"])
        self.assertFalse(Lead.browse(imported["ids"]).user_id)
        self.assertEqual(Lead.create({"name": "deal", "team_id": self.sales.id}).user_id, self.rep)

    def test_a_prospect_added_on_the_board_is_mine(self):
        context = {"outbound_pipeline": True, "default_user_id": self.rep.id, "default_type": "opportunity"}
        Lead = self.env["crm.lead"].with_user(self.rep).with_context(**context)
        for lead in (Lead.create({"name": "quick"}), Lead.browse(Lead.name_create("quick")[0])):
            self.assertEqual((lead.team_id, lead.user_id), (self.outbound, self.rep))
        self.assertEqual(Lead.default_get(["team_id"])["team_id"], self.outbound.id)

    def test_prospects_are_opportunities_even_where_leads_are_used(self):
        self.rep.group_ids += self.env.ref("crm.group_use_lead")
        Lead = self.env["crm.lead"].with_user(self.rep)
        self.assertEqual(Lead.create({"name": "x", "team_id": self.outbound.id}).type, "opportunity")
        self.assertEqual(Lead.create({"name": "x", "team_id": self.sales.id}).type, "lead")

    def test_odoos_assignment_does_not_pour_strangers_into_the_outbound_team(self):
        (self.outbound | self.sales).member_ids = [(4, self.rep.id)]
        stranger = self.deal(team_id=False)
        self.outbound.with_user(self.manager).action_assign_leads()
        self.assertFalse(stranger.team_id)
        self.sales.with_user(self.manager).action_assign_leads()
        self.assertEqual(stranger.team_id, self.sales)

    def test_nobody_lands_in_the_outbound_team_by_default(self):
        self.assertNotEqual(self.env["crm.team"]._get_default_team_id(user_id=self.rep.id), self.outbound)

    def test_joining_the_outbound_team_keeps_other_memberships(self):
        self.sales.member_ids = [(4, self.rep.id)]
        self.outbound.member_ids = [(4, self.rep.id)]
        self.assertIn(self.rep, self.sales.member_ids)

    def test_other_teams_create_and_move_leads_with_odoos_own_queries(self):
        """Against the same statements where no outbound team exists."""

        def count():
            self.deal().stage_id = self.shared_qualified
            self.env.flush_all()
            before = self.env.cr.sql_log_count
            deals = self.env["crm.lead"].create(
                [{"name": f"d{n}", "team_id": self.sales.id, "user_id": False} for n in range(20)]
            )
            deals.stage_id = self.shared_qualified
            deals.action_set_lost()
            deals.action_restore()
            self.env.flush_all()
            return self.env.cr.sql_log_count - before

        count()  # fills caches and Odoo's table of frequencies
        with_us = count()
        self.env.cr.execute("UPDATE crm_team SET is_outbound = NULL")
        self.env.invalidate_all()
        self.env.registry.clear_cache()
        count()
        self.assertEqual(with_us, count())
