"""The board of an outbound team shows its own stages, and nobody else's board shows them."""

from ast import literal_eval

from odoo.exceptions import ValidationError

from tests.odoo.pipeline.common import STAGES, PipelineCase


class TestBoard(PipelineCase):
    def columns(self, context, domain, user=None):
        """The columns as the kanban view asks for them."""
        Lead = self.env["crm.lead"].with_user(user or self.rep).with_context(read_group_expand=True, **context)
        specification = {"id": {}, "display_name": {}, "active": {}}
        groups = Lead.web_read_group(
            domain,
            ["stage_id"],
            ["expected_revenue:sum"],
            auto_unfold=True,
            unfold_read_specification=specification,
            unfold_read_default_limit=40,
        )
        return [(group["stage_id"][1], group["__count"]) for group in groups["groups"]]

    def outbound_action(self, user=None):
        action = self.env.ref("outbound_prospecting.outbound_pipeline_action").sudo()
        user = user or self.rep
        return literal_eval(action.context.replace("uid", str(user.id))), literal_eval(action.domain)

    def test_installed_stages(self):
        found = self.env["crm.stage"].search([("team_ids", "in", self.outbound.ids)])
        self.assertEqual([(stage.name, stage.fixed_probability) for stage in found], STAGES)
        self.assertEqual(found.mapped("sequence"), [10, 15, 20, 25, 30, 35, 40, 45])
        self.assertEqual(found.filtered("is_won"), self.stage["Closed Won"])
        self.assertEqual(found.filtered("is_lost"), self.stage["Closed Lost"])
        self.assertTrue(all(found.mapped("requirements")))
        self.assertGreaterEqual(min(found.mapped("sequence")), self.shared_new.sequence)

    def test_empty_board_has_exactly_the_eight_columns(self):
        self.assertEqual(self.columns(*self.outbound_action()), [(name, 0) for name, _ in STAGES])

    def test_board_by_default_team_has_exactly_the_eight_columns(self):
        domain = [("team_id", "=", self.outbound.id)]
        self.assertEqual(
            [name for name, _ in self.columns({"default_team_id": self.outbound.id}, domain)],
            [name for name, _ in STAGES],
        )

    def test_lost_prospects_are_in_their_column_and_archived_ones_are_not(self):
        self.prospect("Contacted")
        self.prospect("Contacted").action_set_lost()
        self.prospect("Engaged").action_archive()
        self.deal()
        columns = dict(self.columns(*self.outbound_action()))
        self.assertEqual(columns, {**{name: 0 for name, _ in STAGES}, "Contacted": 1, "Closed Lost": 1})

    def test_boards_of_others_never_show_our_stages(self):
        self.prospect("Contacted")
        names = [
            name for name, _ in self.columns({"default_team_id": self.sales.id}, [("team_id", "=", self.sales.id)])
        ]
        shared = self.env["crm.stage"].search([("team_ids", "=", False)])
        self.assertEqual(names, shared.mapped("name"))

    def test_board_of_others_is_read_with_odoos_own_queries(self):
        Lead = self.env["crm.lead"].with_context(default_team_id=self.sales.id)
        Lead._read_group_stage_ids(self.env["crm.stage"], [])
        with self.assertQueryCount(1):
            Lead._read_group_stage_ids(self.env["crm.stage"], [])

    def test_my_pipeline_of_a_member_of_both_teams_shows_both(self):
        (self.sales | self.outbound).member_ids = [(4, self.rep.id)]
        names = [name for name, _ in self.columns({"show_user_team_stages": True}, [("user_id", "=", self.rep.id)])]
        self.assertLessEqual({name for name, _ in STAGES} | {self.shared_new.name}, set(names))

    def test_a_column_that_holds_leads_never_disappears(self):
        prospect = self.prospect()
        self.env.cr.execute("UPDATE crm_lead SET stage_id = %s WHERE id = %s", [self.shared_new.id, prospect.id])
        self.env.invalidate_all()
        columns = dict(self.columns(*self.outbound_action()))
        self.assertEqual(columns[self.shared_new.name], 1)
        self.assertEqual(len(columns), 9)

    def test_new_prospects_enter_at_the_first_own_stage(self):
        lead = self.env["crm.lead"].create({"name": "x", "team_id": self.outbound.id})
        self.assertOpen(lead, "New Lead")
        self.assertEqual(self.deal().stage_id, self.shared_new)
        self.assertEqual(self.env["crm.lead"]._stage_find(team_id=self.outbound.id), self.stage["New Lead"])
        self.assertEqual(self.env["crm.lead"]._stage_find(team_id=self.sales.id), self.shared_new)

    def test_a_lead_that_changes_team_gets_a_stage_of_the_new_team(self):
        deal = self.deal(stage_id=self.shared_proposition.id)
        deal.team_id = self.outbound
        self.assertOpen(deal, "New Lead")
        deal.team_id = self.sales
        self.assertEqual(deal.stage_id, self.shared_new)
        deal.team_id = self.outbound
        deal.team_id = False
        self.assertEqual(deal.stage_id, self.shared_new)

    def test_a_won_lead_that_changes_team_stays_won(self):
        deal = self.deal()
        deal.action_set_won()
        deal.team_id = self.outbound
        self.assertEqual((deal.stage_id, deal.won_status), (self.stage["Closed Won"], "won"))
        deal.team_id = self.sales
        self.assertEqual((deal.stage_id, deal.won_status), (self.shared_won, "won"))

    def test_a_lost_lead_that_changes_team_stays_lost(self):
        deal = self.deal(stage_id=self.shared_proposition.id)
        deal.action_set_lost()
        deal.team_id = self.outbound
        self.assertLost(deal, "New Lead")
        deal.team_id = self.sales
        self.assertEqual((deal.stage_id, deal.won_status), (self.shared_new, "lost"))
        self.assertFalse(deal.lost_from_stage_id)

    def test_an_owner_from_another_team_does_not_take_the_prospect_away(self):
        self.sales.member_ids = [(4, self.rep.id)]
        prospect, deal = self.prospect("Engaged"), self.deal(team_id=self.env["crm.team"].create({"name": "Other"}).id)
        (prospect | deal).user_id = self.rep
        self.assertEqual(prospect.team_id, self.outbound)
        self.assertOpen(prospect, "Engaged")
        self.assertEqual(deal.team_id, self.sales)

    def test_a_stage_of_another_team_is_refused_with_the_stages_to_choose_from(self):
        prospect = self.prospect()
        with self.assertRaisesRegex(ValidationError, "Contacted"):
            prospect.stage_id = self.shared_qualified
        with self.assertRaisesRegex(ValidationError, "not a stage of the team Outbound Prospecting"):
            self.prospect(stage_id=self.shared_qualified.id)

    def test_won_button_takes_our_won_stage(self):
        prospect, deal = self.prospect("Engaged"), self.deal()
        (prospect | deal).action_set_won()
        self.assertEqual((prospect.stage_id, prospect.probability), (self.stage["Closed Won"], 100))
        self.assertEqual(deal.stage_id, self.shared_won)

    def test_a_column_added_on_the_board_belongs_to_the_team_alone(self):
        context, domain = self.outbound_action(self.manager)
        Stage = self.env["crm.stage"].with_user(self.manager)
        added = Stage.browse(Stage.with_context(**context).name_create("Security Review")[0])
        self.assertEqual(added.team_ids, self.outbound)
        self.assertEqual((added.use_fixed_probability, added.fixed_probability), (True, 75))
        self.assertIn(("Security Review", 0), self.columns(context, domain, self.manager))
        shared = Stage.browse(Stage.with_context(default_team_id=self.sales.id).name_create("Shared")[0])
        self.assertFalse(shared.team_ids)

    def test_columns_put_in_another_order_stay_above_odoos_first_stage(self):
        stages = list(self.own_stages)
        reordered = self.env["crm.stage"].browse([stage.id for stage in [stages[1], stages[0], *stages[2:]]])
        reordered.web_resequence({"sequence": {}})
        self.assertEqual([name for name, _ in self.columns(*self.outbound_action())], reordered.mapped("name"))
        self.assertGreater(min(reordered.mapped("sequence")), self.shared_new.sequence)
        shared = self.env["crm.stage"].search([("team_ids", "=", False)])
        shared.web_resequence({"sequence": {}})
        self.assertEqual(shared[0].sequence, 0, "other boards follow Odoo")
