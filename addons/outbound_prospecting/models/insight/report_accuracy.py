from datetime import timedelta

from odoo import _, api, fields, models
from odoo.fields import Domain

from ...domain.accuracy import judge


class OutboundAccuracy(models.TransientModel):
    """Whether scores and predictions were right: what they said when prospects entered a stage, and what came of it."""

    _name = "outbound.accuracy"
    _description = "Scoring Accuracy"

    def _default_stage_id(self):
        board = self.env["crm.team"]._get_outbound_boards().get(self.env["crm.team"]._get_outbound_team().id)
        stages = [stage.id for stage in board.stages if stage.is_open] if board else []
        return stages[min(1, len(stages) - 1)] if stages else False

    team_id = fields.Many2one("crm.team", domain="[('is_outbound', '=', True)]", help="Empty: all outbound teams.")
    stage_id = fields.Many2one(
        "crm.stage",
        string="Predicted When Entering",
        required=True,
        default=lambda self: self._default_stage_id(),
        domain="[('team_ids.is_outbound', '=', True)]",
        help="What was said when a prospect entered this stage for the first time is judged.",
    )
    outcome = fields.Selection(
        [("positive", "Replied positively"), ("meetings", "A meeting was booked"), ("won", "Won")],
        string="Came True When",
        required=True,
        default="positive",
        help="Won is judged of prospects who are won or lost by now; the others of prospects who had the time below.",
    )
    days = fields.Integer(
        string="Time Allowed (days)", default=35, help="Prospects who entered the stage later are not judged yet."
    )
    date_from = fields.Date(string="Entered From")
    date_to = fields.Date(string="Until")
    body = fields.Html(compute="_compute_body", sanitize=False)

    def _compute_display_name(self):
        self.display_name = _("Scoring Accuracy")

    @api.depends("team_id", "stage_id", "outcome", "days", "date_from", "date_to")
    @api.depends_context("lang")
    def _compute_body(self):
        for page in self:
            cases = page._get_cases()
            scored = [(score, came_true) for score, _predicted, came_true in cases.values() if score is not None]
            predicted = [(said / 100, came_true) for _score, said, came_true in cases.values() if said is not None]
            values = {
                "count": len(cases),
                "score": judge(*_split(scored), probabilities=False),
                "predicted": judge(*_split(predicted)),
            }
            page.body = self.env["ir.qweb"]._render("outbound_prospecting.outbound_accuracy_body", values)

    def _get_cases(self) -> dict[int, tuple[float | None, float | None, bool]]:
        """What was said of each prospect and whether it came true, by the id of the stay."""
        domain = Domain("stage_id", "=", self.stage_id.id)
        if self.team_id:
            domain &= Domain("team_id", "=", self.team_id.id)
        if self.date_from:
            domain &= Domain("date", ">=", self.date_from)
        if self.date_to:
            domain &= Domain("date", "<", self.date_to + timedelta(days=1))
        if self.outcome == "won":
            domain &= Domain("won_status", "in", ["won", "lost"])
        else:
            now = self.env["outbound.clock"]._now()
            domain &= Domain("date", "<=", now - timedelta(days=self.days))
        first = {}
        for id_, lead_id, score, predicted in self._fetch(
            "outbound.report.stage", domain, ["id", "lead_id", "score", "predicted"], order="date, id"
        ):
            first.setdefault(lead_id, (id_, score, predicted))
        hits = Domain(self.outcome, "=", 1)
        came_true = {id_ for (id_,) in self._fetch("outbound.report.prospect", hits, ["id"])}
        return {id_: (score, predicted, lead_id in came_true) for lead_id, (id_, score, predicted) in first.items()}

    def _fetch(self, model: str, domain, names: list[str], order: str | None = None) -> list[tuple]:
        """Columns of a report as far as the user may see them, without a record for each of many thousand lines."""
        Report = self.env[model]
        query = Report._search(domain, order=order)
        columns = [Report._field_to_sql(Report._table, name, query) for name in names]
        return self.env.execute_query(query.select(*columns))

    def action_open_cases(self):
        """Button: the stays that were judged."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": _("Judged Prospects"),
            "res_model": "outbound.report.stage",
            "views": [(False, "list"), (False, "pivot"), (False, "graph")],
            "domain": [("id", "in", list(self._get_cases()))],
        }


def _split(pairs: list[tuple[float, bool]]) -> tuple[list[float], list[bool]]:
    return [said for said, _true in pairs], [came_true for _said, came_true in pairs]
