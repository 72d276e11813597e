"""Messages to a Slack incoming webhook. The address of a webhook is its secret: no error names it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Protocol

from ..domain.alerts import Outcome, Result, read_answer, redact
from ..domain.errors import Retryable, ServiceError
from .http import Response

# What the request had left before, so that nobody knows whether it was taken.
UNANSWERED = ("timeout", "lost", "bad_answer")


class Post(Protocol):
    """One POST without redirects, such as `Http.post`: an answer of any status is returned.

    :raises ServiceError: no answer
    """

    def __call__(self, url: str, body: bytes, *, headers: Mapping[str, str]) -> Response: ...


def send_text(post: Post, url: str, text: str) -> Outcome:
    """Post `text` (Slack's markup) to a webhook; answers with what is certain."""
    body = json.dumps({"text": text}).encode()
    try:
        answer = post(url, body, headers={"Content-Type": "application/json"})
    except ServiceError as error:
        said = redact(str(error), [url])
        if error.code in UNANSWERED:
            return Outcome(Result.UNKNOWN, said)
        if isinstance(error, Retryable):
            wait = timedelta(seconds=error.after) if error.after else None
            return Outcome(Result.LATER, said, wait)
        return Outcome(Result.REFUSED, said)
    said = redact(answer.body.decode("utf-8", "replace"), [url])
    return read_answer(answer.status, answer.after, said)


def escape(text: str) -> str:
    """Text from outside as Slack shows it, never as its markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
