from odoo import fields, models


class OutboundSuppression(models.Model):
    """Somebody outreach must never write to again: a person, a whole domain or a company.

    Global across sequences and companies. After an erasure only the keyed hash remains, which still refuses the
    same address when it is imported again.
    """

    _name = "outbound.suppression"
    _description = "Suppression"
    _order = "date desc, id desc"
    _rec_name = "value"

    scope = fields.Selection(
        [("person", "Person"), ("domain", "Domain"), ("company", "Company")], required=True, default="person"
    )
    value = fields.Char(
        help="Normalised e-mail address, registered domain, or company name key; empty after an erasure."
    )
    key = fields.Char(required=True, readonly=True, help="Keyed hash of the value.")
    reason = fields.Selection(
        [
            ("unsubscribed", "Unsubscribed"),
            ("opt_out", "Asked us to stop"),
            ("bounced", "Address does not exist"),
            ("complained", "Complained"),
            ("erased", "Asked for erasure"),
            ("blacklisted", "On Odoo's blacklist"),
            ("manual", "Added by a person"),
        ],
        required=True,
        default="manual",
    )
    note = fields.Char()
    lead_id = fields.Many2one("crm.lead", ondelete="set null", index="btree_not_null")
    date = fields.Datetime(required=True, default=fields.Datetime.now)
    active = fields.Boolean(default=True)

    _key_once = models.UniqueIndex("(scope, key) WHERE active", "This is suppressed already.")
