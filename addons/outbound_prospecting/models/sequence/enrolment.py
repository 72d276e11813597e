from odoo import api, fields, models

ENROLMENT_STATES = [
    ("active", "Active"),
    ("paused", "Paused"),
    ("replied", "Replied"),
    ("completed", "Completed"),
    ("stopped", "Stopped"),
]


class OutboundEnrolment(models.Model):
    """One prospect in one version of a sequence. Its state is written by `_apply` alone."""

    _name = "outbound.enrolment"
    _description = "Enrolment"
    _inherit = ["outbound.state.mixin"]
    _order = "id desc"
    _rec_name = "lead_id"

    lead_id = fields.Many2one("crm.lead", required=True, ondelete="cascade", index=True, string="Prospect")
    user_id = fields.Many2one(related="lead_id.user_id", string="Rep")
    sequence_id = fields.Many2one("outbound.sequence", required=True, ondelete="restrict", index=True)
    mailbox_id = fields.Many2one(
        "outbound.mailbox", ondelete="restrict", index=True, help="Sticky: all mails of an enrolment come from it."
    )
    company_id = fields.Many2one("res.company", index="btree_not_null")
    email_normalized = fields.Char(
        string="Address", required=True, index=True, help="The person, whatever lead carries the address."
    )
    website_domain = fields.Char(help="The person's company, for limits and company-wide pauses.")
    tz = fields.Char(string="Time Zone", required=True, default="UTC", help="The prospect's zone.")
    tz_assumed = fields.Boolean(help="The zone is the mailbox's fallback: nothing is known of the prospect's own.")
    state = fields.Selection(ENROLMENT_STATES, required=True, default="active", readonly=True, index=True)
    state_reason = fields.Char(readonly=True, help="Why it paused or ended.")
    state_cause = fields.Char(readonly=True, help="What kind of pause or end it is, as a code.")
    resume_date = fields.Datetime(index="btree_not_null", help="When a paused enrolment resumes by itself.")
    start_date = fields.Datetime(required=True, default=fields.Datetime.now)
    end_date = fields.Datetime(readonly=True)
    touch_ids = fields.One2many("outbound.touch", "enrolment_id")
    next_touch_id = fields.Many2one("outbound.touch", compute="_compute_next_touch")
    next_date = fields.Datetime(compute="_compute_next_touch", string="Next On")

    _one_active_per_person = models.UniqueIndex(
        "(email_normalized) WHERE state IN ('active', 'paused')", "This person is in a sequence already."
    )
    _company_active_idx = models.Index("(website_domain) WHERE state IN ('active', 'paused')")

    @api.depends("touch_ids.state", "touch_ids.due_date", "touch_ids.hold_until")
    def _compute_next_touch(self):
        for enrolment in self:
            waiting = enrolment.touch_ids._filter_waiting()
            touch = waiting.sorted("number")[:1]
            enrolment.next_touch_id = touch
            enrolment.next_date = touch.wake_date
