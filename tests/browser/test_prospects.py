"""A prospect as a rep sees it: the list, the explained score, the history; nothing changes for other salespeople."""

import re
import uuid

import pytest
from playwright.sync_api import expect

FACTORS = ["Industry fit", "Company size", "Technology readiness", "Geographic proximity", "Buying signals"]


@pytest.fixture
def make_prospect(rpc):
    """`make_prospect(**values)`: id and name of an opportunity of the outbound team."""

    def make(**values):
        name = f"Northpeak {uuid.uuid4().hex[:6]}"
        team = rpc("ir.model.data", "check_object_reference", "outbound_prospecting", "crm_team_outbound")[1]
        country = rpc("ir.model.data", "check_object_reference", "base", "us")[1]
        vals = {"name": name, "partner_name": name, "team_id": team, "country_id": country, **values}
        return rpc("crm.lead", "create", vals), name

    return make


@pytest.fixture(params=["page", "narrow_page"])
def rep_page(request, login):
    """Desktop and phone, logged in as the demo rep."""
    page = request.getfixturevalue(request.param)
    login(page, "rep", "rep")
    return page


def test_a_rep_sees_the_board_with_its_eight_columns(rep_page, base_url, make_prospect):
    _, name = make_prospect(employee_count=120)
    rep_page.goto(f"{base_url}/odoo/outbound-pipeline")
    expect(rep_page.locator(".o_kanban_group")).to_have_count(8)
    card = rep_page.locator(".o_kanban_record", has_text=name)
    expect(card).to_be_attached()


def open_prospect(page, base_url, lead_id):
    page.goto(f"{base_url}/odoo/outbound-prospects/{lead_id}")
    page.locator("a[name=outbound]").click()


def factor(page, name):
    return page.locator(".o_outbound_factor", has=page.get_by_text(name, exact=True))


def test_a_rep_sees_the_score_explained_and_scores_again(rep_page, base_url, rpc, make_prospect, screenshot):
    page = rep_page
    lead_id, _ = make_prospect(employee_count=700, description="<p>Runs an innovation programme</p>")
    open_prospect(page, base_url, lead_id)
    expect(page.get_by_text("Not scored yet")).to_be_visible()

    page.get_by_role("button", name="Score now").click()
    expect(page.locator(".o_outbound_factor_name")).to_have_text(FACTORS)
    expect(page.locator(".o_outbound_factor .o_outbound_bar")).to_have_count(5)
    size = factor(page, "Company size")
    expect(size).to_contain_text("4/5")
    expect(size).to_contain_text("501 to 1,000 employees")
    expect(size).to_contain_text("Employees: 700")
    expect(size).to_contain_text("weight 20 %")
    (lead,) = rpc("crm.lead", "read", [lead_id], ["icp_score", "icp_completeness"])
    expect(page.locator(".o_outbound_score_total")).to_contain_text(f"{lead['icp_score']:.2f}of 5")
    expect(page.locator(".o_outbound_score_total")).to_contain_text(f"{lead['icp_completeness']} %")
    expect(page.locator(".o_outbound_history")).to_contain_text("Tier changed")
    screenshot(page, f"lead-{page.viewport_size['width']}")

    rpc("crm.lead", "write", [lead_id], {"employee_count": 80})
    page.reload()
    page.locator("a[name=outbound]").click()
    page.get_by_role("button", name="Score now").click()
    expect(factor(page, "Company size")).to_contain_text("5/5")


def test_what_is_not_known_is_no_bad_rating(page, base_url, make_prospect):
    lead_id, _ = make_prospect()
    open_prospect(page, base_url, lead_id)
    page.get_by_role("button", name="Score now").click()
    size = factor(page, "Company size")
    expect(size).to_contain_text("not known")
    expect(size).to_contain_text("Fill in Employees")
    expect(size.locator(".o_outbound_bar_unknown")).to_be_visible()
    expect(size.locator(".o_outbound_bar_low")).to_have_count(0)


def test_a_disqualified_prospect_says_why(page, base_url, make_prospect):
    lead_id, _ = make_prospect(employee_count=2)
    open_prospect(page, base_url, lead_id)
    page.get_by_role("button", name="Score now").click()
    banner = page.locator(".o_outbound_score .alert-danger")
    expect(banner).to_contain_text("Not pursued: Fewer than five employees")
    expect(banner).to_contain_text("Employees: 2")


def test_the_list_filters_by_tier_and_scores_the_selected(page, base_url, rpc, make_prospect, screenshot):
    lead_id, name = make_prospect(employee_count=120)
    page.goto(f"{base_url}/odoo/outbound-prospects")
    row = page.locator(".o_data_row")
    expect(row.first).to_be_visible()
    page.locator(".o_searchview_input").press_sequentially(name)
    page.locator(".o_searchview_autocomplete").get_by_text(name).first.click()
    expect(row).to_have_count(1)
    row.locator("input[type=checkbox]").check()
    page.get_by_role("button", name="Score now").click()
    expect(page.locator(".o_data_row td[name=icp_tier]")).to_have_text(re.compile("Tier|Disqualified"))
    screenshot(page, "prospects-list")

    page.locator(".o_searchview_dropdown_toggler").click()
    page.get_by_role("menuitemcheckbox", name="Not Scored").click()
    expect(page.locator(".o_data_row")).to_have_count(0)
    assert rpc("crm.lead", "read", [lead_id], ["icp_score"])[0]["icp_score"] > 0


def test_every_view_of_the_prospects_opens(page, base_url, make_prospect):
    make_prospect(employee_count=120)
    page.goto(f"{base_url}/odoo/outbound-prospects")
    for view in ("kanban", "pivot", "graph", "list"):
        page.locator(f".o_switch_view.o_{view}").click()
        expect(page.locator(f".o_{view}_view")).to_be_visible()


def test_salespeople_without_outbound_see_their_crm_as_it_was(page, base_url, rpc, login):
    salesman = rpc("ir.model.data", "check_object_reference", "sales_team", "group_sale_salesman_all_leads")[1]
    user = rpc("ir.model.data", "check_object_reference", "base", "group_user")[1]
    who = f"plain-{uuid.uuid4().hex[:6]}"
    rpc("res.users", "create", {"name": "Pat", "login": who, "password": who, "group_ids": [(6, 0, [user, salesman])]})
    lead_id = rpc("crm.lead", "create", {"name": "Ordinary deal", "type": "opportunity"})
    login(page, who, who)
    page.goto(f"{base_url}/odoo/action-crm.crm_lead_action_pipeline/{lead_id}")
    expect(page.locator("a[name=internal_notes]")).to_be_visible()
    expect(page.locator("a[name=outbound], [name=icp_score], [name=icp_tier]")).to_have_count(0)
    page.goto(f"{base_url}/odoo/action-crm.crm_lead_opportunities")
    expect(page.locator(".o_kanban_view")).to_be_visible()
    page.locator(".o_searchview_dropdown_toggler").click()
    expect(page.get_by_role("menuitemcheckbox", name="Unassigned")).to_be_visible()
    expect(page.get_by_role("menuitemcheckbox", name="Tier 1")).to_have_count(0)
