"""Probabilities are fixed by stage for outbound teams; the prediction stands beside them."""

from psycopg2 import IntegrityError

from odoo.exceptions import ValidationError
from odoo.tests import Form
from odoo.tools import mute_logger

from tests.odoo.pipeline.common import STAGES, PipelineCase


class TestProbability(PipelineCase):
    def test_each_stage_gives_its_probability(self):
        prospect = self.prospect(expected_revenue=1000)
        for name, probability in STAGES[:6]:
            prospect.stage_id = self.stage[name]
            self.assertEqual((prospect.probability, prospect.prorated_revenue), (probability, 10 * probability))
            self.assertTrue(prospect.has_fixed_probability)

    def test_no_write_replaces_a_fixed_probability(self):
        prospect, deal = self.prospect("Engaged", probability=80), self.deal()
        self.assertOpen(prospect, "Engaged")
        (prospect | deal).write({"probability": 42})
        self.assertEqual((prospect.probability, deal.probability), (25, 42))
        prospect.action_set_automated_probability()
        self.assertOpen(prospect, "Engaged")

    def test_a_fixed_probability_edited_by_an_admin_reaches_its_prospects(self):
        prospect, lost = self.prospect("Engaged", expected_revenue=1000), self.prospect("Engaged")
        lost.action_set_lost()
        self.stage["Engaged"].fixed_probability = 30
        self.assertEqual((prospect.probability, prospect.prorated_revenue), (30, 300))
        self.assertLost(lost, "Engaged")

    def test_a_shared_stage_fixes_nothing_for_other_teams(self):
        self.stage["Engaged"].team_ids += self.sales
        deal = self.deal(stage_id=self.stage["Engaged"].id)
        self.assertEqual(deal.probability, deal.automated_probability)
        self.assertFalse(deal.has_fixed_probability)

    def test_archiving_and_unarchiving_without_losing(self):
        prospect = self.prospect("Engaged")
        prospect.action_archive()
        self.assertEqual((prospect.stage_id, prospect.won_status), (self.stage["Engaged"], "pending"))
        prospect.action_unarchive()
        self.assertOpen(prospect, "Engaged")

    def test_form_shows_a_fixed_probability_read_only_and_offers_own_stages_alone(self):
        form = Form(self.prospect("Engaged"))
        self.assertTrue(form._get_modifier("probability", "readonly"))
        form = Form(self.deal())
        self.assertFalse(form._get_modifier("probability", "readonly"))

    def test_impossible_stages_are_refused(self):
        with mute_logger("odoo.sql_db"), self.assertRaises(IntegrityError), self.env.cr.savepoint():
            self.stage["Engaged"].fixed_probability = 130
        with mute_logger("odoo.sql_db"), self.assertRaises(IntegrityError), self.env.cr.savepoint():
            self.stage["Closed Lost"].is_won = True
        with self.assertRaisesRegex(ValidationError, "board of every team"):
            self.stage["Engaged"].team_ids = False
        with self.assertRaisesRegex(ValidationError, "neither won nor lost"):
            (self.own_stages - self.stage["Closed Won"] - self.stage["Closed Lost"]).unlink()
