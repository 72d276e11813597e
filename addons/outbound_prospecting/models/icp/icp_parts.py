import ast
import contextlib
import itertools

import psycopg2
from dateutil.relativedelta import relativedelta

from odoo import _, api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain
from odoo.tools import SQL, float_compare
from odoo.tools.safe_eval import datetime, safe_eval, time

TIER_CODES = [
    ("tier_1", "Tier 1"),
    ("tier_2", "Tier 2"),
    ("tier_3", "Tier 3"),
    ("disqualified", "Disqualified"),
]
LEAD_RATING_FIELDS = [
    ("industry_fit", "Industry fit"),
    ("company_size_fit", "Company size fit"),
    ("tech_readiness", "Technology readiness"),
    ("geo_proximity", "Geographic proximity"),
    ("buying_signals", "Buying signals"),
]

# What Odoo and PostgreSQL raise about a filter that does not work.
FILTER_ERRORS = (ValueError, TypeError, KeyError, NotImplementedError, UserError, psycopg2.Error)


class OutboundIcpPart(models.AbstractModel):
    """What belongs to an ICP version and freezes with it; explanations keep it in Odoo's cache."""

    _name = "outbound.icp.part"
    _description = "Part of an ICP"
    _order = "sequence, id"

    icp_id = fields.Many2one("outbound.icp", string="ICP", required=True, ondelete="cascade", index=True)
    sequence = fields.Integer(default=10)
    company_id = fields.Many2one(related="icp_id.company_id")

    @api.model_create_multi
    def create(self, vals_list):
        parts = super().create(vals_list)
        parts.icp_id._check_editable()
        self.env.registry.clear_cache()
        return parts

    def write(self, vals):
        # A filter that broke is switched off by the system on live versions too, see `_disable_broken`.
        if not self.env.context.get("outbound_disable_broken"):
            self.icp_id._check_editable()
        self.env.registry.clear_cache()
        return super().write(vals)

    def _update_field_translations(self, *args, **kwargs):
        self.env.registry.clear_cache()
        return super()._update_field_translations(*args, **kwargs)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_frozen(self):
        self.icp_id._check_editable()
        self.env.registry.clear_cache()


class OutboundIcpFilter(models.AbstractModel):
    """A part of an ICP that selects prospects by a filter."""

    _name = "outbound.icp.filter"
    _description = "ICP filter on prospects"
    _inherit = ["outbound.icp.part"]

    domain = fields.Char(
        string="Prospects", required=True, default="[]", help="Which prospects match, as an ordinary Odoo filter."
    )
    reason = fields.Char(
        required=True, translate=True, help="Shown to people as the explanation when a prospect matches."
    )
    broken_reason = fields.Char(
        readonly=True, copy=False, help="Why the system switched this filter off; empty while it works."
    )
    match_count = fields.Integer(string="Matching Prospects", compute="_compute_match_count")

    @api.depends("domain", "icp_id.scope_domain")
    def _compute_match_count(self):
        Lead = self.env["crm.lead"]
        for part in self:
            try:
                domain = self._parse_lead_domain(part.domain) & self._parse_lead_domain(part.icp_id.scope_domain)
                part.match_count = Lead.search_count(domain)
            except (ValueError, KeyError):
                part.match_count = 0

    @api.constrains("domain")
    def _check_domain(self):
        for part in self:
            self._validate_lead_domain(part.domain, part.reason or _("New filter"))

    @api.model
    def _parse_lead_domain(self, text: str) -> Domain:
        """The domain that the web client's domain editor wrote, with its date helpers evaluated now.

        :raises ValueError: when the text is not a domain
        """
        with contextlib.suppress(ValueError, SyntaxError):  # not literal: has date helpers, or is wrong
            return Domain(ast.literal_eval(text))
        names = {
            "context_today": lambda: fields.Date.context_today(self),
            "datetime": datetime,
            "time": time,
            "relativedelta": relativedelta,
            "uid": self.env.uid,
        }
        try:
            return Domain(safe_eval(text, names))
        except (NameError, SyntaxError) as error:
            raise ValueError(str(error)) from error

    @api.model
    def _validate_lead_domain(self, text: str, name: str):
        """Refuse a filter that does not work on prospects.

        :raises ValidationError: naming the filter and what is wrong with it
        """
        Lead = self.env["crm.lead"].sudo()
        try:
            domain = self._parse_lead_domain(text)
            domain.validate(Lead)
            with self.env.cr.savepoint(flush=False):
                # The database checks names and types without reading a row.
                self.env.execute_query(SQL("EXPLAIN %s", Lead._search(domain).select()))
        except FILTER_ERRORS as error:
            raise ValidationError(
                _(
                    "The filter of “%(name)s” does not work: %(error)s. Choose fields of the prospect with the "
                    "filter editor.",
                    name=name,
                    error=str(error).strip().rstrip("."),
                )
            ) from error


class OutboundIcpFactor(models.Model):
    """One aspect of fit, with its weight and the criteria that rate it."""

    _name = "outbound.icp.factor"
    _description = "ICP Factor"
    _inherit = ["outbound.icp.part"]

    name = fields.Char(required=True, translate=True)
    field_name = fields.Selection(
        LEAD_RATING_FIELDS,
        string="Shown As",
        help="The field of the prospect that shows this factor's rating; empty for a factor that only counts.",
    )
    weight = fields.Float(string="Weight (%)", digits=(5, 2), help="Share of the score; weights add up to 100 %.")
    match = fields.Selection(
        [("first", "First match counts"), ("all", "All matches add up")],
        default="first",
        required=True,
        help="First match: criteria are tried from top to bottom. All matches: their points are added.",
    )
    unknown_domain = fields.Char(
        string="Not Known When",
        default="[]",
        help="Prospects of whom nothing is known for this factor. They are not rated badly: the factor is left out "
        "of their score and lowers their completeness. Empty means there is always something known.",
    )
    default_rating = fields.Integer(
        string="Rating Without Match",
        default=1,
        help="Rating of a prospect of whom something is known but who matches no criterion.",
    )
    criterion_ids = fields.One2many("outbound.icp.criterion", "factor_id", copy=True)
    criteria_summary = fields.Char(
        string="Criteria", compute="_compute_criteria_summary", help="Reasons and ratings, in the order they are tried."
    )

    _field_once = models.UniqueIndex(
        "(icp_id, field_name) WHERE field_name IS NOT NULL",
        "Two factors of one ICP cannot be shown as the same field.",
    )

    @api.depends("criterion_ids.active", "criterion_ids.rating", "criterion_ids.reason", "criterion_ids.sequence")
    def _compute_criteria_summary(self):
        for factor in self:
            criteria = factor.criterion_ids.filtered("active").sorted("sequence")
            factor.criteria_summary = " · ".join(f"{criterion.reason} ({criterion.rating})" for criterion in criteria)

    @api.constrains("weight")
    def _check_weight(self):
        for factor in self:
            if not 0 <= factor.weight <= 100:
                raise ValidationError(
                    _(
                        "The weight of “%(name)s” is %(weight)s %%. Enter a share from 0 to 100 %%.",
                        name=factor.name,
                        weight=f"{factor.weight:g}",
                    )
                )

    @api.constrains("unknown_domain")
    def _check_unknown_domain(self):
        for factor in self:
            self.env["outbound.icp.criterion"]._validate_lead_domain(factor.unknown_domain or "[]", factor.name)

    @api.constrains("default_rating", "icp_id")
    def _check_default_rating(self):
        for factor in self:
            if factor.icp_id.method == "weighted" and not 1 <= factor.default_rating <= 5:
                raise ValidationError(
                    _(
                        "The rating without match of “%(name)s” is %(rating)s. Enter a rating from 1 to 5.",
                        name=factor.name,
                        rating=factor.default_rating,
                    )
                )


class OutboundIcpCriterion(models.Model):
    """A filter on prospects and the rating it gives them in its factor."""

    _name = "outbound.icp.criterion"
    _description = "ICP Criterion"
    _inherit = ["outbound.icp.filter"]

    factor_id = fields.Many2one("outbound.icp.factor", required=True, ondelete="cascade", index=True)
    icp_id = fields.Many2one(related="factor_id.icp_id", store=True, required=False)
    active = fields.Boolean(default=True)
    rating = fields.Integer(
        required=True, default=3, aggregator=None, help="1 (poor fit) to 5 (ideal); points in an ICP that adds points."
    )

    @api.constrains("rating", "factor_id")
    def _check_rating(self):
        for criterion in self:
            if criterion.factor_id.icp_id.method == "weighted" and not 1 <= criterion.rating <= 5:
                raise ValidationError(
                    _(
                        "The rating of “%(name)s” is %(rating)s. Enter a rating from 1 (poor fit) to 5 (ideal).",
                        name=criterion.reason,
                        rating=criterion.rating,
                    )
                )


class OutboundIcpDisqualifier(models.Model):
    """A filter whose prospects are not pursued, whatever their score."""

    _name = "outbound.icp.disqualifier"
    _description = "ICP Disqualifier"
    _inherit = ["outbound.icp.filter"]

    active = fields.Boolean(default=True)


class OutboundIcpTier(models.Model):
    """A band of the score and what happens to its prospects. A tier ends where the next better one starts."""

    _name = "outbound.icp.tier"
    _description = "ICP Tier"
    _inherit = ["outbound.icp.part"]
    _order = "min_score desc, id"

    name = fields.Char(required=True, translate=True)
    code = fields.Selection(TIER_CODES, required=True, help="The tier that prospects of this band are filed under.")
    min_score = fields.Float(string="From Score", digits=(5, 2), help="Lowest score of the tier, itself included.")
    action_note = fields.Char(
        string="What Happens", translate=True, help="What the team does with prospects of this tier."
    )

    _code_once = models.UniqueIndex("(icp_id, code)", "An ICP has each tier only once.")

    @api.constrains("code", "min_score", "icp_id")
    def _check_thresholds(self):
        """Refuse tiers that overlap: each must start above the next lower one.

        :raises ValidationError: naming the two tiers and their scores
        """
        rank = {code: position for position, (code, _label) in enumerate(TIER_CODES)}
        for icp in self.icp_id:
            tiers = icp.tier_ids.sorted(lambda tier: rank[tier.code])
            for better, lower in itertools.pairwise(tiers):
                if float_compare(better.min_score, lower.min_score, precision_digits=2) <= 0:
                    raise ValidationError(
                        _(
                            "Tiers “%(better)s” (from %(high)s) and “%(lower)s” (from %(low)s) overlap. "
                            "Let “%(better)s” start at a higher score.",
                            better=better.name,
                            lower=lower.name,
                            high=f"{better.min_score:.2f}",
                            low=f"{lower.min_score:.2f}",
                        )
                    )
            if tiers and tiers[-1].min_score < 0:
                raise ValidationError(_("Tier “%s” starts below 0. Scores start at 0.", tiers[-1].name))
