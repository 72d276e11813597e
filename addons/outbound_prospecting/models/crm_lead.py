from odoo import models


class CrmLead(models.Model):
    """The lead as all rooms together see it.

    `crm.lead` stands last so that the facets' methods override Odoo's: the other way round Odoo's own
    method would win silently.
    """

    _name = "crm.lead"
    _inherit = [
        "outbound.lead.events",
        "outbound.lead.routing",
        "outbound.lead.compliance",
        "outbound.lead.unsubscribe",
        "outbound.lead.pipeline",
        "outbound.lead.qualification",
        "outbound.lead.company",
        "outbound.lead.import",
        "outbound.lead.icp",
        "outbound.lead.research",
        "outbound.lead.zone",
        "outbound.lead.outreach",
        "outbound.lead.replies",
        "outbound.lead.pilot",
        "crm.lead",
    ]
