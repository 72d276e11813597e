from odoo import fields, models


class OutboundFinding(models.TransientModel):
    """Note what research found about a prospect."""

    _name = "outbound.finding"
    _description = "Finding"

    enrolment_id = fields.Many2one("outbound.enrolment", required=True, readonly=True, ondelete="cascade")
    finding = fields.Char(help="One sentence about them that may open a mail, as you would write it to them.")
    source = fields.Char(help="Where you read it: the reviewer looks it up there.")

    def action_save(self):
        """Keep the finding; mails written from now on use it."""
        self.ensure_one()
        self.enrolment_id.check_access("read")
        self.enrolment_id._check_may_write_texts()
        self.enrolment_id.sudo()._note_finding(self.finding or "", self.source or "")
        return {"type": "ir.actions.act_window_close"}
