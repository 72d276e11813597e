from datetime import timedelta

from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged

from odoo.addons.crm.models.crm_team import CrmTeam as PlainTeam

from .common import MONDAY, RoutingCase


@tagged("post_install", "-at_install")
class TestRouting(RoutingCase):
    def route(self, leads, **delta):
        return self.at(leads, **delta)._assign_reps()

    # ------------------------------------------------------------------ who

    def test_prospects_are_shared_by_turns_and_the_decision_is_explained(self):
        leads = self.leads(6)
        self.route(leads)
        owners = leads.mapped("user_id")
        self.assertEqual({owner: len(leads.filtered(lambda lead, o=owner: lead.user_id == o)) for owner in owners},
                         {self.ada: 3, self.bo: 3})  # fmt: skip
        text = leads[0].routing_explanation
        self.assertIn("Ada", text)
        self.assertIn("Bo", text)
        self.assertIn("of 100", text)
        event = leads[0].outbound_event_ids.filtered(lambda event: event.kind == "assigned")
        self.assertEqual(event.new_value, leads[0].user_id.name)

    def test_best_score_first(self):
        self.member_bo.assignment_optout = True
        self.member_ada.assignment_max = 30  # one a day
        poor, good = self.lead(), self.lead()
        self.env.cr.execute("UPDATE crm_lead SET icp_score = 4 WHERE id = %s", [good.id])
        self.env.invalidate_all()
        self.route(poor + good)
        self.assertEqual(good.user_id, self.ada)
        self.assertFalse(poor.user_id)
        self.assertIn("enough new prospects for today", poor.routing_explanation)

    def test_expertise_language_and_country_decide(self):
        vertical = self.env["outbound.vertical"].search([], limit=1)
        industry = self.env["res.partner.industry"].create(
            {"name": "Routing industry", "outbound_vertical_ids": [(6, 0, vertical.ids)]}
        )
        self.member_bo.write({"outbound_vertical_ids": [(6, 0, vertical.ids)], "outbound_size_min": 50})
        self.member_ada.write({"outbound_size_min": 1000})
        leads = self.leads(3, industry_id=industry.id, employee_count=120)
        self.route(leads)
        self.assertEqual(leads.user_id, self.bo)
        self.assertIn("their field and size", leads[0].routing_explanation)
        german = self.env.ref("base.lang_de")
        self.member_ada.write({"outbound_lang_ids": [(6, 0, german.ids)], "outbound_size_min": 0})
        self.member_bo.outbound_lang_ids = self.env.ref("base.lang_fr")
        self.member_bo.write({"outbound_vertical_ids": False, "outbound_size_min": 0})
        in_german = self.leads(2, country_id=self.env.ref("base.de").id)
        self.route(in_german)
        self.assertEqual(in_german.user_id, self.ada)
        self.assertIn("speaks the language", in_german[0].routing_explanation)

    def test_success_with_similar_prospects_counts(self):
        industry = self.env["res.partner.industry"].create({"name": "Routing industry"})
        (self.member_ada + self.member_bo).assignment_max = 3000
        won = self.leads(12, user_id=self.bo.id, industry_id=industry.id)
        won.action_set_won()
        lost = self.leads(12, user_id=self.ada.id, industry_id=industry.id)
        lost.action_set_lost()
        lead = self.lead(industry_id=industry.id)
        self.route(lead)
        self.assertEqual(lead.user_id, self.bo)
        self.assertIn("with similar prospects", lead.routing_explanation)

    def test_workload_counts(self):
        self.leads(60, user_id=self.ada.id)
        self.policy.tolerance = 0
        leads = self.leads(3)
        self.route(leads)
        self.assertEqual(leads.user_id, self.bo)

    def test_filters_of_members(self):
        self.member_ada.assignment_domain = "[('partner_name', 'ilike', 'alps')]"
        self.member_bo.assignment_domain_preferred = "[('partner_name', 'ilike', 'alps')]"
        elsewhere = self.leads(2, partner_name="Lowland Works")
        self.route(elsewhere)
        self.assertEqual(elsewhere.user_id, self.bo)
        self.assertIn("takes other prospects", elsewhere[0].routing_explanation)

    def test_other_companies_prospects_go_to_people_of_that_company(self):
        company = self.env["res.company"].create({"name": "Second company"})
        self.bo.write({"company_ids": [(4, company.id)]})
        leads = self.leads(2, company_id=company.id)
        self.route(leads)
        self.assertEqual(leads.user_id, self.bo)

    # ------------------------------------------------------------------ presence

    def test_leave_without_hr(self):
        self.leave(self.ada, MONDAY - timedelta(hours=2), MONDAY + timedelta(days=4))
        leads = self.leads(2)
        self.route(leads)
        self.assertEqual(leads.user_id, self.bo)
        self.assertIn("on leave, until", leads[0].routing_explanation)

    def test_working_hours_of_another_continent(self):
        self.resource(self.bo, tz="America/Los_Angeles", calendar=self.calendar.copy({"tz": "America/Los_Angeles"}))
        leads = self.leads(2)
        self.route(leads)  # 10:00 in Berlin, 01:00 in Los Angeles
        self.assertEqual(leads.user_id, self.ada)
        self.assertIn("not at work soon enough", leads[0].routing_explanation)
        evening = self.leads(2)
        self.route(evening, hours=8.5)  # 18:30 in Berlin, 09:30 in Los Angeles
        self.assertEqual(evening.user_id, self.bo)

    def test_company_holidays(self):
        spans = self.ada._get_work_spans(MONDAY, MONDAY + timedelta(days=7))[self.ada.id]
        self.assertEqual(len(spans), 11, "two spans a day, the first and the last cut")
        self.env["resource.calendar.leaves"].create(
            {
                "name": "Closed",
                "calendar_id": self.calendar.id,
                "company_id": self.env.company.id,
                "date_from": MONDAY + timedelta(hours=14),
                "date_to": MONDAY + timedelta(hours=38),
            }
        )
        spans = self.ada._get_work_spans(MONDAY, MONDAY + timedelta(days=7))[self.ada.id]
        self.assertNotIn(3, {start.day for start, _end in spans})
        self.assertEqual(str(spans[0][0].tzinfo), "Europe/Berlin")

    def test_nobody_there_keeps_the_reasons(self):
        for user in (self.ada, self.bo):
            self.leave(user, MONDAY - timedelta(hours=2), MONDAY + timedelta(days=4))
        lead = self.lead()
        self.assertFalse(self.route(lead))
        self.assertFalse(lead.user_id)
        self.assertIn("Nobody could take", lead.routing_explanation)
        with self.assertRaisesRegex(UserError, "Nobody of the team"):
            lead.action_assign_rep()

    # ------------------------------------------------------------------ rules and policy

    def test_the_first_rule_that_fits_names_the_reps(self):
        rules = self.env["outbound.routing.rule"]
        values = {"policy_id": self.policy.id, "domain": "[('partner_name', 'ilike', 'alps')]"}
        rules.create({**values, "name": "Alps", "sequence": 1, "user_ids": [(6, 0, self.bo.ids)]})
        rules.create({**values, "name": "Later", "sequence": 2, "user_ids": [(6, 0, self.ada.ids)]})
        leads = self.leads(2, partner_name="Alps Works")
        self.route(leads)
        self.assertEqual(leads.user_id, self.bo)
        self.assertIn("Rule: Alps", leads[0].routing_explanation)

    def test_a_rule_whose_reps_are_away_asks_the_others_unless_it_is_strict(self):
        self.leave(self.bo, MONDAY - timedelta(hours=2), MONDAY + timedelta(days=4))
        rule = self.env["outbound.routing.rule"].create(
            {"policy_id": self.policy.id, "name": "Bo only", "user_ids": [(6, 0, self.bo.ids)]}
        )
        first = self.lead()
        self.route(first)
        self.assertEqual(first.user_id, self.ada)
        rule.strict = True
        second = self.lead()
        self.route(second)
        self.assertFalse(second.user_id)

    def test_settings_are_checked(self):
        with self.assertRaises(ValidationError):
            self.policy.assign_domain = "[('no_such_field', '=', 1)]"
        with self.assertRaisesRegex(ValidationError, "names no rep"):
            self.env["outbound.routing.rule"].create({"policy_id": self.policy.id, "name": "Nobody"})
        with self.assertRaises(ValidationError):
            self.member_ada.write({"outbound_size_min": 500, "outbound_size_max": 50})

    def test_a_policy_of_the_company_goes_before_the_general_one(self):
        own = self.env["outbound.routing.policy"].create({"name": "Own", "company_id": self.env.company.id})
        find = self.env["outbound.routing.policy"]._find_policy
        self.assertEqual(find(self.env.company), own)
        own.active = False
        self.assertEqual(find(self.env.company), self.policy)
        self.policy.active = False
        self.assertFalse(find(self.env.company).assign_new)
        self.assertEqual(find(self.env.company).other_days, 1, "deadlines keep their defaults")

    # ------------------------------------------------------------------ scheduled action and Odoo's own

    def test_the_scheduled_action_gives_out_what_the_policy_names(self):
        self.policy.assign_domain = "[('partner_name', 'ilike', 'alps')]"
        wanted, other = self.lead(partner_name="Alps Works"), self.lead(partner_name="Lowland Works")
        owned = self.lead(partner_name="Alps Owned", user_id=self.manager.id)
        self.run_cron("crm.team", "_cron_route_leads")
        self.assertIn(wanted.user_id, self.ada + self.bo)
        self.assertFalse(other.user_id)
        self.assertEqual(owned.user_id, self.manager)
        self.assertFalse(other.assignment_ids)

    def test_whom_nobody_can_take_is_tried_again_later_and_keeps_nobody_waiting(self):
        (self.member_ada + self.member_bo).assignment_optout = True
        lead = self.lead()
        self.run_cron("crm.team", "_cron_route_leads")
        self.run_cron("crm.team", "_cron_route_leads", hours=1)
        self.assertEqual(len(lead.assignment_ids), 1)
        self.member_ada.assignment_optout = False
        self.run_cron("crm.team", "_cron_route_leads", hours=7)
        self.assertEqual(lead.user_id, self.ada)

    def test_new_members_of_outbound_teams_take_more_than_deals(self):
        self.assertEqual(self.member_ada.assignment_max, 300)
        deals = self.env["crm.team"].create({"name": "Deals"})
        self.assertEqual(self.member(self.ada, deals).assignment_max, 30)
        self.assertTrue(self.member_ada.active, "a person may be in both")

    def test_other_teams_are_assigned_as_by_odoo(self):
        deals = self.env["crm.team"].create({"name": "Deals", "assignment_optout": False})
        for user in (self.ada, self.bo):
            self.member(user, deals, assignment_max=60)
        values = {"team_id": deals.id, "type": "opportunity"}
        leads = self.leads(3, **values)
        outbound = self.leads(3)
        self.assign_and_take_back(PlainTeam._assign_and_convert_leads, deals)  # fills caches
        (odoos, odoo_cost), (plain, cost) = (
            self.assign_and_take_back(PlainTeam._assign_and_convert_leads, deals),
            self.assign_and_take_back(type(deals)._assign_and_convert_leads, deals),
        )
        self.assertEqual(odoos, plain, "the same prospects to the same members")
        self.assertEqual(cost, odoo_cost, "not a statement more")
        plain = deals._assign_and_convert_leads(force_quota=True)
        self.assertEqual(sum(len(result["assigned"]) for result in plain.values()), 3)
        self.assertEqual({key for result in plain.values() for key in result}, {"assigned", "quota"})
        self.assertFalse(leads.assignment_ids, "no decision of ours")
        self.assertFalse(outbound.user_id)
        both = (deals + self.team)._assign_and_convert_leads(force_quota=True)
        self.assertEqual(both[self.member_ada].keys(), next(iter(plain.values())).keys())
        self.assertEqual(sum(len(both[member]["assigned"]) for member in self.member_ada + self.member_bo), 3)
        self.assertTrue(all(lead.user_id for lead in outbound))

    def assign_and_take_back(self, assign, teams):
        """What an assignment does, by member, and how many statements it takes."""
        self.env.flush_all()
        with self.env.cr.savepoint() as savepoint:
            self.env.invalidate_all()
            teams.mapped("is_outbound")
            before = self.env.cr.sql_log_count
            result = assign(teams, force_quota=True)
            given = {member.id: (one["assigned"].ids, one["quota"]) for member, one in result.items()}
            self.env.flush_all()
            cost = self.env.cr.sql_log_count - before
            savepoint.rollback()
        self.env.invalidate_all()
        return given, cost

    def test_odoos_button_assigns_prospects_by_our_rules(self):
        self.leave(self.ada, MONDAY - timedelta(hours=2), MONDAY + timedelta(days=4))
        lead = self.lead()
        action = self.team.action_assign_leads()
        self.assertEqual(lead.user_id, self.bo)
        self.assertEqual(action["tag"], "display_notification")

    # ------------------------------------------------------------------ cost

    def test_no_statement_for_each_prospect(self):
        few, many = self.leads(3), self.leads(60)
        policy = self.policy
        policy._route(few, self.team)  # settings are cached then

        def count(leads):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            policy._route(leads, self.team)
            return self.env.cr.sql_log_count - before

        self.assertLessEqual(count(many), count(few))
