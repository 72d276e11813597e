"""A pilot as its leader sees it: launch, pass a gate, read the criteria, stop everything and take that back."""

import uuid

import pytest
from playwright.sync_api import expect


@pytest.fixture
def pilot(rpc):
    """Id and name of a draft pilot with three prospects in a live sequence, ready to be launched."""
    key = uuid.uuid4().hex[:6]
    team = rpc("ir.model.data", "check_object_reference", "outbound_prospecting", "crm_team_outbound")[1]
    server = rpc("ir.mail_server", "create", {"name": key, "smtp_host": "localhost"})
    mailbox = {
        "name": f"Ada {key}", "email": f"{key}@ours.example.com", "mail_server_id": server, "state": "ready",
        "postal_address": "1 Test Street, Brussels",
    }  # fmt: skip
    rpc("outbound.mailbox", "create", mailbox)
    step = {"name": "First mail", "day": 1, "channel": "email", "thread_mode": "new"}
    sequence = rpc("outbound.sequence", "create", {"name": f"Sequence {key}", "step_ids": [(0, 0, step)]})
    rpc("outbound.sequence", "write", [sequence], {"state": "active"})
    leads = [
        rpc(
            "crm.lead",
            "create",
            {"name": f"Prospect {key} {number}", "team_id": team, "email_from": f"jane@{key}{number}.example.com"},
        )
        for number in range(3)
    ]
    values = {
        "name": f"Pilot {key}",
        "batch_size": 3,
        "sequence_ids": [(6, 0, [sequence])],
        "member_ids": [(0, 0, {"lead_id": lead}) for lead in leads],
    }
    return rpc("outbound.pilot", "create", values), values["name"]


def confirm(page):
    page.locator(".modal-footer .btn-primary").click()
    expect(page.locator(".modal")).to_have_count(0)


def test_a_leader_runs_a_pilot_and_stops_it(page, base_url, pilot, screenshot):
    _pilot_id, name = pilot
    page.goto(f"{base_url}/odoo/outbound-pilots")
    page.locator(".o_kanban_record", has_text=name).click()
    expect(page.locator(".o_outbound_checklist")).to_contain_text("A person reviews every mail")
    screenshot(page, "pilot_launch")
    page.get_by_role("button", name="Launch").click()
    confirm(page)
    criteria = page.locator(".o_outbound_criteria")
    expect(criteria.locator("[data-metric=reply_rate]")).to_contain_text("There is nothing to measure yet.")
    page.get_by_role("tab", name="Week Plan").click()
    page.get_by_role("button", name="Pass").click()
    confirm(page)
    expect(page.locator(".o_data_row").first.get_by_role("button", name="Pass")).to_have_count(0)
    screenshot(page, "pilot")
    page.get_by_role("tab", name="Criteria").click()
    expect(page.get_by_text("Agreed before the launch")).to_be_visible()
    page.get_by_role("button", name="Stop Everything").click()
    confirm(page)
    expect(page.locator(".alert-danger")).to_contain_text("pulled the kill switch")
    screenshot(page, "pilot_stopped")
    page.get_by_role("button", name="Resume").click()
    confirm(page)
    expect(page.get_by_role("button", name="Stop Everything")).to_be_visible()


def test_the_memo_is_a_page_to_print(page, base_url, rpc, pilot, screenshot):
    pilot_id, name = pilot
    rpc("outbound.pilot", "action_launch", [pilot_id])
    page.goto(f"{base_url}/odoo/outbound-pilots/{pilot_id}")
    page.get_by_role("button", name="Memo").click()
    memo = page.frame_locator("iframe")
    expect(memo.get_by_role("heading", name=name)).to_be_visible()
    expect(memo.get_by_text("Wait: the pilot still runs.")).to_be_visible()
    screenshot(page, "pilot_memo")


def test_it_fits_a_phone(narrow_page, base_url, rpc, pilot, screenshot):
    pilot_id, _name = pilot
    rpc("outbound.pilot", "action_launch", [pilot_id])
    narrow_page.goto(f"{base_url}/odoo/outbound-pilots/{pilot_id}")
    expect(narrow_page.locator(".o_outbound_criteria")).to_be_visible()
    assert narrow_page.evaluate("document.documentElement.scrollWidth") <= 390, "the page scrolls sideways"
    screenshot(narrow_page, "pilot_phone")
