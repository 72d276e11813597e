"""The evaluation of predicted conversion learns from the closed leads alone, through Odoo's own engine."""

import sys

from tests.bare_package import ROOT
from tests.odoo.pipeline.common import PipelineCase

sys.path.insert(0, str(ROOT / "scripts"))

from lib.evaluations.outcomes import LONG, SHORT, VARIABLES, predict


class TestOutcomes(PipelineCase):
    def facts(self, number, note, function, won, *, test=False):
        return {
            "key": f"lead {number}", "test": test, "won": won, "source": "Fair", "medium": None, "country": "India",
            "maharashtra": False, "industry": None, "function": function, "note": note,
        }  # fmt: skip

    def test_the_tier_separates_what_odoos_own_variables_cannot(self):
        self.env["ir.config_parameter"].set_param("crm.pls_start_date", "2000-01-01")
        leads = [self.facts(i, LONG, "Working Professional", i % 5 > 0) for i in range(20)]
        leads += [self.facts(i, SHORT, None, i % 5 == 0) for i in range(20, 40)]
        held_out = [(LONG, "Working Professional"), (SHORT, None)]
        leads += [
            self.facts(40 + i, *facts, won, test=True) for i, facts in enumerate(held_out) for won in (True, False)
        ]
        found = predict(self.env, {"leads": leads})
        self.assertEqual(set(found["predictions"]), set(VARIABLES))
        self.assertEqual(found["tiers"], {"tier_1": 2, "disqualified": 2})
        plain, ours = found["predictions"]["odoo"], found["predictions"]["odoo_and_tier"]
        self.assertEqual(len(set(plain)), 1)
        # A held-out lead's own outcome changes nothing: pairs of won and lost are predicted alike.
        self.assertEqual((ours[0], ours[2]), (ours[1], ours[3]))
        self.assertAlmostEqual(ours[0], 0.8, delta=0.02)
        self.assertAlmostEqual(ours[2], 0.2, delta=0.02)
