from odoo import _, api, fields, models
from odoo.exceptions import UserError, ValidationError

from ...domain.pilot import WEEKS, Progress, progress
from ...domain.pilot_flow import RUNNING, State

STATES = [("draft", "Draft"), ("launched", "Launched"), ("stopped", "Stopped"), ("finished", "Finished")]
RUNNING_STATES = tuple(sorted(state.value for state in RUNNING))
DECISIONS = [
    ("scale", "Scale up"),
    ("adjust", "Adjust and repeat"),
    ("extend", "Extend: too few cases"),
    ("stop", "Stop"),
]
# What was agreed before the launch; the rest may be written at any time.
LOCKED_FIELDS = {
    "company_id", "team_id", "sequence_ids", "vertical_ids", "tier", "batch_size", "days", "holdout_share",
    "criterion_ids", "member_ids",
}  # fmt: skip


class OutboundPilot(models.Model):
    """A trial of outreach with a few prospects: its criteria are fixed before the launch, and it ends with a decision."""

    _name = "outbound.pilot"
    _description = "Pilot"
    _inherit = ["mail.thread", "mail.activity.mixin", "outbound.state.mixin"]
    _order = "launch_date desc, id desc"

    name = fields.Char(required=True, tracking=True)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one("res.company", required=True, default=lambda self: self.env.company, index=True)
    currency_id = fields.Many2one(related="company_id.currency_id")
    team_id = fields.Many2one(
        "crm.team",
        string="Sales Team",
        domain="[('is_outbound', '=', True), ('company_id', 'in', [company_id, False])]",
        default=lambda self: self.env.ref("outbound_prospecting.crm_team_outbound", raise_if_not_found=False),
        help="Its prospects may take part. Empty: those of all outbound teams.",
    )
    user_id = fields.Many2one(
        "res.users",
        string="Responsible",
        default=lambda self: self.env.user,
        tracking=True,
        help="Passes the gates of the week plan and is told when the pilot stops or is over.",
    )
    sequence_ids = fields.Many2many(
        "outbound.sequence",
        string="Sequences",
        domain="[('company_id', 'in', [company_id, False])]",
        help="Prospects enrol in the one of their tier, else in the first. While the pilot runs, nobody else enrols.",
    )
    vertical_ids = fields.Many2many("outbound.vertical", string="Verticals", help="Empty: prospects of any industry.")
    tier = fields.Selection(
        [("tier_1", "Tier 1"), ("tier_2", "Tier 2")], string="Only Tier", help="Empty: Tier 1 and Tier 2."
    )
    batch_size = fields.Integer(string="Prospects", default=50, help="How many take part, those held out included.")
    days = fields.Integer(default=30)
    holdout_share = fields.Integer(
        string="Holdout (%)",
        help="This share of the prospects is not written to and shows what would have happened anyway.",
    )
    other_cost = fields.Monetary(
        string="Other Costs",
        tracking=True,
        help="Spent on the pilot besides calls of providers: licences, lists, hours of work.",
    )
    state = fields.Selection(STATES, required=True, default="draft", readonly=True, copy=False, tracking=True)
    state_reason = fields.Char(string="Why It Stopped", readonly=True, copy=False)
    launch_date = fields.Datetime(string="Launched On", readonly=True, copy=False)
    end_date = fields.Datetime(string="Ended On", readonly=True, copy=False)
    decision = fields.Selection(DECISIONS, copy=False, tracking=True, help="What a person decided at the end.")
    decision_note = fields.Text(string="Why", copy=False)
    criterion_ids = fields.One2many(
        "outbound.pilot.criterion", "pilot_id", copy=True, default=lambda self: self._get_default_criteria()
    )
    gate_ids = fields.One2many("outbound.pilot.gate", "pilot_id", copy=False)
    member_ids = fields.One2many("outbound.pilot.member", "pilot_id", copy=False)
    enrolment_ids = fields.One2many("outbound.enrolment", "pilot_id", copy=False)
    member_count = fields.Integer(compute="_compute_member_count", string="Chosen")
    day = fields.Integer(compute="_compute_progress", help="Day of the pilot, from 1.")
    progress_text = fields.Char(compute="_compute_progress", string="Progress")
    is_over = fields.Boolean(compute="_compute_progress", string="Days Are Over")

    _batch_size_check = models.Constraint("CHECK(batch_size >= 1)", "A pilot needs prospects.")
    _holdout_check = models.Constraint(
        "CHECK(holdout_share >= 0 AND holdout_share <= 50)", "The holdout is a share between 0 and 50 percent."
    )
    _days_check = models.Constraint(
        f"CHECK(days >= {len(WEEKS)} AND days <= 365)", "A pilot lasts between 4 days and a year."
    )

    @api.model
    def _get_default_criteria(self):
        """Copies of the template's rows, which an administrator edits."""
        template = self.env["outbound.pilot.criterion"].search([("pilot_id", "=", False)])
        return [fields.Command.create(row.copy_data()[0]) for row in template]

    @api.model_create_multi
    def create(self, vals_list):
        pilots = super().create(vals_list)
        Gate = self.env["outbound.pilot.gate"].sudo()
        Gate.create(
            [
                {"pilot_id": pilot.id, "number": number, "code": gate}
                for pilot in pilots
                for number, (_touches, gate) in enumerate(WEEKS, 1)
            ]
        )
        return pilots

    def write(self, vals):
        if LOCKED_FIELDS & vals.keys():
            self._check_unlocked()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_launched(self):
        self._check_unlocked()

    def _check_unlocked(self):
        """:raises UserError: when one of them was launched: what was agreed holds"""
        locked = self.filtered(lambda pilot: pilot.state != State.DRAFT.value)[:1]
        if locked:
            raise UserError(
                _(
                    "“%s” was launched. Its criteria, prospects and sequences were agreed before and stay as they are. "
                    "Duplicate it for a pilot with other ones.",
                    locked.name,
                )
            )

    @api.constrains("sequence_ids", "company_id")
    def _check_companies(self):
        for pilot in self:
            other = pilot.sequence_ids.filtered(lambda one: one.company_id and one.company_id != pilot.company_id)  # noqa: B023
            if other:
                raise ValidationError(_("“%s” is a sequence of another company.", other[0].display_name))

    # ------------------------------------------------------------------ days

    def _local(self, moment):
        """`moment` (naive UTC) on the wall of the pilot's company."""
        zone = self.company_id.sudo().partner_id.tz or "UTC"
        return fields.Datetime.context_timestamp(self.with_context(tz=zone), moment) if moment else None

    def _get_passed(self) -> set[str]:
        """Codes of the gates that people have passed."""
        return set(self.sudo().gate_ids.filtered("passed_date").mapped("code"))

    def _get_progress(self) -> Progress:
        now = self.end_date or self.env["outbound.clock"]._now()
        return progress(self._local(self.launch_date), self._local(now), self.days, self._get_passed())

    @api.depends("state", "launch_date", "end_date", "days", "gate_ids.passed_date")
    @api.depends_context("outbound_now", "lang")
    def _compute_progress(self):
        for pilot in self:
            stand = pilot._get_progress()
            pilot.day = stand.day
            pilot.is_over = stand.ended
            pilot.progress_text = (
                _("Day %(day)s of %(days)s", day=stand.day, days=stand.days) if stand.day else _("Not launched")
            )

    @api.depends("member_ids")
    def _compute_member_count(self):
        groups = self.env["outbound.pilot.member"]._read_group(
            [("pilot_id", "in", self.ids)], ["pilot_id"], ["__count"]
        )
        counts = {pilot.id: count for pilot, count in groups}
        for pilot in self:
            pilot.member_count = counts.get(pilot.id, 0)
