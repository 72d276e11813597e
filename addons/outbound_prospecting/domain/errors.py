"""What can go wrong with somebody else's service, by what the caller should do about it.

The words of these errors are shown to administrators and stored; who raises one sees to it that no key is in them.
"""

from __future__ import annotations

from .ports import Usage


class ServiceError(Exception):
    """An outside service did not give what was asked.

    :ivar code: stable word for reports and tests, such as "rate_limit" or "schema"
    :ivar usage: what the failed call consumed nevertheless; it counts against the budget
    """

    def __init__(self, code: str, text: str = "", usage: Usage | None = None):
        super().__init__(f"{code}: {text}" if text else code)
        self.code = code
        self.usage = usage or Usage()


class Retryable(ServiceError):
    """Another attempt may succeed.

    :ivar after: seconds that the service asked us to wait, None if it did not say
    """

    def __init__(self, code: str, text: str = "", usage: Usage | None = None, after: float | None = None):
        super().__init__(code, text, usage)
        self.after = after


class Permanent(ServiceError):
    """No attempt will succeed until a person changes something: key, model, endpoint, money."""


class Refused(ServiceError):
    """Nothing usable comes of this request: the service answered with nothing that can be used, or our own rules forbid
    to ask it. Another request may succeed, the same one hardly.
    """
