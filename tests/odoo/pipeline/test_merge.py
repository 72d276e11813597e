"""Merging duplicates keeps what each room knows, and a lost prospect never swallows a living one."""

from odoo import fields

from tests.odoo.pipeline.common import PipelineCase

at = fields.Datetime.to_datetime


class TestMerge(PipelineCase):
    def test_a_lost_prospect_does_not_win_the_merge(self):
        living, lost = self.prospect("Contacted"), self.prospect("Negotiation")
        lost.action_set_lost()
        merged = (living | lost).merge_opportunity()
        self.assertEqual(merged, living)
        self.assertOpen(merged, "Contacted")

    def test_two_lost_prospects_stay_lost(self):
        first, second = self.prospect("Contacted"), self.prospect("Negotiation")
        (first | second).action_set_lost()
        merged = (first | second).merge_opportunity()
        self.assertEqual((merged.won_status, merged.stage_id), ("lost", self.stage["Closed Lost"]))
        merged.action_restore()
        self.assertIn(merged.stage_id, self.stage["Contacted"] | self.stage["Negotiation"])

    def test_across_pipelines_the_probability_decides(self):
        deal, prospect = self.deal(stage_id=self.shared_proposition.id), self.prospect()
        deal.probability = 60
        merged = (deal | prospect).merge_opportunity()
        self.assertEqual((merged, merged.stage_id), (deal, self.shared_proposition))

    def test_merged_into_the_other_team(self):
        deal, prospect = self.deal(stage_id=self.shared_proposition.id), self.prospect("Engaged")
        merged = (deal | prospect).merge_opportunity(team_id=self.outbound.id)
        self.assertOpen(merged, "Engaged")
        other = self.prospect("Engaged")
        merged = (merged | other).merge_opportunity(team_id=self.sales.id)
        self.assertEqual((merged.team_id, merged.stage_id), (self.sales, self.shared_new))

    def test_a_teamless_lead_with_a_shared_stage_joins_the_board(self):
        loose = self.deal(team_id=False, stage_id=self.shared_qualified.id)
        loose.probability = 90
        merged = (loose | self.prospect("Engaged")).merge_opportunity()
        self.assertEqual(merged, loose)
        self.assertEqual(merged.team_id, self.outbound)
        self.assertIn(merged.stage_id, self.own_stages)

    def test_facets_merge_their_own_fields(self):
        industry = self.env["res.partner.industry"].search([], limit=1)
        head = self.prospect(
            "Engaged",
            employee_count=0,
            sequence_stage="in_progress",
            sequence_start_date=at("2026-03-05 09:00:00"),
            last_touch_date=at("2026-03-08 09:00:00"),
            next_touch_date=at("2026-03-12 09:00:00"),
            deal_value_estimate=1000,
        )
        tail = self.prospect(
            employee_count=120,
            industry_id=industry.id,
            annual_revenue=5_000_000,
            sequence_stage="replied",
            sequence_start_date=at("2026-03-01 09:00:00"),
            last_touch_date=at("2026-03-06 09:00:00"),
            outreach_channel="linkedin",
            qualification_status="qualified",
            meeting_booked_date=at("2026-03-20 09:00:00"),
            deal_value_estimate=3000,
        )
        merged = (head | tail).merge_opportunity()
        self.assertEqual(merged, head)
        self.assertEqual((merged.employee_count, merged.industry_id, merged.annual_revenue), (120, industry, 5_000_000))
        self.assertEqual(merged.sequence_stage, "replied", "who answered once is not written to again")
        self.assertEqual(merged.sequence_start_date, at("2026-03-01 09:00:00"))
        self.assertEqual(merged.last_touch_date, at("2026-03-08 09:00:00"))
        self.assertFalse(merged.next_touch_date)
        self.assertEqual(merged.outreach_channel, "linkedin")
        self.assertEqual(merged.qualification_status, "qualified")
        self.assertEqual(merged.meeting_booked_date, at("2026-03-20 09:00:00"))
        self.assertEqual(merged.deal_value_estimate, 3000)

    def test_a_disqualification_keeps_its_reason(self):
        head = self.prospect("Engaged", disqualification_reason="an old remark")
        tail = self.prospect(qualification_status="disqualified", disqualification_reason="Competitor")
        merged = (head | tail).merge_opportunity()
        self.assertEqual((merged.qualification_status, merged.disqualification_reason), ("disqualified", "Competitor"))
