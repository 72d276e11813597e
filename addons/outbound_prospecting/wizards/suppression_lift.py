from odoo import fields, models


class OutboundSuppressionLift(models.TransientModel):
    """Asks why a suppression may end."""

    _name = "outbound.suppression.lift"
    _description = "Lift Suppression"

    suppression_ids = fields.Many2many("outbound.suppression", required=True)
    reason = fields.Char(required=True, help="For example when and how they agreed to be written to again.")

    def action_lift(self):
        """Button."""
        self.suppression_ids._lift(self.reason)
        return {"type": "ir.actions.act_window_close"}
