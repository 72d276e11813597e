import pytz

from odoo import models

from ...domain.zones import find_zone


class OutboundLeadZone(models.AbstractModel):
    """Facet of `crm.lead`: what time it is where the prospect is."""

    _name = "outbound.lead.zone"
    _description = "Lead facet: time zone"

    def _get_outreach_zone(self, fallback: str = "UTC") -> tuple[str, bool]:
        """The prospect's IANA zone by country, state and city, and whether it is only assumed.

        :param fallback: zone where the country is not known (the mailbox's)
        """
        self.ensure_one()
        country = self.country_id.code or ""
        return find_zone(
            country=country,
            state=self.state_id.code or "",
            city=self.city or "",
            own=self.partner_id.tz or "",
            zones=pytz.country_timezones.get(country, []),
            fallback=fallback,
        )
