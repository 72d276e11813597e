import random
from decimal import Decimal
from unittest.mock import patch

from odoo.fields import Domain
from odoo.tests import tagged

from odoo.addons.outbound_prospecting.domain.fit import Rating, Tier, weighted_fit

from .common import IcpCase


@tagged("post_install", "-at_install")
class TestScoring(IcpCase):
    def test_score_tier_and_completeness(self):
        icp = self.icp()
        ideal = self.lead()
        half = self.lead(employee_count=0, industry_id=False)
        self.assertEqual(icp._score_leads(ideal | half), 2)
        self.assertEqual(
            (ideal.icp_score, ideal.icp_tier, ideal.icp_completeness, ideal.industry_fit, ideal.company_size_fit),
            (5.0, "tier_1", 100, 5, 5),
        )
        self.assertEqual(ideal.icp_id, icp)
        # Nothing is known of the size: it is left out, not rated badly.
        self.assertEqual((half.icp_score, half.icp_completeness, half.company_size_fit), (1.0, 60, 0))

    def test_sql_agrees_with_the_pure_arithmetic(self):
        """The statement and `domain.fit` give the same score, completeness and tier for any lead."""
        icp = self.icp(min_completeness=50)
        weights = [7.35, 41.15, 51.5]
        icp.write({"state": "draft"})
        icp.factor_ids.unlink()
        rng = random.Random(7)
        icp.write(
            {
                "factor_ids": [
                    (
                        0,
                        0,
                        {
                            "name": f"F{number}",
                            "weight": weight,
                            "unknown_domain": f"[('employee_count', '=', {number})]",
                            "default_rating": number + 1,
                            "criterion_ids": [
                                self.criterion(rng.randint(1, 5), [("employee_count", ">", limit)])
                                for limit in (900 - 50 * number, 500, 100 + 100 * number)
                            ],
                        },
                    )
                    for number, weight in enumerate(weights)
                ]
            }
        )
        icp.state = "active"
        leads = self.env["crm.lead"].create(
            [self.lead_values(employee_count=count) for count in [0, 1, 2, *rng.sample(range(1200), 60)]]
        )
        icp._score_leads(leads)
        tiers = [Tier(tier.code, Decimal(str(tier.min_score))) for tier in icp.tier_ids]
        for lead in leads:
            ratings = []
            for number, factor in enumerate(icp.factor_ids):
                matched = next(
                    (c.rating for c in factor.criterion_ids if lead.filtered_domain(Domain(eval(c.domain)))), None
                )
                if matched is None:
                    matched = None if lead.employee_count == number else factor.default_rating
                ratings.append(Rating(Decimal(str(factor.weight)), matched))
            fit = weighted_fit(ratings, tiers, min_completeness=50, disqualified=lead.employee_count == 1)
            self.assertEqual(
                (Decimal(f"{lead.icp_score:.2f}"), lead.icp_completeness, lead.icp_tier or None),
                (fit.score, fit.completeness, fit.tier),
                f"{lead.employee_count} employees",
            )

    def test_points_add_up(self):
        icp = self.icp(
            method="points",
            min_completeness=0,
            factor_ids=[
                (
                    0,
                    0,
                    {
                        "name": "Completeness",
                        "match": "all",
                        "criterion_ids": [
                            self.criterion(10, [("email_from", "!=", False)]),
                            self.criterion(10, [("phone", "!=", False)]),
                        ],
                    },
                ),
                (
                    0,
                    0,
                    {
                        "name": "Size",
                        "default_rating": 0,
                        "criterion_ids": [
                            self.criterion(25, [("employee_count", ">=", 1000)]),
                            self.criterion(15, [("employee_count", ">=", 100)]),
                        ],
                    },
                ),
            ],
        )
        lead = self.lead(email_from="mia@northpeak.example", phone="+1 202 555 0101", employee_count=2000)
        bare = self.lead(employee_count=10)
        icp._score_leads(lead | bare)
        self.assertEqual((lead.icp_score, bare.icp_score), (45.0, 0.0))
        self.assertEqual(lead.icp_explanation["factors"][0]["rating"], 20)

    def test_only_changed_leads_are_written(self):
        icp = self.icp()
        leads = self.lead() | self.lead(employee_count=30)
        icp._score_leads(leads)
        before = self._row_versions(leads)
        icp._score_leads(leads)
        self.assertEqual(self._row_versions(leads), before)
        leads[1].employee_count = 300
        icp._score_leads(leads)
        after = self._row_versions(leads)
        self.assertEqual(after[leads[0].id], before[leads[0].id])
        self.assertNotEqual(after[leads[1].id], before[leads[1].id])

    def _row_versions(self, leads):
        leads.flush_recordset()
        self.env.cr.execute("SELECT id, ctid::text FROM crm_lead WHERE id = ANY(%s)", [leads.ids])
        return dict(self.env.cr.fetchall())

    def test_statements_do_not_grow_with_leads(self):
        icp = self.icp()
        few = self.env["crm.lead"].create([self.lead_values() for _ in range(3)])
        many = self.env["crm.lead"].create([self.lead_values() for _ in range(60)])
        icp._score_leads(few)  # warm caches
        few.employee_count = many.employee_count = 33
        self.env.flush_all()
        before = self.cr.sql_log_count
        icp._score_leads(few)
        for_few = self.cr.sql_log_count - before
        with self.assertQueryCount(for_few):
            icp._score_leads(many)

    def test_disqualifier_beats_the_score_and_is_given_back(self):
        icp = self.icp()
        lead = self.lead(employee_count=1)
        icp._score_leads(lead)
        self.assertEqual(
            (lead.icp_tier, lead.qualification_status, lead.disqualification_reason),
            ("disqualified", "disqualified", "One person"),
        )
        self.assertEqual(lead.icp_explanation["disqualified"], "One person")
        lead.employee_count = 200
        icp._score_leads(lead)
        self.assertEqual(
            (lead.icp_tier, lead.qualification_status, lead.disqualification_reason), ("tier_1", "new", False)
        )

    def test_a_persons_qualification_is_left_alone(self):
        icp = self.icp()
        kept = self.lead(employee_count=1, qualification_status="qualified")
        dropped = self.lead(qualification_status="disqualified", disqualification_reason="Competitor")
        icp._score_leads(kept | dropped)
        self.assertEqual((kept.icp_tier, kept.qualification_status), ("disqualified", "qualified"))
        self.assertEqual((dropped.icp_tier, dropped.disqualification_reason), ("tier_1", "Competitor"))
        dropped.employee_count = 30
        icp._score_leads(dropped)
        self.assertEqual(dropped.qualification_status, "disqualified")

    def test_too_little_known_has_no_tier(self):
        icp = self.icp(min_completeness=80)
        lead = self.lead(employee_count=0)
        icp._score_leads(lead)
        self.assertEqual((lead.icp_score, lead.icp_completeness, lead.icp_tier), (5.0, 60, False))

    def test_tier_changes_are_events(self):
        icp = self.icp()
        lead = self.lead()
        icp._score_leads(lead)
        icp._score_leads(lead)
        lead.employee_count = 1
        icp._score_leads(lead)
        events = self.env["outbound.event"].search([("lead_id", "=", lead.id)], order="id")
        self.assertEqual(
            events.mapped(lambda e: (e.kind, e.old_value, e.new_value)),
            [
                ("stage_changed", False, "New Lead"),
                ("tier_changed", False, "tier_1"),
                ("disqualified", "tier_1", "disqualified"),
            ],
        )

    def test_automation_rules_hear_of_tier_changes(self):
        icp = self.icp()
        lead = self.lead()
        rule = self.env["base.automation"].create(
            {
                "name": "Flag hot prospects",
                "model_id": self.env["ir.model"]._get_id("outbound.event"),
                "trigger": "on_create",
                "filter_domain": "[('new_value', '=', 'tier_1')]",
            }
        )
        self.env["ir.actions.server"].create(
            {
                "name": "Flag",
                "model_id": rule.model_id.id,
                "base_automation_id": rule.id,
                "usage": "base_automation",
                "state": "code",
                "code": "record.lead_id.write({'priority': '3'})",
            }
        )
        icp._score_leads(lead)
        self.assertEqual(lead.priority, "3")
        self.assertEqual(lead.outbound_event_ids.mapped("kind"), ["tier_changed", "stage_changed"])

    def test_tracked_score_fields_reach_the_chatter(self):
        field = self.env["crm.lead"]._fields["icp_tier"]
        field.tracking = True
        self.addCleanup(delattr, field, "tracking")
        self.env.registry.clear_cache()
        self.addCleanup(self.env.registry.clear_cache)
        icp = self.icp()
        lead = self.lead()
        icp._score_leads(lead)
        lead.employee_count = 30
        self.cr.precommit.run()
        lead.message_ids.unlink()
        icp._score_leads(lead)
        self.cr.precommit.run()
        values = lead.message_ids.tracking_value_ids
        self.assertEqual((values.old_value_char, values.new_value_char), ("Tier 1", "Tier 2"))

    def test_won_lost_and_other_teams_keep_their_score(self):
        icp = self.icp()
        other_team = self.env["crm.team"].create({"name": "Inbound"})
        lead = self.lead()
        foreign = self.lead(team_id=other_team.id)
        lost = self.lead()
        lost.action_set_lost()
        self.assertEqual(icp._score_leads(lead | foreign | lost), 1)
        self.assertFalse(foreign.icp_tier or lost.icp_tier)

    def test_each_company_has_its_own_icp(self):
        other = self.env["res.company"].create({"name": "Second"})
        general = self.icp()
        own = self.icp(
            company_id=other.id,
            factor_ids=[(0, 0, {"name": "All", "weight": 100, "criterion_ids": [self.criterion(3, [])]})],
        )
        here, there = self.lead(), self.lead(company_id=other.id)
        self.assertEqual(general._score_leads(), self._scope_count(general))
        own._score_leads()
        self.assertEqual((here.icp_id, here.icp_score), (general, 5.0))
        self.assertEqual((there.icp_id, there.icp_score), (own, 3.0))
        self.assertEqual(self.Icp._get_active(other), own)
        self.assertEqual(self.Icp._get_active(self.env.company), general)

    def _scope_count(self, icp):
        return self.env["crm.lead"].search_count(icp._open_prospects())

    def test_explanation_names_criterion_and_evidence(self):
        icp = self.icp()
        lead = self.lead(employee_count=30)
        icp._score_leads(lead)
        industry, size = lead.icp_explanation["factors"]
        self.assertEqual((industry["state"], industry["reasons"], industry["weight"]), ("matched", ["Retail"], 60.0))
        self.assertEqual(size["reasons"], ["20 to 99"])
        self.assertEqual(size["evidence"], [{"label": "Employees", "value": "30"}])
        unknown = self.lead(employee_count=0)
        icp._score_leads(unknown)
        self.assertEqual(unknown.icp_explanation["factors"][1]["state"], "not_known")

    def test_explanation_follows_an_edited_draft(self):
        icp = self.icp(live=False)
        lead = self.lead()
        icp._score_leads(lead)
        self.assertEqual(icp._explain(lead)["factors"][0]["reasons"], ["Retail"])
        icp.factor_ids[0].criterion_ids[0].reason = "Shops"
        icp.factor_ids[1].weight = 30
        icp.factor_ids[0].weight = 70
        industry, _size = icp._explain(lead)["factors"]
        self.assertEqual((industry["reasons"], industry["weight"]), (["Shops"], 70.0))

    def test_best_first_and_without_a_score_last(self):
        unscored, good, best = self.lead(), self.lead(employee_count=30), self.lead()
        self.icp()._score_leads(good | best)
        leads = unscored | good | best
        found = self.env["crm.lead"].search([("id", "in", leads.ids)], order="icp_score desc, id")
        self.assertEqual(found.ids, [best.id, good.id, unscored.id])

    def test_score_button_says_what_it_did(self):
        self.icp()
        lead = self.lead()
        other = self.lead(team_id=self.env["crm.team"].create({"name": "Inbound"}).id)
        notification = (lead | other).action_score()["params"]
        self.assertEqual(notification["type"], "warning")
        self.assertIn("1 scored", notification["message"])
        self.assertIn("1 skipped", notification["message"])

    def test_created_with_source_outbound_is_scored_by_the_automation_rule(self):
        self.icp(scope_domain="[]")
        source = self.env.ref("outbound_prospecting.utm_source_outbound")
        scored = self.lead(source_id=source.id)
        self.assertEqual(scored.icp_tier, "tier_1")
        self.assertFalse(self.lead().icp_tier)

    def test_leads_created_together_are_scored_together(self):
        self.icp(scope_domain="[]")
        source = self.env.ref("outbound_prospecting.utm_source_outbound")
        values = [self.lead_values(source_id=source.id, employee_count=count) for count in (30, 120, 500)]
        with patch.object(
            type(self.Icp), "_score_window", autospec=True, side_effect=type(self.Icp)._score_window
        ) as score:
            leads = self.env["crm.lead"].create([*values, self.lead_values()])
        self.assertEqual(score.call_count, 1)
        self.assertEqual(leads.mapped("icp_tier"), ["tier_2", "tier_1", "tier_1", False])

    def test_daily_job_scores_all_live_icps(self):
        self.icp()
        lead = self.lead()
        self.env.flush_all()
        with self.enter_registry_test_mode():
            self.env.ref("outbound_prospecting.ir_cron_outbound_score_leads").method_direct_trigger()
        lead.invalidate_recordset()
        self.assertEqual(lead.icp_tier, "tier_1")

    def test_merging_keeps_the_best_score_whole(self):
        icp = self.icp()
        good, poor = self.lead(), self.lead(employee_count=30, industry_id=False)
        icp._score_leads(good | poor)
        score, detail = good.icp_score, good.icp_detail
        merged = (poor | good).merge_opportunity()
        self.assertEqual((merged.icp_score, merged.icp_tier, merged.icp_detail), (score, "tier_1", detail))
        self.assertEqual(merged.icp_id, icp)
        kinds = merged.outbound_event_ids.mapped("kind")
        self.assertEqual(sorted(kinds), ["disqualified", "stage_changed", "stage_changed", "tier_changed"])

    def test_portions_of_an_import_are_scored_together(self):
        self.icp(scope_domain="[]")
        source = self.env.ref("outbound_prospecting.utm_source_outbound")
        leads = self.env["crm.lead"].with_context(outbound_scores_together=True)
        self.assertFalse(leads.create(self.lead_values(source_id=source.id)).icp_tier)
