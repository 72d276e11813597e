from odoo import _, models
from odoo.exceptions import UserError

from ...domain.lifecycle import EnrolmentEvent


class OutboundSequence(models.Model):
    """From draft to live to closed, and the versions of a sequence."""

    _inherit = "outbound.sequence"

    def action_launch(self):
        """Button: prospects may enrol from now on; the previous version closes, its enrolments go on.

        :raises UserError: when the checklist fails, naming what is missing
        """
        self.ensure_one()
        self.check_access("write")
        if self.state != "draft":
            raise UserError(_("“%s” has been launched already.", self.display_name))
        missing = [check["message"] for check in self._get_launch_checks() if check["level"] == "error"]
        if missing:
            raise UserError(
                _("“%(name)s” cannot be launched yet:\n%(missing)s", name=self.display_name, missing="\n".join(missing))
            )
        self.write({"state": "active"})
        self.previous_id.filtered(lambda sequence: sequence.state == "active").write({"state": "archived"})
        self.env["outbound.enrolment.request"]._look_again(self)
        return True

    def action_close(self):
        """Button: nobody enrols any more; running enrolments go on to their end."""
        self.check_access("write")
        self.filtered(lambda sequence: sequence.state == "active").write({"state": "archived"})

    def action_reopen(self):
        """Button: prospects may enrol again."""
        self.check_access("write")
        newer = self.search([("previous_id", "in", self.ids), ("state", "=", "active")], limit=1)
        if newer:
            raise UserError(_("“%s” is live and takes its place. Close that one first.", newer.display_name))
        self.filtered(lambda sequence: sequence.state == "archived").write({"state": "active"})

    def action_new_version(self):
        """Button: a draft to edit, with the same touches and texts; the live one stays as it is until the launch."""
        self.ensure_one()
        self.check_access("write")
        draft = self.search([("previous_id", "=", self.id), ("state", "=", "draft")], limit=1)
        if not draft:
            draft = self.copy({"name": self.name, "version": self._get_latest_version() + 1, "previous_id": self.id})
        return draft._open()

    def _get_latest_version(self) -> int:
        """The highest number among all versions of this sequence."""
        family = self
        while family[0].previous_id:
            family = family[0].previous_id + family
        found = family[0]
        latest = found.version
        while found := self.with_context(active_test=False).search([("previous_id", "in", found.ids)]):
            latest = max(latest, *found.mapped("version"))
        return latest

    def _open(self):
        return {
            "type": "ir.actions.act_window",
            "res_model": "outbound.sequence",
            "res_id": self.id,
            "views": [(False, "form")],
            "name": self.display_name,
        }

    def action_pause_all(self):
        """Button: pause everybody in this sequence at once, until a person resumes them."""
        self.check_access("write")
        enrolments = self.sudo().enrolment_ids.filtered(lambda enrolment: enrolment.state == "active")
        enrolments._apply(EnrolmentEvent.PAUSE, reason=_("The whole sequence was paused."), cause="sequence")
        return self._notify_count(_("Prospects paused: %s", len(enrolments)))

    def action_resume_all(self):
        """Button: resume those whom “Pause all” paused; what is late is spread over the next days."""
        self.check_access("write")
        enrolments = self.sudo().enrolment_ids.filtered(
            lambda enrolment: enrolment.state == "paused" and enrolment.state_cause == "sequence"
        )
        enrolments._apply(EnrolmentEvent.RESUME)
        return self._notify_count(_("Prospects resumed: %s", len(enrolments)))

    def _notify_count(self, message: str):
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": message,
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }

    # ------------------------------------------------------------------ smart buttons

    def action_open_enrolments(self):
        """Smart button: who is in this sequence."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("outbound_prospecting.outbound_enrolment_action")
        return {**action, "domain": [("sequence_id", "=", self.id)], "context": {"search_default_live": 1}}

    def action_open_requests(self):
        """Smart button: who waits to enrol or was refused, and why."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("outbound_prospecting.outbound_enrolment_request_action")
        return {**action, "domain": [("sequence_id", "=", self.id)]}
