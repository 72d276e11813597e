from datetime import timedelta
from random import Random

from odoo.exceptions import AccessError, UserError
from odoo.tests import new_test_user, tagged

from tests.odoo.sequence.common import MONDAY

from .common import LABELS, PilotCase

SENT = MONDAY + timedelta(days=2)
WARM = {"interest", "meeting_request", "question"}
HARSH = {"opt_out", "hostile", "complaint"}


@tagged("post_install", "-at_install")
class TestVariants(PilotCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.step = cls.sequence.step_ids[0]
        cls.Report = cls.env["outbound.variant.report"]
        cls.a, cls.b = cls.template("A"), cls.template("B")

    @classmethod
    def template(cls, name, lang="en_US", step=None):
        values = {"step_id": (step or cls.step).id, "name": name, "lang": lang, "subject": "An idea", "body": f"Hello {name}."}  # fmt: skip
        return cls.env["outbound.template"].with_context(outbound_now=MONDAY - timedelta(days=1)).create(values)

    def written(self, template, number, lead=None, date=SENT):
        """A mail of `template` that was sent; the prospect is new unless given."""
        if not lead:
            lead = self.lead(f"v{template.id}x{number}")
            self.enrol(lead)
        touch = self.touch(lead.enrolment_ids, 1 + self.sequence.step_ids.ids.index(template.step_id.id))
        touch.template_id = template
        touch._write_state({"state": "sent", "done_date": date})
        return touch

    def bulk(self, template, people, positive=0, negative=0):
        """Many at once, without their whole lives."""
        leads = self.people(people, start=10_000 * template.id)
        result = self.Enrolment._enrol(leads, self.sequence)
        touches = result.enrolments.touch_ids.filtered(lambda touch: touch.number == 1)
        touches.template_id = template
        touches._write_state({"state": "sent", "done_date": SENT})
        for touch in touches[:positive]:
            self.reply(touch.lead_id, "interest", enrolment_id=touch.enrolment_id.id, touch_id=touch.id)
        for touch in touches[positive : positive + negative]:
            self.reply(touch.lead_id, "hostile", enrolment_id=touch.enrolment_id.id, touch_id=touch.id)

    def row(self, template):
        return self.Report.search([("step_id", "=", template.step_id.id), ("name", "=", template.name)])

    # ------------------------------------------------------------------ counting

    def test_counts_equal_a_count_by_hand_over_seeds(self):
        for seed in range(1, 6):
            with self.subTest(seed=seed):
                step = self.make_sequence(
                    name=f"World {seed}",
                    steps=[
                        {"name": "One", "day": 1, "channel": "email", "thread_mode": "new"},
                        {"name": "Two", "day": 5, "channel": "email"},
                    ],
                ).step_ids  # fmt: skip
                self.recount(Random(seed), seed, step)

    def recount(self, random, seed, steps):
        templates = {(step, name): self.template(name, step=step) for step in steps for name in "AB"}
        german = self.template("A", lang="de_DE", step=steps[0])
        leads = self.people(12, start=1000 * seed)
        enrolments = self.Enrolment._enrol(leads, steps.sequence_id).enrolments
        expected = {key: [set(), set(), set()] for key in templates}
        for enrolment in enrolments:
            self.live(random, enrolment, steps, {**templates, "german": german}, expected)
        for (step, name), (contacted, positive, negative) in expected.items():
            row = self.Report.search([("step_id", "=", step.id), ("name", "=", name)])
            found = (row.contacted, row.positive, row.negative)
            self.assertEqual(found, (len(contacted), len(positive - negative), len(negative)), (step.name, name))

    def live(self, random, enrolment, steps, templates, expected):
        """One prospect gets one or two mails and answers one of them; what is expected of it is written down."""
        lead, old = enrolment.lead_id, random.random() < 0.1
        sent = []
        for number, step in enumerate(steps[: random.choice([1, 2, 2])]):
            name = random.choice("AB")
            touch = self.touch(enrolment, number + 1)
            is_german = number == 0 and name == "A" and random.random() < 0.5
            touch.template_id = templates["german"] if is_german else templates[step, name]
            date = MONDAY - timedelta(days=30) if old and number == 0 else SENT + timedelta(days=4 * number)
            touch._write_state({"state": "sent", "done_date": date})
            sent.append((step, name, touch, date))
            if not (old and number == 0):  # before the text was written: of another text
                expected[step, name][0].add(lead.id)
        if not old and random.random() < 0.7:
            step, name, touch, date = random.choice(sent)
            label = random.choice(LABELS)
            by_reference = random.random() < 0.5
            self.reply(
                lead, label, enrolment_id=enrolment.id, touch_id=touch.id if by_reference else False,
                received_date=date + timedelta(days=1),
            )  # fmt: skip
            expected[step, name][1] |= {lead.id} if label in WARM else set()
            expected[step, name][2] |= {lead.id} if label in HARSH else set()
        if not old and random.random() < 0.2:
            step, name, _touch, date = sent[-1]
            self.event(lead, "unsubscribed", date=date + timedelta(days=2))
            expected[step, name][2].add(lead.id)

    # ------------------------------------------------------------------ what is said

    def test_few_people_are_too_early_and_how_many_are_missing_is_said(self):
        self.bulk(self.a, 5, positive=1)
        self.bulk(self.b, 3, positive=3)
        row = self.row(self.b)
        self.assertEqual((row.verdict, self.row(self.a).verdict), ("too_early", "control"))
        self.assertIn("97 more", row.explanation)
        with self.assertRaisesRegex(UserError, "Too early"):
            row.action_propose()

    def test_the_better_variant_is_promoted_by_a_manager_and_that_is_undone(self):
        self.bulk(self.a, 110, positive=2)
        self.bulk(self.b, 110, positive=22)
        german = self.template("A", lang="de_DE")
        row = self.row(self.b)
        self.assertEqual(row.verdict, "better", row.explanation)
        proposal = self.env["outbound.variant.promotion"].browse(row.with_user(self.rep).action_propose()["res_id"])
        self.assertEqual((proposal.state, proposal.proposed_by), ("proposed", self.rep))
        self.assertEqual(row.with_user(self.rep).action_propose()["res_id"], proposal.id)
        self.assertEqual((self.a.weight, self.b.weight), (1, 1))
        with self.assertRaises(AccessError):
            proposal.with_user(self.rep).action_approve()
        proposal.with_user(self.manager).action_approve()
        self.assertEqual((self.a.weight, self.b.weight, german.weight), (0, 1, 1))  # B is not written in German
        self.assertEqual(self.step.template_ids._choose(["en_US"], "any"), self.b)
        proposal.with_user(self.manager).action_undo()
        self.assertEqual((self.a.weight, self.b.weight), (1, 1))
        with self.assertRaisesRegex(UserError, "decided on this already"):
            proposal.action_undo()

    def test_a_weight_that_somebody_gave_since_is_not_overwritten(self):
        self.bulk(self.a, 110, positive=2)
        self.bulk(self.b, 110, positive=22)
        proposal = self.env["outbound.variant.promotion"].browse(self.row(self.b).action_propose()["res_id"])
        proposal.action_approve()
        self.a.weight = 5
        proposal.action_undo()
        self.assertEqual(self.a.weight, 5)

    def test_more_refusals_forbid_it_whatever_it_gains(self):
        self.bulk(self.a, 110, positive=2)
        self.bulk(self.b, 110, positive=22, negative=9)
        row = self.row(self.b)
        self.assertEqual(row.verdict, "harmful")
        with self.assertRaises(UserError):
            row.action_propose()

    def test_another_company_sees_nothing(self):
        company = self.env["res.company"].create({"name": "Elsewhere"})
        stranger = new_test_user(
            self.env, "variant-eve", groups="outbound_prospecting.group_outbound_manager",
            company_id=company.id, company_ids=[(6, 0, company.ids)],
        )  # fmt: skip
        step = self.make_sequence(
            live=False, company_id=self.env.company.id, steps=[{"name": "One", "day": 1, "channel": "email"}]
        ).step_ids
        self.template("A", step=step)
        self.assertTrue(self.Report.with_user(self.rep).search([("step_id", "=", step.id)]))
        self.assertFalse(self.Report.with_user(stranger).search([("step_id", "=", step.id)]))

    def test_the_page_costs_the_same_for_any_number_of_rows(self):
        self.bulk(self.a, 3)
        rows = self.Report.search([("step_id", "=", self.step.id)])
        counts = []
        rows.mapped("explanation")  # what is read once and kept
        for found in (rows[1:], rows):
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            found.mapped("explanation")
            counts.append(self.env.cr.sql_log_count - before)
        self.assertEqual(counts[0], counts[1])
