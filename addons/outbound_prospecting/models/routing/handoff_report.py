from odoo import fields, models
from odoo.tools import SQL


class OutboundHandoffReport(models.Model):
    """How reps answer what is handed to them: one line a turn, so that every figure is of whoever had it."""

    _name = "outbound.handoff.report"
    _description = "Hand-Offs of Reps"
    _auto = False
    _order = "date desc"
    _depends = {
        "outbound.handoff": [
            "lead_id", "company_id", "team_id", "user_id", "state", "reason", "replied", "date", "deadline",
            "acknowledged_date", "work_hours",
        ]
    }  # fmt: skip

    handoff_id = fields.Many2one("outbound.handoff", string="Hand-Off", readonly=True)
    lead_id = fields.Many2one("crm.lead", string="Prospect", readonly=True)
    company_id = fields.Many2one("res.company", readonly=True)
    team_id = fields.Many2one("crm.team", readonly=True)
    user_id = fields.Many2one("res.users", string="Rep", readonly=True)
    date = fields.Datetime(string="Handed Over", readonly=True)
    reason = fields.Selection(
        selection=lambda self: self.env["outbound.handoff"]._fields["reason"].selection, readonly=True
    )
    state = fields.Selection(
        selection=lambda self: self.env["outbound.handoff"]._fields["state"].selection, readonly=True
    )
    replied = fields.Boolean(readonly=True)
    handoffs = fields.Integer(string="Hand-Offs", readonly=True)
    in_time = fields.Float(
        string="Acknowledged in Time (%)",
        readonly=True,
        aggregator="avg",
        help="Of hand-offs that were acknowledged or whose deadline has passed.",
    )
    median_hours = fields.Float(
        string="Median Working Hours", readonly=True, aggregator="avg", help="Until they were acknowledged."
    )
    accepted = fields.Float(
        string="Accepted (%)", readonly=True, aggregator="avg", help="Of hand-offs that were accepted or rejected."
    )
    escalated = fields.Float(string="Escalated (%)", readonly=True, aggregator="avg")

    @property
    def _table_query(self):
        # A cancelled hand-off that nobody was late with says nothing about the rep.
        return SQL(
            """
            SELECT h.id, h.id AS handoff_id, h.lead_id, h.company_id, h.team_id, h.user_id, h.date, h.reason, h.state,
                   h.replied, 1 AS handoffs,
                   CASE WHEN h.acknowledged_date <= h.deadline THEN 100.0
                        WHEN h.acknowledged_date > h.deadline OR h.escalated_date IS NOT NULL
                             OR h.deadline < %(now)s AND h.state IN ('assigned', 'escalated') THEN 0.0
                    END AS in_time,
                   CASE WHEN h.acknowledged_date IS NOT NULL THEN h.work_hours END AS median_hours,
                   CASE h.state WHEN 'accepted' THEN 100.0 WHEN 'rejected' THEN 0.0 END AS accepted,
                   CASE WHEN h.escalated_date IS NOT NULL THEN 100.0 ELSE 0.0 END AS escalated
              FROM outbound_handoff h
             WHERE h.user_id IS NOT NULL
            """,
            now=self.env["outbound.clock"]._now(),
        )

    def _read_group_select(self, aggregate_spec, query):
        """The median of a group, which is no mean of its members' medians."""
        if aggregate_spec == "median_hours:avg":
            hours = self._field_to_sql(self._table, "median_hours", query)
            return SQL("PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY %s)", hours)
        return super()._read_group_select(aggregate_spec, query)
