from odoo import _, api, fields, models
from odoo.exceptions import ValidationError

from ...domain.signals import SignalRule

KINDS = [
    ("expansion", "Expansion"),
    ("funding", "Funding"),
    ("hiring", "Hiring"),
    ("leadership", "Change of leadership"),
    ("certification", "Certification"),
    ("technology", "Technology"),
    ("incident", "Incident"),
    ("layoff", "Lay-offs"),
    ("other", "Other"),
]


class OutboundSignalRule(models.Model):
    """What in a company's texts makes now a good, or a bad, time to write: phrases in plain words."""

    _name = "outbound.signal.rule"
    _description = "Signal Rule"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one("res.company", index="btree_not_null", help="Empty: for prospects of all companies.")
    kind = fields.Selection(KINDS, required=True, default="other")
    phrases = fields.Text(
        required=True,
        help="One phrase a line, in the words that companies use; * stands for up to four words: opens * office",
    )
    strength = fields.Float(default=0.5, help="0 to 1: how much a signal of today counts.")
    half_life = fields.Float(string="Halves In", default=90, help="Days after which it counts half.")
    sensitive = fields.Boolean(help="Outreach to the company waits until a person has looked.")
    opening = fields.Char(
        translate=True,
        help="A sentence that may open a mail when this is found and no model writes one, as you would write it to "
        "them. Empty: it opens no mail.",
    )
    signal_count = fields.Integer(compute="_compute_signal_count", string="Found")

    _bounds = models.Constraint(
        "CHECK (strength > 0 AND strength <= 1 AND half_life > 0)",
        "The strength is more than 0 and at most 1; signals halve in more than no time.",
    )

    @api.constrains("phrases")
    def _check_phrases(self):
        for rule in self:
            if not rule._get_phrases():
                raise ValidationError(_("“%s” has no phrase to look for.", rule.name))
            for phrase in rule._get_phrases():
                if len(phrase.replace("*", " ").replace(" ", "")) < 3:
                    raise ValidationError(_("“%s” is too short a phrase: it would be found everywhere.", phrase))

    def _compute_signal_count(self):
        groups = self.env["outbound.signal"]._read_group(
            [("rule_id", "in", self.ids), ("is_current", "=", True)], ["rule_id"], ["__count"]
        )
        counts = {rule.id: count for rule, count in groups}
        for rule in self:
            rule.signal_count = counts.get(rule.id, 0)

    def _get_phrases(self) -> tuple[str, ...]:
        return tuple(line.strip() for line in (self.phrases or "").splitlines() if line.strip(" *"))

    def _read_rule(self) -> SignalRule:
        """The rule as the domain knows it; its id stands for the kind, so that findings lead back to it."""
        return SignalRule(str(self.id), self._get_phrases(), self.strength, self.half_life, self.sensitive)

    @api.model
    def _find_for(self, company):
        return self.sudo().search([("company_id", "in", [company.id, False])])
