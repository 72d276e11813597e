from odoo import _, api, fields, models


class OutboundStyleRule(models.Model):
    """A wording to avoid, learned from what people change in drafts or written by an administrator.

    An accepted rule is told to the model, and drafts with its phrase fail a check.
    """

    _name = "outbound.style.rule"
    _description = "Rule of Style"
    _inherit = ["mail.thread"]
    _order = "state, count desc, id"
    _rec_name = "phrase"

    phrase = fields.Char(string="Instead Of", required=True, help="Whole words; case and spaces do not matter.")
    instead = fields.Char(string="Write", help="Empty: leave it out.")
    lang = fields.Selection(
        selection=lambda self: self.env["outbound.template"]._get_languages(), string="Language", required=True
    )
    count = fields.Integer(
        string="Changed In", readonly=True, copy=False, aggregator=None, help="Drafts in which people changed it."
    )
    state = fields.Selection(
        [("proposed", "Proposed"), ("accepted", "Accepted"), ("declined", "Declined")],
        required=True,
        readonly=True,
        default="accepted",
        copy=False,
        tracking=True,
    )

    _once = models.UniqueIndex("(lang, lower(phrase))", "There is a rule for this phrase already.")

    @api.depends("phrase", "instead")
    def _compute_display_name(self):
        for rule in self:
            rule.display_name = f"{rule.phrase} → {rule.instead}" if rule.instead else _("Not “%s”", rule.phrase)

    @api.model
    def _get_accepted(self, lang: str):
        """Rules in force for texts in `lang`; those of other places with the same language count too."""
        short = lang.split("_", maxsplit=1)[0]
        rules = self.sudo().search([("state", "=", "accepted")], order="id")
        return rules.filtered(lambda rule: rule.lang.split("_")[0] == short)

    @api.model
    def _get_instructions(self, lang: str) -> list[dict[str, str]]:
        """What a model is told of them."""
        return [{"instead_of": rule.phrase, "write": rule.instead or ""} for rule in self._get_accepted(lang)]

    def action_accept(self):
        """Button: from now on the model is told, and drafts with the phrase fail a check."""
        self.check_access("write")
        self.write({"state": "accepted"})

    def action_open_drafts(self):
        """Button: drafts in which a person changed the phrase."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.display_name,
            "res_model": "outbound.touch",
            "views": [(False, "list"), (False, "form")],
            "domain": [("drafted_text", "ilike", self.phrase), "!", ("body_text", "ilike", self.phrase)],
        }

    def action_decline(self):
        """Button: it is no rule, and is not proposed again."""
        self.check_access("write")
        self.write({"state": "declined"})
