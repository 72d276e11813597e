from odoo import fields, models

from .reply import LABELS


class OutboundReplyLabel(models.Model):
    """What a person corrected: the text as it was read, the class before and after. Training data, never changed."""

    _name = "outbound.reply.label"
    _description = "Correction of a Reply"
    _order = "id desc"
    _log_access = False

    reply_id = fields.Many2one("outbound.reply", required=True, readonly=True, ondelete="cascade", index=True)
    old_label = fields.Selection(LABELS, readonly=True)
    new_label = fields.Selection(LABELS, required=True, readonly=True)
    old_confidence = fields.Float(readonly=True)
    old_author = fields.Char(readonly=True)
    user_id = fields.Many2one("res.users", readonly=True, ondelete="set null")
    date = fields.Datetime(required=True, readonly=True)
