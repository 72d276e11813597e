from datetime import datetime
from random import Random

from odoo.exceptions import UserError
from odoo.tests import tagged

from odoo.addons.outbound_prospecting.domain.lifecycle import EnrolmentEvent, TouchEvent
from odoo.addons.outbound_prospecting.models.sequence.touch import WAITING_STATES

from .common import MONDAY, OutreachCase


@tagged("post_install", "-at_install")
class TestApply(OutreachCase):
    def send(self, touch, **delta):
        touch = self.at(touch, **delta)
        for event in (TouchEvent.DRAFT, TouchEvent.PASS, TouchEvent.CLAIM, TouchEvent.ACCEPT):
            touch._apply(event)

    def test_planned_on_the_days_of_the_sequence_in_the_prospects_zone(self):
        touches = self.enrol().touch_ids.sorted("number")
        self.assertEqual(
            touches.mapped("due_date"),
            [
                MONDAY,  # research at once
                datetime(2026, 3, 4, 7, 0),  # 08:00 in Brussels
                datetime(2026, 3, 9, 7, 0),  # day 7 is a Sunday
                datetime(2026, 3, 12, 7, 0),  # day 10 is Wednesday the 11th, two days after
                datetime(2026, 3, 16, 7, 0),  # day 14 is a Sunday
            ],
        )

    def test_lead_tells_where_it_stands(self):
        enrolment = self.enrol()
        lead = enrolment.lead_id
        self.assertEqual(lead.sequence_stage, "in_progress")
        self.assertEqual(lead.sequence_start_date, MONDAY)
        self.assertEqual(lead.next_touch_date, MONDAY)
        self.assertEqual(lead.outreach_channel, "email")
        self.assertFalse(lead.last_touch_date)
        research = self.touch(enrolment, 1)
        research._apply(TouchEvent.OPEN_TASK)
        research._apply(TouchEvent.COMPLETE_TASK)
        self.assertFalse(lead.last_touch_date, "research is no touch of the prospect")
        self.send(self.touch(enrolment, 2), days=2)
        self.assertEqual(lead.last_touch_date, datetime(2026, 3, 4, 9, 0))
        self.assertEqual(lead.next_touch_date, datetime(2026, 3, 9, 7, 0))

    def test_a_late_mail_pushes_only_what_would_come_too_close(self):
        enrolment = self.enrol()
        self.send(self.touch(enrolment, 2), days=5)  # Saturday the 7th instead of Wednesday
        dues = enrolment.touch_ids.sorted("number").mapped("due_date")[2:]
        self.assertEqual(dues, [datetime(2026, 3, 10, 7, 0), datetime(2026, 3, 13, 7, 0), datetime(2026, 3, 16, 7, 0)])

    def test_nothing_is_claimed_while_the_enrolment_rests(self):
        enrolment = self.enrol()
        touch = self.touch(enrolment, 2)
        touch._apply(TouchEvent.DRAFT)
        touch._apply(TouchEvent.PASS)
        enrolment._apply(EnrolmentEvent.PAUSE, reason="On holiday")
        with self.assertRaisesRegex(UserError, "can no longer be done"):
            touch._apply(TouchEvent.CLAIM)
        self.assertFalse(touch.wake_date)
        enrolment._apply(EnrolmentEvent.RESUME)
        touch._apply(TouchEvent.CLAIM)

    def test_stop_cancels_all_that_waits_and_keeps_what_was_sent(self):
        enrolment = self.enrol()
        self.send(self.touch(enrolment, 2), days=2)
        enrolment._apply(EnrolmentEvent.STOP, reason="Asked us to stop")
        states = enrolment.touch_ids.sorted("number").mapped("state")
        self.assertEqual(states, ["cancelled", "sent", "cancelled", "cancelled", "cancelled"])
        self.assertEqual(set(enrolment.touch_ids.mapped("end_reason")), {"Asked us to stop", False})
        self.assertEqual(enrolment.lead_id.sequence_stage, "stopped")

    def test_a_mail_turned_back_after_a_stop_does_not_wait_for_another_try(self):
        enrolment = self.enrol()
        touch = self.touch(enrolment, 2)
        for event in (TouchEvent.DRAFT, TouchEvent.PASS, TouchEvent.CLAIM):
            touch._apply(event)
        enrolment._apply(EnrolmentEvent.STOP, reason="Asked us to stop")
        self.assertEqual(touch.state, "sending", "it cannot be called back")
        touch._apply(TouchEvent.DEFER)
        self.assertEqual((touch.state, touch.end_reason), ("cancelled", "Asked us to stop"))

    def test_the_last_touch_completes_the_enrolment(self):
        enrolment = self.enrol()
        for touch in enrolment.touch_ids:
            touch._apply(TouchEvent.SKIP, end_reason="Test")
        self.assertEqual(enrolment.state, "completed")
        self.assertEqual(enrolment.lead_id.sequence_stage, "completed")

    def test_nobody_writes_a_state(self):
        enrolment = self.enrol()
        with self.assertRaisesRegex(UserError, "cannot be set"):
            enrolment.write({"state": "stopped"})
        with self.assertRaisesRegex(UserError, "cannot be set"):
            enrolment.touch_ids.with_context(outbound_state_writer=True).write({"state": "sent"})

    def test_first_mail_moves_the_prospect_on_its_board(self):
        board = self.env["crm.lead"]._get_boards()[self.team.id]
        lead = self.lead()
        self.assertEqual(lead.stage_id.id, board.first.id)
        enrolment = self.enrol(lead)
        research = self.touch(enrolment, 1)
        research._apply(TouchEvent.OPEN_TASK)
        research._apply(TouchEvent.COMPLETE_TASK)
        self.assertEqual(lead.stage_id.id, board.first.id, "research is no outreach")
        self.send(self.touch(enrolment, 2))
        self.assertEqual((lead.stage_id.name, lead.probability), ("Contacted", 10))
        lead.stage_id = board.stages[2].id
        self.send(self.touch(enrolment, 3))
        self.assertEqual(lead.stage_id.id, board.stages[2].id, "only from the entry")

    def test_events_tell_the_story(self):
        enrolment = self.enrol()
        self.send(self.touch(enrolment, 2))
        enrolment._apply(EnrolmentEvent.PAUSE, reason="Leave")
        kinds = self.env["outbound.event"].search([("lead_id", "=", enrolment.lead_id.id)], order="id").mapped("kind")
        self.assertEqual(
            kinds,
            ["stage_changed", "enrolled", "drafted", "approved", "touch_sent", "stage_changed", "paused"],
        )

    def test_random_orders_of_events_leave_everything_true(self):
        stages = {"active": "in_progress"}
        for seed in range(15):
            random = Random(seed)
            enrolment = self.enrol(self.lead(f"seed{seed}"))
            touches = enrolment.touch_ids
            for _ in range(40):
                target, event = random.choice(
                    [(enrolment, one) for one in EnrolmentEvent]
                    + [(touch, one) for touch in touches for one in TouchEvent]
                )
                stopped = enrolment.state == "stopped"
                try:
                    target._apply(event)
                except UserError:
                    continue
                self.assertFalse(stopped and event is TouchEvent.CLAIM, "claimed after a stop")
                states = set(touches.mapped("state"))
                if enrolment.state == "stopped":
                    self.assertFalse(states & set(WAITING_STATES), f"seed {seed}: {states}")
                for touch in touches:
                    awake = enrolment.state == "active" and touch.state in WAITING_STATES
                    self.assertEqual(bool(touch.wake_date), awake, f"seed {seed}: {touch.state} in {enrolment.state}")
                self.assertEqual(enrolment.lead_id.sequence_stage, stages.get(enrolment.state, enrolment.state))
            enrolment._apply(EnrolmentEvent.STOP)
