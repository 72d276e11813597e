"""Expected results before a pilot: what the page says is what the pure forecast says of the prospects at hand."""

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import Form, tagged

from odoo.addons.outbound_prospecting.domain.simulation import POSITIVE, expected
from odoo.addons.outbound_prospecting.models.replies.reply import LABELS, WARM

from tests.odoo.insight.common import PilotCase

RESULT = {
    "profile": "typical", "leads": 50, "days": 30, "seed": 1, "contacted": 48, "mails": 230, "answered": 6,
    "positives": 2, "meetings": 1, "opt_outs": 1, "bounces": {"recipient": 2, "transient": 1}, "seconds": 40.5,
    "violations": {"after_stop": 0, "double": 0},
}  # fmt: skip


@tagged("post_install", "-at_install")
class TestSimulation(PilotCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.profile = cls.env.ref("outbound_prospecting.simulation_profile_typical")

    def wizard(self, **values):
        return self.env["outbound.expectation"].create({"leads": 50, "days": 30, **values})

    def test_installed_behaviours_are_what_their_sources_say(self):
        """The shares of people contacted that their notes name, for a batch of both tiers."""
        ranges = {
            "typical": ((0.08, 0.15), (0.03, 0.05), (0.02, 0.05)),
            "optimistic": ((0.15, 0.25), (0.08, 0.12), (0.05, 0.1)),
        }
        for code, (replies, positives, meetings) in ranges.items():
            profile = self.env["outbound.simulation.profile"].search([("code", "=", code)])
            found = expected(profile._to_behaviour(), {"tier_1": 25, "tier_2": 25})
            for (low, high), figure in (
                (replies, found.replies),
                (positives, found.positives),
                (meetings, found.meetings),
            ):
                self.assertTrue(low <= figure.mean / 50 <= high, f"{code}: {figure.mean / 50}")

    def test_classes_of_simulated_answers_are_those_of_the_product(self):
        labels = dict(LABELS)
        for profile in self.env["outbound.simulation.profile"].search([]):
            self.assertFalse([code for code, _weight in profile._to_behaviour().classes if code not in labels])
        self.assertEqual(POSITIVE, WARM, "what a pilot counts as positive is what the forecast does")

    def test_rows_are_the_forecast_beside_the_targets(self):
        wizard = self.wizard(profile_id=self.profile.id)
        forecast = expected(self.profile._to_behaviour(), wizard._get_people())
        rows = {row["name"]: row for row in wizard._get_rows()}
        replies = rows["Reply rate"]
        interval = forecast.replies.interval
        self.assertEqual(replies["people"], f"{interval.low} to {interval.high} of 50")
        self.assertEqual(replies["target"], "at least 15 %")
        self.assertEqual(replies["chance"], f"{100 * forecast.replies.at_least(7.5):.0f} %")
        self.assertEqual(rows["Bounces"]["target"], "at most 3 %")
        self.assertEqual(rows["Bounces"]["chance"], f"{100 * (1 - forecast.bounces.at_least(2)):.0f} %")
        self.assertIn(replies["people"], wizard.preview)

    def test_prospects_are_shared_out_as_the_pilots_are(self):
        best = self.people(3)
        best.write({"icp_tier": "tier_1"})
        good = self.people(1, start=10)
        good.write({"icp_tier": "tier_2"})
        pilot = self.pilot(best, good, batch_size=40, days=20, holdout_share=10)
        wizard = self.env["outbound.expectation"].with_context(default_pilot_id=pilot.id).create({})
        self.assertEqual((wizard.leads, wizard.days), (40, 20))
        self.assertEqual(wizard._get_people(), {"tier_1": 27, "tier_2": 9})
        self.assertEqual(wizard._forecast().contacted, 36, "those held out are not written to")

    def test_the_page_follows_what_is_entered(self):
        form = Form(self.env["outbound.expectation"].with_user(self.manager))
        before = form.preview
        form.leads = 500
        self.assertIn("of 500", form.preview)
        form.leads = 0
        self.assertIn("Enter how many", form.preview)
        form.leads = 50
        self.assertEqual(form.preview, before)

    def test_the_last_full_simulation_stands_beside(self):
        wizard = self.wizard(profile_id=self.profile.id)
        self.assertFalse(wizard.simulation_id)
        self.env["outbound.simulation"]._store({**RESULT, "answered": 9})
        self.env["outbound.simulation"]._store(RESULT)
        self.env["outbound.simulation"]._store({**RESULT, "profile": "careful", "answered": 1})
        wizard = self.wizard(profile_id=self.profile.id)
        rows = {row["name"]: row["simulated"] for row in wizard._get_rows()}
        self.assertEqual(rows["Reply rate"], "6 of 48")
        self.assertEqual(rows["Bounces"], "2 of 48")
        self.assertEqual(wizard.action_open_simulation()["res_id"], wizard.simulation_id.id)

    def test_violations_of_a_simulation_are_added_up(self):
        stored = self.env["outbound.simulation"]._store({**RESULT, "violations": {"double": 2, "over_cap": 1}})
        self.assertEqual(stored.violations, 3)

    def test_impossible_rates_are_refused(self):
        with self.assertRaises(ValidationError):
            self.profile.meeting_share = 1.5
        with self.assertRaises(ValidationError):
            self.profile.write({"positive_share": 0.6, "negative_share": 0.6})

    def test_only_administrators_change_rates_and_results(self):
        with self.assertRaises(AccessError):
            self.profile.with_user(self.manager).meeting_share = 0.5
        stored = self.env["outbound.simulation"]._store(RESULT)
        with self.assertRaises(AccessError):
            stored.with_user(self.manager).contacted = 50
        self.assertEqual(stored.with_user(self.rep).contacted, 48)
