"""Odoo's predictive lead scoring (PLS): other teams' numbers do not notice us, and ours stay meaningful."""

from tests.odoo.pipeline.common import PipelineCase


class TestStatistics(PipelineCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        parameters = cls.env["ir.config_parameter"]
        parameters.set_param("crm.pls_start_date", "2000-01-01")
        parameters.set_param("crm.pls_fields", "country_id,source_id")
        cls.us, cls.be = cls.env.ref("base.us"), cls.env.ref("base.be")

    def history(self):
        """Closed deals of the ordinary team, more won in the US than in Belgium."""
        for country, won, lost in ((self.us, 3, 1), (self.be, 1, 3)):
            deals = self.env["crm.lead"].concat(
                *(self.deal(country_id=country.id, stage_id=self.shared_qualified.id) for _unused in range(won + lost))
            )
            deals[:won].action_set_won()
            deals[won:].action_set_lost()

    def frequencies(self, team):
        """What Odoo learnt from a team, without the rows of our stages, which it makes for everyone's won leads."""
        self.env.flush_all()
        rows = self.env["crm.lead.scoring.frequency"].search([("team_id", "=", team.id)])
        ours = {str(stage.id) for stage in self.own_stages}
        return {
            (row.variable, row.value): (row.won_count, row.lost_count)
            for row in rows
            if not (row.variable == "stage_id" and row.value in ours)
        }

    def rebuild(self):
        self.env["crm.lead"]._cron_update_automated_probabilities()

    def test_other_teams_predictions_are_the_same_with_and_without_us(self):
        self.history()
        us, be = self.deal(country_id=self.us.id), self.deal(country_id=self.be.id)
        teamless = self.deal(team_id=False, country_id=self.us.id)
        young_team = self.env["crm.team"].create({"name": "Young"})
        young = self.deal(team_id=young_team.id, country_id=self.be.id)
        others = us | be | teamless | young
        self.rebuild()
        numbers, learnt = others.mapped("automated_probability"), self.frequencies(self.sales)
        self.assertEqual(len(set(numbers)), 2, "predictions must differ by country for this test to mean anything")

        prospects = self.env["crm.lead"].create(
            [{"name": "p", "team_id": self.outbound.id, "country_id": self.us.id} for _unused in range(30)]
        )
        prospects[:10].stage_id = self.stage["Engaged"]
        prospects[:25].action_set_lost()
        prospects[25:28].action_set_won()
        prospects[:3].action_restore()
        for rebuild in (False, True):
            if rebuild:
                self.rebuild()
            others._compute_probabilities()
            self.assertEqual(others.mapped("automated_probability"), numbers)
            self.assertEqual(self.frequencies(self.sales), learnt)
        tooltip = teamless.prepare_pls_tooltip_data()
        self.assertEqual(tooltip["probability"], teamless.automated_probability)

    def test_lost_prospects_count_for_the_stage_they_were_lost_from(self):
        for stage, won, lost in (("New Lead", 0, 12), ("Engaged", 0, 5), ("Negotiation", 4, 1)):
            for number in range(won + lost):
                prospect = self.prospect(stage)
                prospect.action_set_won() if number < won else prospect.action_set_lost()
        learnt = self.frequencies_of_own_stages()
        self.assertEqual(learnt["New Lead"], (4, 18))
        self.assertEqual(learnt["Engaged"], (4, 6))
        self.assertEqual(learnt["Negotiation"], (4, 1))
        open_prospects = [self.prospect(stage) for stage in ("New Lead", "Engaged", "Negotiation")]
        self.rebuild()
        self.assertEqual(self.frequencies_of_own_stages(), learnt, "live increments and a rebuild must agree")
        early, middle, late = (prospect.automated_probability for prospect in open_prospects)
        self.assertLess(early, middle)
        self.assertLess(middle, late)
        self.assertEqual([prospect.probability for prospect in open_prospects], [5, 25, 75])

    def frequencies_of_own_stages(self):
        self.env.flush_all()
        rows = self.env["crm.lead.scoring.frequency"].search(
            [("team_id", "=", self.outbound.id), ("variable", "=", "stage_id")]
        )
        counts = {row.value: (int(row.won_count), int(row.lost_count)) for row in rows}
        return {name: counts.get(str(stage.id)) for name, stage in self.stage.items()}

    def test_leaving_closed_lost_takes_back_exactly_what_losing_counted(self):
        self.prospect("Negotiation").action_set_lost()
        self.prospect("Engaged").action_set_won()
        learnt = self.frequencies_of_own_stages()
        prospect = self.prospect("Proposal Sent")
        prospect.action_set_lost()
        self.assertNotEqual(self.frequencies_of_own_stages(), learnt)
        prospect.stage_id = self.stage["New Lead"]
        self.assertEqual(self.frequencies_of_own_stages(), learnt)

    def test_the_nightly_update_keeps_fixed_probabilities_and_revenue(self):
        for country, won, lost in ((self.us, 3, 2), (self.be, 1, 4)):
            for number in range(won + lost):
                closed = self.prospect("Engaged", country_id=country.id)
                closed.action_set_won() if number < won else closed.action_set_lost()
        prospect = self.prospect("Engaged", country_id=self.us.id, expected_revenue=1000)
        self.env.flush_all()
        # Odoo takes equal numbers for an automated probability.
        self.env.cr.execute("UPDATE crm_lead SET automated_probability = probability WHERE id = %s", [prospect.id])
        self.env.invalidate_all()
        self.rebuild()
        self.assertNotEqual(prospect.automated_probability, 25)
        self.assertEqual((prospect.probability, prospect.prorated_revenue), (25, 250))
        self.env.cr.execute("SELECT probability FROM crm_lead WHERE id = %s", [prospect.id])
        self.assertEqual(self.env.cr.fetchone(), (25,))

    def test_the_tooltip_does_not_overwrite_a_fixed_probability(self):
        for number in range(6):
            closed = self.prospect("Engaged", country_id=self.us.id)
            closed.action_set_won() if number < 2 else closed.action_set_lost()
        prospect = self.prospect("Engaged", country_id=self.us.id)
        prospect.automated_probability = 25
        prospect.prepare_pls_tooltip_data()
        self.assertNotEqual(prospect.automated_probability, 25)
        self.assertEqual(prospect.probability, 25)

    def test_a_lost_prospect_is_predicted_for_where_it_was(self):
        for number in range(8):
            closed = self.prospect("Negotiation" if number < 3 else "New Lead", country_id=self.us.id)
            closed.action_set_won() if number < 3 else closed.action_set_lost()
        open_one, lost = self.prospect("New Lead", country_id=self.us.id), self.prospect("New Lead")
        lost.action_set_lost()
        lost.country_id = self.us
        self.assertEqual(lost.won_status, "lost")
        open_one._compute_probabilities()
        self.assertEqual(
            lost._pls_get_lead_pls_values()[lost.id]["values"],
            open_one._pls_get_lead_pls_values()[open_one.id]["values"],
        )
