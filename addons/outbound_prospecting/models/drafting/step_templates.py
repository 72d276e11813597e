from odoo import fields, models


class OutboundSequenceStep(models.Model):
    _inherit = "outbound.sequence.step"

    template_ids = fields.One2many("outbound.template", "step_id", string="Templates", copy=True)

    def _look_again(self):
        """The templates of these steps changed: touches that waited for them are drafted at the next run."""
        held = (
            self.env["outbound.touch"]
            .sudo()
            .search([("step_id", "in", self.ids), ("state", "=", "planned"), ("hold_until", "!=", False)])
        )
        if held:
            held.hold_until = self.env["outbound.clock"]._now()
