from collections import Counter
from datetime import datetime

from odoo import api, models


class OutboundMailbox(models.Model):
    """Choice: whom a prospect hears from."""

    _inherit = "outbound.mailbox"

    def _choose(self, leads, now: datetime) -> dict:
        """The mailbox of each prospect, by id of the lead; an empty record where none is ready.

        Whoever a prospect has heard from stays their sender, even while that mailbox is paused. Else the mailbox of
        their salesperson, else the one with the most room: the fewest prospects for what it may send a day.

        :param self: mailboxes to choose from; an empty recordset means all
        :param now: naive UTC
        """
        boxes = self or self.sudo().search([("active", "=", True)])
        ready = boxes.filtered(lambda mailbox: mailbox.state == "ready" and mailbox.mail_server_id)
        sticky = self._get_sticky(leads)
        loads = Counter(ready._get_loads())
        caps = {mailbox_id: max(capacity.cap, 1) for mailbox_id, capacity in ready._get_capacities(now).items()}
        chosen = {}
        for lead in leads:
            usable = ready.filtered(lambda box, lead=lead: not lead.company_id or box.company_id == lead.company_id)
            own = usable.filtered(lambda box, lead=lead: lead.user_id and box.user_id == lead.user_id)
            mailbox = sticky.get(lead.id) or min(
                own or usable,
                key=lambda box: ((loads[box.id] + 1) / caps[box.id], box.sequence, box.id),
                default=ready.browse(),
            )
            chosen[lead.id] = mailbox
            if mailbox:
                loads[mailbox.id] += 1
        return chosen

    @api.model
    def _get_sticky(self, leads) -> dict:
        """Mailboxes that prospects have heard from, by id of the lead. Rooms that know of enrolments extend this."""
        return {}

    def _get_loads(self) -> dict[int, int]:
        """How many prospects each mailbox has to write to. Rooms that know of enrolments extend this."""
        return dict.fromkeys(self.ids, 0)
