from datetime import date, timedelta

from odoo import _, models
from odoo.tools.misc import format_date, formatLang

from ...domain.forecast import Deal, forecast
from ...domain.scheduled_report import Figure, Line, Report, span_of_day
from ...domain.stats import Rate
from ..replies.reply import MACHINES
from .money import format_money

COHORT = timedelta(days=90)  # conversion is that of prospects who enrolled within these days
TEAM = ("team_id.is_outbound", "=", True)
OPEN = (TEAM, ("won_status", "=", "pending"), ("active", "=", True))
Domain = tuple[tuple[str, str, object], ...]


class OutboundReportSubscription(models.Model):
    """What the reports say. Each figure is counted from the very domain that its link opens."""

    _inherit = "outbound.report.subscription"

    # ------------------------------------------------------------------ every day

    def _build_daily(self, day: date) -> Report:
        """Yesterday: touches, replies by class, what moved in the pipeline."""
        yesterday = day - timedelta(days=1)
        start, end = (moment.replace(tzinfo=None) for moment in span_of_day(yesterday, self._get_zone()))

        def within(name: str) -> Domain:
            return (name, ">=", str(start)), (name, "<", str(end))

        lines = [self._line_touches(within), *self._lines_replies(within), *self._lines_moves(within)]
        shown = format_date(self.env, yesterday)
        return Report(
            title=_("Outreach on %s", shown),
            lines=tuple(line for line in lines if line.figures),
            silence=_("Nothing was sent, nobody answered and nothing moved."),
        )

    def _line_touches(self, within) -> Line:
        done = within("done_date")
        figures = [
            self._count("outbound.touch", (("state", "=", "sent"), *done), _("mails")),
            self._count("outbound.touch", (("state", "=", "done"), ("channel", "!=", "internal"), *done), _("tasks")),
            self._count("outbound.touch", (("state", "in", ["failed", "unknown"]), *done), _("failed")),
        ]
        return Line(_("Touches"), _shown(figures))

    def _lines_replies(self, within) -> list[Line]:
        received = within("received_date")
        labels = dict(self.env["outbound.reply"]._fields["label"]._description_selection(self.env))
        domain = [*self._get_company_domain(), *received]
        found = self.env["outbound.reply"]._read_group(domain, ["label"], ["__count"])
        counts = dict(found)
        human = [
            self._figure("outbound.reply", (("label", "=", label), *received), str(counts[label]), name.lower())
            for label, name in labels.items()
            if label not in MACHINES and counts.get(label)
        ]
        unread = counts.get(False, 0)
        if unread:
            human.append(self._figure("outbound.reply", (("label", "=", False), *received), str(unread), _("not read yet")))  # fmt: skip
        machines = [
            self._figure(
                "outbound.reply", (("label", "=", label), *received), str(counts[label]), labels[label].lower()
            )
            for label in MACHINES
            if counts.get(label)
        ]
        return [Line(_("Replies"), tuple(human)), Line(_("Automatic"), tuple(machines))]

    def _lines_moves(self, within) -> list[Line]:
        moved = (*OPEN, *within("date_last_stage_update"))
        stages = self.env["crm.lead"]._read_group([*self._get_company_domain(), *moved], ["stage_id"], ["__count"])
        figures = [
            self._figure("crm.lead", (*moved, ("stage_id", "=", stage.id)), str(count), stage.name)
            for stage, count in stages
        ]
        closed = within("date_closed")
        ends = [
            self._count("outbound.event", (("kind", "=", "meeting_booked"), *within("date")), _("meetings booked")),
            self._count("crm.lead", (TEAM, ("won_status", "=", "won"), *closed), _("won")),
            self._count("crm.lead", (TEAM, ("won_status", "=", "lost"), *closed), _("lost")),
        ]
        return [Line(_("Moved to"), tuple(figures)), Line(_("Outcomes"), _shown(ends))]

    # ------------------------------------------------------------------ twice a week

    def _build_pipeline(self, day: date) -> Report:
        """Prospects by stage, conversion of the last 90 days, and what the open deals will bring."""
        stages = self.env["crm.lead"]._read_group([*self._get_company_domain(), *OPEN], ["stage_id"], ["__count"])
        by_stage = [
            self._figure("crm.lead", (*OPEN, ("stage_id", "=", stage.id)), str(count), stage.name or _("no stage"))
            for stage, count in stages
        ]
        lines = [
            Line(_("Open prospects"), tuple(by_stage)),
            self._line_conversion(day),
            self._line_forecast(),
        ]
        return Report(
            title=_("Pipeline on %s", format_date(self.env, day)),
            lines=tuple(line for line in lines if line.figures),
            silence=_("There are no open prospects."),
        )

    def _line_conversion(self, day: date) -> Line:
        """Of those who entered a sequence lately: how many answered, met us, bought."""
        since = str(span_of_day(day - COHORT, self._get_zone())[0].replace(tzinfo=None))
        cohort = (TEAM, ("sequence_start_date", ">=", since))
        whole = self._search_count("crm.lead", cohort)
        if not whole:
            return Line(_("Conversion"), ())
        parts = (
            (_("answered"), (("outbound_event_ids.kind", "=", "replied"),)),
            (_("meeting"), (("meeting_booked_date", "!=", False),)),
            (_("won"), (("won_status", "=", "won"),)),
        )
        figures = []
        for label, condition in parts:
            domain = (*cohort, *condition)
            rate = Rate(self._search_count("crm.lead", domain), whole)
            shown = _("%(hits)s (%(rate)s %%)", hits=rate.hits, rate=formatLang(self.env, 100 * rate.hits / whole, digits=1))  # fmt: skip
            figures.append(self._figure("crm.lead", domain, shown, label))
        return Line(_("Conversion"), tuple(figures), note=_("of %s who began in the last 90 days", whole))

    def _line_forecast(self) -> Line:
        valued = (*OPEN, "|", ("expected_revenue", ">", 0), ("deal_value_estimate", ">", 0))
        leads = self.env["crm.lead"].search_fetch(
            [*self._get_company_domain(), *valued], ["expected_revenue", "deal_value_estimate", "probability"]
        )
        if not leads:
            return Line(_("Forecast"), ())
        deals = [Deal(lead.expected_revenue or lead.deal_value_estimate, lead.probability / 100) for lead in leads]
        found = forecast(deals)
        figure = self._figure("crm.lead", valued, self._format_money(found.expected))
        note = _(
            "probably %(low)s to %(high)s, from %(deals)s deals of %(total)s",
            low=self._format_money(found.interval.low),
            high=self._format_money(found.interval.high),
            deals=found.deals,
            total=self._format_money(found.total),
        )
        return Line(_("Forecast"), (figure,), note)

    # ------------------------------------------------------------------ figures

    def _get_company_domain(self) -> Domain:
        """Records of the company, and those that belong to none."""
        return (("company_id", "in", [self.company_id.id, False]),)

    def _figure(self, model: str, domain: tuple, text: str, label: str = "") -> Figure:
        return Figure(text, model, (*self._get_company_domain(), *domain), label)

    def _search_count(self, model: str, domain: tuple) -> int:
        return self.env[model].with_context(active_test=False).search_count([*self._get_company_domain(), *domain])

    def _count(self, model: str, domain: tuple, label: str) -> Figure:
        return self._figure(model, domain, str(self._search_count(model, domain)), label)

    def _format_money(self, value: float) -> str:
        return format_money(self.env, value, self.company_id.currency_id)


def _shown(figures: list[Figure]) -> tuple[Figure, ...]:
    """Nobody needs to be told of zeros."""
    return tuple(figure for figure in figures if figure.text != "0")
