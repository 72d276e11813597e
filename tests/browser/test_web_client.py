"""The web client opens without an error for the people who use it."""

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize("size", ["page", "narrow_page"])
def test_crm_opens(request, base_url, size):
    page = request.getfixturevalue(size)
    page.goto(f"{base_url}/odoo/action-crm.crm_lead_action_pipeline")
    expect(page.locator(".o_kanban_view")).to_be_visible()
    expect(page.locator(".o_kanban_record:not(.o_kanban_ghost)").first).to_be_visible()


def test_rpc_and_login(base_url, page, login, rpc):
    rpc("res.users", "create", {"name": "Vera", "login": "vera", "password": "vera-vera"})
    login(page, "vera", "vera-vera")
    expect(page.locator(".o_user_menu")).to_be_visible()
