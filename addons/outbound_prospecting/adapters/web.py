"""Reads the pages of a company's site that say what it does, who works there and what is new; politely."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from ..domain.errors import Refused, ServiceError
from ..domain.page import Page
from ..domain.site_pages import KINDS, articles, choose
from ..domain.web_address import without_secrets
from .http import Http, Response
from .page import read_page
from .public_suffix import registered_domain
from .robots import RobotsFiles, target_of

HTML = ("text/html", "application/xhtml+xml", "text/plain", "")
_ENOUGH = frozenset({"http_429", "http_503"})  # the site asks us to stop
_TRIES = 2  # for a page of one kind, if the first cannot be read
_ARTICLES = 2  # of one page of news


@dataclass(frozen=True)
class Document:
    """One page that was read.

    :param kind: "home", "article" or one of `site_pages.KINDS`
    :param fetched_at: UTC, naive
    :param html_hash: SHA-256 of the bytes, hexadecimal: the same means that nothing changed
    """

    kind: str
    page: Page
    fetched_at: datetime
    html_hash: str


@dataclass(frozen=True)
class Reading:
    """What came of a site.

    :param problems: (address without secrets, code) of pages that could not be read
    """

    documents: tuple[Document, ...]
    problems: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Manners:
    """How much of a site is read, and how fast.

    :param gap: seconds between two requests; a longer one that robots.txt asks for is kept
    :param pages: how many at most
    :param size: bytes of all pages
    :param seconds: when to stop, pages left or not
    """

    gap: float = 1.0
    pages: int = 12
    size: int = 15_000_000
    seconds: float = 120.0


@dataclass
class _Visit:
    """The state of one reading."""

    home: str
    started: float
    documents: list[Document] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)
    tried: set[str] = field(default_factory=set)
    size: int = 0
    over: bool = False


class SiteReader:
    """:param now: UTC, naive
    :param sleep, clock: seconds
    """

    def __init__(
        self,
        http: Http,
        robots: RobotsFiles,
        now: Callable[[], datetime],
        manners: Manners | None = None,
        *,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._http = http
        self._robots = robots
        self._now = now
        self._manners = manners or Manners()
        self._sleep = sleep
        self._clock = clock

    def read_site(self, website: str) -> Reading:
        """The home page and the best of what it links to.

        :param website: an address in any usual spelling; https is tried first unless it says otherwise
        :raises Refused, Retryable, Permanent: the home page could not be read
        """
        started = self._clock()
        response = self._home(website)
        visit = _Visit(response.url, started)
        visit.tried.add(response.url)
        self._keep(visit, "home", response)
        waiting = choose(visit.documents[0].page.links, self._ours(visit))
        for kind in KINDS:
            self._read_kind(visit, kind, waiting[kind])
        return Reading(tuple(visit.documents), tuple(visit.problems))

    def _home(self, website: str) -> Response:
        text = website.strip()
        if "://" in text:
            return self._fetch(text, self._allowed)
        try:
            return self._fetch(f"https://{text}", self._allowed)
        except ServiceError as error:
            if error.code not in ("unreachable", "lost", "certificate", "timeout"):
                raise
        return self._fetch(f"http://{text}", self._allowed)

    def _read_kind(self, visit: _Visit, kind: str, urls: list[str]) -> None:
        """One page of a kind, another if that fails; of news also the first articles."""
        for url in urls[:_TRIES]:
            document = self._read(visit, kind, url)
            if not document:
                continue
            if kind in ("news", "blog"):
                for article in articles(document.page, self._ours(visit))[:_ARTICLES]:
                    self._read(visit, "article", article)
            return

    def _read(self, visit: _Visit, kind: str, url: str) -> Document | None:
        limits = self._manners
        over = len(visit.documents) >= limits.pages or visit.size >= limits.size
        if visit.over or over or url in visit.tried:
            return None
        visit.tried.add(url)
        try:
            if not self._allowed(url):
                raise Refused("robots", without_secrets(url))
            gap = max(limits.gap, self._robots.of(url).delay)
            if self._clock() - visit.started + gap > limits.seconds:
                visit.over = True
                return None
            self._sleep(gap)
            ours = self._ours(visit)
            response = self._fetch(url, lambda target: ours(target) and self._allowed(target))
        except ServiceError as error:
            visit.problems.append((without_secrets(url), error.code))
            visit.over = error.code in _ENOUGH
            return None
        return self._keep(visit, kind, response)

    def _fetch(self, url: str, follow: Callable[[str], bool]) -> Response:
        if not follow(url):
            raise Refused("robots", without_secrets(url))
        accepted = {"Accept": "text/html,application/xhtml+xml;q=0.9,text/plain;q=0.5"}
        return self._http.get(url, headers=accepted, follow=follow).succeeded(*HTML)

    def _keep(self, visit: _Visit, kind: str, response: Response) -> Document | None:
        """The page as a document, None if it is one that we have."""
        visit.size += len(response.body)
        digest = hashlib.sha256(response.body).hexdigest()
        if any(digest == known.html_hash or response.url == known.page.url for known in visit.documents):
            return None
        page = read_page(response.body, response.url, response.headers.get("content-type", ""))
        document = Document(kind, page, self._now(), digest)
        visit.documents.append(document)
        return document

    def _allowed(self, url: str) -> bool:
        return self._robots.of(url).allows(target_of(url))

    def _ours(self, visit: _Visit) -> Callable[[str], bool]:
        """Whether an address is of the company that the home page belongs to: its host or registered domain."""
        host = urlsplit(visit.home).hostname or ""
        domain = registered_domain(host)

        def ours(url: str) -> bool:
            other = urlsplit(url).hostname or ""
            return other == host or bool(domain and registered_domain(other) == domain)

        return ours
