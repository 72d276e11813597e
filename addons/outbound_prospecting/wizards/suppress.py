from odoo import _, api, fields, models
from odoo.exceptions import UserError


class OutboundSuppress(models.TransientModel):
    """Asks whom not to contact again: the chosen prospects, their domains or their companies."""

    _name = "outbound.suppress"
    _description = "Do Not Contact"

    lead_ids = fields.Many2many("crm.lead", string="Prospects", required=True)
    scope = fields.Selection(
        [
            ("person", "Only these people"),
            ("domain", "Everybody at their domains"),
            ("company", "Everybody at companies of these names"),
        ],
        required=True,
        default="person",
    )
    reason = fields.Selection(
        [("opt_out", "They asked us to stop"), ("manual", "We decided so")], required=True, default="opt_out"
    )
    note = fields.Char(help="For example how they said it.")
    values = fields.Char(string="Will be suppressed", compute="_compute_values")
    missing = fields.Char(compute="_compute_values")

    @api.depends("lead_ids", "scope")
    def _compute_values(self):
        for wizard in self:
            values = {lead: wizard._get_value(lead) for lead in wizard.lead_ids}
            wizard.values = ", ".join(sorted({value for value in values.values() if value}))
            wizard.missing = ", ".join(lead.display_name or "" for lead, value in values.items() if not value)

    def _get_value(self, lead) -> str:
        """What of a prospect is suppressed under the scope; "" if the prospect has none."""
        if self.scope == "company":
            return lead.partner_name or ""
        if self.scope == "domain":
            Suppression = self.env["outbound.suppression"]
            return Suppression._get_company_domain(lead.email_normalized) or lead.website_domain or ""
        return lead.email_normalized or ""

    def action_suppress(self):
        """Button: suppress, and say how many."""
        self.ensure_one()
        self.lead_ids.check_access("read")
        Suppression = self.env["outbound.suppression"]
        leads = self.lead_ids.filtered(self._get_value)
        if not leads:
            raise UserError(_("None of these prospects has what is needed for this choice. Choose another scope."))
        for lead in leads:
            Suppression._suppress(self.scope, self._get_value(lead), self.reason, lead=lead, note=self.note or "")
        message = (
            _("%s will not be contacted again.", leads.display_name)
            if len(leads) == 1
            else _("%s prospects will not be contacted again.", len(leads))
        )
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": message,
                "next": {"type": "ir.actions.act_window_close"},
            },
        }
