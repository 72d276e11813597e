"""The sequence editor, the launch checklist, enrolling from the prospect's page, and its timeline."""

import uuid

import pytest
from playwright.sync_api import expect


class Outreach:
    """A live sequence with a ready mailbox and a prospect, of their own for each test."""

    def __init__(self, rpc):
        self.rpc = rpc
        self.key = uuid.uuid4().hex[:8]
        self.domain = f"{self.key}.test"
        [country] = rpc("res.country", "search", [["code", "=", "BE"]])
        rules = rpc("outbound.country.rule", "search", [["country_id", "=", country]])
        if rules:
            rpc("outbound.country.rule", "write", rules, {"policy": "allow"})
        else:
            rpc("outbound.country.rule", "create", {"country_id": country, "policy": "allow"})
        # Name servers of this machine only, which do not answer: the address stays "not known yet".
        rpc("ir.config_parameter", "set_param", "outbound_prospecting.name_servers", "127.0.0.1")
        server = rpc("ir.mail_server", "create", {"name": self.key, "smtp_host": "127.0.0.1", "smtp_port": 9})
        self.mailbox = rpc(
            "outbound.mailbox",
            "create",
            {
                "name": "Max Muster",
                "email": f"{self.key}@ours.example.com",
                "mail_server_id": server,
                "postal_address": "1 Test Street, Brussels",
                "state": "ready",
            },
        )
        self.team = rpc("crm.team", "create", {"name": f"Outreach {self.key}", "is_outbound": True})
        self.lead = rpc(
            "crm.lead",
            "create",
            {
                "name": f"Northpeak {self.key}",
                "type": "opportunity",
                "team_id": self.team,
                "contact_name": "Jane Doe",
                "partner_name": "Northpeak",
                "email_from": f"jane@{self.domain}",
                "website": self.domain,
                "country_id": country,
                "icp_score": 5,
            },
        )
        self.sequence = rpc(
            "outbound.sequence",
            "create",
            {
                "name": f"Sequence {self.key}",
                "step_ids": [
                    (0, 0, {"name": "Research", "day": 1, "channel": "internal", "blocking": True}),
                    (0, 0, {"name": "First mail", "day": 3, "channel": "email", "thread_mode": "new"}),
                    (0, 0, {"name": "Connect", "day": 4, "channel": "linkedin", "task_note": "<p>Hi {first_name}</p>"}),
                ],
            },
        )

    def write_text(self):
        [step] = self.rpc(
            "outbound.sequence.step", "search", [["sequence_id", "=", self.sequence], ["channel", "=", "email"]]
        )
        self.rpc(
            "outbound.template",
            "create",
            {"step_id": step, "subject": "A question for {company}", "body": "Hi {first_name|there}, is it settled?"},
        )

    def launch(self):
        self.write_text()
        self.rpc("outbound.sequence", "action_launch", [self.sequence])


@pytest.fixture
def outreach(rpc):
    return Outreach(rpc)


def open_sequence(page, base_url, outreach):
    page.goto(f"{base_url}/odoo/outbound-sequences/{outreach.sequence}")
    return page.locator(".o_outbound_day_line")


def test_editor_shows_the_days_and_previews_on_real_prospects(page, base_url, outreach, screenshot):
    outreach.write_text()
    line = open_sequence(page, base_url, outreach)
    expect(line.locator(".o_outbound_touch")).to_have_count(3)
    expect(line.locator(".o_outbound_link").first).to_contain_text("2 days")
    expect(line.locator(".o_outbound_touch").nth(2)).to_contain_text("moved")
    line.get_by_role("button", name="First mail").click()
    expect(line.locator(".o_outbound_line_preview")).to_contain_text("is it settled?")
    line.get_by_role("button", name="Connect").click()
    expect(line.locator(".o_outbound_line_preview")).to_contain_text("Hi Jane")
    screenshot(page, "sequence-editor")


def test_a_touch_is_added_between_two_and_removed_again(page, base_url, outreach):
    line = open_sequence(page, base_url, outreach)
    line.locator(".o_outbound_add").first.click()
    dialog = page.locator(".modal")
    dialog.locator("[name=name] input").fill("Second mail")
    dialog.locator("[name=day] input").fill("2")
    dialog.get_by_role("button", name="Save").first.click()
    expect(line.locator(".o_outbound_touch")).to_have_count(4)
    touch = line.locator(".o_outbound_touch", has_text="Second mail")
    touch.get_by_role("button", name="Remove").click()
    page.locator(".modal").get_by_role("button", name="Remove").click()
    expect(line.locator(".o_outbound_touch")).to_have_count(3)


def test_checklist_leads_to_what_is_missing_and_then_launches(page, base_url, outreach, screenshot):
    open_sequence(page, base_url, outreach)
    page.get_by_role("tab", name="Launch").click()
    missing = page.locator(".o_outbound_checklist li[data-level=error]")
    expect(missing).to_contain_text("No template: First mail")
    missing.get_by_role("button", name="Write the text").click()
    expect(page.locator(".modal")).to_contain_text("Thread Mode")
    page.locator(".modal .btn-close").click()
    outreach.write_text()
    page.reload()
    page.get_by_role("tab", name="Launch").click()
    expect(page.locator(".o_outbound_checklist li[data-level=ok]").first).to_be_visible()
    expect(missing).to_have_count(0)
    screenshot(page, "sequence-launch")
    page.get_by_role("button", name="Launch").first.click()
    page.locator(".modal").get_by_role("button", name="Ok").click()
    expect(page.get_by_role("button", name="New Version")).to_be_visible()


def test_enrol_from_the_page_and_read_the_timeline(page, base_url, outreach, rpc, screenshot):
    outreach.launch()
    page.goto(f"{base_url}/odoo/crm.lead/{outreach.lead}")
    page.get_by_role("tab", name="Outbound").click()
    page.get_by_role("button", name="Enrol", exact=True).click()
    dialog = page.locator(".modal")
    dialog.get_by_label("Sequence").fill(f"Sequence {outreach.key}")
    page.locator(".o-autocomplete--dropdown-item", has_text=outreach.key).first.click()
    dialog.get_by_role("button", name="Enrol").click()
    expect(dialog).to_contain_text("1 enrolled")
    dialog.get_by_role("button", name="Close").last.click()
    timeline = page.locator(".o_outbound_timeline")
    expect(timeline.locator(".o_outbound_entry")).to_have_count(3)
    expect(timeline.locator(".o_next")).to_contain_text("Research")
    expect(timeline.locator(".o_outbound_entry").nth(1)).to_contain_text("8:00")
    page.get_by_role("button", name="Skip Next Touch").click()
    page.locator(".modal").get_by_role("button", name="Ok").click()
    expect(timeline.locator("[data-state=skipped]")).to_contain_text("Skipped by")
    timeline.scroll_into_view_if_needed()
    screenshot(page, "prospect-timeline")


def test_refusal_is_shown_with_its_reason(page, base_url, outreach, rpc):
    outreach.launch()
    rpc("crm.lead", "write", [outreach.lead], {"email_from": False})
    page.goto(f"{base_url}/odoo/crm.lead/{outreach.lead}")
    page.get_by_role("tab", name="Outbound").click()
    page.get_by_role("button", name="Enrol", exact=True).click()
    dialog = page.locator(".modal")
    dialog.get_by_label("Sequence").fill(f"Sequence {outreach.key}")
    page.locator(".o-autocomplete--dropdown-item", has_text=outreach.key).first.click()
    dialog.get_by_role("button", name="Enrol").click()
    expect(dialog).to_contain_text("0 enrolled, 1 refused")
    expect(dialog).to_contain_text("no e-mail address")


def test_task_brings_its_text_to_the_chatter(page, base_url, outreach, rpc):
    outreach.launch()
    wizard = rpc("outbound.enrol", "create", {"lead_ids": [(6, 0, [outreach.lead])], "sequence_id": outreach.sequence})
    rpc("outbound.enrol", "action_enrol", [wizard])
    [cron] = rpc("ir.cron", "search", [["code", "like", "_cron_work_enrolments"]])
    rpc("ir.cron", "method_direct_trigger", [cron])
    page.goto(f"{base_url}/odoo/crm.lead/{outreach.lead}")
    activity = page.locator(".o-mail-Activity", has_text="Research")
    expect(activity).to_be_visible()
    page.get_by_role("tab", name="Outbound").click()
    page.locator(".o_outbound_timeline [data-state=open]").get_by_role("button", name="Done").click()
    expect(page.locator(".o_outbound_timeline [data-state=done]")).to_contain_text("Research")
