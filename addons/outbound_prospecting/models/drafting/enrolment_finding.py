from odoo import fields, models


class OutboundEnrolment(models.Model):
    _inherit = "outbound.enrolment"

    hook = fields.Char(
        string="Finding",
        help="What research found about this prospect, as one sentence that may open a mail. Token {hook}. "
        "Without it drafts stay plain.",
    )
    hook_source = fields.Char(string="Source of the Finding", help="Where it was read, for the reviewer.")
