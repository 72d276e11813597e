"""The proof beside a draft: a model on loopback writes it again, a click on a sentence shows what it rests on."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.test_review_inbox import Desk, open_inbox
from tests.contract.chat_server import ChatServer, Reply

OPENING = "Northpeak Outfitters will open two new shops in Boulder and Denver this spring."
PAGE = f"News from Northpeak Outfitters.\n{OPENING}\nThe company sells outdoor gear."
FIRST = "Your two new shops in Boulder and Denver caught my eye."


def write(asked):
    """A brief of one statement; a draft whose first sentence rests on it."""
    facts = json.loads(asked["messages"][1]["content"].partition("\n")[2])
    if "documents" in facts:
        cite = {"document": facts["documents"][0]["id"], "quote": OPENING}
        return Reply({"statements": [{"kind": "event", "text": OPENING, "cites": [cite]}]})
    shops = next(one["id"] for one in facts["statements"] if "Boulder" in one["text"])
    others = [
        "New teams learn from whoever is near.",
        "That works until the season starts.",
        "We help shops give every team the same first hour.",
        "Is that on your list?",
    ]
    sentences = [{"text": FIRST, "statements": [shops]}] + [{"text": text, "statements": []} for text in others]
    return Reply({"subject": "Two new shops this spring", "paragraphs": [{"sentences": sentences}]})


class ProvedDesk(Desk):
    def prove(self, touch):
        """Evidence about the prospect of a touch, and a brief made of it."""
        [row] = self.rpc("outbound.touch", "read", [touch], fields=["lead_id"])
        vals = {
            "lead_id": row["lead_id"][0],
            "text": PAGE,
            "title": "News",
            "url": "https://northpeak.example.com/news",
        }
        self.rpc("outbound.evidence", "action_save", [self.rpc("outbound.evidence", "create", vals)])
        self.rpc("crm.lead", "write", row["lead_id"][:1], {"icp_tier": "tier_1"})  # worth a brief
        self.trigger("ir_cron_outbound_write_briefs")

    def trigger(self, name):
        [cron] = self.rpc("ir.model.data", "search_read", [["name", "=", name]], fields=["res_id"])
        self.rpc("ir.cron", "method_direct_trigger", [cron["res_id"]])


@pytest.fixture
def desk(rpc):
    return ProvedDesk(rpc)


@pytest.fixture
def model(rpc):
    """A provider that answers; other tests know of none, whatever the demo data has."""
    others = rpc("outbound.provider", "search", [])
    rpc("outbound.provider", "write", others, {"active": False})
    with ChatServer(answer=write) as server:
        vals = {"name": "Loopback", "endpoint": server.url, "model": "test-1", "unlimited": True}
        provider = rpc("outbound.provider", "create", vals)
        yield server
        rpc("outbound.provider", "write", [provider], {"active": False})


def rewrite(page, desk, wish):
    page.keyboard.press("r")
    page.locator(".o_outbound_wish").fill(wish)
    page.keyboard.press("Control+Enter")
    expect(page.locator(".o_outbound_writing")).to_contain_text(wish)
    desk.trigger("ir_cron_outbound_rewrite")
    expect(page.locator(".o_outbound_body").first).to_contain_text(FIRST)


@pytest.fixture
def touch(desk, request):
    """A draft from the template of a prospect with a brief, and a model that may write it again."""
    [touch] = desk.add("Ada One", company="Northpeak Outfitters")
    request.getfixturevalue("model")
    desk.prove(touch)
    return touch


def test_a_sentence_shows_what_it_rests_on(page, base_url, login, desk, touch, screenshot):
    open_inbox(page, base_url, login, desk)
    statement = page.locator(".o_outbound_statement", has_text="Boulder")
    expect(statement).to_contain_text("northpeak.example.com")

    rewrite(page, desk, "Begin with the new shops")
    expect(page.locator(".o_outbound_writing")).to_have_count(0)
    expect(page.locator(".o_outbound_origin")).to_contain_text("First mail v1")

    sentences = page.locator(".o_outbound_sentence")
    expect(sentences).to_have_count(5)
    sentences.first.click()
    expect(statement).to_have_class("o_outbound_statement border-start ps-2 mb-2 o_outbound_marked")
    screenshot(page, "review_proof")
    page.keyboard.press(".")
    expect(page.locator(".o_outbound_sentence.o_outbound_marked")).to_have_text("New teams learn from whoever is near.")
    expect(page.locator(".o_outbound_statement.o_outbound_marked")).to_have_count(0)
    number = 1 + [one.get_attribute("data-id") for one in page.locator(".o_outbound_statement").all()].index(
        statement.get_attribute("data-id")
    )
    page.keyboard.press(str(number))
    expect(page.locator(".o_outbound_sentence.o_outbound_marked")).to_have_text(FIRST)

    page.locator(".o_outbound_wrong_company").click()
    expect(page.locator(".o_outbound_statement")).to_have_count(0)
    expect(page.locator(".o_outbound_body").first).to_contain_text("opened a shop in Boulder")
    desk.wait(touch, state="in_review")


@pytest.mark.usefixtures("touch")
def test_proof_on_a_phone(narrow_page, base_url, login, desk, screenshot):
    open_inbox(narrow_page, base_url, login, desk)
    rewrite(narrow_page, desk, "Begin with the new shops")
    narrow_page.locator(".o_outbound_sentence").first.click()
    expect(narrow_page.locator(".o_outbound_statement.o_outbound_marked")).to_be_in_viewport()
    width = narrow_page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390, f"the page is {width} px wide"
    screenshot(narrow_page, "review_proof_narrow")
