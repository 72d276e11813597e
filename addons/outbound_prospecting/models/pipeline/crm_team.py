from odoo import fields, models


class CrmTeam(models.Model):
    _inherit = "crm.team"

    is_outbound = fields.Boolean(
        string="Outbound Prospecting",
        index="btree_not_null",
        help="The team works with outbound prospecting: its board shows only its own stages, whose "
        "probabilities are fixed, and its leads are scored against the ICP.",
    )
