import re
from datetime import datetime, timedelta
from random import Random

from odoo.exceptions import AccessError
from odoo.tests import tagged

from odoo.addons.outbound_prospecting.domain.forecast import Deal, forecast
from odoo.addons.outbound_prospecting.domain.lifecycle import EnrolmentEvent

from .common import HUMAN, LABELS, PilotCase

NINE = datetime(2026, 3, 4, 8, 0)  # UTC; Wednesday, 09:00 in Brussels
FROM, TO = datetime(2026, 3, 2, 23, 0), datetime(2026, 3, 3, 23, 0)  # Tuesday in Brussels


@tagged("post_install", "-at_install")
class TestScheduledReports(PilotCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.company = cls.env["res.company"].create({"name": "Reports"})
        cls.company.partner_id.write({"tz": "Europe/Brussels", "lang": "en_US"})
        cls.env.ref("base.main_company").partner_id.tz = "Europe/Brussels"
        cls.env["outbound.report.subscription"].search([]).active = False
        cls.channel = cls.env["discuss.channel"].create({"name": "sales test", "channel_type": "channel"})
        cls.daily, cls.pipeline = cls.env["outbound.report.subscription"].create(
            [
                {"report": report, "company_id": cls.company.id, "channel_id": cls.channel.id}
                for report in ("daily", "pipeline")
            ]
        )
        cls.env["outbound.mailbox"].create(
            cls.mailbox_values(email="rep@reports.example.com", company_id=cls.company.id)
        )

    def run_at(self, moment, report="daily"):
        """One run of the scheduled action at a moment (UTC)."""
        self.env.flush_all()
        with self.enter_registry_test_mode(), self.registry.cursor() as cr:
            env = self.env(cr=cr, context={**self.env.context, "outbound_now": moment})
            env["outbound.report.subscription"]._cron_post_reports(report)
        self.env.invalidate_all()

    def posts(self, subscription=None):
        return (subscription or self.daily).post_ids

    def figures(self, post):
        return {figure.name: figure for figure in post.figure_ids}

    # ------------------------------------------------------------------ the count by hand

    def world(self, random, start):
        """Prospects of two companies with touches, answers and moves around Tuesday."""
        stages = self.env["crm.stage"].search(
            [("is_won", "=", False), ("is_lost", "=", False), ("team_ids.is_outbound", "=", True)]
        )
        leads = self.people(12, start=start, company_id=self.company.id)
        others = self.people(3, start=start + 100, company_id=self.env.ref("base.main_company").id)
        for lead in leads | others:
            moment = FROM + timedelta(hours=random.choice([-30, -1, 0, 5, 23.9, 24, 30]))
            lead.write({"stage_id": random.choice(stages).id if stages else False, "expected_revenue": random.choice([0, 1000, 7000])})  # fmt: skip
            enrolment = self.enrol(lead)
            self.mark_sent(enrolment, 1).done_date = moment
            for _number in range(random.choice([0, 1, 2])):
                self.reply(lead, random.choice(LABELS), received_date=moment, company_id=lead.company_id.id)
            if random.random() < 0.3:
                self.event(lead, "meeting_booked", date=moment, company_id=lead.company_id.id)
                lead.meeting_booked_date = moment
            if random.random() < 0.3:
                enrolment._apply(EnrolmentEvent.REPLY)
            if random.random() < 0.2:
                lead.action_set_lost()
            lead.flush_recordset()
            self.env.cr.execute(
                "UPDATE crm_lead SET date_last_stage_update = %(at)s, date_closed = CASE WHEN active THEN date_closed ELSE %(at)s END WHERE id = %(id)s",
                {"at": moment, "id": lead.id},
            )  # fmt: skip
        self.env.invalidate_all()
        return leads

    def by_hand_daily(self, leads):
        def inside(moment):
            return bool(moment) and FROM <= moment < TO

        counts = {}

        def add(name, number=1):
            counts[name] = counts.get(name, 0) + number

        labels = dict(self.Reply._fields["label"]._description_selection(self.env))
        for lead in leads.with_context(active_test=False):
            for touch in lead.enrolment_ids.touch_ids:
                if touch.state == "sent" and inside(touch.done_date):
                    add("mails")
            for reply in self.Reply.search([("lead_id", "=", lead.id)]):
                if inside(reply.received_date):
                    add(labels[reply.label].lower())
            for event in self.env["outbound.event"].search(
                [("lead_id", "=", lead.id), ("kind", "=", "meeting_booked")]
            ):
                if inside(event.date):
                    add("meetings booked")
            if lead.won_status == "lost" and inside(lead.date_closed):
                add("lost")
            if lead.won_status == "pending" and inside(lead.date_last_stage_update):
                add(lead.stage_id.name)
        return counts

    def test_every_figure_of_the_day_equals_a_count_by_hand_over_seeds(self):
        for seed in range(1, 6):
            with self.subTest(seed=seed), self.env.cr.savepoint() as savepoint:
                leads = self.world(Random(seed), 1000 * seed)
                self.at_nine(self.daily)._post(NINE.date())
                figures = self.figures(self.posts())
                self.assertEqual(
                    {name: int(figure.text) for name, figure in figures.items()}, self.by_hand_daily(leads)
                )
                for figure in figures.values():
                    action = figure.action_open()
                    found = self.env[action["res_model"]].with_context(action["context"]).search_count(action["domain"])
                    self.assertEqual(found, int(figure.text), figure.name)
                savepoint.rollback()
            self.env.invalidate_all()

    def at_nine(self, records):
        return records.with_context(outbound_now=NINE)

    def test_the_pipeline_equals_a_count_by_hand_over_seeds(self):
        for seed in range(1, 6):
            with self.subTest(seed=seed), self.env.cr.savepoint() as savepoint:
                leads = self.world(Random(seed), 1000 * seed)
                self.at_nine(self.pipeline)._post(NINE.date())
                post = self.posts(self.pipeline)
                figures = self.figures(post)
                open_ones = leads.filtered(lambda lead: lead.won_status == "pending")
                for stage, own in open_ones.grouped("stage_id").items():
                    self.assertEqual(figures[stage.name].text, str(len(own)))
                whole = len(leads)
                answered = sum("replied" in lead.outbound_event_ids.mapped("kind") for lead in leads)
                self.assertTrue(figures["answered"].text.startswith(f"{answered} ("))
                met = len(leads.filtered("meeting_booked_date"))
                self.assertTrue(figures["meeting"].text.startswith(f"{met} ("))
                self.assertIn(f"of {whole} who began", post.body)
                deals = [Deal(lead.expected_revenue, lead.probability / 100) for lead in open_ones if lead.expected_revenue]  # fmt: skip
                said = int(re.sub(r"\D", "", figures["Forecast"].text))
                self.assertAlmostEqual(said, forecast(deals).expected, delta=1)
                savepoint.rollback()
            self.env.invalidate_all()

    # ------------------------------------------------------------------ when

    def test_once_a_day_however_often_it_runs(self):
        self.run_at(NINE - timedelta(minutes=1))
        self.assertFalse(self.posts())
        before = len(self.channel.message_ids)
        for minutes in (0, 1, 300):
            self.run_at(NINE + timedelta(minutes=minutes))
        self.assertEqual(len(self.posts()), 1)
        self.assertEqual(len(self.channel.message_ids) - before, 1)
        self.at_nine(self.daily).action_post_now()
        self.assertEqual(len(self.posts()), 1)
        self.run_at(NINE + timedelta(days=1))
        self.assertEqual(len(self.posts()), 2)

    def test_the_hour_holds_when_the_clocks_change(self):
        for early, hour in (
            (datetime(2026, 3, 28, 7, 59), datetime(2026, 3, 28, 8, 0)),
            (datetime(2026, 3, 29, 6, 59), datetime(2026, 3, 29, 7, 0)),
            (datetime(2026, 10, 24, 6, 59), datetime(2026, 10, 24, 7, 0)),
            (datetime(2026, 10, 25, 7, 59), datetime(2026, 10, 25, 8, 0)),
        ):
            self.run_at(early)
            self.assertNotIn(early.date(), self.posts().mapped("day"))
            self.run_at(hour)
            self.assertIn(hour.date(), self.posts().mapped("day"))

    def test_the_pipeline_comes_on_monday_and_thursday(self):
        for days in range(7):
            self.run_at(datetime(2026, 3, 2, 13, 0) + timedelta(days=days), "pipeline")
        self.assertEqual({post.day.isoweekday() for post in self.posts(self.pipeline)}, {1, 4})

    def test_a_company_in_another_zone_is_woken_at_its_own_hour(self):
        self.company.partner_id.tz = "America/New_York"
        cron = self.env.ref("outbound_prospecting.ir_cron_outbound_report_daily")
        self.env["ir.cron.trigger"].search([("cron_id", "=", cron.id)]).unlink()
        self.run_at(NINE)
        self.assertFalse(self.posts())
        wakes = self.env["ir.cron.trigger"].search([("cron_id", "=", cron.id)]).mapped("call_at")
        self.assertEqual(wakes, [datetime(2026, 3, 4, 14, 0)])
        self.run_at(wakes[0])
        self.assertEqual(self.posts().day, NINE.date())

    # ------------------------------------------------------------------ to whom

    def test_nothing_to_say_is_said_in_one_line(self):
        self.run_at(NINE)
        self.assertIn("Nothing was sent", self.posts().body)
        self.assertEqual(self.posts().text.count("\n"), 0)
        message = self.channel.message_ids[0]
        self.assertEqual((message.message_type, message.subtype_id), ("comment", self.env.ref("mail.mt_comment")))

    def test_by_mail_to_subscribers_and_to_slack_by_the_outbox(self):
        partner = self.env["res.partner"].create({"name": "Lea", "email": "lea@ours.example.com"})
        self.daily.partner_ids = partner
        self.env["outbound.alert.rule"].create(
            {
                "name": "Slack", "happening": "scheduled_report", "medium": "slack", "company_id": self.company.id,
                "slack_url": "https://hooks.example.com/secret",
            }
        )  # fmt: skip
        lead = self.lead("slack", company_id=self.company.id)
        self.event(lead, "meeting_booked", date=FROM, company_id=self.company.id)
        self.run_at(NINE)
        mail = self.env["mail.mail"].search([("recipient_ids", "in", partner.ids)])
        self.assertEqual(mail.subject, self.posts().title)
        alert = self.env["outbound.alert"].search([("rule_id.happening", "=", "scheduled_report")])
        self.assertEqual((alert.medium, alert.state), ("slack", "waiting"))
        self.assertRegex(alert.text, r"meetings booked: 1 http\S+/odoo/\d+/outbound-report-figure")
        self.run_at(NINE)
        self.assertEqual(len(self.env["outbound.alert"].search([("rule_id.happening", "=", "scheduled_report")])), 1)

    def test_names_in_a_report_are_never_markup(self):
        lead = self.lead("evil", company_id=self.company.id)
        self.env.cr.execute("UPDATE crm_lead SET date_last_stage_update = %s WHERE id = %s", [FROM, lead.id])
        lead.stage_id.name = "<img src=x onerror=alert(1)>"
        self.env.invalidate_all()
        self.run_at(NINE)
        self.assertNotIn("<img", self.posts().body)

    def test_each_company_counts_its_own_and_reads_its_own(self):
        other = self.env.ref("base.main_company")
        lead = self.lead("foreign", company_id=other.id)
        self.event(lead, "meeting_booked", date=FROM, company_id=other.id)
        self.run_at(NINE)
        self.assertFalse(self.posts().figure_ids)
        with self.assertRaises(AccessError):
            self.posts().with_user(self.rep).body  # noqa: B018
        with self.assertRaises(AccessError):
            self.daily.with_user(self.rep).write({"channel_id": False})

    def test_counting_costs_the_same_for_any_number_of_prospects(self):
        counts = []
        for start, count in ((0, 2), (100, 2), (200, 12)):
            self.people(count, start=start, company_id=self.company.id)
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self.at_nine(self.pipeline)._build(NINE.date())
            self.at_nine(self.daily)._build(NINE.date())
            counts.append(self.env.cr.sql_log_count - before)
        self.assertEqual(*counts[1:])  # the first time reads what is read once and kept

    def test_human_classes_are_known(self):
        """The list of classes here is the product's, without those that nobody wrote."""
        self.assertEqual(HUMAN | {"out_of_office", "auto_reply", "bounce", "complaint"}, set(LABELS))
