from odoo import _, api, fields, models
from odoo.exceptions import UserError


class OutboundErasure(models.TransientModel):
    """Says what an erasure takes away before it does, for it cannot be undone."""

    _name = "outbound.erasure"
    _description = "Erase a Person"

    lead_ids = fields.Many2many("crm.lead", string="Prospects", required=True)
    summary = fields.Char(compute="_compute_summary")

    @api.depends("lead_ids")
    def _compute_summary(self):
        for wizard in self:
            leads = wizard.lead_ids.sudo()
            addresses = set(filter(None, leads.mapped("email_normalized")))
            same = leads.with_context(active_test=False).search_count([("email_normalized", "in", list(addresses))])
            wizard.summary = _(
                "%(people)s people on %(prospects)s prospects, with %(mails)s messages.",
                people=len(addresses),
                prospects=max(same, len(leads)),
                mails=len(leads.message_ids),
            )

    def action_erase(self):
        """Button: erase, and say of how many."""
        self.ensure_one()
        self.lead_ids.check_access("write")
        if not any(self.lead_ids.mapped("email_normalized")):
            raise UserError(_("None of these prospects has an address by which the person could be recognised."))
        leads = self.env["outbound.suppression"]._erase(self.lead_ids)
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": _("Erased on %s prospects. The address is refused from now on.", len(leads)),
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }
