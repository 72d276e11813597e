from odoo import _, api, fields, models
from odoo.exceptions import ValidationError

from ...domain.draft_guard import SHINGLE

PURPOSES = [
    ("opening", "First mail"),
    ("follow_up", "Follow-up with another angle"),
    ("content", "Useful content"),
    ("case_study", "Case study"),
    ("meeting", "Meeting request"),
    ("break_up", "Break-up mail"),
    ("connection", "LinkedIn note"),
]
LONGEST = 4000  # characters


class OutboundPrompt(models.Model):
    """What a model is told for one purpose, in one language or for all. Its words are kept as versions.

    The rules of a draft are enforced by code whatever a prompt says; a prompt only makes a good draft more likely.
    """

    _name = "outbound.prompt"
    _description = "Prompt"
    _order = "purpose, lang, id"
    _rec_name = "purpose"

    purpose = fields.Selection(PURPOSES, required=True, default="opening")
    lang = fields.Selection(
        selection=lambda self: self.env["outbound.template"]._get_languages(),
        string="Language",
        help="Empty: for texts of every language that has no prompt of its own.",
    )
    tone = fields.Selection(
        [("auto", "As usual in the language and country"), ("formal", "Formal"), ("informal", "Informal")],
        required=True,
        default="auto",
    )
    company_id = fields.Many2one("res.company", index="btree_not_null", help="Empty: for all companies.")
    active = fields.Boolean(default=True)
    text = fields.Text(
        compute="_compute_text",
        inverse="_inverse_text",
        help="What the model is told to do. The facts about the prospect, our offer and the form of the answer are added.",
    )
    version_ids = fields.One2many("outbound.prompt.version", "prompt_id", string="Versions", readonly=True)
    version = fields.Integer(
        compute="_compute_text", help="Changing words that drafts were written from makes a new one."
    )

    _once = models.UniqueIndex(
        "(COALESCE(company_id, 0), purpose, COALESCE(lang, '')) WHERE active",
        "There is a prompt for this purpose and language already.",
    )

    @api.depends("version_ids.text", "version_ids.number")
    def _compute_text(self):
        for prompt in self:
            current = prompt._get_current()
            prompt.text, prompt.version = current.text, current.number

    def _inverse_text(self):
        for prompt in self:
            prompt._check_text()
            current = prompt._get_current()
            if prompt.text == current.text:
                continue
            if current and not current.sudo().attempt_ids:
                current.sudo().text = prompt.text
            else:
                vals = {"prompt_id": prompt.id, "number": current.number + 1, "text": prompt.text}
                self.env["outbound.prompt.version"].sudo().create(vals)

    def _check_text(self):
        """:raises ValidationError: where it is too short to be told from a draft, or too long"""
        if len((self.text or "").split()) < SHINGLE:
            raise ValidationError(_("A prompt says what to write: at least %s words.", SHINGLE))
        if len(self.text) > LONGEST:
            raise ValidationError(
                _("The prompt has %(length)s characters; at most %(limit)s.", length=len(self.text), limit=LONGEST)
            )

    @api.model_create_multi
    def create(self, vals_list):
        prompts = super().create(vals_list)
        for prompt in prompts:
            if not prompt.version_ids:
                raise ValidationError(_("A prompt needs words."))
        return prompts

    @api.depends("purpose", "lang")
    def _compute_display_name(self):
        purposes = dict(self._fields["purpose"]._description_selection(self.env))
        for prompt in self:
            name = purposes.get(prompt.purpose, "")
            prompt.display_name = f"{name} ({prompt.lang})" if prompt.lang else name

    def _get_current(self):
        return self.version_ids.sorted("number")[-1:]

    @api.model
    def _get_prompts(self, companies):
        """All prompts that drafts of these companies may use, read once for many."""
        return self.sudo().search([("company_id", "in", [*companies.ids, False])])

    def _choose(self, purpose: str, lang: str, company):
        """The prompt of these for a draft: of its company, language and place before more general ones; may be empty."""
        short = lang.split("_", maxsplit=1)[0]
        fitting = self.filtered(
            lambda one: (
                one.purpose == purpose
                and (not one.lang or one.lang.split("_")[0] == short)
                and one.company_id in (company, company.browse())
            )
        )
        return fitting.sorted(lambda one: (not one.company_id, one.lang != lang, not one.lang, one.id))[:1]


class OutboundPromptVersion(models.Model):
    """Words of a prompt; fixed as soon as a draft was written from them."""

    _name = "outbound.prompt.version"
    _description = "Version of a Prompt"
    _order = "prompt_id, number desc"

    prompt_id = fields.Many2one("outbound.prompt", required=True, readonly=True, ondelete="cascade", index=True)
    purpose = fields.Selection(related="prompt_id.purpose")
    company_id = fields.Many2one(related="prompt_id.company_id", store=True, index="btree_not_null")
    number = fields.Integer(string="Version", required=True, readonly=True, aggregator=None)
    text = fields.Text(required=True, readonly=True)
    attempt_ids = fields.One2many("outbound.draft.attempt", "version_id", string="Attempts", readonly=True)
    attempt_count = fields.Integer(compute="_compute_counts", string="Attempts Made")
    refused_count = fields.Integer(compute="_compute_counts", string="Refused")

    _once = models.UniqueIndex("(prompt_id, number)", "The prompt has that version already.")

    @api.depends("prompt_id", "number")
    def _compute_display_name(self):
        for version in self:
            version.display_name = f"{version.prompt_id.display_name} v{version.number}"

    def _compute_counts(self):
        groups = self.env["outbound.draft.attempt"]._read_group(
            [("version_id", "in", self.ids)], ["version_id", "outcome"], ["__count"]
        )
        for version in self:
            own = {outcome: count for found, outcome, count in groups if found == version}
            version.attempt_count = sum(own.values())
            version.refused_count = own.get("refused", 0) + own.get("no_answer", 0)

    def action_open_attempts(self):
        """Button: what was written from these words."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.display_name,
            "res_model": "outbound.draft.attempt",
            "views": [(False, "list"), (False, "form")],
            "domain": [("version_id", "=", self.id)],
        }
