"""Reading a company's site from a real web server on loopback: what is read, what is left alone, how politely."""

import hashlib
from datetime import date, datetime

import pytest
from outbound_prospecting.adapters.http import Http
from outbound_prospecting.adapters.robots import RobotsFiles
from outbound_prospecting.adapters.web import Manners, SiteReader
from outbound_prospecting.domain.errors import Permanent, Refused, Retryable

from tests.http_server import LOOPBACK, HttpServer, resolve_to

NOW = datetime(2026, 3, 2, 9)
ALL = "<a href=/about>About us</a> <a href=/products/>Products</a> <a href=/news>News</a> <a href=/karriere>Jobs</a>"
HOME = f"<title>Acme</title><h1>Acme pumps</h1>{ALL} <a href=/contact>Contact</a> <a href=/agb>Terms</a>".encode()


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self):
        self.time = 0.0
        self.slept = []

    def __call__(self):
        return self.time

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.time += seconds


def site(**pages):
    """/news and so on by keyword, the home page and the others as usual."""
    usual = {"": HOME, "about": b"<p>We make pumps", "products/": b"<p>Pump 1", "news": b"<p>New", "karriere": b"<p>Join",
             "contact": b"<p>Write to us"}  # fmt: skip
    return {f"/{name.replace('_', '.')}": page for name, page in {**usual, **pages}.items()}


def reader(server, clock=None, manners=None, resolve=None):
    clock = clock or Clock()
    http = Http("OutboundProspecting/1.0", guard=server.guard, resolve=resolve or resolve_to(LOOPBACK))
    robots = RobotsFiles(http, "OutboundProspecting", clock)
    return SiteReader(http, robots, lambda: NOW, manners, sleep=clock.sleep, clock=clock)


def kinds(reading):
    return [document.kind for document in reading.documents]


def test_a_site():
    clock = Clock()
    with HttpServer(site()) as server:
        reading = reader(server, clock).read_site(server.url("/"))
    assert kinds(reading) == ["home", "about", "product", "news", "jobs", "contact"]
    home = reading.documents[0]
    assert (home.page.url, home.page.title, home.fetched_at) == (server.url("/"), "Acme", NOW)
    assert home.html_hash == hashlib.sha256(HOME).hexdigest()
    assert home.page.text.startswith("Acme pumps\n")
    assert clock.slept == [1.0] * 5
    assert "/agb" not in server.paths()
    assert server.paths().count("/robots.txt") == 1


def test_articles_of_the_news():
    news = b"<a href=/news/acme-opens-a-plant>1</a><a href=/news/acme-hires-a-chief>2</a><a href=/news/a-third-thing-too>3</a>"
    article = b"<meta property=article:published_time content=2026-02-03T10:00:00Z><p>Acme opens a plant in Ghent."
    with HttpServer({**site(news=news), "/news/acme-opens-a-plant": article}) as server:
        reading = reader(server).read_site(server.url("/"))
    found = [document for document in reading.documents if document.kind == "article"]
    assert [document.page.published for document in found] == [date(2026, 2, 3)]
    assert reading.problems == ((server.url("/news/acme-hires-a-chief"), "http_404"),)
    assert "/news/a-third-thing-too" not in server.paths()


def test_what_robots_txt_forbids_is_not_asked():
    rules = b"User-agent: *\nDisallow: /news\nCrawl-delay: 3"
    clock = Clock()
    with HttpServer(site(robots_txt=rules, about=(302, {"Location": "/news"}, b""))) as server:
        reading = reader(server, clock).read_site(server.url("/"))
        assert kinds(reading) == ["home", "product", "jobs", "contact"]
        assert (server.url("/news"), "robots") in reading.problems
        assert "/news" not in server.paths()
        assert set(clock.slept) == {3.0}
        server.pages["/robots.txt"] = b"User-agent: outboundprospecting\nDisallow: /"
        with pytest.raises(Refused, match="robots"):
            reader(server).read_site(server.url("/"))


@pytest.mark.parametrize(
    ("answer", "allowed"),
    [
        ((404, {}, b""), True), ((403, {}, b"Disallow: /"), True), ((401, {}, b""), True), ((410, {}, b""), True),
        ((500, {}, b""), False), ((503, {}, b""), False), ((429, {}, b""), False),
        ((200, {"Content-Type": "text/html"}, b"<html>not a robots file"), True), ((200, {}, b""), True),
        ((302, {"Location": "/robots.txt"}, b""), True),
        (lambda handler: None, False),
    ],
)  # fmt: skip
def test_robots_txt_that_cannot_be_had(answer, allowed):
    with HttpServer(site(robots_txt=answer)) as server:
        if allowed:
            assert reader(server).read_site(server.url("/")).documents
        else:
            with pytest.raises(Refused, match="robots"):
                reader(server).read_site(server.url("/"))
            assert "/" not in server.paths()


def test_robots_txt_behind_five_redirects_and_longer_than_we_read():
    steps = {f"/r{step}": (301, {"Location": f"/r{step + 1}"}, b"") for step in range(1, 5)}
    rules = b"User-agent: *\n" + b"# filler filler filler\n" * 22_259 + b"Disallow: /\n" + b"#" * 5_000_000
    assert 511_900 < rules.index(b"Disallow: /\n") + 12 < 500 * 1024
    with (
        HttpServer({**site(robots_txt=(301, {"Location": "/r1"}, b"")), **steps, "/r5": rules}) as server,
        pytest.raises(Refused, match="robots"),
    ):
        reader(server).read_site(server.url("/"))


def test_robots_txt_is_kept_for_a_day():
    clock = Clock()
    with HttpServer(site()) as server:
        robots = RobotsFiles(Http("x", guard=server.guard, resolve=resolve_to(LOOPBACK)), "x", clock)
        for hours, asked in [(0, 1), (23.9, 1), (24, 2)]:
            clock.time = hours * 3600
            robots.of(server.url("/a"))
            assert len(server.requests) == asked


def test_bounds():
    with HttpServer(site(about=b"x" * 5000)) as server:
        assert len(reader(server, manners=Manners(pages=2)).read_site(server.url("/")).documents) == 2
        assert kinds(reader(server, manners=Manners(size=4000)).read_site(server.url("/"))) == ["home", "about"]
        assert len(reader(server, manners=Manners(gap=10, seconds=25)).read_site(server.url("/")).documents) == 3


def test_pages_that_cannot_be_read_spoil_nothing():
    pages = site(about=(200, {"Content-Type": "application/pdf"}, b"%PDF"), news=(500, {}, b""), karriere=HOME)
    with HttpServer(pages) as server:
        reading = reader(server).read_site(server.url("/"))
    assert kinds(reading) == ["home", "product", "contact"]
    assert reading.problems == ((server.url("/about"), "content_type"), (server.url("/news"), "http_500"))


def test_a_site_that_asks_us_to_stop_is_left_alone():
    with HttpServer(site(about=(429, {"Retry-After": "60"}, b""))) as server:
        reading = reader(server).read_site(server.url("/"))
        assert kinds(reading) == ["home"]
        assert server.paths() == ["/robots.txt", "/", "/about"]
        server.pages["/"] = (429, {"Retry-After": "60"}, b"")
        with pytest.raises(Retryable) as caught:
            reader(server).read_site(server.url("/"))
        assert caught.value.after == 60


def test_other_sites_are_not_read():
    answers = {"acme.example": [LOOPBACK], "www.acme.example": [LOOPBACK], "other.example": [LOOPBACK],
               "inside.acme.example": ["10.0.0.1"]}  # fmt: skip
    with HttpServer(site()) as server:
        server.pages["/"] = (
            HOME.replace(b"/about", server.url("/about", host="other.example").encode())
            .replace(b"/contact", server.url("/contact", host="www.acme.example").encode())
            .replace(b"/karriere", server.url("/jobs", host="inside.acme.example").encode())
        )
        server.pages["/news"] = (302, {"Location": server.url("/", host="other.example")}, b"")
        reading = reader(server, resolve=answers.__getitem__).read_site(server.url("/"))
    assert kinds(reading) == ["home", "product", "contact"]
    assert {code for _url, code in reading.problems} == {"redirect_elsewhere", "private_address"}
    assert {request[1] for request in server.requests} == {
        f"{name}:{server.port}" for name in ("acme.example", "www.acme.example")
    }


def test_the_home_page_may_have_moved():
    with HttpServer(site()) as server:
        home = server.pages["/"]
        server.pages["/"] = lambda handler: _moved(handler, server, home)
        reading = reader(server).read_site(server.url("/", host="old.example"))
    assert reading.documents[0].page.url == server.url("/")
    assert kinds(reading) == ["home", "about", "product", "news", "jobs", "contact"]


def _moved(handler, server, home):
    moved = handler.headers["Host"].startswith("old.")
    handler.send_response(301 if moved else 200)
    handler.send_header("Content-Length", str(len(b"" if moved else home)))
    if moved:
        handler.send_header("Location", server.url("/"))
    handler.end_headers()
    handler.wfile.write(b"" if moved else home)


@pytest.mark.parametrize(
    "website", ["127.0.0.1", "http://10.0.0.1/", "http://169.254.169.254/latest/meta-data/", "ftp://a.example"]
)
def test_a_private_website_is_refused_by_its_name(website):
    with HttpServer() as server, pytest.raises(Refused) as caught:
        reader(server, resolve=resolve_to("10.0.0.1")).read_site(website)
    assert caught.value.code in ("private_address", "scheme")


def test_no_site():
    with HttpServer() as server, pytest.raises(Permanent) as caught:
        reader(server).read_site(server.url("/"))
    assert caught.value.code == "http_404"
