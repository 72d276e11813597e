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
        copy=False,
        help="Where the prospect stands in its outreach sequence.",
    )
    sequence_start_date = fields.Datetime(copy=False, help="When the prospect entered its present or latest sequence.")
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
        index="btree_not_null",
        copy=False,
        help="Channel of the next touch, or of the latest one when none is planned.",
    )

    # Only the leads that are or were in a sequence: others would pay for it at every update.
    _sequence_stage_idx = models.Index("(sequence_stage) WHERE sequence_stage <> 'not_started'")

    def _merge_get_fields(self):
        return [*super()._merge_get_fields(), "outreach_channel"]

    def _merge_get_fields_specific(self):
        def stage(name, leads):
            # The most careful wins: who asked one of the duplicates to stop, or answered it, is not written to.
            found = set(leads.mapped(name))
            careful = ("stopped", "replied", "paused", "in_progress", "completed", "not_started")
            return next((value for value in careful if value in found), "not_started")

        def earliest(name, leads):
            return min((value for value in leads.mapped(name) if value), default=False)

        def latest(name, leads):
            return max((value for value in leads.mapped(name) if value), default=False)

        def next_touch(name, leads):
            return stage("sequence_stage", leads) == "in_progress" and earliest(name, leads)

        return {
            **super()._merge_get_fields_specific(),
            "sequence_stage": stage,
            "sequence_start_date": earliest,
            "last_touch_date": latest,
            "next_touch_date": next_touch,
        }
