from odoo import _, api, fields, models
from odoo.exceptions import ValidationError

from ...domain.review import MIN_FLOOR

ADMIN = "outbound_prospecting.group_outbound_admin"


class ResCompany(models.Model):
    _inherit = "res.company"

    outbound_review_floor = fields.Integer(
        string="Least Share to Review (%)",
        default=20,
        groups=ADMIN,
        help="At least this share of mails is seen by a person, whatever a sequence says. Never 0.",
    )
    outbound_review_hours = fields.Integer(
        string="Patience for Reviews",
        default=24,
        groups=ADMIN,
        help="Hours after which a draft that nobody decided goes to the backup reviewer.",
    )
    outbound_review_backup_id = fields.Many2one(
        "res.users",
        string="Backup Reviewer",
        groups=ADMIN,
        domain="[('share', '=', False)]",
        help="Gets drafts that waited too long. Empty: the leader of the prospect's sales team.",
    )

    @api.constrains("outbound_review_floor", "outbound_review_hours")
    def _check_outbound_review(self):
        for company in self.sudo():
            if not MIN_FLOOR <= company.outbound_review_floor <= 100:
                raise ValidationError(
                    _("The least share to review is between %s %% and 100 %%: some mails are always seen.", MIN_FLOOR)
                )
            if not 1 <= company.outbound_review_hours <= 24 * 14:
                raise ValidationError(_("The patience for reviews is between 1 hour and 14 days (336 hours)."))

    @api.constrains("outbound_review_backup_id")
    def _check_outbound_review_backup(self):
        for company in self.sudo():
            backup = company.outbound_review_backup_id
            if backup and not backup.has_group("outbound_prospecting.group_outbound_reviewer"):
                raise ValidationError(
                    _("%s cannot review others' drafts: give them the role “Reviewer” first.", backup.name)
                )


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    outbound_review_floor = fields.Integer(related="company_id.outbound_review_floor", readonly=False, groups=ADMIN)
    outbound_review_hours = fields.Integer(related="company_id.outbound_review_hours", readonly=False, groups=ADMIN)
    outbound_review_backup_id = fields.Many2one(
        related="company_id.outbound_review_backup_id", readonly=False, groups=ADMIN
    )


class OutboundSequence(models.Model):
    _inherit = "outbound.sequence"

    @api.constrains("review_policy", "review_share")
    def _check_review_share(self):
        for sequence in self:
            if sequence.review_policy == "sample" and not MIN_FLOOR <= sequence.review_share <= 100:
                raise ValidationError(_("The spot check of “%s” is a share between 1 and 100 percent.", sequence.name))
