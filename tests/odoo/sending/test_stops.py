"""Nothing leaves after a stop, in whatever order things happen."""

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from odoo.exceptions import UserError
from odoo.tests import tagged

from odoo.addons.outbound_prospecting.domain.lifecycle import EnrolmentEvent

from .common import DUE, SendingCase


@tagged("post_install", "-at_install")
class TestStops(SendingCase):
    def during(self, stage, act):
        """Run `act(touch)` right before `stage`, as another request that committed would."""
        Touch = self.registry["outbound.touch"]
        original = getattr(Touch, stage)

        def wrapped(touches, *args, **kwargs):
            act(touches.search([("state", "=", "sending")]))
            touches.env.flush_all()
            return original(touches, *args, **kwargs)

        self.patch(Touch, stage, wrapped)

    def test_an_unsubscribe_between_claim_and_dialogue_keeps_it_from_leaving(self):
        touch = self.approved()
        self.during(
            "_lock_claim",
            lambda touch: touch.env["outbound.suppression"]._suppress(
                "person", touch.enrolment_id.email_normalized, "unsubscribed"
            ),
        )
        self.send()
        self.assertEqual((touch.state, touch.enrolment_id.state, self.sink.received), ("cancelled", "stopped", []))
        self.assertEqual(self.mailbox.used_today, 0)

    def test_a_reply_between_claim_and_dialogue_keeps_it_from_leaving(self):
        touch = self.approved()
        self.during("_lock_claim", lambda touch: touch.enrolment_id._apply(EnrolmentEvent.REPLY))
        self.send()
        self.assertEqual((touch.state, touch.enrolment_id.state, self.sink.received), ("approved", "replied", []))
        self.send(DUE + timedelta(days=1))
        self.assertFalse(self.sink.received)

    def test_a_stop_while_the_server_takes_it_comes_after_it(self):
        touch = self.approved()
        self.during("_note_outcome", lambda touch: touch.enrolment_id._apply(EnrolmentEvent.STOP, reason="asked to"))
        self.send()
        self.assertEqual((touch.state, len(self.sink.received)), ("sent", 1))
        self.assertEqual(self.touch(touch.enrolment_id, 2).state, "cancelled")

    def test_a_text_changed_between_claim_and_dialogue_is_not_what_leaves(self):
        touch = self.approved()
        self.during("_lock_claim", lambda touch: touch.write({"body_text": "Never approved."}))
        self.send()
        self.assertEqual(touch.state, "sent")
        self.assertNotIn("Never approved", self.sink.messages[0].get_body(["plain"]).get_content())

    def test_a_text_changed_after_approval_goes_back_to_review(self):
        touch = self.approved()
        touch.write({"body_text": "Something else."})
        self.send()
        self.assertEqual((touch.state, self.sink.received), ("in_review", []))

    def test_a_text_changed_past_the_rooms_is_held(self):
        touch = self.approved()
        self.env.flush_all()
        self.env.cr.execute("UPDATE outbound_touch SET body_text = 'something else' WHERE id = %s", [touch.id])
        self.env.invalidate_all()
        self.send()
        self.assertEqual((touch.state, touch.hold_code, self.sink.received), ("approved", "approval_void", []))

    def test_each_gate_at_the_last_moment(self):
        def blacklist(touch):
            self.env["mail.blacklist"].create({"email": touch.lead_id.email_normalized})

        def forbid(touch):
            self.env["outbound.country.rule"].search([]).policy = "forbid"

        def consent(touch):
            self.env["outbound.country.rule"].search([]).policy = "consent"

        def stale(touch):
            touch.lead_id.data_confirmed_date = DUE.date() - timedelta(days=400)

        def domain_gone(touch):
            self.env["outbound.mail.domain"].search([]).status = "none"

        def domain_unknown(touch):
            self.env["outbound.mail.domain"].search([]).status = "unknown"

        def won(touch):
            touch.lead_id.copy({"email_from": touch.lead_id.email_from}).action_set_won()

        def pause(touch):
            self.mailbox._pause("for a test")

        def no_cap(touch):
            self.mailbox.daily_cap = 0

        def held(code):
            return lambda touch: self.assertEqual((touch.state, touch.hold_code), ("approved", code))

        def ended(touch):
            self.assertEqual((touch.state, touch.enrolment_id.state), ("cancelled", "stopped"))
            self.assertTrue(touch.enrolment_id.state_reason)

        expected = [
            (no_cap, held("cap_reached"), lambda: self.mailbox.write({"daily_cap": 30})),
            (pause, held("mailbox_paused"), self.mailbox._resume),
            (domain_unknown, held("address_unknown"), None),
            (
                consent,
                held("consent_missing"),
                lambda: self.env["outbound.country.rule"].search([]).write({"policy": "allow"}),
            ),
            (stale, held("data_stale"), None),
            (won, ended, None),
            (blacklist, ended, None),
            (domain_gone, ended, None),
            (forbid, ended, None),
        ]
        for number, (change, check, undo) in enumerate(expected):
            with self.subTest(change=change.__name__):
                touch = self.approved(f"gate{number}")
                change(touch)
                self.send()
                self.assertFalse(self.sink.received)
                check(touch)
                touch.enrolment_id._apply(EnrolmentEvent.STOP, reason="next")
                if undo:
                    undo()

    def test_any_order_of_events_sends_each_mail_once_and_nothing_after_a_stop(self):
        """Hypothesis plays with one prospect of two mails; whatever it does, the rules hold."""
        events = st.lists(
            st.sampled_from(
                [
                    "send",
                    "approve",
                    "pause",
                    "resume",
                    "reply",
                    "stop",
                    "suppress",
                    "edit",
                    "busy",
                    "lose",
                    "prove",
                    "deny",
                ]
            ),
            min_size=3,
            max_size=14,
        )

        @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
        @given(events)
        def play(steps):
            with self.env.cr.savepoint() as savepoint:
                self.play(steps)
                savepoint.rollback()
            self.env.invalidate_all()

        play()

    def play(self, steps):
        self.sink.received.clear()
        self.sink.answers.clear()
        self.mailbox.next_slot = False
        first = self.approved("random")
        enrolment = first.enrolment_id
        now = DUE
        stopped_with = None
        for step in steps:
            now += timedelta(hours=3)
            moved = enrolment.with_context(outbound_now=now)
            touches = moved.touch_ids
            try:
                with self.env.cr.savepoint():
                    if step == "approve":
                        touches.filtered(lambda touch: touch.state in ("planned", "drafted"))[
                            :1
                        ].exists() and self.approve(
                            touches.filtered(lambda touch: touch.state in ("planned", "drafted"))[:1], due_date=now
                        )
                        touches.filtered(lambda touch: touch.state == "in_review").action_approve()
                    elif step == "pause":
                        moved._apply(EnrolmentEvent.PAUSE, reason="test")
                    elif step == "resume":
                        moved._apply(EnrolmentEvent.RESUME)
                    elif step == "reply":
                        moved._apply(EnrolmentEvent.REPLY)
                    elif step == "stop":
                        moved._apply(EnrolmentEvent.STOP, reason="test")
                    elif step == "suppress":
                        moved.env["outbound.suppression"]._suppress("person", moved.email_normalized, "opt_out")
                    elif step == "edit":
                        touches.filtered(lambda touch: touch.state == "approved").write({"body_text": f"new {now}"})
                    elif step == "prove":
                        moved.env["outbound.touch"]._settle_by_message_ids(touches.mapped("message_id"))
                    elif step == "deny":
                        touches.filtered(lambda touch: touch.state == "unknown").action_mark_not_sent()
            except UserError:
                pass  # the flow does not allow it now, and says so
            if step in ("send", "busy", "lose"):
                self.sink.answers = {"busy": {"data": "451 busy"}, "lose": {"data": "hang_up"}}.get(step, {})
                may_leave = enrolment.state == "active"
                before = len(self.sink.received)
                self.send(now)
                assert may_leave or len(self.sink.received) == before, f"a mail left while {enrolment.state}"
            if enrolment.state == "stopped" and stopped_with is None:
                stopped_with = len(self.sink.received)
        ids = [message["Message-ID"] for message in self.sink.messages]
        assert len(ids) == len(set(ids)), f"the same mail left twice: {steps}"
        assert stopped_with is None or len(ids) == stopped_with, f"a mail left after the stop: {steps}"
        assert "sending" not in enrolment.touch_ids.mapped("state")
