from odoo import _, api, fields, models
from odoo.exceptions import UserError, ValidationError

from .touch import CHANNELS

# What running enrolments were promised; changing it takes a new version.
FROZEN_STEP_FIELDS = {"day", "channel", "thread_mode", "blocking", "minimum_gap_days", "sequence_id"}
FROZEN_FIELDS = {"minimum_gap_days", "company_id", "step_ids"}


class OutboundSequence(models.Model):
    """A series of touches. A sequence in use keeps its version: editing makes a new one."""

    _name = "outbound.sequence"
    _description = "Sequence"
    _inherit = ["mail.thread"]
    _order = "sequence, name, version desc"

    name = fields.Char(required=True, tracking=True, copy=True)
    sequence = fields.Integer(default=10, help="Of several live sequences for a tier the first one enrols.")
    version = fields.Integer(default=1, readonly=True, copy=False)
    previous_id = fields.Many2one(
        "outbound.sequence", string="Previous Version", readonly=True, copy=False, index="btree_not_null"
    )
    state = fields.Selection(
        [("draft", "Draft"), ("active", "Live"), ("archived", "Closed")],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        tracking=True,
        help="Draft: may be edited. Live: prospects enrol. Closed: nobody enrols any more, running enrolments go on.",
    )
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        "res.company", index="btree_not_null", help="Empty: prospects of all companies may enrol."
    )
    user_id = fields.Many2one(
        "res.users", string="Responsible", default=lambda self: self.env.user, help="Told when something needs fixing."
    )
    description = fields.Text(help="Who it is for and what it offers.")
    tier = fields.Selection(
        [("tier_1", "Tier 1"), ("tier_2", "Tier 2")],
        string="Enrols Tier",
        tracking=True,
        help="Prospects of this tier enrol by themselves; empty for a sequence people enrol in by hand.",
    )
    minimum_gap_days = fields.Integer(
        string="Minimum Gap (days)",
        default=3,
        help="Touches that the prospect notices never come closer than this, whatever was delayed.",
    )
    max_active_per_company = fields.Integer(
        string="People per Company",
        default=3,
        help="People of one company who may be in outreach at a time; 0 for any number.",
    )
    task_patience_days = fields.Integer(
        string="Skip Undone Tasks After (days)",
        default=14,
        help="A task nobody did is skipped after these days, so that it does not keep the sequence from ending. "
        "Tasks that later touches wait for are never skipped by themselves. 0 for never.",
    )
    close_after_days = fields.Integer(
        string="Close After (days)",
        default=7,
        help="Days without an answer after the last touch until the prospect is closed as “No response”.",
    )
    leave_policy = fields.Selection(
        [
            ("pause", "Pause until the rep is back"),
            ("reassign", "Hand tasks to the rep's stand-in"),
            ("continue", "Go on"),
        ],
        string="When the Rep Is on Leave",
        default="pause",
        required=True,
    )
    review_policy = fields.Selection(
        [("all", "Every mail"), ("sample", "A spot check"), ("first", "The first of each variant")],
        default="all",
        required=True,
        tracking=True,
    )
    review_share = fields.Integer(string="Spot Check (%)", default=100, tracking=True)
    track_opens = fields.Boolean(
        help="An image in each mail counts when it is loaded. Off by default: machines load it too, and it steers nothing."
    )
    track_clicks = fields.Boolean(help="Links lead through our server, so that visits are counted. Off by default.")
    step_ids = fields.One2many("outbound.sequence.step", "sequence_id", string="Touches", copy=True)
    enrolment_ids = fields.One2many("outbound.enrolment", "sequence_id")
    enrolment_count = fields.Integer(compute="_compute_counts", string="Enrolled")
    active_count = fields.Integer(compute="_compute_counts", string="Under Way")
    request_count = fields.Integer(compute="_compute_counts", string="Waiting or Refused")

    _check_gap = models.Constraint("CHECK(minimum_gap_days >= 1)", "The minimum gap is at least one day.")
    _check_limits = models.Constraint(
        "CHECK(max_active_per_company >= 0 AND task_patience_days >= 0 AND close_after_days >= 0)",
        "Limits and waiting times cannot be negative.",
    )

    @api.depends("name", "version")
    def _compute_display_name(self):
        for sequence in self:
            version = f" v{sequence.version}" if sequence.version > 1 else ""
            sequence.display_name = f"{sequence.name or ''}{version}"

    def _compute_counts(self):
        groups = self.env["outbound.enrolment"]._read_group(
            [("sequence_id", "in", self.ids)], ["sequence_id", "state"], ["__count"]
        )
        asked = dict(
            self.env["outbound.enrolment.request"]._read_group(
                [("sequence_id", "in", self.ids)], ["sequence_id"], ["__count"]
            )
        )
        for sequence in self:
            own = {state: count for found, state, count in groups if found == sequence}
            sequence.enrolment_count = sum(own.values())
            sequence.active_count = own.get("active", 0) + own.get("paused", 0)
            sequence.request_count = asked.get(sequence, 0)

    # ------------------------------------------------------------------ a version in use is fixed

    def write(self, vals):
        if FROZEN_FIELDS & vals.keys():
            self._check_editable()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_used(self):
        used = self.filtered("enrolment_ids")
        if used:
            raise UserError(
                _(
                    "“%s” has enrolments, whose history would be lost. Close the sequence or archive it instead.",
                    used[0].display_name,
                )
            )

    def _check_editable(self):
        """:raises UserError: when a version is live or was, naming what to do instead"""
        for sequence in self:
            if sequence.state != "draft" and not self.env.context.get("install_mode"):
                raise UserError(
                    _(
                        "“%s” is in use, and running enrolments keep what they began with. Choose “New version”, "
                        "change that one and launch it.",
                        sequence.display_name,
                    )
                )


class OutboundSequenceStep(models.Model):
    """One touch of a sequence: on which day, by which channel, for what."""

    _name = "outbound.sequence.step"
    _description = "Sequence Step"
    _order = "sequence_id, day, id"

    sequence_id = fields.Many2one("outbound.sequence", required=True, ondelete="cascade", index=True)
    sequence_state = fields.Selection(related="sequence_id.state", string="Sequence State")
    origin_id = fields.Many2one(
        "outbound.sequence.step",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="set null",
        help="The step of the previous version that this one was copied from.",
    )
    name = fields.Char(required=True, translate=True)
    day = fields.Integer(required=True, default=1, help="Day of the sequence, 1 for the day of enrolment.")
    channel = fields.Selection(CHANNELS, required=True, default="email")
    purpose = fields.Char(translate=True, help="What the touch is to achieve.")
    personalisation = fields.Selection(
        [("high", "High"), ("medium", "Medium"), ("low", "Low")], help="How much of it is about this prospect alone."
    )
    minimum_gap_days = fields.Integer(
        string="Minimum Gap (days)", help="Least days after the touch before it; 0 for the sequence's own."
    )
    thread_mode = fields.Selection([("new", "New subject"), ("reply", "Same thread")], default="reply", required=True)
    blocking = fields.Boolean(string="Others Wait", help="Later touches wait until this one is finished.")
    task_note = fields.Html(
        string="Prepared Text",
        translate=True,
        help="What the person who does the task reads, and may copy. Tokens: {first_name}, {full_name}, {company}, "
        "{job_title}, {sender_first_name}.",
    )

    _check_day = models.Constraint("CHECK(day >= 1)", "Days of a sequence count from 1.")
    _check_step_gap = models.Constraint("CHECK(minimum_gap_days >= 0)", "The minimum gap cannot be negative.")

    @api.constrains("channel", "thread_mode", "sequence_id", "day")
    def _check_thread(self):
        for sequence in self.sequence_id:
            first = sequence.step_ids.sorted(lambda step: (step.day, step.id)).filtered(
                lambda step: step.channel == "email"
            )[:1]
            if first and first.thread_mode == "reply" and sequence.state == "active":
                raise ValidationError(
                    _("“%s” is the first mail and cannot continue a thread. Give it a new subject.", first.name)
                )

    @api.model_create_multi
    def create(self, vals_list):
        steps = super().create(vals_list)
        steps.sequence_id._check_editable()
        return steps

    def write(self, vals):
        if FROZEN_STEP_FIELDS & vals.keys():
            self.sequence_id._check_editable()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_used(self):
        self.sequence_id._check_editable()

    def copy_data(self, default=None):
        return [
            {**vals, "origin_id": step.id} for step, vals in zip(self, super().copy_data(default=default), strict=True)
        ]
