from odoo import _, api, fields, models
from odoo.exceptions import ValidationError


class OutboundRejectReason(models.Model):
    """Why a reviewer rejects a draft, and what becomes of the prospect then."""

    _name = "outbound.reject.reason"
    _description = "Reason to Reject a Draft"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    outcome = fields.Selection(
        [
            ("skip", "Only this mail is left out"),
            ("postpone", "The prospect pauses for some days, then the mail is written anew"),
            ("stop", "The prospect's sequence ends"),
        ],
        required=True,
        default="skip",
    )
    days = fields.Integer(default=14, help="For how many days the prospect pauses.")
    active = fields.Boolean(default=True)
    outcome_text = fields.Char(compute="_compute_outcome_text", string="What Happens")

    @api.depends("outcome", "days")
    @api.depends_context("lang")
    def _compute_outcome_text(self):
        for reason in self:
            reason.outcome_text = reason._describe_outcome()

    @api.constrains("outcome", "days")
    def _check_days(self):
        for reason in self:
            if reason.outcome == "postpone" and reason.days < 1:
                raise ValidationError(_("“%s” pauses a prospect: say for how many days, at least 1.", reason.name))

    def _describe_outcome(self) -> str:
        self.ensure_one()
        if self.outcome == "postpone":
            return _("Pauses for %s days, then the mail is written anew.", self.days)
        if self.outcome == "stop":
            return _("Ends the sequence for this person.")
        return _("Leaves out this mail; the sequence goes on.")
