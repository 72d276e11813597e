from odoo import _, api, fields, models
from odoo.exceptions import ValidationError

from ...domain.pilot import Criterion
from ...domain.pilot_figures import METRICS
from ...domain.stats import Interval

METRIC_NAMES = [
    ("open_rate", "Open rate"),
    ("reply_rate", "Reply rate"),
    ("positive_rate", "Positive reply rate"),
    ("meeting_rate", "Meeting conversion"),
    ("pipeline_value", "Pipeline value"),
    ("cost_per_meeting", "Cost per meeting"),
    ("completion_rate", "Sequence completion"),
    ("bounce_rate", "Bounces"),
    ("complaint_rate", "Complaints"),
]


class OutboundPilotCriterion(models.Model):
    """One figure that a pilot is judged by. Rows without a pilot are the template of new ones."""

    _name = "outbound.pilot.criterion"
    _description = "Criterion of a Pilot"
    _order = "sequence, id"
    _rec_name = "metric"

    pilot_id = fields.Many2one("outbound.pilot", ondelete="cascade", index=True, copy=False)
    company_id = fields.Many2one(related="pilot_id.company_id", store=True, index="btree_not_null")
    sequence = fields.Integer(default=10)
    metric = fields.Selection(METRIC_NAMES, required=True)
    unit = fields.Char(compute="_compute_unit")
    target = fields.Float(required=True, aggregator=None, help="To reach at least; for costs and faults, at most.")
    kill = fields.Float(
        string="Stop Beyond", aggregator=None, help="The pilot stops by itself when the figure is worse. 0 for never."
    )
    floor = fields.Integer(
        string="People Needed", default=30, aggregator=None, help="Nothing is concluded from fewer people."
    )
    required = fields.Boolean(default=True, help="The pilot has succeeded when all required criteria are met.")
    benchmark_low = fields.Float(string="Usual From", aggregator=None, help="What is usual in the industry.")
    benchmark_high = fields.Float(string="Usual To", aggregator=None)

    _once = models.UniqueIndex("(pilot_id, metric) NULLS NOT DISTINCT", "A figure is one criterion of a pilot.")
    _floor_check = models.Constraint("CHECK(floor >= 0)", "The number of people needed is 0 or more.")

    @api.depends("metric")
    @api.depends_context("lang")
    def _compute_unit(self):
        for criterion in self:
            metric = METRICS.get(criterion.metric)
            currency = criterion.pilot_id.currency_id or self.env.company.currency_id
            criterion.unit = (currency.symbol if metric.money else "%") if metric else False

    @api.constrains("metric", "target", "kill", "benchmark_low", "benchmark_high")
    def _check_criterion(self):
        names = dict(self._fields["metric"]._description_selection(self.env))
        for criterion in self:
            if criterion.benchmark_high < criterion.benchmark_low:
                raise ValidationError(_("%s: what is usual runs from low to high.", names[criterion.metric]))
            try:
                criterion._to_domain()
            except ValueError:
                raise ValidationError(
                    _(
                        "%(metric)s: a pilot that reaches its target of %(target)g would be stopped at %(kill)g.",
                        metric=names[criterion.metric],
                        target=criterion.target,
                        kill=criterion.kill,
                    )
                ) from None

    def _to_domain(self) -> Criterion:
        """The row as `domain.pilot` judges it: rates from 0 to 1.

        :raises ValueError: when the kill threshold lies on the good side of the target
        """
        metric = METRICS[self.metric]
        scale = 1.0 if metric.money else 100.0
        return Criterion(
            metric=self.metric,
            target=self.target / scale,
            kill=self.kill / scale if self.kill else None,
            floor=self.floor,
            lower_is_better=metric.lower_is_better,
            required=self.required,
            benchmark=Interval(self.benchmark_low / scale, self.benchmark_high / scale)
            if self.benchmark_high
            else None,
        )

    @api.model_create_multi
    def create(self, vals_list):
        self.env["outbound.pilot"].browse(
            {vals["pilot_id"] for vals in vals_list if vals.get("pilot_id")}
        )._check_unlocked()
        return super().create(vals_list)

    def write(self, vals):
        self.pilot_id._check_unlocked()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_locked(self):
        self.pilot_id._check_unlocked()
