from odoo import fields, models
from odoo.tools import SQL

from .report import LEAD_FIELDS


class OutboundReportStage(models.Model):
    """The way of prospects through the stages: one line for each stay in a stage, from its event to the next."""

    _name = "outbound.report.stage"
    _description = "Stages of Prospects"
    _inherit = ["outbound.report"]
    _auto = False
    _depends = {
        "outbound.event": ["lead_id", "kind", "date", "payload"],
        "crm.lead": LEAD_FIELDS,
        "crm.stage": ["sequence", "is_won", "is_lost"],
        "outbound.vertical": ["industry_ids", "sequence", "active"],
    }
    _ratios = {
        "conversion": (100.0, "moved_on:count_distinct", "entered_open:count_distinct"),
        "win_rate": (100.0, "won:count_distinct", "closed:count_distinct"),
    }
    _medians = frozenset({"days", "waiting_days"})

    date = fields.Datetime(string="Entered On")
    left_date = fields.Datetime(string="Left On", readonly=True)
    stage_id = fields.Many2one("crm.stage", readonly=True)
    score_band = fields.Selection(
        [("0", "0.0-0.9"), ("1", "1.0-1.9"), ("2", "2.0-2.9"), ("3", "3.0-3.9"), ("4", "4.0-5.0")],
        readonly=True,
        help="ICP score when they entered the stage.",
    )
    entered = fields.Integer(
        string="Prospects Who Entered", readonly=True, aggregator="count_distinct", help="Each counted once."
    )
    entered_open = fields.Integer(readonly=True, aggregator="count_distinct", help="A stage that can be left.")
    moved_on = fields.Integer(readonly=True, aggregator="count_distinct", help="Prospects who got further later on.")
    dropped_out = fields.Integer(
        string="Lost From Here", readonly=True, aggregator="count_distinct", help="Prospects lost from this stage."
    )
    waiting = fields.Integer(string="Still Here", readonly=True, help="Prospects who are in the stage now.")
    won = fields.Integer(
        readonly=True, aggregator="count_distinct", help="Prospects who entered the stage and are won by now."
    )
    closed = fields.Integer(
        string="Won or Lost",
        readonly=True,
        aggregator="count_distinct",
        help="Prospects who entered the stage and are won or lost by now.",
    )
    conversion = fields.Float(
        string="Conversion (%)",
        readonly=True,
        aggregator="avg",
        help="Of the prospects who entered an open stage: how many got further so far.",
    )
    win_rate = fields.Float(
        string="Won (%)", readonly=True, aggregator="avg", help="Of those who entered the stage and are won or lost."
    )
    days = fields.Float(
        string="Days in Stage (median)", readonly=True, aggregator="avg", help="Of stays that have ended."
    )
    waiting_days = fields.Float(
        string="Days So Far (median)", readonly=True, aggregator="avg", help="Of prospects who are in the stage now."
    )
    score = fields.Float(
        string="ICP Score",
        readonly=True,
        aggregator="avg",
        digits=(6, 2),
        help="Mean score when they entered the stage; prospects without a score do not count.",
    )
    predicted = fields.Float(
        string="Predicted (%)",
        readonly=True,
        aggregator="avg",
        help="Mean chance to be won that predictive scoring gave when they entered the stage.",
    )

    @property
    def _table_query(self):
        # Read backwards in time, so that what follows a stay is known when it is reached.
        return SQL(
            """
            SELECT s.id, %(lead)s, s.date, s.left_date, s.stage_id, s.tier,
                   CASE WHEN s.score >= 4 THEN '4' ELSE FLOOR(s.score)::int::text END AS score_band, s.score, s.predicted,
                   l.id AS entered,
                   CASE WHEN s.is_open THEN l.id END AS entered_open,
                   CASE WHEN s.is_open AND s.got_further THEN l.id END AS moved_on,
                   CASE WHEN s.is_open AND s.lost_next THEN l.id END AS dropped_out,
                   (s.is_open AND s.left_date IS NULL)::int AS waiting,
                   CASE WHEN l.won_status = 'won' THEN l.id END AS won,
                   CASE WHEN l.won_status IN ('won', 'lost') THEN l.id END AS closed,
                   CASE WHEN s.is_open THEN 100.0 * s.got_further::int END AS conversion,
                   CASE l.won_status WHEN 'won' THEN 100.0 WHEN 'lost' THEN 0.0 END AS win_rate,
                   EXTRACT(EPOCH FROM s.left_date - s.date)::float / 86400 AS days,
                   CASE WHEN s.is_open AND s.left_date IS NULL
                        THEN EXTRACT(EPOCH FROM %(now)s - s.date)::float / 86400 END AS waiting_days
              FROM (
                SELECT move.*, NOT (is_won OR is_lost) AS is_open,
                       LAG(date) OVER later AS left_date, LAG(is_lost) OVER later AS lost_next,
                       COALESCE(MAX(sequence) FILTER (WHERE NOT is_lost) OVER later > sequence, FALSE) AS got_further
                  FROM (
                    SELECT e.id, e.lead_id, e.date, s.id AS stage_id, s.sequence, COALESCE(s.is_won, FALSE) AS is_won,
                           COALESCE(s.is_lost, FALSE) AS is_lost, e.payload->>'tier' AS tier,
                           (e.payload->>'score')::float AS score, (e.payload->>'predicted')::float AS predicted
                      FROM outbound_event e
                      LEFT JOIN crm_stage s ON s.id = (e.payload->>'to')::int
                     WHERE e.kind = 'stage_changed'
                  ) move
                WINDOW later AS (PARTITION BY lead_id ORDER BY date DESC, id DESC
                                 ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
              ) s
              JOIN crm_lead l ON l.id = s.lead_id
              %(verticals)s
             WHERE s.stage_id IS NOT NULL AND s.left_date IS DISTINCT FROM s.date
            """,
            lead=self._select_lead(),
            verticals=self._join_verticals(),
            now=self.env["outbound.clock"]._now(),
        )
