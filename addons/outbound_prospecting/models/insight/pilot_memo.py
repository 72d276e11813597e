import io

import xlsxwriter

from odoo import _, models
from odoo.tools.misc import format_date

from ...domain.pilot import Memo, decide
from ...domain.pilot_figures import METRICS


class OutboundPilot(models.Model):
    """The decision memo: what was agreed, what was measured, what follows; to print, and as a workbook."""

    _inherit = "outbound.pilot"

    def _get_memo(self) -> Memo:
        """The memo's proposal; a person decides."""
        self.ensure_one()
        judgements = self._judge(self._measure()[self.id], ended=self._has_ended())
        return decide(self._get_progress(), judgements, stopped=bool(self.state_reason))

    def _describe_memo(self) -> dict:
        """What the printed memo says beside its criteria."""
        memo = self._get_memo()
        proposals = {
            "scale": _("Scale up: every required criterion is met."),
            "adjust": _("Adjust and repeat: some required criteria are met."),
            "stop": _("Stop: no required criterion is met, or the pilot was stopped."),
            "extend": _("Extend: a required figure has too few cases to decide."),
            "wait": _("Wait: the pilot still runs."),
        }
        return {
            "proposal": proposals[memo.decision.value],
            "met": _(
                "%(met)s of %(required)s required criteria are met, %(proven)s of them with the whole interval.",
                met=memo.met,
                required=memo.required,
                proven=memo.proven,
            ),
            "period": self._describe_period(),
            "comparison": self._describe_comparison(),
        }

    def _describe_period(self) -> str:
        if not self.launch_date:
            return ""
        first = format_date(self.env, self._local(self.launch_date).date())
        last = format_date(self.env, self._local(self.end_date or self.env["outbound.clock"]._now()).date())
        return _("%(first)s to %(last)s, %(progress)s", first=first, last=last, progress=self.progress_text)

    def _describe_comparison(self) -> list[dict]:
        """Those written to beside those held out; empty without a holdout."""
        groups = self._get_comparison()
        if not groups:
            return []
        names = (_("Written to"), _("Held out"))
        return [
            {
                "name": name,
                "people": group.people,
                "meetings": self._describe_rate(group.meetings),
                "won": self._describe_rate(group.won),
                "value": self._format_money(group.value),
            }
            for name, group in zip(names, groups, strict=True)
        ]

    def _describe_rate(self, rate) -> str:
        interval = self._describe_interval(rate.interval(), self._format_rate)
        return _("%(hits)s of %(count)s (%(interval)s)", hits=rate.hits, count=rate.count, interval=interval)

    # ------------------------------------------------------------------ workbook

    def action_export_memo(self):
        """Button: the memo as a workbook."""
        self.ensure_one()
        return {"type": "ir.actions.act_url", "url": f"/outbound/pilot/{self.id}/memo.xlsx", "target": "self"}

    def _build_workbook(self) -> bytes:
        """The criteria with their numbers, and the prospects behind them."""
        self.ensure_one()
        output = io.BytesIO()
        # Text of others is never read as a formula.
        with xlsxwriter.Workbook(output, {"in_memory": True, "strings_to_formulas": False}) as workbook:
            bold = workbook.add_format({"bold": True})
            self._fill_sheet(workbook.add_worksheet(_("Criteria")), bold, self._get_criteria_rows())
            self._fill_sheet(workbook.add_worksheet(_("Prospects")), bold, self._get_people_rows())
        return output.getvalue()

    @staticmethod
    def _fill_sheet(sheet, bold, rows: list[list]):
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                sheet.write(number, column, value, bold if number == 0 else None)
        sheet.set_column(0, 0, 28)
        sheet.freeze_panes(1, 1)

    def _get_criteria_rows(self) -> list[list]:
        header = [
            _("Criterion"), _("Unit"), _("Value"), _("Cases"), _("Of"), _("From"), _("To"), _("Target"), _("Stop Beyond"),
            _("Usual From"), _("Usual To"), _("Required"), _("Status"), _("Why"),
        ]  # fmt: skip
        rows = [header]
        figures = self._measure()[self.id]
        judgements = self._judge(figures, ended=self._has_ended())
        for words, judgement in zip(self._describe_criteria(figures), judgements, strict=True):
            criterion, finding = judgement.criterion, judgement.finding
            figure = figures[criterion.metric]
            is_money = METRICS[criterion.metric].money
            interval, usual = finding.interval, criterion.benchmark
            numbers = (
                finding.value, interval and interval.low, interval and interval.high, criterion.target, criterion.kill,
                usual and usual.low, usual and usual.high,
            )  # fmt: skip
            value, low, high, target, kill, usual_low, usual_high = (_cell(one, is_money) for one in numbers)
            rows.append(
                [
                    words["name"], self.currency_id.name if is_money else "%", value, len(figure.hits), len(figure.base),
                    low, high, target, kill, usual_low, usual_high, _("yes") if criterion.required else _("no"),
                    words["status_name"], words["reason"],
                ]
            )  # fmt: skip
        return rows

    def _get_people_rows(self) -> list[list]:
        flags = {
            "holdout": _("Held Out"), "contacted": _("Contacted"), "replied": _("Replied"), "positive": _("Interested"),
            "negative": _("Refused"), "meeting": _("Meeting"), "bounced": _("Bounced"), "completed": _("Completed"),
        }  # fmt: skip
        people = self._get_people()[self.id]
        names = {
            lead.id: lead.display_name for lead in self.env["crm.lead"].browse([one.lead for one in people]).exists()
        }
        rows = [[_("Prospect"), *flags.values(), _("Value"), _("Cost")]]
        for person in people:
            marks = [_("yes") if getattr(person, flag) else "" for flag in flags]
            rows.append([names.get(person.lead, ""), *marks, person.value, person.cost])
        return rows


def _cell(value: float | None, is_money: bool) -> float | str:
    """A number as a cell shows it: rates in percent, nothing for what is not known or has no end."""
    if value is None or value == float("inf"):
        return ""
    return round(value if is_money else 100 * value, 2)
