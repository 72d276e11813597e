"""The fifteen fields over Odoo's external JSON API, with the rights of the user."""

from datetime import timedelta

from odoo import fields
from odoo.tests import HttpCase, new_test_user, tagged

FIFTEEN = {
    "icp_score": 4.25,
    "industry_fit": 5,
    "company_size_fit": 4,
    "tech_readiness": 3,
    "geo_proximity": 2,
    "buying_signals": 1,
    "sequence_stage": "paused",
    "sequence_start_date": "2026-11-02 08:00:00",
    "last_touch_date": "2026-11-09 08:30:00",
    "next_touch_date": "2026-11-16 09:15:00",
    "outreach_channel": "linkedin",
    "qualification_status": "qualified",
    "disqualification_reason": "Bought from a competitor",
    "meeting_booked_date": "2026-11-20 14:00:00",
    "deal_value_estimate": 25000.0,
}


@tagged("post_install", "-at_install")
class TestJsonApi(HttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.rep = new_test_user(cls.env, login="api_rep", groups="outbound_prospecting.group_outbound_user")
        cls.other = new_test_user(cls.env, login="api_other", groups="outbound_prospecting.group_outbound_user")
        cls.team = cls.env["crm.team"].create({"name": "API team", "is_outbound": True})

    def call(self, user, model, method, **arguments):
        expiry = fields.Datetime.now() + timedelta(days=1)
        key = self.env["res.users.apikeys"].with_user(user)._generate("rpc", "test", expiry)
        return self.url_open(
            f"/json/2/{model}/{method}",
            json=arguments,
            headers={"Authorization": f"bearer {key}", "X-Odoo-Database": self.env.cr.dbname},
        )

    def test_fields_are_written_and_read(self):
        created = self.call(
            self.rep,
            "crm.lead",
            "create",
            vals_list=[
                {"name": "From the API", "type": "opportunity", "team_id": self.team.id, "user_id": self.rep.id}
            ],
        )
        self.assertEqual(created.status_code, 200, created.text)
        lead_id = created.json()[0]
        written = self.call(self.rep, "crm.lead", "write", ids=[lead_id], vals=FIFTEEN)
        self.assertEqual(written.status_code, 200, written.text)
        read = self.call(self.rep, "crm.lead", "read", ids=[lead_id], fields=list(FIFTEEN)).json()[0]
        self.assertEqual({name: read[name] for name in FIFTEEN}, FIFTEEN)

    def test_fields_are_searched_and_grouped(self):
        self.env["crm.lead"].create(
            {"name": "Hot", "type": "opportunity", "team_id": self.team.id, "user_id": self.rep.id, "icp_score": 4.5}
        )
        domain = [["team_id", "=", self.team.id], ["icp_score", ">=", 4]]
        self.assertEqual(self.call(self.rep, "crm.lead", "search_count", domain=domain).json(), 1)
        groups = self.call(
            self.rep,
            "crm.lead",
            "formatted_read_group",
            domain=domain,
            groupby=["qualification_status"],
            aggregates=["icp_score:avg"],
        ).json()
        self.assertEqual(groups[0]["icp_score:avg"], 4.5)

    def test_the_users_rights_hold(self):
        lead = self.env["crm.lead"].create(
            {"name": "Mine", "type": "opportunity", "team_id": self.team.id, "user_id": self.rep.id}
        )
        refused = self.call(self.other, "crm.lead", "write", ids=[lead.id], vals={"deal_value_estimate": 1})
        self.assertEqual(refused.status_code, 403)
        self.assertEqual(self.call(self.other, "crm.lead", "search_count", domain=[["id", "=", lead.id]]).json(), 0)
        self.assertIn(self.call(self.rep, "outbound.icp", "_score_leads").status_code, (403, 404))

    def test_score_button_over_the_api(self):
        lead = self.env["crm.lead"].create(
            {
                "name": "Score me",
                "type": "opportunity",
                "team_id": self.team.id,
                "user_id": self.rep.id,
                "partner_name": "Northpeak Safety",
                "employee_count": 200,
            }
        )
        answer = self.call(self.rep, "crm.lead", "action_score", ids=[lead.id])
        self.assertEqual(answer.status_code, 200, answer.text)
        explanation = self.call(self.rep, "crm.lead", "read", ids=[lead.id], fields=["icp_explanation"]).json()
        self.assertEqual(len(explanation[0]["icp_explanation"]["factors"]), 5)
