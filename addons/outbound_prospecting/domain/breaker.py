"""When to stop asking a service that keeps failing, and when to try it again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta


@dataclass(frozen=True)
class BreakerPolicy:
    """:ivar failures: in a row until the service is left alone
    :ivar pause: for how long at first; each further failure doubles it up to `longest`
    """

    failures: int = 5
    pause: timedelta = timedelta(minutes=1)
    longest: timedelta = timedelta(hours=1)


@dataclass(frozen=True)
class Breaker:
    """Health of one service.

    Closed: everybody may ask. Open until `rests_until`: nobody may. Afterwards one caller at a time may try
    (`claimed`); its success closes the breaker, its failure opens it for longer.
    """

    failures: int = 0
    rests_until: datetime | None = None

    def allows(self, now: datetime) -> bool:
        """May a call be made now?"""
        return self.rests_until is None or now >= self.rests_until

    def claimed(self, now: datetime, takes: timedelta) -> Breaker:
        """The breaker for everybody else while one caller tries a service that had failed, `takes` at the longest."""
        return self if self.rests_until is None else replace(self, rests_until=now + takes)

    def succeeded(self) -> Breaker:
        return Breaker()

    def failed(self, now: datetime, policy: BreakerPolicy, after: float | None = None) -> Breaker:
        """After one more failure.

        :param after: seconds that the service itself asked for; the pause is never shorter
        """
        count = self.failures + 1
        asked = timedelta(seconds=after or 0)
        if count < policy.failures and not asked:
            return replace(self, failures=count)
        doubled = policy.pause * 2 ** min(max(count - policy.failures, 0), 20)
        own = min(doubled, policy.longest) if count >= policy.failures else timedelta()
        return Breaker(count, now + max(own, asked))


def back_off(
    attempt: int, chance: float, after: float | None = None, first: float = 2.0, longest: float = 600.0
) -> float:
    """Seconds to wait before the next attempt: doubled each time, spread so that callers do not return together.

    :param attempt: attempts made so far, from 1
    :param chance: from 0 to 1, another one for each caller
    :param after: seconds that the service asked for; never less is waited

    >>> back_off(1, 1.0), back_off(3, 0.0), back_off(99, 1.0), back_off(1, 0.0, after=30)
    (2.0, 4.0, 600.0, 30)
    """
    full = min(first * 2.0 ** min(attempt - 1, 30), longest)
    return max(full * (0.5 + chance / 2), after or 0)
