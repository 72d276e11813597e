import json

from odoo import Command, _, api, fields, models, tools
from odoo.exceptions import UserError, ValidationError

from ...domain.pipeline import Board


class CrmTeam(models.Model):
    """An outbound team has a board of its own: only its own stages, with fixed probabilities."""

    _inherit = "crm.team"

    is_outbound = fields.Boolean(
        string="Outbound Prospecting",
        index="btree_not_null",
        help="The team works with outbound prospecting: its board shows only its own stages, whose "
        "probabilities are fixed, and its leads are scored against the ICP.",
    )
    has_shared_stages = fields.Boolean(compute="_compute_has_shared_stages", compute_sudo=True)

    @api.depends("is_outbound")
    def _compute_has_shared_stages(self):
        boards = self._get_outbound_boards()
        for team in self:
            board = boards.get(team._origin.id)
            team.has_shared_stages = bool(board) and any(
                stage.id in other
                for team_id, other in boards.items()
                if team_id != team._origin.id
                for stage in board.stages
            )

    # ------------------------------------------------------------------ boards

    @api.model
    @tools.ormcache()
    def _get_outbound_boards(self) -> dict[int, Board]:
        """The boards of all outbound teams by team id, archived teams included.

        Cached, so that leads of other teams cost nothing; stages and teams clear it when they change.
        """
        teams = self.sudo().with_context(active_test=False).search([("is_outbound", "=", True)])
        stages = self.env["crm.stage"].sudo().with_context(active_test=False, lang=None)
        stages = stages.search([("team_ids", "in", teams.ids)], order="sequence, id") if teams else stages
        return {team.id: Board(stage._to_board_stage() for stage in stages if team in stage.team_ids) for team in teams}

    @api.model
    def _get_outbound_team(self):
        """The outbound team whose board the current user sees: their own, else their company's, else a shared one."""
        teams = self.search([("is_outbound", "=", True), ("company_id", "in", [False, *self.env.companies.ids])])
        user = self.env.user
        return (
            teams.filtered(lambda team: user == team.user_id or user in team.member_ids)[:1]
            or teams.filtered(lambda team: team.company_id == self.env.company)[:1]
            or teams.filtered(lambda team: not team.company_id)[:1]
        )

    @api.model
    def _get_board_team(self):
        """The outbound team on whose board the current action works, by its context; empty on other boards."""
        team_id = self.env.context.get("default_team_id")
        if team_id:
            return self.browse(team_id) if team_id in self._get_outbound_boards() else self.browse()
        return self._get_outbound_team() if self.env.context.get("outbound_pipeline") else self.browse()

    @api.model
    def _check_outbound_boards(self, leaving=()):
        """Every board needs a stage where prospects can enter.

        :param leaving: ids of stages that are about to be deleted
        :raises ValidationError: when a board would have stages, but no open one
        """
        for team_id, board in self._get_outbound_boards().items():
            remaining = Board(stage for stage in board.stages if stage.id not in leaving)
            if remaining and not remaining.first:
                raise ValidationError(
                    _(
                        "The outbound team %s needs at least one stage that is neither won nor lost, where its "
                        "prospects can enter.",
                        self.sudo().browse(team_id).name,
                    )
                )

    def _allocate_leads(self, creation_delta_days=7):
        # Odoo fills a team with leads of nobody and deletes their duplicates; prospects enter by import.
        others = self.filtered(lambda team: not team.is_outbound)
        return super(CrmTeam, others)._allocate_leads(creation_delta_days=creation_delta_days)

    # ------------------------------------------------------------------ ORM

    @api.model_create_multi
    def create(self, vals_list):
        teams = super().create(vals_list)
        teams.filtered("is_outbound")._become_outbound()
        return teams

    def write(self, vals):
        result = super().write(vals)
        if "is_outbound" in vals:
            self.env.registry.clear_cache()
            self.filtered("is_outbound")._become_outbound()
        return result

    def unlink(self):
        result = super().unlink()
        self.env.registry.clear_cache()
        return result

    def _become_outbound(self):
        """Give teams that have no stages of their own the standard ones, and put their leads in order."""
        self.env.registry.clear_cache()
        boards = self._get_outbound_boards()
        without = self.filtered(lambda team: not boards[team.id])
        # Those of the oldest outbound team: the installed one, unless it was removed.
        standard = next((boards[team_id] for team_id in sorted(boards) if boards[team_id]), None)
        if without and standard:
            stages = self.env["crm.stage"].sudo().browse([stage.id for stage in standard.stages])
            stages.write({"team_ids": [Command.link(team.id) for team in without]})
        Lead = self.env["crm.lead"].sudo().with_context(active_test=False)
        leads = Lead.search([("team_id", "in", self.ids)])
        for name in ("stage_id", "probability", "automated_probability"):
            self.env.add_to_compute(Lead._fields[name], leads)
        leads._log_stages()
        leads._settle_in_pipeline()

    def action_separate_stages(self):
        """Button: give this team copies of the stages that it shares with other outbound teams."""
        self.ensure_one()
        self.check_access("write")
        self.env["crm.stage"].check_access("create")
        board = self._get_outbound_boards().get(self.id)
        if not (board and self.has_shared_stages):
            raise UserError(_("Team %s has its own stages already.", self.name))
        Stage = self.env["crm.stage"].sudo()
        stages = Stage.browse([stage.id for stage in board.stages])
        shared = stages.filtered(lambda stage: len(stage.team_ids) > 1)
        copies = {stage.id: stage.copy({"name": stage.name, "team_ids": [Command.set(self.ids)]}) for stage in shared}
        self._move_leads({old: new.id for old, new in copies.items()})
        shared.write({"team_ids": [Command.unlink(self.id)]})
        self.invalidate_recordset(["has_shared_stages"])

    def _move_leads(self, stage_ids: dict[int, int]):
        """Exchange the stages of this team's leads for their copies: the same stage by another id.

        In SQL, because nothing happens to the leads: no tracking, no automation, no new date of the stage.
        """
        self.env["crm.lead"].flush_model(["stage_id", "lost_from_stage_id", "team_id"])
        self.env.cr.execute(
            tools.SQL(
                """
                UPDATE crm_lead lead
                   SET stage_id = COALESCE((ids.map ->> lead.stage_id::text)::int, lead.stage_id),
                       lost_from_stage_id =
                           COALESCE((ids.map ->> lead.lost_from_stage_id::text)::int, lead.lost_from_stage_id)
                  FROM (SELECT %s::jsonb AS map) ids
                 WHERE lead.team_id = %s
                """,
                json.dumps(stage_ids),
                self.id,
            )
        )
        self.env["crm.lead"].invalidate_model(["stage_id", "lost_from_stage_id"])
