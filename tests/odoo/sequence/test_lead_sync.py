from odoo.exceptions import UserError
from odoo.tests import tagged

from odoo.addons.outbound_prospecting.domain.lifecycle import EnrolmentEvent, TouchEvent

from .common import OutreachCase


@tagged("post_install", "-at_install")
class TestLeadSync(OutreachCase):
    def send(self, touch):
        for event in (TouchEvent.DRAFT, TouchEvent.PASS, TouchEvent.CLAIM, TouchEvent.ACCEPT):
            touch._apply(event)

    def test_won_and_lost_stop(self):
        won, lost, archived = (self.enrol(self.lead(name)) for name in ("won", "lost", "archived"))
        won.lead_id.action_set_won()
        lost.lead_id.action_set_lost()
        archived.lead_id.action_archive()
        self.assertEqual([e.state for e in (won, lost, archived)], ["stopped"] * 3)
        self.assertIn("won", won.state_reason)
        self.assertEqual(set((won | lost | archived).touch_ids.mapped("state")), {"cancelled"})

    def test_dragged_to_closed_lost_stops_and_takes_tasks_away(self):
        lead = self.lead()
        enrolment = self.enrol(lead)
        self.run_cron("outbound.enrolment", "_cron_work_enrolments")
        self.assertTrue(lead.activity_ids)
        lead.stage_id = self.env.ref("outbound_prospecting.crm_stage_closed_lost")
        self.assertEqual(enrolment.state, "stopped")
        self.assertFalse(lead.activity_ids)
        lead.action_restore()
        self.assertFalse(lead.activity_ids, "a task of a stopped sequence does not come back")

    def test_another_address_is_followed(self):
        enrolment = self.enrol()
        enrolment.lead_id.email_from = "new@jane.test"
        self.assertEqual((enrolment.state, enrolment.email_normalized), ("active", "new@jane.test"))

    def test_address_of_somebody_enrolled_stops(self):
        first, second = self.enrol(self.lead("first")), self.enrol(self.lead("second"))
        second.lead_id.email_from = first.email_normalized
        self.assertEqual((first.state, second.state), ("active", "stopped"))
        self.assertIn("another sequence", second.state_reason)
        first.lead_id.email_from = False
        self.assertEqual(first.state, "stopped")

    def test_tasks_go_to_the_new_rep(self):
        rep = self.env["res.users"].create({"name": "New Rep", "login": "outreach-new-rep"})
        lead = self.lead()
        enrolment = self.enrol(lead)
        self.run_cron("outbound.enrolment", "_cron_work_enrolments")
        lead.user_id = rep
        self.assertEqual(self.touch(enrolment, 1).activity_id.user_id, rep)

    def test_merge_moves_the_enrolment_and_its_history(self):
        kept, gone = self.lead("kept"), self.lead("gone")
        enrolment = self.enrol(gone)
        self.send(self.touch(enrolment, 2))
        events = self.env["outbound.event"].search([("lead_id", "=", gone.id)])
        merged = (kept | gone)._merge_opportunity(auto_unlink=True)
        self.assertEqual(enrolment.lead_id, merged)
        self.assertEqual(enrolment.touch_ids.lead_id, merged)
        self.assertEqual(events.lead_id, merged)
        self.assertEqual(merged.sequence_stage, "in_progress")
        self.assertTrue(merged.last_touch_date)

    def test_merge_of_two_enrolled_keeps_the_one_that_came_further(self):
        leads = self.lead("first") | self.lead("second")
        enrolments = self.enrol(leads)
        self.send(self.touch(enrolments[1], 2))
        leads._merge_opportunity()
        self.assertEqual(enrolments.mapped("state"), ["stopped", "active"])
        self.assertEqual(len(enrolments.lead_id), 1)

    def test_merge_with_somebody_who_answered_sends_nothing_more(self):
        leads = self.lead("first") | self.lead("second")
        enrolments = self.enrol(leads)
        enrolments[0]._apply(EnrolmentEvent.REPLY)
        merged = leads._merge_opportunity()
        self.assertEqual(enrolments.mapped("state"), ["replied", "stopped"])
        self.assertEqual(merged.sequence_stage, "replied")

    def test_a_prospect_with_a_mail_on_its_way_is_not_deleted(self):
        enrolment = self.enrol()
        touch = self.touch(enrolment, 2)
        for event in (TouchEvent.DRAFT, TouchEvent.PASS, TouchEvent.CLAIM):
            touch._apply(event)
        with self.assertRaisesRegex(UserError, "on its way"):
            enrolment.lead_id.unlink()
        touch._apply(TouchEvent.REFUSE)
        enrolment.lead_id.unlink()
        self.assertFalse(enrolment.exists())

    def test_resume_after_a_reply_needs_a_person_who_is_free(self):
        lead = self.lead()
        first = self.enrol(lead)
        first._apply(EnrolmentEvent.REPLY)
        twin = self.lead("twin", email_from=lead.email_from)
        self.Enrolment._enrol(twin, self.sequence, again=True)
        with self.assertRaisesRegex(UserError, "one sequence at a time"):
            lead.action_resume_outreach()
        twin.enrolment_ids._apply(EnrolmentEvent.STOP)
        lead.action_resume_outreach()
        self.assertEqual(first.state, "active")

    def test_buttons(self):
        lead = self.lead()
        enrolment = self.enrol(lead)
        lead.action_skip_next_touch()
        self.assertEqual(self.touch(enrolment, 1).state, "skipped")
        action = lead.action_pause_outreach()
        wizard = self.env[action["res_model"]].with_context(action["context"]).create({"reason": "Trade fair"})
        self.assertEqual((wizard.count, wizard.waiting_count), (1, 4))
        wizard.action_apply()
        self.assertEqual(enrolment.state, "paused")
        self.assertIn("Trade fair", enrolment.state_reason)
        lead.action_resume_outreach()
        action = lead.action_stop_outreach()
        self.env[action["res_model"]].with_context(action["context"]).create({}).action_apply()
        self.assertEqual(enrolment.state, "stopped")
        with self.assertRaisesRegex(UserError, "Nothing is paused"):
            lead.action_resume_outreach()

    def test_timeline_tells_past_present_and_future(self):
        self.env.user.tz = "America/New_York"
        lead = self.lead()
        enrolment = self.enrol(lead)
        lead.action_skip_next_touch()
        self.send(self.touch(enrolment, 2))
        self.touch(enrolment, 3)._hold("The mailbox is paused.", self.touch(enrolment, 3).due_date)
        story = lead.outreach_timeline["enrolments"][0]
        research, mail, follow, *_rest = story["touches"]
        self.assertEqual((research["state"], research["why"]), ("skipped", f"Skipped by {self.env.user.name}."))
        self.assertTrue(mail["over"])
        self.assertTrue(follow["next"])
        self.assertEqual(follow["why"], "The mailbox is paused.")
        self.assertIn("8:00", follow["when"]["theirs"])
        self.assertIn("3:00", follow["when"]["ours"], "Brussels in summer time is five hours from New York in March")
        self.assertFalse(follow["when"]["same"])
