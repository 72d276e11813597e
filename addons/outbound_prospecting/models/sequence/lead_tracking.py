from odoo import models

TRACKING_FIELDS = ("sequence_stage", "sequence_start_date", "last_touch_date", "next_touch_date", "outreach_channel")


class OutboundLeadOutreach(models.AbstractModel):
    """Tracking fields and stage follow from enrolments and touches."""

    _inherit = "outbound.lead.outreach"

    def _update_outreach(self):
        """Bring the tracking fields of these prospects in line with their enrolments, in one statement.

        Internal work is no touch of the prospect: it counts as the next step only.
        """
        if not self:
            return
        leads = self.env["crm.lead"].sudo().browse(self.ids)
        leads.flush_model(TRACKING_FIELDS)
        self.env["outbound.enrolment"].flush_model(["state", "start_date", "lead_id"])
        self.env["outbound.touch"].flush_model(["state", "due_date", "hold_until", "done_date", "lead_id"])
        self.env.cr.execute(
            """
            WITH latest AS (
                SELECT DISTINCT ON (lead_id) lead_id, id, state, start_date
                  FROM outbound_enrolment
                 WHERE lead_id = ANY(%(leads)s)
                 ORDER BY lead_id, (state IN ('active', 'paused')) DESC, (state = 'replied') DESC, id DESC
            ), reached AS (
                SELECT DISTINCT ON (lead_id) lead_id, done_date, channel
                  FROM outbound_touch
                 WHERE lead_id = ANY(%(leads)s) AND state IN ('sent', 'done') AND channel != 'internal'
                 ORDER BY lead_id, done_date DESC
            ), coming AS (
                SELECT t.lead_id, MIN(GREATEST(t.due_date, t.hold_until)) FILTER (WHERE l.state = 'active') AS due,
                       (array_agg(t.channel ORDER BY t.number) FILTER (WHERE t.channel != 'internal'))[1] AS channel
                  FROM outbound_touch t
                  JOIN latest l ON l.id = t.enrolment_id
                 WHERE t.state IN ('planned', 'drafted', 'in_review', 'approved', 'open')
                   AND l.state IN ('active', 'paused')
                 GROUP BY t.lead_id
            ), truth AS (
                SELECT lead.id,
                       CASE l.state WHEN 'active' THEN 'in_progress' ELSE COALESCE(l.state, 'not_started') END AS stage,
                       l.start_date, r.done_date, c.due, COALESCE(c.channel, r.channel) AS channel
                  FROM unnest(%(leads)s) AS lead (id)
                  LEFT JOIN latest l ON l.lead_id = lead.id
                  LEFT JOIN reached r ON r.lead_id = lead.id
                  LEFT JOIN coming c ON c.lead_id = lead.id
            )
            UPDATE crm_lead AS lead
               SET sequence_stage = truth.stage,
                   sequence_start_date = truth.start_date,
                   last_touch_date = truth.done_date,
                   next_touch_date = truth.due,
                   outreach_channel = COALESCE(truth.channel, lead.outreach_channel)
              FROM truth
             WHERE truth.id = lead.id
               AND (lead.sequence_stage, lead.sequence_start_date, lead.last_touch_date, lead.next_touch_date,
                    lead.outreach_channel)
                   IS DISTINCT FROM
                   (truth.stage, truth.start_date, truth.done_date, truth.due,
                    COALESCE(truth.channel, lead.outreach_channel))
            """,
            {"leads": leads.ids},
        )
        leads.invalidate_recordset(TRACKING_FIELDS, flush=False)
        leads.modified(TRACKING_FIELDS)

    def _mark_contacted(self):
        """The first outreach left: prospects at the entry of an outbound board move to its next stage."""
        boards = self._get_boards()
        for team_id, leads in self.sudo().grouped(lambda lead: lead.team_id.id).items():
            board = boards.get(team_id)
            if not board:
                continue
            entry, following = board.first, board.stages[board.stages.index(board.first) + 1 :][:1]
            arrived = leads.filtered(lambda lead, entry=entry: lead.stage_id.id == entry.id)
            if arrived and following and following[0].is_open:
                arrived.with_context(outbound_contacted=True).write({"stage_id": following[0].id})

    def _track_subtype(self, init_values):
        # The mail itself stands in the chatter: followers need not hear of the stage besides. It is logged all the same.
        if self.env.context.get("outbound_contacted"):
            return False
        return super()._track_subtype(init_values)
