"""The reviewer's view of a model's draft: proof beside it, another text on request, and the wrong company."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from tests.contract.chat_server import error
from tests.odoo.drafting.model_case import GOOD, HIRING, OPENING, URL, ModelDraftCase, answer

from .common import ReviewCase

OTHER = [("Two shops in one spring, in Boulder and Denver, are a lot of work.", ["s1"]), *GOOD[1:]]


@tagged("post_install", "-at_install")
class TestProof(ModelDraftCase, ReviewCase):
    def in_review(self, *replies):
        self.server = self.model(*(replies or [answer(*GOOD)]))
        touch = self.proved()
        self.draft()
        touch._submit()
        self.assertEqual(touch.state, "in_review", touch.hold_reason)
        return touch

    def card(self, touch, user=None):
        [card] = touch.with_user(user or self.reviewer).get_review_cards()
        return card

    def rewrite(self, touch, wish="", **delta):
        touch.with_user(self.reviewer).action_rewrite(wish)
        self.run_cron("ir_cron_outbound_rewrite", **delta)

    # ------------------------------------------------------------------ proof

    def test_the_card_says_which_sentence_rests_on_what(self):
        card = self.card(self.in_review())
        self.assertEqual("".join(segment["text"] for segment in card["segments"]), card["body"])
        first, second = card["statements"]
        self.assertEqual([segment["statements"] for segment in card["segments"] if segment["written"]],
                         [[first["id"]], [second["id"]], [], [], []])  # fmt: skip
        [source] = first["sources"]
        self.assertEqual((source["quote"], source["url"]), (OPENING, URL))
        self.assertEqual((second["sources"][0]["quote"], second["cited"], second["current"]), (HIRING, True, True))
        self.assertTrue(card["origin"]["by_model"])
        self.assertEqual(card["attempts"], [])

    def test_a_sentence_that_a_person_changed_has_no_proof_any_more(self):
        touch = self.in_review()
        text = touch.body_text.replace("caught my eye", "are a great thing")
        card = touch.with_user(self.reviewer).action_save_text(touch.subject, text)
        first = next(segment for segment in card["segments"] if segment["written"])
        self.assertEqual(first["statements"], [card["statements"][1]["id"]])
        self.assertEqual([one["cited"] for one in card["statements"]], [False, True])

    def test_earlier_attempts_are_shown_with_what_failed(self):
        bad = answer(("You hire 130 people for the season.", ["s2"]), *GOOD[1:])
        [attempt] = self.card(self.in_review(bad, answer(*GOOD)))["attempts"]
        self.assertIn("130", attempt["failures"][0])
        self.assertIn("130 people", attempt["text"])

    def test_a_plain_text_says_why(self):
        self.env.company.outbound_draft_retries = 0
        touch = self.in_review(answer("Too short, is it?"))
        origin = self.card(touch)["origin"]
        self.assertIn("did not pass", origin["plain_reason"])
        self.assertTrue(origin["can_rewrite"])

    # ------------------------------------------------------------------ another text

    def test_a_reviewer_gets_another_text_that_keeps_to_the_rules(self):
        touch = self.in_review(answer(*GOOD), answer(*OTHER))
        old = touch.body_text
        card = touch.with_user(self.reviewer).action_rewrite("Shorter, please")
        self.assertTrue(card["origin"]["writing"])
        self.assertEqual((touch.state, touch.body_text), ("in_review", old), "the old text stays until then")
        self.run_cron("ir_cron_outbound_rewrite")
        self.assertEqual(touch.state, "in_review")
        self.assertIn("Two shops in one spring", touch.body_text)
        self.assertEqual(touch.drafted_text, touch.body_text)
        self.assertEqual(touch.reviewer_id, self.reviewer)
        card = self.card(touch)
        self.assertFalse(card["origin"]["writing"])
        self.assertEqual(card["attempts"][0]["text"], old)
        material = self.server.requests[1][2]["messages"][1]["content"]
        self.assertIn("Shorter, please", material)
        self.assertIn("caught my eye", material)
        self.assertEqual(touch.attempt_ids[0].user_id, self.reviewer)

    def test_the_old_text_stays_when_no_new_one_passes(self):
        touch = self.in_review(answer(*GOOD), answer("Too short, is it?"))
        old = touch.body_text
        self.rewrite(touch)
        self.assertEqual((touch.state, touch.body_text), ("in_review", old))
        self.assertIn("did not pass", self.card(touch)["origin"]["outcome"])
        self.assertEqual(len(self.server.requests), 1 + 3, "bounded")

    def test_the_old_text_stays_when_the_service_is_out(self):
        touch = self.in_review(answer(*GOOD), error(500))
        old = touch.body_text
        self.rewrite(touch)
        self.assertEqual((touch.state, touch.body_text), ("in_review", old))
        self.assertIn("fault of its own", self.card(touch)["origin"]["outcome"])

    def test_wishes_are_bounded(self):
        touch = self.in_review()
        touch.rewrite_count = 5
        with self.assertRaisesRegex(UserError, "5 times"):
            touch.with_user(self.reviewer).action_rewrite()

    def test_a_decision_ends_the_wish(self):
        touch = self.in_review(answer(*GOOD), answer(*OTHER))
        touch.with_user(self.reviewer).action_rewrite("Shorter")
        with self.assertRaisesRegex(UserError, "already"):
            touch.with_user(self.reviewer).action_rewrite("Longer")
        text = touch.body_text
        touch.with_user(self.reviewer).action_approve()
        self.run_cron("ir_cron_outbound_rewrite")
        self.assertEqual((touch.state, touch.body_text, touch.wish_date), ("approved", text, False))
        self.assertEqual(len(self.server.requests), 1)

    def test_only_who_may_decide_may_ask(self):
        touch = self.in_review()
        with self.assertRaises(AccessError):
            touch.with_user(self.other).action_rewrite()
        with self.assertRaises(AccessError):
            touch.with_user(self.other).action_wrong_company()

    def test_without_a_model_nothing_is_asked(self):
        touch = self.in_review()
        self.env["outbound.provider"].search([]).active = False
        with self.assertRaisesRegex(UserError, "No model"):
            touch.with_user(self.reviewer).action_rewrite()
        self.assertFalse(self.card(touch)["origin"]["can_rewrite"])

    # ------------------------------------------------------------------ the wrong company

    def test_the_wrong_company_makes_the_draft_plain(self):
        touch = self.in_review()
        [card] = touch.with_user(self.reviewer).action_wrong_company()
        self.assertEqual(touch.state, "in_review")
        self.assertNotIn("two new shops", touch.body_text)
        self.assertEqual((card["statements"], card["origin"]["by_model"]), ([], False))

    def test_an_approved_draft_of_the_wrong_company_is_written_anew(self):
        touch = self.in_review()
        touch.with_user(self.reviewer).action_approve()
        touch.lead_id.with_user(self.rep).action_wrong_company()
        self.assertEqual(touch.state, "planned")
        self.draft()
        self.assertEqual((touch.state, touch.approved_by, touch.sentences), ("drafted", self.env["res.users"], False))
        self.assertNotIn("two new shops", touch.body_text)
        self.assertIn("Nothing about them is proved", touch.plain_reason)


@tagged("post_install", "-at_install")
class TestEdits(ModelDraftCase, ReviewCase):
    def approve(self, touch, text=None):
        touch._submit()
        if text:
            touch.with_user(self.reviewer).action_save_text(touch.subject, text)
        touch.with_user(self.reviewer).action_approve()

    def test_what_people_change_is_measured_by_prompt(self):
        self.model(answer(*GOOD))
        touches = [self.proved() for _ in range(2)]
        self.draft()
        self.approve(touches[0])
        self.approve(touches[1], touches[1].body_text.replace("caught my eye", "are good news"))
        version = touches[0].prompt_version_id
        self.assertEqual((version.approved_count, version.unchanged_count), (2, 1))
        self.assertAlmostEqual(version.edit_share, touches[1].edit_share / 2)
        self.assertIn("Of 2 drafts", self.sequence.edit_measure)
        self.assertIn("50 %", self.sequence.edit_measure)
        settings = self.env["res.config.settings"].create({})
        self.assertIn("1 were left as they were", settings.outbound_edit_measure)

    def test_repeated_edits_are_proposed_as_a_rule_that_an_admin_accepts(self):
        Rule = self.env["outbound.style.rule"]
        for _number in range(3):
            touch = self.drafted()
            self.approve(
                touch, touch.body_text.replace("New teams learn from whoever is near.", "New teams learn by chance.")
            )
        self.run_cron("ir_cron_outbound_learn_style")
        rule = Rule.search([("phrase", "=", "from whoever is near")])
        self.assertEqual((rule.state, rule.count, rule.lang, rule.instead), ("proposed", 3, "en_US", "by chance"))
        self.assertNotIn("worn_out", self.failed(self.drafted()), "nothing is a rule before it is accepted")
        rule.action_accept()
        self.assertIn("worn_out", self.failed(self.drafted()))
        self.assertIn({"instead_of": "from whoever is near", "write": "by chance"}, Rule._get_instructions("en_GB"))
        rule.action_decline()
        self.run_cron("ir_cron_outbound_learn_style")
        self.assertEqual(Rule.search_count([("phrase", "=", "from whoever is near")]), 1)
        self.assertEqual(rule.state, "declined")

    def test_only_administrators_decide_on_rules(self):
        rule = self.env["outbound.style.rule"].create({"phrase": "leverage", "lang": "en_US", "state": "proposed"})
        for verb in ("action_accept", "action_decline"):
            with self.assertRaises(AccessError):
                getattr(rule.with_user(self.reviewer), verb)()
