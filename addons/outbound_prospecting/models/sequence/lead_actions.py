from odoo import _, fields, models
from odoo.exceptions import UserError

from ...domain.lifecycle import EnrolmentEvent, TouchEvent


class OutboundLeadOutreach(models.AbstractModel):
    """Buttons on the prospect; each works on a selection too."""

    _inherit = "outbound.lead.outreach"

    enrolment_ids = fields.One2many(
        "outbound.enrolment", "lead_id", copy=False, groups="outbound_prospecting.group_outbound_user"
    )

    def action_enrol(self):
        """Button and menu: choose a sequence and see who was enrolled and who was refused, and why."""
        self.check_access("write")
        return self._open_wizard(_("Enrol"), "outbound.enrol", {"default_lead_ids": self.ids})

    def action_pause_outreach(self):
        """Button and menu: pause, until a date if one is given."""
        self.check_access("write")
        return self._open_wizard(_("Pause"), "outbound.enrolment.change", self._prepare_change_context("pause"))

    def action_stop_outreach(self):
        """Button and menu: stop for good, with a reason."""
        self.check_access("write")
        return self._open_wizard(_("Stop"), "outbound.enrolment.change", self._prepare_change_context("stop"))

    def action_resume_outreach(self):
        """Button and menu: go on now; what is late moves to the next free days."""
        self.check_access("write")
        enrolments = self._get_open_enrolments().filtered(lambda enrolment: enrolment.state in ("paused", "replied"))
        if not enrolments:
            raise UserError(_("Nothing is paused here. A stopped prospect may begin again with “Restart”."))
        enrolments._apply(EnrolmentEvent.RESUME)
        return self.env["outbound.sequence"]._notify_count(_("Prospects resumed: %s", len(enrolments)))

    def action_restart_outreach(self):
        """Button and menu: begin again, in the sequence that is chosen."""
        self.check_access("write")
        context = {"default_lead_ids": self.ids, "default_again": True}
        return self._open_wizard(_("Restart"), "outbound.enrol", context)

    def action_skip_next_touch(self):
        """Button: leave the next touch out and go on with the one after it."""
        self.check_access("write")
        touches = self.env["outbound.touch"]
        for enrolment in self._get_open_enrolments():
            touches += enrolment.touch_ids._filter_waiting().sorted("number")[:1]
        if not touches:
            raise UserError(_("No touch is waiting here."))
        touches._apply(TouchEvent.SKIP, end_reason=_("Skipped by %s.", self.env.user.name))
        return self.env["outbound.sequence"]._notify_count(_("Touches skipped: %s", len(touches)))

    def _stop_for_restart(self):
        """Who begins again leaves what runs for them."""
        self._get_open_enrolments()._apply(EnrolmentEvent.STOP, reason=_("Begun again."), cause="restart")

    def _prepare_change_context(self, change: str) -> dict:
        return {"default_change": change, "default_enrolment_ids": self._get_open_enrolments().ids}

    def _open_wizard(self, name: str, model: str, context: dict) -> dict:
        return {
            "type": "ir.actions.act_window",
            "name": name,
            "res_model": model,
            "views": [(False, "form")],
            "target": "new",
            "context": context,
        }


class OutboundEnrolment(models.Model):
    _inherit = "outbound.enrolment"

    def action_pause(self):
        """Button and list: pause, until a date if one is given."""
        return self._open_change(_("Pause"), "pause")

    def action_stop(self):
        """Button and list: stop for good, with a reason."""
        return self._open_change(_("Stop"), "stop")

    def action_resume(self):
        """Button and list: go on now."""
        return self.lead_id.action_resume_outreach()

    def _open_change(self, name: str, change: str) -> dict:
        self.lead_id.check_access("write")
        context = {"default_change": change, "default_enrolment_ids": self.ids}
        return self.lead_id._open_wizard(name, "outbound.enrolment.change", context)


class OutboundTouch(models.Model):
    _inherit = "outbound.touch"

    def action_leave_out(self):
        """Button: this touch is left out; the sequence goes on with the next one."""
        self._check_own()
        self._apply(TouchEvent.SKIP, end_reason=_("Skipped by %s.", self.env.user.name))
        return True

    def action_look_now(self):
        """Button: end the wait, so that the next run looks at it."""
        self._check_own()
        touches = self.sudo()._filter_waiting()
        touches.write({"hold_reason": False, "hold_code": False, "hold_until": False})
        touches._set_wake_date()
        touches.lead_id._update_outreach()
        return True
