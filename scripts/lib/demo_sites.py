"""Small sites of the demo's made-up companies, served on loopback to the addon's own reader of sites.

Every site has a home page, one about the company, one of its team and one of news, filled from the file of companies. What
they say is decided by the company's name alone, so that two runs of the demo read the same.
"""

from __future__ import annotations

import contextlib
import dataclasses
import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from unittest.mock import patch

LOOPBACK = "127.0.0.1"
# Industry -> what such a company does, what it struggles with, and what it plans. "{n}" is a figure that suits its size.
VERTICALS = {
    "Industrial Safety": (
        "supplies protective equipment and trains crews that work in heat, dust and noise",
        "Crews still sign for their equipment on paper, and nobody sees which helmets are overdue for inspection.",
        "{company} equips {n} more crews with connected gas detectors this year.",
    ),
    "Corporate Wellness": (
        "runs health programmes for office and shift workers of mid-sized employers",
        "Employers often ask for figures on participation that have to be collected by hand.",
        "{company} extends its programme to {n} further work sites by the autumn.",
    ),
    "Specialty Retail": (
        "sells selected goods for enthusiasts in shops of its own and on the web",
        "Staff of the shops look up stock by telephone, which costs them time on busy days.",
        "{company} opens {n} new shops next year.",
    ),
    "Outdoor Recreation": (
        "rents out equipment and guides groups in the mountains and on the water",
        "Returned gear is checked by hand, so that some of it stays in the store at the height of the season.",
        "{company} opens {n} rental stations at trail heads next season.",
    ),
    "": (
        "serves business customers in its region",
        "Much of the paperwork on site is still done by hand.",
        "{company} hires {n} people for its operations team this year.",
    ),
}
NEWS = (
    "{company} was certified to ISO 45001 in {month} {year}.",
    "{company} appointed a new head of operations in {month} {year}.",
    "{company} raised {n} million dollars in {month} {year}.",
)


@dataclasses.dataclass(frozen=True)
class Company:
    """What a site is filled with; "" for what the file of companies does not say."""

    name: str
    industry: str = ""
    employees: int = 0
    city: str = ""
    contact: str = ""
    title: str = ""


def pages(company: Company, now: datetime) -> dict[str, bytes]:
    """The pages of a site by path."""
    dice = random.Random(f"site:{company.name}")  # noqa: S311 - companies are invented
    does, trouble, plan = VERTICALS.get(company.industry, VERTICALS[""])
    published = now - timedelta(days=dice.randint(5, 40))
    values = {"company": company.name, "n": dice.randint(2, 9), "month": f"{published:%B}", "year": published.year}
    place = f" in {company.city}" if company.city else ""
    size = f" and employs {company.employees:,} people" if company.employees else ""
    about = [f"{company.name} {does}{place}{size}.", trouble]
    team = [f"{company.contact}, {company.title}"] if company.contact and company.title else []
    news = [plan.format(**values), dice.choice(NEWS).format(**values)]
    menu = '<a href="/about">About us</a> <a href="/team">Team</a> <a href="/news">News</a>'
    meta = f'<meta property="article:published_time" content="{published:%Y-%m-%dT08:00:00Z}">'
    return {
        "/": _page(company.name, [f"{company.name} {does}."], menu),
        "/about": _page(f"About {company.name}", about),
        "/team": _page(f"Team of {company.name}", team or ["Our team is glad to hear from you."]),
        "/news": _page(f"News of {company.name}", news, meta),
    }


def _page(title: str, paragraphs: list[str], more: str = "") -> bytes:
    text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    return f"<!doctype html><html lang=en><title>{escape(title)}</title>{more}<h1>{escape(title)}</h1>{text}</html>".encode()


class SiteServer:
    """Context manager: one server for many hosts.

    :param sites: host name -> pages by path
    """

    def __init__(self, sites: dict[str, dict[str, bytes]]) -> None:
        self.sites = sites

    def __enter__(self) -> SiteServer:
        sites = self.sites

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_values):
                """Quiet."""

            def do_GET(self):
                host = self.headers.get("Host", "").partition(":")[0].removeprefix("www.")
                body = sites.get(host, {}).get(self.path)
                self.send_response(200 if body else 404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body or b"")))
                self.end_headers()
                self.wfile.write(body or b"")

        self._server = ThreadingHTTPServer((LOOPBACK, 0), Handler)
        self._server.daemon_threads = True
        self.port = self._server.server_port
        self._thread = Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@contextlib.contextmanager
def reachable(env, server: SiteServer) -> Iterator[None]:
    """The addon's reader of sites reaches `server` under every name, and nothing else."""
    from odoo.addons.outbound_prospecting.adapters.destination import PORTS, Guard
    from odoo.addons.outbound_prospecting.adapters.http import Http
    from odoo.addons.outbound_prospecting.adapters.robots import RobotsFiles
    from odoo.addons.outbound_prospecting.adapters.web import Manners, SiteReader

    class LoopbackHttp(Http):
        def _connect(self, place, deadline):
            return super()._connect(dataclasses.replace(place, scheme="http", port=server.port), deadline)

    guard = Guard(frozenset((LOOPBACK, port) for port in PORTS.values()))

    def get_reader(site):
        http, now = (
            LoopbackHttp("Demo", guard=guard, resolve=lambda _host: [LOOPBACK]),
            site.env["outbound.clock"]._now(),
        )
        return SiteReader(http, RobotsFiles(http, "Demo"), lambda: now, Manners(gap=0), sleep=lambda _seconds: None)

    with patch.object(env.registry["outbound.site"], "_get_reader", get_reader):
        yield
