"""Our variable in Odoo's predictive scoring: it counts for prospects, costs other teams nothing, and leaves with us."""

from odoo.addons.outbound_prospecting.hooks import post_init_hook, uninstall_hook

from tests.odoo.pipeline.common import PipelineCase


class TestPredictors(PipelineCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.parameters = cls.env["ir.config_parameter"]
        cls.parameters.set_param("crm.pls_start_date", "2000-01-01")
        cls.us, cls.be = cls.env.ref("base.us"), cls.env.ref("base.be")

    def learn_from(self, *names):
        self.parameters.set_param("crm.pls_fields", ",".join(names))

    def learnt_from(self):
        return self.parameters.get_param("crm.pls_fields")

    def closed(self, make, won, lost, **vals):
        leads = self.env["crm.lead"].concat(*(make(**vals) for _unused in range(won + lost)))
        leads[:won].action_set_won()
        leads[won:].action_set_lost()

    def rebuild(self):
        self.env["crm.lead"]._cron_update_automated_probabilities()

    def test_it_is_registered_where_the_addon_is_installed_and_offered_in_the_settings(self):
        self.assertIn("icp_tier", self.env["crm.lead"]._pls_get_safe_fields())
        offered = self.env["crm.lead.scoring.frequency.field"].search([]).field_id.mapped("name")
        self.assertLessEqual({"icp_tier", "industry_id"}, set(offered))

    def test_installing_adds_to_what_was_chosen_and_uninstalling_takes_only_ours(self):
        self.learn_from("country_id", "source_id")
        for _twice in range(2):
            post_init_hook(self.env)
            self.assertEqual(self.learnt_from(), "country_id,source_id,icp_tier")
        self.closed(self.prospect, 1, 1, icp_tier="tier_1", country_id=self.us.id)
        rows = self.env["crm.lead.scoring.frequency"]
        self.assertTrue(rows.search([("variable", "=", "icp_tier")]))
        for _twice in range(2):
            uninstall_hook(self.env)
            self.assertEqual(self.learnt_from(), "country_id,source_id")
        self.assertFalse(rows.search([("variable", "=", "icp_tier")]))
        self.assertTrue(rows.search([("variable", "=", "country_id")]))

    def test_it_works_where_nothing_was_chosen(self):
        self.learn_from()
        post_init_hook(self.env)
        self.assertEqual(self.learnt_from(), "icp_tier")
        uninstall_hook(self.env)
        self.assertFalse(self.learnt_from())

    def test_the_tier_moves_the_prediction_of_prospects(self):
        self.learn_from("country_id", "icp_tier")
        self.closed(self.prospect, 8, 2, icp_tier="tier_1", country_id=self.us.id)
        self.closed(self.prospect, 2, 8, icp_tier="tier_3", country_id=self.us.id)
        hot, cold, unknown = (
            self.prospect(icp_tier=tier, country_id=self.us.id) for tier in ("tier_1", "tier_3", False)
        )
        self.rebuild()
        (hot | cold | unknown).invalidate_recordset()
        self.assertAlmostEqual(hot.automated_probability, 80, delta=2)
        self.assertAlmostEqual(cold.automated_probability, 20, delta=2)
        self.assertAlmostEqual(unknown.automated_probability, 50, delta=0.5)
        self.assertEqual((hot | cold | unknown).mapped("probability"), [5, 5, 5], "the stage decides, as before")

    def test_scoring_many_prospects_predicts_none_of_them(self):
        """A prediction of each would cost many times the score; Odoo's own pass does it for all together."""
        self.learn_from("icp_tier")
        prospects = self.env["crm.lead"].concat(*(self.prospect(email_from=f"a{n}@example.com") for n in range(3)))
        self.env.flush_all()
        lead_fields = self.env["crm.lead"]._fields
        self.env["outbound.icp"]._find_active(self.env.company)._score_leads(prospects)
        pending = [name for name in ("probability", "automated_probability", "prorated_revenue")
                   if self.env.records_to_compute(lead_fields[name]) & prospects]  # fmt: skip
        self.assertEqual(pending, [])

    def test_predictions_of_other_teams_stay_as_they_were(self):
        self.closed(self.deal, 6, 2, country_id=self.us.id)
        self.closed(self.deal, 2, 6, country_id=self.be.id)
        self.closed(self.prospect, 1, 9, icp_tier="tier_1", country_id=self.us.id)
        deals = self.deal(country_id=self.us.id) | self.deal(country_id=self.be.id)
        deals |= self.deal(team_id=False, country_id=self.us.id)
        predicted = []
        for names in (["country_id"], ["country_id", "icp_tier"]):
            self.learn_from(*names)
            self.rebuild()
            deals.invalidate_recordset()
            predicted.append(deals.mapped("automated_probability"))
        self.assertEqual(*predicted)
        self.assertEqual(len(set(predicted[0][:2])), 2, "they must differ by country for this test to mean anything")
        # One that was a prospect before: the other team has learnt nothing of tiers, so its tier says nothing.
        moved = self.deal(country_id=self.us.id, icp_tier="tier_1")
        self.rebuild()
        moved.invalidate_recordset()
        self.assertEqual(moved.automated_probability, predicted[1][0])
