from odoo import _, fields, models
from odoo.exceptions import UserError


class OutboundHandoffDecision(models.TransientModel):
    """Reject hand-offs for a reason, give them to somebody else, or hand prospects over by hand."""

    _name = "outbound.handoff.decision"
    _description = "Decide on a Hand-Off"

    kind = fields.Selection(
        [("reject", "Reject"), ("pass_on", "Give to Somebody Else"), ("begin", "Hand Over")], required=True
    )
    handoff_ids = fields.Many2many("outbound.handoff", string="Hand-Offs")
    lead_ids = fields.Many2many("crm.lead", string="Prospects")
    reason_id = fields.Many2one("outbound.handoff.reason", string="Why")
    outcome = fields.Selection(related="reason_id.outcome", string="What Happens")
    note = fields.Char()
    user_id = fields.Many2one(
        "res.users", string="Rep", domain="[('share', '=', False)]", help="Empty: whoever suits best and is present."
    )

    def action_apply(self):
        """Button: do it."""
        self.ensure_one()
        if self.kind == "begin":
            message = self._hand_over()
        else:
            self.handoff_ids._check_may_act()
            message = self._reject() if self.kind == "reject" else self._pass_on()
        action = self.env["outbound.sequence"]._notify_count(message)
        action["params"]["next"] = {"type": "ir.actions.act_window_close", "infos": {"noReload": False}}
        return action

    def _reject(self) -> str:
        if not self.reason_id:
            raise UserError(_("Choose a reason: scoring learns from it."))
        following = self.handoff_ids._reject(self.reason_id, (self.note or "").strip())
        return self._describe(following) or _("Hand-offs rejected: %s", len(self.handoff_ids))

    def _pass_on(self) -> str:
        reason = self.note or _("%s gave it to somebody else.", self.env.user.name)
        return self._describe(self.handoff_ids._pass_on(reason, self.user_id))

    def _hand_over(self) -> str:
        self.lead_ids.check_access("write")
        values = {"user_id": self.user_id.id} if self.user_id else {}
        handoffs = self.lead_ids._hand_over("asked", self.note or "", replied=False, **values)
        if not handoffs:
            raise UserError(_("Only prospects of outbound teams are handed over."))
        return self._describe(handoffs)

    def _describe(self, handoffs) -> str:
        if not handoffs:
            return ""
        names = ", ".join(handoffs.sudo().user_id.mapped("name"))
        return _("Handed over to %s.", names) if names else _("Nobody can take it now; the manager was told.")
