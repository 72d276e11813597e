from odoo import _, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from .report import LEAD_FIELDS

MANAGER = "outbound_prospecting.group_outbound_manager"


class OutboundReportProspect(models.Model):
    """What became of the prospects, by when they came: one line a prospect, and one for each cost without one.

    Amounts are in the currency of the user's company; what providers charge is converted at today's rate.
    """

    _name = "outbound.report.prospect"
    _description = "Prospects and Results"
    _inherit = ["outbound.report"]
    _auto = False
    _depends = {
        "outbound.event": ["lead_id", "kind", "date", "payload"],
        "crm.lead": [
            *LEAD_FIELDS, "icp_tier", "stage_id", "active", "probability", "expected_revenue", "deal_value_estimate",
            "meeting_booked_date", "date_closed",
        ],
        "outbound.provider.call": ["lead_id", "company_id", "date", "cost", "provider_id"],
        "outbound.vertical": ["industry_ids", "sequence", "active"],
    }  # fmt: skip
    _ratios = {
        "contact_rate": (100.0, "contacted:sum", "prospects:sum"),
        "reply_rate": (100.0, "answered:sum", "contacted:sum"),
        "positive_rate": (100.0, "positive:sum", "contacted:sum"),
        "meeting_rate": (100.0, "meetings:sum", "contacted:sum"),
        "win_rate": (100.0, "won:sum", "closed:sum"),
        "cost_per_prospect": (1.0, "cost:sum", "prospects:sum"),
        "cost_per_reply": (1.0, "cost:sum", "answered:sum"),
        "cost_per_meeting": (1.0, "cost:sum", "meetings:sum"),
    }
    _medians = frozenset({"contact_days", "cycle_days"})

    date = fields.Datetime(string="Came On")
    contact_date = fields.Datetime(string="First Contact", readonly=True)
    stage_id = fields.Many2one("crm.stage", readonly=True)
    currency_id = fields.Many2one("res.currency", readonly=True)
    prospects = fields.Integer(readonly=True)
    contacted = fields.Integer(readonly=True, help="Prospects who were written to or called.")
    answered = fields.Integer(string="Replied", readonly=True, help="Automatic answers are no replies.")
    positive = fields.Integer(
        string="Replied Positively", readonly=True, help="Showed interest, asked to meet or asked a question."
    )
    meetings = fields.Integer(readonly=True, help="Contacted prospects with whom a meeting is or was booked.")
    won = fields.Integer(readonly=True)
    closed = fields.Integer(string="Won or Lost", readonly=True)
    contact_rate = fields.Float(string="Contacted (%)", readonly=True, aggregator="avg", help="Of the prospects.")
    reply_rate = fields.Float(string="Replied (%)", readonly=True, aggregator="avg", help="Of those contacted.")
    positive_rate = fields.Float(
        string="Replied Positively (%)", readonly=True, aggregator="avg", help="Of those contacted."
    )
    meeting_rate = fields.Float(string="Meetings (%)", readonly=True, aggregator="avg", help="Of those contacted.")
    win_rate = fields.Float(string="Won (%)", readonly=True, aggregator="avg", help="Of those won or lost.")
    contact_days = fields.Float(
        string="Days to First Contact (median)",
        readonly=True,
        aggregator="avg",
        help="From the day they came, of those who were contacted.",
    )
    cycle_days = fields.Float(
        string="Days from Contact to Won (median)", readonly=True, aggregator="avg", help="Of those won."
    )
    open_value = fields.Monetary(
        readonly=True, aggregator="sum", help="Expected revenue of open prospects, else the estimate of their value."
    )
    weighted_value = fields.Monetary(
        string="Forecast",
        readonly=True,
        aggregator="sum",
        help="Value × probability of open prospects. The page Forecast gives the range.",
    )
    won_value = fields.Monetary(readonly=True, aggregator="sum")
    velocity = fields.Monetary(
        string="Velocity per Day",
        readonly=True,
        aggregator="avg",
        help="Open value × share won of those won or lost ÷ median days from contact to won: what the pipeline brings "
        "a day. Empty while nothing is won.",
    )
    cost = fields.Monetary(
        readonly=True, aggregator="sum", groups=MANAGER, help="What providers of data and language models charged."
    )
    cost_per_prospect = fields.Monetary(readonly=True, aggregator="avg", groups=MANAGER)
    cost_per_reply = fields.Monetary(readonly=True, aggregator="avg", groups=MANAGER)
    cost_per_meeting = fields.Monetary(readonly=True, aggregator="avg", groups=MANAGER)

    def action_open(self):
        if not self.lead_id:
            raise UserError(
                _("This cost belongs to no prospect. Administrators see each call under Configuration / Providers.")
            )
        return super().action_open()

    def _read_group_select(self, aggregate_spec, query):
        if aggregate_spec == "velocity:avg":
            select = super()._read_group_select
            return SQL(
                "%s * %s / 100.0 / NULLIF(%s, 0)",
                *(select(spec, query) for spec in ("open_value:sum", "win_rate:avg", "cycle_days:avg")),
            )
        return super()._read_group_select(aggregate_spec, query)

    @property
    def _table_query(self):
        # Plain joins instead of WITH, and the same types in both parts: PostgreSQL then leaves out what is not asked for.
        return SQL(
            """
            SELECT lead_id AS id, lead_id, company_id, team_id, user_id, source_id, industry_id, vertical_id, tier, date,
                   contact_date, stage_id, won_status, %(currency)s AS currency_id,
                   1 AS prospects,
                   is_contacted::int AS contacted,
                   (is_contacted AND COALESCE(has_answered, FALSE))::int AS answered,
                   (is_contacted AND COALESCE(is_positive, FALSE))::int AS positive,
                   (is_contacted AND has_met)::int AS meetings,
                   (won_status = 'won')::int AS won, (won_status IN ('won', 'lost'))::int AS closed,
                   100.0 * is_contacted::int AS contact_rate,
                   CASE WHEN is_contacted THEN 100.0 * COALESCE(has_answered, FALSE)::int END AS reply_rate,
                   CASE WHEN is_contacted THEN 100.0 * COALESCE(is_positive, FALSE)::int END AS positive_rate,
                   CASE WHEN is_contacted THEN 100.0 * has_met::int END AS meeting_rate,
                   CASE won_status WHEN 'won' THEN 100.0 WHEN 'lost' THEN 0.0 END AS win_rate,
                   EXTRACT(EPOCH FROM contact_date - date)::float / 86400 AS contact_days,
                   CASE WHEN won_status = 'won'
                        THEN EXTRACT(EPOCH FROM date_closed - contact_date)::float / 86400 END AS cycle_days,
                   CASE WHEN is_open THEN value ELSE 0 END AS open_value,
                   CASE WHEN is_open THEN (value * probability / 100)::numeric ELSE 0 END AS weighted_value,
                   CASE WHEN won_status = 'won' THEN value ELSE 0 END AS won_value,
                   NULL::numeric AS velocity,
                   COALESCE(cost, 0) AS cost, cost AS cost_per_prospect,
                   CASE WHEN is_contacted AND has_answered THEN cost END AS cost_per_reply,
                   CASE WHEN is_contacted AND has_met THEN cost END AS cost_per_meeting
              FROM (
                SELECT %(lead)s, l.create_date AS date, c.date AS contact_date, l.stage_id, l.icp_tier AS tier,
                       l.date_closed, l.probability, s.cost,
                       l.won_status = 'pending' AND l.active AS is_open, c.date IS NOT NULL AS is_contacted,
                       r.answered AS has_answered, r.positive AS is_positive,
                       l.meeting_booked_date IS NOT NULL AS has_met,
                       COALESCE(NULLIF(l.expected_revenue, 0), l.deal_value_estimate, 0) AS value
                  FROM crm_lead l
                  JOIN crm_team t ON t.id = l.team_id AND t.is_outbound
                  LEFT JOIN (
                    SELECT lead_id, MIN(date) AS date FROM outbound_event
                     WHERE kind IN ('touch_sent', 'touch_done') AND payload->>'channel' <> 'internal' GROUP BY lead_id
                  ) c ON c.lead_id = l.id
                  LEFT JOIN (
                    SELECT lead_id, bool_or(%(is_answer)s) AS answered, bool_or(%(is_positive)s) AS positive
                      FROM (%(answers)s) answer GROUP BY lead_id
                  ) r ON r.lead_id = l.id
                  LEFT JOIN (
                    SELECT lead_id, SUM(cost) AS cost FROM (%(spent)s) spent GROUP BY lead_id
                  ) s ON s.lead_id = l.id
                  %(verticals)s
              ) line
            UNION ALL
            SELECT -id, NULL, company_id, NULL, NULL, NULL, NULL, NULL, NULL, date,
                   NULL, NULL, NULL, %(currency)s,
                   0, 0, 0, 0, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.0, 0.0, 0.0, NULL,
                   cost, NULL, NULL, NULL
              FROM (%(spent)s) spent WHERE lead_id IS NULL
            """,
            answers=self._select_answers(),
            is_answer=self._is_answer(),
            is_positive=self._is_positive(),
            lead=self._select_lead(),
            verticals=self._join_verticals(),
            currency=self.env.company.currency_id.id,
            spent=self._select_spent(),
        )

    def _select_spent(self) -> SQL:
        """What calls cost, in the currency of the user's company."""
        ours = self.env.company.currency_id
        providers = self.env["outbound.provider"].sudo().with_context(active_test=False).search([])
        today = self.env["outbound.clock"]._now().date()
        rates = [
            (currency.id, currency._convert(1.0, ours, self.env.company, today, round=False))
            for currency in providers.currency_id | ours
        ]
        return SQL(
            """
            SELECT c.id, c.lead_id, c.company_id, c.date, c.cost * COALESCE(rate.factor, 1) AS cost
              FROM outbound_provider_call c
              JOIN outbound_provider p ON p.id = c.provider_id
              LEFT JOIN (VALUES %s) rate (currency_id, factor) ON rate.currency_id = p.currency_id
             WHERE c.cost <> 0
            """,
            SQL(", ").join(SQL("(%s, %s)", currency_id, factor) for currency_id, factor in rates),
        )
