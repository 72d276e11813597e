from odoo import api, fields, models


class OutboundSequenceStep(models.Model):
    _inherit = "outbound.sequence.step"

    template_ids = fields.One2many("outbound.template", "step_id", string="Templates", copy=True)
    missing_languages = fields.Char(
        compute="_compute_missing_languages",
        help="Languages in which other mails of the sequence are written, but not this one.",
    )

    @api.depends("template_ids.lang", "sequence_id.step_ids.template_ids.lang")
    def _compute_missing_languages(self):
        names = dict(self.env["outbound.template"]._get_languages())
        for step in self:
            own = set(step.template_ids.mapped("lang"))
            others = set(step.sequence_id.step_ids.template_ids.mapped("lang"))
            missing = step.channel == "email" and own and others - own
            step.missing_languages = ", ".join(sorted(names[code] for code in missing)) if missing else False

    def _look_again(self):
        """The templates of these steps changed: touches that waited for them are drafted at the next run."""
        held = (
            self.env["outbound.touch"]
            .sudo()
            .search([("step_id", "in", self.ids), ("state", "=", "planned"), ("hold_until", "!=", False)])
        )
        if held:
            held.hold_until = self.env["outbound.clock"]._now()
            held._set_wake_date()

    def _preview(self, lead) -> dict:
        """A mail as this prospect would get it: in their language, else in English."""
        entry = super()._preview(lead)
        template = self.template_ids._choose(self.template_ids._get_wanted_languages(lead), f"{lead.id}:{self.id}")
        if self.channel != "email" or not template:
            return entry
        rendered = template._render_preview(lead)
        return {**entry, **{name: rendered.get(name, "") for name in ("subject", "text", "problem")}}
