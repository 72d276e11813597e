import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import partial

from psycopg2.extensions import TransactionRollbackError

from odoo import api, models
from odoo.tools import SQL

from ...adapters.contacts import read_contacts
from ...adapters.destination import name_servers
from ...adapters.http import Http
from ...adapters.robots import RobotsFiles
from ...adapters.web import Manners, Reading, SiteReader
from ...domain.errors import Permanent, Retryable, ServiceError
from ...domain.same_company import names_alike

_logger = logging.getLogger(__name__)
AT_ONCE = 8  # sites, each of another company, so that nobody is asked faster
AGENT = "OutboundProspecting"
STALE = timedelta(minutes=15)  # a reading that has not ended by then was cut short; it may begin anew
WAITS = (timedelta(hours=1), timedelta(hours=6), timedelta(days=1), timedelta(days=3))
GIVEN_UP = timedelta(days=30)


class OutboundSite(models.Model):
    """Sites are read between transactions: a claim is committed, pages are fetched, what was found is committed."""

    _inherit = "outbound.site"

    @api.model
    def _cron_read_sites(self):
        """Scheduled action: read the sites of prospects that are worth research and lack fresh evidence."""
        Cron = self.env["ir.cron"]
        sites = self.sudo()
        sites._expire()
        sites._release_stale()
        sites._add_for()
        Cron._commit_progress(0)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            while claimed := sites._claim():
                read = partial(_read, sites._get_reader())
                addresses = claimed.mapped("website")
                Cron._commit_progress(0)
                for site, outcome in zip(claimed, list(pool.map(read, addresses)), strict=True):
                    site._note_safely(outcome)
                if not Cron._commit_progress(len(claimed)):
                    return

    @api.model
    def _release_stale(self):
        before = self.env["outbound.clock"]._now() - STALE
        self.search([("state", "=", "reading"), ("claimed_date", "<", before)]).write(
            {"state": "waiting", "code": "cut_short"}
        )

    @api.model
    def _claim(self):
        """Some sites that are due and of somebody who is worth it; what another worker holds is passed over."""
        self.flush_model()
        now = self.env["outbound.clock"]._now()
        rows = self.env.execute_query(
            SQL(
                """
                SELECT id FROM outbound_site
                 WHERE next_try <= %s AND state != 'reading'
                 ORDER BY next_try, id LIMIT %s FOR NO KEY UPDATE SKIP LOCKED
                """,
                now,
                AT_ONCE,
            )
        )
        claimed = self.browse([id_ for (id_,) in rows])
        claimed.write({"state": "reading", "claimed_date": now})
        return claimed

    @api.model
    def _get_reader(self) -> SiteReader:
        resolve = name_servers(self.env["outbound.mail.domain"]._get_name_servers())
        http = Http(f"{AGENT} (+{self.get_base_url()})", resolve=resolve)
        now = self.env["outbound.clock"]._now()
        return SiteReader(http, RobotsFiles(http, AGENT), lambda: now, Manners(pages=10, seconds=60))

    def _note_safely(self, outcome: Reading | ServiceError):
        """Keep what came of one site; one that cannot be kept harms no other and says so on its record."""
        try:
            self._note(outcome)
            self.env["ir.cron"]._commit_progress(0)
        except TransactionRollbackError:
            self.env.cr.rollback()  # it stays claimed until it counts as cut short
        except Exception:
            self.env.cr.rollback()
            _logger.exception("What was read on %s could not be kept", self.website_domain)
            self.write(self._prepare_failure(Permanent("broken"), self.env["outbound.clock"]._now()))
            self.env["ir.cron"]._commit_progress(0)

    def _note(self, outcome: Reading | ServiceError):
        self.ensure_one()
        now = self.env["outbound.clock"]._now()
        if self.state != "reading":
            return  # a person decided otherwise meanwhile
        if isinstance(outcome, ServiceError):
            self.write(self._prepare_failure(outcome, now))
            return
        self.write(
            {
                "state": "read",
                "code": False,
                "error": False,
                "attempts": 0,
                "read_date": now,
                "next_try": now + self._get_read_again(),
                "problems": [list(problem) for problem in outcome.problems] or False,
                "doubt": self._find_doubt(outcome),
            }
        )
        self.env["outbound.document"].sudo()._keep(self, outcome.documents)

    def _prepare_failure(self, error: ServiceError, now: datetime) -> dict:
        again = isinstance(error, Retryable) and self.attempts < len(WAITS)
        wait = max(WAITS[self.attempts], timedelta(seconds=error.after or 0)) if again else GIVEN_UP
        return {
            "state": "waiting" if again else "failed",
            "code": error.code,
            "error": str(error),
            "attempts": self.attempts + 1 if again else 0,
            "next_try": now + wait,
        }

    def _find_doubt(self, reading: Reading) -> str | bool:
        """What a site calls itself, if that is not what the prospects' company is called."""
        ours = set(filter(None, self._get_leads().mapped("partner_name")))
        theirs = []
        for document in reading.documents:
            if document.kind in ("home", "contact", "about"):
                organisations = read_contacts(document.page).organisations
                theirs += [one.name for one in organisations if one.own] + list(document.page.names)
        if not ours or not theirs or any(names_alike(one, other) for one in ours for other in theirs):
            return False
        return theirs[0][:100]


def _read(reader: SiteReader, website: str) -> Reading | ServiceError:
    try:
        return reader.read_site(website)
    except ServiceError as error:
        return error
