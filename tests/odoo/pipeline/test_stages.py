"""Entering a stage of an outbound board is an event; leads of other teams cost nothing and leave none."""

from tests.odoo.pipeline.common import PipelineCase


class TestStageEvents(PipelineCase):
    def path(self, lead):
        """The stages that the events tell of, first to last: names, None for none of this board."""
        names = {stage.id: stage.name for stage in self.own_stages}
        events = self.env["outbound.event"].search(
            [("lead_id", "=", lead.id), ("kind", "=", "stage_changed")], order="id"
        )
        steps = [(names.get(event.payload["from"]), names.get(event.payload["to"])) for event in events]
        self.assertEqual([step[0] for step in steps], [None, *(step[1] for step in steps)][:-1])  # without a gap
        return [step[1] for step in steps]

    def test_every_way_into_a_stage(self):
        lead = self.prospect()
        lead.stage_id = self.stage["Contacted"]
        lead.write({"stage_id": self.stage["Contacted"].id})  # nothing happens
        lead.action_set_lost()
        lead.action_restore()
        lead.action_set_won()
        self.assertEqual(self.path(lead), ["New Lead", "Contacted", "Closed Lost", "Contacted", "Closed Won"])
        self.assertEqual(self.path(self.prospect("Engaged")), ["Engaged"])

    def test_created_lost(self):
        self.assertEqual(self.path(self.prospect(active=False, probability=0))[-1], "Closed Lost")

    def test_leaving_and_joining_a_board(self):
        lead = self.prospect()
        lead.team_id = self.sales
        self.assertEqual(self.path(lead), ["New Lead", None])
        lead.team_id = self.outbound
        self.assertEqual(self.path(lead), ["New Lead", None, "New Lead"])

    def test_a_team_that_becomes_outbound(self):
        lead = self.deal()
        self.sales.is_outbound = True
        self.assertEqual(self.path(lead), ["New Lead"])

    def test_what_was_predicted_is_kept(self):
        lead = self.prospect()
        lead.automated_probability = 12.5
        lead.write({"icp_score": 3.5, "icp_tier": "tier_2", "icp_id": self.env["outbound.icp"].search([], limit=1).id})
        lead.stage_id = self.stage["Contacted"]
        payload = lead.outbound_event_ids.sorted("id")[-1].payload
        self.assertEqual(payload["predicted"], lead.automated_probability)
        self.assertEqual((payload["score"], payload["tier"]), (3.5, "tier_2"))

    def test_one_statement_for_all(self):
        leads = self.env["crm.lead"].create([{"name": str(n), "team_id": self.outbound.id} for n in range(20)])
        self.assertEqual(self._count_queries(leads[:2]), self._count_queries(leads))

    def _count_queries(self, leads):
        leads.write({"stage_id": self.stage["Contacted"].id})
        leads.flush_recordset()
        before = self.cr.sql_log_count
        leads.write({"stage_id": self.stage["Engaged"].id})
        leads.flush_recordset()
        return self.cr.sql_log_count - before

    def test_other_teams_leave_no_event(self):
        lead = self.deal()
        lead.stage_id = self.shared_qualified
        self.assertFalse(self.path(lead))
