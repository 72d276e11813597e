from odoo import Command, _, api, fields, models
from odoo.exceptions import ValidationError

from ...domain.pipeline import Stage


class CrmStage(models.Model):
    """A stage of an outbound team fixes the probability of its leads, and one of them means "lost".

    Both count for leads of outbound teams alone, whatever other teams share the stage.
    """

    _inherit = "crm.stage"

    use_fixed_probability = fields.Boolean(
        string="Fixed Probability",
        help="Prospects of outbound teams have the probability below while they are in this stage. "
        "Odoo's predictive scoring still predicts beside it.",
    )
    fixed_probability = fields.Float(
        string="Probability (%)", help="Chance in percent that a prospect in this stage is won."
    )
    is_lost = fields.Boolean(
        string="Is Lost Stage?",
        help="Prospects of outbound teams that enter this stage are lost, and lost ones move here. They come "
        "back to the stage they were lost from when restored, or to the stage they are dragged to.",
    )
    is_outbound = fields.Boolean(compute="_compute_is_outbound", compute_sudo=True)

    _check_fixed_probability = models.Constraint(
        "CHECK(fixed_probability >= 0 AND fixed_probability <= 100)",
        "The fixed probability of a stage must be between 0 and 100 %.",
    )
    _check_won_or_lost = models.Constraint(
        "CHECK(NOT (is_won AND is_lost))",
        "A stage cannot be won and lost at the same time: clear one of the two.",
    )

    @api.depends("team_ids.is_outbound")
    def _compute_is_outbound(self):
        for stage in self:
            stage.is_outbound = any(stage.team_ids.mapped("is_outbound"))

    @api.constrains("team_ids", "use_fixed_probability", "is_lost")
    def _check_team(self):
        for stage in self.sudo():
            if (stage.use_fixed_probability or stage.is_lost) and not stage.team_ids:
                raise ValidationError(
                    _(
                        "Stage %s would appear on the board of every team. Keep at least one outbound team on "
                        'it, or clear "Fixed Probability" and "Is Lost Stage?" first.',
                        stage.name,
                    )
                )

    @api.model
    def default_get(self, fields_list):
        """A column added on an outbound board is a stage of that team, as likely as the open stage before it."""
        values = super().default_get(fields_list)
        team = self.env["crm.team"]._get_board_team()
        if team and not values.get("team_ids"):
            board = self.env["crm.team"]._get_outbound_boards()[team.id]
            before = [stage for stage in board.stages if stage.is_open][-1:]
            own = {
                "team_ids": [Command.link(team.id)],
                "use_fixed_probability": True,
                "fixed_probability": before[0].probability or 0 if before else 0,
            }
            values |= {name: value for name, value in own.items() if name in fields_list}
        return values

    def web_resequence(self, specification, field_name="sequence", offset=0):
        # A board numbers its columns from 0. Below Odoo's first shared stage, lost prospects would be missing
        # from the totals of predictive scoring.
        boards = self.env["crm.team"]._get_outbound_boards().values()
        if field_name == "sequence" and self and any(all(id_ in board for id_ in self.ids) for board in boards):
            shared = self.search([("team_ids", "=", False)], order="sequence, id", limit=1)
            offset = max(offset, shared.sequence + 1)
        return super().web_resequence(specification, field_name=field_name, offset=offset)

    @api.model_create_multi
    def create(self, vals_list):
        stages = super().create(vals_list)
        self.env.registry.clear_cache()
        return stages

    def write(self, vals):
        # Cleared before as well: Odoo's own write may already recompute leads of the stage.
        self.env.registry.clear_cache()
        result = super().write(vals)
        self.env.registry.clear_cache()
        if vals.keys() & {"team_ids", "is_won", "is_lost"}:
            self.env["crm.team"]._check_outbound_boards()
        if vals.get("is_lost"):
            self._lose_prospects()
        return result

    def unlink(self):
        result = super().unlink()
        self.env.registry.clear_cache()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_last_open(self):
        self.env["crm.team"]._check_outbound_boards(leaving=self.ids)

    def _lose_prospects(self):
        """Prospects that are in a stage when it becomes the lost stage are lost."""
        for stage in self:
            domain = [("stage_id", "=", stage.id), ("team_id.is_outbound", "=", True)]
            self.env["crm.lead"].search(domain).write({"stage_id": stage.id})

    def _to_board_stage(self) -> Stage:
        """The stage as the rules of `domain.pipeline` know it."""
        return Stage(
            id=self.id,
            is_won=self.is_won,
            is_lost=self.is_lost,
            fold=self.fold,
            probability=self.fixed_probability if self.use_fixed_probability else None,
        )
