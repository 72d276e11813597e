"""Does everything run as it should: measures held against an administrator's limits, and what is new since the last look.

Nothing here writes words for people: a finding is a key with values, worded and translated by whoever shows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum


class Severity(str, Enum):
    WARNING = "warning"
    CRITICAL = "critical"


@dataclass(frozen=True)
class Limit:
    """From where on a figure is bad.

    :ivar warning: in the unit of the figure; itself bad already, unless `low_is_bad`
    :ivar critical: as `warning`, None for a figure that is never worse than a warning
    :ivar least: cases that a figure must be of before anything is concluded
    :ivar low_is_bad: for shares that should be high; the limits themselves are good then
    :raises ValueError: when the critical limit is the milder one
    """

    warning: float
    critical: float | None = None
    least: int = 1
    low_is_bad: bool = False

    def __post_init__(self) -> None:
        if self.critical is not None and self.critical != self.warning and self.beyond(self.warning, self.critical):
            raise ValueError(f"a critical limit of {self.critical} is milder than a warning at {self.warning}")

    def beyond(self, value: float, bound: float) -> bool:
        return value < bound if self.low_is_bad else value >= bound


@dataclass(frozen=True)
class Measure:
    """One figure of one subject.

    :ivar key: the subject, the same as long as it is the same problem, e.g. "mailbox 7"
    :ivar value: in the unit of the check: hours, days, a count or percent
    :ivar cases: of how many cases it is
    :ivar company: whose matter it is, 0 for the whole system
    :ivar values: what a sentence about it needs, as JSON can hold it
    """

    key: str
    value: float
    cases: int = 1
    company: int = 0
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Finding:
    severity: Severity
    measure: Measure

    @property
    def subject(self) -> tuple[int, str]:
        """What identifies the problem: company and key."""
        return self.measure.company, self.measure.key


@dataclass(frozen=True)
class Change:
    """What a look found beside what was known.

    :ivar opened: new problems
    :ivar worsened: known ones that became critical
    :ivar lasting: known ones that are as they were, or milder
    :ivar closed: subjects that are healthy again, or gone
    """

    opened: tuple[Finding, ...]
    worsened: tuple[Finding, ...]
    lasting: tuple[Finding, ...]
    closed: tuple[tuple[int, str], ...]


def judge(measure: Measure, limit: Limit) -> Severity | None:
    """How bad a figure is; None when it is healthy, or of too few cases to say."""
    if measure.cases < limit.least:
        return None
    if limit.critical is not None and limit.beyond(measure.value, limit.critical):
        return Severity.CRITICAL
    return Severity.WARNING if limit.beyond(measure.value, limit.warning) else None


def find(measures: Iterable[Measure], limit: Limit) -> list[Finding]:
    """The figures that are bad."""
    return [Finding(severity, measure) for measure in measures if (severity := judge(measure, limit))]


def compare(known: Mapping[tuple[int, str], Severity], findings: Iterable[Finding]) -> Change:
    """What is new about `findings`, so that a problem is told once while it lasts, and once more when it gets worse."""
    opened, worsened, lasting = [], [], []
    found = {finding.subject: finding for finding in findings}
    for subject, finding in found.items():
        before = known.get(subject)
        if before is None:
            opened.append(finding)
        elif finding.severity is Severity.CRITICAL and before is Severity.WARNING:
            worsened.append(finding)
        else:
            lasting.append(finding)
    closed = tuple(subject for subject in known if subject not in found)
    return Change(tuple(opened), tuple(worsened), tuple(lasting), closed)
