from odoo import api, fields, models

from ..replies.reply import LABELS, MACHINES

STATES = [
    ("proposed", "Nobody found"),
    ("assigned", "To acknowledge"),
    ("escalated", "Escalated"),
    ("acknowledged", "Acknowledged"),
    ("accepted", "Accepted"),
    ("rejected", "Rejected"),
    ("passed_on", "Passed on"),
    ("cancelled", "Cancelled"),
]
# Classes of what people write, and what else makes a prospect warm.
REASONS = [
    *((code, name) for code, name in LABELS if code not in MACHINES),
    ("hot", "Hot prospect"),
    ("asked", "Handed over by a person"),
]
OPEN_STATES = ("proposed", "assigned", "escalated", "acknowledged")
UNANSWERED = ("assigned", "escalated")


class OutboundHandoff(models.Model):
    """One rep's turn with a warm prospect: until when to acknowledge it, and what became of it.

    Its state is written by `_apply` alone. Giving it to somebody else ends this one and begins another.
    """

    _name = "outbound.handoff"
    _description = "Hand-Off"
    _inherit = ["outbound.state.mixin"]
    _order = "date desc, id desc"
    _rec_name = "lead_id"

    lead_id = fields.Many2one("crm.lead", string="Prospect", required=True, readonly=True, ondelete="cascade")
    company_id = fields.Many2one("res.company", readonly=True, index="btree_not_null")
    team_id = fields.Many2one("crm.team", readonly=True, ondelete="set null", index="btree_not_null")
    user_id = fields.Many2one("res.users", string="Rep", readonly=True, ondelete="restrict", index="btree_not_null")
    manager_id = fields.Many2one("res.users", string="Escalates To", readonly=True, ondelete="set null")
    state = fields.Selection(STATES, required=True, default="proposed", readonly=True, index=True)
    reason = fields.Selection(REASONS, required=True, readonly=True, default="other", help="What made it warm.")
    replied = fields.Boolean(readonly=True, help="The prospect answered, so that a rep has until the end of the day.")
    reply_id = fields.Many2one("outbound.reply", readonly=True, ondelete="set null", index="btree_not_null")
    context_text = fields.Text(string="What They Wrote", readonly=True)
    suggested_answer = fields.Text(compute="_compute_suggested_answer", help="Ready to copy; read it before you send.")

    date = fields.Datetime(string="Handed Over", required=True, readonly=True, default=fields.Datetime.now)
    deadline = fields.Datetime(required=True, readonly=True, help="Until when to acknowledge it, in working time.")
    clock = fields.Char(compute="_compute_clock", string="Time Left")
    is_late = fields.Boolean(compute="_compute_clock")
    wake_date = fields.Datetime(readonly=True, help="When the system looks at it again; empty when it need not.")
    escalated_date = fields.Datetime(readonly=True)
    pass_on_date = fields.Datetime(readonly=True, help="When somebody else is asked, unless it is acknowledged.")
    acknowledged_date = fields.Datetime(readonly=True)
    acknowledged_by = fields.Many2one("res.users", readonly=True, ondelete="set null")
    work_hours = fields.Float(
        string="Working Hours Until Acknowledged", readonly=True, aggregator="avg", help="On the clock of the rep."
    )
    decided_date = fields.Datetime(readonly=True)
    decision_reason_id = fields.Many2one("outbound.handoff.reason", string="Why", readonly=True, ondelete="restrict")
    note = fields.Char(readonly=True)
    end_reason = fields.Char(readonly=True, help="Why it was passed on or cancelled.")

    previous_id = fields.Many2one("outbound.handoff", string="Passed On From", readonly=True, ondelete="set null")
    attempt = fields.Integer(default=1, readonly=True, aggregator=None, help="How many reps have been asked.")
    activity_id = fields.Many2one("mail.activity", readonly=True, ondelete="set null", index="btree_not_null")
    escalation_activity_id = fields.Many2one("mail.activity", readonly=True, ondelete="set null")
    may_act = fields.Boolean(compute="_compute_may_act")

    _one_open = models.UniqueIndex(
        "(lead_id) WHERE state IN ('proposed', 'assigned', 'escalated', 'acknowledged')",
        "The prospect is handed over already.",
    )
    _lead_idx = models.Index("(lead_id, id)")
    _wake_idx = models.Index("(wake_date, id) WHERE wake_date IS NOT NULL")

    @api.depends("lead_id", "reason")
    @api.depends_context("lang")
    def _compute_display_name(self):
        reasons = dict(self._fields["reason"]._description_selection(self.env))
        for handoff in self:
            handoff.display_name = f"{handoff.lead_id.display_name} – {reasons.get(handoff.reason, '')}"

    @api.depends("deadline", "state")
    @api.depends_context("lang", "outbound_now")
    def _compute_clock(self):
        now = self.env["outbound.clock"]._now()
        for handoff in self:
            waits = handoff.state in ("proposed", *UNANSWERED) and handoff.deadline
            handoff.is_late = bool(waits and handoff.deadline < now)
            handoff.clock = handoff._describe_clock(handoff.deadline - now) if waits else False

    def _describe_clock(self, left) -> str:
        """Time left or over, in the two largest units."""
        minutes = abs(int(left.total_seconds())) // 60
        days, hours = minutes // 1440, minutes // 60 % 24
        if days:
            span = self.env._("%(days)s d %(hours)s h", days=days, hours=hours)
        elif hours:
            span = self.env._("%(hours)s h %(minutes)s min", hours=hours, minutes=minutes % 60)
        else:
            span = self.env._("%s min", minutes)
        if left.total_seconds() < 0:
            return self.env._("%s late", span)
        return self.env._("%s left", span)

    @api.depends("user_id", "manager_id", "state")
    @api.depends_context("uid")
    def _compute_may_act(self):
        leads_all = self.env.user.has_group("outbound_prospecting.group_outbound_reviewer")
        for handoff in self:
            handoff.may_act = leads_all or self.env.user in (handoff.user_id | handoff.manager_id)


class OutboundHandoffReason(models.Model):
    """Why a rep rejects a hand-off, and what becomes of the prospect then. Scoring learns from these."""

    _name = "outbound.handoff.reason"
    _description = "Reason to Reject a Hand-Off"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    outcome = fields.Selection(
        [
            ("keep", "Nothing else changes"),
            ("pass_on", "Somebody else of the team gets it"),
            ("disqualify", "The prospect is disqualified and its outreach ends"),
        ],
        required=True,
        default="keep",
    )
