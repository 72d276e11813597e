"""The demo's model and sites: what it copies passes the checks, and what it invents does not."""

import csv
from datetime import datetime

import pytest
from lib.demo_model import INVENTED, answer
from lib.demo_sites import pages
from lib.research import company_of, host_of
from outbound_prospecting.adapters.llm_openai import OpenAiLlm
from outbound_prospecting.adapters.page import read_page
from outbound_prospecting.domain import assessment, brief, brief_check
from outbound_prospecting.domain.claims import Document
from outbound_prospecting.domain.page import in_short_lines
from outbound_prospecting.domain.ports import LlmRequest

from tests.bare_package import ROOT
from tests.contract.chat_server import ChatServer

NOW = datetime(2026, 3, 2)
COMPANIES = ROOT / "addons" / "outbound_prospecting" / "demo" / "companies.csv"


@pytest.fixture(scope="module")
def sites():
    """Company and the text of its pages by kind, for some of the demo's companies."""
    with COMPANIES.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))[:25]
    found = []
    for row in rows:
        url = f"http://{host_of(row['Website'])}"
        texts = {
            path.strip("/") or "home": in_short_lines(read_page(body, f"{url}{path}").text)
            for path, body in pages(company_of(row), NOW).items()
        }
        found.append((company_of(row), url, texts))
    return found


@pytest.fixture(scope="module")
def llm():
    with ChatServer(answer=answer) as server, OpenAiLlm(server.url, "demo-1") as llm:
        yield llm


def test_statements_it_copies_are_borne_and_figures_it_invents_are_not(sites, llm):
    accepted = refused = invented = 0
    for company, url, texts in sites:
        sources = [
            brief.Source(number, kind, kind, f"{url}/{kind}", "2026-02-20", text)
            for number, (kind, text) in enumerate(texts.items(), 1)
        ]
        material = brief.build_material(brief.Subject(company.name), sources)
        said = llm.complete(LlmRequest(brief.INSTRUCTIONS, material, brief.Brief)).answer
        judged = brief_check.judge(said, sources, [company.name])
        fakes = [one for one in judged if "9,870" in one.text]
        invented += len(fakes)
        assert not [one for one in fakes if one.accepted]
        accepted += sum(one.accepted for one in judged)
        refused += sum(not one.accepted for one in judged) - len(fakes)
    assert invented > len(sites) / INVENTED / 3
    assert refused <= 0.05 * accepted


def test_assessments_move_what_the_news_bear(sites, llm):
    moved = refused = 0
    factors = {"buying_signals"}
    for company, url, texts in sites:
        facts = {"Company": company.name}
        documents = [Document(f"{url}/{kind}", text) for kind, text in texts.items()]
        material = assessment.material({"factors": []}, facts, documents)
        said = llm.complete(LlmRequest(assessment.INSTRUCTIONS, material, assessment.Assessment)).answer
        judged = assessment.judge(said, [assessment.facts_document(facts), *documents], factors, 1)
        moved += len(judged.adjustments)
        refused += any("9,870" in text for text, _kinds in judged.refused)
        points = (*judged.talking_points, *judged.adjustments)
        assert not [point for point in points if "9,870" in getattr(point, "text", getattr(point, "reason", ""))]
    assert moved > 0.9 * len(sites)
    assert refused > len(sites) / INVENTED / 3


def test_two_runs_say_the_same(sites, llm):
    company, url, texts = sites[0]
    source = brief.Source(1, "news", "News", f"{url}/news", "2026-02-20", texts["news"])
    question = LlmRequest("", brief.build_material(brief.Subject(company.name), [source]), brief.Brief)
    assert llm.complete(question).answer == llm.complete(question).answer
