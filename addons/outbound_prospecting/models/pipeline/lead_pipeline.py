from collections import defaultdict

from odoo import _, api, fields, models
from odoo.exceptions import ValidationError

from ...domain.pipeline import Board, Standing, settle

# Writing one of these may move a lead on its board.
SETTLED_FIELDS = {"stage_id", "team_id", "active", "probability"}


class OutboundLeadPipeline(models.AbstractModel):
    """Facet of `crm.lead`: the stages of an outbound team are its own, and stage, archiving and won or lost agree.

    Leads of other teams take Odoo's path, without a query more.
    """

    _name = "outbound.lead.pipeline"
    _description = "Lead facet: outbound pipeline"

    is_outbound = fields.Boolean(
        string="Outbound Prospect",
        compute="_compute_is_outbound",
        search="_search_is_outbound",
        help="The lead belongs to an outbound team.",
    )
    stage_id = fields.Many2one(
        "crm.stage",
        domain="[('team_ids', 'in', team_id)] if is_outbound else "
        "['|', ('team_ids', '=', False), ('team_ids', 'in', team_id)]",
    )  # completed by crm.lead
    lost_from_stage_id = fields.Many2one(
        "crm.stage",
        string="Lost From",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="set null",
        help="Stage the prospect was in when it was lost; restoring brings it back there.",
    )

    @api.depends("team_id")
    def _compute_is_outbound(self):
        boards = self._get_boards()
        for lead in self:
            lead.is_outbound = lead.team_id.id in boards

    @api.model
    def _search_is_outbound(self, operator, value):
        if operator != "in":
            return NotImplemented
        return [("team_id", "in", list(self._get_boards()))]

    @api.model
    def _get_boards(self) -> dict[int, Board]:
        return self.env["crm.team"]._get_outbound_boards()

    # ------------------------------------------------------------------ stages

    def _compute_team_id(self):
        # A prospect stays in its outbound team whoever owns it; people of any team may follow it up there.
        boards = self._get_boards()
        pinned = self.filtered(lambda lead: lead.team_id.id in boards) if boards else self.browse()
        super(OutboundLeadPipeline, self - pinned)._compute_team_id()

    def _compute_company_id(self):
        # Odoo takes the company from unowned leads of a team that all companies share, which would show one
        # company's prospects to all others.
        boards = self._get_boards()
        prospects = self.filtered(lambda lead: lead.team_id.id in boards) if boards else self.browse()
        companies = {lead: lead.company_id or self.env.company for lead in prospects}
        super()._compute_company_id()
        for lead in prospects:
            if not lead.company_id:
                lead.company_id = companies[lead]

    def _compute_stage_id(self):
        boards = self._get_boards()
        prospects = self.filtered(lambda lead: boards.get(lead.team_id.id)) if boards else self.browse()
        for lead in prospects:
            board = boards[lead.team_id.id]
            if lead.stage_id.id not in board:
                entry = (board.won if lead.stage_id.is_won else None) or board.first
                lead.stage_id = entry and entry.id
        others = self - prospects
        super(OutboundLeadPipeline, others)._compute_stage_id()
        exclusive = {stage.id for board in boards.values() for stage in board.stages}
        for lead in others:
            if lead.stage_id.id in exclusive and not lead.team_id:
                lead.stage_id = lead._stage_find(domain=[("fold", "=", False)])

    def _stage_find(self, team_id=False, domain=None, order="sequence, id", limit=1):
        boards = self._get_boards()
        team_ids = {*self.team_id.ids, *([team_id] if team_id else [])}
        if not team_ids or not all(boards.get(id_) for id_ in team_ids):
            return super()._stage_find(team_id=team_id, domain=domain, order=order, limit=limit)
        own = [("team_ids", "in", list(team_ids)), *(domain or [])]
        return self.env["crm.stage"].search(own, order=order, limit=limit)

    def action_set_won(self):
        # Odoo looks for one won stage among those of all leads together.
        boards = self._get_boards()
        for leads in self.grouped(lambda lead: lead.team_id.id if lead.team_id.id in boards else None).values():
            super(OutboundLeadPipeline, leads).action_set_won()
        return True

    @api.model
    def _read_group_stage_ids(self, stages, domain):
        boards = self._get_boards()
        team_ids = self._get_board_team_ids()
        if not team_ids or not all(boards.get(team_id) for team_id in team_ids):
            return super()._read_group_stage_ids(stages, domain)
        own = [stage.id for team_id in team_ids for stage in boards[team_id].stages]
        # Columns that hold leads are always shown: nothing may disappear from a board.
        return stages.browse(stages.sudo()._search([("id", "in", [*own, *stages.ids])], order=stages._order))

    @api.model
    def _get_board_team_ids(self) -> set[int]:
        """Ids of the teams whose board is asked for, by the context of the action."""
        context = self.env.context
        team_ids = set(self.env.user.crm_team_ids.ids) if context.get("show_user_team_stages") else set()
        if context.get("default_team_id"):
            return team_ids | {context["default_team_id"]}
        return team_ids | set(self.env["crm.team"]._get_board_team().ids)

    @api.constrains("stage_id", "team_id")
    def _check_stage_of_team(self):
        boards = self._get_boards()
        for lead in self:
            board = boards.get(lead.team_id.id)
            if board and lead.stage_id and lead.stage_id.id not in board:
                own = self.env["crm.stage"].browse([own.id for own in board.stages])
                raise ValidationError(
                    _(
                        "%(stage)s is not a stage of the team %(team)s, whose stages are: %(stages)s.",
                        stage=lead.stage_id.name,
                        team=lead.team_id.sudo().name,
                        stages=", ".join(own.mapped("name")),
                    )
                )

    # ------------------------------------------------------------------ ORM

    @api.model
    def default_get(self, fields_list):
        values = super().default_get(fields_list)
        if "team_id" in fields_list and self.env.context.get("outbound_pipeline") and not values.get("team_id"):
            values["team_id"] = self.env["crm.team"]._get_board_team().id
        return values

    @api.model_create_multi
    def create(self, vals_list):
        boards = self._get_boards()
        if boards:
            vals_list = [self._prepare_prospect_vals(vals, boards) for vals in vals_list]
        leads = super().create(vals_list)
        if boards:
            prospects = leads.filtered(lambda lead: lead.team_id.id in boards)
            prospects._log_stages()
            prospects._settle_in_pipeline()
        return leads

    @api.model
    def _prepare_prospect_vals(self, vals, boards):
        """Defaults of prospects that come by import, API or mail: opportunities without an owner.

        Odoo makes whoever creates a lead its owner, for a webhook even the public user, and routing would then
        leave it alone. A person who adds a prospect by hand gets it by the context of the action.
        """
        context = self.env.context
        team_id = vals["team_id"] if "team_id" in vals else self.env["crm.team"]._get_board_team().id
        if team_id not in boards:
            return vals
        defaults = {}
        if context.get("import_file") or "default_user_id" not in context:
            defaults["user_id"] = False
        if "default_type" not in context:
            defaults["type"] = "opportunity"
        return {**defaults, **vals}

    def write(self, vals):
        boards = self._get_boards()
        if not boards or not SETTLED_FIELDS & vals.keys():
            return super().write(vals)
        plans = defaultdict(self.browse)
        stages = {}
        for lead in self:
            plans[tuple(lead._settle(vals, boards).items())] += lead
            if lead.team_id.id in boards or vals.get("team_id") in boards:
                stages[lead] = lead.stage_id if lead.team_id.id in boards else lead.stage_id.browse()
        for plan, leads in plans.items():
            settled = dict(plan)
            were_lost = leads.filtered(lambda lead: lead.won_status == "lost") if settled else leads.browse()
            super(OutboundLeadPipeline, leads).write({**vals, **settled})
            if settled.get("active") is False:
                (leads - were_lost)._after_losing()
            elif "lost_reason_id" in settled:
                were_lost._after_restoring()
        self.browse([lead.id for lead in stages])._log_stages(stages)
        return True

    def _settle(self, vals, boards) -> dict:
        """Further values that `vals` entail for this lead on its board (see `domain.pipeline.settle`)."""
        source = boards.get(self.team_id.id)
        target_id = vals.get("team_id", self.team_id.id)
        target = boards.get(target_id)
        moves = "team_id" in vals and target_id != self.team_id.id
        if not target:
            return self._leave_board(vals) if source and moves else {}
        before = self._get_standing()
        moved = self._join_board(target, before, vals) if moves else {}
        return {**moved, **settle(target, before, {**vals, **moved})}

    def _join_board(self, board, before, vals) -> dict:
        """Where a lead lands that comes from another team: lost stays lost, won stays won, others enter anew."""
        if before.is_lost and not vals.get("active"):
            return {"active": False, "probability": 0}
        stage = self.env["crm.stage"].browse(vals.get("stage_id"))
        if not stage or stage.id in board:
            return {}  # computed
        entry = (board.won if stage.is_won else None) or board.first
        return {"stage_id": entry.id} if entry else {}

    def _leave_board(self, vals) -> dict:
        """A won prospect that is handed to another team stays won there; where it was lost from is of no use."""
        left = {"lost_from_stage_id": False} if self.lost_from_stage_id else {}
        if self.stage_id.is_won and "stage_id" not in vals:
            won = self.browse()._stage_find(team_id=vals["team_id"], domain=[("is_won", "=", True)])
            left |= {"stage_id": won.id} if won else {}
        return left

    def _get_standing(self) -> Standing:
        return Standing(
            stage_id=self.stage_id.id,
            active=self.active,
            probability=self.probability,
            lost_from_stage_id=self.lost_from_stage_id.id,
        )

    def _settle_in_pipeline(self):
        """Put leads in order that came to their outbound board otherwise than by `write`."""
        boards = self._get_boards()
        to_lose, to_fix = self.browse(), self.browse()
        to_lose_by_stage = defaultdict(self.browse)
        for lead in self:
            board, standing = boards[lead.team_id.id], lead._get_standing()
            stage = board.get(standing.stage_id)
            fixed = board.fixed_probability(standing.stage_id, active=standing.active)
            if stage and stage.is_lost and not standing.is_lost:
                to_lose_by_stage[stage.id] += lead
            elif standing.is_lost and not (stage and stage.is_lost):
                to_lose += lead
            elif fixed is not None and fixed != standing.probability:
                to_fix += lead
        for stage_id, leads in to_lose_by_stage.items():
            leads.write({"stage_id": stage_id})
        to_lose.write({"active": False, "probability": 0})
        to_fix.write({"probability": 0})  # replaced by what the stage fixes

    # ------------------------------------------------------------------ merge

    def _sort_by_confidence_level(self, reverse=False):
        leads = super()._sort_by_confidence_level(reverse=reverse)
        boards = self._get_boards()
        prospects = leads.filtered(lambda lead: lead.team_id.id in boards)
        if not prospects:
            return leads
        if prospects != leads:
            # Odoo compares sequences of stages, which says nothing across pipelines; probability does.
            leads = leads.sorted(lambda lead: (lead.type == "opportunity", lead.probability), reverse=reverse)
        # Closed Lost has the highest sequence of all, but a lost prospect must not swallow a living one.
        return leads.sorted(lambda lead: lead.won_status != "lost", reverse=reverse)
