from odoo import _, api, fields, models
from odoo.exceptions import ValidationError

ADMIN = "outbound_prospecting.group_outbound_admin"
MOST_RETRIES = 5


class ResCompany(models.Model):
    _inherit = "res.company"

    outbound_draft_lead_hours = fields.Integer(
        string="Drafting Lead Time",
        default=48,
        groups=ADMIN,
        help="Hours before a mail is due at which its text is written, so that a person has time to review it.",
    )

    outbound_draft_retries = fields.Integer(
        string="Further Attempts of a Model",
        default=2,
        groups=ADMIN,
        help="How often a model is asked again when its text does not pass the checks, before the template is taken.",
    )

    @api.constrains("outbound_draft_lead_hours", "outbound_draft_retries")
    def _check_outbound_drafts(self):
        for company in self.sudo():
            if not 1 <= company.outbound_draft_lead_hours <= 24 * 14:
                raise ValidationError(_("The drafting lead time is between 1 hour and 14 days (336 hours)."))
            if not 0 <= company.outbound_draft_retries <= MOST_RETRIES:
                raise ValidationError(_("A model is asked again at most %s times; 0 for never.", MOST_RETRIES))


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    outbound_draft_lead_hours = fields.Integer(
        related="company_id.outbound_draft_lead_hours", readonly=False, groups=ADMIN
    )
    outbound_draft_retries = fields.Integer(related="company_id.outbound_draft_retries", readonly=False, groups=ADMIN)
