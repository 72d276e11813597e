"""Simulated prospects: what a person does about the mails of a sequence, and what a pilot among such people brings.

Chance is drawn by hash: the same seed, person and mail give the same behaviour in whatever order people are asked, on
any machine. Shares are between 0 and 1.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import NormalDist

from .stats import Interval

POSITIVE = ("interest", "meeting_request", "question")  # what a rep takes over
MAIL_DAYS = (3, 7, 14, 18, 22, 28)  # of the installed sequences
CERTAINTY = 0.9  # from the 5th to the 95th of a hundred pilots
NEGLIGIBLE = 1e-12

Weights = tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Delay:
    """How long people take: log-normal, half of them longer than `median`, two thirds within a factor e^`spread`."""

    median: timedelta
    spread: float = 1.0

    def draw(self, chance: float) -> timedelta:
        """The time that a share of `chance` of people needs at most, to the minute."""
        factor = math.exp(self.spread * NormalDist().inv_cdf(min(max(chance, 1e-6), 1 - 1e-6)))
        return timedelta(minutes=max(round(self.median.total_seconds() * factor / 60), 1))

    def share_within(self, span: timedelta) -> float:
        """The share of people who need no longer than `span`."""
        if span <= timedelta(0):
            return 0.0
        return NormalDist().cdf(math.log(span / self.median) / self.spread)


@dataclass(frozen=True)
class Behaviour:
    """How a population of prospects behaves.

    :ivar answers: by tier ("" for any other): the share of people who answer in person if they get all mails
    :ivar classes: weights of what they answer, by class of reply
    :ivar by_mail: weights of which mail they answer, the first mail first
    :ivar meets: share of those who answered with interest that accept a meeting
    :ivar one_click: share of opt-outs by the link in the header; the others write
    :ivar out_of_office: share of mails that meet somebody away, for `away_days` (shortest, longest) from then on
    :ivar auto_reply: share of addresses whose mailbox confirms the first mail by itself
    :ivar bounces: by fault: "recipient" is a share of people, whose mails all come back; any other a share of mails
    :ivar own_language: share of people who answer in the language of their country instead of English
    :raises ValueError: on shares that cannot be
    """

    answers: Mapping[str, float]
    classes: Weights
    by_mail: tuple[float, ...] = (5, 4, 3, 2, 3, 2)
    meets: float = 0.6
    one_click: float = 0.5
    out_of_office: float = 0.03
    away_days: tuple[int, int] = (2, 14)
    auto_reply: float = 0.02
    bounces: Weights = (("recipient", 0.02), ("transient", 0.005))
    own_language: float = 0.5
    delay: Delay = Delay(timedelta(hours=7), 1.3)

    def __post_init__(self) -> None:
        shares = [*self.answers.values(), self.meets, self.one_click, self.out_of_office, self.auto_reply]
        shares += [self.own_language, *(share for _fault, share in self.bounces)]
        if not all(0 <= share <= 1 for share in shares):
            raise ValueError(f"shares lie between 0 and 1: {shares}")
        weights = [weight for _code, weight in self.classes]
        if min(weights, default=0) < 0 or not sum(weights) or not sum(self.by_mail) or min(self.by_mail) < 0:
            raise ValueError("weights are not negative, and one is above 0")

    def share_of(self, labels: Sequence[str]) -> float:
        """The part of answers that are of one of these classes."""
        return sum(weight for code, weight in self.classes if code in labels) / sum(w for _code, w in self.classes)


@dataclass(frozen=True)
class Person:
    """:ivar key: what tells people apart whatever database they are in, such as the address"""

    key: str
    tier: str = ""
    language: str = "en"


@dataclass(frozen=True)
class Reaction:
    """One thing that comes back on a mail.

    :ivar label: class of reply
    :ivar after: time since the mail arrived
    :ivar fault: of a bounce
    :ivar back: of an absence, a deferral: how long after the reaction they can be written to again
    :ivar by_link: an opt-out by the link in the mail's header; nothing is written
    :ivar meets: a meeting would be accepted
    """

    label: str
    after: timedelta
    language: str = "en"
    fault: str = ""
    back: timedelta | None = None
    by_link: bool = False
    meets: bool = False


AT_ONCE = timedelta(minutes=1)
LATER = timedelta(days=60)  # what "not now" means


def chance(seed: int, *parts: object) -> float:
    """A number in [0, 1), always the same for the same arguments, and unrelated to that of any others.

    >>> chance(1, "jane@company.example", "answers") == chance(1, "jane@company.example", "answers")
    True
    """
    text = "\x1f".join(map(str, (seed, *parts)))
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:7], "big") / 2**56


def choose(number: float, weights: Weights) -> str:
    """The entry at the share `number` of all weights.

    >>> choose(0.5, (("a", 1), ("b", 3)))
    'b'
    """
    left = number * sum(weight for _code, weight in weights)
    for code, weight in weights:
        left -= weight
        if left < 0:
            return code
    return [code for code, weight in weights if weight][-1]


def react(behaviour: Behaviour, seed: int, person: Person, mail: int) -> tuple[Reaction, ...]:
    """What comes back on the `mail`-th mail (from 1) to a person, in order of time.

    A person answers at most one mail. What happens to the answered person afterwards is the sender's business.
    """
    bounces = dict(behaviour.bounces)
    if chance(seed, person.key, "dead") < bounces.pop("recipient", 0.0):
        return (Reaction("bounce", AT_ONCE, fault="recipient"),)
    for fault, share in bounces.items():
        if chance(seed, person.key, mail, fault) < share:
            return (Reaction("bounce", AT_ONCE, fault=fault),)
    found = []
    if mail == 1 and chance(seed, person.key, "robot") < behaviour.auto_reply:
        found.append(Reaction("auto_reply", AT_ONCE))
    language = person.language if chance(seed, person.key, "language") < behaviour.own_language else "en"
    if chance(seed, person.key, mail, "away") < behaviour.out_of_office:
        shortest, longest = behaviour.away_days
        days = shortest + int(chance(seed, person.key, mail, "back") * (longest - shortest + 1))
        found.append(Reaction("out_of_office", AT_ONCE, language, back=timedelta(days=days)))
    if mail == _answered_mail(behaviour, seed, person):
        found.append(_answer(behaviour, seed, person, language))
    return tuple(sorted(found, key=lambda reaction: reaction.after))


def _answered_mail(behaviour: Behaviour, seed: int, person: Person) -> int | None:
    share = behaviour.answers.get(person.tier, behaviour.answers.get("", 0.0))
    if chance(seed, person.key, "answers") >= share:
        return None
    weights = tuple((str(number), weight) for number, weight in enumerate(behaviour.by_mail, 1))
    return int(choose(chance(seed, person.key, "which"), weights))


def _answer(behaviour: Behaviour, seed: int, person: Person, language: str) -> Reaction:
    label = choose(chance(seed, person.key, "class"), behaviour.classes)
    return Reaction(
        label,
        behaviour.delay.draw(chance(seed, person.key, "delay")),
        language,
        back=LATER if label == "deferral" else None,
        by_link=label == "opt_out" and chance(seed, person.key, "link") < behaviour.one_click,
        meets=label in POSITIVE and chance(seed, person.key, "meets") < behaviour.meets,
    )


# ------------------------------------------------------------------ before anybody is written to


@dataclass(frozen=True)
class Expected:
    """A number of people in many such pilots.

    :ivar interval: from the 5th to the 95th of a hundred pilots
    :ivar chances: of `first`, `first` + 1, ... people; what is left out is negligible
    """

    mean: float
    interval: Interval
    first: int
    chances: tuple[float, ...]

    def at_least(self, number: float) -> float:
        """The chance of `number` or more people.

        >>> round(count_hits([(50, 0.04)]).at_least(1), 2)
        0.87
        """
        return math.fsum(one for hits, one in enumerate(self.chances, self.first) if hits >= number - 1e-9)


@dataclass(frozen=True)
class Expectation:
    """What a pilot should bring, in people. Answers by machines are none."""

    contacted: int
    replies: Expected
    positives: Expected
    meetings: Expected
    opt_outs: Expected
    bounces: Expected


def expected(
    behaviour: Behaviour, people: Mapping[str, int], mail_days: Sequence[int] = MAIL_DAYS, days: int = 30
) -> Expectation:
    """What comes back within `days` when `people` (by tier) are written to, in an instant and without a simulation.

    Chance alone makes the ranges: they hold if people behave like this. What the sender does on the way (a colleague
    paused, a day without room) is left to the full simulation.

    :param mail_days: days of the sequence on which mails leave, the first day is 1
    """
    bounces = dict(behaviour.bounces)
    dead = bounces.pop("recipient", 0.0)
    arrives = (1 - dead) * math.prod(1 - share for share in bounces.values())
    in_time = _share_in_time(behaviour, mail_days, days)

    def of(share: float) -> Expected:
        return count_hits(
            [
                (number, arrives * in_time * share * behaviour.answers.get(tier, behaviour.answers.get("", 0.0)))
                for tier, number in people.items()
            ]
        )

    positive = behaviour.share_of(POSITIVE)
    contacted = sum(people.values())
    return Expectation(
        contacted=contacted,
        replies=of(1.0),
        positives=of(positive),
        meetings=of(positive * behaviour.meets),
        opt_outs=of(behaviour.share_of(("opt_out",))),
        bounces=count_hits([(contacted, dead)]),
    )


def _share_in_time(behaviour: Behaviour, mail_days: Sequence[int], days: int) -> float:
    """The part of answers that come before the pilot is over."""
    parts = [
        weight * behaviour.delay.share_within(timedelta(days=days - day))
        for weight, day in zip(behaviour.by_mail, mail_days, strict=False)
    ]
    return sum(parts) / sum(behaviour.by_mail)


def count_hits(groups: Sequence[tuple[int, float]], certainty: float = CERTAINTY) -> Expected:
    """How many of some groups of people it hits, each person with the chance of their group, independently.

    The distribution of the sum is exact, but for what is rarer than one in a million millions.

    >>> count_hits([(50, 0.04)]).interval
    Interval(low=0, high=4)
    """
    first, shares = 0, [1.0]  # chances of first, first + 1, ... hits
    for number, share in groups:
        low, own = _binomial(number, share)
        first += low
        summed = [0.0] * (len(shares) + len(own) - 1)
        for here, one in enumerate(shares):
            for there, other in enumerate(own):
                summed[here + there] += one * other
        shares = summed
    outside = (1 - certainty) / 2
    mean = math.fsum(number * share for number, share in groups)
    interval = Interval(first + _rank(shares, outside), first + _rank(shares, 1 - outside))
    return Expected(mean, interval, first, tuple(shares))


def _binomial(number: int, share: float) -> tuple[int, list[float]]:
    """The lowest count that is not negligible, and the chances from there on."""
    if share <= 0 or share >= 1 or not number:
        return (number if share >= 1 else 0), [1.0]
    log_all = math.lgamma(number + 1)
    chances = [
        math.exp(
            log_all
            - math.lgamma(hits + 1)
            - math.lgamma(number - hits + 1)
            + hits * math.log(share)
            + (number - hits) * math.log1p(-share)
        )
        for hits in range(number + 1)
    ]
    kept = [hits for hits, one in enumerate(chances) if one > NEGLIGIBLE]
    return kept[0], chances[kept[0] : kept[-1] + 1]


def _rank(shares: Sequence[float], wanted: float) -> int:
    below = 0.0
    for position, share in enumerate(shares):
        below += share
        if below >= wanted - NEGLIGIBLE:
            return position
    return len(shares) - 1
