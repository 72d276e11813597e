"""What sites say in robots.txt, asked at most once a day (RFC 9309 §2.4)."""

from __future__ import annotations

import time
from collections.abc import Callable
from urllib.parse import urlsplit

from ..domain.errors import Permanent, Retryable
from ..domain.robots import EVERYTHING, NOTHING, PARSED, Robots, parse_robots
from .body import Limits
from .http import Http

KEPT = 86_400.0  # seconds
KEPT_AFTER_FAILURE = 3_600.0  # an unreachable site is asked again sooner
REMEMBERED = 1_000  # sites
_LIMITS = Limits(seconds=15.0, wire=2 * PARSED, body=PARSED, redirects=5, cut=True)


class RobotsFiles:
    """Remembers what each origin allows.

    :param agent: product token that files name us by
    :param clock: seconds, monotonic
    """

    def __init__(self, http: Http, agent: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._http = http
        self._agent = agent
        self._clock = clock
        self._known: dict[str, tuple[float, Robots]] = {}

    def of(self, url: str) -> Robots:
        """The rules of the site of an address.

        No file (4xx, or redirects without end) allows everything; no answer, or a server's error, allows nothing.

        :raises Refused: the site is not one that we may ask
        """
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}".lower()
        until, robots = self._known.get(origin, (0.0, NOTHING))
        if self._clock() >= until:
            robots, kept = self._fetch(f"{origin}/robots.txt")
            self._known.pop(origin, None)
            self._known[origin] = (self._clock() + kept, robots)
            if len(self._known) > REMEMBERED:
                del self._known[next(iter(self._known))]
        return robots

    def _fetch(self, url: str) -> tuple[Robots, float]:
        try:
            body = self._http.get(url, limits=_LIMITS).succeeded().body
        except Permanent as error:
            if error.code == "redirects" or error.code.startswith("http_4"):
                return EVERYTHING, KEPT
            return NOTHING, KEPT_AFTER_FAILURE
        except Retryable:  # it may answer later: 5xx, 429, time-out
            return NOTHING, KEPT_AFTER_FAILURE
        return parse_robots(body.decode("utf-8", "replace"), self._agent), KEPT


def target_of(url: str) -> str:
    """Path and query, as rules are compared with."""
    parts = urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
