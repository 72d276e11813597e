from odoo.tests import tagged

from .common import MONDAY, RoutingCase


@tagged("post_install", "-at_install")
class TestRepliesAreHandedOver(RoutingCase):
    def reply(self, lead, label="interest", text="Tell me more.", **values):
        reply = self.env["outbound.reply"].create(
            {
                "message_id": f"<{lead.id}-{label}-{text[:9].replace(' ', '')}@mx.example.net>",
                "lead_id": lead.id,
                "email_from": lead.email_from,
                "email_normalized": lead.email_normalized,
                "subject": "Re: An idea",
                "received_date": MONDAY,
                "matched_by": "references",
                "label": label,
                "labelled_by": "rules",
                "confidence": 0.95,
                "text": text,
                **values,
            }
        )
        reply._act()
        return reply

    def test_a_warm_reply_becomes_a_handoff_with_its_text(self):
        lead = self.lead()
        reply = self.reply(lead)
        handoff = lead.handoff_id
        self.assertEqual((handoff.reply_id, handoff.reason, handoff.context_text), (reply, "interest", "Tell me more."))
        self.assertTrue(handoff.replied)
        self.assertIn(handoff.user_id, self.ada + self.bo)
        self.assertIn("It was handed over to a rep.", reply._describe_effects())
        self.assertFalse(lead.activity_ids - handoff.activity_id, "one task, not a reminder beside it")

    def test_many_at_once_each_with_its_own_text(self):
        leads = self.leads(3)
        replies = self.env["outbound.reply"].union(*(self.reply(lead, text=f"Text {lead.id}") for lead in leads))
        leads._get_open_handoffs()._cancel("Test")
        replies._hand_over()
        self.assertEqual({lead.handoff_id.context_text for lead in leads}, {f"Text {lead.id}" for lead in leads})

    def test_cold_replies_are_not_handed_over(self):
        for label in ("not_interested", "out_of_office", "opt_out"):
            lead = self.lead()
            self.reply(lead, label)
            self.assertFalse(lead.handoff_ids, label)

    def test_a_corrected_reply_takes_its_handoff_back_or_keeps_it(self):
        lead = self.lead()
        reply = self.reply(lead)
        handoff = lead.handoff_id
        reply.action_relabel("meeting_request")
        self.assertEqual(lead.handoff_id, handoff, "the same rep, the same deadline")
        self.assertEqual(handoff.reason, "meeting_request")
        reply.action_relabel("objection")
        self.assertEqual(handoff.state, "cancelled")
        self.assertIn("corrected it", handoff.end_reason)

    def test_what_a_rep_has_acknowledged_is_theirs(self):
        lead = self.lead()
        reply = self.reply(lead)
        handoff = lead.handoff_id
        handoff.with_user(handoff.user_id).action_acknowledge()
        reply.action_relabel("objection")
        self.assertEqual(handoff.state, "acknowledged")

    def test_taking_over_in_the_inbox_is_the_answer(self):
        lead = self.lead()
        reply = self.reply(lead)
        first = lead.handoff_id
        reply.with_user(self.manager).action_take_over()
        self.assertEqual(first.state, "passed_on")
        self.assertEqual((lead.handoff_id.user_id, lead.handoff_id.state), (self.manager, "acknowledged"))

    def test_prospects_of_other_teams_keep_the_reminder(self):
        deals = self.env["crm.team"].create({"name": "Deals"})
        lead = self.lead(team_id=deals.id, user_id=self.ada.id)
        self.reply(lead)
        self.assertFalse(lead.handoff_ids)
        self.assertEqual(lead.activity_ids.user_id, self.ada)
