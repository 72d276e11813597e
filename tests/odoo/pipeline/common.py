from odoo.tests import TransactionCase, tagged

from odoo.addons.mail.tests.common import mail_new_test_user

STAGES = [
    ("New Lead", 5),
    ("Contacted", 10),
    ("Engaged", 25),
    ("Meeting Booked", 40),
    ("Proposal Sent", 60),
    ("Negotiation", 75),
    ("Closed Won", 100),
    ("Closed Lost", 0),
]


@tagged("post_install", "-at_install")
class PipelineCase(TransactionCase):
    """The installed outbound team beside an ordinary one, with people of either."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "tracking_disable": True})
        cls.env["crm.lead"].with_context(active_test=False).search([]).unlink()
        cls.env["crm.lead.scoring.frequency"].search([]).unlink()
        cls.outbound = cls.env.ref("outbound_prospecting.crm_team_outbound")
        cls.sales = cls.env["crm.team"].create({"name": "Field Sales", "sequence": 5})
        cls.stage = {
            name: cls.env.ref(f"outbound_prospecting.crm_stage_{name.lower().replace(' ', '_')}") for name, _ in STAGES
        }
        cls.own_stages = cls.env["crm.stage"].browse([stage.id for stage in cls.stage.values()])
        cls.shared_new, cls.shared_qualified, cls.shared_proposition, cls.shared_won = cls.env["crm.stage"].search(
            [("team_ids", "=", False)], order="sequence, id", limit=4
        )
        cls.manager = mail_new_test_user(cls.env, "pipe_manager", groups="sales_team.group_sale_manager")
        cls.rep = mail_new_test_user(cls.env, "pipe_rep", groups="outbound_prospecting.group_outbound_user")

    def prospect(self, stage="New Lead", **vals):
        """A lead of the outbound team, in a stage given by its name."""
        return self.env["crm.lead"].create(
            {"name": "Prospect", "team_id": self.outbound.id, "stage_id": self.stage[stage].id, **vals}
        )

    def deal(self, **vals):
        """A lead of the ordinary team."""
        return self.env["crm.lead"].create(
            {"name": "Deal", "team_id": self.sales.id, "type": "opportunity", "user_id": False, **vals}
        )

    def assertLost(self, lead, came_from):
        self.assertEqual(lead.won_status, "lost")
        self.assertFalse(lead.active)
        self.assertEqual((lead.probability, lead.automated_probability), (0, 0))
        self.assertEqual(lead.stage_id, self.stage["Closed Lost"])
        self.assertEqual(lead.lost_from_stage_id, self.stage[came_from])

    def assertOpen(self, lead, stage):
        self.assertEqual(lead.won_status, "pending")
        self.assertTrue(lead.active)
        self.assertEqual(lead.stage_id, self.stage[stage])
        self.assertEqual(lead.probability, dict(STAGES)[stage])
        self.assertFalse(lead.lost_from_stage_id)
        self.assertFalse(lead.lost_reason_id)
