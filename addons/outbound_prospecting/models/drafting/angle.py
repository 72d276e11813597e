from odoo import _, api, fields, models
from odoo.exceptions import ValidationError

from ...domain.drafting import MAX_VALUE, as_clause, as_sentence

CLAUSES = ("pain", "offer")
SENTENCES = ("trend", "case_study", "content")
TEXTS = CLAUSES + SENTENCES


class OutboundAngle(models.Model):
    """What we say to a vertical in one language: the words behind tokens such as {pain} or {offer}.

    An angle without a vertical serves everybody, and fills what the vertical's own angle leaves empty.
    """

    _name = "outbound.angle"
    _description = "Angle"
    _order = "vertical_id, lang, id"
    _rec_name = "vertical_id"

    vertical_id = fields.Many2one(
        "outbound.vertical", index=True, ondelete="cascade", help="Empty: for prospects of any vertical."
    )
    lang = fields.Selection(
        selection=lambda self: self.env["outbound.template"]._get_languages(),
        string="Language",
        required=True,
        default="en_US",
    )
    company_id = fields.Many2one("res.company", index="btree_not_null")
    active = fields.Boolean(default=True)
    pain = fields.Char(help="What costs them time, money or sleep, as they would say it. Token {pain}.")
    trend = fields.Char(help="What changes in their industry, one sentence that you can stand by. Token {trend}.")
    offer = fields.Char(help="What you do about it, one clause after “we”. Token {offer}.")
    case_study = fields.Char(help="What a similar company did with you, without its name. Token {case_study}.")
    content = fields.Char(
        string="Useful Content",
        help="One sentence that offers a post, a paper or a calculator, with its address. Token {content}.",
    )

    _once = models.UniqueIndex(
        "(COALESCE(company_id, 0), COALESCE(vertical_id, 0), lang) WHERE active",
        "There is an angle for this vertical and language already.",
    )

    @api.constrains(*TEXTS)
    def _check_texts(self):
        for angle in self:
            for name in TEXTS:
                text = angle[name] or ""
                label = angle._fields[name].get_description(self.env, ["string"])["string"]
                if len(text) > MAX_VALUE:
                    raise ValidationError(
                        _("%(field)s has %(length)s characters; at most %(limit)s fit into a mail.",
                          field=label, length=len(text), limit=MAX_VALUE)
                    )  # fmt: skip

    @api.depends("vertical_id", "lang")
    def _compute_display_name(self):
        for angle in self:
            angle.display_name = f"{angle.vertical_id.name or _('Any vertical')} ({angle.lang})"

    @api.model
    def _get_angles(self, companies):
        """All angles that mails of these companies may use, read once for many mails."""
        return self.sudo().search([("company_id", "in", [*companies.ids, False])])

    def _get_texts(self, company, vertical, lang: str) -> dict[str, str]:
        """Texts by token out of these angles, the most particular first: own vertical and company before general."""
        fitting = self.filtered(
            lambda angle: (
                angle.lang == lang
                and angle.vertical_id in (vertical, vertical.browse())
                and angle.company_id in (company, company.browse())
            )
        ).sorted(lambda angle: (not angle.vertical_id, not angle.company_id))
        texts = {name: next((angle[name] for angle in fitting if angle[name]), "") for name in TEXTS}
        return {name: as_clause(text) if name in CLAUSES else as_sentence(text) for name, text in texts.items()}
