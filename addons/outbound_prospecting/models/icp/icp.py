from odoo import _, api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.tools import float_compare

# What only a new version may change once an ICP is live: it would silently change every score.
FROZEN_FIELDS = {
    "method",
    "scope_domain",
    "min_completeness",
    "adjustment_limit",
    "factor_ids",
    "disqualifier_ids",
    "tier_ids",
    "company_id",
}


class OutboundIcp(models.Model):
    """An Ideal Customer Profile: a written, versioned document and the records that turn it into a score.

    One version is live per company. It is never edited: a new version is drafted, previewed, approved by a sales
    lead and a marketing lead, and then replaces it.
    """

    _name = "outbound.icp"
    _description = "Ideal Customer Profile"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _order = "state_order, name, version desc, id desc"

    name = fields.Char(required=True, tracking=True)
    version = fields.Integer(default=1, readonly=True, copy=False)
    state = fields.Selection(
        [
            ("draft", "Draft"),
            ("review", "In approval"),
            ("active", "Live"),
            ("archived", "Replaced"),
        ],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        tracking=True,
        index=True,
        help="Only a live version scores prospects.",
    )
    state_order = fields.Integer(compute="_compute_state_order", store=True)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        "res.company",
        index="btree_not_null",
        help="The company whose prospects this ICP scores; empty for all companies without an ICP of their own.",
    )
    previous_id = fields.Many2one(
        "outbound.icp", string="Previous Version", readonly=True, copy=False, index="btree_not_null"
    )

    # The written document
    value_proposition = fields.Html(help="Why a company of this profile buys from us.")
    firmographics = fields.Html(help="Industry, size, place, revenue: what kind of company it is.")
    technographics = fields.Html(help="What technology it uses or is adopting.")
    behavioural_signals = fields.Html(help="What it does that shows a need: hiring, expanding, changing leaders.")
    intent_indicators = fields.Html(help="What shows that it is looking for a solution now.")
    vertical_ids = fields.Many2many("outbound.vertical", string="Verticals", help="The markets we go after first.")

    # The engine
    method = fields.Selection(
        [("weighted", "Weighted ratings (0-5)"), ("points", "Points (sum)")],
        default="weighted",
        required=True,
        help="Weighted: each factor is rated 1-5 and weighted, the score is 0.00-5.00. "
        "Points: each matching criterion adds its points.",
    )
    scope_domain = fields.Char(
        string="Prospects",
        default="[('team_id.is_outbound', '=', True)]",
        required=True,
        help="Which opportunities this ICP scores. Won and lost ones keep their last score.",
    )
    min_completeness = fields.Integer(
        string="Minimum Completeness (%)",
        default=40,
        help="A prospect of whom less than this share of the weights is known gets a score but no tier.",
    )
    factor_ids = fields.One2many("outbound.icp.factor", "icp_id", copy=True)
    disqualifier_ids = fields.One2many("outbound.icp.disqualifier", "icp_id", copy=True)
    tier_ids = fields.One2many("outbound.icp.tier", "icp_id", copy=True)
    weight_total = fields.Float(string="Total Weight (%)", compute="_compute_weight_total")
    broken_filters = fields.Char(
        compute="_compute_broken_filters", help="Criteria and disqualifiers that the system switched off."
    )

    _one_live_per_company = models.UniqueIndex(
        "(COALESCE(company_id, 0)) WHERE state = 'active' AND active",
        "Only one ICP version can be live per company.",
    )

    @api.depends("state")
    def _compute_state_order(self):
        order = {"active": 0, "review": 1, "draft": 2, "archived": 3}
        for icp in self:
            icp.state_order = order[icp.state]

    @api.depends("name", "version")
    def _compute_display_name(self):
        for icp in self:
            icp.display_name = _("%(name)s, version %(version)s", name=icp.name or "", version=icp.version)

    @api.depends("factor_ids.weight")
    def _compute_weight_total(self):
        for icp in self:
            icp.weight_total = sum(icp.factor_ids.mapped("weight"))

    @api.depends("factor_ids.criterion_ids.broken_reason", "disqualifier_ids.broken_reason")
    def _compute_broken_filters(self):
        for icp in self.with_context(active_test=False):
            broken = [*icp.factor_ids.criterion_ids, *icp.disqualifier_ids]
            icp.broken_filters = ", ".join(part.reason for part in broken if part.broken_reason)

    @api.constrains("scope_domain")
    def _check_scope_domain(self):
        for icp in self:
            self.env["outbound.icp.criterion"]._validate_lead_domain(icp.scope_domain, _("Prospects of %s", icp.name))

    @api.constrains("min_completeness")
    def _check_min_completeness(self):
        for icp in self:
            if not 0 <= icp.min_completeness <= 100:
                raise ValidationError(
                    _(
                        "The minimum completeness is a percentage: enter a number from 0 to 100, not %s.",
                        icp.min_completeness,
                    )
                )

    def write(self, vals):
        if FROZEN_FIELDS & vals.keys():
            self._check_editable()
            self.env.registry.clear_cache()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_live(self):
        if live := self.filtered(lambda icp: icp.state == "active"):
            raise UserError(_("%s is live. Make another version live first, then delete it.", live[0].display_name))

    def _check_editable(self):
        """Refuse to change what a live or replaced version scored with; a change during approval voids approvals.

        :raises UserError: naming the version and the way to change it
        """
        self.filtered(lambda icp: icp.state == "review")._void_approvals()
        if frozen := self.filtered(lambda icp: icp.state in ("active", "archived")):
            raise UserError(
                _(
                    "%s has scored prospects and is kept as it was. Create a new version, change it there, "
                    "preview who would move, and make it live.",
                    frozen[0].display_name,
                )
            )

    @api.constrains("factor_ids", "method")
    def _check_weights(self):
        for icp in self.filtered(lambda icp: icp.method == "weighted" and icp.factor_ids):
            if float_compare(icp.weight_total, 100, precision_digits=2):
                raise ValidationError(
                    _(
                        "The weights of %(icp)s add up to %(total)s %%. Change them so that they add up to 100 %%.",
                        icp=icp.display_name,
                        total=f"{icp.weight_total:g}",
                    )
                )

    def _check_complete(self):
        """Refuse an ICP that cannot score.

        :raises ValidationError: naming what is missing and what to enter
        """
        for icp in self:
            if not icp.factor_ids.criterion_ids:
                raise ValidationError(
                    _(
                        "%s has no criteria. Add at least one criterion to a factor: a filter on prospects and "
                        "the rating it gives.",
                        icp.display_name,
                    )
                )
            if not icp.tier_ids or min(icp.tier_ids.mapped("min_score")) > 0:
                raise ValidationError(
                    _("%s leaves low scores without a tier. Add a tier that starts at 0.", icp.display_name)
                )
            icp._check_weights()
            icp.tier_ids._check_thresholds()
