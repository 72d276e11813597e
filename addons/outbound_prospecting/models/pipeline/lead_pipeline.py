from odoo import models


class OutboundLeadPipeline(models.AbstractModel):
    """Facet of `crm.lead`: what the stages of an outbound team mean for its leads."""

    _name = "outbound.lead.pipeline"
    _description = "Lead facet: outbound pipeline"
