"""Opening the board and a lead's form: server time of the calls that the web client makes, beside plain CRM."""

from __future__ import annotations

import json
from collections.abc import Iterator
from statistics import median

from ..bench import Context, line

RUNS = 15
# What the Outbound page asks for when it is opened: in one request, and its history in another.
OUTBOUND_PAGE = [
    *("icp_explanation", "outreach_timeline", "do_not_contact", "routing_explanation", "research_status"),
    *("research_doubt", "brief_page", "assessment_page", "signal_ids", "document_ids"),
]
CRM_BOARD = "crm.crm_lead_action_pipeline"
OUR_BOARD = "outbound_prospecting.outbound_pipeline_action"


def run(ctx: Context, size: int | None) -> Iterator[dict]:
    count = size or 100_000
    with ctx.database(addon=False) as plain, ctx.database() as beside, ctx.database() as outbound:
        places = {
            "plain": (plain, CRM_BOARD),
            "crm's own board, leads of another team": (beside, CRM_BOARD),
            "board of the outbound team": (outbound, OUR_BOARD),
        }
        for database, board in places.values():
            ctx.inside(database, "lib.benches.lead_pages:prepare", {"leads": count, "board": board})
        took = ctx.inside(outbound, "lib.benches.lead_pages:measure", {"places": places})
    reference = took.pop("plain")
    for place, pages in took.items():
        for page, seconds in pages.items():
            plain = "form" if page.startswith("form") else page
            yield line(
                f"open {page}: {place} ({count} leads, median of {RUNS} alternate runs)",
                ours=1000 * median(seconds),
                reference=(f"{plain} of plain CRM", 1000 * median(reference[plain])),
                unit="ms",
                at_most=1.3,
            )


# ------------------------------------------------------------------ inside Odoo


def prepare(env, payload: dict):
    """Leads of the team whose board is opened; prospects are scored."""
    from ..bench_leads import insert_leads, vacuum

    ours = payload["board"] == OUR_BOARD
    team = env["crm.team"]._get_outbound_team() if ours else env.ref("sales_team.team_sales_department")
    insert_leads(env, team, payload["leads"], closed=payload["leads"] // 10)
    if ours:
        env["outbound.icp"]._cron_score_leads()
    env.cr.commit()
    vacuum(env)


def measure(env, payload: dict) -> dict:
    """Seconds by place and page."""
    from odoo.modules.registry import Registry

    from ..bench_leads import timed

    visits, took = {}, {}
    for place, (database, action) in payload["places"].items():
        visits[place] = _Visit(env(cr=Registry(database).cursor()), action)
        took[place] = {page: [] for page in visits[place].pages}
    for run in range(RUNS + 1):
        # Each place comes first as often as last.
        for place in sorted(visits, reverse=bool(run % 2)):
            visit = visits[place]
            for page, load in visit.pages.items():
                seconds = timed(load, run)
                if run:  # the first one warms up
                    took[place][page].append(seconds)
    for visit in visits.values():
        visit.env.cr.close()
    return took


class _Visit:
    """A person at the web client: what it asks the server when an action's board or a form is opened."""

    def __init__(self, env, action: str):
        from odoo.tools.safe_eval import safe_eval

        self.env = env
        self.action = env["ir.actions.act_window"]._for_xml_id(action)
        self.context = safe_eval(self.action["context"], {"uid": env.uid})
        self.domain = safe_eval(self.action["domain"])
        self.Lead = env["crm.lead"].with_context(**self.context)
        view_ids = {view_type: view_id for view_id, view_type in self.action["views"]}
        described = self.Lead.get_views([(view_ids.get("kanban"), "kanban"), (view_ids.get("form"), "form")])
        self.models = described["models"]
        self.kanban, self.form = (_parse(described["views"][name]["arch"]) for name in ("kanban", "form"))
        self.board_call = self._prepare_board()
        self.form_specification = self._specification(self.form, "crm.lead")
        self.ids = self.Lead.search(self.domain, order="id", limit=RUNS + 1).ids
        self.pages = {"board": self.load_board, "form": self.load_form}
        if action == OUR_BOARD:
            self.pages["form with its Outbound page"] = self.load_outbound_page

    def load_board(self, _run: int):
        """Columns with their first cards and totals, then the bars over the columns."""
        lead = self._request()
        groups = lead.with_context(read_group_expand=True).web_read_group(**self.board_call)["groups"]
        if not any(group.get("__records") for group in groups):
            raise AssertionError("The board has no cards.")
        bar = self.kanban.find(".//progressbar")
        lead.read_progress_bar(
            self.domain,
            group_by="stage_id",
            progress_bar={"field": bar.get("field"), "colors": json.loads(bar.get("colors"))},
        )

    def load_form(self, run: int):
        """All values that the form shows."""
        self._request().browse(self.ids[run]).with_context(bin_size=True).web_read(self.form_specification)

    def load_outbound_page(self, run: int):
        """The form, and what its first page asks for on top, each in a request of its own."""
        self.load_form(run)
        self._request().browse(self.ids[run]).read(OUTBOUND_PAGE)
        events = [("lead_id", "=", self.ids[run])]
        self._request().env["outbound.event"].web_search_read(events, {"summary": {}, "date": {}}, limit=5)

    def _request(self):
        """Each request is a transaction of its own that knows nothing yet."""
        self.env.cr.rollback()
        self.env.transaction.reset()
        return self.Lead

    def _prepare_board(self) -> dict:
        bar = self.kanban.find(".//progressbar")
        fields = self.models["crm.lead"]["fields"]
        summed = [name for name in (bar.get("sum_field"), bar.get("recurring_revenue_sum_field")) if name]
        aggregates = [f"{name}:{fields[name]['aggregator']}" for name in summed if fields[name].get("aggregator")]
        for name in summed:
            if currency := fields[name].get("currency_field"):
                aggregates += [f"{currency}:array_agg_distinct", f"{name}:sum_currency"]
        return {
            "domain": self.domain,
            "groupby": ["stage_id"],
            "aggregates": list(dict.fromkeys(aggregates)),
            "order": self.kanban.get("default_order"),
            "auto_unfold": True,
            "opening_info": [],
            "unfold_read_default_limit": 40,
            "unfold_read_specification": self._specification(self.kanban, "crm.lead"),
            "groupby_read_specification": {},
        }

    def _specification(self, arch, model: str) -> dict:
        """What the web client reads for a view: its fields, names of related records, values of lists in it."""
        specification = {}
        for node in arch.xpath(".//field[count(ancestor::field) = $level]", level=_level(arch)):
            name = node.get("name")
            field = self.models[model]["fields"][name]
            read = specification.setdefault(name, {})
            if node.get("invisible") in ("1", "True"):
                continue
            if field["type"] in ("many2one", "reference"):
                read.setdefault("fields", {})["display_name"] = {}
            elif field["type"] in ("one2many", "many2many") and (shown := self._shown_in_list(node, field["relation"])):
                read.setdefault("fields", {}).update(shown)
                read["limit"] = 40
        return specification

    def _shown_in_list(self, node, model: str) -> dict:
        for child in node:
            if child.tag in ("list", "kanban"):
                return self._specification(child, model)
        if (node.get("widget") or "").startswith("many2many_tags"):
            return {"display_name": {}, "color": {}} if "color" in (node.get("options") or "") else {"display_name": {}}
        return {}


def _level(arch) -> int:
    return len(list(arch.iterancestors("field"))) + (arch.tag == "field")


def _parse(arch: str):
    from lxml import etree

    return etree.fromstring(arch)
