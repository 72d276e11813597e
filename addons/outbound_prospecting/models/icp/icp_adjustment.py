from odoo import _, api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import SQL

from .icp_parts import LEAD_RATING_FIELDS

FURTHEST = 2  # that an ICP may let evidence move a rating


class OutboundIcpAdjustment(models.Model):
    """Evidence about one prospect that no criterion reads, and by how much it moves the rating of a factor."""

    _name = "outbound.icp.adjustment"
    _description = "Adjustment of a Rating"
    _order = "lead_id, field_name"
    _rec_name = "reason"

    lead_id = fields.Many2one("crm.lead", string="Prospect", required=True, readonly=True, ondelete="cascade")
    company_id = fields.Many2one("res.company", readonly=True, index="btree_not_null")
    field_name = fields.Selection(LEAD_RATING_FIELDS, string="Factor", required=True, readonly=True)
    delta = fields.Integer(string="Moved By", required=True, readonly=True, aggregator=None)
    reason = fields.Char(required=True, readonly=True)
    quote = fields.Text(required=True, readonly=True, help="The words that bear the reason.")

    _once = models.UniqueIndex("(lead_id, field_name)", "A factor of a prospect is moved once.")
    _bounded = models.Constraint(
        f"CHECK (delta <> 0 AND abs(delta) <= {FURTHEST})", "A rating is moved by one or two, and not by nothing."
    )


class OutboundIcp(models.Model):
    """Whether and how far evidence moves ratings. A disqualifier is no rating: nothing lifts it."""

    _inherit = "outbound.icp"

    assess = fields.Boolean(
        string="Assessed by a Model",
        tracking=True,
        help="A language model reads the evidence about prospects of Tier 1 and 2 and says what it makes of their fit, "
        "with proof. Needs a provider.",
    )
    adjustment_limit = fields.Integer(
        string="May Move a Rating By",
        default=1,
        help="How far proven findings of the model may move the rating of a factor (1 to 5) of this ICP: 0, 1 or 2. "
        "They never lift a disqualifier. 0: they only inform people.",
    )

    @api.constrains("adjustment_limit")
    def _check_adjustment_limit(self):
        for icp in self:
            if not 0 <= icp.adjustment_limit <= FURTHEST:
                raise ValidationError(
                    _(
                        "A rating is moved by at most %(most)s, not by %(limit)s.",
                        most=FURTHEST,
                        limit=icp.adjustment_limit,
                    )
                )

    def write(self, vals):
        result = super().write(vals)
        if "assess" in vals:
            self.env.ref("outbound_prospecting.ir_cron_outbound_score_leads").sudo()._trigger()
        return result

    def _get_adjustable(self) -> set[str]:
        """The fields of the prospect whose rating evidence may move; points have no bounds to stay within."""
        self.ensure_one()
        return set(filter(None, self.factor_ids.mapped("field_name"))) if self.method == "weighted" else set()

    def _adjusts(self) -> bool:
        """Whether anything moves ratings of this ICP."""
        if not (self.assess and self.adjustment_limit and self._get_adjustable()):
            return False
        Adjustment = self.env["outbound.icp.adjustment"].sudo()
        Adjustment.flush_model()
        return bool(Adjustment.search_count([], limit=1))

    def _adjusted_cte(self, moved: dict[int, str]) -> SQL:
        """`moves` and `adjusted`: as `rated`, with r<n> moved as in `domain.fit.adjusted`, and `moves` for the detail.

        :param moved: number of a factor -> the lead's field that shows it
        """
        deltas, ratings = [], []
        for number, name in moved.items():
            before, delta = SQL.identifier(f"b{number}"), SQL.identifier(f"m{number}")
            deltas.append(SQL("max(delta) FILTER (WHERE field_name = %s) AS %s", name, delta))
            ratings.append(
                SQL(
                    "CASE WHEN %(delta)s IS NULL OR %(before)s IS NULL THEN %(before)s "
                    "ELSE LEAST(5, GREATEST(1, %(before)s + %(delta)s)) END AS %(rating)s",
                    before=before,
                    delta=delta,
                    rating=SQL.identifier(f"r{number}"),
                )
            )
        return SQL(
            "bounded AS (SELECT lead_id, field_name, LEAST(%(limit)s, GREATEST(-%(limit)s, delta)) AS delta "
            "FROM outbound_icp_adjustment WHERE field_name = ANY(%(names)s)), "
            "moves AS (SELECT lead_id, %(deltas)s, "
            "jsonb_build_object('adjusted', jsonb_object_agg(field_name, delta)) AS moves FROM bounded GROUP BY lead_id), "
            "adjusted AS (SELECT rated.*, moves.moves, %(ratings)s "
            "FROM rated LEFT JOIN moves ON moves.lead_id = rated.id OFFSET 0), ",
            limit=self.adjustment_limit,
            names=list(moved.values()),
            deltas=SQL(", ").join(deltas),
            ratings=SQL(", ").join(ratings),
        )
