from datetime import timedelta

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import NOW, ReviewCase


@tagged("post_install", "-at_install")
class TestDecisions(ReviewCase):
    def reject(self, touch, xmlid, note=""):
        reason = self.env.ref(f"outbound_prospecting.reject_reason_{xmlid}")
        touch.with_user(self.rep).action_reject(reason.id, note)
        return reason

    def test_approval_keeps_the_hash_of_what_was_seen_and_by_whom(self):
        touch = self.in_review()
        touch.with_user(self.rep).action_approve(self.seen(touch))
        self.assertEqual((touch.state, touch.approved_by, touch.approved_date), ("approved", self.rep, NOW))
        self.assertEqual(touch.text_hash, touch._get_text_hash())

    def test_reviewers_decide_for_all_and_reps_for_their_own(self):
        touch = self.in_review()
        stranger = touch.with_user(self.other)
        reason = self.env.ref("outbound_prospecting.reject_reason_text").id
        for attempt in (
            stranger.action_approve,
            lambda: stranger.action_approve_passing(self.seen(touch)),
            stranger.action_skip,
            lambda: stranger.action_reject(reason),
            lambda: stranger.action_save_text("Subject", "Text"),
            stranger.action_draft_again,
            stranger.action_undo_approval,
            lambda: stranger.get_review_cards(touch.ids),
        ):
            with self.assertRaises(AccessError):
                attempt()
        self.assertEqual(touch.state, "in_review")
        touch.with_user(self.reviewer).action_approve()
        self.assertEqual(touch.state, "approved")
        unassigned = self.in_review(user_id=False)
        with self.assertRaises(AccessError):
            unassigned.with_user(self.other).action_approve()
        unassigned.reviewer_id = self.other
        unassigned.with_user(self.other).action_approve()
        self.assertEqual(unassigned.state, "approved")

    def test_salespeople_without_the_role_have_no_part_in_it(self):
        touch = self.in_review()
        self.rep.group_ids -= self.env.ref("outbound_prospecting.group_outbound_user")
        with self.assertRaises(AccessError):
            touch.with_user(self.rep).action_approve()

    def test_drafts_of_other_companies_are_out_of_the_queue(self):
        touch = self.in_review()
        self.assertIn(touch.id, [row["id"] for row in self.queue(self.reviewer, scope="all")["rows"]])
        touch.company_id = self.env["res.company"].create({"name": "Elsewhere"})
        self.assertNotIn(touch.id, [row["id"] for row in self.queue(self.reviewer, scope="all")["rows"]])

    def test_a_text_that_changed_meanwhile_is_not_approved(self):
        touch = self.in_review()
        seen = self.seen(touch)
        touch.with_user(self.reviewer).action_save_text("Another subject", touch.body_text, seen)
        with self.assertRaisesRegex(UserError, "changed since you opened it"):
            touch.with_user(self.rep).action_approve(seen)
        with self.assertRaisesRegex(UserError, "changed since you opened it"):
            touch.with_user(self.rep).action_save_text("Mine", touch.body_text, seen)
        self.assertEqual(touch.subject, "Another subject")

    def test_who_comes_second_is_told_who_decided(self):
        touch = self.in_review()
        touch.with_user(self.reviewer).action_approve()
        with self.assertRaisesRegex(UserError, "Vera Review approved"):
            touch.with_user(self.rep).action_approve(self.seen(touch))
        skipped = self.in_review()
        skipped.with_user(self.reviewer).action_skip()
        with self.assertRaisesRegex(UserError, "Left out by Vera Review"):
            skipped.with_user(self.rep).action_approve()

    def test_a_stopped_prospect_cannot_be_approved(self):
        touch = self.in_review()
        touch.enrolment_id._write_state({"state": "replied"})
        with self.assertRaises(UserError):
            touch.with_user(self.rep).action_approve()

    def test_an_edit_voids_the_approval_whoever_makes_it(self):
        by_page, by_form = self.in_review(), self.in_review()
        (by_page + by_form).with_user(self.reviewer).action_approve()
        by_page.with_user(self.rep).action_save_text("Another subject", by_page.body_text, self.seen(by_page))
        by_form.body_html = "<p>Something else</p>"
        for touch in by_page + by_form:
            self.assertEqual(
                (touch.state, touch.approved_by, touch.approved_date, touch.text_hash),
                ("in_review", self.env["res.users"], False, False),
            )

    def test_writing_the_same_text_voids_nothing(self):
        touch = self.in_review()
        touch.with_user(self.rep).action_approve()
        touch.write({"subject": touch.subject, "body_text": touch.body_text})
        self.assertEqual(touch.state, "approved")

    def test_an_edit_is_cleaned_checked_and_measured(self):
        touch = self.in_review()
        card = touch.with_user(self.rep).action_save_text(
            "Look\r\nBcc: x@example.com",
            touch.body_text + "\n\nLet us touch base: https://example.com/x",
            self.seen(touch),
        )
        self.assertEqual(touch.subject, "Look Bcc: x@example.com")
        self.assertIn('<a href="https://example.com/x"', touch.body_html)
        self.assertIn("worn_out", self.failed(touch))
        self.assertNotIn("links", self.failed(touch))
        self.assertTrue(0 < touch.edit_share < 0.5)
        self.assertEqual((card["id"], card["seen"], card["edited"]), (touch.id, touch._get_text_hash(), True))
        self.assertNotEqual(touch.drafted_text, touch.body_text)

    def test_an_empty_or_huge_text_is_refused_and_the_old_one_stays(self):
        touch = self.in_review()
        before = touch.body_text
        for subject, body in (("", "Text"), ("Subject", "  \n "), ("Subject", "x" * 10_001), ("x" * 201, "Text")):
            with self.assertRaisesRegex(UserError, "Nothing was saved"):
                touch.with_user(self.rep).action_save_text(subject, body, self.seen(touch))
        self.assertEqual(touch.body_text, before)

    def test_markup_in_an_edit_is_text(self):
        touch = self.in_review()
        touch.with_user(self.rep).action_save_text("Hi", "<script>alert(1)</script> {{7*7}}", self.seen(touch))
        self.assertNotIn("<script", touch.body_html)
        self.assertIn("{{7*7}}", touch.body_text)

    def test_undo_takes_ones_own_approval_back_for_a_while(self):
        touch = self.in_review()
        touch.with_user(self.rep).action_approve()
        with self.assertRaisesRegex(UserError, "Only your own"):
            touch.with_user(self.reviewer).action_undo_approval()
        touch.with_user(self.rep).action_undo_approval()
        self.assertEqual((touch.state, touch.approved_by.id, touch.text_hash), ("in_review", False, False))
        touch.with_user(self.rep).action_approve()
        with self.assertRaisesRegex(UserError, "last minutes"):
            self.at(touch.with_user(self.rep), minutes=11).action_undo_approval()

    def test_undo_says_so_when_the_mail_is_on_its_way(self):
        touch = self.in_review()
        touch.with_user(self.rep).action_approve()
        touch._write_state({"state": "sending"})
        with self.assertRaisesRegex(UserError, "on its way already"):
            touch.with_user(self.rep).action_undo_approval()

    def test_bulk_approval_takes_only_what_passes_and_was_seen(self):
        fine, failing, changed, decided = (self.in_review() for _ in range(4))
        failing.with_user(self.rep).action_save_text("Hi", "Too short.", self.seen(failing))
        touches = fine + failing + changed + decided
        seen = self.seen(touches)
        changed.subject = "Something else"
        decided.with_user(self.reviewer).action_approve()
        answer = touches.with_user(self.rep).action_approve_passing(seen)
        self.assertEqual(answer["done"], fine.ids)
        messages = {row["id"]: row["message"] for row in answer["refused"]}
        self.assertIn("fails a check", messages[failing.id])
        self.assertIn("changed since", messages[changed.id])
        self.assertIn("Vera Review approved", messages[decided.id])
        self.assertEqual(touches.mapped("state"), ["approved", "in_review", "in_review", "approved"])

    def test_many_approvals_cost_few_queries(self):
        touches = self.env["outbound.touch"].concat(*(self.in_review() for _ in range(20)))
        seen = self.seen(touches)
        self.env.flush_all()
        self.env.invalidate_all()
        with self.assertQueryCount(60):
            touches.with_user(self.reviewer).action_approve_passing(seen)

    def test_skip_leaves_the_prospect_in_the_sequence(self):
        touch = self.in_review()
        touch.with_user(self.rep).action_skip()
        self.assertEqual((touch.state, touch.end_reason), ("skipped", "Left out by Rita Rep in the review."))
        self.assertEqual(touch.enrolment_id.state, "active")

    def test_a_reason_says_what_becomes_of_the_prospect(self):
        skipped, stopped, paused = (self.in_review() for _ in range(3))
        self.reject(skipped, "text", "Too long")
        self.assertEqual((skipped.state, skipped.enrolment_id.state), ("skipped", "active"))
        self.assertEqual(skipped.end_reason, "The text does not fit them: Too long")
        self.reject(stopped, "wrong_person")
        self.assertEqual((stopped.state, stopped.enrolment_id.state), ("cancelled", "stopped"))
        self.reject(paused, "bad_timing")
        enrolment = paused.enrolment_id
        self.assertEqual((paused.state, paused.body_text, enrolment.state), ("planned", False, "paused"))
        self.assertEqual(enrolment.resume_date, NOW + timedelta(days=14))
        events = self.env["outbound.event"].search([("kind", "=", "rejected")])
        self.assertEqual(set((skipped + stopped + paused).lead_id.ids), set(events.lead_id.ids))
        self.assertEqual(events.user_id, self.rep)

    def test_a_rejection_needs_a_reason(self):
        with self.assertRaisesRegex(UserError, "Choose a reason"):
            self.in_review().with_user(self.rep).action_reject(0)

    def test_writing_again_uses_todays_facts(self):
        touch = self.in_review()
        self.template.with_context(outbound_now=NOW).body = self.template.body.replace(
            "{company} opened", "{hook|{company} opened"
        ).replace("your town}.", "your town}.}")
        finding = f"{touch.lead_id.partner_name} won a prize."
        card = touch.with_user(self.rep).action_draft_again(finding, "https://news.example.com/1")
        self.assertIn(finding, touch.body_text)
        self.assertEqual((touch.state, touch.enrolment_id.hook), ("in_review", finding))
        self.assertEqual(card["lead"]["finding_source"], "https://news.example.com/1")

    def test_when_it_cannot_be_written_again_the_old_text_stays(self):
        touch = self.in_review()
        text = touch.body_text
        self.template.body = "{hook}"
        with self.assertRaisesRegex(UserError, "{hook}"), self.env.cr.savepoint():
            touch.with_user(self.rep).action_draft_again()
        touch.invalidate_recordset()
        self.assertEqual((touch.state, touch.body_text), ("in_review", text))


@tagged("post_install", "-at_install")
class TestQueue(ReviewCase):
    def ids(self, user, **options):
        return [row["id"] for row in self.queue(user, **options)["rows"]]

    def test_whose_drafts_are_listed(self):
        mine, theirs = self.in_review(), self.in_review(user_id=self.other.id)
        self.assertEqual(self.ids(self.rep), mine.ids)
        self.assertEqual(self.ids(self.rep, scope="all"), mine.ids, "reps see no more by asking for all")
        self.assertEqual(self.ids(self.reviewer), [])
        self.assertEqual(set(self.ids(self.reviewer, scope="all")), {mine.id, theirs.id})
        self.assertFalse(self.queue(self.rep)["can_see_all"])

    def test_filters_counts_and_order(self):
        late = self.in_review(due=NOW + timedelta(days=9))
        soon = self.in_review(due=NOW + timedelta(hours=1))
        soon.with_user(self.rep).action_save_text("Hi", "Short.", self.seen(soon))
        overdue = self.in_review(due=NOW - timedelta(hours=1))
        self.assertEqual(self.ids(self.rep), [overdue.id, soon.id, late.id])
        self.assertEqual(self.ids(self.rep, filter_name="failing"), soon.ids)
        self.assertEqual(self.ids(self.rep, filter_name="passing"), [overdue.id, late.id])
        self.assertEqual(self.ids(self.rep, filter_name="overdue"), overdue.ids)
        self.assertEqual(self.ids(self.rep, search=late.lead_id.partner_name), late.ids)
        counts = self.queue(self.rep)["counts"]
        self.assertEqual((counts["mine"], counts["overdue"], counts["failing"], counts["passing"]), (3, 1, 1, 2))

    def test_paused_prospects_are_not_listed(self):
        touch = self.in_review()
        touch.enrolment_id._write_state({"state": "paused"})
        self.assertEqual(self.ids(self.rep), [])

    def test_a_card_says_what_is_known_and_what_happens_if_nobody_acts(self):
        touch = self.in_review(due=NOW + timedelta(hours=24), function="Head of Safety")
        [card] = self.env["outbound.touch"].with_user(self.rep).get_review_cards(touch.ids)
        self.assertEqual(card["body"], touch.body_text)
        self.assertIn({"label": "Role", "value": "Head of Safety"}, card["lead"]["facts"])
        self.assertIn("America/Denver", card["due"])
        self.assertIn("it goes to Vera Review", card["otherwise"])
        self.assertIn("never sent unseen", card["otherwise"])
        self.assertTrue(all(check["message"] for check in card["checks"]))
        self.at(self.env["outbound.touch"], hours=12)._age(NOW + timedelta(hours=12))
        touch._age(NOW + timedelta(hours=12))
        [card] = self.env["outbound.touch"].with_user(self.rep).get_review_cards(touch.ids)
        self.assertIn("stays here", card["otherwise"])

    def test_the_queue_costs_the_same_for_many_drafts(self):
        for _ in range(15):
            self.in_review()
        self.env.flush_all()
        self.env.invalidate_all()
        with self.assertQueryCount(45):
            self.queue(self.reviewer, scope="all")
