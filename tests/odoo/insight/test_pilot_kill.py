from datetime import timedelta

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from odoo.addons.outbound_prospecting.domain.lifecycle import EnrolmentEvent

from tests.odoo.sending.common import DUE
from tests.odoo.sequence.common import MONDAY

from .common import PilotCase


@tagged("post_install", "-at_install")
class TestKillSwitch(PilotCase):
    """After the kill switch nothing is sent, whatever stood where."""

    def running(self, count=3):
        """A pilot with an approved mail for each of its prospects, due now."""
        leads = self.people(count)
        pilot = self.launched(leads, gates=1)
        enrolments = self.enrol_all(pilot)
        for enrolment in enrolments:
            self.approve(self.touch(enrolment, 1))
        self.env["outbound.mail.domain"].search([]).write({"status": "mail", "checked_date": MONDAY})
        return pilot, enrolments

    def test_without_it_they_leave(self):
        _pilot, enrolments = self.running()
        self.send()
        self.assertEqual(len(self.sink.received), 3)
        self.assertEqual({self.touch(one, 1).state for one in enrolments}, {"sent"})

    def test_nothing_leaves_afterwards(self):
        pilot, enrolments = self.running()
        pilot.action_kill()
        self.assertEqual(set(enrolments.mapped("state")), {"paused"})
        for hours in (0, 24, 24 * 30):
            self.send(DUE + timedelta(hours=hours))
        self.assertFalse(self.sink.received)
        self.assertFalse(enrolments.touch_ids.filtered(lambda touch: touch.state in ("sending", "sent", "unknown")))

    def test_not_even_when_somebody_resumes_a_prospect_by_hand(self):
        pilot, enrolments = self.running()
        pilot.action_kill()
        enrolments[0]._apply(EnrolmentEvent.RESUME)
        self.send()
        self.assertFalse(self.sink.received)
        touch = self.touch(enrolments[0], 1)
        self.assertEqual((touch.state, touch.hold_code), ("approved", "pilot_stopped"))

    def test_a_claimed_mail_does_not_leave(self):
        """The switch is pulled after the claim was committed and before the mail is handed over."""
        pilot, enrolments = self.running(1)
        Touch = self.registry["outbound.touch"]
        lock = Touch._lock_claim
        states = []

        def pulled(touch, claim):
            states.append(touch.env["outbound.touch"].browse(claim.touch_id).state)
            pilot.with_env(touch.env)._kill("Enough.")
            touch.env.flush_all()
            return lock(touch, claim)

        self.patch(Touch, "_lock_claim", pulled)
        self.send()
        self.assertEqual(states, ["sending"])
        self.assertFalse(self.sink.received)
        self.assertEqual(self.touch(enrolments, 1).state, "approved")
        self.send(DUE + timedelta(days=2))
        self.assertFalse(self.sink.received)

    def test_it_stops_enrolling_too(self):
        pilot = self.launched(self.lead(), gates=1)
        pilot.action_kill()
        self.run_cron("outbound.enrolment.request", "_cron_enrol_requests")
        request = self.env["outbound.enrolment.request"].search([("lead_id", "in", pilot.member_ids.lead_id.ids)])
        self.assertEqual(request.code, "pilot_stopped")
        self.assertFalse(pilot.enrolment_ids)

    def test_pulled_twice_it_does_nothing_and_resumed_it_goes_on(self):
        pilot, enrolments = self.running()
        enrolments[0]._apply(EnrolmentEvent.PAUSE, reason="Their wish.")
        self.assertEqual(pilot._kill("Enough."), 2)
        self.assertEqual(pilot._kill("Again."), 0)
        self.assertEqual(pilot.state_reason, "Enough.")
        pilot.action_resume()
        self.assertEqual(pilot.state, "launched")
        self.assertEqual(enrolments.mapped("state"), ["paused", "active", "active"])
        for enrolment in enrolments[1:]:
            self.touch(enrolment, 1).due_date = DUE - timedelta(hours=1)
            self.touch(enrolment, 1)._set_wake_date()
        self.send()
        self.assertEqual(len(self.sink.received), 2)

    def test_finishing_a_stopped_pilot_ends_its_outreach(self):
        pilot, enrolments = self.running()
        pilot.action_kill()
        with self.assertRaisesRegex(UserError, "what was decided"):
            pilot.action_finish()
        pilot.decision = "stop"
        pilot.action_finish()
        self.assertEqual(set(enrolments.mapped("state")), {"stopped"})
        self.assertEqual(set(enrolments.touch_ids.mapped("state")), {"cancelled"})
        with self.assertRaisesRegex(UserError, "“Finished”"):
            pilot.action_resume()

    def test_finishing_with_success_lets_running_sequences_end(self):
        pilot, enrolments = self.running()
        pilot.decision = "scale"
        pilot.action_finish()
        self.assertEqual(set(enrolments.mapped("state")), {"active"})
        self.send()
        self.assertEqual(len(self.sink.received), 3)

    # ------------------------------------------------------------------ by itself

    def test_the_daily_look_stops_it_beyond_a_threshold_and_tells(self):
        self.env.ref("outbound_prospecting.outbound_alert_rule_pilot_stopped").active = True
        pilot, enrolments = self.running(4)
        for enrolment in enrolments:
            self.mark_sent(enrolment)
        self.reply(enrolments[0].lead_id, "complaint")
        self.run_cron("outbound.pilot", "_cron_watch_pilots", days=6)
        self.assertEqual(pilot.state, "launched")  # 1 of 4: fewer than the people needed
        self.env.cr.execute("UPDATE outbound_pilot_criterion SET floor = 4 WHERE pilot_id = %s", [pilot.id])
        self.env.invalidate_all()
        self.run_cron("outbound.pilot", "_cron_watch_pilots", days=6)
        self.assertEqual(pilot.state, "stopped")
        self.assertIn("Complaints", pilot.state_reason)
        alert = self.env["outbound.alert"].search([("rule_id.happening", "=", "pilot_stopped")])
        self.assertEqual(alert.user_id, self.manager)
        self.assertIn(f"/odoo/outbound-pilots/{pilot.id}", alert.text)

    @mute_logger("odoo.addons.outbound_prospecting.models.sequence.enrolment_work")
    def test_a_pilot_that_cannot_be_judged_does_not_keep_the_others_from_being_stopped(self):
        broken = self.launched(self.lead("bob"), sequence_ids=[(6, 0, self.make_sequence(name="Other").ids)])
        pilot, enrolments = self.running(1)
        self.mark_sent(enrolments)
        self.reply(enrolments.lead_id, "complaint")
        self.env.cr.execute("UPDATE outbound_pilot_criterion SET floor = 1")
        self.env.invalidate_all()
        Pilot = self.registry["outbound.pilot"]
        judge = Pilot._find_kill_reasons

        def failing(records):
            if records.id == broken.id:
                raise ValueError("broken")
            return judge(records)

        self.patch(Pilot, "_find_kill_reasons", failing)
        self.run_cron("outbound.pilot", "_cron_watch_pilots", days=6)
        self.assertEqual((broken.state, pilot.state), ("launched", "stopped"))

    def test_whoever_must_act_is_reminded_once(self):
        pilot = self.launched(self.lead())
        for days in (8, 9):
            self.run_cron("outbound.pilot", "_cron_watch_pilots", days=days)
        self.assertEqual(pilot.activity_ids.user_id, self.manager)
        self.assertIn("scores", pilot.activity_ids.summary)

    def test_it_costs_the_same_for_any_number_of_prospects(self):
        pilots = []
        for size, sequence in ((2, self.sequence), (8, self.make_sequence(name="Other"))):
            leads = self.people(size, start=100 * size)
            pilot = self.launched(leads, gates=1, sequence_ids=[(6, 0, sequence.ids)])
            pilots.append(pilot)
        counts = []
        for pilot in pilots:
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            pilot.criteria_report  # noqa: B018
            counts.append(self.env.cr.sql_log_count - before)
        self.assertEqual(counts[0], counts[1])
