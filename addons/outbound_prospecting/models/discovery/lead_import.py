from odoo import fields, models


class OutboundLeadImport(models.AbstractModel):
    """Facet of `crm.lead`: which list the prospect came from."""

    _name = "outbound.lead.import"
    _description = "Lead facet: imported list"

    outbound_import_id = fields.Many2one(
        "outbound.import",
        string="Imported List",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="set null",
        help="The list this prospect was imported with.",
    )
