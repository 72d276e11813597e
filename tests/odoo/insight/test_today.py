from datetime import timedelta

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .today_common import MONDAY, InsightCase


@tagged("post_install", "-at_install")
class TestToday(InsightCase):
    def today(self, user=None, looks_at=None, **delta):
        model = self.at(self.env["outbound.today"].with_user(user or self.rep), **delta)
        self.env.flush_all()
        self.env.invalidate_all()
        return model.get_today(looks_at.id if looks_at else None)

    def kinds(self, day):
        return [row["kind"] for row in day["rows"]]

    def add_task(self, name="task", user=None):
        enrolment = self.enrol(self.lead(name, user_id=(user or self.rep).id))
        return enrolment.touch_ids[0]._open_tasks()

    def add_reply(self, user=None):
        lead = self.lead("reply", user_id=(user or self.rep).id)
        values = {"lead_id": lead.id, "message_id": f"<{lead.id}@mx.test>", "label": "other", "state": "needs_person"}
        return self.env["outbound.reply"].create({**values, "received_date": MONDAY - timedelta(hours=1)})

    def add_problem(self, code="handoff_late", severity="critical", **values):
        check = self.env.ref(f"outbound_prospecting.health_{code}")
        vals = {"check_id": check.id, "key": "all", "severity": severity, "since": MONDAY, **values}
        return self.Problem.create({"values": {"count": 1, "name": "It", "hours": 3, "days": 3, "reason": ""}, **vals})

    def fill(self, count=1, user=None):
        """So much of everything that a day can hold."""
        for _ in range(count):
            self.number = number = getattr(self, "number", 0) + 1
            self.add_task(f"task{number}", user)
            self.add_handoff(f"warm{number}", user)
            self.add_touch(f"draft{number}", "in_review", user=user, review_since=MONDAY - timedelta(hours=2))
            self.add_touch(f"lost{number}", "unknown", user=user)
        self.add_reply(user)

    # ------------------------------------------------------------------ the list

    def test_the_order_of_the_day(self):
        self.Problem.search([]).unlink()
        self.fill(user=self.manager)
        self.add_problem("held", "warning")
        self.add_problem()
        day = self.today(self.manager)
        self.assertEqual(
            self.kinds(day), ["problem", "handoff", "replies", "review", "task", "warning", "warning"], day["rows"]
        )
        self.assertTrue(day["mine"])
        self.assertFalse(day["steps"], "outreach runs")

    def test_hot_replies_come_by_deadline_and_with_their_clock(self):
        later = self.add_handoff("later", hours=8)
        late = self.add_handoff("late", hours=-1, state="escalated")
        seen = self.add_handoff("seen", hours=-5, state="acknowledged")
        orphan = self.add_handoff("orphan", user=self.env["res.users"], state="proposed")
        rows = [row for row in self.today()["rows"] if row["kind"] == "handoff"]
        self.assertEqual([row["id"] for row in rows], [late.id, later.id, seen.id])
        self.assertEqual([row["late"] for row in rows], [True, False, False])
        self.assertEqual([row["clock"] for row in rows], [True, True, False])
        self.assertEqual(rows[1]["due"], "2026-03-02 17:00:00")
        rows = [row for row in self.today(self.manager)["rows"] if row["kind"] == "handoff"]
        self.assertEqual([row["id"] for row in rows], [orphan.id], "the leader gets those that nobody has")
        self.assertFalse(rows[0]["done"])

    def test_drafts_are_one_line_that_says_what_happens_if_nobody_acts(self):
        for name in ("ann", "bob"):
            self.add_touch(name, "in_review", review_since=MONDAY - timedelta(hours=5))
        self.add_touch("paused", "in_review", wake_date=False)
        self.add_touch("others", "in_review", user=self.other, reviewer_id=self.rep.id, review_since=MONDAY)
        [row] = [row for row in self.today()["rows"] if row["kind"] == "review"]
        self.assertEqual((row["count"], row["due"]), (3, "2026-03-02 04:00:00"))
        self.assertIn("None leaves unseen", row["text"])
        queue = self.Touch.with_user(self.rep).get_review_queue()
        self.assertEqual(queue["total"], 4, "the review page lists also those that rest")

    def test_tasks_with_their_text_and_what_one_planned_oneself(self):
        research = self.add_task()
        call = self.lead("call", user_id=self.rep.id).activity_schedule(
            "mail.mail_activity_data_call", MONDAY.date(), user_id=self.rep.id, summary="Call back"
        )
        others = self.env["crm.lead"].create({"name": "Plain CRM", "team_id": False, "user_id": self.rep.id})
        others.activity_schedule("mail.mail_activity_data_call", MONDAY.date(), user_id=self.rep.id)
        tomorrow = self.lead("next", user_id=self.rep.id)
        tomorrow.activity_schedule(
            "mail.mail_activity_data_call", MONDAY.date() + timedelta(days=1), user_id=self.rep.id
        )
        rows = [row for row in self.today()["rows"] if row["kind"] == "task"]
        self.assertEqual({row["id"] for row in rows}, {research.activity_id.id, call.id})
        self.assertEqual({row["text"] for row in rows}, {"1. Research", "Call back"})
        self.assertFalse(any(row["late"] for row in rows))
        self.assertEqual({row["late"] for row in self.today(days=1)["rows"] if row["kind"] == "task"}, {True, False})

    def test_nothing_of_other_people(self):
        self.fill(user=self.other)
        self.assertEqual(self.kinds(self.today()), [])

    def test_health_is_for_whoever_can_put_it_right(self):
        self.Problem.search([]).unlink()
        self.add_problem("jobs", key="7")
        self.add_problem("handoff_late")
        self.assertEqual(self.kinds(self.today(self.rep)), [])
        self.assertEqual(self.kinds(self.today(self.manager)), ["problem"])
        self.assertEqual(self.kinds(self.today(self.admin)), ["problem", "problem"])

    def test_a_pilot_that_runs_is_one_click_away(self):
        Pilot = self.env["outbound.pilot"].sudo()
        self.assertEqual(self.today()["pilots"], [])
        pilot = Pilot.create({"name": "Spring", "sequence_ids": [(6, 0, self.sequence.ids)]})
        pilot._write_state({"state": "launched", "launch_date": MONDAY - timedelta(days=3)})
        self.assertEqual([one["name"] for one in self.today()["pilots"]], ["Spring"])

    def test_a_standstill_of_everything_is_seen_although_nothing_runs(self):
        self.Problem.search([]).unlink()
        check = self.env.ref("outbound_prospecting.health_sla")
        self.env["outbound.health"].search([]).write({"checked_date": False})
        check.checked_date = MONDAY - timedelta(minutes=30)
        self.assertEqual(self.kinds(self.today(self.manager)), [])
        [row] = self.today(self.manager, hours=3)["rows"]
        self.assertIn("do not run", row["title"])
        self.assertEqual(self.kinds(self.today(self.rep, hours=3)), [])

    # ------------------------------------------------------------------ as another rep

    def test_a_manager_looks_as_another_and_changes_nothing(self):
        self.fill()
        day = self.today(self.manager, looks_at=self.rep)
        self.assertEqual(self.kinds(day), ["handoff", "replies", "review", "task", "warning"])
        self.assertFalse(day["mine"])
        self.assertIn(self.rep.id, [user["id"] for user in day["users"]])
        task = next(row for row in day["rows"] if row["kind"] == "task")
        handoff = next(row for row in day["rows"] if row["kind"] == "handoff")
        for row in (task, handoff):
            with self.assertRaises(AccessError):
                self.env["outbound.today"].with_user(self.manager).action_done(
                    [(row["kind"], row["id"], row["done"]["verb"])]
                )
        self.assertTrue(self.env["mail.activity"].browse(task["id"]).active)

    def test_a_manager_sees_what_waits_with_whom(self):
        self.fill(user=self.rep)
        self.add_handoff("late", hours=-1)
        self.add_handoff("elsewhere", company_id=self.env["res.company"].create({"name": "Elsewhere"}).id)
        self.Touch.search([("lead_id.user_id", "=", self.rep.id), ("state", "=", "in_review")]).reviewer_id = self.rep
        team = {one["id"]: one for one in self.today(self.manager)["team"]}
        mine = {name: team[self.rep.id][name] for name in ("hot", "late", "drafts", "tasks")}
        self.assertEqual(mine, {"hot": 2, "late": 1, "drafts": 1, "tasks": 1})
        self.assertNotIn(self.other.id, team, "nothing waits with them")
        self.assertEqual(self.today(self.rep)["team"], [])
        self.assertEqual(self.today(self.manager, looks_at=self.rep)["team"], [])

    def test_a_rep_looks_at_nobody_elses_day(self):
        self.assertEqual(self.today()["users"], [])
        with self.assertRaises(AccessError):
            self.today(self.rep, looks_at=self.other)
        with self.assertRaises(AccessError):
            self.today(self.user_without_outbound())

    def user_without_outbound(self):
        return self.env["res.users"].create(
            {"name": "Nobody", "login": "insight-nobody", "group_ids": [(6, 0, self.env.ref("base.group_user").ids)]}
        )

    def test_companies_do_not_mix(self):
        company = self.env["res.company"].create({"name": "Elsewhere"})
        stranger = self.user("stranger", company_id=company.id, company_ids=[(6, 0, company.ids)])
        with self.assertRaises(AccessError):
            self.today(self.manager, looks_at=stranger)
        self.rep.company_ids |= company
        self.add_handoff("there", company_id=company.id)
        self.add_touch("draft", "in_review", company_id=company.id)
        for companies, kinds in ((self.env.company, []), (company, ["handoff", "review"])):
            model = self.env["outbound.today"].with_user(self.rep).with_context(allowed_company_ids=companies.ids)
            self.assertEqual(self.kinds(model.get_today()), kinds, "only the companies that are switched on")

    # ------------------------------------------------------------------ doing

    def test_done_goes_through_the_verbs_of_the_touch(self):
        touch = self.add_task()
        Today = self.env["outbound.today"].with_user(self.rep)
        number = touch.activity_id.id
        self.assertTrue(Today.action_done([("task", number, "done")]))
        self.assertEqual(touch.state, "done")
        self.assertFalse(self.env["mail.activity"].browse(number).active)
        self.assertTrue(Today.action_done([("task", number, "done")]), "twice is once")
        self.assertEqual(self.kinds(self.today()), [])

    def test_handoffs_are_acknowledged_and_then_accepted(self):
        handoff = self.add_handoff()
        Today = self.at(self.env["outbound.today"].with_user(self.rep))
        Today.action_done([("handoff", handoff.id, "acknowledge")])
        Today.action_done([("handoff", handoff.id, "acknowledge")])
        self.assertEqual(handoff.state, "acknowledged")
        [row] = self.today()["rows"]
        self.assertEqual(row["done"]["verb"], "accept")
        Today.action_done([("handoff", handoff.id, "accept")])
        self.assertEqual((handoff.state, self.today()["rows"]), ("accepted", []))

    # ------------------------------------------------------------------ cost

    def test_the_number_of_statements_does_not_depend_on_how_much_there_is(self):
        self.fill(2)
        self.today()
        few = self.count_queries()
        self.fill(8)
        self.assertEqual(self.count_queries(), few)
        self.assertLessEqual(few, 45)

    def count_queries(self):
        self.env.flush_all()
        self.env.invalidate_all()
        model = self.at(self.env["outbound.today"].with_user(self.rep))
        before = self.cr.sql_log_count
        model.get_today()
        return self.cr.sql_log_count - before


@tagged("post_install", "-at_install")
class TestFirstSteps(InsightCase):
    """The checklist in a company of its own, so that nothing is there."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["outbound.enrolment"].search([]).unlink()
        cls.env["outbound.sequence"].search([]).write({"state": "draft"})
        cls.env["outbound.icp"].search([]).write({"state": "draft"})
        cls.env["outbound.mailbox"].search([]).write({"state": "draft"})
        cls.env["crm.lead"].search([("team_id.is_outbound", "=", True)]).unlink()

    def steps(self, user=None):
        day = self.env["outbound.today"].with_user(user or self.admin).get_today()
        return {step["code"]: step["state"] for step in day["steps"]}, day

    def test_each_step_is_done_by_its_records(self):
        states, day = self.steps()
        self.assertEqual(
            states, {"icp": "next", "mailbox": "later", "import": "later", "scores": "later", "launch": "later"}
        )
        self.assertFalse(day["next"], "the checklist is the next step")
        self.env["outbound.icp"].search([], limit=1).write({"state": "active"})
        self.assertEqual(self.steps()[0]["mailbox"], "next")
        self.mailbox.write({"state": "ready"})
        self.assertEqual(self.steps()[0]["import"], "next")
        leads = self.env["crm.lead"].create([self.lead_values(f"p{n}") for n in range(3)])
        leads.write({"icp_tier": "tier_1"})
        self.assertEqual(self.steps()[0]["scores"], "next")
        leads.write({"qualification_status": "qualified"})
        self.assertEqual(self.steps()[0]["launch"], "next")
        self.sequence.write({"state": "active"})
        states, day = self.steps()
        self.assertFalse(states)
        self.assertEqual(day["next"]["code"], "import")

    def test_only_a_step_that_one_may_do_has_a_button(self):
        may = {
            self.rep: {"import", "scores"},
            self.manager: {"icp", "import", "scores", "launch"},
            self.admin: {"icp", "mailbox", "import", "scores", "launch"},
        }
        for user, codes in may.items():
            _states, day = self.steps(user)
            self.assertEqual({step["code"] for step in day["steps"] if step["open"]}, codes)
            self.assertTrue(all(step["who"] for step in day["steps"] if not step["open"]))

    def test_suggestions_and_what_comes_next_when_all_is_done(self):
        self.sequence.write({"state": "active"})
        self.mailbox.write({"state": "ready"})
        lead = self.lead("good", user_id=self.rep.id)
        lead.write({"icp_tier": "tier_1"})
        model = self.at(self.env["outbound.today"].with_user(self.rep))
        self.assertEqual(model.get_today()["next"]["code"], "enrol")
        request = self.env["outbound.enrolment.request"].create({"lead_id": lead.id, "sequence_id": self.sequence.id})
        request._write_state({"state": "refused", "message": "No address"})
        self.assertEqual(model.get_today()["next"]["code"], "refused")
        request.unlink()
        self.enrol(lead)
        day = model.get_today()
        self.assertEqual((day["rows"], day["next"]["code"]), ([], "wait"))
        self.assertEqual([one["id"] for one in day["upcoming"]], lead.ids)
