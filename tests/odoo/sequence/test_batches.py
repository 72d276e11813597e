"""Verbs work on recordsets: a hundred records cost as many statements as one, and races end well."""

import threading

from odoo import SUPERUSER_ID, api
from odoo.modules.registry import Registry
from odoo.service.model import retrying
from odoo.tests import BaseCase, get_db_name, tagged

from odoo.addons.outbound_prospecting.domain.lifecycle import EnrolmentEvent, TouchEvent

from .common import NameServers, OutreachCase


@tagged("post_install", "-at_install")
class TestBatches(OutreachCase):
    def statements(self, function):
        """How many statements `function` takes, everything of it written."""
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.cr.sql_log_count
        function()
        self.env.flush_all()
        return self.cr.sql_log_count - before

    def leads(self, prefix, count):
        return self.env["crm.lead"].create([self.lead_values(f"{prefix}{number}") for number in range(count)])

    def test_enrolling_many_costs_the_statements_of_few(self):
        few, many = self.leads("few", 5), self.leads("many", 100)
        self.Enrolment._enrol(self.leads("warm", 1), self.sequence)
        one = self.statements(lambda: self.Enrolment._enrol(few, self.sequence))
        other = self.statements(lambda: self.Enrolment._enrol(many, self.sequence))
        self.assertLessEqual(other, one + 5)
        with self.assertQueryCount(45):
            self.Enrolment._enrol(self.leads("more", 50), self.sequence)
            self.env.flush_all()

    def test_applying_an_event_to_many_costs_the_statements_of_few(self):
        few, many = self.enrol(self.leads("few", 5)), self.enrol(self.leads("many", 80))
        for event in (EnrolmentEvent.PAUSE, EnrolmentEvent.RESUME, EnrolmentEvent.STOP):
            with self.subTest(event=event):
                one = self.statements(lambda event=event: few._apply(event, reason="Test"))
                other = self.statements(lambda event=event: many._apply(event, reason="Test"))
                self.assertLessEqual(other, one + 6)

    def test_sending_one_touch_costs_few_statements(self):
        first, second = self.enrol(self.leads("p", 2))
        for enrolment in (first, second):
            for event in (TouchEvent.DRAFT, TouchEvent.PASS):
                self.touch(enrolment, 2)._apply(event)
        self.touch(first, 2)._apply(TouchEvent.CLAIM)
        self.touch(first, 2)._apply(TouchEvent.ACCEPT)
        self.env.flush_all()
        touch = self.touch(second, 2)
        with self.assertQueryCount(2):
            touch._apply(TouchEvent.CLAIM)
            self.env.flush_all()
        with self.assertQueryCount(30):
            touch._apply(TouchEvent.ACCEPT)
            self.env.flush_all()

    def test_touches_of_many_at_once(self):
        few, many = self.enrol(self.leads("few", 5)), self.enrol(self.leads("many", 80))
        one = self.statements(lambda: few.touch_ids._apply(TouchEvent.SKIP, end_reason="Test"))
        other = self.statements(lambda: many.touch_ids._apply(TouchEvent.SKIP, end_reason="Test"))
        self.assertEqual(set(many.mapped("state")), {"completed"})
        self.assertLessEqual(other, one + 6)


@tagged("post_install", "-at_install")
class TestRace(BaseCase):
    """Two workers with transactions of their own, really committed, and cleaned away afterwards."""

    def setUp(self):
        super().setUp()
        self.registry = Registry(get_db_name())
        self.patch(self.registry["outbound.mail.domain"], "_get_name_servers", lambda self: NameServers())
        self.addCleanup(self.clean)
        self.created = {}
        with self.registry.cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {"tracking_disable": True})
            country = env["res.country"].create({"name": "Raceland", "code": "QX"})
            env["outbound.country.rule"].create({"country_id": country.id, "policy": "allow"})
            server = env["ir.mail_server"].create({"name": "Race", "smtp_host": "localhost"})
            mailbox = env["outbound.mailbox"].create(
                {"name": "Race", "email": "race@ours.example.com", "mail_server_id": server.id, "state": "ready"}
            )
            sequence = env["outbound.sequence"].create(
                {"name": "Race", "step_ids": [(0, 0, {"name": "Mail", "day": 1, "thread_mode": "new"})]}
            )
            sequence.write({"state": "active"})
            leads = env["crm.lead"].create(
                [
                    {
                        "name": f"Race {number}",
                        "type": "opportunity",
                        "team_id": env.ref("outbound_prospecting.crm_team_outbound").id,
                        "email_from": "race@race.test",
                        "country_id": country.id,
                    }
                    for number in range(2)
                ]
            )
            env["outbound.mail.domain"]._verify(["race@race.test"])
            self.created = {
                "crm.lead": leads.ids,
                "outbound.sequence": sequence.ids,
                "outbound.mailbox": mailbox.ids,
                "ir.mail_server": server.ids,
                "outbound.country.rule": env["outbound.country.rule"].search([("country_id", "=", country.id)]).ids,
                "res.country": country.ids,
            }

    def clean(self):
        with self.registry.cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            cr.execute("DELETE FROM outbound_enrolment WHERE email_normalized = 'race@race.test'")
            cr.execute("DELETE FROM outbound_mail_domain WHERE name = 'race.test'")
            for model, ids in self.created.items():
                env[model].browse(ids).unlink()

    def test_one_address_enrols_once_when_two_workers_try_at_the_same_moment(self):
        barrier = threading.Barrier(2, timeout=20)
        results = {}

        def worker(number):
            with self.registry.cursor() as cr:
                env = api.Environment(cr, SUPERUSER_ID, {"tracking_disable": True})
                tries = []

                def enrol():
                    # Both have their snapshot before either enrols.
                    cr.execute("SELECT count(*) FROM outbound_enrolment")
                    if not tries:
                        barrier.wait()
                    tries.append(1)
                    lead = env["crm.lead"].browse(self.created["crm.lead"][number])
                    sequence = env["outbound.sequence"].browse(self.created["outbound.sequence"])
                    result = env["outbound.enrolment"]._enrol(lead, sequence)
                    return len(result.enrolments), [code for _lead, code, _message in result.refusals]

                results[number] = retrying(enrol, env)

        threads = [threading.Thread(target=worker, args=(number,)) for number in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=60)
        self.assertEqual(sorted(results.values()), [(0, ["active_elsewhere"]), (1, [])])
        with self.registry.cursor() as cr:
            cr.execute("SELECT count(*) FROM outbound_enrolment WHERE email_normalized = 'race@race.test'")
            self.assertEqual(cr.fetchone(), (1,))
