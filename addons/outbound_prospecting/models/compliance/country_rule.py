from odoo import fields, models


class OutboundCountryRule(models.Model):
    """Whether cold mail to businesses of a country may be sent; countries without a rule follow the strict default."""

    _name = "outbound.country.rule"
    _description = "Country Rule"
    _order = "country_id"
    _rec_name = "country_id"

    country_id = fields.Many2one("res.country", index=True, help="Empty: the rule for all countries without one.")
    policy = fields.Selection(
        [("allow", "May be written to"), ("consent", "Only with consent on record"), ("forbid", "Not at all")],
        required=True,
        default="consent",
    )
    legal_note = fields.Char(translate=True, help="The law and the reading of it that the policy stands on.")
    active = fields.Boolean(default=True)

    _country_once = models.UniqueIndex("(COALESCE(country_id, 0)) WHERE active", "This country has a rule already.")
