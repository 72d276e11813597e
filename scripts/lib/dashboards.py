"""The dashboards that the addon ships, written down once: `python3 scripts/lib/dashboards.py` writes their JSON.

Odoo's own editor of dashboards is not part of the Community edition, and every chart and table of the JSON repeats all
filters: here they stand in one place. A test of the architecture fails while the shipped files say something else.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "addons" / "outbound_prospecting" / "data" / "dashboards"
MENU = "outbound_prospecting.outbound_{}_menu"
PROSPECT, TOUCH, STAGE = "outbound.report.prospect", "outbound.report.touch", "outbound.report.stage"
FILTERS = [
    ("period", "Period", "date", {"chain": "date", "type": "datetime", "offset": 0}),
    ("team", "Team", "crm.team", {"chain": "team_id", "type": "many2one"}),
    ("vertical", "Vertical", "outbound.vertical", {"chain": "vertical_id", "type": "many2one"}),
    ("pilot", "Pilot", "outbound.pilot", {"chain": "pilot_id", "type": "many2one"}),
]
MATCHING = {name: matching for name, _label, _model, matching in FILTERS}
COLUMNS = [142, 96, 96, 96, 96, 22, 142, 96, 96, 96, 96]  # two tables of five columns side by side, in pixels
AMOUNTS = {"weighted_value", "cost"}  # too long for a figure on top
LEFT, RIGHT = "A", "G"
ROW = 23  # pixels
HALF = sum(COLUMNS[:5])
TITLE, HEAD, FIGURES, BODY = 1, 2, 3, 4  # styles
LABELS = {
    "prospects": "Prospects", "contacted": "Contacted", "answered": "Replied", "positive": "Positive",
    "meetings": "Meetings", "won": "Won", "contact_days": "Days to contact", "reply_rate": "Reply %",
    "positive_rate": "Positive %", "meeting_rate": "Meeting %", "win_rate": "Won %", "entered": "Entered",
    "conversion": "Moved on %", "days": "Days", "waiting": "Still here", "weighted_value": "Forecast",
    "mails": "Mails", "failed": "Refused", "bounced": "Bounced", "bounce_rate": "Bounced %",
    "complained": "Complaints", "complaint_rate": "Unwanted %", "cost": "Cost", "touches": "Touches",
    "cost_per_prospect": "Per prospect", "cost_per_reply": "Per reply", "cost_per_meeting": "Per meeting",
}  # fmt: skip
ROWS = {
    "stage_id": "Stage", "source_id": "Source", "variant": "Variant", "level": "Level", "tier": "Tier", "user_id": "Rep",
    "mailbox_id": "Mailbox", "fault": "Fault",
}  # fmt: skip
SHARES = {
    "reply_rate",
    "positive_rate",
    "meeting_rate",
    "win_rate",
    "conversion",
    "bounce_rate",
    "days",
    "contact_days",
}


@dataclass
class Dashboard:
    """One page: figures on top, then tables and charts; a second sheet holds what the figures are computed from."""

    name: str
    cells: dict[str, str] = field(default_factory=dict)
    styles: dict[str, int] = field(default_factory=dict)
    figures: list[dict] = field(default_factory=list)
    data: dict[str, str] = field(default_factory=dict)
    pivots: dict[str, dict] = field(default_factory=dict)
    menus: dict[str, str] = field(default_factory=dict)
    scores: int = 0

    def pivot(
        self, model: str, measures: list[str], rows: list[str], domain: list | None = None, sort: str = ""
    ) -> str:
        """A source of figures, all filters applied; its name heads the rows."""
        number = str(len(self.pivots) + 1)
        self.pivots[number] = {
            "type": "ODOO", "id": number, "formulaId": number, "name": ROWS.get("".join(rows), self.name), "model": model,
            "domain": domain or [], "context": {}, "columns": [],
            "rows": [self._dimension(row) for row in rows], "measures": [self._measure(name) for name in measures],
            "sortedColumn": {"measure": sort, "order": "desc", "domain": []} if sort else None,
            "fieldMatching": MATCHING,
        }  # fmt: skip
        return number

    def _dimension(self, row: str) -> dict:
        name, _separator, granularity = row.partition(":")
        return {"fieldName": name, "granularity": granularity} if granularity else {"fieldName": name}

    def _measure(self, name: str) -> dict:
        formats = {"complaint_rate": "0.00"} | dict.fromkeys(SHARES, "0.0")
        measure = {"id": name, "fieldName": name, "userDefinedName": LABELS[name]}
        return {**measure, "format": formats[name]} if name in formats else measure

    def table(self, title: str, column: str, row: int, pivot: str, menu: str, lines: int = 10):
        """A table below its title, which leads to the report; its figures open their lines."""
        self.cells[f"{column}{row}"] = f"[{title}](odoo://ir_menu_xml_id/{MENU.format(menu)})"
        self.cells[f"{column}{row + 1}"] = f"=PIVOT({pivot},{lines},FALSE,FALSE)"
        last = chr(ord(column) + 4)
        self.styles[f"{column}{row}:{last}{row}"] = TITLE
        self.styles[f"{column}{row + 1}"] = HEAD
        self.styles[f"{chr(ord(column) + 1)}{row + 1}:{last}{row + 1}"] = FIGURES
        self.styles[f"{column}{row + 2}:{last}{row + 1 + lines}"] = BODY

    def chart(
        self, title: str, column: str, row: int, kind: str, model: str, measure: str, group_by: list[str], menu: str
    ):
        """A chart whose parts open their lines."""
        name = f"{kind}-{len(self.figures)}"
        data = {
            "type": f"odoo_{kind}", "title": {"text": title, "bold": True, "color": "#01666b"}, "background": "#FFFFFF",
            "legendPosition": "top" if len(group_by) > 1 else "none", "verticalAxisPosition": "left",
            "stacked": len(group_by) > 1, "dataSets": [], "chartId": name, "fieldMatching": MATCHING,
            "metaData": {"groupBy": group_by, "measure": measure, "order": None, "resModel": model,
                         "mode": "line" if kind == "line" else "bar", "cumulatedStart": False},
            "searchParams": {"comparison": None, "context": {}, "domain": [], "groupBy": group_by, "orderBy": []},
        }  # fmt: skip
        self._place(name, data, 0 if column == LEFT else sum(COLUMNS[:6]), (row - 1) * ROW, HALF, 12 * ROW, menu)

    def score(self, title: str, formula: str, menu: str, below: str = "", *, short: bool = False):
        """A figure on top; `below` is what it is worth. A short one counts in thousands."""
        line, name = len(self.data) // 3 + 1, f"score-{self.scores}"
        self.data |= {f"A{line}": title, f"B{line}": f"={formula}", f"C{line}": f"={below}" if below else ""}
        data = {
            "type": "scorecard", "title": {"text": title, "bold": True, "color": "#434343"}, "background": "#EFF6FF",
            "keyValue": f"Data!B{line}", "baseline": f"Data!C{line}" if below else "", "baselineMode": "text",
            "baselineDescr": {"text": ""}, "baselineColorUp": "#6c757d", "baselineColorDown": "#6c757d",
            "humanize": short, "chartId": name,
        }  # fmt: skip
        self.scores += 1
        self._place(name, data, 0, 8, 0, 105, menu)
        width = sum(COLUMNS) // self.scores  # all of them together fill the page
        for place, figure in enumerate(one for one in self.figures if one["data"]["type"] == "scorecard"):
            figure |= {"width": width - 8, "offset": {"x": width * place, "y": 8}}

    def total(self, title: str, pivot: str, measure: str, menu: str, below: str = ""):
        """A sum or the like, with its currency; a dash while there is none."""
        value = f'PIVOT.VALUE({pivot},"{measure}")'
        self.score(title, f'IF(ISNUMBER({value}),{value},"–")', menu, below, short=measure in AMOUNTS)

    def share(self, title: str, pivot: str, hits: str, count: str, menu: str):
        """A share with the interval that it may really lie in (Wilson, 95 %) and what it is of; docs/adr/0012."""
        k, n = f'PIVOT.VALUE({pivot},"{hits}")', f'PIVOT.VALUE({pivot},"{count}")'
        middle, half = f"({k}+1.9207)", f"1.96*SQRT({k}*({n}-{k})/{n}+0.9604)"
        low, high = (f'TEXT(MAX(0,MIN(100,100*({middle}{sign}{half})/({n}+3.8415))),"0.0")' for sign in ("-", "+"))
        self.score(
            title,
            f'IFERROR(TEXT(100*{k}/{n},"0.0")&" %","–")',
            menu,
            f'IFERROR({low}&"–"&{high}&" %, "&{k}&" of "&{n},_t("none yet"))',
        )

    def _place(self, name: str, data: dict, x: int, y: int, width: int, height: int, menu: str):
        self.figures.append(
            {"id": name, "tag": "chart", "col": 0, "row": 0, "offset": {"x": x, "y": y}, "width": width,
             "height": height, "data": data}
        )  # fmt: skip
        self.menus[name] = MENU.format(menu)

    def to_json(self) -> str:
        rows = 1 + max(figure["offset"]["y"] + figure["height"] for figure in self.figures) // ROW
        rows = max(rows, *(int(key[1:]) + 12 for key in self.cells))
        pages = [
            self._sheet("page", "Dashboard", rows, self.cells, self.styles, self.figures),
            self._sheet("data", "Data", 40, {key: text for key, text in self.data.items() if text}, {}, []),
        ]
        book = {
            "version": "18.5.10", "revisionId": "START_REVISION", "uniqueFigureIds": True, "sheets": pages,
            "styles": {
                str(TITLE): {"bold": True, "fontSize": 14, "textColor": "#01666b"},
                str(HEAD): {"bold": True, "textColor": "#434343"},
                str(FIGURES): {"bold": True, "textColor": "#434343", "align": "right"},
                str(BODY): {"textColor": "#434343"},
            },
            "formats": {}, "borders": {}, "customTableStyles": {}, "lists": {}, "listNextId": 1,
            "pivots": self.pivots, "pivotNextId": len(self.pivots) + 1, "chartOdooMenusReferences": self.menus,
            "globalFilters": [self._filter(*line) for line in FILTERS],
            "settings": {"locale": {"name": "English (US)", "code": "en_US", "thousandsSeparator": ",",
                                    "decimalSeparator": ".", "dateFormat": "mm/dd/yyyy", "timeFormat": "hh:mm:ss",
                                    "formulaArgSeparator": ",", "weekStart": 7}},
        }  # fmt: skip
        return json.dumps(book, indent=1, ensure_ascii=False) + "\n"

    def _filter(self, name: str, label: str, model: str, _matching: dict) -> dict:
        if model == "date":
            return {"id": name, "type": "date", "label": label, "defaultValue": "last_90_days"}
        return {"id": name, "type": "relation", "label": label, "modelName": model}

    def _sheet(self, id_: str, name: str, rows: int, cells: dict, styles: dict, figures: list) -> dict:
        return {
            "id": id_, "name": name, "colNumber": len(COLUMNS), "rowNumber": rows,
            "rows": {}, "cols": {str(index): {"size": size} for index, size in enumerate(COLUMNS)}, "merges": [],
            "cells": cells, "styles": styles, "formats": {}, "borders": {}, "conditionalFormats": [],
            "dataValidationRules": [], "figures": figures, "tables": [], "areGridLinesVisible": False,
            "isVisible": True, "headerGroups": {"ROW": [], "COL": []}, "comments": {},
        }  # fmt: skip


def pipeline() -> Dashboard:
    page = Dashboard("pipeline")
    total = page.pivot(PROSPECT, ["prospects", "contacted", "answered", "positive", "meetings", "weighted_value"], [])
    page.total("Prospects", total, "prospects", "report_source")
    page.share("Replied", total, "answered", "contacted", "report_touch")
    page.share("Replied positively", total, "positive", "contacted", "report_touch")
    page.share("Meetings", total, "meetings", "contacted", "report_source")
    page.total("Forecast", total, "weighted_value", "forecast", '_t("value × probability")')
    funnel = page.pivot(STAGE, ["entered", "conversion", "days", "waiting"], ["stage_id"])
    page.chart("Funnel", LEFT, 7, "bar", STAGE, "entered", ["stage_id"], "report_stage")
    page.table("Stages", RIGHT, 7, funnel, "report_stage")
    page.chart(
        "Prospects by source", LEFT, 20, "bar", PROSPECT, "prospects", ["date:week", "source_id"], "report_source"
    )
    results = ["contacted", "reply_rate", "positive_rate", "meeting_rate"]
    page.table("Sources", RIGHT, 20, page.pivot(PROSPECT, results, ["source_id"], sort="contacted"), "report_source")
    page.chart("Positive replies by step (%)", LEFT, 33, "bar", TOUCH, "positive_rate", ["step_id"], "report_touch")
    replies = ["contacted", "reply_rate", "positive_rate"]
    page.table(
        "Variants", RIGHT, 33, page.pivot(TOUCH, replies, ["variant"], [["variant", "!=", False]]), "report_touch"
    )
    page.chart("Replies by hour of the prospect (%)", LEFT, 46, "bar", TOUCH, "reply_rate", ["hour"], "report_touch")
    page.table("Persons", RIGHT, 46, page.pivot(TOUCH, replies, ["level"], sort="contacted"), "report_touch")
    page.table("Tiers", LEFT, 59, page.pivot(PROSPECT, results, ["tier"]), "report_source", 6)
    reps = page.pivot(PROSPECT, ["contacted", "positive_rate", "meetings", "won"], ["user_id"], sort="contacted")
    page.table("Reps", RIGHT, 59, reps, "report_rep", 6)
    return page


def delivery() -> Dashboard:
    page = Dashboard("delivery")
    mails = page.pivot(TOUCH, ["mails", "failed", "bounced", "complained"], [], [["channel", "=", "email"]])
    costs = page.pivot(PROSPECT, ["cost", "cost_per_prospect", "cost_per_reply", "cost_per_meeting"], [])
    page.total("Mails sent", mails, "mails", "report_delivery")
    page.share("Bounced", mails, "bounced", "mails", "report_delivery")
    page.share("Complaints", mails, "complained", "mails", "report_delivery")
    page.total("Cost", costs, "cost", "report_cost")
    page.total("Cost per reply", costs, "cost_per_reply", "report_cost")
    page.total("Cost per meeting", costs, "cost_per_meeting", "report_cost")
    page.chart("Mails sent", LEFT, 7, "bar", TOUCH, "mails", ["date:day", "mailbox_id"], "report_delivery")
    health = page.pivot(
        TOUCH,
        ["mails", "failed", "bounce_rate", "complaint_rate"],
        ["mailbox_id"],
        [["channel", "=", "email"]],
        "mails",
    )
    page.table("Mailboxes", RIGHT, 7, health, "report_delivery")
    page.chart("Bounced by source (%)", LEFT, 20, "bar", TOUCH, "bounce_rate", ["source_id"], "report_delivery")
    faults = page.pivot(TOUCH, ["bounced"], ["fault"], [["bounced", "=", 1]])
    page.table("Whose fault a bounce is", RIGHT, 20, faults, "report_delivery", 6)
    page.chart("Cost by month", LEFT, 33, "bar", PROSPECT, "cost", ["date:month"], "report_cost")
    prices = ["cost", "cost_per_prospect", "cost_per_reply", "cost_per_meeting"]
    page.table("Cost by source", RIGHT, 33, page.pivot(PROSPECT, prices, ["source_id"], sort="cost"), "report_cost")
    return page


DASHBOARDS = (pipeline, delivery)


def write() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for make in DASHBOARDS:
        page = make()
        (FOLDER / f"{page.name}_dashboard.json").write_text(page.to_json(), encoding="utf-8")


if __name__ == "__main__":
    write()
