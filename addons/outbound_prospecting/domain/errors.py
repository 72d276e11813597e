"""What can go wrong at the edge of the product, told apart by what the caller may do about it."""

from __future__ import annotations


class OutboundError(Exception):
    """The outside world did not do what was asked. The message is fit for a log: it holds no secret.

    :param code: what happened, stable: "timeout", "too_large", "private_address", …
    """

    def __init__(self, message: str, *, code: str = "") -> None:
        super().__init__(message)
        self.code = code


class Retryable(OutboundError):
    """The same request may work later.

    :param after: seconds to wait at least, None when nobody said
    """

    def __init__(self, message: str, *, code: str = "", after: float | None = None) -> None:
        super().__init__(message, code=code)
        self.after = after


class Permanent(OutboundError):
    """The same request will not work again."""


class Refused(OutboundError):
    """We do not ask: the destination is not allowed."""
