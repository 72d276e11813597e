from datetime import datetime

from odoo import api, models


class OutboundClock(models.AbstractModel):
    """What time it is, for everything below a scheduled action or a button.

    Tests and the simulator move it with the context key `outbound_now`. Only a `datetime` counts there, which no
    request from outside can carry.
    """

    _name = "outbound.clock"
    _description = "Outbound Clock"

    @api.model
    def _now(self) -> datetime:
        """Naive UTC without microseconds, as Odoo stores it; the same all through a transaction."""
        moved = self.env.context.get("outbound_now")
        now = moved if isinstance(moved, datetime) else self.env.cr.now()
        return now.replace(microsecond=0)
