"""Closed Lost is a stage: entering it loses, leaving it restores, by any way."""

from odoo import fields

from tests.odoo.pipeline.common import PipelineCase


class TestLost(PipelineCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.reason = cls.env.ref("outbound_prospecting.crm_lost_reason_no_response")

    def test_lost_button_and_restore(self):
        prospect = self.prospect("Proposal Sent", expected_revenue=1000)
        self.env["crm.lead.lost"].create(
            {"lead_ids": prospect.ids, "lost_reason_id": self.reason.id}
        ).action_lost_reason_apply()
        self.assertLost(prospect, "Proposal Sent")
        self.assertEqual((prospect.lost_reason_id, prospect.prorated_revenue), (self.reason, 0))
        self.assertTrue(prospect.date_closed)
        prospect.action_restore()
        self.assertOpen(prospect, "Proposal Sent")
        self.assertFalse(prospect.date_closed)
        self.assertEqual(prospect.prorated_revenue, 600)

    def test_dragging_in_and_out(self):
        prospect = self.prospect("Engaged")
        prospect.with_user(self.rep).web_save({"stage_id": self.stage["Closed Lost"].id}, {"stage_id": {}})
        self.assertLost(prospect, "Engaged")
        prospect.lost_reason_id = self.reason
        prospect.with_user(self.rep).web_save({"stage_id": self.stage["Meeting Booked"].id}, {"stage_id": {}})
        self.assertOpen(prospect, "Meeting Booked")

    def test_dragging_from_lost_to_won(self):
        prospect = self.prospect("Engaged")
        prospect.action_set_lost()
        prospect.stage_id = self.stage["Closed Won"]
        self.assertEqual((prospect.won_status, prospect.active, prospect.probability), ("won", True, 100))
        self.assertFalse(prospect.lost_from_stage_id)

    def test_dragging_from_won_to_lost_and_back(self):
        prospect = self.prospect("Engaged")
        prospect.action_set_won()
        prospect.stage_id = self.stage["Closed Lost"]
        self.assertLost(prospect, "Closed Won")
        prospect.action_restore()
        self.assertEqual((prospect.won_status, prospect.stage_id), ("won", self.stage["Closed Won"]))

    def test_losing_the_way_of_the_api(self):
        prospect = self.prospect("Contacted")
        prospect.write({"active": False, "probability": 0})
        self.assertLost(prospect, "Contacted")
        prospect.write({"active": True})
        self.assertOpen(prospect, "Contacted")

    def test_unarchiving_restores(self):
        prospect = self.prospect("Contacted")
        prospect.action_set_lost()
        prospect.action_unarchive()
        self.assertOpen(prospect, "Contacted")

    def test_created_lost(self):
        self.assertLost(self.prospect("Closed Lost"), "New Lead")
        self.assertLost(self.prospect("Engaged", active=False, probability=0), "Engaged")

    def test_a_stage_that_was_deleted_meanwhile(self):
        prospect = self.prospect("Negotiation")
        prospect.action_set_lost()
        self.stage["Negotiation"].unlink()
        prospect.action_restore()
        self.assertOpen(prospect, "New Lead")

    def test_prospects_of_a_stage_that_becomes_the_lost_one(self):
        prospect = self.prospect("Negotiation")
        self.stage["Negotiation"].is_lost = True
        self.assertEqual((prospect.won_status, prospect.lost_from_stage_id), ("lost", self.stage["New Lead"]))

    def test_losing_many_at_once_and_of_both_teams(self):
        prospects = self.prospect("Contacted") | self.prospect("Engaged")
        deal = self.deal(stage_id=self.shared_proposition.id)
        (prospects | deal).action_set_lost(lost_reason_id=self.reason.id)
        self.assertLost(prospects[0], "Contacted")
        self.assertLost(prospects[1], "Engaged")
        self.assertEqual((deal.stage_id, deal.won_status), (self.shared_proposition, "lost"))
        self.assertEqual((prospects | deal).lost_reason_id, self.reason)
        (prospects | deal).action_restore()
        self.assertOpen(prospects[0], "Contacted")
        self.assertOpen(prospects[1], "Engaged")
        self.assertTrue(deal.active)

    def test_losing_a_batch_takes_few_queries(self):
        def lose(count):
            leads = self.env["crm.lead"].create([{"name": f"p{n}", "team_id": self.outbound.id} for n in range(count)])
            self.env.flush_all()
            before = self.env.cr.sql_log_count
            leads.action_set_lost()
            self.env.flush_all()
            return self.env.cr.sql_log_count - before

        lose(2)
        self.assertLessEqual(lose(40), lose(10) + 2)

    def test_automated_activities_go_and_come_back_while_a_persons_own_stay(self):
        prospect = self.prospect("Engaged")
        due = fields.Date.add(fields.Date.today(), days=3)
        planned = prospect.activity_schedule(
            "mail.mail_activity_data_call", due, summary="Call back", note="<p>about the pilot</p>", user_id=self.rep.id
        )
        own = self.env["mail.activity"].create(
            {
                "res_model_id": self.env["ir.model"]._get_id("crm.lead"),
                "res_id": prospect.id,
                "summary": "In a year",
                "user_id": self.rep.id,
            }
        )
        prospect.with_user(self.rep).action_set_lost()
        self.assertFalse(planned.exists())
        self.assertEqual(prospect.activity_ids, own)
        prospect.with_user(self.rep).action_restore()
        again = prospect.activity_ids - own
        self.assertEqual(
            (again.summary, again.date_deadline, again.user_id, again.automated, again.activity_type_id),
            ("Call back", due, self.rep, True, self.env.ref("mail.mail_activity_data_call")),
        )
        self.assertIn("about the pilot", again.note)
        self.assertFalse(prospect.lost_activities)
