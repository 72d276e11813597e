from odoo import _, api, fields, models
from odoo.exceptions import ValidationError

ADMIN = "outbound_prospecting.group_outbound_admin"


class ResCompany(models.Model):
    _inherit = "res.company"

    outbound_draft_lead_hours = fields.Integer(
        string="Drafting Lead Time",
        default=48,
        groups=ADMIN,
        help="Hours before a mail is due at which its text is written, so that a person has time to review it.",
    )

    @api.constrains("outbound_draft_lead_hours")
    def _check_outbound_draft_lead_hours(self):
        for company in self.sudo():
            if not 1 <= company.outbound_draft_lead_hours <= 24 * 14:
                raise ValidationError(_("The drafting lead time is between 1 hour and 14 days (336 hours)."))


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    outbound_draft_lead_hours = fields.Integer(
        related="company_id.outbound_draft_lead_hours", readonly=False, groups=ADMIN
    )
