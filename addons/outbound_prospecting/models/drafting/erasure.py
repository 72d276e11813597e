from odoo import models


class OutboundTouch(models.Model):
    _inherit = "outbound.touch"

    def _forget_texts(self):
        """Drafts before their edits, attempts of models, and the finding that a text began with."""
        super()._forget_texts()
        self.write({"drafted_subject": False, "drafted_text": False, "sentences": False})
        self.env["outbound.draft.attempt"].sudo().search([("touch_id", "in", self.ids)]).unlink()
        self.enrolment_id.write({"hook": False, "hook_source": False})
