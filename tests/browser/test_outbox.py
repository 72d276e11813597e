"""The outbox: bars against the cap, what is held and why, another day by drag and by menu."""

import pytest
from lib import odoo
from playwright.sync_api import expect

OUTBOX = "odoo/action-outbound_prospecting.outbound_outbox_action"


@pytest.fixture(scope="module")
def mails(database):
    """Six approved mails that are late, of two mailboxes; nothing listens where they would go."""
    return odoo.call(database, "lib.approved_mails:seed", {"mails": 6, "port": 9, "mailboxes": 2})


def open_outbox(page, base_url):
    page.goto(f"{base_url}/{OUTBOX}")
    expect(page.locator(".o_outbound_outbox_bars")).to_be_visible()


def today(page, mailbox):
    return page.locator("tr", has=page.get_by_role("link", name=mailbox, exact=True)).locator(".o_outbound_cell").first


def test_a_day_shows_its_mails_and_dragging_moves_them(page, base_url, mails, screenshot):
    open_outbox(page, base_url)
    expect(page.get_by_text("Nothing is held")).to_be_visible()
    today(page, "Rep 0").click()
    rows = page.locator(".o_outbound_outbox_rows tbody tr")
    expect(rows).to_have_count(3)
    screenshot(page, "outbox")
    rows.first.drag_to(page.locator(".o_outbound_outbox_bars thead th").nth(6))
    expect(page.locator(".o_notification")).to_be_visible()
    expect(rows).to_have_count(2)


def test_without_a_mouse_there_is_a_menu(page, base_url, mails):
    open_outbox(page, base_url)
    today(page, "Rep 1").click()
    rows = page.locator(".o_outbound_outbox_rows tbody tr")
    expect(rows).to_have_count(3)
    rows.first.get_by_role("checkbox").check()
    page.get_by_label("Move to").select_option(index=6)
    expect(rows).to_have_count(2)


def test_it_fits_a_phone(narrow_page, base_url, mails, screenshot):
    open_outbox(narrow_page, base_url)
    width = narrow_page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390, "the page scrolls sideways"
    screenshot(narrow_page, "outbox_phone")
