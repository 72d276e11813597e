"""The review inbox with the keyboard, on a phone, and when somebody else was faster; the template editor."""

import re
import time
import uuid
from datetime import datetime, timedelta, timezone

import pytest
from playwright.sync_api import expect

BODY = (
    "Hi {first_name|there},\n\n"
    "{company} opened a shop in Boulder. New teams learn from whoever is near. That works until the season starts. "
    "We help shops give every team the same first hour.\n\nIs that on your list?\n\n{sender_first_name}"
)
HOSTILE = "<img src=x onerror=alert(1)> {{7*7}}"


class Desk:
    """A reviewer with a queue of their own, so that tests do not see each other's drafts."""

    def __init__(self, rpc):
        self.rpc = rpc
        self.login = f"vera-{uuid.uuid4().hex[:8]}"
        self.password = "vera-vera"
        group = rpc("ir.model.data", "search_read", [["name", "=", "group_outbound_reviewer"]], fields=["res_id"])
        self.user = rpc(
            "res.users",
            "create",
            {
                "name": "Vera Review",
                "login": self.login,
                "password": self.password,
                "tz": "UTC",
                "group_ids": [(4, group[0]["res_id"])],
            },
        )
        self.team = rpc("crm.team", "create", {"name": "Review team", "is_outbound": True})
        self.mailbox = rpc("outbound.mailbox", "create", {"name": "Max Muster", "email": f"{self.login}@s.example.com"})
        self.sequence = rpc("outbound.sequence", "create", {"name": f"Review {self.login}"})
        self.step = rpc(
            "outbound.sequence.step",
            "create",
            {"sequence_id": self.sequence, "name": "First mail", "day": 1, "channel": "email", "thread_mode": "new"},
        )
        self.template = rpc(
            "outbound.template", "create", {"step_id": self.step, "subject": "A question for {company}", "body": BODY}
        )

    def add(self, *names, company="Northpeak"):
        """Prospects whose first mail is due tomorrow, with their drafts in the queue; the touches' ids."""
        leads = self.rpc(
            "crm.lead",
            "create",
            [
                {
                    "name": company,
                    "type": "opportunity",
                    "team_id": self.team,
                    "user_id": self.user,
                    "contact_name": name,
                    "partner_name": company,
                    "function": "Head of Retail",
                    "email_from": f"{uuid.uuid4().hex[:10]}@prospect.example.com",
                }
                for name in names
            ],
        )
        enrolments = self.rpc(
            "outbound.enrolment",
            "create",
            [
                {
                    "lead_id": lead,
                    "sequence_id": self.sequence,
                    "mailbox_id": self.mailbox,
                    "email_normalized": f"{uuid.uuid4().hex[:10]}@prospect.example.com",
                }
                for lead in leads
            ],
        )
        due = (datetime.now(timezone.utc) + timedelta(days=1)).strftime("%Y-%m-%d %H:%M:%S")
        touches = self.rpc(
            "outbound.touch",
            "create",
            [
                {
                    "enrolment_id": enrolment,
                    "step_id": self.step,
                    "lead_id": lead,
                    "mailbox_id": self.mailbox,
                    "number": 1,
                    "channel": "email",
                    "due_date": due,
                    "wake_date": due,
                }
                for lead, enrolment in zip(leads, enrolments, strict=True)
            ],
        )
        self.run()
        return touches

    def run(self):
        for name in ("ir_cron_outbound_draft", "ir_cron_outbound_review"):
            [cron] = self.rpc("ir.model.data", "search_read", [["name", "=", name]], fields=["res_id"])
            self.rpc("ir.cron", "method_direct_trigger", [cron["res_id"]])

    def read(self, touches):
        return self.rpc("outbound.touch", "read", touches, fields=["state", "subject", "edit_share", "end_reason"])

    def wait(self, touch, **values):
        """Until the server has what the page showed before it knew."""
        for _ in range(40):
            [found] = self.read([touch])
            if all(found[name] == value for name, value in values.items()):
                return found
            time.sleep(0.25)
        raise AssertionError(f"expected {values}, found {found}")


@pytest.fixture
def desk(rpc):
    return Desk(rpc)


def open_inbox(page, base_url, login, desk):
    login(page, desk.login, desk.password)
    page.goto(f"{base_url}/odoo/outbound-review")
    expect(page.locator(".o_outbound_card, .o_nocontent_help").first).to_be_visible()


def test_decisions_with_the_keyboard(page, base_url, login, desk, screenshot):
    ada, ben, cid, _dan = desk.add("Ada One", "Ben Two", "Cid Three", "Dan Four")
    open_inbox(page, base_url, login, desk)
    name = page.locator(".o_outbound_open_lead")
    position = page.locator(".o_outbound_position")
    expect(name).to_have_text("Ada One")
    expect(position).to_have_text("1 of 4")
    expect(page.locator(".o_outbound_body")).to_contain_text("Northpeak opened a shop in Boulder.")
    expect(page.locator(".o_outbound_otherwise")).to_contain_text("never sent unseen")
    screenshot(page, "review_inbox")

    page.keyboard.press("j")
    expect(name).to_have_text("Ben Two")
    page.keyboard.press("k")
    expect(name).to_have_text("Ada One")

    page.keyboard.press("a")
    expect(page.locator(".o_outbound_undo")).to_contain_text("Approved the mail to Ada One.")
    expect(name).to_have_text("Ben Two")
    desk.wait(ada, state="approved")
    page.keyboard.press("u")
    expect(name).to_have_text("Ada One")
    desk.wait(ada, state="in_review")

    page.keyboard.press("e")
    page.locator(".o_outbound_edit_subject").fill("Boots for Ada")
    page.locator(".o_outbound_edit_body").press("Control+Enter")
    expect(name).to_have_text("Ben Two")
    expect(page.locator(".o_outbound_undo")).to_contain_text("Ada One")
    assert desk.wait(ada, state="approved", subject="Boots for Ada")["edit_share"] > 0

    page.keyboard.press("s")
    expect(name).to_have_text("Cid Three")
    desk.wait(ben, state="skipped")
    page.keyboard.press("x")
    expect(page.locator(".modal")).to_contain_text("Cid Three")
    page.keyboard.press("5")
    page.keyboard.press("Enter")
    expect(page.locator(".modal")).to_have_count(0)
    expect(name).to_have_text("Dan Four")
    desk.wait(cid, state="skipped", end_reason="The text does not fit them")

    page.keyboard.press("?")
    expect(page.locator(".modal")).to_contain_text("Reject with a reason")
    page.keyboard.press("Escape")


def test_typing_is_no_decision_and_a_refused_text_is_kept(page, base_url, login, desk):
    [touch] = desk.add("Ada One")
    open_inbox(page, base_url, login, desk)
    page.keyboard.press("e")
    page.locator(".o_outbound_edit_body").press_sequentially(" asx")
    page.locator(".o_outbound_edit_subject").fill("")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".o_outbound_actions [role=alert]")).to_contain_text("Nothing was saved")
    expect(page.locator(".o_outbound_edit_body")).to_have_value(re.compile(" asx$"))
    page.keyboard.press("Escape")
    expect(page.locator(".o_outbound_body")).not_to_contain_text("asx")
    desk.wait(touch, state="in_review")


def test_who_was_slower_is_told_so(page, base_url, login, desk):
    touch, other = desk.add("Ada One", "Ben Two")
    open_inbox(page, base_url, login, desk)
    desk.rpc("outbound.touch", "action_skip", [touch], "Somebody was faster")
    page.keyboard.press("a")
    expect(page.locator(".o_notification")).to_contain_text("Somebody was faster")
    expect(page.locator(".o_outbound_open_lead")).to_have_text("Ben Two")
    expect(page.locator(".o_outbound_undo")).to_have_count(0)

    desk.rpc("outbound.touch", "action_save_text", [other], "A newer subject", "A newer text")
    page.keyboard.press("a")
    expect(page.locator(".o_notification").last).to_contain_text("changed since you opened it")
    expect(page.locator(".o_outbound_subject")).to_have_text("A newer subject")
    desk.wait(other, state="in_review")


def test_only_drafts_that_pass_are_approved_together(page, base_url, login, desk, screenshot):
    fine = desk.add("Ada One", "Ben Two")
    [failing] = desk.add("Cid Three", company=HOSTILE)
    open_inbox(page, base_url, login, desk)
    page.locator(".o_outbound_approve_passing").click()
    page.locator(".modal .btn-primary").click()
    expect(page.locator(".o_outbound_undo")).to_contain_text("Approved 2 mails.")
    assert [row["state"] for row in desk.read([*fine, failing])] == ["approved", "approved", "in_review"]
    expect(page.locator(".o_outbound_subject")).to_have_text(f"A question for {HOSTILE}")
    expect(page.locator(".o_outbound_check_failed").first).to_contain_text("placeholder")
    expect(page.locator(".o_outbound_approve_passing")).to_be_disabled()
    screenshot(page, "review_inbox_failing")
    page.keyboard.press("s")
    expect(page.locator(".o_nocontent_help")).to_be_visible()


def test_filters_and_search(page, base_url, login, desk):
    desk.add("Ada One")
    desk.add("Ben Two", company=HOSTILE)
    open_inbox(page, base_url, login, desk)
    rows = page.locator(".o_outbound_row")
    expect(rows).to_have_count(2)
    page.locator("[data-filter=failing]").click()
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("Ben Two")
    page.locator("[data-filter=failing]").click()
    expect(rows).to_have_count(2)
    page.keyboard.press("/")
    page.locator(".o_outbound_review_search").fill("ada")
    page.keyboard.press("Enter")
    expect(rows).to_have_count(1)
    expect(page.locator(".o_outbound_open_lead")).to_have_text("Ada One")


def test_a_finding_is_written_into_the_mail(page, base_url, login, desk):
    body = BODY.replace("{company} opened", "{hook|{company} opened").replace("Boulder.", "Boulder.}")
    desk.rpc("outbound.template", "write", [desk.template], {"body": body})
    desk.add("Ada One")
    open_inbox(page, base_url, login, desk)
    page.locator(".o_outbound_add_finding").click()
    page.locator(".o_outbound_finding textarea").fill("Northpeak won a prize for its windows.")
    page.get_by_role("button", name="Write the mail again with it").click()
    expect(page.locator(".o_outbound_body")).to_contain_text("Northpeak won a prize for its windows.")


def test_on_a_phone(narrow_page, base_url, login, desk, screenshot):
    desk.add("Ada One", "Ben Two")
    open_inbox(narrow_page, base_url, login, desk)
    expect(narrow_page.locator(".o_outbound_body")).to_be_visible()
    expect(narrow_page.locator(".o_outbound_approve")).to_be_in_viewport()
    width = narrow_page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390, f"the page is {width} px wide"
    screenshot(narrow_page, "review_inbox_narrow")
    narrow_page.locator("button[title='Next (J)']").click()
    expect(narrow_page.locator(".o_outbound_open_lead")).to_have_text("Ben Two")
    narrow_page.locator(".o_outbound_approve").click()
    expect(narrow_page.locator(".o_outbound_open_lead")).to_have_text("Ada One")


def test_the_template_editor_previews_while_one_types(page, base_url, desk, screenshot):
    desk.add("Ada One")
    page.goto(f"{base_url}/odoo/action-outbound_prospecting.outbound_template_action/{desk.template}")
    body = page.locator("textarea[id^=body]")
    expect(body).to_have_value(BODY)
    preview = page.locator(".o_outbound_preview")
    expect(preview).to_contain_text("opened a shop in Boulder.")
    screenshot(page, "template_form")
    body.fill("Hello {firstname}")
    expect(preview.locator(".o_outbound_preview_problem")).to_contain_text("Did you mean {first_name}?")
    body.fill("Hello ")
    page.locator("[data-token=company]").click()
    expect(body).to_have_value("Hello {company}")
    expect(preview.locator(".o_outbound_preview_problem")).to_have_count(0)
    page.locator(".o_form_button_cancel").click()
    expect(body).to_have_value(BODY)
