from odoo import api, fields, models

KINDS = [
    ("assigned", "Given to a rep"),
    ("handed_over", "Handed over"),
    ("handoff_acknowledged", "Hand-off acknowledged"),
    ("handoff_accepted", "Hand-off accepted"),
    ("handoff_rejected", "Hand-off rejected"),
    ("handoff_reopened", "Decision on the hand-off taken back"),
    ("handoff_escalated", "Hand-off escalated"),
    ("handoff_passed_on", "Hand-off passed on"),
    ("handoff_cancelled", "Hand-off cancelled"),
    ("meeting_booked", "Meeting booked"),
    ("meeting_moved", "Meeting moved"),
    ("meeting_cancelled", "Meeting cancelled"),
]


class OutboundEvent(models.Model):
    _inherit = "outbound.event"

    kind = fields.Selection(selection_add=KINDS, ondelete=dict.fromkeys(dict(KINDS), "cascade"))

    @api.model
    def _get_value_labels(self):
        reasons = self.env["outbound.handoff"]._fields["reason"]._description_selection(self.env)
        return {**super()._get_value_labels(), **dict(reasons)}
