"""A hand-off as its rep sees it: the clock, what they wrote, acknowledge and accept; why this rep, on the prospect."""

import re
import uuid

import pytest
from playwright.sync_api import expect

ACTION = "odoo/action-outbound_prospecting.outbound_handoff_action"


@pytest.fixture
def handoff(rpc):
    """Id of a hand-off to the demo rep, and the name of its prospect."""

    def ref(module, name):
        return rpc("ir.model.data", "check_object_reference", module, name)[1]

    name = f"Northpeak {uuid.uuid4().hex[:6]}"
    lead = rpc(
        "crm.lead",
        "create",
        {
            "name": name,
            "partner_name": name,
            "contact_name": "Jane Doe",
            "email_from": "jane@northpeak.example.com",
            "team_id": ref("outbound_prospecting", "crm_team_outbound"),
            "country_id": ref("base", "us"),
        },
    )
    rpc("crm.lead", "action_assign_rep", [lead])
    values = {
        "kind": "begin",
        "lead_ids": [(6, 0, [lead])],
        "user_id": ref("outbound_prospecting", "outbound_demo_rep"),
        "note": "Yes, tell me more. Could we talk on Tuesday?",
    }
    rpc("outbound.handoff.decision", "action_apply", [rpc("outbound.handoff.decision", "create", values)])
    (row,) = rpc("outbound.handoff", "search_read", [("lead_id", "=", lead)], fields=["id"])
    return row["id"], name, lead


def test_a_rep_answers_a_handoff(page, base_url, login, handoff, screenshot):
    handoff_id, name, _lead = handoff
    login(page, "rep", "rep")
    page.goto(f"{base_url}/{ACTION}")
    row = page.locator(".o_data_row", has_text=name)
    expect(row).to_contain_text(re.compile("left|late"))
    screenshot(page, "handoffs")
    page.goto(f"{base_url}/odoo/outbound-handoffs/{handoff_id}")
    expect(page.locator("[name=context_text]")).to_contain_text("Could we talk on Tuesday?")
    expect(page.locator("[name=context_html]")).to_contain_text("What we know")
    screenshot(page, "handoff")
    page.get_by_role("button", name="Acknowledge").click()
    state = page.locator(".o_statusbar_buttons ~ .o_field_widget, .o_form_statusbar").get_by_text("Acknowledged")
    expect(state.first).to_be_visible()
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()


def test_the_prospect_says_why_this_rep(page, base_url, login, handoff, screenshot):
    _handoff, _name, lead = handoff
    login(page, "rep", "rep")
    page.goto(f"{base_url}/odoo/crm.lead/{lead}")
    page.get_by_role("tab", name="Outbound").click()
    section = page.locator("[name=outbound_routing]")
    expect(section).to_contain_text("of 100")
    section.scroll_into_view_if_needed()
    screenshot(page, "lead_rep")


def test_it_fits_a_phone(narrow_page, base_url, login, handoff, screenshot):
    handoff_id, _name, _lead = handoff
    login(narrow_page, "rep", "rep")
    narrow_page.goto(f"{base_url}/odoo/outbound-handoffs/{handoff_id}")
    expect(narrow_page.locator("[name=context_text]")).to_be_visible()
    width = narrow_page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390, "the page scrolls sideways"
    screenshot(narrow_page, "handoff_phone")
