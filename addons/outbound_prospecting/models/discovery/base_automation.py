from odoo import models


class BaseAutomation(models.Model):
    """Odoo runs an automation rule once per new record; an import scores thousands of prospects together instead."""

    _inherit = "base.automation"

    def _get_actions(self, records, triggers):
        automations = super()._get_actions(records, triggers)
        if self.env.context.get("outbound_scores_together"):
            rule = self.env.ref("outbound_prospecting.outbound_score_new_automation", raise_if_not_found=False)
            return automations.filtered(lambda automation: automation != rule)
        return automations
