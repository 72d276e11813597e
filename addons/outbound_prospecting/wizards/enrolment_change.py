from odoo import _, api, fields, models
from odoo.exceptions import UserError

from ..domain.lifecycle import EnrolmentEvent


class OutboundEnrolmentChange(models.TransientModel):
    """Pause or stop a selection of enrolments, with the reason that their pages will show."""

    _name = "outbound.enrolment.change"
    _description = "Pause or Stop"

    change = fields.Selection([("pause", "Pause"), ("stop", "Stop")], required=True, default="pause")
    enrolment_ids = fields.Many2many("outbound.enrolment", string="Prospects")
    count = fields.Integer(compute="_compute_count")
    waiting_count = fields.Integer(compute="_compute_count")
    reason = fields.Char()
    resume_date = fields.Datetime(string="Resume On", help="Empty: until somebody resumes it.")

    @api.depends("enrolment_ids", "change")
    def _compute_count(self):
        for wizard in self:
            affected = wizard._get_affected()
            wizard.count = len(affected)
            wizard.waiting_count = len(affected.touch_ids._filter_waiting())

    def _get_affected(self):
        states = ("active", "paused") if self.change == "pause" else ("active", "paused", "replied")
        return self.enrolment_ids.filtered(lambda enrolment: enrolment.state in states)

    def action_apply(self):
        """Button: do it."""
        self.ensure_one()
        enrolments = self._get_affected()
        if not enrolments:
            raise UserError(_("None of the chosen prospects is in a sequence now."))
        enrolments.lead_id.check_access("write")
        now = self.env["outbound.clock"]._now()
        if self.change == "pause" and self.resume_date and self.resume_date <= now:
            raise UserError(_("The date to resume on has passed. Choose a later one."))
        who = _("by %s", self.env.user.name)
        reason = (
            f"{self.reason} ({who})"
            if self.reason
            else (_("Paused %s", who) if self.change == "pause" else _("Stopped %s", who))
        )
        if self.change == "pause":
            enrolments._apply(EnrolmentEvent.PAUSE, reason=reason, resume_at=self.resume_date or None, cause="person")
            message = _("Prospects paused: %s", len(enrolments))
        else:
            enrolments._apply(EnrolmentEvent.STOP, reason=reason, cause="person")
            message = _("Prospects stopped: %s", len(enrolments))
        action = self.env["outbound.sequence"]._notify_count(message)
        action["params"]["next"] = {"type": "ir.actions.act_window_close", "infos": {"noReload": False}}
        return action
