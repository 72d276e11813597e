"""What follows from each class: who pauses, who stops, who is never written to again, and who is left alone."""

from datetime import date, timedelta
from unittest.mock import patch

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import new_test_user, tagged

from odoo.addons.outbound_prospecting.domain.lifecycle import EnrolmentEvent
from odoo.addons.outbound_prospecting.domain.reply import Contact, Label, Reading
from odoo.addons.outbound_prospecting.models.replies import reading

from .common import DUE, RECEIVED, ReplyCase, build, build_complaint, build_report


class ReadCase(ReplyCase):
    def read_as(self, label, touch=None, confidence=0.95, mail=None, **values):
        """A reply that the rules read as `label`: what follows is tested here, how it is read is tested elsewhere."""
        touch = touch or self.sent()
        reply = self.receive(mail or build(answers=touch.message_id, sender=touch.lead_id.email_from))
        with patch.object(reading, "classify", lambda *_args, **_kwargs: Reading(Label(label), confidence, **values)):
            self.read()
        return reply


@tagged("post_install", "-at_install")
class TestConsequences(ReadCase):
    def test_interest_pauses_the_person_and_their_colleagues_and_is_handed_over(self):
        touch = self.sent()
        bob = self.enrol(self.lead("bob", email_from="bob@jane.test", website="https://jane.test"))
        other = self.enrol(self.lead("mary"))
        reply = self.read_as("interest", touch)
        self.assertEqual((reply.state, reply.label, reply.holds), ("read", "interest", False))
        self.assertEqual(touch.enrolment_id.state, "replied")
        self.assertEqual((bob.state, bob.state_cause), ("paused", "colleague"))
        self.assertEqual(bob.resume_date, RECEIVED + timedelta(days=7))
        self.assertEqual(other.state, "active")
        self.assertTrue(touch.lead_id.activity_ids, "somebody is told")
        self.assertEqual(touch.lead_id.sequence_stage, "replied")
        self.assertIn("reply_read", touch.lead_id.outbound_event_ids.mapped("kind"))

    def test_interest_moves_to_engaged_and_never_back(self):
        team = self.env.ref("outbound_prospecting.crm_team_outbound")
        engaged = self.env.ref("outbound_prospecting.crm_stage_engaged")
        meeting = self.env.ref("outbound_prospecting.crm_stage_meeting_booked")
        first = self.sent(lead=self.lead("jane", team_id=team.id))
        second = self.sent(lead=self.lead("mary", team_id=team.id))
        second.lead_id.stage_id = meeting
        self.read_as("interest", first)
        self.read_as("interest", second)
        self.assertEqual((first.lead_id.stage_id, second.lead_id.stage_id), (engaged, meeting))

    def test_a_person_in_two_leads_pauses_in_both(self):
        touch = self.sent()
        touch.enrolment_id._apply(EnrolmentEvent.STOP, reason="test")
        again = self.Enrolment._enrol(self.lead("jane"), self.sequence, again=True).enrolments
        self.read_as("question", touch)
        self.assertEqual(again.state, "replied")

    def test_a_low_confidence_pauses_and_asks_a_person(self):
        reply = self.read_as("not_interested", confidence=0.4)
        self.assertEqual((reply.state, reply.needs, reply.label), ("needs_person", "unsure", "not_interested"))
        self.assertEqual((reply.enrolment_id.state, reply.lead_id.active), ("replied", True))

    def test_a_deferral_resumes_at_its_date(self):
        reply = self.read_as("deferral", resume_date=date(2026, 6, 1))
        enrolment = reply.enrolment_id
        self.assertEqual((reply.state, enrolment.state), ("read", "paused"))
        self.assertEqual(enrolment.resume_date.date(), date(2026, 5, 31), "midnight in Brussels")
        self.run_cron("outbound.enrolment", "_cron_work_enrolments", days=92)
        self.assertEqual(enrolment.state, "active")

    def test_a_deferral_without_a_date_asks_for_one(self):
        reply = self.read_as("deferral")
        self.assertEqual((reply.needs, reply.enrolment_id.state), ("no_date", "replied"))
        reply.action_relabel("deferral", resume_date="2026-06-01")
        self.assertEqual((reply.state, reply.enrolment_id.state), ("read", "paused"))

    def test_who_answered_before_is_not_resumed_by_a_later_deferral(self):
        for order in (("interest", "deferral"), ("deferral", "interest")):
            touch = self.sent("-".join(order))
            for label in order:
                self.read_as(label, touch, resume_date=date(2026, 6, 1))
            self.assertEqual((touch.enrolment_id.state, touch.enrolment_id.resume_date), ("replied", False))

    def test_out_of_office_moves_the_next_touch_behind_the_return(self):
        touch = self.sent()
        following = self.touch(touch.enrolment_id, 2)
        reply = self.read_as("out_of_office", touch, resume_date=date(2026, 3, 21))
        self.assertEqual((reply.state, touch.enrolment_id.state), ("done", "active"))
        self.assertEqual(following.due_date.date(), date(2026, 3, 23), "the 21st is a Saturday")

    def test_out_of_office_then_a_real_reply(self):
        touch = self.sent()
        self.read_as("out_of_office", touch, resume_date=date(2026, 3, 20))
        self.read_as("interest", touch)
        self.assertEqual(touch.enrolment_id.state, "replied")
        self.send(DUE + timedelta(days=30))
        self.assertFalse(self.sink.received)

    def test_an_automatic_answer_changes_nothing(self):
        reply = self.read_as("auto_reply")
        self.assertEqual((reply.state, reply.enrolment_id.state), ("done", "active"))

    def test_opt_out_suppresses_at_any_confidence_and_in_any_company(self):
        reply = self.read_as("opt_out", confidence=0.2)
        self.assertEqual((reply.state, reply.enrolment_id.state), ("done", "stopped"))
        suppression = self.env["outbound.suppression"].search([("value", "=", "jane@jane.test")])
        self.assertEqual((suppression.reason, suppression.active), ("opt_out", True))
        self.assertEqual(reply.lead_id.won_status, "lost")

    def test_an_opt_out_hidden_in_another_class_counts(self):
        reply = self.read_as("interest", flags=frozenset({"opt_out"}))
        self.assertTrue(self.env["outbound.suppression"]._get_suppressed(emails=["jane@jane.test"]))
        self.assertEqual((reply.enrolment_id.state, reply.state), ("stopped", "needs_person"))

    def test_an_opt_out_of_a_colleague_concerns_both_and_nobody_else(self):
        touch = self.sent()
        bob = self.enrol(self.lead("bob", email_from="bob@jane.test", website="https://jane.test"))
        mail = build(answers=touch.message_id, sender="carl@jane.test", name="Carl")
        self.read_as("opt_out", touch, mail=mail)
        suppressed = self.env["outbound.suppression"]._get_suppressed(
            emails=["jane@jane.test", "carl@jane.test", "bob@jane.test", "ada@ours.example.com"]
        )
        self.assertEqual(suppressed, {"jane@jane.test", "carl@jane.test"})
        self.assertEqual(bob.state, "paused")

    def test_topics_always_go_to_a_person(self):
        for topic in ("machine", "legal", "security", "press", "instructs"):
            touch = self.sent(topic)
            reply = self.read_as("interest", touch, flags=frozenset({topic}))
            self.assertEqual((reply.state, reply.needs), ("needs_person", topic))

    def test_a_privacy_request_has_its_deadline(self):
        reply = self.read_as("privacy_request", flags=frozenset({"erase"}))
        self.assertEqual((reply.deadline, reply.state), (date(2026, 4, 3), "needs_person"))
        self.assertEqual(reply.enrolment_id.state, "stopped")
        self.assertTrue(reply.lead_id.activity_ids)

    def test_a_referral_proposes_the_contact(self):
        contact = Contact(name="Bob Roe", email="bob@jane.test", phone="+32 2 000 00 00")
        reply = self.read_as("referral", contact=contact)
        before = self.env["crm.lead"].search_count([])
        reply.action_accept_contact()
        lead = reply.contact_lead_id
        self.assertEqual(self.env["crm.lead"].search_count([]), before + 1)
        self.assertEqual(
            (lead.contact_name, lead.email_from, lead.partner_name), ("Bob Roe", "bob@jane.test", "Jane Works")
        )
        self.assertEqual(lead.team_id, reply.lead_id.team_id)

    def test_a_wrong_contact_marks_the_source(self):
        source = self.env["utm.source"].create({"name": "List"})
        touch = self.sent(lead=self.lead("jane", source_id=source.id))
        self.read_as("wrong_person", touch)
        event = touch.lead_id.outbound_event_ids.filtered(lambda one: one.kind == "bad_contact")
        self.assertEqual(event.payload["source"], source.id)
        self.assertEqual(touch.enrolment_id.state, "stopped")

    def test_rules_are_checked(self):
        rule = self.env.ref("outbound_prospecting.reply_rule_interest")
        for vals in ({"min_confidence": 2}, {"wait_days": -1}, {"person": "defer"}, {"fault": "sender"}):
            with self.assertRaises(ValidationError):
                rule.copy({**vals, "company_id": self.env.company.id})

    def test_a_companys_own_rule_wins(self):
        rule = self.env.ref("outbound_prospecting.reply_rule_interest")
        rule.copy({"company_id": self.env.company.id, "colleagues": "none", "needs_person": True})
        bob = self.enrol(self.lead("bob", email_from="bob@jane.test", website="https://jane.test"))
        reply = self.read_as("interest")
        self.assertEqual((bob.state, reply.needs), ("active", "rule"))

    def test_without_any_rule_the_person_pauses_and_somebody_decides(self):
        self.env["outbound.reply.rule"].search([]).unlink()
        reply = self.read_as("interest")
        self.assertEqual((reply.needs, reply.enrolment_id.state), ("rule", "replied"))


@tagged("post_install", "-at_install")
class TestReports(ReadCase):
    def test_a_bounce_after_three_touches(self):
        touch = self.sent()
        self.receive(build_report(touch.message_id))
        self.read()
        reply = self.Reply.search([])
        self.assertEqual((reply.label, reply.fault, reply.state), ("bounce", "recipient", "done"))
        self.assertEqual(touch.enrolment_id.state, "stopped")
        suppression = self.env["outbound.suppression"].search([("value", "=", "jane@jane.test")])
        self.assertEqual(suppression.reason, "bounced")
        self.assertEqual((touch.lead_id.message_bounce, self.mailbox.bounced_week), (1, 1))
        self.assertEqual(touch.mail_message_id.notification_ids.notification_status, "bounce")
        self.assertEqual({"bounced", "bad_contact"} - set(touch.lead_id.outbound_event_ids.mapped("kind")), set())

    def test_of_several_recipients_only_ours_counts(self):
        touch = self.sent()
        failed, delayed = ("failed", "5.1.1", "550 5.1.1 User unknown"), ("delayed", "4.4.1", "connection timed out")
        self.receive(build_report(touch.message_id, (("bob@jane.test", *failed), ("jane@jane.test", *delayed))))
        self.read()
        self.assertEqual(touch.enrolment_id.state, "active")
        self.assertFalse(self.env["outbound.suppression"]._get_suppressed(emails=["jane@jane.test", "bob@jane.test"]))
        self.receive(build_report(touch.message_id, (("bob@jane.test", *delayed), ("jane@jane.test", *failed))))
        self.read()
        self.assertEqual(touch.enrolment_id.state, "stopped")

    def test_a_fault_of_ours_suppresses_nobody_and_pauses_the_mailbox(self):
        touch = self.sent()
        words = "550 5.7.26 This mail is unauthenticated, SPF and DKIM did not pass"
        self.receive(build_report(touch.message_id, (("jane@jane.test", "failed", "5.7.26", words),)))
        self.read()
        self.assertEqual((self.mailbox.state, self.mailbox.pause_kind), ("paused", "server"))
        self.assertFalse(self.env["outbound.suppression"]._get_suppressed(emails=["jane@jane.test"]))
        self.assertEqual((touch.enrolment_id.state, touch.lead_id.message_bounce), ("active", 0))

    def test_a_passing_fault_moves_the_next_touch(self):
        touch = self.sent()
        words = "452 4.2.2 The recipient's mailbox is full"
        self.receive(build_report(touch.message_id, (("jane@jane.test", "failed", "4.2.2", words),)))
        self.read()
        self.assertEqual((self.Reply.search([]).fault, touch.enrolment_id.state), ("transient", "active"))
        self.assertFalse(self.env["outbound.suppression"]._get_suppressed(emails=["jane@jane.test"]))

    def test_a_report_that_names_no_mail_of_ours_suppresses_nobody(self):
        self.sent()
        reply = self.receive(build_report("<unknown@ours.example.com>"))
        self.read()
        self.assertEqual((reply.matched_by, reply.state, reply.needs), ("unmatched", "needs_person", "unmatched"))
        self.assertFalse(self.env["outbound.suppression"]._get_suppressed(emails=["jane@jane.test"]))

    def test_a_complaint(self):
        touch = self.sent()
        reply = self.receive(build_complaint(touch.message_id))
        self.read()
        self.assertEqual((reply.label, touch.enrolment_id.state), ("complaint", "stopped"))
        suppression = self.env["outbound.suppression"].search([("value", "=", "jane@jane.test")])
        self.assertEqual((suppression.reason, self.mailbox.complained_week), ("complained", 1))

    def test_the_unsubscribe_button_of_a_mail_program(self):
        touch = self.sent()
        reply = self.receive(build("", subject="unsubscribe"))
        self.read()
        self.assertEqual((reply.label, touch.enrolment_id.state), ("opt_out", "stopped"))
        stranger = self.receive(build("", subject="Unsubscribe", sender="old@far.test"))
        self.read()
        self.assertEqual(stranger.matched_by, "unmatched")
        self.assertTrue(self.env["outbound.suppression"]._get_suppressed(emails=["old@far.test"]))


@tagged("post_install", "-at_install")
class TestRelabel(ReadCase):
    def test_a_wrong_opt_out_is_taken_back(self):
        reply = self.read_as("opt_out")
        reply.action_relabel("question")
        self.assertFalse(self.env["outbound.suppression"]._get_suppressed(emails=["jane@jane.test"]))
        self.assertEqual((reply.label, reply.labelled_by, reply.state), ("question", "person", "read"))
        self.assertEqual(reply.lead_id.won_status, "pending")
        record = reply.history_ids
        self.assertEqual((record.old_label, record.new_label, record.old_author), ("opt_out", "question", "rules"))

    def test_a_missed_opt_out_acts(self):
        reply = self.read_as("interest")
        reply.action_relabel("opt_out")
        self.assertTrue(self.env["outbound.suppression"]._get_suppressed(emails=["jane@jane.test"]))
        self.assertEqual(reply.enrolment_id.state, "stopped")

    def test_what_was_no_answer_lets_everybody_go_on(self):
        bob = self.enrol(self.lead("bob", email_from="bob@jane.test", website="https://jane.test"))
        reply = self.read_as("interest")
        self.assertEqual((reply.enrolment_id.state, bob.state), ("replied", "paused"))
        reply.action_relabel("auto_reply")
        self.assertEqual((reply.enrolment_id.state, bob.state), ("active", "active"))

    def test_a_pause_of_somebody_else_stands(self):
        reply = self.read_as("interest")
        second = self.read_as("question", reply.touch_id)
        reply.action_relabel("auto_reply")
        self.assertEqual(second.enrolment_id.state, "replied")

    def test_the_same_pause_is_not_done_twice(self):
        reply = self.read_as("interest")
        known, stage = reply.lead_id.outbound_event_ids, reply.lead_id.stage_id
        reply.action_relabel("question")
        new = (reply.lead_id.outbound_event_ids - known).mapped("kind")
        self.assertEqual([kind for kind in new if kind != "stage_changed"], ["relabelled"])
        self.assertEqual(reply.lead_id.stage_id, stage)  # there and back

    def test_a_rep_decides_on_their_own_prospects_only(self):
        groups = "outbound_prospecting.group_outbound_user"
        rep = new_test_user(self.env, "reply_rep", groups=groups)
        other = new_test_user(self.env, "reply_other", groups=groups)
        touch = self.sent(lead=self.lead("jane", user_id=rep.id))
        reply = self.read_as("interest", touch)
        with self.assertRaises(AccessError):
            reply.with_user(other).action_relabel("question")
        reply.with_user(rep).action_relabel("question")
        self.assertEqual(reply.history_ids.user_id, rep)
