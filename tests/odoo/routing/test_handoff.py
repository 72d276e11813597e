from datetime import datetime, timedelta

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import MONDAY, RoutingCase

FRIDAY_EVENING = datetime(2026, 3, 6, 18, 30)  # UTC; 19:30 in Berlin


@tagged("post_install", "-at_install")
class TestHandoff(RoutingCase):
    def hand_over(self, lead=None, now=None, reason="interest", text="Tell me more.", **values):
        lead = lead or self.lead()
        return self.at(lead, now)._hand_over(reason, text, **values)

    def watch(self, now=None, **delta):
        self.run_cron("outbound.handoff", "_cron_watch_handoffs", now, **delta)

    def kinds(self, lead):
        lead.invalidate_recordset(["outbound_event_ids"])
        return lead.outbound_event_ids.sorted("id").mapped("kind")

    # ------------------------------------------------------------------ beginning

    def test_an_answer_is_handed_over_with_all_one_needs(self):
        lead = self.lead(website="https://northpeak.example.com")
        handoff = self.hand_over(lead, text="Yes,\n<script>alert(1)</script> {company} sounds good.")
        self.assertEqual(handoff.state, "assigned")
        self.assertEqual(handoff.user_id, lead.user_id)
        self.assertIn(handoff.user_id, self.ada + self.bo)
        self.assertEqual(handoff.deadline, datetime(2026, 3, 2, 16), "the same business day, 17:00 in Berlin")
        activity = handoff.activity_id
        self.assertEqual(activity.user_id, handoff.user_id)
        self.assertEqual(str(activity.date_deadline), "2026-03-02")
        self.assertIn("Interest: Jane Doe", activity.summary)
        for expected in (
            "sounds good",
            "not scored yet",
            "Handed over",
            "Suggested answer",
            "linkedin.com",
            "{company}",
        ):
            self.assertIn(expected, activity.note)
        self.assertNotIn("<script>", activity.note)
        self.assertIn("Hi Jane", handoff.suggested_answer)
        self.assertIn(f"what it would mean for {lead.partner_name}", handoff.suggested_answer)
        self.assertIn(handoff.user_id.name, handoff.suggested_answer)
        self.assertIn("handed_over", self.kinds(lead))
        self.assertTrue(lead.assignment_ids)

    def test_deadlines_in_working_time(self):
        cases = [
            ({"now": FRIDAY_EVENING}, datetime(2026, 3, 9, 16)),
            ({"replied": False}, datetime(2026, 3, 3, 16)),
            ({"now": datetime(2026, 3, 2, 15, 40)}, datetime(2026, 3, 3, 8, 40)),  # 20 minutes today, 40 tomorrow
            ({"now": datetime(2026, 3, 27, 18)}, datetime(2026, 3, 30, 15)),  # summer time begins in between
            ({"now": datetime(2026, 3, 20, 18)}, datetime(2026, 3, 23, 16)),
        ]
        for options, deadline in cases:
            self.assertEqual(self.hand_over(**options).deadline, deadline, options)

    def test_the_reps_own_calendar_counts(self):
        calendar = self.calendar.copy({"tz": "America/New_York"})
        self.resource(self.ada, calendar=calendar, tz="America/New_York")
        handoff = self.hand_over(self.lead(user_id=self.ada.id))
        self.assertEqual(handoff.user_id, self.bo, "New York starts work five hours later")
        self.policy.patience_hours = 10
        handoff = self.hand_over(self.lead(user_id=self.ada.id))
        self.assertEqual(handoff.user_id, self.ada, "whoever works on it keeps it")
        self.assertEqual(handoff.deadline, datetime(2026, 3, 2, 22), "17:00 in New York")

    def test_whoever_works_on_it_keeps_it_unless_on_leave(self):
        lead, away = self.lead(user_id=self.manager.id), self.lead(user_id=self.ada.id)
        self.leave(self.ada, MONDAY - timedelta(hours=2), MONDAY + timedelta(days=4))
        self.assertEqual(self.hand_over(lead).user_id, self.manager)
        self.assertIn("works on this prospect already", lead.routing_explanation)
        self.assertEqual(self.hand_over(away).user_id, self.bo)

    def test_a_quota_does_not_keep_an_answer_waiting(self):
        (self.member_ada + self.member_bo).assignment_max = 0
        self.assertTrue(self.hand_over().user_id)

    def test_without_anybody_the_leader_gets_it_and_without_a_leader_it_is_tried_again(self):
        (self.member_ada + self.member_bo).assignment_optout = True
        self.assertEqual(self.hand_over().user_id, self.manager)
        self.team.user_id = False
        lead = self.lead()
        handoff = self.hand_over(lead)
        self.assertEqual(handoff.state, "proposed")
        self.assertFalse(handoff.user_id)
        self.assertIn("Nobody could take", lead.routing_explanation)
        task = handoff.escalation_activity_id
        self.assertTrue(task.user_id.has_group("outbound_prospecting.group_outbound_manager"), "somebody is told")
        self.assertIn("Nobody can take it", task.summary)
        self.member_bo.assignment_optout = False
        self.watch(hours=2)
        self.assertEqual((handoff.state, handoff.user_id), ("assigned", self.bo))
        self.assertFalse(task.exists())
        self.assertTrue(handoff.activity_id)

    def test_a_second_answer_joins_the_first(self):
        lead = self.lead()
        first = self.hand_over(lead, reason="question", text="How much?")
        again = self.hand_over(lead, reason="meeting_request", text="Let us meet on Tuesday.")
        self.assertEqual(again, first)
        self.assertEqual((first.reason, first.context_text), ("meeting_request", "Let us meet on Tuesday."))
        self.assertIn("on Tuesday", first.activity_id.note)
        self.assertEqual(len(lead.handoff_ids), 1)

    def test_prospects_of_other_teams_are_not_handed_over(self):
        deals = self.env["crm.team"].create({"name": "Deals"})
        self.assertFalse(self.hand_over(self.lead(team_id=deals.id)))

    def test_no_statement_for_each_handoff(self):
        few, many = self.leads(2), self.leads(30)
        self.leads(1)._hand_over("interest", "Warm up.")

        def count(leads):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            leads._hand_over("interest", "Yes.")
            self.env.flush_all()
            return self.env.cr.sql_log_count - before

        few_count = count(few)
        self.assertLessEqual(count(many), few_count)

    # ------------------------------------------------------------------ answers of the rep

    def test_a_done_activity_acknowledges(self):
        handoff = self.hand_over()
        later = self.at(handoff.activity_id.with_user(handoff.user_id), hours=3)
        later.action_feedback(feedback="Called them.")
        self.assertEqual(handoff.state, "acknowledged")
        self.assertEqual(handoff.acknowledged_by, handoff.user_id)
        self.assertEqual(handoff.work_hours, 2, "10:00 to 13:00 with an hour of lunch")
        self.assertFalse(handoff.wake_date)

    def test_accepting_acknowledges_too_and_can_be_taken_back(self):
        handoff = self.hand_over()
        activity = handoff.activity_id
        mine = handoff.with_user(handoff.user_id)
        mine.action_accept()
        self.assertEqual(handoff.state, "accepted")
        self.assertTrue(handoff.acknowledged_date)
        self.assertFalse(activity.active)
        self.assertEqual(handoff.lead_id.qualification_status, "qualified")
        mine.action_reopen()
        self.assertEqual(handoff.state, "acknowledged")
        self.assertEqual(
            [kind for kind in self.kinds(handoff.lead_id) if kind.startswith("handoff")],
            ["handoff_accepted", "handoff_reopened"],
        )

    def decide(self, handoff, kind, user=None, **values):
        wizard = self.env["outbound.handoff.decision"].with_user(user or handoff.user_id)
        return wizard.create({"kind": kind, "handoff_ids": [(6, 0, handoff.ids)], **values}).action_apply()

    def test_a_rejection_has_a_reason_that_scoring_can_learn_from(self):
        handoff = self.hand_over()
        lead = handoff.lead_id
        with self.assertRaisesRegex(UserError, "Choose a reason"):
            self.decide(handoff, "reject")
        reason = self.env.ref("outbound_prospecting.handoff_reason_wrong_company")
        self.decide(handoff, "reject", reason_id=reason.id, note="A charity")
        self.assertEqual((handoff.state, handoff.decision_reason_id), ("rejected", reason))
        self.assertEqual(lead.qualification_status, "disqualified")
        event = lead.outbound_event_ids.filtered(lambda event: event.kind == "handoff_rejected")
        self.assertIn("A charity", event.new_value)
        self.assertEqual(event.payload["decision_reason"], reason.id)
        handoff.with_user(handoff.user_id).action_reopen()
        self.assertEqual(lead.qualification_status, "in_review")

    def test_a_rejection_may_pass_it_on(self):
        handoff = self.hand_over()
        reason = self.env.ref("outbound_prospecting.handoff_reason_not_mine")
        self.decide(handoff, "reject", reason_id=reason.id)
        following = handoff.lead_id.handoff_ids - handoff
        self.assertEqual(handoff.state, "rejected")
        self.assertEqual(following.user_id, (self.ada + self.bo) - handoff.user_id)
        self.assertEqual(following.previous_id, handoff)
        with self.assertRaisesRegex(UserError, "has it now"):
            handoff.with_user(handoff.user_id).action_reopen()

    def test_giving_it_to_somebody_ends_one_turn_and_begins_another(self):
        handoff = self.hand_over()
        activity = handoff.activity_id
        self.decide(handoff, "pass_on", user=self.manager, user_id=self.manager.id)
        self.assertEqual(handoff.state, "passed_on")
        self.assertFalse(activity.exists())
        self.assertEqual(handoff.lead_id.handoff_id.user_id, self.manager)
        self.assertEqual(handoff.lead_id.user_id, self.manager)

    def test_a_new_rep_on_the_prospect_gets_its_handoff(self):
        handoff = self.hand_over()
        other = (self.ada + self.bo) - handoff.user_id
        handoff.lead_id.user_id = other
        self.assertEqual(handoff.state, "passed_on")
        self.assertEqual(handoff.lead_id.handoff_id.user_id, other)
        following = handoff.lead_id.handoff_id
        following.activity_id.user_id = handoff.user_id
        self.assertEqual(handoff.lead_id.user_id, handoff.user_id)
        self.assertEqual(handoff.lead_id.handoff_id.user_id, handoff.user_id)

    def test_nobody_else_decides(self):
        handoff = self.hand_over()
        other = (self.ada + self.bo) - handoff.user_id
        handoff.lead_id.with_context(outbound_routing=True).user_id = other
        with self.assertRaisesRegex(AccessError, "not yours to decide"):
            handoff.with_user(other).action_accept()
        with self.assertRaises(AccessError):
            handoff.with_user(handoff.user_id).write({"note": "x"})
        with self.assertRaisesRegex(UserError, "cannot be set"):
            handoff.write({"state": "accepted"})
        handoff.with_user(self.manager).action_accept()

    def test_others_handoffs_and_other_companies_are_not_seen(self):
        handoff = self.hand_over()
        other = (self.ada + self.bo) - handoff.user_id
        Handoff = self.env["outbound.handoff"]
        self.assertFalse(Handoff.with_user(other).search([("id", "=", handoff.id)]))
        self.assertTrue(Handoff.with_user(self.manager).search([("id", "=", handoff.id)]))
        company = self.env["res.company"].create({"name": "Second company"})
        handoff.company_id = company
        self.assertFalse(Handoff.with_user(self.manager).search([("id", "=", handoff.id)]))

    # ------------------------------------------------------------------ lateness

    def test_the_manager_is_told_then_somebody_else_is_asked(self):
        handoff = self.hand_over()
        lead, first = handoff.lead_id, handoff.user_id
        self.watch(hours=5)
        self.assertEqual(handoff.state, "assigned", "in time yet")
        self.watch(hours=8)
        self.assertEqual(handoff.state, "escalated")
        task = handoff.escalation_activity_id
        self.assertEqual(task.user_id, self.manager)
        self.assertIn("has not acknowledged", task.summary)
        self.assertEqual(handoff.pass_on_date, datetime(2026, 3, 3, 10), "two working hours on Tuesday")
        self.watch(hours=20)
        self.assertEqual(handoff.state, "escalated")
        self.watch(hours=25, minutes=10)
        self.assertEqual(handoff.state, "passed_on")
        self.assertFalse(task.exists())
        following = lead.handoff_id
        self.assertEqual(following.user_id, (self.ada + self.bo) - first)
        self.assertEqual(following.deadline, datetime(2026, 3, 3, 16))
        self.assertEqual(lead.user_id, following.user_id)
        self.assertIn("had it already", lead.routing_explanation)
        self.watch(days=1, hours=8)
        self.watch(days=2, hours=2)
        self.assertEqual(lead.handoff_id.user_id, self.manager, "after everybody else the leader")
        self.watch(days=2, hours=8)
        self.watch(days=4)
        self.assertEqual(lead.handoff_id.user_id, self.manager)
        self.assertEqual(len(lead.handoff_ids), 3, "it does not go round for ever")

    def test_acknowledged_in_the_last_moment_is_not_escalated(self):
        handoff = self.hand_over()
        self.at(handoff.with_user(handoff.user_id), hours=6, minutes=59).action_acknowledge()
        self.watch(hours=9)
        self.assertEqual(handoff.state, "acknowledged")

    def test_an_escalated_one_may_still_be_acknowledged(self):
        handoff = self.hand_over()
        self.watch(hours=8)
        task = handoff.escalation_activity_id
        self.at(handoff.with_user(handoff.user_id), hours=9).action_acknowledge()
        self.assertEqual(handoff.state, "acknowledged")
        self.assertFalse(task.exists())
        self.watch(days=3)
        self.assertEqual(len(handoff.lead_id.handoff_ids), 1)

    def test_no_statement_for_each_late_one(self):
        Handoff = self.env["outbound.handoff"].sudo()

        def count(handoffs, **delta):
            late = self.at(handoffs.sudo(), **delta)
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            late._watch(MONDAY + timedelta(**delta))
            self.env.flush_all()
            return self.env.cr.sql_log_count - before

        few, many = self.leads(2)._hand_over("interest", "Yes."), self.leads(30)._hand_over("interest", "Yes.")
        few_count = count(few, hours=8)
        self.assertLessEqual(count(many, hours=8), few_count + 2)
        self.assertEqual(set((few + many).mapped("state")), {"escalated"})
        few_count = count(few, days=1, hours=2)
        self.assertLessEqual(count(many, days=1, hours=2), few_count + 2)
        self.assertEqual(set((few + many).mapped("state")), {"passed_on"})
        self.assertEqual(Handoff.search_count([("lead_id", "in", many.lead_id.ids), ("state", "=", "assigned")]), 30)

    def test_passing_on_may_be_switched_off(self):
        self.policy.pass_on = False
        handoff = self.hand_over()
        self.watch(hours=8)
        self.watch(days=5)
        self.assertEqual(handoff.state, "escalated")
        self.assertFalse(handoff.wake_date)

    def test_the_clock_of_a_handoff(self):
        handoff = self.hand_over()
        self.assertEqual(self.at(handoff, hours=1).clock, "6 h 0 min left")
        self.assertFalse(self.at(handoff, hours=1).is_late)
        self.assertEqual(self.at(handoff, hours=7, minutes=20).clock, "20 min late")
        self.assertEqual(self.at(handoff, days=2, hours=7).clock, "2 d 0 h late")

    # ------------------------------------------------------------------ what ends it

    def test_a_closed_prospect_needs_no_answer(self):
        handoff = self.hand_over()
        handoff.lead_id.action_set_lost()
        self.assertEqual(handoff.state, "cancelled")
        won = self.hand_over()
        won.lead_id.action_set_won()
        self.assertEqual(won.state, "cancelled")
        handoff.lead_id.action_restore()
        self.assertFalse(
            self.env["mail.activity"].search([("res_model", "=", "crm.lead"), ("res_id", "=", handoff.lead_id.id)]),
            "the task of a cancelled hand-off does not come back",
        )

    def test_a_prospect_of_another_team_needs_no_answer_from_ours(self):
        handoff = self.hand_over()
        deals = self.env["crm.team"].create({"name": "Deals"})
        handoff.lead_id.team_id = deals
        self.assertEqual(handoff.state, "cancelled")

    def test_a_merge_leaves_one_open(self):
        first, second = self.lead(), self.lead()
        (first + second).write({"email_from": "jane@same.example.com"})
        self.hand_over(first)
        self.hand_over(second)
        merged = (first + second).merge_opportunity()
        self.assertEqual(len(merged.handoff_ids), 2)
        self.assertEqual(len(merged.handoff_ids.filtered(lambda one: one.state == "assigned")), 1)

    def test_handed_over_by_a_person(self):
        lead = self.lead(user_id=self.ada.id)
        wizard = self.env["outbound.handoff.decision"].with_user(self.ada)
        wizard.create(
            {"kind": "begin", "lead_ids": [(6, 0, lead.ids)], "user_id": self.bo.id, "note": "Met at a fair"}
        ).action_apply()
        self.assertEqual(lead.handoff_id.user_id, self.bo)
        self.assertEqual(lead.handoff_id.deadline, datetime(2026, 3, 3, 16), "no answer: the next business day")
        self.assertEqual(lead.user_id, self.bo)

    # ------------------------------------------------------------------ figures

    def test_figures_of_a_rep(self):
        policy_lead = [self.lead(user_id=self.ada.id) for _number in range(4)]
        handoffs = [self.hand_over(lead) for lead in policy_lead]
        for handoff, hours in zip(handoffs[:3], (1, 2, 9), strict=True):
            self.at(handoff.with_user(self.ada), hours=hours).action_acknowledge()
        handoffs[0].with_user(self.ada).action_accept()
        self.decide(handoffs[1], "reject", reason_id=self.env.ref("outbound_prospecting.handoff_reason_timing").id)
        self.env.flush_all()
        Report = self.at(self.env["outbound.handoff.report"], hours=10).with_user(self.manager)
        ((user, count, in_time, median, accepted),) = Report._read_group(
            [("user_id", "=", self.ada.id)],
            ["user_id"],
            ["handoffs:sum", "in_time:avg", "median_hours:avg", "accepted:avg"],
        )
        self.assertEqual((user, count, in_time, accepted), (self.ada, 4, 50, 50))
        self.assertEqual(median, 2, "of 1, 2 and 6 working hours")
        own = self.env["outbound.handoff.report"].with_user(self.bo).search([])
        self.assertFalse(own.filtered(lambda line: line.user_id == self.ada))
