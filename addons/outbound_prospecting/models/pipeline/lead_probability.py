from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL


class OutboundLeadPipeline(models.AbstractModel):
    """Fixed probabilities for outbound teams beside Odoo's predictive scoring (PLS).

    `automated_probability` stays the prediction; `probability` is what the stage says. The statistics of
    outbound teams stay with outbound teams.
    """

    _inherit = "outbound.lead.pipeline"

    has_fixed_probability = fields.Boolean(compute="_compute_has_fixed_probability")

    @api.depends("team_id", "stage_id", "active")
    def _compute_has_fixed_probability(self):
        for lead in self:
            lead.has_fixed_probability = lead._get_fixed_probability() is not None

    def _get_fixed_probability(self) -> float | None:
        """What the stage fixes, in percent; None where Odoo decides (other teams, won, lost and archived leads)."""
        board = self._get_boards().get(self.team_id.id)
        return board.fixed_probability(self.stage_id.id, active=self.active) if board else None

    @api.depends("stage_id.use_fixed_probability", "stage_id.fixed_probability")
    def _compute_probabilities(self):
        super()._compute_probabilities()
        for lead in self:
            fixed = lead._get_fixed_probability()
            if fixed is not None:
                lead.probability = fixed

    def _update_automated_probabilities(self):
        super()._update_automated_probabilities()
        # Where a prediction happened to equal the fixed probability, Odoo's SQL took it for automated.
        for team_id, board in self._get_boards().items():
            for stage in board.stages:
                if board.fixed_probability(stage.id, active=True) is None:
                    continue
                self.env["crm.lead"].search(
                    [
                        ("team_id", "=", team_id),
                        ("stage_id", "=", stage.id),
                        ("probability", "!=", stage.probability),
                    ]
                ).write({"probability": stage.probability})

    # ------------------------------------------------------------------ statistics

    def _pls_get_naive_bayes_probabilities(self, batch_mode=False, is_tooltip=False):
        """Predict leads of other teams without the statistics of outbound teams.

        Odoo predicts leads without a team, or of a team without closed leads, from everybody's statistics.
        Thousands of cold prospects that never answered would drag those predictions down.
        """
        boards = self._get_boards()
        if not (self and boards):
            return super()._pls_get_naive_bayes_probabilities(batch_mode=batch_mode, is_tooltip=is_tooltip)
        if batch_mode:
            domain = [("id", "in", self.ids), ("team_id", "in", list(boards))]
            prospects = self.with_context(active_test=False).search(domain).with_env(self.env)
        else:
            prospects = self.filtered(lambda lead: lead.team_id.id in boards)
        others = (self - prospects).with_context(pls_without_team_ids=tuple(boards))
        probabilities, tooltip = {}, {}
        for leads in (prospects, others):
            if leads:
                predict = super(OutboundLeadPipeline, leads)._pls_get_naive_bayes_probabilities
                # Odoo returns an empty dictionary instead of a pair when no lead qualifies.
                predicted, tooltip = predict(batch_mode=batch_mode, is_tooltip=is_tooltip) or ({}, tooltip)
                probabilities |= predicted
        return probabilities, tooltip

    def _pls_get_lead_pls_values(self, domain=None):
        """Lost prospects count for the stage they were lost from.

        Odoo counts a lost lead for every stage up to its own; all being in Closed Lost, every stage would look
        equally hopeless.
        """
        values_by_lead = super()._pls_get_lead_pls_values(domain=domain)
        boards = self._get_boards()
        prospects = [lead_id for lead_id, values in values_by_lead.items() if values["team_id"] in boards]
        if not prospects:
            return values_by_lead
        if domain:
            query = "SELECT id, lost_from_stage_id FROM crm_lead WHERE id = ANY(%s) AND lost_from_stage_id IS NOT NULL"
            lost_from = dict(self.env.execute_query(SQL(query, prospects)))
        else:
            lost_from = {lead.id: lead.lost_from_stage_id.id for lead in self if lead.stage_id.is_lost}
        for lead_id in prospects:
            values = values_by_lead[lead_id]
            entry = boards[values["team_id"]].first
            for index, (name, stage_id) in enumerate(values["values"]):
                if name != "stage_id":
                    continue
                stage = boards[values["team_id"]].get(stage_id)
                fallback = entry.id if entry and stage and stage.is_lost else stage_id
                values["values"][index] = (name, lost_from.get(lead_id) or fallback)
        return values_by_lead


class CrmLeadScoringFrequency(models.Model):
    _inherit = "crm.lead.scoring.frequency"

    @api.model
    def _search(self, domain, *args, **kwargs):
        team_ids = self.env.context.get("pls_without_team_ids")
        if team_ids:
            domain = Domain(domain) & Domain("team_id", "not in", team_ids)
        return super()._search(domain, *args, **kwargs)
