"""The outbox: what leaves when, what is in the way, and moving it."""

from datetime import timedelta

from odoo.exceptions import AccessError, UserError
from odoo.tests import new_test_user, tagged
from odoo.tools import file_open

from tests.odoo.sequence.common import MONDAY

from .common import DUE, SendingCase


@tagged("post_install", "-at_install")
class TestOutbox(SendingCase):
    def outbox(self, now=MONDAY):
        outbox = self.Touch.with_context(outbound_now=now).get_outbox()
        row = next(row for row in outbox["mailboxes"] if row["id"] == self.mailbox.id)
        return outbox, {cell["day"]: cell for cell in row["cells"]}

    def test_bars_show_sent_approved_and_waiting_against_the_cap(self):
        self.mailbox.write({"daily_cap": 3, "tz": "Europe/Brussels"})
        sent = self.approved("one")
        self.send()
        self.assertEqual(sent.state, "sent")
        self.approved("two")
        self.enrol(self.lead("three"))
        _outbox, cells = self.outbox(DUE)
        self.assertEqual(cells["2026-03-04"], {"day": "2026-03-04", "cap": 3, "sent": 1, "approved": 1, "waiting": 1})
        self.assertEqual(cells["2026-03-07"]["cap"], 0, "a Saturday")
        with self.assertQueryCount(25):
            self.outbox(DUE)

    def test_a_held_mail_says_why_until_when_and_what_to_do(self):
        touch = self.approved()
        self.mailbox._pause("The rep is away.")
        self.send()
        outbox, _cells = self.outbox(DUE)
        self.assertEqual(outbox["counts"]["held"], 1)
        page = self.Touch.with_context(outbound_now=DUE).get_outbox_touches("held")
        [row] = page["rows"]
        self.assertEqual((page["total"], row["id"]), (1, touch.id))
        self.assertIn("paused", row["why"])
        self.assertTrue(row["when"]["theirs"])
        self.assertEqual(row["fix"]["model"], "outbound.mailbox")

    def test_a_day_lists_its_mails(self):
        touch = self.approved()
        touches = self.Touch.with_context(outbound_now=DUE)
        page = touches.get_outbox_touches("day", mailbox_id=self.mailbox.id, day="2026-03-04")
        self.assertEqual([row["id"] for row in page["rows"]], touch.ids)
        page = touches.get_outbox_touches("day", mailbox_id=self.mailbox.id, day="2026-03-05")
        self.assertEqual(page, {"total": 0, "rows": []})

    def test_moving_to_another_day_moves_what_comes_after_it(self):
        touch = self.approved()
        following = self.touch(touch.enrolment_id, 2)
        result = touch.with_context(outbound_now=DUE).action_move_to_day("2026-03-09")
        self.assertEqual(result, {"moved": 1, "message": ""})
        self.assertEqual(str(touch.due_date), "2026-03-09 07:00:00", "08:00 in Brussels")
        self.assertEqual(touch.state, "approved")
        self.assertGreaterEqual((following.due_date - touch.due_date).days, 3)
        self.send()
        self.assertFalse(self.sink.received)
        self.send(MONDAY + timedelta(days=7))
        self.assertEqual(touch.state, "sent")

    def test_a_closed_day_means_the_next_open_one_and_says_so(self):
        touch = self.approved()
        result = touch.with_context(outbound_now=DUE).action_move_to_day("2026-03-07")
        self.assertEqual(str(touch.due_date.date()), "2026-03-09")
        self.assertIn("9 Mar", result["message"])

    def test_the_past_and_mails_on_their_way_cannot_be_moved(self):
        touch = self.approved()
        with self.assertRaises(UserError):
            touch.with_context(outbound_now=DUE).action_move_to_day("2026-03-03")
        self.send()
        with self.assertRaises(UserError):
            touch.with_context(outbound_now=DUE).action_move_to_day("2026-03-09")

    def test_reps_move_their_own(self):
        rep = new_test_user(self.env, "outbox-rep", groups="outbound_prospecting.group_outbound_user")
        other = self.approved("other", lead=self.lead("other", user_id=self.env.ref("base.user_admin").id))
        own = self.approved("own", lead=self.lead("own", user_id=rep.id))
        self.assertEqual(own.with_user(rep).with_context(outbound_now=DUE).action_move_to_day("2026-03-09")["moved"], 1)
        with self.assertRaises(AccessError):
            other.with_user(rep).with_context(outbound_now=DUE).action_move_to_day("2026-03-09")

    def test_neutralised_copies_do_not_send(self):
        touch = self.approved()
        sending = self.approved("sending")
        sending._write_state({"state": "sending"})
        self.env.flush_all()
        with file_open("outbound_prospecting/data/neutralize.sql") as script:
            self.env.cr.execute(script.read())
        self.env.invalidate_all()
        self.send()
        self.assertEqual((touch.state, touch.hold_code, self.sink.received), ("approved", "mailbox_paused", []))
        self.assertEqual(sending.state, "unknown")
