from odoo import _, api, fields, models

from ...domain.lifecycle import TouchEvent


class MailActivity(models.Model):
    """The activity of a touch and the touch are one task: what happens to the one happens to the other."""

    _inherit = "mail.activity"

    outbound_touch_ids = fields.One2many("outbound.touch", "activity_id")
    outbound_task = fields.Json(
        compute="_compute_outbound_task", compute_sudo=True, help="Text to copy and profile to open, for a touch."
    )

    @api.depends("outbound_touch_ids.state")
    def _compute_outbound_task(self):
        touches = self._get_open_touches().grouped("activity_id")
        for activity in self:
            touch = touches.get(activity)
            activity.outbound_task = touch and {
                "touch": touch[0].id,
                "text": touch[0].task_text or "",
                "url": touch[0].profile_url or "",
            }

    def _to_store_defaults(self, target):
        return [*super()._to_store_defaults(target), "outbound_task"]

    def _action_done(self, feedback=False, attachment_ids=None):
        touches = self._get_open_touches()
        result = super()._action_done(feedback=feedback, attachment_ids=attachment_ids)
        touches._apply(TouchEvent.COMPLETE_TASK)
        return result

    def unlink(self):
        """Cancelling the activity of a touch skips the touch, so that the sequence goes on."""
        touches = self._get_open_touches()
        if not touches:
            return super().unlink()
        # The touch lets go of its activity and deletes it.
        touches._apply(TouchEvent.SKIP, end_reason=_("%s cancelled the task.", self.env.user.name))
        return super(MailActivity, self.exists()).unlink()

    def _get_open_touches(self):
        """Open touches of these activities; asks the database about those only that the system planned on leads."""
        planned = self.filtered(lambda activity: activity.automated and activity.res_model == "crm.lead")
        touches = self.env["outbound.touch"].sudo()
        return touches.search([("activity_id", "in", planned.ids), ("state", "=", "open")]) if planned else touches
