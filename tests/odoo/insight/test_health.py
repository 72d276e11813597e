from datetime import timedelta

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import tagged

from .today_common import MONDAY, InsightCase


@tagged("post_install", "-at_install")
class TestHealth(InsightCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.Health = cls.env["outbound.health"]
        cls.env["outbound.alert"].search([]).unlink()

    def look(self, code, **delta):
        """What a look at this check finds, as (severity, text)."""
        check = self.env.ref(f"outbound_prospecting.health_{code}").sudo()
        self.at(check, **delta)._look(MONDAY + timedelta(**delta))
        self.env.invalidate_all()
        return check.problem_ids

    def assertHealthy(self, code, **delta):
        self.assertFalse(self.look(code, **delta), "silent when healthy")

    # ------------------------------------------------------------------ each check fires and is silent

    def test_drafts_that_wait(self):
        self.assertHealthy("review_age")
        self.add_touch("ann", "in_review", review_since=MONDAY - timedelta(days=3))  # Friday 09:00
        found = self.look("review_age")
        self.assertEqual(found.severity, "warning", "eight working hours of Friday and one of Monday, not three days")
        self.assertIn("drafts", found.text.lower())
        self.assertEqual(found.action_fix()["params"], {"scope": "all"})

    def test_replies_that_wait(self):
        lead = self.lead(user_id=self.rep.id)
        self.env["outbound.reply"].create(
            {"lead_id": lead.id, "message_id": "<one@mx.test>", "received_date": MONDAY - timedelta(days=4)}
        )
        self.assertHealthy("reply_age")
        self.env["outbound.reply"].search([("lead_id", "=", lead.id)]).write({"state": "needs_person"})
        self.assertEqual(self.look("reply_age").severity, "critical")

    def test_handoffs_over_their_deadline(self):
        handoff = self.add_handoff()
        self.assertHealthy("handoff_late", hours=2)
        found = self.look("handoff_late", hours=4)
        self.assertEqual(found.severity, "warning")
        action = self.at(found, hours=4).action_fix()
        self.assertEqual(self.env["outbound.handoff"].search(action["domain"]), handoff)
        handoff.action_acknowledge()
        self.assertHealthy("handoff_late", hours=5)

    def test_share_in_time_needs_enough_cases(self):
        self.env.ref("outbound_prospecting.health_sla").least = 3
        for number in range(2):
            self.add_handoff(f"late{number}", state="acknowledged", acknowledged_date=MONDAY + timedelta(days=1))
        self.assertHealthy("sla", days=2)
        self.add_handoff("intime", state="acknowledged", acknowledged_date=MONDAY)
        found = self.look("sla", days=2)
        self.assertEqual(found.severity, "critical")
        self.assertIn("33 %", found.text)

    def test_tasks_that_nobody_does(self):
        check = self.env.ref("outbound_prospecting.health_task_late")
        check.write({"warning": 1, "critical": 2})
        touch = self.add_touch("ann", "open", number=1, opened_date=MONDAY)
        self.assertHealthy("task_late", days=2)
        found = self.look("task_late", days=4)
        self.assertEqual(found.severity, "warning")
        self.assertEqual(self.Touch.search(self.at(found, days=4).action_fix()["domain"]), touch)

    def test_held_touches_by_reason(self):
        self.env.ref("outbound_prospecting.health_held").warning = 1
        held = self.add_touch("ann", "approved", due_date=MONDAY - timedelta(days=9))
        held.write({"hold_code": "waits", "hold_reason": "Waits for research"})
        self.assertHealthy("held")
        held.write({"hold_code": "consent_missing", "hold_reason": "No consent"})
        found = self.look("held")
        self.assertEqual((found.key, found.severity), ("consent_missing", "warning"))
        self.assertIn("No consent", found.text)
        self.assertEqual(self.Touch.search(found.action_fix()["domain"]), held)

    def test_mailboxes(self):
        self.env["outbound.mailbox"].search([("id", "!=", self.mailbox.id)]).active = False
        self.assertHealthy("mailbox")
        self.mailbox._pause("I am on holiday")
        self.assertHealthy("mailbox")
        self.mailbox._resume()
        self.mailbox._pause("Too many mails bounced.", "bounces")
        found = self.look("mailbox")
        self.assertEqual(found.severity, "critical")
        self.assertIn("Too many mails bounced.", found.text)
        self.assertEqual(found.action_fix()["res_id"], self.mailbox.id)
        self.mailbox._resume()
        self.mailbox.write({"findings": [{"check": "spf", "status": "failed", "code": "spf_missing", "detail": ""}]})
        self.assertEqual(self.look("mailbox").severity, "warning")
        self.mailbox.accepted_by = self.admin
        self.assertHealthy("mailbox")

    def test_sources_with_few_cases_are_not_judged(self):
        source = self.env["utm.source"].create({"name": "Trade fair list"})
        leads = self.env["crm.lead"].create([self.lead_values(f"p{n}", source_id=source.id) for n in range(20)])
        log = self.env["outbound.event"]._log
        log([{"lead_id": lead.id, "kind": "touch_sent"} for lead in leads[:19]])
        log([{"lead_id": lead.id, "kind": "bad_contact"} for lead in leads[:4]])
        self.assertHealthy("source")
        log([{"lead_id": leads[19].id, "kind": "touch_sent"}])
        found = self.look("source")
        self.assertEqual(found.severity, "critical")
        self.assertIn("4 of 20", found.text)
        self.assertEqual(
            self.env["crm.lead"].search(found.action_fix()["domain"]), leads[:4].sorted("id", reverse=True)
        )

    def test_scheduled_actions(self):
        cron = self.env.ref("outbound_prospecting.ir_cron_outbound_send")
        ours = self.env["outbound.automation"].search([("cron_id", "!=", False)]).cron_id
        ours.write({"failure_count": 0, "nextcall": MONDAY + timedelta(hours=1)})
        self.assertHealthy("jobs")
        self.assertHealthy("jobs_late")
        cron.write({"failure_count": 2, "nextcall": MONDAY - timedelta(hours=2)})
        self.assertEqual(self.look("jobs").severity, "warning")
        found = self.look("jobs_late")
        self.assertEqual((found.severity, found.action_fix()["res_id"]), ("warning", cron.id))

    def test_after_a_standstill_of_the_server_nothing_is_called_late_at_once(self):
        ours = self.env["outbound.automation"].search([("cron_id", "!=", False)]).cron_id
        ours.write({"nextcall": MONDAY - timedelta(hours=14)})
        self.env.ref("outbound_prospecting.health_jobs_late").checked_date = MONDAY - timedelta(hours=15)
        self.assertHealthy("jobs_late")
        self.assertTrue(self.look("jobs_late", minutes=15), "what still has not run by the next look is")

    def test_providers(self):
        provider = self.env["outbound.provider"].create(
            {"name": "Model", "endpoint": "https://models.example.com/v1", "model": "m", "rests_until": MONDAY}
        )
        self.assertHealthy("provider")
        provider.rests_until = MONDAY + timedelta(hours=1)
        self.assertEqual(self.look("provider").severity, "warning")
        provider.stopped = True
        self.assertEqual(self.look("provider").severity, "critical")

    # ------------------------------------------------------------------ telling

    def alerts(self, user=None):
        found = self.env["outbound.alert"].search([("problem_ids", "!=", False)])
        return found.filtered(lambda alert: alert.user_id == user) if user else found

    def test_a_problem_is_told_once_while_it_lasts_and_once_more_when_it_gets_worse(self):
        self.env.ref("outbound_prospecting.health_handoff_late").write({"warning": 1, "critical": 2})
        self.add_handoff("one", hours=1)
        problem = self.look("handoff_late", hours=2)
        self.assertEqual(len(self.alerts(self.manager)), 1)
        self.assertFalse(self.alerts(self.rep), "who cannot put it right is not told")
        self.assertIn(f"/odoo/{problem.id}/outbound-fix", self.alerts(self.manager).text)
        self.look("handoff_late", hours=3)
        self.assertEqual(len(self.alerts(self.manager)), 1)
        self.add_handoff("two", hours=1)
        self.assertEqual(self.look("handoff_late", hours=3), problem)
        self.assertEqual(problem.severity, "critical")
        self.assertEqual(len(self.alerts(self.manager)), 2)

    def test_it_closes_by_itself_and_what_was_not_delivered_is_not_told(self):
        handoff = self.add_handoff(hours=1)
        problem = self.look("handoff_late", hours=2)
        told = self.alerts(self.manager)
        told.state = "sent"
        self.assertEqual(len(self.alerts(self.admin)), 1)
        handoff.action_acknowledge()
        self.assertHealthy("handoff_late", hours=3)
        self.assertEqual(problem.closed_date, MONDAY + timedelta(hours=3))
        self.assertEqual(self.alerts(), told)
        self.add_handoff("again", hours=1)
        self.assertNotEqual(self.look("handoff_late", hours=4), problem, "a new problem is told anew")

    def test_the_scheduled_action_looks_at_everything_and_is_silent_when_healthy(self):
        self.env["outbound.health"].search([("code", "in", ["jobs", "jobs_late", "mailbox"])]).active = False
        before = self.Problem.search([])
        self.run_cron("outbound.health", "_cron_watch_health")
        checks = self.Health.search([])
        self.assertEqual(set(checks.mapped("checked_date")), {MONDAY})
        self.assertFalse(self.Problem.search([("closed_date", "=", False)]) - before)
        self.assertEqual(set(checks.mapped("state")), {"ok"})

    def test_problems_of_another_company_are_told_there(self):
        company = self.env["res.company"].create({"name": "Elsewhere"})
        local = self.user("local", "manager", company_id=company.id, company_ids=[(6, 0, company.ids)])
        self.add_handoff("there", hours=1, company_id=company.id)
        problem = self.look("handoff_late", hours=2)
        self.assertEqual(problem.company_id, company)
        self.assertTrue(self.alerts(local))
        self.assertFalse(self.alerts(self.manager))
        self.assertFalse(self.Problem.with_user(self.manager).search([("id", "=", problem.id)]))

    # ------------------------------------------------------------------ people

    def test_limits_are_an_administrators_and_make_sense(self):
        check = self.env.ref("outbound_prospecting.health_sla")
        check.with_user(self.admin).write({"warning": 90})
        with self.assertRaises(AccessError):
            check.with_user(self.manager).write({"warning": 1})
        with self.assertRaises(ValidationError):
            check.write({"critical": 95})
        with self.assertRaises(AccessError):
            check.with_user(self.rep).read(["state"])

    def test_a_rule_that_would_tell_nobody_is_refused(self):
        Rule = self.env["outbound.alert.rule"]
        for happening, recipient in (("health", "rep"), ("handoff_assigned", "responsible")):
            with self.assertRaises(ValidationError):
                Rule.create({"name": "Nobody", "happening": happening, "recipient": recipient})
        Rule.create({"name": "Us", "happening": "health", "recipient": "users", "user_ids": [(6, 0, self.rep.ids)]})

    def test_only_who_can_put_it_right_gets_the_way_there(self):
        self.mailbox._pause("Too many mails bounced.", "bounces")
        problem = self.look("mailbox").filtered(lambda one: one.key == str(self.mailbox.id))
        self.assertFalse(problem.with_user(self.manager).may_fix)
        with self.assertRaises(AccessError):
            problem.with_user(self.manager).action_fix()
        self.assertEqual(problem.with_user(self.admin).action_fix()["res_model"], "outbound.mailbox")

    def test_switched_off_checks_have_no_problems(self):
        self.add_handoff(hours=1)
        problem = self.look("handoff_late", hours=2)
        problem.check_id.active = False
        self.assertTrue(problem.closed_date)
        self.assertEqual(problem.check_id.state, "off")
