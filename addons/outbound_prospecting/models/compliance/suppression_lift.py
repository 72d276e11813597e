from odoo import _, models
from odoo.exceptions import AccessError, UserError


class OutboundSuppression(models.Model):
    """How a suppression ends: by an administrator, with a reason, never for somebody who was erased."""

    _inherit = "outbound.suppression"

    def action_lift(self):
        """Button: ask for the reason."""
        self.check_access("write")
        return {
            "type": "ir.actions.act_window",
            "name": _("Lift Suppression"),
            "res_model": "outbound.suppression.lift",
            "view_mode": "form",
            "target": "new",
            "context": {"default_suppression_ids": self.ids},
        }

    def _lift(self, reason: str):
        """End suppressions; they stay on record with who lifted them, when and why.

        :raises UserError: no reason, or somebody who asked for erasure
        """
        if not (self.env.su or self.env.user.has_group("outbound_prospecting.group_outbound_admin")):
            raise AccessError(_("Only an administrator of Outbound Prospecting may lift a suppression."))
        if not (reason or "").strip():
            raise UserError(_("Say why this suppression may be lifted, for example when and how they agreed."))
        if erased := self.filtered(lambda suppression: suppression.reason == "erased"):
            raise UserError(
                _(
                    "%s of these asked for erasure. That cannot be lifted: nobody can read any more whose it is, and "
                    "they may only be written to after they write to us.",
                    len(erased),
                )
            )
        active = self.filtered("active")
        active._end(reason.strip())
        persons = active.filtered(lambda suppression: suppression.scope == "person")
        self.env["mail.blacklist"]._outbound_remove(persons.mapped("value"))

    def _end(self, reason: str):
        """Write the end; the blacklist is the caller's."""
        # `write` refuses the fields that say what somebody asked for, so this goes past it on purpose.
        models.Model.write(
            self,
            {
                "active": False,
                "lifted_date": self.env["outbound.clock"]._now(),
                "lifted_by": self.env.uid,
                "lift_reason": reason,
            },
        )
