"""What a pilot measures: from facts about each person to the finding of each metric, so that every figure is a list of people."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .pilot import Finding
from .stats import Interval, Rate


@dataclass(frozen=True)
class Person:
    """One member of a pilot as it stands.

    :ivar lead: id of the prospect
    :ivar holdout: kept apart for comparison, never written to
    :ivar contacted: a mail was sent to them or a task that they notice was done
    :ivar tracked: opens of their sequence's mails are looked for
    :ivar opened: a person opened a mail, and
    :ivar opened_by_machine: only machines did
    :ivar bounced: a mail to them came back, or their server refused it for good
    :ivar positive: they answered with interest; `negative`: they opted out, complained or were hostile
    :ivar ended: the sequence is over for them, and
    :ivar completed: it ran to its end or was ended by their answer
    :ivar value: of their deal, in the company's currency, and
    :ivar cost: what was spent on them
    :ivar lost: the deal is lost; `won`: it is won
    """

    lead: int
    holdout: bool = False
    enrolled: bool = False
    contacted: bool = False
    tracked: bool = False
    opened: bool = False
    opened_by_machine: bool = False
    replied: bool = False
    positive: bool = False
    negative: bool = False
    meeting: bool = False
    bounced: bool = False
    complained: bool = False
    ended: bool = False
    completed: bool = False
    won: bool = False
    lost: bool = False
    value: float = 0.0
    cost: float = 0.0

    @property
    def in_pipeline(self) -> bool:
        """Whether their deal counts: they are interested or have agreed to meet, and it is not lost."""
        return (self.positive or self.meeting) and not self.lost


@dataclass(frozen=True)
class Metric:
    """How a figure is taken: `hits` of those in `base`.

    :ivar money: a sum in the company's currency instead of a rate
    """

    base: Callable[[Person], bool]
    hits: Callable[[Person], bool]
    lower_is_better: bool = False
    money: bool = False


def _contacted(person: Person) -> bool:
    return person.contacted


METRICS: dict[str, Metric] = {
    "open_rate": Metric(lambda person: person.contacted and person.tracked, lambda person: person.opened),
    "reply_rate": Metric(_contacted, lambda person: person.replied),
    "positive_rate": Metric(_contacted, lambda person: person.positive),
    "meeting_rate": Metric(_contacted, lambda person: person.meeting),
    "pipeline_value": Metric(_contacted, lambda person: person.in_pipeline, money=True),
    "cost_per_meeting": Metric(_contacted, lambda person: person.meeting, lower_is_better=True, money=True),
    "completion_rate": Metric(lambda person: person.ended, lambda person: person.completed),
    "bounce_rate": Metric(
        lambda person: person.contacted or person.bounced, lambda person: person.bounced, lower_is_better=True
    ),
    "complaint_rate": Metric(_contacted, lambda person: person.complained, lower_is_better=True),
}


@dataclass(frozen=True)
class Figure:
    """A metric as it stands.

    :ivar hits: ids of the prospects that make it, and
    :ivar base: of those it is taken of
    :ivar machines: of the base, those for whom only a machine did it (opens); never among the hits
    """

    finding: Finding
    hits: tuple[int, ...]
    base: tuple[int, ...]
    machines: tuple[int, ...] = ()


def measure(people: Sequence[Person], other_cost: float = 0.0, *, ended: bool = False) -> dict[str, Figure]:
    """Every metric of those who were to be written to.

    :param people: members of a pilot; those held out are left out
    :param other_cost: money spent on the pilot as a whole, such as a licence or hours of work
    :param ended: nothing is added any more
    """
    people = [person for person in people if not person.holdout]
    spent = other_cost + math.fsum(person.cost for person in people)
    return {name: _figure(name, metric, people, spent, ended) for name, metric in METRICS.items()}


def _figure(name: str, metric: Metric, people: Sequence[Person], spent: float, ended: bool) -> Figure:
    base = [person for person in people if metric.base(person)]
    hits = [person for person in base if metric.hits(person)]
    rate = Rate(len(hits), len(base))
    if name == "pipeline_value":
        finding = _of_value(math.fsum(person.value for person in hits), len(base), ended)
    elif name == "cost_per_meeting":
        finding = Finding.of_cost(spent, rate)
    else:
        finding = Finding.of_rate(rate)
    machines = [person for person in base if name == "open_rate" and person.opened_by_machine and not person.opened]
    return Figure(finding, _ids(hits), _ids(base), _ids(machines))


def _ids(people: Sequence[Person]) -> tuple[int, ...]:
    return tuple(person.lead for person in people)


def _of_value(value: float, count: int, ended: bool) -> Finding:
    """Money is what it is; while the pilot runs more may come."""
    if not count:
        return Finding(None, None, 0)
    return Finding(value, None if ended else Interval(value, math.inf), count)


@dataclass(frozen=True)
class Group:
    """What became of one half of the comparison: those written to, or those held out."""

    people: int
    meetings: Rate
    won: Rate
    value: float


def compare_holdout(people: Sequence[Person]) -> tuple[Group, Group] | None:
    """Those written to beside those held out, by what can happen to either; None without a holdout."""
    groups = [[one for one in people if one.holdout is held and (held or one.contacted)] for held in (False, True)]
    if not groups[1]:
        return None
    treated, held_out = (
        Group(
            len(group),
            Rate(sum(one.meeting for one in group), len(group)),
            Rate(sum(one.won for one in group), len(group)),
            math.fsum(one.value for one in group if one.meeting and not one.lost),
        )
        for group in groups
    )
    return treated, held_out
