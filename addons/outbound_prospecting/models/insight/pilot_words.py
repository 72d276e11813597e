from odoo import _, api, fields, models
from odoo.tools.misc import formatLang

from ...domain import pilot as rules
from ...domain.pilot_figures import METRICS, Figure, compare_holdout
from .money import format_money


class OutboundPilot(models.Model):
    """The figures of a pilot as people read them: each with its people, interval, target, benchmark and reason."""

    _inherit = "outbound.pilot"

    criteria_report = fields.Json(compute="_compute_criteria_report")

    @api.depends_context("outbound_now", "lang")
    def _compute_criteria_report(self):
        measured = self._origin._measure()
        for pilot in self:
            figures = measured.get(pilot._origin.id)
            pilot.criteria_report = pilot._describe_criteria(figures) if figures and pilot.launch_date else False

    def _describe_criteria(self, figures: dict[str, Figure]) -> list[dict]:
        """Each criterion as people read it: value, of how many, interval, target, benchmark, status and why."""
        names = dict(self.env["outbound.pilot.criterion"]._fields["metric"]._description_selection(self.env))
        judgements = self._judge(figures, ended=self._has_ended())
        return [self._describe(names, judgement, figures[judgement.criterion.metric]) for judgement in judgements]

    def _describe(self, names: dict, judgement: rules.Judgement, figure: Figure) -> dict:
        criterion, finding = judgement.criterion, judgement.finding
        metric = METRICS[criterion.metric]
        show = self._format_money if metric.money else self._format_rate
        usual = criterion.benchmark
        return {
            "metric": criterion.metric,
            "name": names[criterion.metric],
            "value": show(finding.value) if finding.value is not None else "",
            "of": _("%(hits)s of %(count)s", hits=len(figure.hits), count=len(figure.base)),
            "count": len(figure.hits),
            "interval": self._describe_interval(finding.interval, show) if finding.interval else "",
            "bar": self._get_bar(judgement) if not metric.money else False,
            "target": f"{'≤' if metric.lower_is_better else '≥'} {show(criterion.target)}",
            "kill": show(criterion.kill) if criterion.kill is not None else "",
            "benchmark": f"{show(usual.low)} – {show(usual.high)}" if usual else "",
            "against": judgement.against_benchmark,
            "required": criterion.required,
            "status": judgement.status.value,
            "status_name": self._name_status(judgement.status),
            "code": judgement.reason.value,
            "reason": self._explain(judgement, show),
            "note": self._describe_opens(figure) if criterion.metric == "open_rate" else "",
        }

    @staticmethod
    def _get_bar(judgement: rules.Judgement) -> dict:
        """Where value, interval and target lie on a line from 0 to `full`, in percent of it."""
        criterion, finding = judgement.criterion, judgement.finding
        interval = finding.interval
        full = max(1.1 * interval.high if interval else 0.0, criterion.target * 1.5, 0.05)
        place = {"low": interval.low, "high": interval.high, "value": finding.value} if interval else {}
        return {name: round(100 * value / full, 1) for name, value in {**place, "target": criterion.target}.items()}

    def _describe_interval(self, interval, show) -> str:
        if interval.high == float("inf"):
            return _("at least %s", show(interval.low))
        return f"{show(interval.low)} – {show(interval.high)}"

    def _format_rate(self, value: float) -> str:
        return f"{formatLang(self.env, 100 * value, digits=1)} %"

    def _format_money(self, value: float) -> str:
        if value == float("inf"):
            return _("no meeting yet")
        return format_money(self.env, value, self.currency_id)

    def _name_status(self, status: rules.Status) -> str:
        return {
            rules.Status.MET: _("Met"),
            rules.Status.AT_RISK: _("At risk"),
            rules.Status.TOO_EARLY: _("Too early"),
            rules.Status.MISSED: _("Missed"),
        }[status]

    def _describe_opens(self, figure: Figure) -> str:
        """Opens stand here with the share of machines, and nothing follows from them."""
        if not any(self.sequence_ids.mapped("track_opens")):
            return _("The sequences do not track opens.")
        return _(
            "%(machines)s more were opened by machines only. Opens are unreliable and decide nothing.",
            machines=len(figure.machines),
        )

    def _explain(self, judgement: rules.Judgement, show) -> str:
        """Why a criterion stands as it does, in a sentence."""
        criterion, finding = judgement.criterion, judgement.finding
        target = show(criterion.target)
        if judgement.reason is rules.Reason.FEW:
            return _(
                "%(count)s of the %(floor)s people needed before anything is concluded.",
                count=finding.count,
                floor=criterion.floor,
            )
        if judgement.reason is rules.Reason.KILLED:
            return _("%(value)s is beyond the agreed limit of %(kill)s.", value=show(finding.value), kill=show(criterion.kill))  # fmt: skip
        return {
            rules.Reason.YOUNG: _("People have not had time to answer: it may stop the pilot in its second half."),
            rules.Reason.NO_FIGURE: _("There is nothing to measure yet."),
            rules.Reason.PROVEN: _("All of the interval is on the good side of %s.", target),
            rules.Reason.AHEAD: _("On course, and the interval still reaches across %s.", target),
            rules.Reason.REACHED: _("Reached; the interval reaches across %s, so it may be luck.", target),
            rules.Reason.BEHIND: _("Behind %s, and it may still come right.", target),
            rules.Reason.OUT_OF_REACH: _("All of the interval is on the wrong side of %s.", target),
            rules.Reason.FELL_SHORT: _("The pilot ended short of %s.", target),
        }[judgement.reason]

    # ------------------------------------------------------------------ records behind a figure

    def action_open_figure(self, metric: str):
        """Link of a figure: the prospects that make it."""
        self.ensure_one()
        self.check_access("read")
        names = dict(self.env["outbound.pilot.criterion"]._fields["metric"]._description_selection(self.env))
        return self._open_leads(names[metric], self._measure()[self.id][metric].hits)

    def _open_leads(self, name: str, ids):
        return {
            "type": "ir.actions.act_window",
            "name": f"{self.name} · {name}",
            "res_model": "crm.lead",
            "views": [(False, "list"), (False, "form")],
            "domain": [("id", "in", list(ids))],
            "context": {"active_test": False},
        }

    def _get_comparison(self):
        """Those written to beside those held out; None without a holdout."""
        return compare_holdout(self._get_people()[self.id])
