from odoo.exceptions import UserError
from odoo.tests import tagged

from odoo.addons.outbound_prospecting.domain.lifecycle import TouchEvent

from .common import OutreachCase


@tagged("post_install", "-at_install")
class TestVersions(OutreachCase):
    def new_version(self, sequence=None):
        action = (sequence or self.sequence).action_new_version()
        return self.env["outbound.sequence"].browse(action["res_id"])

    def live(self, sequence):
        """Launch without the checklist, which has tests of its own."""
        sequence.write({"state": "active"})
        sequence.previous_id.write({"state": "archived"})

    def test_a_live_version_is_fixed(self):
        step = self.sequence.step_ids[1]
        for change in (
            lambda: step.write({"day": 5}),
            step.unlink,
            lambda: self.env["outbound.sequence.step"].create(
                {"sequence_id": self.sequence.id, "name": "More", "day": 20}
            ),
            lambda: self.sequence.write({"minimum_gap_days": 1}),
        ):
            with self.assertRaisesRegex(UserError, "New version"):
                change()
        step.name = "Better name"
        self.sequence.max_active_per_company = 5

    def test_new_version_is_a_draft_with_the_same_touches(self):
        draft = self.new_version()
        self.assertEqual((draft.state, draft.version, draft.previous_id), ("draft", 2, self.sequence))
        self.assertEqual(draft.step_ids.origin_id, self.sequence.step_ids)
        self.assertEqual(draft.step_ids.mapped("day"), self.sequence.step_ids.mapped("day"))
        self.assertEqual(self.new_version(), draft, "the same draft, not another one")
        draft.step_ids[1].day = 5

    def test_running_enrolments_keep_their_version(self):
        enrolment = self.enrol()
        self.live(self.new_version())
        self.assertEqual(enrolment.sequence_id, self.sequence)
        self.assertEqual(self.sequence.state, "archived")
        self.assertEqual(enrolment.state, "active")

    def test_move_shows_first_and_then_does(self):
        early, late = self.enrol(self.lead("early")), self.enrol(self.lead("late"))
        for number in (1, 2):
            self.touch(late, number)._apply(TouchEvent.SKIP)
        self.touch(early, 2)._apply(TouchEvent.DRAFT)
        target = self.new_version()
        target.step_ids[3].unlink()  # no LinkedIn
        self.env["outbound.sequence.step"].create(
            {"sequence_id": target.id, "name": "Call", "day": 9, "channel": "phone"}
        )
        target.invalidate_recordset()
        self.live(target)
        wizard = self.env["outbound.sequence.move"].create({"source_id": self.sequence.id, "target_id": target.id})
        self.assertEqual(wizard.count, 2)
        plans = (early | late)._plan_move(target)
        self.assertEqual([plan["next"].name for plan in plans], ["Research", "Follow-up"])
        self.assertEqual([(plan["dropped"], plan["added"]) for plan in plans], [(1, 1), (1, 1)])
        self.assertIn("Follow-up", wizard.preview)
        wizard.action_move()
        self.assertEqual((early | late).sequence_id, target)
        self.assertEqual(
            early.touch_ids.filtered(lambda t: t.state != "cancelled").sorted("number").step_id.mapped("name"),
            ["Research", "First mail", "Follow-up", "Call", "Break-up"],
        )
        self.assertEqual(set(early.touch_ids.mapped("state")), {"planned", "cancelled"}, "drafted anew")
        self.assertEqual(
            late.touch_ids.filtered(lambda t: t.state == "planned").sorted("number").step_id.mapped("name"),
            ["Follow-up", "Call", "Break-up"],
        )
        self.assertEqual(
            late.touch_ids.filtered(lambda t: t.state == "skipped").step_id.mapped("name"), ["Research", "First mail"]
        )

    def test_launch_names_what_is_missing(self):
        self.env["outbound.mailbox"].search([]).write({"state": "paused"})
        draft = self.make_sequence(
            live=False, steps=[{"name": "Mail", "day": 1, "channel": "email", "thread_mode": "reply"}]
        )
        checks = {check["code"]: check for check in draft.launch_checks}
        self.assertEqual(checks["first_mail"]["level"], "error")
        self.assertEqual(checks["mailbox"]["level"], "error")
        self.assertTrue(checks["mailbox"]["fix"])
        self.assertEqual(draft.action_fix_launch("mailbox")["res_model"], "outbound.mailbox")
        with self.assertRaisesRegex(UserError, "cannot go on with a thread"):
            draft.action_launch()
        self.assertEqual(draft.state, "draft")

    def test_capacity_is_arithmetic(self):
        self.mailbox.write({"daily_cap": 30, "ramp_weeks": 0})
        capacity = self.sequence.capacity
        self.assertEqual((capacity["mails"], capacity["cap"], capacity["room"]), (3, 30, 10))
        self.enrol(*(self.lead(f"p{n}") for n in range(20)))
        self.sequence.invalidate_recordset()
        self.assertEqual((self.sequence.capacity["new"], self.sequence.capacity["load"]), (2.0, 20))

    def test_day_line_shows_waits_and_who_is_where(self):
        first, second = self.enrol(self.lead("first")), self.enrol(self.lead("second"))
        self.touch(second, 1)._apply(TouchEvent.SKIP)
        self.assertTrue(first)
        line = self.sequence.day_line
        self.assertEqual([step["day"] for step in line], [1, 3, 7, 10, 14])
        self.assertEqual([step["wait"] for step in line], [0, 2, 4, 3, 4])
        self.assertEqual([step["here"] for step in line], [1, 1, 0, 0, 0])

    def test_preview_is_of_real_prospects_and_stores_nothing(self):
        self.lead("jane")
        task = self.sequence.step_ids[3]
        task.task_note = "<p>Hi {first_name}</p>"
        before = self.env["outbound.touch"].search_count([])
        texts = [entry["text"] for entry in self.sequence.action_preview(task.id)]
        self.assertTrue(texts)
        self.assertEqual(before, self.env["outbound.touch"].search_count([]))

    def test_pause_all_and_resume_all_leave_others_paused(self):
        first, second = self.enrol(self.lead("first")), self.enrol(self.lead("second"))
        action = second.lead_id.action_pause_outreach()
        self.env[action["res_model"]].with_context(action["context"]).create({}).action_apply()
        self.sequence.action_pause_all()
        self.assertEqual((first | second).mapped("state"), ["paused", "paused"])
        self.sequence.action_resume_all()
        self.assertEqual((first | second).mapped("state"), ["active", "paused"])
