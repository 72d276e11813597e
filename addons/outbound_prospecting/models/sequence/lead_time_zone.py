import pytz

from odoo import models


class OutboundLeadOutreach(models.AbstractModel):
    _inherit = "outbound.lead.outreach"

    def _get_time_zone(self, fallback: str) -> tuple[str, bool]:
        """The prospect's IANA zone, and whether it is only assumed.

        :param fallback: the zone where nothing is known of the prospect's own
        """
        self.ensure_one()
        if self.partner_id.tz:
            return self.partner_id.tz, False
        zones = pytz.country_timezones.get(self.country_id.code or "", [])
        return (zones[0], False) if len(zones) == 1 else (fallback, True)
