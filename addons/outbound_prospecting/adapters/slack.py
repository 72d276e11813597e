"""Messages to a Slack incoming webhook. The address of a webhook is its secret: no error names it."""

from __future__ import annotations

import json
import socket
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from typing import IO, Protocol

from ..domain.alerts import Outcome, Result, read_answer, redact

TIME_OUT = 10  # seconds
MAX_ANSWER = 2_000  # bytes


class NotSent(Exception):
    """No connection: the other side has seen nothing."""


class Lost(Exception):
    """The request left, and no answer came: the other side may have taken it."""


@dataclass(frozen=True)
class Answer:
    """`headers` have lower-case names."""

    status: int
    headers: Mapping[str, str]
    body: str


class Post(Protocol):
    """One POST without redirects.

    :raises NotSent:
    :raises Lost:
    """

    def __call__(self, url: str, body: bytes, headers: Mapping[str, str], timeout: float) -> Answer: ...


def send_text(post: Post, url: str, text: str) -> Outcome:
    """Post `text` (Slack's markup) to a webhook; answers with what is certain."""
    body = json.dumps({"text": text}).encode()
    try:
        answer = post(url, body, {"Content-Type": "application/json"}, TIME_OUT)
    except NotSent as error:
        return Outcome(Result.LATER, redact(str(error), [url]))
    except Lost as error:
        return Outcome(Result.UNKNOWN, redact(str(error), [url]))
    return read_answer(answer.status, answer.headers.get("retry-after", ""), redact(answer.body, [url]))


def escape(text: str) -> str:
    """Text from outside as Slack shows it, never as its markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_args: object, **_kwargs: object) -> None:
        return None


_opener = urllib.request.build_opener(_NoRedirects, urllib.request.ProxyHandler({}))


def post_directly(url: str, body: bytes, headers: Mapping[str, str], timeout: float) -> Answer:
    """The plainest poster: no redirects, no proxy, a time-out and a cap on the answer."""
    if not url.startswith(("https://", "http://")):
        raise NotSent("not a web address")
    request = urllib.request.Request(url, data=body, headers=dict(headers), method="POST")  # noqa: S310
    try:
        with _opener.open(request, timeout=timeout) as response:
            return _read(response.status, response.headers, response)
    except urllib.error.HTTPError as error:
        with error:
            return _read(error.code, error.headers, error)
    except urllib.error.URLError as error:
        raise NotSent(_describe(error.reason)) from None
    except OSError as error:
        raise Lost(_describe(error)) from None


def _read(status: int, headers: Message, stream: IO[bytes]) -> Answer:
    body = stream.read(MAX_ANSWER).decode("utf-8", "replace")
    return Answer(status, {name.lower(): value for name, value in headers.items()}, body)


def _describe(reason: object) -> str:
    """What went wrong, without what was asked for."""
    if isinstance(reason, TimeoutError):
        return "no answer in time"
    if isinstance(reason, socket.gaierror):
        return "the name of the server is not known"
    return type(reason).__name__
