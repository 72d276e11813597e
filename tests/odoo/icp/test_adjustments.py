from psycopg2 import IntegrityError

from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import IcpCase


@tagged("post_install", "-at_install")
class TestAdjustments(IcpCase):
    def adjust(self, lead, delta, name="company_size_fit"):
        return self.env["outbound.icp.adjustment"].create(
            {
                "lead_id": lead.id,
                "field_name": name,
                "delta": delta,
                "reason": "They hire",
                "quote": "We hire 40 people",
            }
        )

    def test_a_rating_is_moved_and_says_why(self):
        icp = self.icp(assess=True)
        lead = self.lead(employee_count=30)
        icp._score_leads(lead)
        self.assertEqual((lead.icp_score, lead.company_size_fit, lead.icp_tier), (3.8, 2, "tier_2"))
        self.adjust(lead, 1)
        icp._score_leads(lead)
        self.assertEqual((lead.icp_score, lead.company_size_fit, lead.icp_tier), (4.2, 3, "tier_1"))
        size = lead.icp_explanation["factors"][1]
        self.assertEqual(size["rating"], 3)
        self.assertEqual(size["reasons"], ["20 to 99", "model assessment: They hire (+1)"])
        self.assertIn({"label": "Quote", "value": "We hire 40 people"}, size["evidence"])

    def test_scoring_again_writes_nothing(self):
        icp = self.icp(assess=True)
        lead, other = self.lead(employee_count=30), self.lead(employee_count=30)
        icp._score_leads(lead | other)
        versions = self.row_versions(lead | other)
        self.adjust(lead, 1)
        icp._score_leads(lead | other)
        moved = self.row_versions(lead | other)
        self.assertEqual(moved[other.id], versions[other.id], "whose rating nothing moves is not written")
        self.assertNotEqual(moved[lead.id], versions[lead.id])
        icp._score_leads(lead | other)
        self.assertEqual(self.row_versions(lead | other), moved)

    def row_versions(self, leads):
        self.env.flush_all()
        self.env.cr.execute("SELECT id, ctid::text FROM crm_lead WHERE id = ANY(%s)", [leads.ids])
        return dict(self.env.cr.fetchall())

    def test_a_rating_stays_within_its_bounds_and_what_is_not_known_stays_so(self):
        icp = self.icp(assess=True)
        best, unknown = self.lead(employee_count=500), self.lead(employee_count=0)
        for lead in (best, unknown):
            self.adjust(lead, 1)
        icp._score_leads(best | unknown)
        self.assertEqual((best.company_size_fit, best.icp_score), (5, 5.0))
        self.assertEqual((unknown.company_size_fit, unknown.icp_completeness), (0, 60))
        self.assertEqual(unknown.icp_explanation["factors"][1]["state"], "not_known")

    def test_the_limit_of_the_icp_holds_whatever_is_stored(self):
        icp = self.icp(assess=True, adjustment_limit=1)
        lead = self.lead(employee_count=30)
        self.adjust(lead, 2)
        icp._score_leads(lead)
        self.assertEqual(lead.company_size_fit, 3)
        with self.assertRaises(UserError):
            icp.adjustment_limit = 2
        with self.assertRaises(ValidationError):
            self.icp(live=False, adjustment_limit=3)
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"), self.env.cr.savepoint():
            self.adjust(self.lead(), 3)

    def test_a_disqualifier_is_not_lifted(self):
        icp = self.icp(assess=True)
        lead = self.lead(employee_count=1)
        self.adjust(lead, 1)
        self.adjust(lead, 1, "industry_fit")
        icp._score_leads(lead)
        self.assertEqual((lead.icp_tier, lead.disqualification_reason), ("disqualified", "One person"))

    def test_nothing_moves_where_the_icp_does_not_ask_for_it(self):
        lead = self.lead(employee_count=30)
        self.adjust(lead, 1)
        for icp in (self.icp(), self.icp(assess=True, adjustment_limit=0), self.icp(assess=True, method="points")):
            icp._score_leads(lead)
            self.assertEqual(lead.company_size_fit, 2, icp.read(["assess", "adjustment_limit", "method"]))

    def test_without_adjustments_the_statement_is_the_usual_one(self):
        plain, asks = self.icp(), self.icp(assess=True)

        def text(icp):
            return icp._scored_cte(icp._open_prospects(), old=set()).code

        self.assertEqual(text(plain), text(asks))
        self.adjust(self.lead(), 1)
        self.assertNotEqual(text(plain), text(asks))

    def test_a_preview_knows_them_too(self):
        live = self.icp(assess=True)
        lead = self.lead(employee_count=30)
        live._score_leads(lead)
        self.adjust(lead, 1)
        draft = live.copy({"name": "Next"})
        [move] = [move for move in draft._preview()["moves"] if move["lead_id"] == lead.id]
        self.assertEqual((move["old_score"], move["new_score"]), (3.8, 4.2))
