from odoo import api, fields, models

from .prompt import PURPOSES


class OutboundSequenceStep(models.Model):
    """Who writes the texts of a step, and for what."""

    _inherit = "outbound.sequence.step"

    draft_by = fields.Selection(
        [
            ("auto", "A model where much is personal"),
            ("model", "A model"),
            ("template", "The template alone"),
        ],
        string="Written By",
        required=True,
        default="auto",
        help="A model writes from the brief what the template says plainly; without a model, a brief or time the template "
        "is taken. “Much is personal” means that the personalisation is high or medium.",
    )
    draft_purpose = fields.Selection(
        PURPOSES,
        string="Prompt",
        compute="_compute_draft_purpose",
        store=True,
        readonly=False,
        precompute=True,
        help="Which prompt the model gets.",
    )

    @api.depends("channel", "thread_mode")
    def _compute_draft_purpose(self):
        for step in self:
            if step.draft_purpose:
                continue  # a person chose it
            opening = "opening" if step.thread_mode == "new" else "follow_up"
            step.draft_purpose = "connection" if step.channel == "linkedin" else opening

    def _wants_model(self) -> bool:
        """Whether a model writes its texts, where there is one."""
        self.ensure_one()
        personal = self.personalisation in ("high", "medium")
        return self.draft_by == "model" or (self.draft_by == "auto" and personal)
