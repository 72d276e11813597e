from odoo import _, api, fields, models
from odoo.fields import Domain
from odoo.tools import format_amount

from ...domain.forecast import CONFIDENCE, Deal, forecast


class OutboundForecast(models.TransientModel):
    """What open prospects will bring, as a range: the chance of their stage says how often such deals are won."""

    _name = "outbound.forecast"
    _description = "Forecast"

    team_id = fields.Many2one("crm.team", domain="[('is_outbound', '=', True)]", help="Empty: all outbound teams.")
    user_id = fields.Many2one("res.users", string="Rep", help="Empty: everybody.")
    vertical_id = fields.Many2one("outbound.vertical", help="Empty: all.")
    body = fields.Html(compute="_compute_body", sanitize=False)

    def _compute_display_name(self):
        self.display_name = _("Forecast")

    @api.depends("team_id", "user_id", "vertical_id")
    @api.depends_context("lang", "company")
    def _compute_body(self):
        for page in self:
            deals = page._get_deals()
            stages = self.env["crm.stage"].browse(deals).sorted()
            values = {
                "lines": [(stage.name, forecast(deals[stage.id])) for stage in stages],
                "total": forecast([deal for own in deals.values() for deal in own]),
                "share": round(100 * CONFIDENCE),
                "money": lambda amount: format_amount(
                    self.env, round(amount), self.env.company.currency_id, trailing_zeroes=False
                ),
            }
            page.body = self.env["ir.qweb"]._render("outbound_prospecting.outbound_forecast_body", values)

    def _get_domain(self) -> Domain:
        domain = Domain("won_status", "=", "pending") & Domain("open_value", ">", 0)
        for name in ("team_id", "user_id", "vertical_id"):
            if self[name]:
                domain &= Domain(name, "=", self[name].id)
        return domain

    def _get_deals(self) -> dict[int, list[Deal]]:
        """Open deals by stage."""
        Report = self.env["outbound.report.prospect"]
        query = Report._search(self._get_domain())
        names = ("stage_id", "open_value", "weighted_value")
        columns = [Report._field_to_sql(Report._table, name, query) for name in names]
        deals: dict[int, list[Deal]] = {}
        for stage_id, value, weighted in self.env.execute_query(query.select(*columns)):
            chance = min(max(float(weighted) / float(value), 0.0), 1.0)
            deals.setdefault(stage_id, []).append(Deal(float(value), chance))
        return deals

    def action_open_deals(self):
        """Button: the prospects that the forecast is made of."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": _("Open Deals"),
            "res_model": "outbound.report.prospect",
            "views": [(False, "list"), (False, "pivot"), (False, "graph")],
            "domain": list(self._get_domain()),
            "context": {"pivot_row_groupby": ["stage_id"], "pivot_measures": ["open_value", "weighted_value"]},
        }
