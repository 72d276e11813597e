from odoo import fields, models

from ...domain import lifecycle

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
    _order = "id desc"
    _rec_name = "lead_id"

    lead_id = fields.Many2one("crm.lead", required=True, ondelete="cascade", index=True)
    sequence_id = fields.Many2one("outbound.sequence", required=True, ondelete="restrict", index=True)
    mailbox_id = fields.Many2one(
        "outbound.mailbox", ondelete="restrict", index=True, help="Sticky: all mails of an enrolment come from it."
    )
    company_id = fields.Many2one("res.company", index="btree_not_null")
    email_normalized = fields.Char(required=True, help="The person, whatever lead carries the address.")
    website_domain = fields.Char(help="The person's company, for limits and company-wide pauses.")
    tz = fields.Char(required=True, default="UTC")
    tz_assumed = fields.Boolean(help="The zone is the mailbox's fallback: nothing is known of the prospect's own.")
    state = fields.Selection(ENROLMENT_STATES, required=True, default="active", readonly=True, index=True)
    state_reason = fields.Char(readonly=True)
    resume_date = fields.Datetime(index="btree_not_null", help="When a paused enrolment resumes by itself.")
    start_date = fields.Datetime(required=True, default=fields.Datetime.now)
    end_date = fields.Datetime(readonly=True)
    touch_ids = fields.One2many("outbound.touch", "enrolment_id")

    _one_active_per_person = models.UniqueIndex(
        "(email_normalized) WHERE state IN ('active', 'paused')", "This person is in a sequence already."
    )
    _company_active_idx = models.Index("(website_domain) WHERE state IN ('active', 'paused')")

    def _apply(self, event: lifecycle.EnrolmentEvent, reason: str = "", resume_at=None):
        """The only writer of `state`; implemented with the sequence room."""
        raise NotImplementedError
