from odoo import _, api, fields, models

from ...domain.lifecycle import WAITING, Touch

TOUCH_STATES = [
    ("planned", "Planned"),
    ("drafted", "Drafted"),
    ("in_review", "In review"),
    ("approved", "Approved"),
    ("sending", "Sending"),
    ("open", "To do"),
    ("sent", "Sent"),
    ("done", "Done"),
    ("skipped", "Skipped"),
    ("cancelled", "Cancelled"),
    ("failed", "Failed"),
    ("unknown", "Delivery unknown"),
]
CHANNELS = [("internal", "Internal"), ("email", "E-mail"), ("linkedin", "LinkedIn"), ("phone", "Phone")]
WAITING_STATES = tuple(state.value for state in Touch if state in WAITING)


class OutboundTouch(models.Model):
    """One step of one enrolment: a mail or a task. Its state is written by `_apply` alone."""

    _name = "outbound.touch"
    _description = "Touch"
    _inherit = ["outbound.state.mixin"]
    _order = "due_date, id"

    # Found by the unique index below, which begins with it.
    enrolment_id = fields.Many2one("outbound.enrolment", required=True, ondelete="cascade")
    step_id = fields.Many2one("outbound.sequence.step", required=True, ondelete="restrict", index=True)
    sequence_id = fields.Many2one(related="enrolment_id.sequence_id")
    lead_id = fields.Many2one("crm.lead", required=True, ondelete="cascade", index=True)
    company_id = fields.Many2one("res.company")
    mailbox_id = fields.Many2one("outbound.mailbox", ondelete="restrict", index="btree_not_null")
    number = fields.Integer(required=True, help="Place in the sequence, from 1.")
    channel = fields.Selection(CHANNELS, required=True, default="email")
    state = fields.Selection(TOUCH_STATES, required=True, default="planned", readonly=True)
    due_date = fields.Datetime(required=True, help="When it may go out at the earliest.")
    wake_date = fields.Datetime(
        readonly=True,
        copy=False,
        help="When the working loop looks at it: when it is due or its wait is over; empty while its enrolment rests.",
    )
    hold_reason = fields.Char(readonly=True, help="Why a due touch has not gone out.")
    hold_code = fields.Char(readonly=True, help="What kind of wait it is.")
    hold_until = fields.Datetime(readonly=True, help="When it is looked at again.")
    opened_date = fields.Datetime(readonly=True, help="When the task was put on somebody's list.")
    done_date = fields.Datetime(readonly=True, index="btree_not_null")
    end_reason = fields.Char(readonly=True, help="Why it was skipped, cancelled or failed.")
    # Text, final when drafted
    subject = fields.Char()
    body_text = fields.Text()
    body_html = fields.Html(sanitize=True)
    # Review
    text_hash = fields.Char(readonly=True, copy=False, help="Hash of the text that was approved.")
    reviewer_id = fields.Many2one("res.users")
    review_due = fields.Datetime()
    approved_by = fields.Many2one("res.users", readonly=True)
    approved_date = fields.Datetime(readonly=True)
    checks = fields.Json(help="What the machine checked: list of {name, ok, message}.")
    # Sending
    message_id = fields.Char(readonly=True, copy=False, help="Our own Message-ID, stored before the mail leaves.")
    references = fields.Char(readonly=True, copy=False)
    claimed_date = fields.Datetime(readonly=True, copy=False)
    attempts = fields.Integer(readonly=True)
    mail_message_id = fields.Many2one("mail.message", readonly=True, ondelete="set null")
    activity_id = fields.Many2one("mail.activity", readonly=True, ondelete="set null", index="btree_not_null")

    _once = models.UniqueIndex("(enrolment_id, step_id)", "A step is one touch of an enrolment.")
    _message_id_once = models.UniqueIndex("(message_id) WHERE message_id IS NOT NULL", "Message-IDs are unique.")
    # The working loop reads only what is awake: its cost does not grow with what is planned.
    _wake_idx = models.Index("(state, wake_date) WHERE wake_date IS NOT NULL")
    _claimed_idx = models.Index("(claimed_date) WHERE state = 'sending'")
    _opened_idx = models.Index("(opened_date) WHERE state = 'open'")

    @api.depends("number", "step_id.name", "lead_id.display_name")
    def _compute_display_name(self):
        for touch in self:
            touch.display_name = _(
                "%(number)s. %(step)s – %(lead)s",
                number=touch.number,
                step=touch.step_id.name or "",
                lead=touch.lead_id.display_name or "",
            )
