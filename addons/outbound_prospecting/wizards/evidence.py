from odoo import _, fields, models
from odoo.exceptions import ValidationError


class OutboundEvidence(models.TransientModel):
    """Paste a text as evidence about a prospect's company."""

    _name = "outbound.evidence"
    _description = "Evidence to Paste"

    lead_id = fields.Many2one("crm.lead", string="Prospect", required=True, readonly=True, ondelete="cascade")
    text = fields.Text(required=True, help="As it stands there: statements quote it word for word.")
    title = fields.Char()
    url = fields.Char(string="Address", help="Where it stands, so that others can look it up.")
    published = fields.Date(help="When it was published.")

    def action_save(self):
        """Keep it, and look for signals in it."""
        self.ensure_one()
        self.lead_id.check_access("write")
        url = (self.url or "").strip()
        if url and not url.startswith(("https://", "http://")):
            raise ValidationError(_("The address begins with https://."))
        self.env["outbound.document"]._paste(self.lead_id, self.text, self.title or "", url, self.published)
        return {"type": "ir.actions.act_window_close"}
