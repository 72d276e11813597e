"""Today with the keyboard and on a phone, the first steps of a new company, and an alert that leads to its fix."""

import re
import uuid
from datetime import datetime, timedelta, timezone

import pytest
from playwright.sync_api import expect


def in_hours(hours):
    return (datetime.now(timezone.utc) + timedelta(hours=hours)).strftime("%Y-%m-%d %H:%M:%S")


class Office:
    """People of one test with prospects of their own, so that tests do not see each other's days."""

    def __init__(self, rpc, company=False):
        self.rpc = rpc
        self.tag = uuid.uuid4().hex[:8]
        self.company = rpc("res.company", "create", {"name": f"Company {self.tag}"}) if company else False
        self.team = rpc("crm.team", "create", {"name": f"Team {self.tag}", "is_outbound": True})

    def user(self, name, group):
        login = f"{name.lower()}-{self.tag}"
        values = {"name": f"{name} {self.tag}", "login": login, "password": login, "tz": "UTC"}
        if self.company:
            values |= {"company_id": self.company, "company_ids": [(6, 0, [self.company])]}
        groups = [(4, self.ref("base.group_user")), (4, self.ref(f"outbound_prospecting.group_outbound_{group}"))]
        return self.rpc("res.users", "create", {**values, "group_ids": groups}), login

    def ref(self, name):
        module, name = name.split(".")
        domain = [["module", "=", module], ["name", "=", name]]
        return self.rpc("ir.model.data", "search_read", domain, fields=["res_id"])[0]["res_id"]

    def lead(self, user, name):
        values = {"name": name, "contact_name": name, "partner_name": "Northpeak Outfitters", "type": "opportunity"}
        return self.rpc("crm.lead", "create", {**values, "team_id": self.team, "user_id": user})

    def task(self, user, name, summary, kind="mail.mail_activity_data_call", days=0):
        """Something to do for a prospect, so many days ago."""
        values = {
            "res_model_id": self.rpc("ir.model", "search", [["model", "=", "crm.lead"]])[0],
            "res_id": self.lead(user, name),
            "activity_type_id": self.ref(kind),
            "user_id": user,
            "summary": summary,
            "date_deadline": in_hours(-24 * days)[:10],
        }
        return self.rpc("mail.activity", "create", values)

    def handoff(self, user, name, hours, text="Yes, we are interested. Could you send prices?"):
        """A warm prospect with a deadline so many hours from now, as nobody may write it from outside."""
        values = {"lead_id": self.lead(user, name), "user_id": user, "reason": "interest", "replied": True}
        values |= {"context_text": text, "deadline": in_hours(hours), "state": "assigned"}
        code = f"env['outbound.handoff'].sudo().create({values!r})"
        model = self.rpc("ir.model", "search", [["model", "=", "crm.lead"]])[0]
        action = {"name": "A test's hand-off", "model_id": model, "state": "code", "code": code}
        self.rpc("ir.actions.server", "run", [self.rpc("ir.actions.server", "create", action)])
        return self.rpc("outbound.handoff", "search", [["lead_id", "=", values["lead_id"]]])[0]

    def active(self, activity):
        found = self.rpc("mail.activity", "search", [["id", "=", activity], ["active", "in", [True, False]]])
        return bool(found) and self.rpc("mail.activity", "read", [activity], fields=["active"])[0]["active"]


@pytest.fixture
def office(rpc):
    return Office(rpc)


def open_today(page, login, name, base_url):
    login(page, name, name)
    page.goto(f"{base_url}/odoo/outbound-today")
    expect(page.locator(".o_outbound_today_page")).to_be_visible()


def current(page):
    return page.locator(".o_outbound_current")


def test_a_rep_clears_the_day_with_the_keyboard(page, login, base_url, rpc, screenshot):
    office = Office(rpc, company=True)
    rpc("outbound.sequence", "create", {"name": office.tag, "state": "active", "company_id": office.company})
    rep, name = office.user("Rosa", "user")
    late = office.handoff(rep, "Lea Late", -1)
    office.handoff(rep, "Hans Hot", 3, "Could we talk on Thursday?")
    call = office.task(rep, "Cora Call", "Call back", days=2)
    office.task(rep, "Lina Link", "4. Connect", "outbound_prospecting.mail_activity_type_linkedin")
    open_today(page, login, name, base_url)
    rows = page.locator(".o_outbound_today_row")
    expect(rows).to_have_count(4)
    expect(current(page)).to_contain_text("Lea Late")
    expect(current(page).locator(".o_outbound_today_time")).to_have_text(re.compile("1 h .*late"))
    expect(rows.nth(1).locator(".o_outbound_today_time")).to_have_text(re.compile("2 h 59 min left|3 h 0 min left"))
    expect(rows.nth(2)).to_contain_text("2 days late")
    screenshot(page, "today")
    page.keyboard.press("j")
    expect(current(page)).to_contain_text("Hans Hot")
    page.keyboard.press("k")
    page.keyboard.press("d")
    expect(rows).to_have_count(3)
    page.keyboard.press("u")
    expect(rows).to_have_count(4)
    expect(current(page)).to_contain_text("Lea Late")
    assert rpc("outbound.handoff", "read", [late], fields=["state"])[0]["state"] == "assigned", "nothing happened yet"
    for _ in range(4):
        page.keyboard.press("d")
    expect(rows).to_have_count(0)
    page.reload()  # what was done is kept although the time to undo was not over
    expect(page.locator(".o_outbound_today_page")).to_be_visible()
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("is it a real chance?")
    assert not office.active(call)
    page.keyboard.press("d")
    page.keyboard.press("d")
    expect(page.get_by_text("All done")).to_be_visible()
    page.locator(".o_outbound_undo").wait_for(state="hidden")
    assert rpc("outbound.handoff", "read", [late], fields=["state"])[0]["state"] == "accepted"
    screenshot(page, "today-done")


def test_enter_opens_the_record_and_help_lists_the_keys(page, login, office, base_url):
    rep, name = office.user("Rosa", "user")
    office.handoff(rep, "Hans Hot", 3)
    open_today(page, login, name, base_url)
    page.keyboard.press("?")
    expect(page.locator(".o_dialog")).to_contain_text("Copy the prepared text")
    page.keyboard.press("Escape")
    expect(page.locator(".o_dialog")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.locator(".o_form_view")).to_contain_text("Hans Hot")


def test_a_manager_looks_as_a_rep_and_cannot_act(page, login, office, base_url, screenshot):
    rep, _name = office.user("Rosa", "user")
    office.handoff(rep, "Hans Hot", 3)
    _manager, name = office.user("Mona", "manager")
    open_today(page, login, name, base_url)
    rosa = page.locator(".o_outbound_team button", has_text=f"Rosa {office.tag}")
    expect(rosa).to_contain_text("1 hot")
    screenshot(page, "today-manager")
    rosa.click()
    expect(page.locator(".o_outbound_as_other")).to_contain_text("Only they can act on it")
    page.get_by_role("button", name="Back to mine").click()
    page.get_by_label("Look as").select_option(f"Rosa {office.tag}")
    expect(page.locator(".o_outbound_as_other")).to_contain_text("Only they can act on it")
    expect(page.locator(".o_outbound_today_row")).to_contain_text("Hans Hot")
    expect(page.locator(".o_outbound_today_done")).to_have_count(0)
    page.keyboard.press("d")
    expect(page.locator(".o_outbound_today_row")).to_have_count(1)
    screenshot(page, "today-as-rep")
    page.get_by_role("button", name="Back to mine").click()
    expect(page.locator(".o_outbound_as_other")).to_have_count(0)


def test_the_first_steps_of_a_new_company(page, login, rpc, base_url, screenshot):
    office = Office(rpc, company=True)
    shared = rpc("outbound.sequence", "search", [["state", "=", "active"], ["company_id", "=", False]])
    rpc("outbound.sequence", "write", shared, {"state": "draft"})
    try:
        _admin, name = office.user("Ada", "admin")
        open_today(page, login, name, base_url)
        expect(page.locator("[data-step]")).to_have_count(5)
        expect(page.locator("[data-state=next]")).to_have_count(1)
        screenshot(page, "today-first-steps")
        page.locator("[data-step=import] button").click()
        expect(page.locator(".o_breadcrumb")).to_contain_text("Imported Lists")
    finally:
        rpc("outbound.sequence", "write", shared, {"state": "active"})


def test_an_administrator_reads_an_alert_and_follows_its_fix(page, rpc, base_url, screenshot):
    server = rpc("ir.mail_server", "create", {"name": "Alert test", "smtp_host": "127.0.0.1", "smtp_port": 9})
    name = f"Paula Paused {uuid.uuid4().hex[:6]}"
    address = f"{uuid.uuid4().hex[:8]}@s.example.com"
    mailbox = rpc("outbound.mailbox", "create", {"name": name, "email": address, "mail_server_id": server})
    reason = "5 of 60 mails of the last seven days bounced."
    rpc("outbound.mailbox", "write", [mailbox], {"state": "paused", "pause_kind": "bounces", "pause_reason": reason})
    cron = Office(rpc).ref("outbound_prospecting.ir_cron_outbound_health")
    rpc("ir.cron", "method_direct_trigger", [cron])
    page.goto(f"{base_url}/odoo/outbound-today")
    row = page.locator(".o_outbound_today_row", has_text=name)
    expect(row).to_contain_text(reason)
    row.get_by_role("button", name="Open mailbox").click()
    expect(page.locator(".o_form_view .o_field_widget[name=name] input")).to_have_value(name)
    # The same from the message that the alert became: its link alone is enough.
    alerts = rpc("outbound.alert", "search_read", [["text", "ilike", name]], fields=["text"])
    path = re.search(r"/odoo/\d+/outbound-fix", alerts[0]["text"]).group()
    page.goto(f"{base_url}{path}")
    expect(page.locator(".o_form_view .o_field_widget[name=name] input")).to_have_value(name)
    page.goto(f"{base_url}/odoo/outbound-health")
    expect(page.locator(".o_data_row", has_text="Mailboxes")).to_contain_text("Critical")
    screenshot(page, "health")
    rpc("outbound.mailbox", "unlink", [mailbox])
    rpc("ir.cron", "method_direct_trigger", [cron])
    page.goto(f"{base_url}/odoo/outbound-today")
    expect(page.locator(".o_outbound_today_page")).to_be_visible()
    expect(row).to_have_count(0)


def test_on_a_phone(narrow_page, login, office, base_url, screenshot):
    rep, name = office.user("Rosa", "user")
    office.handoff(rep, "Lea Late-Longname of the Board", -30, "Yes, we are interested. " * 20)
    office.handoff(rep, "Hans Hot", 3)
    office.task(rep, "Cora Call", "Call back", days=2)
    open_today(narrow_page, login, name, base_url)
    expect(narrow_page.locator(".o_outbound_today_row")).to_have_count(3)
    screenshot(narrow_page, "today-phone")
    assert narrow_page.evaluate("document.documentElement.scrollWidth") <= 390
    narrow_page.locator(".o_outbound_today_done").first.click()
    expect(narrow_page.locator(".o_outbound_today_row")).to_have_count(2)
    narrow_page.get_by_role("button", name="Undo").click()
    expect(narrow_page.locator(".o_outbound_today_row")).to_have_count(3)
