from string import ascii_uppercase

from odoo import _, api, fields, models
from odoo.exceptions import ValidationError

from ...domain.drafting import MAX_BODY, MAX_SUBJECT, choose_language, choose_variant, find_mistakes

DEFAULT_LANG = "en_US"
TEXT_FIELDS = {"subject", "body"}


class OutboundTemplate(models.Model):
    """The text of a step, in one language and one variant.

    Tokens are filled when a touch is drafted. A later change of the template changes no draft that exists.
    """

    _name = "outbound.template"
    _description = "Outreach Template"
    _inherit = ["mail.thread"]
    _order = "sequence_id, step_day, step_id, lang, name, id"

    step_id = fields.Many2one(
        "outbound.sequence.step",
        required=True,
        ondelete="cascade",
        index=True,
        domain="[('channel', '=', 'email')]",
        tracking=True,
    )
    sequence_id = fields.Many2one(related="step_id.sequence_id", store=True, index=True)
    company_id = fields.Many2one(related="sequence_id.company_id", store=True, index="btree_not_null")
    step_day = fields.Integer(related="step_id.day", store=True, string="Day", aggregator=None)
    thread_mode = fields.Selection(related="step_id.thread_mode")
    name = fields.Char(
        string="Variant",
        required=True,
        default="A",
        help="Templates of a step that carry the same name are one variant in several languages.",
    )
    lang = fields.Selection(
        selection="_get_languages", string="Language", default=DEFAULT_LANG, required=True, tracking=True
    )
    weight = fields.Integer(
        default=1,
        aggregator=None,
        tracking=True,
        help="Share of prospects that get this variant, relative to its siblings of the same language; 0 for nobody.",
    )
    active = fields.Boolean(default=True, tracking=True)
    subject = fields.Char(
        tracking=True,
        help="At most eight words. A touch in the same thread goes on under the subject of the thread; its own is "
        "used only when no earlier mail was sent.",
    )
    body = fields.Text(
        required=True,
        tracking=True,
        help="Plain text with tokens such as {company} or, with words for when it is not known, {first_name|there}. "
        "An empty line begins a new paragraph.",
    )
    text_date = fields.Datetime(
        string="Text Changed On",
        readonly=True,
        copy=False,
        default=lambda self: self.env["outbound.clock"]._now(),
        help="A changed text is a new text: its first mail is reviewed again.",
    )

    _variant_once = models.UniqueIndex(
        "(step_id, lang, name) WHERE active", "This step has a template for that language and variant already."
    )
    _weight_positive = models.Constraint("CHECK(weight >= 0)", "A weight is 0 or more.")

    @api.model
    def _get_languages(self) -> list[tuple[str, str]]:
        """All languages Odoo knows, installed or not: prospects need not speak a language of our users."""
        languages = self.env["res.lang"].sudo().search([("active", "in", [True, False])])
        return [(language.code, language.name) for language in languages]

    @api.depends("step_id.name", "lang", "name")
    def _compute_display_name(self):
        for template in self:
            template.display_name = f"{template.step_id.name or ''} · {template.name} ({template.lang})"

    @api.constrains("subject", "body")
    def _check_text(self):
        for template in self:
            for label, text, limit in (
                (_("Subject"), template.subject or "", MAX_SUBJECT),
                (_("Body"), template.body or "", MAX_BODY),
            ):
                if len(text) > limit:
                    raise ValidationError(
                        _("%(field)s: %(length)s characters, at most %(limit)s are possible.",
                          field=label, length=len(text), limit=limit)
                    )  # fmt: skip
                if mistakes := find_mistakes(text):
                    raise ValidationError(
                        "\n".join([_("%s: not everything in braces is a token.", label), *self._explain(mistakes)])
                    )

    @api.model
    def _explain(self, mistakes) -> list[str]:
        """What is wrong with a template, one sentence for each mistake."""
        return [
            _("%(text)s is not known. Did you mean {%(token)s}?", text=mistake.text, token=mistake.suggestion)
            if mistake.suggestion
            else _("%s is neither a token nor plain text; braces stand around tokens only.", mistake.text)
            for mistake in mistakes
        ]

    @api.constrains("step_id")
    def _check_step(self):
        for template in self:
            if template.step_id.channel != "email":
                raise ValidationError(
                    _("“%s” is not a mail: only mail steps have templates.", template.step_id.display_name)
                )

    def write(self, vals):
        if TEXT_FIELDS & vals.keys():
            vals = {**vals, "text_date": self.env["outbound.clock"]._now()}
        result = super().write(vals)
        if (TEXT_FIELDS | {"weight", "active", "lang"}) & vals.keys():
            self.step_id._look_again()
        return result

    @api.model_create_multi
    def create(self, vals_list):
        templates = super().create(vals_list)
        templates.step_id._look_again()
        return templates

    def copy(self, default=None):
        """A copy within the same step is the next variant: A becomes B."""
        if {"name", "step_id", "lang"} & (default or {}).keys():
            return super().copy(default)
        copies = self.browse()
        for template in self:
            copies += super(OutboundTemplate, template).copy({**(default or {}), "name": template._get_free_name()})
        return copies

    def _get_free_name(self) -> str:
        """The first letter that no variant of the step carries in this language."""
        siblings = self.step_id.template_ids.filtered(lambda one: one.lang == self.lang)
        taken = set(siblings.mapped("name"))
        return next((letter for letter in ascii_uppercase if letter not in taken), f"{self.name}2")

    def action_open(self):
        """Button of a list: the template with its preview."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "views": [(False, "form")],
        }

    def _choose(self, wanted: list[str], key: str):
        """The template of one step for a prospect: its language first, then the variant.

        :param wanted: language codes, best first
        :param key: always the same for the same touch
        :return: a template, or an empty recordset where no variant has a weight
        """
        usable = self.filtered("weight").sorted(lambda one: (one.lang != DEFAULT_LANG, one.lang, one.name, one.id))
        languages = list(dict.fromkeys(usable.mapped("lang")))
        if not languages:
            return self.browse()
        lang = choose_language(wanted, languages) or languages[0]
        variants = usable.filtered(lambda one: one.lang == lang)
        index = choose_variant(variants.mapped("weight"), key)
        return variants[index] if index is not None else self.browse()
