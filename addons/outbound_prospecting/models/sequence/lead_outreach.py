from odoo import fields, models


class OutboundLeadOutreach(models.AbstractModel):
    """Facet of `crm.lead`: where the prospect stands in its sequence, kept true by the enrolment."""

    _name = "outbound.lead.outreach"
    _description = "Lead facet: outreach tracking"

    sequence_stage = fields.Selection(
        [
            ("not_started", "Not started"),
            ("in_progress", "In progress"),
            ("paused", "Paused"),
            ("replied", "Replied"),
            ("completed", "Completed"),
            ("stopped", "Stopped"),
        ],
        default="not_started",
        index=True,
        copy=False,
        help="Where the prospect stands in its outreach sequence.",
    )
    sequence_start_date = fields.Datetime(
        copy=False, help="When the prospect entered its present or latest sequence."
    )
    last_touch_date = fields.Datetime(
        copy=False, index="btree_not_null", help="When the latest touch was sent or done."
    )
    next_touch_date = fields.Datetime(
        copy=False, index="btree_not_null", help="When the next touch is planned; empty when none is due."
    )
    outreach_channel = fields.Selection(
        [
            ("email", "E-mail"),
            ("linkedin", "LinkedIn"),
            ("phone", "Phone"),
            ("event", "Event"),
            ("other", "Other"),
        ],
        index=True,
        copy=False,
        help="Channel of the next touch, or of the latest one when none is planned.",
    )
