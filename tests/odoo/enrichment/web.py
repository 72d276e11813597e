"""A company's site on loopback, and the reader that may reach it."""

from unittest.mock import patch

from odoo.addons.outbound_prospecting.adapters.destination import Guard
from odoo.addons.outbound_prospecting.adapters.http import Http
from odoo.addons.outbound_prospecting.adapters.robots import RobotsFiles
from odoo.addons.outbound_prospecting.adapters.web import SiteReader

from tests.http_server import LOOPBACK, HttpServer, resolve_to

from .common import NOW

ABOUT = (
    "<title>About Northpeak Outfitters</title><h1>About us</h1><p>Northpeak Outfitters sells gear for mountain sports in "
    "nine shops and employs 240 people.</p>"
)
NEWS = (
    '<title>News</title><meta property="article:published_time" content="2026-02-20T08:00:00Z">'
    "<p>Northpeak Outfitters raises 12 million euros to open shops in Austria.</p>"
    "<p>Our new plant in Graz opens a second store next to it.</p>"
)
HOME = (
    '<title>Northpeak Outfitters</title><meta property="og:site_name" content="Northpeak Outfitters">'
    "<p>Gear for everyone who goes up.</p><a href=/about>About us</a> <a href=/news>News</a>"
)


class WebMixin:
    def web(self, **pages):
        """A site for the length of a test: pages by name, `robots_txt` too."""
        usual = {"": HOME, "about": ABOUT, "news": NEWS, **pages}
        bodies = {
            f"/{name.replace('_', '.')}": page.encode() if isinstance(page, str) else page
            for name, page in usual.items()
        }
        server = HttpServer(bodies)
        self.enterContext(server)
        return self.reach(server)

    def reach(self, server):
        def get_reader(_self):
            http = Http(
                "OutboundProspecting", guard=Guard(frozenset({(LOOPBACK, server.port)})), resolve=resolve_to(LOOPBACK)
            )
            return SiteReader(http, RobotsFiles(http, "OutboundProspecting"), lambda: NOW, sleep=lambda _seconds: None)

        self.startPatcher(patch.object(self.registry["outbound.site"], "_get_reader", get_reader))
        return server

    def site_lead(self, server, host="northpeak.example", **values):
        return self.lead(website=server.url("/", host=host), email_from="jane@northpeak.example", **values)

    def read(self, **delta):
        self.run_cron("outbound.site", "_cron_read_sites", **delta)
