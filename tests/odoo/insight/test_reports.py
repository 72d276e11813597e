"""Every figure of every report, in several groupings, beside a count of the same history in plain Python."""

from ast import literal_eval
from collections import defaultdict

from odoo.exceptions import UserError
from odoo.tests import new_test_user, tagged

from tests.odoo.insight.history import HUMAN, NEGATIVE, NOW, WARM, History, days, mean, middle, per, percent
from tests.odoo.sequence.common import OutreachCase

SEEDS = range(1, 7)


class ReportCase(OutreachCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "outbound_now": NOW})
        cls.sources = cls.env["utm.source"].create([{"name": "Reports list"}, {"name": "Reports fair"}])
        cls.industries = cls.env["res.partner.industry"].create([{"name": "Reports mining"}, {"name": "Reports shoes"}])
        cls.verticals = cls.env["outbound.vertical"].create(
            [
                {"name": "Later", "sequence": 99, "industry_ids": [(6, 0, cls.industries.ids)]},
                {"name": "Earlier", "sequence": 1, "industry_ids": [(6, 0, cls.industries[:1].ids)]},
            ]
        )
        group = "outbound_prospecting.group_outbound_user"
        cls.reps = cls.env["res.users"].union(
            *(new_test_user(cls.env, login=name, groups=group) for name in ("report_ada", "report_bob"))
        )
        cls.manager = new_test_user(
            cls.env, login="report_manager", groups="outbound_prospecting.group_outbound_manager"
        )
        cls.provider = cls.env["outbound.provider"].create(
            {"name": "Reports", "endpoint": "https://models.example.com/v1", "model": "m"}
        )

    def vertical_of(self, lead):
        """By hand: mining belongs to both, shoes to one."""
        if not lead.industry_id:
            return False
        return self.verticals[1].id if lead.industry_id == self.industries[0] else self.verticals[0].id

    def assertFigures(self, model, rows, keys, figures, people):
        """Each figure in each grouping.

        :param rows: what is counted, as plain Python
        :param keys: {field to group by: function of a row}
        :param figures: {aggregate: function of the rows of a group}
        """
        Report = self.env[model].with_user(self.manager)
        domain = [("lead_id", "in", [person.lead.id for person in people])]
        for groupby, key in {None: lambda row: None, **keys}.items():
            expected = defaultdict(list)
            for row in rows:
                expected[key(row)].append(row)
            groups = Report.formatted_read_group(domain, [groupby] if groupby else [], list(figures))
            found = {self._plain(group[groupby]) if groupby else None: group for group in groups}
            self.assertEqual(set(found) if rows else set(), set(expected), groupby)
            for value, own in expected.items():
                for aggregate, count in figures.items():
                    got, wanted = found[value][aggregate], count(own)
                    message = f"{model} {groupby}={value} {aggregate}"
                    if wanted is None:
                        self.assertFalse(got, message)
                    else:
                        self.assertAlmostEqual(got, wanted, 4, message)

    def _plain(self, value):
        return value[0] if isinstance(value, tuple) else value


@tagged("post_install", "-at_install")
class TestFigures(ReportCase):
    def check_seeds(self, check):
        for seed in SEEDS:
            with self.subTest(seed=seed):
                check(History(self, seed).people)

    def test_touches(self):
        self.check_seeds(self.check_touches)

    def check_touches(self, people):
        rows = [(person, touch) for person in people for touch in person.touches if touch.channel != "internal"]

        def of(name):
            return lambda row: row[1].details[name] or False

        def leads(wanted):
            return lambda rows: len({person.lead.id for person, touch in rows if touch.reached and wanted(touch)})

        contacted = leads(lambda touch: True)
        counts = {
            "answered": leads(lambda touch: touch.got(HUMAN)),
            "positive": leads(lambda touch: touch.got(WARM)),
            "negative": leads(lambda touch: touch.got(NEGATIVE)),
            "clicked": leads(lambda touch: touch.clicked),
        }
        shares = {"answered": "reply", "positive": "positive", "negative": "negative", "clicked": "click"}
        mails = lambda rows: sum(touch.is_mail for _person, touch in rows)  # noqa: E731
        bounced = lambda rows: sum(touch.got({"bounce"}) for _person, touch in rows)  # noqa: E731
        complained = lambda rows: sum(touch.got({"complaint"}) for _person, touch in rows)  # noqa: E731
        figures = {
            "__count": len,
            "touches:sum": lambda rows: sum(touch.reached for _person, touch in rows),
            "mails:sum": mails,
            "failed:sum": lambda rows: sum(not touch.reached for _person, touch in rows),
            "bounced:sum": bounced,
            "complained:sum": complained,
            "contacted:count_distinct": contacted,
            "bounce_rate:avg": lambda rows: percent(bounced(rows), mails(rows)),
            "complaint_rate:avg": lambda rows: percent(complained(rows), mails(rows)),
            **{f"{name}:count_distinct": count for name, count in counts.items()},
            **{
                f"{share}_rate:avg": lambda rows, count=counts[name]: percent(count(rows), contacted(rows))
                for name, share in shares.items()
            },
        }
        keys = {
            "step_id": of("step"),
            "sequence_id": of("sequence"),
            "number": of("number"),
            "variant": of("variant"),
            "channel": of("channel"),
            "mailbox_id": of("mailbox"),
            "hour": of("hour"),
            "tier": of("tier"),
            "level": of("level"),
            "function": of("function"),
            "fault": lambda row: row[1].fault or False,
            "source_id": lambda row: row[0].lead.source_id.id,
            "industry_id": lambda row: row[0].lead.industry_id.id,
            "vertical_id": lambda row: self.vertical_of(row[0].lead),
            "user_id": lambda row: row[0].lead.user_id.id,
        }
        self.assertFigures("outbound.report.touch", rows, keys, figures, people)

    def test_stages(self):
        self.check_seeds(self.check_stages)

    def check_stages(self, people):
        rows = [(person, stay) for person in people for stay in person.stays]
        is_open = lambda stay: not (stay.stage.is_won or stay.stage.is_lost)  # noqa: E731

        def leads(wanted):
            return lambda rows: len({person.lead.id for person, stay in rows if wanted(person, stay)})

        moved_on = leads(lambda person, stay: is_open(stay) and stay.further)
        entered_open = leads(lambda person, stay: is_open(stay))
        won = leads(lambda person, stay: person.lead.won_status == "won")
        closed = leads(lambda person, stay: person.lead.won_status != "pending")
        figures = {
            "entered:count_distinct": leads(lambda person, stay: True),
            "moved_on:count_distinct": moved_on,
            "dropped_out:count_distinct": leads(lambda person, stay: is_open(stay) and stay.lost_next),
            "waiting:sum": leads(lambda person, stay: is_open(stay) and not stay.left),
            "won:count_distinct": won,
            "closed:count_distinct": closed,
            "conversion:avg": lambda rows: percent(moved_on(rows), entered_open(rows)),
            "win_rate:avg": lambda rows: percent(won(rows), closed(rows)),
            "days:avg": lambda rows: middle(days(stay.date, stay.left) for _person, stay in rows),
            "waiting_days:avg": lambda rows: middle(
                days(stay.date, NOW) for _person, stay in rows if is_open(stay) and not stay.left
            ),
            "score:avg": lambda rows: mean(stay.score for _person, stay in rows),
            "predicted:avg": lambda rows: mean(stay.predicted for _person, stay in rows),
        }
        keys = {
            "stage_id": lambda row: row[1].stage.id,
            "source_id": lambda row: row[0].lead.source_id.id,
            "score_band": lambda row: row[1].score is not None and str(min(int(row[1].score), 4)),
            "tier": lambda row: row[1].score is not None and "tier_1",
        }
        self.assertFigures("outbound.report.stage", rows, keys, figures, people)

    def test_prospects(self):
        self.check_seeds(self.check_prospects)

    def check_prospects(self, people):
        def count(wanted):
            return lambda rows: sum(bool(wanted(person)) for person in rows)

        def total(amount):
            return lambda rows: sum(amount(person) for person in rows)

        contacted = count(lambda person: person.reached)
        answered = count(lambda person: person.got(HUMAN))
        positive = count(lambda person: person.got(WARM))
        meetings = count(lambda person: person.reached and person.lead.meeting_booked_date)
        won = count(lambda person: person.lead.won_status == "won")
        closed = count(lambda person: person.lead.won_status != "pending")
        cost = total(lambda person: sum(person.costs))
        value = lambda person: person.lead.expected_revenue or person.lead.deal_value_estimate  # noqa: E731
        is_open = lambda person: person.lead.won_status == "pending"  # noqa: E731
        open_value = total(lambda person: is_open(person) and value(person))
        cycle = lambda rows: middle(  # noqa: E731
            days(person.contact_date, NOW) for person in rows if person.lead.won_status == "won"
        )

        def velocity(rows):
            rate, span = percent(won(rows), closed(rows)), cycle(rows)
            return open_value(rows) * rate / 100 / span if rate is not None and span else None

        figures = {
            "prospects:sum": len,
            "contacted:sum": contacted,
            "answered:sum": answered,
            "positive:sum": positive,
            "meetings:sum": meetings,
            "won:sum": won,
            "closed:sum": closed,
            "contact_rate:avg": lambda rows: percent(contacted(rows), len(rows)),
            "reply_rate:avg": lambda rows: percent(answered(rows), contacted(rows)),
            "positive_rate:avg": lambda rows: percent(positive(rows), contacted(rows)),
            "meeting_rate:avg": lambda rows: percent(meetings(rows), contacted(rows)),
            "win_rate:avg": lambda rows: percent(won(rows), closed(rows)),
            "contact_days:avg": lambda rows: middle(days(person.created, person.contact_date) for person in rows),
            "cycle_days:avg": cycle,
            "open_value:sum": open_value,
            "weighted_value:sum": total(
                lambda person: is_open(person) and value(person) * person.lead.probability / 100
            ),
            "won_value:sum": total(lambda person: person.lead.won_status == "won" and value(person)),
            "velocity:avg": velocity,
            "cost:sum": cost,
            "cost_per_prospect:avg": lambda rows: per(cost(rows), len(rows)),
            "cost_per_reply:avg": lambda rows: per(cost(rows), answered(rows)),
            "cost_per_meeting:avg": lambda rows: per(cost(rows), meetings(rows)),
        }
        keys = {
            "source_id": lambda person: person.lead.source_id.id,
            "industry_id": lambda person: person.lead.industry_id.id,
            "vertical_id": lambda person: self.vertical_of(person.lead),
            "user_id": lambda person: person.lead.user_id.id,
            "stage_id": lambda person: person.lead.stage_id.id,
            "won_status": lambda person: person.lead.won_status,
        }
        self.assertFigures("outbound.report.prospect", people, keys, figures, people)


@tagged("post_install", "-at_install")
class TestReports(ReportCase):
    def test_a_history_is_worth_counting(self):
        """The property tests would prove nothing about answers that never come."""
        people = History(self, 1, people=60).people
        touches = [touch for person in people for touch in person.touches]
        for wanted in (HUMAN, WARM, NEGATIVE, {"bounce"}, {"complaint"}):
            self.assertTrue(any(touch.got(wanted) for touch in touches), wanted)
        self.assertTrue(any(stay.further for person in people for stay in person.stays))

    def test_a_line_opens_its_prospect(self):
        people = History(self, 1, people=8).people
        for model in ("touch", "stage", "prospect"):
            line = self.env[f"outbound.report.{model}"].search(
                [("lead_id", "in", [person.lead.id for person in people])], limit=1
            )
            self.assertEqual(line.action_open()["res_id"], line.lead_id.id)

    def test_costs_without_a_prospect_are_in_the_total(self):
        self.env["outbound.provider.call"].sudo().create(
            {"provider_id": self.provider.id, "purpose": "check", "cost": 3.5}
        )
        self.env.flush_all()
        [line] = self.env["outbound.report.prospect"].search([("lead_id", "=", False), ("cost", "=", 3.5)])
        self.assertEqual(line.prospects, 0)
        with self.assertRaises(UserError):
            line.action_open()

    def test_costs_are_converted(self):
        euro = self.env["res.currency"].create({"name": "RPT", "symbol": "R"})
        self.env["res.currency.rate"].create({"currency_id": euro.id, "rate": 4.0, "name": "2026-01-01"})
        self.provider.currency_id = euro
        lead = self.lead()
        self.env["outbound.provider.call"].sudo().create(
            {"provider_id": self.provider.id, "lead_id": lead.id, "purpose": "check", "cost": 8}
        )
        self.env.flush_all()
        line = self.env["outbound.report.prospect"].search([("lead_id", "=", lead.id)])
        self.assertEqual(line.cost, 2)

    def test_reps_see_their_own_and_no_costs(self):
        people = History(self, 2).people
        Report = self.env["outbound.report.prospect"].with_user(self.reps[0])
        domain = [("lead_id", "in", [person.lead.id for person in people])]
        self.assertEqual(Report.search(domain).user_id, self.reps[0])
        self.assertNotIn("cost", Report.fields_get())
        self.assertLess(Report.search_count(domain), len(people))

    def test_other_companies_do_not_see(self):
        people = History(self, 3, people=5).people
        company = self.env["res.company"].create({"name": "Elsewhere"})
        self.manager.write({"company_ids": [(6, 0, company.ids)], "company_id": company.id})
        for model in ("touch", "stage", "prospect"):
            Report = self.env[f"outbound.report.{model}"].with_user(self.manager)
            domain = [("lead_id", "in", [person.lead.id for person in people])]
            self.assertFalse(Report.with_context(allowed_company_ids=company.ids).search_count(domain), model)

    def test_pilots_choose_their_prospects(self):
        people = History(self, 5, people=12).people
        leads = self.env["crm.lead"].browse([person.lead.id for person in people])
        pilot = self.env["outbound.pilot"].create(
            {"name": "Reports", "member_ids": [(0, 0, {"lead_id": lead.id}) for lead in leads[:7]]}
        )
        for model in ("touch", "stage", "prospect"):
            lines = self.env[f"outbound.report.{model}"].with_user(self.manager).search([("pilot_id", "in", pilot.ids)])
            self.assertTrue(lines)
            self.assertFalse(lines.lead_id - leads[:7], model)

    def assertAnswers(self, model, domain, context):
        """The pivot that a page or favourite asks for has figures."""
        Report = self.env[model].with_user(self.manager)
        rows, measures = context.get("pivot_row_groupby", []), context.get("pivot_measures", [])
        described = Report.fields_get(measures, ["aggregator"])
        aggregates = [f"{name}:{described[name]['aggregator']}" for name in measures]
        sets = [rows[:depth] for depth in range(len(rows) + 1)]
        [total], *_levels = Report.formatted_read_grouping_sets(literal_eval(domain or "[]"), sets, aggregates)
        self.assertTrue(any(total[aggregate] for aggregate in aggregates) or not aggregates, (model, context))

    def test_pages_open(self):
        History(self, 4, people=30)
        actions = self.env["ir.actions.act_window"].search([("res_model", "=like", "outbound.report.%")])
        self.assertGreaterEqual(len(actions), 7)
        for action in actions:
            views = [(False, kind) for kind in (*action.view_mode.split(","), "search")]
            described = self.env[action.res_model].with_user(self.manager).get_views(views)
            self.assertEqual(set(described["views"]), {kind for _id, kind in views})
            self.assertAnswers(action.res_model, action.domain, literal_eval(action.context))

    def test_favourites_answer(self):
        History(self, 4, people=30)
        favourites = self.env["ir.filters"].search(
            [("model_id", "=like", "outbound.report.%"), ("user_ids", "=", False)]
        )
        self.assertGreaterEqual(len(favourites), 5)
        for favourite in favourites:
            self.assertAnswers(favourite.model_id, favourite.domain, literal_eval(favourite.context))
