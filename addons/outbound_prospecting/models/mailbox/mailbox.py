from odoo import fields, models


class OutboundMailbox(models.Model):
    """An identity we write as, with its pace and its health."""

    _name = "outbound.mailbox"
    _description = "Mailbox"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _order = "sequence, name"

    name = fields.Char(required=True, help="The sender's name as prospects see it.")
    email = fields.Char(required=True, help="The sender's address.")
    email_normalized = fields.Char(readonly=True, index=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one("res.company", required=True, default=lambda self: self.env.company, index=True)
    user_id = fields.Many2one("res.users", string="Owner", help="The rep who writes from this mailbox.")
    mail_server_id = fields.Many2one("ir.mail_server", string="Outgoing Server", ondelete="restrict")
    signature = fields.Html()
    postal_address = fields.Char(help="Shown in the footer; the law asks for it.")
    state = fields.Selection(
        [("draft", "Not checked"), ("ready", "Ready"), ("paused", "Paused")], default="draft", required=True
    )
    pause_reason = fields.Char(readonly=True)
    # Pace
    daily_cap = fields.Integer(default=30, help="Mails a day at full pace.")
    ramp_start = fields.Integer(default=5, help="Mails a day in the first week.")
    ramp_weeks = fields.Integer(default=8, help="Weeks until the full pace; 0 for no ramp.")
    ramp_from = fields.Date(string="First Day", help="The day the ramp began: that of the first mail.")
    gap_min = fields.Integer(string="Gap From (min)", default=2)
    gap_max = fields.Integer(string="Gap To (min)", default=10)
    window_start = fields.Char(string="From", default="08:00", help="Recipient's local time.")
    window_end = fields.Char(string="Until", default="17:00", help="Recipient's local time.")
    weekdays = fields.Char(default="1,2,3,4,5")
    fallback_tz = fields.Char(
        default="UTC", help="Zone used, and shown as assumed, for prospects whose zone is not known."
    )
    next_slot = fields.Datetime(readonly=True, copy=False, help="Earliest moment for the next mail, after the gap.")
