from datetime import timedelta
from unittest.mock import patch

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import NOW, DraftingCase

HOSTILE = "Acme {{7*7}} ${7*7} <t t-out='7*7'/> {company} <script>alert(1)</script>"


@tagged("post_install", "-at_install")
class TestDrafts(DraftingCase):
    def test_a_draft_is_final_text_plain_and_html(self):
        touch = self.drafted(partner_name="Northpeak")
        self.assertEqual(touch.subject, "A question for Northpeak")
        self.assertIn("Hi Jane,\n\nNorthpeak opened a shop in Boulder.", touch.body_text)
        self.assertTrue(touch.body_text.endswith("\n\nMax"))
        self.assertIn("<p>Hi Jane,</p><p>Northpeak opened a shop in Boulder.", touch.body_html)
        self.assertEqual(touch.template_id, self.template)
        self.assertEqual((touch.drafted_subject, touch.drafted_text), (touch.subject, touch.body_text))
        self.assertEqual(self.failed(touch), set())

    def test_a_later_change_of_the_template_changes_no_draft(self):
        touch = self.drafted()
        text = touch.body_text
        self.template.body = "Something else"
        self.assertEqual(touch.body_text, text)

    def test_a_prospects_data_is_never_evaluated(self):
        touch = self.drafted(partner_name=HOSTILE)
        self.assertEqual(touch.subject, f"A question for {HOSTILE}")
        self.assertIn("{{7*7}} ${7*7} <t t-out='7*7'/> {company} <script>", touch.body_text)
        self.assertNotIn("49", touch.subject + touch.body_text + touch.body_html)
        self.assertNotIn("<script", touch.body_html)
        self.assertNotIn("<t ", touch.body_html)
        self.assertIn("placeholder", self.failed(touch), "a person sees it before it leaves")

    def test_names_cannot_smuggle_headers_into_a_subject(self):
        touch = self.drafted(partner_name="Acme\r\nBcc: everyone@example.com\nX: y")
        self.assertEqual(touch.subject, "A question for Acme Bcc: everyone@example.com X: y")

    def test_a_link_of_a_prospects_data_is_no_link_and_fails_a_check(self):
        touch = self.drafted(partner_name="https://evil.example.com/x")
        self.assertNotIn("<a ", touch.body_html)
        self.assertIn("links", self.failed(touch))

    def test_the_booking_page_is_a_link(self):
        self.mailbox.calendar_link = "https://book.example.com/max"
        self.template.body = self.template.body.replace("Is that", "See {calendar_link}. Is that")
        touch = self.drafted()
        self.assertIn('href="https://book.example.com/max"', touch.body_html)
        self.assertNotIn("links", self.failed(touch))

    def test_an_unfilled_token_holds_the_touch_and_says_which_and_what_to_do(self):
        self.template.body = "{hook} {first_name}"
        touch = self.first(contact_name=False)
        touch._draft()
        self.assertEqual(touch.state, "planned")
        self.assertIn("{hook} (What research found about them: as the finding of the enrolment)", touch.hold_reason)
        self.assertIn("{first_name} (First name of the contact: on the prospect)", touch.hold_reason)
        self.assertGreater(touch.hold_until, NOW)
        self.assertFalse(touch.body_text)

    def test_a_held_touch_is_drafted_once_the_fact_is_known(self):
        self.template.body = self.template.body.replace("{city|your town}", "{city}")
        touch = self.first(city=False)
        touch._draft()
        self.assertIn("{city}", touch.hold_reason)
        touch.lead_id.city = "Lyon"
        self.assertFalse(self.at(self.env["outbound.touch"], minutes=5)._find_undrafted(NOW, 10) & touch)
        later = NOW + timedelta(hours=1)
        self.assertTrue(self.env["outbound.touch"]._find_undrafted(later, 10) & touch)
        touch._draft()
        self.assertEqual((touch.state, touch.hold_reason), ("drafted", False))

    def test_a_better_template_frees_its_held_touches_at_once(self):
        self.template.body = "{hook}"
        touch = self.first()
        touch._draft()
        self.template.body = "{hook|Hello.}"
        self.assertTrue(self.env["outbound.touch"]._find_undrafted(NOW, 10) & touch)

    def test_a_huge_text_is_held(self):
        self.template.body = "{company}" * 1000
        touch = self.first(partner_name="N" * 400)
        touch._draft()
        self.assertEqual(touch.state, "planned")
        self.assertIn("at most 10000", touch.hold_reason)

    def test_a_step_without_a_template_says_so(self):
        self.template.active = False
        touch = self.first()
        touch._draft()
        self.assertIn("“First mail” has no template", touch.hold_reason)

    def test_a_follow_up_goes_on_under_the_subject_of_its_thread(self):
        enrolment = self.enrol()
        first, second = enrolment.touch_ids.sorted("number")
        first.write({"subject": "Re: Your boots"})
        first._write_state({"state": "sent"})
        second._draft()
        self.assertEqual(second.subject, "Re: Your boots")
        self.assertNotIn("reply_prefix", self.failed(second))

    def test_a_follow_up_without_a_thread_opens_one_honestly(self):
        first, second = self.enrol().touch_ids.sorted("number")
        first._write_state({"state": "skipped"})
        second._draft()
        self.assertEqual(second.subject, f"Another thought for {second.lead_id.partner_name}")
        self.follow_up.subject = False
        first, third = self.enrol().touch_ids.sorted("number")
        first._write_state({"state": "skipped"})
        third._draft()
        self.assertIn("has no subject", third.hold_reason)

    def test_a_follow_up_keeps_the_language_of_its_thread(self):
        self.add_template(self.steps[1], lang="de_DE", body="Guten Tag")
        first, second = self.enrol(country_id=self.env.ref("base.de").id).touch_ids.sorted("number")
        first._draft()
        first._write_state({"state": "sent"})
        second._draft()
        self.assertEqual((first.template_id.lang, second.template_id.lang), ("en_US", "en_US"))

    def test_what_we_say_comes_from_the_vertical_in_the_language_then_from_the_general_angle(self):
        Angle = self.env["outbound.angle"]
        Angle.search([]).unlink()
        industry = self.env["res.partner.industry"].create({"name": "Boots"})
        vertical = self.env["outbound.vertical"].create({"name": "Shoes", "industry_ids": [(6, 0, industry.ids)]})
        Angle.create([{"pain": "wet feet", "offer": "help"}, {"vertical_id": vertical.id, "pain": "worn soles"}])
        self.template.body = "{pain}; {offer}; {trend|no trend}"
        self.assertEqual(self.drafted(industry_id=industry.id).body_text, "worn soles; help; no trend")
        self.assertEqual(self.drafted().body_text, "wet feet; help; no trend")

    def test_a_person_may_have_a_text_written_now(self):
        touch = self.first()
        touch.with_user(self.rep).action_draft()
        self.assertEqual(touch.state, "drafted")
        with self.assertRaises(AccessError):
            self.first().with_user(self.other).action_draft()
        self.template.body = "{hook}"
        with self.assertRaisesRegex(UserError, "{hook}"):
            self.first().with_user(self.reviewer).action_draft()

    def test_a_finding_is_noted_by_the_rep_and_opens_the_next_mail(self):
        self.template.body = self.template.body.replace("{company} opened", "{hook|{company} opened").replace(
            "own}.", "own}.}"
        )
        touch = self.first()
        action = touch.with_user(self.rep).action_note_finding()
        values = {"finding": "Northpeak won\na prize.", "source": "https://news.example.com"}
        wizard = self.env["outbound.finding"].with_user(self.rep).with_context(**action["context"]).create(values)
        wizard.action_save()
        self.assertEqual(touch.enrolment_id.hook, "Northpeak won a prize.")
        touch._draft()
        self.assertIn("\n\nNorthpeak won a prize. New teams", touch.body_text)
        with self.assertRaises(AccessError):
            touch.with_user(self.other).action_note_finding()
        with self.assertRaises(AccessError):
            wizard.with_user(self.other).action_save()
        with self.assertRaisesRegex(UserError, "one sentence"):
            touch.enrolment_id._note_finding("x" * 501)

    def test_a_step_says_which_languages_it_lacks(self):
        self.assertFalse(self.steps[1].missing_languages)
        self.add_template(self.steps[0], lang="de_DE")
        self.assertIn("German", self.steps[1].missing_languages)
        self.assertFalse(self.steps[0].missing_languages)


@tagged("post_install", "-at_install")
class TestDraftingRuns(DraftingCase):
    def due(self):
        return self.env["outbound.touch"]._find_undrafted(NOW, 100)

    def test_only_what_is_due_within_the_lead_time_is_drafted(self):
        soon = self.first(due=NOW + timedelta(hours=47))
        late = self.first(due=NOW + timedelta(hours=49))
        self.assertTrue(soon in self.due())
        self.assertFalse(late in self.due())
        self.env.company.outbound_draft_lead_hours = 72
        self.assertTrue(late in self.due())

    def test_one_mail_of_a_person_at_a_time(self):
        first, second = self.enrol(due=NOW - timedelta(days=9)).touch_ids.sorted("number")
        self.assertEqual(self.due() & (first + second), first)
        first._write_state({"state": "unknown"})
        self.assertFalse(self.due() & (first + second))
        first._write_state({"state": "sent"})
        self.assertEqual(self.due() & (first + second), second)

    def test_a_blocking_task_is_finished_first(self):
        enrolment = self.enrol()
        first = enrolment.touch_ids.sorted("number")[0]
        step = self.env["outbound.sequence.step"].create(
            {"sequence_id": self.sequence.id, "name": "Research", "day": 1, "channel": "internal", "blocking": True}
        )
        first.number = 2
        task = first.copy({"step_id": step.id, "number": 1, "channel": "internal"})
        task._write_state({"state": "open"})
        self.assertFalse(first in self.due())
        task._write_state({"state": "done"})
        self.assertTrue(first in self.due())

    def test_paused_enrolments_are_left_alone(self):
        touch = self.first()
        touch.enrolment_id._write_state({"state": "paused"})
        self.assertFalse(touch in self.due())

    def test_a_poison_row_holds_itself_only(self):
        touches = self.first() + self.first() + self.first()
        poison = touches[1]
        original = type(touches)._prepare_draft_vals

        def prepare(touch, sources):
            if touch == poison:
                raise ZeroDivisionError("poison")
            return original(touch, sources)

        with (
            patch.object(type(touches), "_prepare_draft_vals", prepare),
            mute_logger("odoo.addons.outbound_prospecting.models.drafting.touch_draft"),
        ):
            touches._draft_safely(NOW)
        self.assertEqual(touches.mapped("state"), ["drafted", "planned", "drafted"])
        self.assertIn("poison", poison.hold_reason)

    def test_the_scheduled_action_drafts_all_that_is_due(self):
        touches = self.first() + self.first()
        self.run_cron("ir_cron_outbound_draft")
        self.assertEqual(set(touches.mapped("state")), {"drafted"})

    def test_many_drafts_cost_few_queries(self):
        few = self.env["outbound.touch"].concat(*(self.first() for _ in range(5)))
        many = self.env["outbound.touch"].concat(*(self.first() for _ in range(25)))
        self.env.flush_all()
        counts = []
        for touches in (few, many):
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            touches._draft()
            self.env.flush_all()
            counts.append(self.env.cr.sql_log_count - before)
        self.assertLess(counts[1], counts[0] + 25, f"queries for 5 and for 25 drafts: {counts}")
