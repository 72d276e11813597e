from datetime import timedelta, timezone

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import tagged

from odoo.addons.outbound_prospecting.domain.lifecycle import EnrolmentEvent, TouchEvent

from .common import NOW, ReviewCase


@tagged("post_install", "-at_install")
class TestPolicy(ReviewCase):
    def submit(self, count, **values):
        touches = self.env["outbound.touch"].concat(*(self.drafted(**values) for _ in range(count)))
        touches._submit()
        return touches

    def approve_first(self, touches):
        first = touches.filtered(lambda touch: touch.state == "in_review")
        first.with_user(self.reviewer).action_approve()
        return first

    def test_everything_is_reviewed_unless_the_sequence_says_otherwise(self):
        self.assertEqual(set(self.submit(5).mapped("state")), {"in_review"})

    def test_the_first_of_a_variant_is_seen_and_its_siblings_wait_for_it(self):
        self.sequence.review_policy = "first"
        self.env.company.outbound_review_floor = 1
        touches = self.submit(6)
        self.assertEqual(touches.mapped("state"), ["in_review"] + ["drafted"] * 5)
        self.assertIn("first mail of its variant", touches[1].hold_reason)
        self.approve_first(touches)
        self.assertFalse(touches[1].hold_until, "the decision wakes its siblings")
        touches[1:]._submit()
        self.assertEqual(set(touches[1:].mapped("state")), {"approved"})
        self.assertTrue(all(touch.text_hash == touch._get_text_hash() for touch in touches[1:]))
        self.assertFalse(touches[1:].approved_by)

    def test_when_the_first_is_rejected_the_next_one_is_seen(self):
        self.sequence.review_policy = "first"
        touches = self.submit(3)
        touches[0].with_user(self.reviewer).action_skip()
        touches[1:]._submit()
        self.assertEqual(touches.mapped("state"), ["skipped", "in_review", "drafted"])

    def test_a_changed_template_is_a_new_variant(self):
        self.sequence.write({"review_policy": "sample", "review_share": 1})
        self.env.company.outbound_review_floor = 1
        self.approve_first(self.submit(1))
        self.assertEqual(self.submit(1).state, "approved")
        self.at(self.template, hours=1).subject = "Something new for {company}"
        self.assertEqual(self.submit(1).state, "in_review")

    def test_a_text_that_a_person_rewrote_does_not_vouch_for_its_template(self):
        self.sequence.review_policy = "first"
        touch = self.submit(1)
        touch.with_user(self.rep).action_save_text(touch.subject, touch.body_text + " Really.", self.seen(touch))
        self.approve_first(touch)
        self.assertEqual(self.submit(1).state, "in_review")

    def test_a_failing_check_is_always_seen(self):
        self.sequence.review_policy = "first"
        self.approve_first(self.submit(1))
        self.template.with_context(outbound_now=NOW - timedelta(days=30)).body += "\n\nLet us touch base, I am sure."
        touches = self.submit(8)
        self.assertEqual(set(touches.mapped("state")), {"in_review"})

    def test_the_floor_holds_whatever_the_sequence_says(self):
        self.sequence.write({"review_policy": "sample", "review_share": 1})
        self.approve_first(self.submit(1))
        self.env.company.outbound_review_floor = 100
        self.assertEqual(set(self.submit(5).mapped("state")), {"in_review"})

    def test_the_spot_check_is_the_same_every_time(self):
        self.sequence.write({"review_policy": "sample", "review_share": 50})
        self.approve_first(self.submit(1))
        touches = self.env["outbound.touch"].concat(*(self.drafted() for _ in range(20)))
        verdicts = [touch._decide({self.template.id}, set()) for touch in touches]
        self.assertEqual(verdicts, [touch._decide({self.template.id}, set()) for touch in touches])
        self.assertEqual(len(set(verdicts)), 2, "20 drafts at 50 % are neither all seen nor all passed")

    def test_nobody_but_an_administrator_sets_the_floor_and_never_to_zero(self):
        for value in (0, -1, 101):
            with self.assertRaises(ValidationError), self.env.cr.savepoint():
                self.env.company.outbound_review_floor = value
        self.reviewer.group_ids += self.env.ref("base.group_system")
        with self.assertRaises(AccessError):
            self.env.company.with_user(self.reviewer).outbound_review_floor = 5
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            self.sequence.write({"review_policy": "sample", "review_share": 0})

    def test_the_prospects_rep_reviews_else_the_backup(self):
        self.assertEqual(self.submit(1).reviewer_id, self.rep)
        self.assertEqual(self.submit(1, user_id=False).reviewer_id, self.reviewer, "the team's leader")
        backup = self.env.ref("base.user_admin")
        self.env.company.outbound_review_backup_id = backup
        self.assertEqual(self.submit(1, user_id=False).reviewer_id, backup)
        self.env.company.outbound_review_backup_id = False
        self.team.user_id = self.other
        self.assertFalse(self.submit(1, user_id=False).reviewer_id, "a leader who may not see others' drafts")
        self.env.company.outbound_review_backup_id = backup
        self.rep.active = False
        self.assertEqual(self.submit(1).reviewer_id, backup)

    def test_a_backup_must_be_able_to_review(self):
        with self.assertRaisesRegex(ValidationError, "Reviewer"):
            self.env.company.outbound_review_backup_id = self.rep


@tagged("post_install", "-at_install")
class TestAgeing(ReviewCase):
    def test_a_new_draft_comes_before_a_person_by_itself(self):
        touch = self.drafted()
        self.run_review()
        self.assertEqual(touch.state, "in_review")

    def test_an_old_draft_goes_to_the_backup_and_never_out_unseen(self):
        touch = self.in_review(due=NOW + timedelta(hours=20))
        self.assertEqual((touch.reviewer_id, touch.review_due), (self.rep, NOW + timedelta(hours=10)))
        self.run_review(hours=9)
        self.assertEqual(touch.reviewer_id, self.rep)
        self.run_review(hours=10)
        self.assertEqual((touch.reviewer_id, touch.review_escalated), (self.reviewer, True))
        note = self.env["mail.message"].search([("partner_ids", "in", self.reviewer.partner_id.ids)], limit=1)
        self.assertIn("your review: 1", note.subject)
        self.run_review(hours=15)
        self.assertEqual(touch.state, "in_review")

    def test_a_draft_that_nobody_decides_moves_to_a_later_day(self):
        touch = self.in_review(due=NOW + timedelta(hours=20))
        self.run_review(hours=10)
        self.run_review(hours=30)
        self.assertGreaterEqual(touch.due_date, NOW + timedelta(hours=54))
        self.assertIn("Nobody reviewed it in time", touch.hold_reason)
        calendar = touch.enrolment_id._get_calendars()[touch.enrolment_id.id]
        for hours in (60, 90, 120, 400):
            self.run_review(hours=hours)
            self.assertEqual(touch.state, "in_review")
            self.assertGreater(touch.due_date, NOW + timedelta(hours=hours))
            moment = touch.due_date.replace(tzinfo=timezone.utc)
            self.assertEqual(calendar.next_open(moment), moment, "at an hour of theirs at which mail may leave")

    def test_paused_prospects_do_not_age(self):
        touch = self.in_review()
        touch.enrolment_id._apply(EnrolmentEvent.PAUSE)
        self.run_review(days=9)
        self.assertEqual((touch.reviewer_id, touch.review_escalated), (self.rep, False))

    def test_a_prospect_who_is_back_has_the_whole_time_again(self):
        touch = self.in_review(due=NOW + timedelta(hours=40))
        touch.enrolment_id._apply(EnrolmentEvent.PAUSE)
        later = self.at(touch, days=5)
        later.enrolment_id._apply(EnrolmentEvent.RESUME)
        self.assertGreater(touch.review_due, NOW + timedelta(days=5))
        self.assertEqual((touch.reviewer_id, touch.review_escalated), (self.rep, False))

    def test_a_mail_that_did_not_leave_comes_back_to_a_person(self):
        touch = self.in_review()
        touch.with_user(self.rep).action_approve()
        touch._write_state({"state": "unknown"})
        later = self.at(touch, days=5)
        later._apply(TouchEvent.PROVE_UNSENT)
        self.assertEqual((touch.state, touch.text_hash, touch.approved_by.id), ("in_review", False, False))
        self.assertGreater(touch.review_due, NOW + timedelta(days=5))

    def test_a_run_with_nothing_to_do_ends(self):
        self.in_review()
        self.run_review()
        self.run_review()
