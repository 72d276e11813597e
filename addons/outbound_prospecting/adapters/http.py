"""The only place that speaks HTTP: a safe, bounded request to an address on the open internet.

It stands on the standard library's protocol code and a socket of its own, because that leaves nothing to switch off:
no proxy variables, no netrc, no cookies, no redirect that is followed unchecked, no second resolution of a name
between the check and the connection. Names are resolved once (`destination.locate`), the socket goes to the address
that was checked, and SNI, certificate and `Host` stay those of the name.
"""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any
from urllib.parse import urljoin

import certifi

from ..domain.errors import Permanent, Refused, Retryable, ServiceError
from ..domain.http_reply import error_of, retry_after
from ..domain.web_address import without_secrets
from .body import Limits, read_body
from .destination import LONGEST_URL, Destination, Guard, Resolver, locate, name_servers

REDIRECTS = frozenset({301, 302, 303, 307, 308})
_SECRET_HEADERS = frozenset({"authorization", "cookie", "proxy-authorization", "x-api-key", "api-key"})


@dataclass(frozen=True)
class Response:
    """An answer, whatever its status.

    :param url: where it came from in the end
    :param headers: names in lower case
    :param after: seconds that the server asks to wait
    """

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)
    after: float | None = None

    @property
    def content_type(self) -> str:
        """Media type in lower case, without parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    def succeeded(self, *types: str) -> Response:
        """Itself, if the status is a success and the media type (when given and known) one of `types`.

        :raises Retryable, Permanent: what the status stands for, or "content_type"
        """
        shown = without_secrets(self.url)
        if error := error_of(self.status, shown, self.after):
            raise error
        if types and self.content_type not in types:
            raise Permanent("content_type", f"{shown}: sent {self.content_type[:60] or 'an unknown type'}")
        return self


class Deadline:
    """The moment at which a request is over; its sockets share it."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds left, more than 0.

        :raises TimeoutError: there are none
        """
        rest = self._end - time.monotonic()
        if rest <= 0:
            raise TimeoutError("the time for this request is over")
        return rest


class _PlainSocket(socket.socket):
    """A socket whose every read ends at the deadline, so that a byte now and then does not keep us."""

    deadline: Deadline

    def recv_into(self, *args: Any, **options: Any) -> int:
        self.settimeout(self.deadline.left())
        return super().recv_into(*args, **options)


class _SecureSocket(ssl.SSLSocket):
    deadline: Deadline

    def recv_into(self, *args: Any, **options: Any) -> int:
        self.settimeout(self.deadline.left())
        return super().recv_into(*args, **options)


class Http:
    """Asks web servers, politely named and within bounds.

    :param agent: `User-Agent`, with an address for complaints: "Name/1.0 (+https://example.com/bot)"
    :param guard: what is allowed beyond the open internet
    :param resolve: host name -> addresses; name servers by default
    :param authority: PEM file of certificate authorities, certifi's by default
    :param wall_clock: UTC, naive; only for `Retry-After` with a date
    """

    def __init__(
        self,
        agent: str,
        *,
        guard: Guard | None = None,
        resolve: Resolver | None = None,
        limits: Limits | None = None,
        authority: str | None = None,
        wall_clock: Callable[[], datetime] = lambda: datetime.now(timezone.utc).replace(tzinfo=None),
    ) -> None:
        self.agent = agent
        self._guard = guard or Guard()
        self._resolve = resolve or name_servers()
        self._limits = limits or Limits()
        self._tls = ssl.create_default_context(cafile=authority or certifi.where())
        self._tls.sslsocket_class = _SecureSocket
        self._wall_clock = wall_clock

    def get(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        limits: Limits | None = None,
        follow: Callable[[str], bool] = lambda url: True,
    ) -> Response:
        """Fetch a page, following redirects; each is checked as if it had been asked for.

        :param headers: those with secrets are not sent on to another origin
        :param follow: whether the address that a redirect names may be asked
        :raises Refused, Retryable, Permanent: no answer; an answer of any status is returned
        """
        bounds = limits or self._limits
        deadline = Deadline(bounds.seconds)
        sent = dict(headers or {})
        origin = ""
        for _hop in range(bounds.redirects + 1):
            place = self._locate(url, deadline)
            if origin and origin != f"{place.scheme}://{place.authority}":
                sent = {name: value for name, value in sent.items() if name.lower() not in _SECRET_HEADERS}
            origin = f"{place.scheme}://{place.authority}"
            response = self._ask(place, "GET", sent, None, bounds, deadline)
            target = response.headers.get("location", "")
            if response.status not in REDIRECTS or not target:
                return response
            url = _joined(place.url, target)
            if not follow(url):
                raise Refused("redirect_elsewhere", f"{without_secrets(place.url)}: leads elsewhere")
        raise Permanent("redirects", f"{without_secrets(url)}: more than {bounds.redirects} redirects")

    def post(
        self, url: str, body: bytes, *, headers: Mapping[str, str] | None = None, limits: Limits | None = None
    ) -> Response:
        """Send a body; redirects are not followed, an answer of any status is returned.

        :raises Refused, Retryable, Permanent: no answer. After "timeout" and "lost" it is unknown what became of it.
        """
        bounds = limits or self._limits
        deadline = Deadline(bounds.seconds)
        return self._ask(self._locate(url, deadline), "POST", dict(headers or {}), body, bounds, deadline)

    def _locate(self, url: str, deadline: Deadline) -> Destination:
        try:
            deadline.left()
        except TimeoutError as error:
            raise _failure(error, url)
        return locate(url, self._guard, self._resolve)

    def _ask(
        self,
        place: Destination,
        method: str,
        headers: Mapping[str, str],
        body: bytes | None,
        bounds: Limits,
        deadline: Deadline,
    ) -> Response:
        given = {
            "User-Agent": self.agent,
            "Accept": "*/*",
            "Accept-Encoding": "gzip, deflate",
            **headers,
            "Host": place.authority,
            "Connection": "close",
        }
        connection = http.client.HTTPConnection(place.host, place.port)
        try:
            connection.sock = self._connect(place, deadline)
            connection.request(method, place.target, body, given)
            with contextlib.closing(connection.getresponse()) as answer:
                received = {name.lower(): value for name, value in answer.getheaders()}
                redirected = answer.status in REDIRECTS
                content = b"" if redirected else read_body(answer.read1, received, bounds, without_secrets(place.url))
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise _failure(error, place.url) from error
        finally:
            connection.close()
        after = retry_after(received.get("retry-after"), self._wall_clock())
        return Response(place.url, answer.status, received, content, after)

    def _connect(self, place: Destination, deadline: Deadline) -> socket.socket:
        """A connection to the address that was checked."""
        family = socket.AF_INET6 if ":" in place.address else socket.AF_INET
        plain = _PlainSocket(family, socket.SOCK_STREAM)
        try:
            plain.deadline = deadline
            plain.settimeout(deadline.left())
            plain.connect((place.address, place.port))
            if place.scheme == "http":
                return plain
            plain.settimeout(deadline.left())
            secure = self._tls.wrap_socket(plain, server_hostname=place.host)
            assert isinstance(secure, _SecureSocket)
            secure.deadline = deadline
            return secure
        except BaseException:
            plain.close()
            raise


def _joined(url: str, target: str) -> str:
    """The address that a redirect names; headers come as Latin-1, but hold UTF-8 where they hold anything else."""
    with contextlib.suppress(UnicodeError):
        target = target.encode("latin-1").decode("utf-8")
    try:
        return urljoin(url, target.strip()[: LONGEST_URL + 1])
    except ValueError:
        raise Refused("bad_url", f"{without_secrets(url)}: redirects to what is no web address")


def _failure(error: Exception, url: str) -> ServiceError:
    shown = without_secrets(url)
    if isinstance(error, ssl.SSLCertVerificationError):
        return Permanent("certificate", f"{shown}: the certificate is not valid for this name")
    if isinstance(error, TimeoutError):
        return Retryable("timeout", f"{shown}: no complete answer in time")
    if isinstance(error, ConnectionRefusedError):
        return Retryable("unreachable", f"{shown}: nobody listens")
    if isinstance(error, (OSError, http.client.IncompleteRead)):
        return Retryable("lost", f"{shown}: the connection was lost ({type(error).__name__})")
    return Permanent("bad_answer", f"{shown}: not an answer that we can read")
