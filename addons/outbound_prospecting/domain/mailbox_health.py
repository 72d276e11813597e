"""Is a mailbox hurting its own name? Bounces and complaints of its last days against their limits."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Shares of the mails sent, in percent, above which a mailbox pauses.

    :param at_least: mails that a share is taken of even when fewer were sent, so that one bounce of three mails is
        no verdict
    """

    bounced: float = 3.0
    complained: float = 0.1
    at_least: int = 50


def share(count: int, sent: int, at_least: int = 1) -> float:
    """`count` in percent of `sent`, or of `at_least` when fewer were sent."""
    return 100.0 * count / max(sent, at_least, 1)


def too_many(sent: int, bounced: int, complained: int, limits: Limits) -> str:
    """ "complaints" or "bounces" when a mailbox must pause, "" when it may go on."""
    if share(complained, sent, limits.at_least) > limits.complained:
        return "complaints"
    return "bounces" if share(bounced, sent, limits.at_least) > limits.bounced else ""
