"""Which links of a site lead to which kind of page."""

import pytest
from outbound_prospecting.domain.page import Link, Page
from outbound_prospecting.domain.site_pages import articles, choose, judge


@pytest.mark.parametrize(
    ("path", "text", "kind"),
    [
        ("/about", "", "about"), ("/about-us.html", "About us", "about"), ("/de/ueber-uns", "Über uns", "about"),
        ("/p/17", "Quiénes somos", "about"), ("/chi-siamo/", "", "about"), ("/o-nas", "O nas", "about"),
        ("/company/team", "People", "team"), ("/equipe", "", "team"), ("/ansprechpartner.php", "", "team"),
        ("/x", "Our Services", "product"), ("/loesungen", "Lösungen", "product"), ("/fr/produits", "", "product"),
        ("/newsroom", "", "news"), ("/actualites", "", "news"), ("/presse", "Presse", "news"),
        ("/karriere", "Karriere", "jobs"), ("/vacatures", "", "jobs"), ("/x?page=4", "Careers", "jobs"),
        ("/impressum", "", "contact"), ("/kontakt", "", "contact"), ("/neem-contact-op", "", "contact"),
        ("/blog", "", "blog"), ("/insights", "Insights", "blog"),
    ],
)  # fmt: skip
def test_kinds(path, text, kind):
    assert judge(Link(f"https://acme.example{path}", text)).kind == kind


@pytest.mark.parametrize(
    ("path", "text"),
    [("/", "Home"), ("/privacy", "Privacy"), ("/about.pdf", "About us"), ("/x", "Why we moved our company to the sea")],
)
def test_what_is_none_of_them(path, text):
    assert judge(Link(f"https://acme.example{path}", text)) is None


def test_a_host_of_its_own():
    assert judge(Link("https://jobs.acme.example/", "")).kind == "jobs"


def test_the_surest_first_and_only_ours():
    links = [Link("https://acme.example/a/b/about", ""), Link("https://acme.example/about", "About us"),
             Link("https://other.example/about", "About us")]  # fmt: skip
    chosen = choose(links, lambda url: "acme" in url)
    assert chosen["about"] == ["https://acme.example/about", "https://acme.example/a/b/about"]
    assert chosen["jobs"] == []


def test_articles_are_what_lies_below_a_page_of_news():
    page = Page("https://acme.example/news", "", "", links=tuple(
        Link(f"https://acme.example{path}", "") for path in
        ("/news/acme-opens-a-plant-in-ghent", "/news/2", "/news/report-of-the-year.pdf", "/about/some-long-name-here",
         "/news/2026/03/a-second-plant-opens")))  # fmt: skip
    found = articles(page, lambda url: True)
    assert [url.rpartition("/")[2] for url in found] == ["acme-opens-a-plant-in-ghent", "a-second-plant-opens"]
