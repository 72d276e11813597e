from odoo import _, api, fields, models
from odoo.exceptions import ValidationError

from ...domain.drafting import MAX_BODY, choose_language, find_mistakes, first_name, render
from .handoff import REASONS

DEFAULT_LANG = "en_US"


class OutboundAnswer(models.Model):
    """A first draft of an answer, by what the prospect wrote and in which language. A person reads and sends it."""

    _name = "outbound.answer"
    _description = "Suggested Answer"
    _order = "reason, lang, id"
    _rec_name = "reason"

    reason = fields.Selection(REASONS, required=True, string="Answer To")
    lang = fields.Selection(
        selection=lambda self: self.env["outbound.template"]._get_languages(),
        string="Language",
        required=True,
        default=DEFAULT_LANG,
    )
    company_id = fields.Many2one("res.company", index="btree_not_null")
    active = fields.Boolean(default=True)
    body = fields.Text(
        required=True,
        help="Plain text with the tokens of templates, such as {first_name|there} or {calendar_link}.",
    )

    _once = models.UniqueIndex(
        "(COALESCE(company_id, 0), reason, lang) WHERE active", "There is an answer for this and that language already."
    )

    @api.constrains("body")
    def _check_body(self):
        for answer in self:
            if len(answer.body) > MAX_BODY:
                raise ValidationError(_("The answer is too long: at most %s characters.", MAX_BODY))
            if mistakes := find_mistakes(answer.body):
                raise ValidationError("\n".join(self.env["outbound.template"]._explain(mistakes)))

    def _choose(self, company, reason: str, wanted: list[str]):
        """The answer of these that fits best: for what they wrote, in their language, the company's own before all."""
        fitting = self.filtered(lambda one: one.reason == reason and one.company_id in (company, company.browse()))
        languages = list(dict.fromkeys(fitting.sorted(lambda one: one.lang != DEFAULT_LANG).mapped("lang")))
        if not languages:
            return self.browse()
        lang = choose_language(wanted, languages) or languages[0]
        return fitting.filtered(lambda one: one.lang == lang).sorted(lambda one: not one.company_id)[:1]


class OutboundHandoff(models.Model):
    _inherit = "outbound.handoff"

    @api.depends("reason", "lead_id", "user_id")
    def _compute_suggested_answer(self):
        texts = self._get_suggested_answers()
        for handoff in self:
            handoff.suggested_answer = texts.get(handoff.id, False)

    def _get_suggested_answers(self) -> dict[int, str]:
        """Answers by id, filled with what is known; what is not known is left out. Settings are read once for all."""
        handoffs = self.sudo()
        Template = self.env["outbound.template"].sudo()
        answers = self.env["outbound.answer"].sudo().search([])
        angles = self.env["outbound.angle"]._get_angles(handoffs.company_id)
        mailboxes = handoffs._get_mailboxes()
        texts = {}
        for handoff in handoffs:
            lead = handoff.lead_id
            answer = answers._choose(handoff.company_id, handoff.reason, Template._get_wanted_languages(lead))
            if answer:
                values = Template._get_token_values(lead, answer.lang, mailboxes[handoff.id], angles)
                name = handoff.user_id.name or ""
                own = {"sender_name": name, "sender_first_name": first_name(name)}
                texts[handoff.id] = render(answer.body, {**values, **own}).text
        return texts

    def _get_mailboxes(self) -> dict:
        """The mailbox that wrote to each prospect last, by id; empty where none did."""
        enrolments = (
            self.env["outbound.enrolment"].sudo().search([("lead_id", "in", self.lead_id.ids)], order="id desc")
        )
        latest = enrolments.grouped("lead_id")
        return {handoff.id: latest.get(handoff.lead_id, enrolments.browse())[:1].mailbox_id for handoff in self}
