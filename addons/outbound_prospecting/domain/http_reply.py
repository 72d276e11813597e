"""What a server's answer means: when to come back, and which error a status is."""

from __future__ import annotations

from datetime import datetime, timezone
from email.utils import parsedate_to_datetime

from .errors import Permanent, Retryable, ServiceError

LONGEST_WAIT = 86_400.0  # seconds; a server that asks for more is asked again after a day
_PASSING = frozenset({408, 421, 423, 425, 429})  # statuses below 500 that pass


def retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds that a `Retry-After` header asks us to wait (RFC 9110 §10.2.3), None if it says nothing we understand.

    :param now: UTC, naive
    """
    text = (value or "").strip()
    if text.isdecimal() and text.isascii():
        return min(float(text[:12]), LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None
    if moment.tzinfo:
        moment = moment.astimezone(timezone.utc).replace(tzinfo=None)
    return min(max((moment - now).total_seconds(), 0.0), LONGEST_WAIT)


def error_of(status: int, shown: str, after: float | None = None) -> ServiceError | None:
    """The error that a status stands for, None for success.

    :param shown: the address, without secrets
    """
    if 200 <= status < 300:
        return None
    message = f"{shown}: answered {status}"
    if status >= 500 or status in _PASSING:
        return Retryable(f"http_{status}", message, after=after)
    return Permanent(f"http_{status}", message)
