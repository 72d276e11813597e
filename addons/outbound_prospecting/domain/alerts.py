"""Alerts that leave the house: what the other side's answer means, when to try again, and what errors may say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240))  # after the first, second, … try
LONGEST_WAIT = timedelta(days=1)  # however long the other side asks for
MAX_ERROR = 200  # characters


class Result(str, Enum):
    SENT = "sent"
    LATER = "later"  # proof that it was not taken: may be tried again
    REFUSED = "refused"  # trying again would change nothing
    UNKNOWN = "unknown"  # handed over, no answer: never again by itself


@dataclass(frozen=True)
class Outcome:
    """`wait` is what the other side asked for before the next try."""

    result: Result
    error: str = ""
    wait: timedelta | None = None


def read_answer(status: int, after: float | None, body: str) -> Outcome:
    """What an HTTP answer to an alert means.

    :param after: seconds that the other side asks to wait, None if it does not say
    """
    if 200 <= status < 300:
        return Outcome(Result.SENT)
    error = f"{status} {' '.join(body.split())}".strip()[:MAX_ERROR]
    if status >= 500 or status in (408, 425, 429):
        return Outcome(Result.LATER, error, timedelta(seconds=after) if after else None)
    return Outcome(Result.REFUSED, error)


def next_try(now: datetime, attempts: int, wait: timedelta | None) -> datetime | None:
    """When to try again after `attempts` tries; None when it was tried often enough."""
    if not 1 <= attempts <= len(WAITS):
        return None
    return now + min(max(WAITS[attempts - 1], wait or timedelta(0)), LONGEST_WAIT)


def redact(text: str, secrets: Iterable[str]) -> str:
    """`text` without the secrets, without parts of them that name a path, and without any address."""
    for secret in secrets:
        for part in (secret, secret.partition("://")[2], *re.split(r"[/?&=]", secret.partition("://")[2])[1:]):
            if len(part) >= 4:
                text = text.replace(part, "…")
    return re.sub(r"https?://\S+", "…", text)[:MAX_ERROR]
