from odoo import models


class OutboundEvent(models.Model):
    _inherit = "outbound.event"

    # First contacts are found without reading the events themselves.
    _contact_idx = models.Index(
        "(lead_id, date) WHERE kind IN ('touch_sent', 'touch_done') AND payload->>'channel' <> 'internal'"
    )
