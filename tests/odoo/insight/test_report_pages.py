"""The pages Scoring Accuracy and Forecast beside the same history counted in plain Python."""

from datetime import timedelta

from odoo.tests import Form, tagged
from odoo.tools import format_amount

from odoo.addons.outbound_prospecting.domain.accuracy import judge
from odoo.addons.outbound_prospecting.domain.forecast import Deal, forecast

from tests.odoo.insight.history import NOW, WARM, History
from tests.odoo.insight.test_reports import ReportCase


@tagged("post_install", "-at_install")
class TestPages(ReportCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["crm.lead"].with_context(active_test=False).search([]).unlink()

    def page(self, model, **values):
        return self.env[model].with_user(self.manager).create(values)

    def first_stays(self, people, stage):
        """(person, stay) of everybody's first stay in `stage`."""
        found = [(person, [stay for stay in person.stays if stay.stage == stage]) for person in people]
        return [(person, min(stays, key=lambda stay: stay.date)) for person, stays in found if stays]

    def test_accuracy(self):
        people = History(self, 11, people=80).people
        page = self.page("outbound.accuracy", team_id=self.team.id)
        self.assertEqual(page.stage_id.name, "Contacted")
        rows = [
            (person, stay)
            for person, stay in self.first_stays(people, page.stage_id)
            if stay.date <= NOW - timedelta(days=page.days)
        ]
        expected = judge([stay.predicted / 100 for _p, stay in rows], [person.got(WARM) for person, _s in rows])
        cases = page._get_cases()
        self.assertEqual(len(cases), len(rows))
        found = judge([said / 100 for _score, said, _true in cases.values()], [true for *_said, true in cases.values()])
        self.assertEqual((found.cases, found.auc), (expected.cases, expected.auc))
        self.assertAlmostEqual(found.brier, expected.brier, 9)
        scored = [(stay.score, person.got(WARM)) for person, stay in rows if stay.score is not None]
        text = page.body.striptags()
        for judged in (expected, judge([s for s, _ in scored], [t for _, t in scored], probabilities=False)):
            self.assertIn(f"AUC {judged.auc:.2f}, 95 % interval {judged.interval.low:.2f}", " ".join(text.split()))
        self.assertIn(f"Brier score {expected.brier:.3f}", " ".join(text.split()))
        opened = self.env["outbound.report.stage"].search(page.action_open_cases()["domain"])
        self.assertEqual(len(opened), len(rows))

    def test_won_is_judged_of_closed_prospects(self):
        people = History(self, 12, people=60).people
        page = self.page("outbound.accuracy", team_id=self.team.id, outcome="won")
        rows = [
            person for person, _stay in self.first_stays(people, page.stage_id) if person.lead.won_status != "pending"
        ]
        cases = page._get_cases()
        self.assertEqual(len(cases), len(rows))
        won = sum(person.lead.won_status == "won" for person in rows)
        self.assertEqual(sum(true for *_said, true in cases.values()), won)

    def test_accuracy_of_a_period(self):
        people = History(self, 13, people=60).people
        page = self.page("outbound.accuracy", date_from="2026-01-20", date_to="2026-02-10", days=0)
        dates = [stay.date.date().isoformat() for _person, stay in self.first_stays_between(people, page)]
        self.assertEqual(len(page._get_cases()), len(dates))
        self.assertTrue(dates)

    def first_stays_between(self, people, page):
        found = [
            (person, [s for s in person.stays if s.stage == page.stage_id and page.date_from <= s.date.date() <= page.date_to])
            for person in people
        ]  # fmt: skip
        return [(person, stays[0]) for person, stays in found if stays]

    def test_nothing_to_judge_is_said(self):
        self.assertIn("No prospect entered this stage", self.page("outbound.accuracy").body)

    def test_forecast(self):
        people = History(self, 14, people=60).people
        page = self.page("outbound.forecast", team_id=self.team.id)
        deals = {}
        for person in people:
            lead = person.lead
            value = lead.expected_revenue or lead.deal_value_estimate
            if lead.won_status == "pending" and value:
                deals.setdefault(lead.stage_id, []).append(Deal(value, lead.probability / 100))
        text = " ".join(page.body.striptags().split())
        every = [deal for own in deals.values() for deal in own]
        for own in (*deals.values(), every):
            brought = forecast(own)
            for amount in (brought.expected, brought.interval.low, brought.interval.high):
                money = format_amount(self.env, round(amount), self.env.company.currency_id, trailing_zeroes=False)
                self.assertIn(" ".join(money.split()), text)
        found = self.env["outbound.report.prospect"].search(page.action_open_deals()["domain"])
        self.assertEqual(len(found), len(every))

    def test_filters_of_the_forms_answer_at_once(self):
        History(self, 15, people=10)
        with Form(self.env["outbound.forecast"].with_user(self.manager)) as form:
            form.user_id = self.reps[0]
            self.assertTrue(form.body)
        with Form(self.env["outbound.accuracy"].with_user(self.manager)) as form:
            form.outcome = "won"
            self.assertTrue(form.body)
