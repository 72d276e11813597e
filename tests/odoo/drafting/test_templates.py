from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import BODY, DraftingCase


@tagged("post_install", "-at_install")
class TestTemplates(DraftingCase):
    def test_a_token_that_does_not_exist_is_refused_with_what_was_meant(self):
        with self.assertRaisesRegex(ValidationError, r"\{firstname\}.*\{first_name\}"):
            self.template.body = "Hi {firstname}"
        with self.assertRaisesRegex(ValidationError, r"Subject.*\n.*\{7\*7\}"):
            self.template.subject = "{{7*7}}"

    def test_huge_texts_are_refused(self):
        with self.assertRaisesRegex(ValidationError, "10001 characters, at most 10000"):
            self.template.body = "x" * 10_001

    def test_only_mails_have_templates(self):
        task = self.env["outbound.sequence.step"].create(
            {"sequence_id": self.sequence.id, "name": "Connect", "day": 5, "channel": "linkedin"}
        )
        with self.assertRaisesRegex(ValidationError, "only mail steps"):
            self.add_template(task)

    def test_a_variant_exists_once_for_a_language(self):
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"), self.env.cr.savepoint():
            self.add_template(self.steps[0])

    def test_a_copy_is_the_next_variant(self):
        self.assertEqual(self.template.copy().name, "B")
        self.assertEqual(self.template.copy().name, "C")

    def test_a_copied_step_keeps_its_templates(self):
        copy = self.steps[0].copy()
        self.assertEqual(copy.template_ids.mapped("name"), ["A"])

    def test_a_changed_text_is_a_new_text(self):
        before = self.template.text_date
        self.at(self.template, days=1).weight = 2
        self.assertEqual(self.template.text_date, before)
        self.at(self.template, days=1).subject = "Hello again"
        self.assertGreater(self.template.text_date, before)

    def test_users_read_but_do_not_write(self):
        self.template.with_user(self.rep).read(["body"])
        with self.assertRaises(AccessError):
            self.template.with_user(self.rep).body = "Hi"

    def test_templates_of_another_company_are_out_of_sight(self):
        company = self.env["res.company"].create({"name": "Elsewhere"})
        self.sequence.company_id = company
        self.assertFalse(self.env["outbound.template"].with_user(self.rep).search([("id", "=", self.template.id)]))

    def test_the_language_is_the_prospects_then_its_countrys_then_the_default(self):
        french = self.add_template(self.steps[0], lang="fr_FR")
        german = self.add_template(self.steps[0], lang="de_DE")
        templates = self.template + french + german
        Template = self.env["outbound.template"]

        def chosen(**values):
            return templates._choose(Template._get_wanted_languages(self.add_lead(**values)), "1:1")

        self.assertEqual(chosen(country_id=self.env.ref("base.at").id), german)
        self.assertEqual(chosen(country_id=self.env.ref("base.be").id), french)
        self.assertEqual(chosen(country_id=self.env.ref("base.jp").id), self.template)
        self.assertEqual(chosen(country_id=False), self.template)
        english = self.env["res.lang"]._activate_lang("en_US")
        self.assertEqual(chosen(country_id=self.env.ref("base.at").id, lang_id=english.id), self.template)

    def test_a_variant_without_weight_is_never_chosen(self):
        self.template.weight = 0
        other = self.add_template(self.steps[0], name="B")
        templates = self.template + other
        self.assertEqual({templates._choose([], f"{key}:1") for key in range(50)}, {other})
        other.weight = 0
        self.assertFalse(templates._choose([], "1:1"))

    def test_preview_says_what_is_missing_and_what_is_wrong(self):
        lead = self.add_lead(city=False, contact_name=False)
        template = self.env["outbound.template"].new({"step_id": self.steps[0].id, "lang": "en_US", "name": "X"})
        template.subject, template.body = "About {city}", "Hi {first_name|there}, {hook} {nope}"
        preview = template._render_preview(lead)
        self.assertEqual(preview["missing"], ["city", "hook"])
        self.assertIn("{nope}", preview["problem"])
        template.body = "Hi {first_name|there}, {hook}"
        self.assertIn("{city} (Their city: on the prospect)", template._render_preview(lead)["problem"])

    def test_preview_shows_the_mail_and_its_checks(self):
        preview = self.template._render_preview(self.add_lead(partner_name="Alpine & Sons <b>"))
        self.assertEqual(preview["subject"], "A question for Alpine & Sons <b>")
        self.assertIn("<p>Alpine &amp; Sons &lt;b&gt; opened a shop in Boulder.", preview["html"])
        self.assertEqual([check["name"] for check in preview["checks"] if not check["ok"]], [])
        self.assertFalse(preview["problem"])

    def test_the_sequence_shows_each_prospect_the_mail_in_their_language(self):
        self.add_template(self.steps[0], lang="de_DE", subject="Eine Frage", body="Guten Tag")
        english = self.add_lead(contact_name="Ann", country_id=self.env.ref("base.us").id)
        german = self.add_lead(contact_name="Jan", country_id=self.env.ref("base.de").id)
        self.assertTrue(self.steps[0]._preview(english)["subject"].startswith("A question"))
        self.assertEqual(self.steps[0]._preview(german)["subject"], "Eine Frage")

    def test_preview_in_the_form_follows_what_is_typed(self):
        lead = self.add_lead()
        template = self.env["outbound.template"].new(origin=self.template)
        template.preview_lead_id = lead
        template.body = BODY.replace("Is that", "Really, is that")
        self.assertIn("Really, is that", template.preview["text"])
        values = {token["name"]: token["value"] for token in template.token_help}
        self.assertEqual(values["company"], lead.partner_name)


@tagged("post_install", "-at_install")
class TestInstalledTexts(DraftingCase):
    def test_every_installed_text_passes_the_checks_for_every_vertical(self):
        templates = self.env["outbound.template"].search([("id", "not in", (self.template + self.follow_up).ids)])
        self.assertTrue(templates, "no templates are installed")
        verticals = self.env["outbound.vertical"].search([])
        industries = [False, *(vertical.industry_ids[:1].id for vertical in verticals)]
        for industry in industries:
            lead = self.add_lead(industry_id=industry, partner_name="Northpeak Outfitters")
            for template in templates:
                with self.subTest(template=template.display_name, industry=industry):
                    preview = template._render_preview(lead)
                    self.assertFalse(preview["problem"])
                    failed = [check for check in preview["checks"] if not check["ok"]]
                    self.assertFalse(failed, preview["text"])

    def test_every_step_has_the_same_languages_and_a_second_variant_of_the_first_mail(self):
        sequences = self.env["outbound.sequence"].search([("id", "!=", self.sequence.id)])
        for sequence in sequences:
            steps = sequence.step_ids.filtered(lambda step: step.channel == "email").sorted("day")
            for step in steps:
                self.assertEqual(set(step.template_ids.mapped("lang")), {"en_US", "fr_FR", "de_DE"}, step.display_name)
            self.assertEqual(set(steps[:1].template_ids.mapped("name")), {"A", "B"})
