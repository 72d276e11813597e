from odoo import fields, models

HAPPENING = "pilot_stopped"


class OutboundAlertRule(models.Model):
    _inherit = "outbound.alert.rule"

    happening = fields.Selection(
        selection_add=[(HAPPENING, "A pilot stops by itself")], ondelete={HAPPENING: "cascade"}
    )


class OutboundPilot(models.Model):
    _inherit = "outbound.pilot"

    def _alert_stopped(self):
        """Tell whoever wants to know that these pilots crossed a threshold that was agreed on."""
        self.env["outbound.alert.rule"]._raise(
            HAPPENING,
            [
                {
                    "lead": self.env["crm.lead"],
                    "company": pilot.company_id,
                    "link": f"/odoo/outbound-pilots/{pilot.id}",
                    "rep": pilot.user_id,
                    "manager": pilot.team_id.user_id or pilot.user_id,
                    "describe": pilot._describe_stop,
                }
                for pilot in self
            ],
        )

    def _describe_stop(self, env) -> str:
        pilot = self.with_env(env)
        return env._("The pilot “%(name)s” has stopped. %(reason)s", name=pilot.name, reason=pilot.state_reason)
