from datetime import timedelta

from odoo.tests import tagged

from odoo.addons.outbound_prospecting.domain.lifecycle import EnrolmentEvent, TouchEvent

from .common import MONDAY, OutreachCase


@tagged("post_install", "-at_install")
class TestTasks(OutreachCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.rep = cls.env["res.users"].create(
            {
                "name": "Ada Rep",
                "login": "outreach-rep",
                "group_ids": [(4, cls.env.ref("outbound_prospecting.group_outbound_user").id)],
            }
        )
        cls.stand_in = cls.rep.copy({"name": "Bo Stand-In", "login": "outreach-stand-in"})

    def work(self, **delta):
        self.run_cron("outbound.enrolment", "_cron_work_enrolments", **delta)

    def task(self, enrolment, number):
        self.touch(enrolment, number).invalidate_recordset()
        return self.touch(enrolment, number)

    def test_due_task_is_an_activity_with_its_text(self):
        step = self.sequence.step_ids[3]
        step.task_note = "<p>Hi {first_name|there}, about {company}. {first_name}{7*7}</p>"
        lead = self.lead(user_id=self.rep.id, partner_name="{sender_name} Works")
        enrolment = self.enrol(lead)
        self.work()
        research = self.task(enrolment, 1)
        self.assertEqual(research.state, "open")
        self.assertEqual(research.activity_id.user_id, self.rep)
        self.assertIn("Research", research.activity_id.summary)
        research._apply(TouchEvent.COMPLETE_TASK)
        self.work(days=11)
        connect = self.task(enrolment, 4)
        self.assertEqual(connect.state, "open")
        self.assertIn("Hi Jane, about {sender_name} Works.", connect.task_text)
        self.assertIn("{7*7}", connect.task_text, "what is no token stays as it is")
        self.assertIn("linkedin.com/search", connect.profile_url)
        self.assertEqual(connect.activity_id.outbound_task["text"], connect.task_text)
        lead.linkedin_url = "linkedin.com/in/jane"
        self.assertEqual(connect.profile_url, "https://linkedin.com/in/jane")

    def test_done_activity_completes_the_touch(self):
        enrolment = self.enrol()
        self.work()
        research = self.task(enrolment, 1)
        research.activity_id.action_feedback(feedback="They build safety helmets.")
        self.assertEqual(research.state, "done")
        self.assertIn("safety helmets", enrolment.lead_id.message_ids[0].body)

    def test_cancelled_activity_skips_the_touch_with_the_reason(self):
        enrolment = self.enrol()
        self.work()
        research = self.task(enrolment, 1)
        activity = research.activity_id
        activity.with_user(self.env.ref("base.user_admin")).action_cancel()
        self.assertEqual(research.state, "skipped")
        self.assertIn("cancelled the task", research.end_reason)
        self.assertFalse(activity.exists())

    def test_done_button_closes_the_activity(self):
        enrolment = self.enrol()
        self.work()
        research = self.task(enrolment, 1)
        activity = research.activity_id
        research.action_done()
        self.assertEqual(research.state, "done")
        self.assertFalse(activity.active)

    def test_other_activities_are_left_alone(self):
        lead = self.lead()
        self.enrol(lead)
        activity = lead.activity_schedule("mail.mail_activity_data_todo", summary="Mine")
        activity.action_feedback()
        self.assertEqual(lead.sequence_stage, "in_progress")

    def test_later_touches_wait_for_research_and_wake_when_it_is_over(self):
        steps = [
            {"name": "Research", "day": 1, "channel": "internal", "blocking": True},
            {"name": "Call", "day": 2, "channel": "phone"},
            {"name": "Mail", "day": 6, "channel": "email", "thread_mode": "new"},
        ]
        enrolment = self.enrol(sequence=self.make_sequence(steps=steps))
        self.work(days=3)
        call = self.task(enrolment, 2)
        self.assertEqual(call.state, "planned")
        self.assertIn("Research", call.hold_reason)
        self.assertEqual(set(enrolment.touch_ids[1:]._get_waiting_for().values()), {enrolment.touch_ids[0]})
        self.at(self.touch(enrolment, 1), days=3)._apply(TouchEvent.COMPLETE_TASK)
        self.assertFalse(call.hold_reason)
        self.work(days=3, hours=1)
        self.assertEqual(self.task(enrolment, 2).state, "open")

    def test_pause_takes_tasks_back_and_resume_gives_them_again(self):
        enrolment = self.enrol()
        self.work()
        activity = self.touch(enrolment, 1).activity_id
        enrolment._apply(EnrolmentEvent.PAUSE, reason="Trade fair", resume_at=MONDAY + timedelta(days=10))
        self.assertFalse(activity.exists())
        self.assertEqual(self.touch(enrolment, 1).state, "planned")
        self.work(days=9)
        self.assertEqual(enrolment.state, "paused")
        self.work(days=10, hours=1)
        enrolment.invalidate_recordset()
        self.assertEqual(enrolment.state, "active")
        self.assertEqual(self.task(enrolment, 1).state, "open")

    def test_undone_task_is_skipped_in_time_but_never_a_blocking_one(self):
        enrolment = self.enrol()
        self.work()
        self.work(days=40)
        self.assertEqual(self.task(enrolment, 1).state, "open", "others wait for research")
        self.at(self.touch(enrolment, 1), days=40)._apply(TouchEvent.COMPLETE_TASK)
        self.work(days=41)
        self.assertEqual(self.task(enrolment, 4).state, "open")
        self.work(days=60)
        connect = self.task(enrolment, 4)
        self.assertEqual(connect.state, "skipped")
        self.assertIn("14 days", connect.end_reason)

    # ------------------------------------------------------------------ leave

    def leave(self, user, start, end):
        resource = self.env["resource.resource"].create({"name": user.name, "user_id": user.id})
        self.env["resource.calendar.leaves"].create(
            {
                "name": "Holiday",
                "resource_id": resource.id,
                "date_from": MONDAY + timedelta(days=start),
                "date_to": MONDAY + timedelta(days=end),
            }
        )

    def test_leave_pauses_and_the_backlog_is_spread_on_return(self):
        self.mailbox.write({"daily_cap": 2, "ramp_weeks": 0})
        leads = self.env["crm.lead"].union(*(self.lead(f"p{n}", user_id=self.rep.id) for n in range(5)))
        steps = [{"name": "Mail", "day": 4, "channel": "email", "thread_mode": "new"}]
        enrolments = self.enrol(leads, sequence=self.make_sequence(steps=steps))
        self.leave(self.rep, 1, 15)
        self.work(days=1, hours=1)
        enrolments.invalidate_recordset()
        self.assertEqual(set(enrolments.mapped("state")), {"paused"})
        self.assertIn("Ada Rep is on leave", enrolments[0].state_reason)
        self.assertEqual(set(enrolments.mapped("resume_date")), {MONDAY + timedelta(days=15)})
        self.work(days=15, hours=1)
        enrolments.invalidate_recordset()
        enrolments.touch_ids.invalidate_recordset()
        self.assertEqual(set(enrolments.mapped("state")), {"active"})
        days = sorted((due - MONDAY).days for due in enrolments.touch_ids.mapped("due_date"))
        self.assertEqual(days, [15, 15, 15, 15, 16], "two a day from Tuesday the 17th on")
        self.assertEqual(
            sorted(due.date().isoformat() for due in enrolments.touch_ids.mapped("due_date")),
            ["2026-03-17", "2026-03-17", "2026-03-18", "2026-03-18", "2026-03-19"],
        )

    def test_short_absence_is_no_leave(self):
        enrolment = self.enrol(self.lead(user_id=self.rep.id))
        self.leave(self.rep, 1, 1.1)
        self.work(days=1, hours=1)
        self.assertEqual(enrolment.state, "active")

    def test_stand_in_does_the_tasks(self):
        self.rep.outbound_stand_in_id = self.stand_in
        self.sequence.leave_policy = "reassign"
        early, late = self.lead("early", user_id=self.rep.id), self.lead("late", user_id=self.rep.id)
        first = self.enrol(early)
        self.work()
        self.leave(self.rep, 1, 15)
        second = self.at(self.Enrolment, days=2)._enrol(late, self.sequence).enrolments
        self.work(days=2)
        for enrolment in (first, second):
            self.assertEqual(enrolment.state, "active")
            self.assertEqual(self.task(enrolment, 1).activity_id.user_id, self.stand_in)

    def test_longer_leave_pauses_again(self):
        enrolment = self.enrol(self.lead(user_id=self.rep.id))
        self.leave(self.rep, 1, 5)
        self.work(days=1, hours=1)
        self.leave(self.stand_in, 1, 5)
        self.env["resource.calendar.leaves"].search([("resource_id.user_id", "=", self.rep.id)]).date_to = (
            MONDAY + timedelta(days=9)
        )
        self.work(days=5, hours=1)
        enrolment.invalidate_recordset()
        self.assertEqual((enrolment.state, enrolment.resume_date), ("paused", MONDAY + timedelta(days=9)))

    def test_a_record_that_fails_does_not_hold_up_the_others(self):
        good, bad = self.enrol(self.lead("good")), self.enrol(self.lead("bad"))
        original = type(self.Touch)._prepare_activity_vals

        def prepare(touch, now):
            if touch.enrolment_id == bad:
                raise ValueError("broken")
            return original(touch, now)

        self.patch(type(self.Touch), "_prepare_activity_vals", prepare)
        with self.assertLogs("odoo.addons.outbound_prospecting", "WARNING") as logs:
            self.work()
        self.assertIn("could not be worked on", "\n".join(logs.output))
        self.assertEqual(self.task(good, 1).state, "open")
        self.assertEqual(self.task(bad, 1).state, "planned")
