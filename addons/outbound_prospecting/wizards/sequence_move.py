from collections import Counter

from odoo import _, api, fields, models
from odoo.exceptions import UserError


class OutboundSequenceMove(models.TransientModel):
    """Move running enrolments to another version, after showing what that does."""

    _name = "outbound.sequence.move"
    _description = "Move to Another Version"

    source_id = fields.Many2one("outbound.sequence", string="From", required=True, ondelete="cascade")
    target_id = fields.Many2one(
        "outbound.sequence", string="To", required=True, ondelete="cascade", domain="[('state', '=', 'active')]"
    )
    count = fields.Integer(compute="_compute_preview", string="Prospects")
    preview = fields.Html(compute="_compute_preview", sanitize=False)

    @api.model
    def default_get(self, fields_list):
        values = super().default_get(fields_list)
        source = self.env["outbound.sequence"].browse(values.get("source_id"))
        if source and not values.get("target_id"):
            newer = source.search([("previous_id", "=", source.id), ("state", "=", "active")], limit=1)
            values["target_id"] = newer.id
        return values

    def _get_enrolments(self):
        return self.env["outbound.enrolment"].search(
            [("sequence_id", "=", self.source_id.id), ("state", "in", ["active", "paused"])]
        )

    @api.depends("source_id", "target_id")
    def _compute_preview(self):
        for wizard in self:
            enrolments = wizard._get_enrolments()
            wizard.count = len(enrolments)
            plans = enrolments._plan_move(wizard.target_id) if wizard.target_id else []
            following = Counter(plan["next"] for plan in plans)
            steps = [
                {
                    "name": step.name or self.env._("Nothing: the sequence ends for them"),
                    "day": step.day,
                    "count": following[step],
                }
                for step in sorted(following, key=lambda step: (not step, step.day))
            ]
            wizard.preview = self.env["ir.qweb"]._render(
                "outbound_prospecting.outbound_sequence_move_preview",
                {
                    "steps": steps,
                    "dropped": sum(plan["dropped"] for plan in plans),
                    "added": sum(plan["added"] for plan in plans),
                },
            )

    def action_move(self):
        """Button: move them; what was sent stays as it is."""
        self.ensure_one()
        self.source_id.check_access("write")
        if self.target_id == self.source_id or self.target_id.state != "active":
            raise UserError(_("Choose another version that is live."))
        enrolments = self._get_enrolments().sudo()
        if not enrolments:
            raise UserError(_("Nobody is under way in “%s”.", self.source_id.display_name))
        enrolments._move_to(self.target_id.sudo())
        action = self.env["outbound.sequence"]._notify_count(_("Prospects moved: %s", len(enrolments)))
        action["params"]["next"] = {"type": "ir.actions.act_window_close"}
        return action
