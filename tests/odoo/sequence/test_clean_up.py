from datetime import timedelta

from odoo.exceptions import UserError
from odoo.tests import tagged

from odoo.addons.outbound_prospecting.domain.lifecycle import EnrolmentEvent, TouchEvent

from .common import MONDAY, OutreachCase


@tagged("post_install", "-at_install")
class TestCleanUp(OutreachCase):
    def finish(self, enrolment, days=28):
        """Send the first mail and leave the rest out, so that the sequence is over on day `days`."""
        touches = self.at(enrolment.touch_ids, days=days).sorted("number")
        for event in (TouchEvent.DRAFT, TouchEvent.PASS, TouchEvent.CLAIM, TouchEvent.ACCEPT):
            touches[1]._apply(event)
        (touches - touches[1])._apply(TouchEvent.SKIP)
        self.assertEqual(enrolment.state, "completed")

    def close(self, **delta):
        self.run_cron("crm.lead", "_cron_close_stale_leads", **delta)

    def test_no_answer_after_the_last_touch_closes(self):
        lead, answered, fresh = self.lead("silent"), self.lead("answered"), self.lead("fresh")
        for one in (lead, answered, fresh):
            self.finish(self.enrol(one))
        answered.enrolment_ids._apply(EnrolmentEvent.REPLY)
        self.close(days=34)
        self.assertEqual(lead.won_status, "pending", "a week to answer the last mail")
        self.close(days=36)
        self.assertEqual((lead.won_status, lead.lost_reason_id.name), ("lost", "No response"))
        self.assertEqual(lead.stage_id.name, "Closed Lost")
        self.assertEqual(lead.sequence_stage, "completed", "closing is no stop: the sequence was completed")
        self.assertEqual(answered.won_status, "pending")
        kinds = self.env["outbound.event"].search([("lead_id", "=", lead.id)]).mapped("kind")
        self.assertIn("closed_stale", kinds)

    def test_somebody_who_moved_on_is_not_closed(self):
        lead = self.lead()
        self.finish(self.enrol(lead))
        lead.stage_id = self.env["crm.lead"]._get_boards()[self.team.id].stages[3].id
        self.close(days=300)
        self.assertEqual(lead.won_status, "pending")

    def test_silent_for_ninety_days_closes_whoever_was_in_a_sequence(self):
        lead, never = self.lead("silent"), self.lead("never")
        enrolment = self.enrol(lead)
        touch = self.at(self.touch(enrolment, 2), days=2)
        for event in (TouchEvent.DRAFT, TouchEvent.PASS, TouchEvent.CLAIM, TouchEvent.ACCEPT):
            touch._apply(event)
        self.at(enrolment, days=3)._apply(EnrolmentEvent.STOP, reason="Test")
        self.close(days=91)
        self.assertEqual(lead.won_status, "pending")
        self.close(days=93)
        self.assertEqual(lead.won_status, "lost")
        self.assertEqual(never.won_status, "pending")

    def test_paused_until_a_date_to_come_is_not_silent(self):
        lead = self.lead()
        enrolment = self.enrol(lead)
        touch = self.touch(enrolment, 2)
        for event in (TouchEvent.DRAFT, TouchEvent.PASS, TouchEvent.CLAIM, TouchEvent.ACCEPT):
            touch._apply(event)
        enrolment._apply(EnrolmentEvent.PAUSE, resume_at=MONDAY + timedelta(days=200))
        self.close(days=150)
        self.assertEqual(lead.won_status, "pending")

    def test_never_when_a_company_says_so(self):
        self.env.company.outbound_silent_days = 0
        lead = self.lead(company_id=self.env.company.id)
        enrolment = self.enrol(lead)
        touch = self.touch(enrolment, 2)
        for event in (TouchEvent.DRAFT, TouchEvent.PASS, TouchEvent.CLAIM, TouchEvent.ACCEPT):
            touch._apply(event)
        enrolment._apply(EnrolmentEvent.STOP)
        self.close(days=500)
        self.assertEqual(lead.won_status, "pending")

    def test_a_batch_is_undone_once_and_stays_undone(self):
        leads = self.lead("a") | self.lead("b")
        for lead in leads:
            self.finish(self.enrol(lead))
        self.close(days=36)
        batch = self.env["outbound.batch"].search([("kind", "=", "closed_stale")], limit=1)
        self.assertEqual(batch.with_context(active_test=False).lead_ids, leads)
        self.assertEqual(batch.lead_count, 2)
        leads[1].lost_reason_id = False  # somebody looked at it since
        self.at(batch, days=37).action_undo()
        self.assertEqual(batch.undone_count, 1)
        self.assertEqual(leads.mapped("won_status"), ["pending", "lost"])
        self.assertEqual(leads[0].stage_id.name, "Contacted")
        with self.assertRaisesRegex(UserError, "undone already"):
            batch.action_undo()
        self.close(days=60)
        self.assertEqual(leads[0].won_status, "pending", "brought back by a person")
        self.close(days=130)
        self.assertEqual(leads[0].won_status, "lost", "silent for another 90 days")

    # ------------------------------------------------------------------ nurture list

    def nurture(self, **delta):
        self.run_cron("crm.lead", "_cron_nurture_leads", **delta)

    def test_tier_3_is_on_the_list_and_looked_at_each_quarter(self):
        tag = self.env.ref("outbound_prospecting.crm_tag_nurture")
        lead, other = self.lead("warm", icp_tier="tier_3"), self.lead("hot", icp_tier="tier_1")
        self.nurture()
        self.assertEqual((lead.tag_ids, str(lead.revisit_date)), (tag, "2026-06-02"))
        self.assertFalse(other.tag_ids)
        scored = []
        self.patch(type(self.env["crm.lead"]), "_revisit", lambda leads, today: scored.append((leads.ids, today)))
        self.nurture(days=91)
        self.assertFalse(scored)
        self.nurture(days=92)
        self.assertEqual([ids for ids, _today in scored], [lead.ids])

    def test_revisit_scores_again_and_a_rise_leaves_the_list(self):
        lead = self.lead("warm", icp_tier="tier_3")
        self.nurture()
        icp = self.env["outbound.icp"]
        icp.search([("state", "=", "active")]).write({"state": "archived"})
        found = []
        self.patch(type(icp), "_find_active", lambda icps, company: icps.env["outbound.icp"].search([], limit=1))
        self.patch(type(icp), "_score_leads", lambda icps, leads: found.append(leads.ids))
        self.nurture(days=92)
        self.assertEqual(found, [lead.ids])
        self.assertEqual(str(lead.revisit_date), "2026-09-02")
        lead.icp_tier = "tier_2"
        self.nurture(days=93)
        self.assertFalse(lead.tag_ids or lead.revisit_date)

    def test_undo_takes_them_off_the_list_for_good(self):
        lead = self.lead("warm", icp_tier="tier_3")
        self.nurture()
        self.env["outbound.batch"].search([("kind", "=", "nurtured")], limit=1).action_undo()
        self.assertFalse(lead.tag_ids)
        self.nurture(days=1)
        self.assertFalse(lead.tag_ids)
