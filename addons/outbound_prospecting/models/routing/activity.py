from odoo import fields, models

from ...domain.handoff import Event
from .handoff import UNANSWERED


class MailActivity(models.Model):
    """Whoever marks the activity of a hand-off as done has acknowledged the hand-off."""

    _inherit = "mail.activity"

    outbound_handoff_ids = fields.One2many("outbound.handoff", "activity_id")

    def _action_done(self, feedback=False, attachment_ids=None):
        handoffs = self._get_open_handoffs()
        result = super()._action_done(feedback=feedback, attachment_ids=attachment_ids)
        handoffs._apply(Event.ACKNOWLEDGE)
        return result

    def write(self, vals):
        """Whoever gives the activity to somebody else gives them the prospect."""
        handoffs = self._get_open_handoffs() if "user_id" in vals else self.env["outbound.handoff"]
        result = super().write(vals)
        for handoff in handoffs.filtered(lambda one: one.user_id and one.user_id != one.activity_id.user_id):
            user = handoff.activity_id.user_id
            handoff._pass_on(self.env._("%s gave the task to somebody else.", self.env.user.name), user)
        return result

    def _get_open_handoffs(self):
        """Hand-offs that wait for these activities; asks the database about those only that the system planned."""
        planned = self.filtered(lambda activity: activity.automated and activity.res_model == "crm.lead")
        handoffs = self.env["outbound.handoff"].sudo()
        if not planned:
            return handoffs
        return handoffs.search([("activity_id", "in", planned.ids), ("state", "in", UNANSWERED)])
