from datetime import timedelta

from odoo import _, api, fields, models, tools
from odoo.exceptions import ValidationError

from ...domain.routing import Criterion, Policy

WEIGHT_HELP = "How much it counts beside the other weights; 0 leaves it out."


class OutboundRoutingPolicy(models.Model):
    """How prospects find their rep, and how long a rep may take to answer: one policy for all companies, or one each."""

    _name = "outbound.routing.policy"
    _description = "Routing Policy"
    _order = "company_id, id"

    name = fields.Char(required=True, translate=True)
    company_id = fields.Many2one("res.company", index="btree_not_null", help="Empty: for all companies without one.")
    active = fields.Boolean(default=True)

    assign_new = fields.Boolean(
        string="Give New Prospects to Reps",
        default=True,
        help="Every few minutes prospects without a rep are given to the members of their team.",
    )
    assign_domain = fields.Char(
        string="Which Prospects",
        default="[('icp_tier', 'in', ['tier_1', 'tier_2'])]",
        help="Only these are given out by themselves, best score first. Whoever answers is handed over in any case.",
    )
    weight_expertise = fields.Integer(string="Expertise", default=30, help=WEIGHT_HELP)
    weight_language = fields.Integer(string="Language", default=20, help=WEIGHT_HELP)
    weight_geography = fields.Integer(string="Country and Time Zone", default=10, help=WEIGHT_HELP)
    weight_workload = fields.Integer(string="Free Capacity", default=20, help=WEIGHT_HELP)
    weight_performance = fields.Integer(string="Success with Similar Prospects", default=15, help=WEIGHT_HELP)
    weight_preference = fields.Integer(string="Preference of the Member", default=5, help=WEIGHT_HELP)
    tolerance = fields.Float(
        string="Equal Within", default=2, help="Reps within so many points (of 100) of the best take turns."
    )
    patience_hours = fields.Float(
        string="Starts Work Within",
        default=4,
        help="Hours after the first colleague who could. Whoever is absent for longer is left out.",
    )
    speaks = fields.Boolean(
        string="Only Who Speaks the Language",
        help="Leave out reps who speak no language of the prospect, where both are known.",
    )
    evidence = fields.Integer(
        string="Cases That Prove Something",
        default=20,
        help="A rep's own success counts as much as that of all once so many of their prospects have ended.",
    )

    reply_days = fields.Integer(
        string="Answer Replies",
        default=0,
        help="Business days that a rep has for a prospect who answered; 0 is the same business day.",
    )
    other_days = fields.Integer(
        string="Answer Other Hand-offs", default=1, help="Business days for all others; 1 is the next business day."
    )
    least_hours = fields.Float(
        string="But at Least", default=1, help="Working hours that a rep has in any case, however late the day is."
    )
    pass_on = fields.Boolean(
        string="Ask Somebody Else",
        default=True,
        help="A hand-off that nobody acknowledged goes to another rep, some time after the manager was told.",
    )
    pass_on_hours = fields.Float(string="After", default=2, help="Working hours after the manager was told.")
    pass_on_times = fields.Integer(string="At Most", default=2, help="Reps who are asked after the first one.")
    manager_id = fields.Many2one(
        "res.users",
        domain="[('share', '=', False)]",
        help="Is told about hand-offs of teams that have no leader.",
    )
    rule_ids = fields.One2many("outbound.routing.rule", "policy_id", string="Rules", copy=True)

    _one_per_company = models.UniqueIndex(
        "(COALESCE(company_id, 0)) WHERE active", "This company has a routing policy already."
    )
    _check_numbers = models.Constraint(
        "CHECK(LEAST(weight_expertise, weight_language, weight_geography, weight_workload, weight_performance,"
        " weight_preference, tolerance, patience_hours, evidence, reply_days, other_days, least_hours, pass_on_hours,"
        " pass_on_times) >= 0)",
        "Weights, hours, days and points of a routing policy are 0 or more.",
    )

    @api.constrains("assign_domain")
    def _check_assign_domain(self):
        for policy in self:
            self.env["outbound.icp.criterion"]._validate_lead_domain(policy.assign_domain or "[]", policy.name)

    @api.model
    def _find_policy(self, company):
        """The policy of a company, else the one for all, else the defaults, by which no new prospects are given out."""
        if policy_id := self._find_policy_id(company.id):
            return self.sudo().browse(policy_id)
        return self.sudo().new({**self.default_get(list(self._fields)), "assign_new": False})

    @api.model
    @tools.ormcache("company_id")
    def _find_policy_id(self, company_id: int | bool) -> int | None:
        policies = self.sudo().search([("company_id", "in", [company_id, False])])
        return (policies.filtered("company_id")[:1] or policies[:1]).id or None

    @api.model_create_multi
    def create(self, vals_list):
        self.env.registry.clear_cache()
        return super().create(vals_list)

    def write(self, vals):
        if vals.keys() & {"company_id", "active"}:
            self.env.registry.clear_cache()
        return super().write(vals)

    def unlink(self):
        self.env.registry.clear_cache()
        return super().unlink()

    def _to_domain(self) -> Policy:
        """The policy as `domain.routing` knows it."""
        return Policy(
            weights={criterion: float(self[f"weight_{criterion.value}"]) for criterion in Criterion},
            tolerance=self.tolerance,
            patience=timedelta(hours=self.patience_hours),
            speaks=self.speaks,
            evidence=float(self.evidence),
        )


class OutboundRoutingRule(models.Model):
    """Who may have certain prospects. The first rule that fits a prospect counts; without one all members may."""

    _name = "outbound.routing.rule"
    _description = "Routing Rule"
    _order = "sequence, id"

    policy_id = fields.Many2one("outbound.routing.policy", required=True, ondelete="cascade", index=True)
    sequence = fields.Integer(default=10)
    name = fields.Char(required=True, translate=True)
    active = fields.Boolean(default=True)
    domain = fields.Char(string="Prospects", required=True, default="[]", help="Which prospects the rule is for.")
    user_ids = fields.Many2many("res.users", string="Reps", domain="[('share', '=', False)]")
    strict = fields.Boolean(
        string="Nobody Else",
        help="Prospects wait for one of these reps. Otherwise all members are asked when none of them can take it.",
    )

    @api.constrains("domain")
    def _check_domain(self):
        for rule in self:
            self.env["outbound.icp.criterion"]._validate_lead_domain(rule.domain, rule.name)

    @api.constrains("user_ids", "name")
    def _check_users(self):
        for rule in self:
            if not rule.user_ids:
                raise ValidationError(_("Rule “%s” names no rep. Choose at least one.", rule.name))
