from odoo import api, fields, models

KINDS = [
    ("reply_read", "Reply read"),
    ("relabelled", "Reply corrected"),
    ("bounced", "Mail came back"),
    ("complained", "Reported as unwanted"),
    ("bad_contact", "Contact data was wrong"),
    ("referred", "Another contact was named"),
]


class OutboundEvent(models.Model):
    """What answers add to the history."""

    _inherit = "outbound.event"

    kind = fields.Selection(selection_add=KINDS, ondelete={code: "cascade" for code, _name in KINDS})

    @api.model
    def _get_value_labels(self):
        labels = self.env["outbound.reply"]._fields["label"]._description_selection(self.env)
        return {**super()._get_value_labels(), **dict(labels)}
