from odoo import _, api, fields, models
from odoo.exceptions import ValidationError

from ...domain.drafting import find_links


class OutboundMailbox(models.Model):
    _inherit = "outbound.mailbox"

    calendar_link = fields.Char(
        string="Booking Page",
        help="Where a prospect picks a time with the sender, beginning with https://. Token {calendar_link}.",
    )

    @api.constrains("calendar_link")
    def _check_calendar_link(self):
        for mailbox in self.filtered("calendar_link"):
            if find_links(mailbox.calendar_link) != [mailbox.calendar_link]:
                raise ValidationError(
                    _("“%s” is not an address that a mail can link to. It begins with https://.", mailbox.calendar_link)
                )
