from datetime import timedelta

from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import NOW, MailboxCase


@tagged("post_install", "-at_install")
class TestHealth(MailboxCase):
    def sent(self, mailbox, sent, bounced=0, complained=0, now=NOW):
        self.env["outbound.mailbox.day"].create(
            {"mailbox_id": mailbox.id, "day": now.date(), "sent": sent, "bounced": bounced, "complained": complained}
        )

    def test_too_many_bounces_pause_and_tell_why(self):
        mailbox = self.mailbox(user_id=self.user.id)
        self.sent(mailbox, 100, bounced=3)
        mailbox._watch(NOW)
        self.assertEqual(mailbox.state, "ready", "3 of 100 is the limit, not above it")
        mailbox._count_bounce(NOW)
        self.assertEqual((mailbox.state, mailbox.pause_kind), ("paused", "bounces"))
        self.assertIn("4 of 100", mailbox.pause_reason)
        self.assertEqual(mailbox.activity_ids.user_id, self.user)

    def test_a_complaint_pauses(self):
        mailbox = self.mailbox()
        self.sent(mailbox, 200)
        mailbox._count_complaint(NOW)
        self.assertEqual((mailbox.state, mailbox.pause_kind), ("paused", "complaints"))

    def test_one_bounce_of_three_mails_is_no_verdict(self):
        mailbox = self.mailbox()
        self.sent(mailbox, 3)
        mailbox._count_bounce(NOW)
        self.assertEqual(mailbox.state, "ready")
        mailbox._count_bounce(NOW)
        self.assertEqual(mailbox.state, "paused", "two of at least 50 are above 3 %")

    def test_what_is_older_than_seven_days_is_over(self):
        mailbox = self.mailbox()
        self.sent(mailbox, 50, bounced=50, now=NOW - timedelta(days=7))
        self.sent(mailbox, 50, bounced=1, now=NOW - timedelta(days=6))
        mailbox._watch(NOW)
        self.assertEqual(mailbox.state, "ready")
        self.assertEqual((mailbox.sent_week, mailbox.bounced_week, mailbox.bounce_rate), (50, 1, 2.0))

    def test_resuming_counts_anew(self):
        mailbox = self.mailbox()
        self.sent(mailbox, 100, bounced=10)
        mailbox._watch(NOW)
        mailbox.action_check()
        mailbox.action_resume()
        mailbox._watch(NOW)
        self.assertEqual((mailbox.state, mailbox.pause_reason), ("ready", False))
        tomorrow = NOW + timedelta(days=1)
        self.sent(mailbox, 100, bounced=10, now=tomorrow)
        mailbox._watch(tomorrow)
        self.assertEqual(mailbox.state, "paused")

    def test_the_scheduled_action(self):
        mailbox = self.mailbox()
        self.sent(mailbox, 100, bounced=10, now=NOW)
        self.run_cron("_cron_watch_mailboxes")
        self.assertEqual(mailbox.state, "paused")

    def test_a_person_pauses_and_resumes(self):
        mailbox = self.mailbox(state="draft")
        with self.assertRaisesRegex(UserError, "not been checked"):
            mailbox.with_user(self.admin).action_resume()
        mailbox._resume()
        mailbox.with_user(self.admin).action_pause()
        self.assertEqual((mailbox.state, mailbox.pause_kind), ("paused", "person"))
        self.assertIn(self.admin.name, mailbox.pause_reason)
        self.assertFalse(mailbox.activity_ids, "nobody has to be told what they did")

    def test_pausing_twice_keeps_the_first_reason(self):
        mailbox = self.mailbox()
        mailbox._pause("Holidays")
        mailbox._pause("Something else", "server")
        self.assertEqual(mailbox.pause_reason, "Holidays")

    def test_counts_do_not_go_with_the_prospect(self):
        mailbox = self.mailbox()
        lead = self.lead()
        self.sent(mailbox, 100)
        mailbox._count_bounce(NOW)
        lead.unlink()
        self.assertEqual((mailbox.sent_week, mailbox.bounced_week), (100, 1))
