from datetime import datetime, timedelta

from odoo.tests import tagged

from .common import MONDAY, RoutingCase


@tagged("post_install", "-at_install")
class TestMeetings(RoutingCase):
    def stage(self, name):
        return self.env.ref(f"outbound_prospecting.crm_stage_{name}")

    def meet(self, lead, days=2, **values):
        start = MONDAY + timedelta(days=days)
        event = {"name": "Talk", "start": start, "stop": start + timedelta(hours=1), "opportunity_id": lead.id}
        return self.env["calendar.event"].create({**event, **values})

    def kinds(self, lead):
        lead.invalidate_recordset(["outbound_event_ids"])
        return [kind for kind in lead.outbound_event_ids.sorted("id").mapped("kind") if kind.startswith("meeting")]

    def test_a_meeting_moves_the_prospect(self):
        lead = self.lead(user_id=self.ada.id, stage_id=self.stage("engaged").id)
        self.meet(lead)
        self.assertEqual(lead.stage_id, self.stage("meeting_booked"))
        self.assertEqual(lead.meeting_booked_date, MONDAY + timedelta(days=2))
        self.assertEqual(self.kinds(lead), ["meeting_booked"])

    def test_only_forward(self):
        lead = self.lead(stage_id=self.stage("proposal_sent").id)
        self.meet(lead)
        self.assertEqual(lead.stage_id, self.stage("proposal_sent"))
        self.assertTrue(lead.meeting_booked_date)

    def test_moved_and_called_off(self):
        lead = self.lead(stage_id=self.stage("engaged").id)
        event = self.meet(lead)
        event.write({"start": MONDAY + timedelta(days=4), "stop": MONDAY + timedelta(days=4, hours=1)})
        self.assertEqual(lead.meeting_booked_date, MONDAY + timedelta(days=4))
        event.unlink()
        self.assertFalse(lead.meeting_booked_date)
        self.assertEqual(lead.stage_id, self.stage("engaged"))
        self.assertEqual(self.kinds(lead), ["meeting_booked", "meeting_moved", "meeting_cancelled"])

    def test_archiving_calls_off_and_a_person_who_moved_it_on_is_right(self):
        lead = self.lead(stage_id=self.stage("engaged").id)
        event = self.meet(lead)
        lead.stage_id = self.stage("negotiation")
        event.active = False
        self.assertFalse(lead.meeting_booked_date)
        self.assertEqual(lead.stage_id, self.stage("negotiation"))

    def test_of_several_meetings_the_next_counts(self):
        lead = self.lead()
        later, sooner = self.meet(lead, days=9), self.meet(lead, days=3)
        self.assertEqual(lead.meeting_booked_date, sooner.start)
        sooner.unlink()
        self.assertEqual(lead.meeting_booked_date, later.start)
        self.assertEqual(lead.stage_id, self.stage("meeting_booked"))

    def test_what_took_place_stays(self):
        lead = self.lead()
        event = self.meet(lead, days=-3)
        event.unlink()
        self.assertEqual(lead.meeting_booked_date, MONDAY - timedelta(days=3))

    def test_a_date_that_a_person_entered_stays_without_meetings(self):
        lead = self.lead(meeting_booked_date=datetime(2026, 4, 1, 9))
        other = self.lead()
        self.meet(other).opportunity_id = False
        self.assertFalse(other.meeting_booked_date)
        lead._follow_meetings()
        self.assertEqual(lead.meeting_booked_date, datetime(2026, 4, 1, 9))

    def test_a_marked_stage_of_the_board_counts(self):
        team = self.env["crm.team"].create({"name": "Second outbound team", "is_outbound": True})
        team.action_separate_stages()
        stages = self.env["crm.stage"].search([("team_ids", "=", team.id)], order="sequence")
        lead = self.lead(team_id=team.id)
        self.meet(lead)
        self.assertEqual(lead.stage_id, stages[0], "the board has no such stage")
        stages[2].is_meeting_stage = True
        other = self.lead(team_id=team.id)
        self.meet(other)
        self.assertEqual(other.stage_id, stages[2])

    def test_other_teams_are_left_alone(self):
        deals = self.env["crm.team"].create({"name": "Deals"})
        lead = self.lead(team_id=deals.id)
        stage = lead.stage_id
        self.meet(lead)
        self.assertEqual(lead.stage_id, stage)
        self.assertFalse(lead.meeting_booked_date)

    def test_a_meeting_accepts_the_handoff_and_pauses_outreach(self):
        lead = self.lead()
        handoff = lead._hand_over("meeting_request", "Tuesday?")
        enrolment = self.env["outbound.enrolment"].create(
            {
                "lead_id": lead.id,
                "sequence_id": self.env["outbound.sequence"].create({"name": "Test sequence"}).id,
                "email_normalized": lead.email_normalized,
            }
        )
        self.meet(lead)
        self.assertEqual(handoff.state, "accepted")
        self.assertEqual((enrolment.state, enrolment.state_cause), ("paused", "meeting"))
