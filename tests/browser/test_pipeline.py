"""The board of the outbound team as people use it: eight columns, dragging into Closed Lost and out again."""

import uuid

import pytest
from playwright.sync_api import expect

STAGES = [
    "New Lead",
    "Contacted",
    "Engaged",
    "Meeting Booked",
    "Proposal Sent",
    "Negotiation",
    "Closed Won",
    "Closed Lost",
]


@pytest.fixture
def prospect(rpc):
    """Id and name of a prospect of its own in stage Engaged."""
    name = f"Prospect {uuid.uuid4().hex[:6]}"
    team = rpc("ir.model.data", "check_object_reference", "outbound_prospecting", "crm_team_outbound")[1]
    stage = rpc("ir.model.data", "check_object_reference", "outbound_prospecting", "crm_stage_engaged")[1]
    # Starred, so that it stands first: the column may hold what other tests left there.
    values = {"name": name, "team_id": team, "stage_id": stage, "priority": "3"}
    return rpc("crm.lead", "create", values), name


def column(page, name):
    return page.locator(".o_kanban_group", has=page.locator(".o_column_title", has_text=name))


def open_board(page, base_url):
    page.goto(f"{base_url}/odoo/outbound-pipeline")
    expect(page.locator(".o_kanban_group").first).to_be_visible()


def drag(page, card, target):
    card.scroll_into_view_if_needed()
    card.hover()
    page.mouse.down()
    box = target.bounding_box()
    page.mouse.move(box["x"] + 40, box["y"] + 90, steps=12)
    page.mouse.move(box["x"] + 60, box["y"] + 100, steps=4)
    page.mouse.up()


def test_the_board_shows_the_eight_stages_and_lost_cards_can_be_dragged_back(page, base_url, rpc, prospect, screenshot):
    lead_id, name = prospect
    page.set_viewport_size({"width": 2600, "height": 900})
    open_board(page, base_url)
    titles = [
        title.split("\n")[0].strip() for title in page.locator(".o_kanban_group .o_column_title").all_inner_texts()
    ]
    assert titles == STAGES

    drag(page, column(page, "Engaged").locator(".o_kanban_record", has_text=name), column(page, "Closed Lost"))
    expect(column(page, "Closed Lost").locator(".o_kanban_record", has_text=name)).to_be_visible()
    screenshot(page, "pipeline-board-lost")
    page.reload()
    card = column(page, "Closed Lost").locator(".o_kanban_record", has_text=name)
    expect(card).to_be_visible()
    read = rpc("crm.lead", "read", [lead_id], ["active", "won_status", "probability"])[0]
    assert (read["active"], read["won_status"], read["probability"]) == (False, "lost", 0)

    drag(page, card, column(page, "Contacted"))
    expect(column(page, "Contacted").locator(".o_kanban_record", has_text=name)).to_be_visible()
    page.reload()
    expect(column(page, "Contacted").locator(".o_kanban_record", has_text=name)).to_be_visible()
    read = rpc("crm.lead", "read", [lead_id], ["active", "won_status", "probability"])[0]
    assert (read["active"], read["won_status"], read["probability"]) == (True, "pending", 10)


def test_the_form_offers_own_stages_and_a_fixed_probability(page, base_url, prospect, screenshot):
    lead_id, _name = prospect
    page.set_viewport_size({"width": 1900, "height": 900})
    page.goto(f"{base_url}/odoo/outbound-pipeline/{lead_id}")
    bar = page.locator(".o_statusbar_status")
    expect(bar).to_be_visible()
    labels = {text.split("\n")[0].strip() for text in bar.locator("button[role=radio]").all_inner_texts()}
    assert labels - {"", "..."} <= set(STAGES)
    assert {"Engaged", "Contacted"} <= labels
    expect(page.locator("#probability .o_field_widget[name=probability] input")).to_have_count(0)
    expect(page.locator("#probability")).to_contain_text("25")
    screenshot(page, "pipeline-lead")

    page.locator("button[name]", has_text="Lost").click()
    page.locator(".modal button[name=action_lost_reason_apply]").click()
    expect(page.locator("button[name=action_restore]")).to_be_visible()
    expect(page.locator(".o_field_widget[name=lost_from_stage_id]")).to_contain_text("Engaged")
    screenshot(page, "pipeline-lead-lost")
    page.locator("button[name=action_restore]").click()
    expect(page.locator("button[name=action_restore]")).to_be_hidden()
    expect(page.locator("#probability")).to_contain_text("25")


def test_a_prospect_added_on_the_board_enters_the_first_stage(page, base_url, rpc):
    name = f"Added {uuid.uuid4().hex[:6]}"
    open_board(page, base_url)
    page.locator(".o-kanban-button-new").click()
    page.locator(".o_kanban_quick_create [name=name] input").fill(name)
    page.locator(".o_kanban_quick_create .o_kanban_add").click()
    expect(column(page, "New Lead").locator(".o_kanban_record", has_text=name)).to_be_visible()
    lead = rpc("crm.lead", "search_read", [("name", "=", name)], ["team_id", "user_id", "probability", "type"])[0]
    assert lead["team_id"][1] == "Outbound Prospecting"
    assert lead["user_id"]
    assert (lead["probability"], lead["type"]) == (5, "opportunity")


def test_stage_and_team_forms_open(page, base_url, rpc, screenshot):
    stage = rpc("ir.model.data", "check_object_reference", "outbound_prospecting", "crm_stage_engaged")[1]
    page.goto(f"{base_url}/odoo/crm.stage/{stage}")
    expect(page.locator(".o_field_widget[name=fixed_probability] input")).to_have_value("25.00")
    screenshot(page, "pipeline-stage")
    team = rpc("ir.model.data", "check_object_reference", "outbound_prospecting", "crm_team_outbound")[1]
    page.goto(f"{base_url}/odoo/crm.team/{team}")
    expect(page.locator(".o_field_widget[name=is_outbound] input")).to_be_checked()
    screenshot(page, "pipeline-team")
