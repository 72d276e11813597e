from odoo import api, fields, models
from odoo.tools import SQL

from .icp_parts import TIER_CODES

SCORE_FIELDS = (
    "icp_score",
    "industry_fit",
    "company_size_fit",
    "tech_readiness",
    "geo_proximity",
    "buying_signals",
    "icp_tier",
    "icp_completeness",
    "icp_id",
    "icp_score_date",
    "icp_detail",
)
RATING_HELP = "1 (poor fit) to 5 (ideal), rated by the live ICP; 0 means not known."


class OutboundLeadIcp(models.AbstractModel):
    """Facet of `crm.lead`: how well the prospect fits the live ICP, and why.

    Written by `outbound.icp._score_leads` alone, in SQL.
    """

    _name = "outbound.lead.icp"
    _description = "Lead facet: ICP score"

    icp_score = fields.Float(
        string="ICP Score",
        digits=(6, 2),
        aggregator="avg",
        copy=False,
        help="Weighted fit with the Ideal Customer Profile, 0.00 to 5.00.",
    )
    industry_fit = fields.Integer(aggregator="avg", copy=False, help=RATING_HELP)
    company_size_fit = fields.Integer(aggregator="avg", copy=False, help=RATING_HELP)
    tech_readiness = fields.Integer(string="Technology Readiness", aggregator="avg", copy=False, help=RATING_HELP)
    geo_proximity = fields.Integer(string="Geographic Proximity", aggregator="avg", copy=False, help=RATING_HELP)
    buying_signals = fields.Integer(aggregator="avg", copy=False, help=RATING_HELP)
    icp_tier = fields.Selection(
        TIER_CODES,
        string="Tier",
        index="btree_not_null",
        copy=False,
        help="Band of the score: Tier 1 is hot, Tier 2 warm, Tier 3 is nurtured. Empty while too little is known.",
    )
    icp_completeness = fields.Integer(
        string="Score Completeness (%)",
        aggregator="avg",
        copy=False,
        help="Share of the ICP's weights for which something is known about the prospect.",
    )
    icp_id = fields.Many2one(
        "outbound.icp",
        string="Scored With",
        copy=False,
        ondelete="set null",
        help="The ICP version that gave the score.",
    )
    icp_score_date = fields.Datetime(string="Score Changed On", copy=False, help="When the score last changed.")
    icp_detail = fields.Json(
        copy=False,
        help="What decided: by factor id the id of the criterion that matched, 0 for none, -1 for not known "
        "(a list of ids where matches add up); `disqualified` and `reason` where they apply; `adjusted`: by rating field how "
        "far evidence moved it.",
    )
    icp_explanation = fields.Json(
        string="Score Explained",
        compute="_compute_icp_explanation",
        help="The score as people read it: factors with rating, weight, matching criterion and evidence.",
    )

    # Best prospects first, in the list and in each column of a board.
    _icp_score_idx = models.Index("(icp_score DESC NULLS LAST, id)")
    _icp_board_idx = models.Index("(stage_id, priority DESC, icp_score DESC NULLS LAST, id)")

    @api.depends("icp_detail", "icp_id", "icp_tier")
    @api.depends_context("lang")
    def _compute_icp_explanation(self):
        for lead in self:
            icp = lead.icp_id
            lead.icp_explanation = {**icp._explain(lead), "tier": icp._explain_tier(lead)} if icp else False

    def action_score(self):
        """Button and server action: score these prospects now.

        :return: a notification that says how many were scored and how they are tiered
        """
        self.check_access("write")
        return self.env["outbound.icp"]._score_now(self)

    def _score_on_creation(self):
        """Automation rule: score new prospects; quiet while no ICP is live, so that nobody is kept from creating.

        Whoever creates many portions and scores them together says so with the context key `outbound_scores_together`.
        """
        if self.env.context.get("outbound_scores_together"):
            return
        # Odoo runs a rule once per record: the first run scores all that were created together.
        in_progress = self.env.context.get("__action_done", {}).values()
        batch = next((leads for leads in in_progress if leads._name == self._name and self <= leads), self)
        if self[:1] != batch[:1]:
            return
        for company, leads in batch.grouped("company_id").items():
            if icp := self.env["outbound.icp"]._find_active(company):
                icp._score_leads(leads)

    def _order_field_to_sql(self, alias, field_name, direction, nulls, query):
        """Prospects without a score come last, not before the best."""
        if field_name == "icp_score" and direction.code == "DESC" and not nulls.code:
            nulls = SQL("NULLS LAST")
        return super()._order_field_to_sql(alias, field_name, direction, nulls, query)

    def _merge_get_fields_specific(self):
        """The whole score of the best of the merged leads, so that it still explains itself."""

        def of_best(name, leads):
            value = max(leads, key=lambda lead: lead.icp_score)[name]
            return value.id if name == "icp_id" else value

        return super()._merge_get_fields_specific() | dict.fromkeys(SCORE_FIELDS, of_best)
