from datetime import timedelta
from functools import partial

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import new_test_user, tagged

from tests.odoo.sequence.common import MONDAY

from .common import PilotCase


@tagged("post_install", "-at_install")
class TestPilot(PilotCase):
    def refuse(self, leads, sequence):
        """Codes of the rules that refused, when every one of `leads` was refused."""
        result = self.Enrolment._enrol(leads, sequence)
        self.assertFalse(result.enrolments)
        return {code for _lead, code, _words in result.refusals}

    # ------------------------------------------------------------------ before the launch

    def test_a_new_pilot_gets_the_criteria_of_the_template_and_its_week_plan(self):
        pilot = self.pilot()
        template = self.env["outbound.pilot.criterion"].search([("pilot_id", "=", False)])
        self.assertEqual(pilot.criterion_ids.mapped("metric"), template.mapped("metric"))
        self.assertEqual(pilot.criterion_ids.filtered(lambda one: one.metric == "reply_rate").target, 15)
        self.assertEqual(pilot.gate_ids.mapped("code")[0], "scores_reviewed")
        self.assertEqual([gate.days for gate in pilot.gate_ids], ["1–7", "8–14", "15–21", "22–30"])

    def test_what_is_missing_is_named_before_the_launch(self):
        self.sequence.review_policy = "sample"
        pilot = self.pilot()
        with self.assertRaisesRegex(UserError, "(?s)Not every mail is reviewed.*No prospects are chosen"):
            pilot.action_launch()
        pilot.action_fix_launch("review")
        self.assertEqual(self.sequence.review_policy, "all")

    def test_a_sample_is_drawn_from_prospects_that_fit(self):
        industry = self.env["res.partner.industry"].create({"name": "Safety gear"})
        vertical = self.env["outbound.vertical"].create({"name": "Safety", "industry_ids": [(6, 0, industry.ids)]})
        fitting = self.people(5, icp_tier="tier_1", industry_id=industry.id)
        self.people(2, start=10, icp_tier="tier_3", industry_id=industry.id)
        self.people(2, start=20, icp_tier="tier_1")
        pilot = self.pilot(vertical_ids=[(6, 0, vertical.ids)], batch_size=3)
        pilot.action_choose_members()
        chosen = pilot.member_ids.lead_id
        self.assertEqual(len(chosen), 3)
        self.assertLessEqual(chosen, fitting)
        pilot.action_choose_members()
        self.assertEqual(pilot.member_ids.lead_id, chosen)

    def test_two_pilots_share_neither_a_sequence_nor_a_prospect(self):
        lead = self.lead()
        self.launched(lead)
        other = self.pilot(lead)
        with self.assertRaisesRegex(UserError, "(?s)uses the same sequence.*take part in another pilot"):
            other.action_launch()

    # ------------------------------------------------------------------ locked

    def test_what_was_agreed_cannot_be_changed_after_the_launch(self):
        pilot = self.launched(self.lead(), gates=0)
        criterion = pilot.criterion_ids[0]
        changes = [
            partial(criterion.write, {"target": 1}),
            criterion.unlink,
            lambda: pilot.write({"criterion_ids": [(1, criterion.id, {"kill": 0})]}),
            partial(criterion.create, {"pilot_id": pilot.id, "metric": "open_rate", "target": 1}),
            lambda: pilot.write({"days": 60}),
            lambda: pilot.write({"holdout_share": 10}),
            pilot.member_ids[0].unlink,
            lambda: pilot.member_ids[0].write({"holdout": True}),
            pilot.action_choose_members,
            pilot.unlink,
        ]
        for change in changes:
            with self.assertRaisesRegex(UserError, "was launched"), self.env.cr.savepoint():
                change()
        with self.assertRaisesRegex(UserError, "cannot be set"):
            pilot.state = "draft"
        pilot.name = "A better name"

    def test_a_copy_is_a_draft_that_may_be_changed(self):
        copy = self.launched(self.lead()).copy()
        self.assertEqual((copy.state, len(copy.gate_ids), len(copy.member_ids)), ("draft", 4, 0))
        copy.criterion_ids[0].target = 33

    def test_a_kill_threshold_that_would_stop_success_is_refused(self):
        pilot = self.pilot()
        with self.assertRaisesRegex(ValidationError, "would be stopped"):
            pilot.criterion_ids.filtered(lambda one: one.metric == "reply_rate").kill = 20

    def test_during_a_pilot_every_mail_is_reviewed(self):
        pilot = self.launched(self.lead())
        with self.assertRaisesRegex(ValidationError, "a person sees every mail"):
            self.sequence.review_policy = "first"
        pilot.decision = "scale"
        pilot.action_finish()
        self.sequence.review_policy = "first"

    # ------------------------------------------------------------------ enrolling and gates

    def test_nobody_enrols_before_the_scores_are_reviewed_and_then_only_members(self):
        member, stranger = self.lead(), self.lead("bob")
        pilot = self.launched(member)
        self.assertEqual(self.refuse(member, self.sequence), {"pilot_gate"})
        pilot.gate_ids[0].action_pass()
        self.assertEqual(self.env["outbound.enrolment.request"].search([("lead_id", "=", member.id)]).state, "waiting")
        self.assertEqual(self.refuse(stranger, self.sequence), {"pilot_only"})
        self.run_cron("outbound.enrolment.request", "_cron_enrol_requests")
        self.assertEqual(member.enrolment_ids.pilot_id, pilot)

    def test_whoever_is_held_out_is_not_written_to(self):
        leads = self.people(10)
        pilot = self.launched(leads, gates=1, holdout_share=30)
        held = pilot.member_ids.filtered("holdout").lead_id
        self.assertEqual(len(held), 3)
        self.assertEqual(self.refuse(held, self.sequence), {"pilot_holdout"})
        self.assertEqual(self.refuse(leads, self.make_sequence(name="Another")), {"pilot_holdout", "pilot_elsewhere"})
        self.assertFalse(self.env["outbound.enrolment.request"].search([("lead_id", "in", held.ids)]))

    def test_gates_are_passed_in_their_order_by_a_manager(self):
        pilot = self.launched(self.lead())
        first, second = pilot.gate_ids[:2]
        with self.assertRaisesRegex(UserError, "not this gate's turn"):
            second.action_pass()
        with self.assertRaises(AccessError):
            first.with_user(self.rep).action_pass()
        first.with_user(self.manager).action_pass()
        self.assertEqual(first.passed_by, self.manager)
        self.assertTrue(second.is_next)

    def test_a_late_gate_delays_the_mails_behind_it_and_says_so(self):
        steps = [
            {"name": f"Mail {n}", "day": 3 * n, "channel": "email", "thread_mode": "new" if n == 1 else "reply"}
            for n in range(1, 6)
        ]
        lead = self.lead()
        pilot = self.launched(lead, gates=1, sequence_ids=[(6, 0, self.make_sequence(steps=steps).ids)])
        self.enrol_all(pilot)
        for number in (1, 2, 3):
            self.mark_sent(lead.enrolment_ids, number)
        fourth = self.approve(self.touch(lead.enrolment_ids, 4))
        later = MONDAY + timedelta(days=16)
        self.env["outbound.mail.domain"].search([]).write({"status": "mail", "checked_date": later})
        self.send(later)
        self.assertEqual((fourth.state, fourth.hold_code), ("approved", "pilot_gate"))
        self.assertIn("pass the gate", fourth.hold_reason)
        pilot.gate_ids[1].action_pass()
        self.assertFalse(fourth.hold_code)
        self.send(later)
        self.assertEqual(fourth.state, "sent")

    def test_a_task_behind_a_late_gate_is_not_put_on_a_list(self):
        lead = self.lead()
        pilot = self.launched(lead, gates=1, sequence_ids=[(6, 0, self.make_sequence(name="With tasks").ids)])
        enrolment = self.enrol_all(pilot)
        for number in (1, 2, 3):
            self.mark_sent(enrolment, number)
        task = self.touch(enrolment, 4)
        self.at(task, days=12)._open_or_hold(MONDAY + timedelta(days=12))
        self.assertEqual((task.state, task.hold_code), ("planned", "pilot_gate"))

    # ------------------------------------------------------------------ rights

    def test_reps_read_and_managers_act(self):
        pilot = self.launched(self.lead())
        self.assertTrue(pilot.with_user(self.rep).criteria_report)
        self.assertTrue(pilot.with_user(self.rep).gate_ids.mapped("work"))
        for action in ("action_kill", "action_finish"):
            with self.assertRaises(AccessError):
                getattr(pilot.with_user(self.rep), action)()
        draft = self.pilot(self.lead("bob", user_id=self.manager.id), sequence_ids=[(6, 0, self.make_sequence().ids)])
        self.env.invalidate_all()
        self.assertTrue(draft.with_user(self.rep).launch_checks)
        self.assertEqual(draft.with_user(self.rep).member_ids.icp_score, 0)
        with self.assertRaises(AccessError):
            draft.with_user(self.rep).action_launch()
        draft.with_user(self.manager).action_launch()
        self.assertEqual(draft.state, "launched")

    def test_another_company_sees_nothing_of_it(self):
        company = self.env["res.company"].create({"name": "Elsewhere"})
        stranger = new_test_user(
            self.env, "pilot-eve", groups="outbound_prospecting.group_outbound_manager",
            company_id=company.id, company_ids=[(6, 0, company.ids)],
        )  # fmt: skip
        pilot = self.launched(self.lead())
        for model in ("outbound.pilot", "outbound.pilot.gate", "outbound.pilot.member"):
            self.assertFalse(self.env[model].with_user(stranger).search([("company_id", "=", pilot.company_id.id)]))
        with self.assertRaises(AccessError):
            pilot.with_user(stranger).name  # noqa: B018
        with self.assertRaises(AccessError):
            pilot.with_user(stranger).action_open_figure("reply_rate")

    def test_a_merge_of_prospects_keeps_the_place(self):
        first, second = self.lead(), self.lead("bob")
        pilot = self.launched(first)
        first.email_from = second.email_from
        (first | second).with_context(tracking_disable=True)._merge_opportunity(auto_unlink=True)
        left = (first | second).exists()
        self.assertEqual(pilot.member_ids.lead_id, left)
