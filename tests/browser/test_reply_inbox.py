"""The reply inbox with the keyboard and on a phone: reading, correcting, answering, taking over."""

import re
import uuid

import pytest
from playwright.sync_api import expect

HOSTILE = "<img src=x onerror=alert(1)> yes, we are interested"


class Desk:
    """A rep with prospects of their own who answered, so that tests do not see each other's replies."""

    def __init__(self, rpc):
        self.rpc = rpc
        self.login = f"rita-{uuid.uuid4().hex[:8]}"
        self.password = "rita-rita"
        group = rpc("ir.model.data", "search_read", [["name", "=", "group_outbound_reviewer"]], fields=["res_id"])
        values = {"name": "Rita Reply", "login": self.login, "password": self.password, "tz": "UTC"}
        self.user = rpc("res.users", "create", {**values, "group_ids": [(4, group[0]["res_id"])]})
        self.team = rpc("crm.team", "create", {"name": "Reply team", "is_outbound": True})
        server = rpc("ir.mail_server", "create", {"name": self.login, "smtp_host": "127.0.0.1", "smtp_port": 9})
        self.address = f"{self.login}@s.example.com"
        mailbox = {"name": "Rita Reply", "email": self.address, "mail_server_id": server}
        self.mailbox = rpc("outbound.mailbox", "create", mailbox)
        self.sequence = rpc("outbound.sequence", "create", {"name": f"Replies {self.login}"})

    def receive(self, name, text, subject="Re: A question"):
        """A fresh mail of a prospect in outreach to the mailbox, through the gateway; then all are read."""
        address = f"{uuid.uuid4().hex[:10]}@{uuid.uuid4().hex[:8]}.example.com"
        lead = self.rpc(
            "crm.lead",
            "create",
            {
                "name": name,
                "type": "opportunity",
                "team_id": self.team,
                "user_id": self.user,
                "contact_name": name,
                "partner_name": "Northpeak",
                "email_from": address,
            },
        )
        enrolment = {"lead_id": lead, "sequence_id": self.sequence, "mailbox_id": self.mailbox}
        self.rpc("outbound.enrolment", "create", {**enrolment, "email_normalized": address})
        head = [f"From: {name} <{address}>", f"To: {self.address}", f"Subject: {subject}"]
        head += [f"Message-ID: <{uuid.uuid4()}@mx.example.com>", "Content-Type: text/plain; charset=utf-8"]
        self.rpc("mail.thread", "message_process", False, "\r\n".join([*head, "", text]))
        cron = self.rpc(
            "ir.model.data", "search_read", [["name", "=", "ir_cron_outbound_read_replies"]], fields=["res_id"]
        )
        self.rpc("ir.cron", "method_direct_trigger", [cron[0]["res_id"]])
        return lead


@pytest.fixture
def desk(rpc):
    return Desk(rpc)


def go_to_replies(page, login, desk, base_url):
    login(page, desk.login, desk.password)
    page.goto(f"{base_url}/odoo/outbound-replies")


def test_reading_correcting_and_answering_with_the_keyboard(page, login, desk, base_url, screenshot):
    desk.receive("Jane Doe", "Yes, we are interested. Could you send prices?\n\nBest regards\nJane Doe")
    go_to_replies(page, login, desk, base_url)
    expect(page.locator(".o_outbound_label_button")).to_have_text("Interest")
    expect(page.locator(".o_outbound_reply_text mark").first).to_be_visible()
    expect(page.locator(".o_outbound_done")).to_contain_text("rests")
    screenshot(page, "reply-inbox")
    page.keyboard.press("l")
    page.get_by_role("menuitem", name="Question", exact=True).click()
    expect(page.locator(".o_outbound_label_button")).to_have_text("Question")
    page.keyboard.press("a")
    page.get_by_label("Your answer").fill("Gladly.")
    screenshot(page, "reply-inbox-answer")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("No replies to look at")).to_be_visible()


def test_taking_over_asks_first(page, login, desk, base_url, rpc):
    lead = desk.receive("Bob Roe", "Yes, please call me.")
    go_to_replies(page, login, desk, base_url)
    expect(page.locator(".o_outbound_open_lead")).to_have_text("Bob Roe")
    page.keyboard.press("t")
    page.get_by_role("button", name="Take over", exact=True).last.click()
    expect(page.locator(".o_outbound_facts")).to_contain_text("Stopped")
    assert rpc("crm.lead", "read", [lead], fields=["sequence_stage"])[0]["sequence_stage"] == "stopped"


def test_what_prospects_write_is_text_and_the_filters_count(page, login, desk, base_url):
    desk.receive("Mallory", HOSTILE)
    desk.receive("Nina", "Not now, maybe some other time.")
    go_to_replies(page, login, desk, base_url)
    page.locator(".o_outbound_row", has_text="Mallory").click()
    expect(page.locator(".o_outbound_reply_text")).to_contain_text("<img src=x")
    page.locator("[data-filter=interest]").click()
    expect(page.locator(".o_outbound_row")).to_have_count(1)


def test_on_a_phone(narrow_page, login, desk, base_url, screenshot):
    desk.receive("Jane Doe", "Yes, we are interested. " * 20)
    go_to_replies(narrow_page, login, desk, base_url)
    expect(narrow_page.locator(".o_outbound_answer_button")).to_be_in_viewport()
    expect(narrow_page.locator(".o_outbound_position")).to_have_text(re.compile("1 of 1"))
    assert narrow_page.evaluate("document.documentElement.scrollWidth") <= 390
    screenshot(narrow_page, "reply-inbox-phone")
