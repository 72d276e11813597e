"""The ICP as its leads work with it: new version, change, preview, approvals, export and import."""

import json
import re
import uuid

import pytest
from playwright.sync_api import expect


@pytest.fixture
def draft(rpc):
    """Id and name of a draft with a name of its own, a copy of the installed ICP."""
    icp = rpc("ir.model.data", "check_object_reference", "outbound_prospecting", "icp_default")[1]
    name = f"Profile {uuid.uuid4().hex[:6]}"
    (copy,) = rpc("outbound.icp", "copy", [icp], {"name": name})
    return copy, name


@pytest.fixture
def prospects(rpc):
    """Ten prospects with 30 employees, scored: below the sweet spot of the installed ICP."""
    team = rpc("ir.model.data", "check_object_reference", "outbound_prospecting", "crm_team_outbound")[1]
    country = rpc("ir.model.data", "check_object_reference", "base", "us")[1]
    values = {"team_id": team, "country_id": country, "employee_count": 30, "partner_name": "Peak Safety"}
    leads = rpc("crm.lead", "create", [{"name": f"Peak Safety {number}", **values} for number in range(10)])
    rpc("crm.lead", "action_score", leads)
    return leads


def save_dialog(page):
    dialogs = page.locator(".modal")
    count = dialogs.count()
    dialogs.last.get_by_role("button", name=re.compile("^Save")).first.click()
    expect(dialogs).to_have_count(count - 1)


def test_a_manager_drafts_previews_and_submits_a_new_version(page, base_url, login, rpc, prospects, screenshot):
    login(page, "manager", "manager")
    page.goto(f"{base_url}/odoo/outbound-icp")
    page.locator(".o_data_row", has_text="Live").locator("td[name=name]").click()
    expect(page.get_by_text("This version is live")).to_be_visible()
    expect(page.locator("[name=factor_ids] .o_field_x2many_list_row_add")).to_have_count(0)
    page.get_by_role("button", name="New version").click()
    expect(page.get_by_role("button", name="Submit for approval")).to_be_visible()
    screenshot(page, "icp-editor")

    page.locator("[name=factor_ids] .o_data_row", has_text="Company size").locator("td[name=name]").click()
    page.locator(".modal .o_data_row", has_text="20 to 49 employees").locator("td[name=reason]").click()
    page.locator(".modal").last.locator("[name=rating] input").fill("5")
    save_dialog(page)
    save_dialog(page)
    page.locator("a[name=preview]").click()
    page.get_by_role("button", name="Save and preview").click()
    move = page.locator(".o_outbound_move", has_text="Peak Safety").first
    expect(move).to_contain_text("Company size 3 → 5: 20 to 49 employees")
    expect(page.locator(".o_outbound_histogram .o_outbound_column")).to_have_count(10)
    screenshot(page, "icp-preview")
    before = rpc("crm.lead", "read", prospects, ["company_size_fit"])
    assert {lead["company_size_fit"] for lead in before} == {3}, "a preview writes nothing"

    page.get_by_role("button", name="Submit for approval").click()
    expect(page.get_by_text("Waiting for approval")).to_be_visible()
    page.get_by_role("button", name="Approve").click()
    page.locator("a[name=approvals]").click()
    expect(page.get_by_text("Not approved yet")).to_have_count(1)
    expect(page.get_by_role("button", name="Make live")).to_have_count(0)
    page.get_by_role("button", name="Back to draft").click()
    expect(page.get_by_text("Not approved yet")).to_have_count(2)


def test_weights_that_do_not_add_up_are_red_before_and_refused_on_saving(page, base_url, draft):
    page.goto(f"{base_url}/odoo/outbound-icp/{draft[0]}")
    page.locator("[name=factor_ids] .o_data_row", has_text="Company size").locator("td[name=name]").click()
    page.locator(".modal [name=weight] input").fill("30")
    save_dialog(page)
    expect(page.get_by_role("alert").filter(has_text="The weights add up to")).to_contain_text("110")
    page.locator(".o_form_button_save").click()
    expect(page.locator(".modal")).to_contain_text("Change them so that they add up to 100 %")
    page.locator(".modal").get_by_role("button", name="Close").first.click()
    page.locator(".o_form_button_cancel").click()


def test_the_preview_says_what_is_missing(page, base_url, rpc, draft):
    rpc("outbound.icp", "write", [draft[0]], {"tier_ids": [(5,)]})
    page.goto(f"{base_url}/odoo/outbound-icp/{draft[0]}")
    page.locator("a[name=preview]").click()
    expect(page.locator(".o_outbound_icp_preview .alert")).to_contain_text("Add a tier that starts at 0")


def test_export_and_import_again(page, base_url, draft, tmp_path):
    icp_id, name = draft
    page.goto(f"{base_url}/odoo/outbound-icp/{icp_id}")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export").click()
    path = tmp_path / "icp.json"
    download.value.save_as(path)
    assert json.loads(path.read_text(encoding="utf-8"))["name"] == name

    page.goto(f"{base_url}/odoo/outbound-icp")
    page.get_by_role("button", name="Import").click()
    page.locator(".modal input[type=file]").set_input_files(path)
    page.get_by_role("button", name="Import as draft").click()
    expect(page.locator(".o_form_view [name=version]")).to_have_text("2")
    expect(page.locator(".o_form_view [name=name] input")).to_have_value(name)


def test_the_editor_on_a_phone(narrow_page, base_url, draft, prospects, screenshot):
    page = narrow_page
    page.goto(f"{base_url}/odoo/outbound-icp/{draft[0]}")
    expect(page.get_by_text("Buying signals").first).to_be_visible()
    screenshot(page, "icp-editor-390")
    page.locator("a[name=preview]").click()
    expect(page.locator(".o_outbound_histogram")).to_be_visible()
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow == 0, "the page scrolls sideways"


def test_configuration_pages_open(page, base_url):
    page.goto(f"{base_url}/odoo/outbound-verticals")
    expect(page.get_by_role("cell", name="Outdoor recreation", exact=True)).to_be_visible()
    page.goto(f"{base_url}/odoo/outbound-automation")
    page.get_by_text("Outbound: score prospects").click()
    expect(page.locator("[name=local_time] input")).to_have_value("07:00")
