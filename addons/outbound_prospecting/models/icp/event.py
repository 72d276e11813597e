from odoo import api, models


class OutboundEvent(models.Model):
    """Tiers in the history read as on the lead."""

    _inherit = "outbound.event"

    @api.model
    def _get_value_labels(self):
        tiers = self.env["crm.lead"]._fields["icp_tier"]._description_selection(self.env)
        return {**super()._get_value_labels(), **dict(tiers)}
