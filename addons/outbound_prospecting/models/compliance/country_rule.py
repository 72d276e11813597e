from odoo import _, api, fields, models, tools

STRICT = "consent"
POLICIES = [("allow", "May be written to"), ("consent", "Only with consent on record"), ("forbid", "Not at all")]


class OutboundCountryRule(models.Model):
    """Whether cold mail to businesses of a country may be sent; countries without a rule follow the strict default."""

    _name = "outbound.country.rule"
    _description = "Country Rule"
    _inherit = ["mail.thread"]
    _order = "country_id NULLS FIRST"

    country_id = fields.Many2one(
        "res.country", index=True, help="Empty: the rule for all countries without one, and for unknown countries."
    )
    policy = fields.Selection(
        POLICIES,
        required=True,
        default=STRICT,
        tracking=True,
        help="May be written to: cold mail to businesses goes out. Only with consent on record: it waits until the "
        "prospect's form says when and how they agreed. Not at all: nobody there enrols.",
    )
    legal_note = fields.Char(
        translate=True,
        tracking=True,
        help="The law and the reading of it that the policy stands on. A note, not legal advice: have it checked "
        "for your business.",
    )
    active = fields.Boolean(default=True)

    _country_once = models.UniqueIndex("(COALESCE(country_id, 0)) WHERE active", "This country has a rule already.")

    @api.depends("country_id")
    def _compute_display_name(self):
        for rule in self:
            rule.display_name = rule.country_id.name or _("All other countries")

    @api.model
    def _get_policies(self, countries) -> dict[int | bool, str]:
        """Policies by id of the country; the key False is for prospects of unknown country.

        Without any rule for a country the one without a country decides; without that one, "consent".
        """
        own = self._get_all_policies()
        default = own.get(False, STRICT)
        return {country_id: own.get(country_id, default) for country_id in (*countries.ids, False)}

    @api.model
    def _get_policy(self, country) -> str:
        """ "allow", "consent" or "forbid" for one country, which may be an empty record."""
        return self._get_policies(country)[country.id]

    @api.model
    @tools.ormcache()
    def _get_all_policies(self) -> dict[int | bool, str]:
        """Asked for every mail and changed once a year."""
        rules = self.sudo().search_fetch([("active", "=", True)], ["country_id", "policy"])
        return {rule.country_id.id: rule.policy for rule in rules}

    @api.model_create_multi
    def create(self, vals_list):
        self.env.registry.clear_cache()
        return super().create(vals_list)

    def write(self, vals):
        if {"country_id", "policy", "active"} & vals.keys():
            self.env.registry.clear_cache()
        return super().write(vals)

    def unlink(self):
        self.env.registry.clear_cache()
        return super().unlink()
