"""What comes of a mail: each answer of a mail server leads to one state with a reason, and nothing is sent twice."""

import smtplib
from datetime import timedelta
from unittest.mock import patch

import pytest
from psycopg2.errors import SerializationFailure

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from odoo.addons.outbound_prospecting.domain.lifecycle import EnrolmentEvent, TouchEvent

from tests.odoo.sequence.common import MONDAY

from .common import DUE, SendingCase

OUTCOME = "odoo.addons.outbound_prospecting.models.sending.touch_outcome"
CLAIM = "odoo.addons.outbound_prospecting.models.sending.touch_claim"


@tagged("post_install", "-at_install")
class TestOutcomes(SendingCase):
    def test_an_accepted_mail_is_sent_and_in_the_chatter(self):
        touch = self.approved()
        self.send()
        self.assertEqual((touch.state, touch.done_date, len(self.sink.received)), ("sent", DUE, 1))
        self.assertEqual(touch.mail_message_id.message_id, touch.message_id)
        self.assertEqual(touch.lead_id.last_touch_date, DUE)
        self.send(DUE + timedelta(hours=1))
        self.assertEqual(len(self.sink.received), 1)

    def test_a_deferral_is_tried_again_later_each_time_and_not_for_ever(self):
        for verb in ("mail", "rcpt", "data"):
            with self.subTest(verb=verb):
                self.mailbox.next_slot = False
                touch = self.approved(f"defer-{verb}")
                self.sink.answers[verb] = "451 4.7.1 busy"
                self.send()
                self.assertEqual((touch.state, touch.hold_code, touch.attempts), ("approved", "deferred", 1))
                self.assertIn("451", touch.hold_reason)
                self.assertEqual(touch.hold_until, DUE + timedelta(minutes=15))
                self.assertEqual(self.mailbox.used_today, 0, "a mail that did not leave uses up no cap")
                self.send(DUE + timedelta(minutes=14))
                self.assertEqual(touch.attempts, 1)
                for _number in range(3):
                    before = touch.hold_until
                    self.send(before)
                    self.assertGreater(touch.hold_until, before + timedelta(minutes=29))
                message_id = touch.message_id
                self.send(touch.hold_until)
                self.assertEqual((touch.state, touch.attempts, touch.message_id), ("failed", 5, message_id))
                self.assertIn("451", touch.end_reason)
                self.sink.answers.clear()
                self.assertFalse(self.sink.received)

    def test_a_deferral_that_ends_well_sends_once(self):
        touch = self.approved()
        self.sink.answers["data"] = "451 greylisted"
        self.send()
        self.sink.answers.clear()
        self.send(DUE + timedelta(minutes=15))
        self.assertEqual((touch.state, touch.attempts, len(self.sink.received)), ("sent", 2, 1))

    def test_an_address_that_does_not_exist_is_suppressed(self):
        touch = self.approved()
        self.sink.answers["rcpt"] = "550 5.1.1 no such user"
        self.send()
        self.assertEqual((touch.state, touch.enrolment_id.state), ("failed", "stopped"))
        suppression = self.env["outbound.suppression"].search([("value", "=", touch.lead_id.email_normalized)])
        self.assertEqual(suppression.reason, "bounced")
        self.assertEqual(self.mailbox.bounced_week, 1)
        self.assertEqual(self.touch(touch.enrolment_id, 2).state, "cancelled")

    def test_a_refused_recipient_without_a_known_fault_stops_and_suppresses_nobody(self):
        touch = self.approved()
        self.sink.answers["rcpt"] = "550 5.7.1 we do not want this"
        self.send()
        self.assertEqual((touch.state, touch.enrolment_id.state), ("failed", "stopped"))
        self.assertFalse(touch.lead_id._get_suppressions())
        self.assertEqual(self.mailbox.state, "ready")

    def test_a_refused_message_fails_and_the_sequence_goes_on(self):
        touch = self.approved()
        self.sink.answers["data"] = "554 5.6.0 contains something"
        self.send()
        self.assertEqual((touch.state, touch.enrolment_id.state), ("failed", "active"))
        self.assertIn("554", touch.end_reason)

    def test_a_fault_of_ours_pauses_the_mailbox_and_loses_nothing(self):
        for verb, answer in (
            ("mail", "553 5.7.1 not your address"),
            ("mail", "530 5.7.0 authentication required"),
            ("rcpt", "550 5.7.25 no reverse name"),
            ("data", "550 5.7.515 access denied, not authenticated"),
        ):
            with self.subTest(answer=answer):
                self.mailbox.next_slot = False
                touch, other = self.approved(f"a{answer[4:9]}-{verb}"), self.approved(f"b{answer[4:9]}-{verb}")
                self.sink.answers[verb] = answer
                self.send()
                self.assertEqual((self.mailbox.state, self.mailbox.pause_kind), ("paused", "server"))
                self.assertIn(
                    answer[:3] if answer[:3] in self.mailbox.pause_reason else answer[4:9], self.mailbox.pause_reason
                )
                self.assertEqual(
                    (touch.state, other.state, other.hold_code), ("approved", "approved", "mailbox_paused")
                )
                self.assertFalse(touch.lead_id._get_suppressions())
                self.sink.answers.clear()
                self.mailbox._resume()
                self.send(DUE + timedelta(hours=2))
                self.assertEqual((touch.state, other.state), ("sent", "sent"))

    def test_a_wrong_password_pauses_the_mailbox_with_the_servers_words(self):
        self.server.write({"smtp_user": "rep", "smtp_pass": "secret-word"})
        touch = self.approved()
        error = smtplib.SMTPAuthenticationError(535, b"5.7.8 bad credentials")
        with patch.object(self.registry["ir.mail_server"], "_smtp_login__", side_effect=error):
            self.send()
        self.assertEqual((self.mailbox.state, touch.state, touch.hold_code), ("paused", "approved", "server"))
        self.assertIn("bad credentials", self.mailbox.pause_reason)
        self.assertNotIn("secret-word", f"{self.mailbox.pause_reason} {touch.hold_reason}")

    def test_a_server_that_is_down_costs_no_attempt_and_is_left_alone(self):
        touches = [self.approved(f"down{number}") for number in range(5)]
        self.server.smtp_port = 9  # nobody listens there
        self.send()
        self.assertEqual(self.mailbox.connect_failures, 1, "one mail found out; the others were left alone")
        self.assertEqual(self.mailbox.used_today, 0)
        self.assertEqual({touch.state for touch in touches}, {"approved"})
        now = DUE
        while self.mailbox.state == "ready":
            now = max(self.mailbox.next_slot, now + timedelta(minutes=1))
            self.send(now)
            if now > DUE + timedelta(days=3):
                self.fail("a mailbox whose server stays away is never paused")
        self.assertIn("could not be used", self.mailbox.pause_reason)
        self.assertGreater(min(touch.attempts for touch in touches), 5, "as many as a server may put a mail off")
        self.server.smtp_port = self.port
        self.mailbox._resume()
        self.send(MONDAY + timedelta(days=8, hours=1))
        self.assertEqual({touch.state for touch in touches}, {"sent"})
        self.assertEqual(len(self.sink.received), 5)

    def test_an_archived_server_holds_with_what_to_do(self):
        touch = self.approved()
        self.server.active = False
        self.send()
        self.assertEqual((touch.state, touch.hold_code), ("approved", "mailbox_missing"))
        self.assertTrue(touch.hold_reason)

    @mute_logger("odoo.sql_db")
    def test_the_database_is_busy_after_the_250(self):
        touch = self.approved()
        Touch, failures = self.registry["outbound.touch"], [SerializationFailure(), SerializationFailure()]
        original = Touch._accept

        def busy(touch):
            if failures:
                raise failures.pop()
            return original(touch)

        with patch.object(Touch, "_accept", busy):
            self.send()
        self.assertEqual((touch.state, len(self.sink.received)), ("sent", 1))
        self.assertEqual(self.env["mail.message"].search_count([("message_id", "=", touch.message_id)]), 1)

    @mute_logger(OUTCOME)
    def test_an_answer_that_cannot_be_carried_over_waits_and_the_mail_is_not_sent_again(self):
        touch = self.approved()
        with self.failing("_accept", lambda touch: True):
            self.send()
            self.assertEqual(touch.state, "sending")
            self.send(DUE + timedelta(minutes=16))
        self.assertEqual((touch.state, len(self.sink.received)), ("sending", 1))
        self.send(DUE + timedelta(minutes=32))
        self.assertEqual((touch.state, len(self.sink.received)), ("sent", 1))

    @mute_logger(OUTCOME)
    def test_sending_stops_when_no_answer_can_be_carried_over(self):
        touches = [self.approved(f"stop{number}") for number in range(70)]
        self.mailbox.daily_cap = 1000
        # Odoo's assertRaises would take back what was committed.
        with self.failing("_accept", lambda touch: True), pytest.raises(RuntimeError):
            self.send()
        self.env.invalidate_all()
        self.assertEqual(len(self.sink.received), 60)
        self.assertEqual([touch.state for touch in touches].count("approved"), 10)

    @mute_logger(OUTCOME)
    def test_one_answer_that_cannot_be_carried_over_does_not_hold_up_the_others(self):
        touches = self.Touch.union(*[self.approved(f"carry{number}") for number in range(10)])
        poison = touches[3]
        with self.failing("_accept", lambda touch: poison in touch):
            self.send()
        self.assertEqual(set((touches - poison).mapped("state")), {"sent"})
        self.assertEqual((poison.state, len(self.sink.received)), ("sending", 10))

    @mute_logger(CLAIM)
    def test_one_poison_row_among_a_hundred(self):
        for stage in ("_ask_gates", "_compose", "_insert_deliveries"):
            with self.subTest(stage=stage):
                self.mailbox.write({"daily_cap": 1000, "next_slot": False})
                touches = self.Touch.union(*[self.approved(f"{stage[1:4]}{number}") for number in range(100)])
                poison = touches[17]
                with self.failing(stage, lambda touch, poison=poison: poison in touch):
                    self.send()
                self.assertEqual(set((touches - poison).mapped("state")), {"sent"})
                self.assertEqual(poison.state, "approved")
                self.assertTrue(poison.hold_reason)
                self.assertGreater(poison.hold_until, DUE)
                self.send(poison.hold_until)
                self.assertEqual(poison.state, "sent")

    def test_a_connection_lost_after_the_body_is_unknown_and_never_retried(self):
        touch = self.approved()
        self.sink.answers["data"] = "hang_up"
        self.send()
        self.assertEqual((touch.state, touch.lead_id.activity_ids), ("unknown", touch.question_id))
        self.sink.answers.clear()
        self.send(DUE + timedelta(days=3))
        self.assertEqual((touch.state, self.sink.received), ("unknown", []))
        self.assertFalse(self.env["mail.message"].search([("message_id", "=", touch.message_id)]))


@tagged("post_install", "-at_install")
class TestUnknown(SendingCase):
    def setUp(self):
        super().setUp()
        self.unknown = self.approved()
        self.sink.answers["data"] = "hang_up"
        self.send()
        self.sink.answers.clear()
        self.assertEqual(self.unknown.state, "unknown")

    def test_proof_settles_it(self):
        found = self.Touch._settle_by_message_ids([self.unknown.message_id, "<other@x>"])
        self.assertEqual((found, found.state), (self.unknown, "sent"))
        self.assertEqual(found.mail_message_id.message_id, found.message_id)
        self.assertFalse(found.question_id)

    def test_a_person_says_that_it_was_sent(self):
        self.unknown.action_mark_sent()
        self.assertEqual(self.unknown.state, "sent")
        with self.assertRaises(UserError):
            self.unknown.action_mark_not_sent()

    def test_a_person_says_that_it_was_not_and_it_leaves_after_review(self):
        message_id = self.unknown.message_id
        self.unknown.action_mark_not_sent()
        self.assertEqual((self.unknown.state, self.unknown.text_hash), ("in_review", False))
        self.send(DUE + timedelta(hours=1))
        self.assertFalse(self.sink.received)
        self.unknown.action_approve()
        self.send(DUE + timedelta(hours=2))
        self.assertEqual((self.unknown.state, len(self.sink.received)), ("sent", 1))
        self.assertEqual(self.sink.messages[0]["Message-ID"], message_id)

    def test_late_proof_after_a_person_said_no_keeps_it_from_leaving_again(self):
        self.unknown.action_mark_not_sent()
        self.unknown.action_approve()
        self.Touch._settle_by_message_ids([self.unknown.message_id])
        self.assertEqual(self.unknown.state, "sent")
        self.send(DUE + timedelta(hours=1))
        self.assertFalse(self.sink.received)

    def test_late_proof_for_an_ended_touch_is_in_the_history(self):
        self.unknown._apply(TouchEvent.SKIP)
        self.Touch._settle_by_message_ids([self.unknown.message_id])
        self.assertEqual(self.unknown.state, "skipped")
        self.assertTrue(self.unknown.mail_message_id)
        self.assertIn(
            "touch_sent", self.env["outbound.event"].search([("lead_id", "=", self.unknown.lead_id.id)]).mapped("kind")
        )

    def test_no_means_cancelled_where_the_enrolment_has_ended(self):
        self.unknown.enrolment_id._apply(EnrolmentEvent.STOP, reason="asked to")
        self.assertEqual(self.unknown.state, "unknown")
        self.unknown.action_mark_not_sent()
        self.assertEqual(self.unknown.state, "cancelled")

    def test_the_next_mail_refers_to_it_because_it_may_have_arrived(self):
        reply = self.approve(self.touch(self.unknown.enrolment_id, 2), due_date=DUE + timedelta(days=6))
        self.send(DUE + timedelta(days=7))
        self.assertEqual(reply.state, "sent")
        self.assertEqual(self.sink.messages[0]["In-Reply-To"], self.unknown.message_id)
