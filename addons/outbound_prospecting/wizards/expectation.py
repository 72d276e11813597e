from odoo import _, api, fields, models

from ..domain.simulation import MAIL_DAYS, Expectation, Expected, expected

TIERS = ("tier_1", "tier_2")
# Figure of the forecast and of a stored simulation, by metric of a pilot's criterion
FIGURES = {
    "reply_rate": ("replies", "answered"),
    "positive_rate": ("positives", "positives"),
    "meeting_rate": ("meetings", "meetings"),
    "bounce_rate": ("bounces", "bounced"),
}


class OutboundExpectation(models.TransientModel):
    """What a pilot should bring, before anybody is written to: ranges beside its targets, at once."""

    _name = "outbound.expectation"
    _description = "Expected Results"

    pilot_id = fields.Many2one("outbound.pilot", readonly=True, ondelete="cascade")
    leads = fields.Integer(string="Prospects", required=True, default=50)
    days = fields.Integer(required=True, default=30)
    profile_id = fields.Many2one(
        "outbound.simulation.profile",
        string="Prospects Behave",
        required=True,
        ondelete="cascade",
        default=lambda self: self.env.ref("outbound_prospecting.simulation_profile_typical", raise_if_not_found=False),
    )
    note = fields.Text(related="profile_id.note")
    simulation_id = fields.Many2one("outbound.simulation", compute="_compute_simulation", string="Last Simulation")
    preview = fields.Html(compute="_compute_preview", sanitize=False)

    @api.model
    def default_get(self, fields_list):
        values = super().default_get(fields_list)
        pilot = self.env["outbound.pilot"].browse(values.get("pilot_id"))
        if pilot:
            values |= {"leads": pilot.batch_size, "days": pilot.days}
        return values

    @api.depends("profile_id")
    def _compute_simulation(self):
        for wizard in self:
            domain = [("profile_id", "=", wizard.profile_id.id)]
            wizard.simulation_id = self.env["outbound.simulation"].search(domain, limit=1)

    @api.depends("pilot_id", "leads", "days", "profile_id", "simulation_id")
    def _compute_preview(self):
        for wizard in self:
            wizard.preview = self.env["ir.qweb"]._render(
                "outbound_prospecting.outbound_expectation_preview",
                {"rows": wizard._get_rows() if wizard.profile_id and wizard.leads > 0 and wizard.days > 0 else []},
            )

    def _forecast(self) -> Expectation:
        steps = self.pilot_id.sequence_ids[:1].step_ids.filtered(lambda step: step.channel == "email")
        return expected(
            self.profile_id._to_behaviour(),
            self._get_people(),
            steps.sorted("day").mapped("day") or MAIL_DAYS,
            self.days,
        )

    def _get_people(self) -> dict[str, int]:
        """How many prospects of each tier are written to: shared out as the pilot's own are, else all that fit."""
        pilot = self.pilot_id
        written_to = self.leads - round(self.leads * pilot.holdout_share / 100)
        domain = [("icp_tier", "in", TIERS)]
        if pilot.member_ids:
            domain.append(("id", "in", pilot.member_ids.lead_id.ids))
        else:
            domain += [("team_id.is_outbound", "=", True), ("won_status", "=", "pending")]
        counts = dict(self.env["crm.lead"]._read_group(domain, ["icp_tier"], ["__count"]))
        best = round(written_to * counts.get("tier_1", 0) / (sum(counts.values()) or 1))
        return {"tier_1": best, "tier_2": written_to - best}

    def _get_rows(self) -> list[dict]:
        """The figures that can be foreseen, each with the target that it is judged by."""
        forecast = self._forecast()
        criteria = self.pilot_id.criterion_ids or self.env["outbound.pilot.criterion"].search(
            [("pilot_id", "=", False)]
        )
        by_metric = {criterion.metric: criterion for criterion in criteria}
        names = dict(self.env["outbound.pilot.criterion"]._fields["metric"]._description_selection(self.env))
        return [
            {
                "name": names[metric],
                "simulated": self._describe_simulated(stored),
                **self._describe(getattr(forecast, figure), forecast.contacted, by_metric.get(metric)),
            }
            for metric, (figure, stored) in FIGURES.items()
        ]

    def _describe(self, figure: Expected, contacted: int, criterion) -> dict:
        low, high, of = figure.interval.low, figure.interval.high, contacted or 1
        row = {
            "people": _("%(low)s to %(high)s of %(all)s", low=low, high=high, all=contacted),
            "rate": _("%(low)s to %(high)s %%", low=round(100 * low / of), high=round(100 * high / of)),
            "mean": f"{figure.mean:.1f}",
            "target": "",
            "chance": "",
        }
        if criterion:
            rule = criterion._to_domain()
            chance = figure.at_least(rule.target * contacted)
            if rule.lower_is_better:
                chance = 1 - figure.at_least(rule.target * contacted + 1e-6)
                row["target"] = _("at most %s %%", f"{criterion.target:g}")
            else:
                row["target"] = _("at least %s %%", f"{criterion.target:g}")
            row["chance"] = f"{100 * chance:.0f} %"
        return row

    def _describe_simulated(self, name: str) -> str:
        simulation = self.simulation_id
        return _("%(count)s of %(all)s", count=simulation[name], all=simulation.contacted) if simulation else ""

    def action_open_simulation(self):
        """Link: the full simulation behind the last column."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "outbound.simulation",
            "res_id": self.simulation_id.id,
            "views": [(False, "form")],
        }
