from odoo import fields, models


class OutboundSequence(models.Model):
    """A series of touches. A sequence in use keeps its version: editing makes a new one."""

    _name = "outbound.sequence"
    _description = "Sequence"
    _inherit = ["mail.thread"]
    _order = "sequence, name, version desc"

    name = fields.Char(required=True, tracking=True)
    sequence = fields.Integer(default=10)
    version = fields.Integer(default=1, readonly=True, copy=False)
    previous_id = fields.Many2one("outbound.sequence", readonly=True, copy=False, index="btree_not_null")
    state = fields.Selection(
        [("draft", "Draft"), ("active", "Live"), ("archived", "Replaced")], default="draft", required=True, copy=False
    )
    active = fields.Boolean(default=True)
    company_id = fields.Many2one("res.company", index="btree_not_null")
    tier = fields.Selection(
        [("tier_1", "Tier 1"), ("tier_2", "Tier 2")], help="Prospects of this tier enrol by themselves."
    )
    minimum_gap_days = fields.Integer(default=3, help="Touches never come closer than this, whatever was delayed.")
    max_active_per_company = fields.Integer(default=3, help="People of one company who may be in outreach at a time.")
    review_policy = fields.Selection(
        [("all", "Every mail"), ("sample", "A spot check"), ("first", "The first of each variant")],
        default="all",
        required=True,
    )
    review_share = fields.Integer(string="Spot Check (%)", default=100)
    track_opens = fields.Boolean(help="Off by default: opens are unreliable and steer nothing.")
    track_clicks = fields.Boolean()
    step_ids = fields.One2many("outbound.sequence.step", "sequence_id", copy=True)


class OutboundSequenceStep(models.Model):
    """One touch of a sequence: on which day, by which channel, for what."""

    _name = "outbound.sequence.step"
    _description = "Sequence Step"
    _order = "sequence_id, day, id"

    sequence_id = fields.Many2one("outbound.sequence", required=True, ondelete="cascade", index=True)
    name = fields.Char(required=True, translate=True)
    day = fields.Integer(required=True, default=1, help="Day of the sequence, 1 for the day of enrolment.")
    channel = fields.Selection(
        [("internal", "Internal"), ("email", "E-mail"), ("linkedin", "LinkedIn"), ("phone", "Phone")],
        required=True,
        default="email",
    )
    purpose = fields.Char(translate=True)
    personalisation = fields.Selection([("high", "High"), ("medium", "Medium"), ("low", "Low")])
    minimum_gap_days = fields.Integer(
        string="Minimum Gap (days)", help="Least days after the touch before it; 0 for the sequence's own."
    )
    thread_mode = fields.Selection(
        [("new", "New subject"), ("reply", "Same thread")], default="reply", required=True
    )
    blocking = fields.Boolean(help="Later touches wait until this one is finished.")
    task_note = fields.Html(translate=True, help="Prepared text of a task for a person.")
