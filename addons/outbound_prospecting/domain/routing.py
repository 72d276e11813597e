"""Who should work on a prospect: filters, then a weighted score, then round-robin among equals; all of it explained.

The answer depends on its arguments only: not on the order in which candidates are given, and not on chance.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import Enum

NEUTRAL = 0.5  # share of a criterion about which nothing is known: neither for nor against
HALF_DAY = 12.0  # hours: two clocks are never further apart


class Criterion(str, Enum):
    """What the score is made of; each is a share of 0 to 1, times its weight."""

    EXPERTISE = "expertise"
    LANGUAGE = "language"
    GEOGRAPHY = "geography"
    WORKLOAD = "workload"
    PERFORMANCE = "performance"
    PREFERENCE = "preference"


class Objection(str, Enum):
    """Why somebody cannot have the prospect. The first that applies, in this order, is the one that is told."""

    TRIED = "tried"  # had it already and did not answer in time
    RULE = "rule"  # a routing rule names others
    PAUSED = "paused"  # takes no assignments
    DOMAIN = "domain"  # takes other prospects
    LANGUAGE = "language"
    LEAVE = "leave"
    HOURS = "hours"  # starts work much later than a colleague could
    QUOTA = "quota"


@dataclass(frozen=True)
class Prospect:
    """What routing knows of a prospect; None, 0 or empty means not known.

    :param size: number of employees
    :param languages: codes such as ``de``, the best first
    :param country: ISO code
    :param offset: hours of its clock ahead of UTC
    """

    industry: int = 0
    verticals: frozenset[int] = frozenset()
    size: int = 0
    languages: tuple[str, ...] = ()
    country: str = ""
    offset: float | None = None


@dataclass(frozen=True)
class Past:
    """How many prospects of one industry somebody has brought to an end, and how many of them well."""

    industry: int
    handled: int
    good: int
    verticals: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Candidate:
    """A member of the team. Sets that are empty say nothing: the member takes any.

    :param smallest: employees of the companies the member knows best; 0 for no limit, as `largest`
    :param open_work: prospects and hand-offs that are under way
    :param capacity: how many of them are a full load; positive
    :param quota: how many more assignments today; None for no limit
    :param takes: the member's own filter accepts this prospect
    :param preferred: it matches what the member prefers; None when the member prefers nothing
    :param free_from: when the member works next (aware); None for not within the horizon
    :param leave_until: end of a leave that has begun (aware)
    :param assigned_at: when the member was last given a prospect
    """

    id: int
    industries: frozenset[int] = frozenset()
    verticals: frozenset[int] = frozenset()
    smallest: int = 0
    largest: int = 0
    languages: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    offset: float | None = None
    open_work: int = 0
    capacity: int = 30
    past: tuple[Past, ...] = ()
    quota: int | None = None
    paused: bool = False
    takes: bool = True
    preferred: bool | None = None
    free_from: datetime | None = None
    leave_until: datetime | None = None
    assigned_at: datetime | None = None


@dataclass(frozen=True)
class Policy:
    """How an administrator weighs things.

    :param weights: by criterion; those that are missing or not positive do not count
    :param tolerance: points (of 100) within which scores are equal
    :param patience: how much later than the first colleague somebody may start work
    :param speaks: only who speaks a language of the prospect, where both are known
    :param evidence: after how many ended prospects somebody's own rate counts as much as the rate of all
    """

    weights: Mapping[Criterion, float] = field(default_factory=dict)
    tolerance: float = 5.0
    patience: timedelta = timedelta(hours=4)
    speaks: bool = False
    evidence: float = 20.0


@dataclass(frozen=True)
class Part:
    """What one criterion contributes: a `share` of the `best` points (of 100) that it may give.

    `why` is a code for people's words.
    """

    criterion: Criterion
    share: float
    best: float
    why: str

    @property
    def points(self) -> float:
        return self.share * self.best


@dataclass(frozen=True)
class Ranked:
    id: int
    score: float  # 0 to 100
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Excluded:
    id: int
    objection: Objection
    until: datetime | None = None


@dataclass(frozen=True)
class Decision:
    """`owner` is None where everybody was excluded; `equals` are those among whom the turn decided.

    `kept` says that the owner had it already.
    """

    owner: int | None
    ranked: tuple[Ranked, ...] = ()
    excluded: tuple[Excluded, ...] = ()
    equals: tuple[int, ...] = ()
    kept: bool = False


def choose(
    prospect: Prospect,
    candidates: Iterable[Candidate],
    policy: Policy,
    *,
    now: datetime,
    only: frozenset[int] | None = None,
    tried: frozenset[int] = frozenset(),
    holder: int | None = None,
    urgent: bool = False,
) -> Decision:
    """Who gets the prospect, and why.

    :param now: aware
    :param only: ids that a rule names; None for everybody
    :param tried: ids that are not asked again
    :param holder: who works on it already: keeps it unless something objects
    :param urgent: somebody has answered: quotas of new prospects do not count
    """
    everybody = sorted(candidates, key=lambda one: one.id)
    excluded: list[Excluded] = []
    able: list[Candidate] = []
    for one in everybody:
        objection = _object(prospect, one, policy, only, tried)
        if objection:
            excluded.append(Excluded(one.id, objection))
        else:
            able.append(one)
    able = _keep_present(able, policy, now, excluded)
    if not urgent:
        excluded += [Excluded(one.id, Objection.QUOTA) for one in able if one.quota is not None and one.quota <= 0]
        able = [one for one in able if one.quota is None or one.quota > 0]
    handled, good = _sum(past for one in everybody for past in one.past)
    average = good / handled if handled else 0.0
    ranked = tuple(sorted((_rank(prospect, one, average, policy) for one in able), key=lambda r: (-r.score, r.id)))
    if not ranked:
        return Decision(None, (), tuple(excluded))
    equals = {rank.id for rank in ranked if rank.score >= ranked[0].score - policy.tolerance}
    turn = sorted((one for one in able if one.id in equals), key=_turn)
    kept = any(rank.id == holder for rank in ranked)
    owner = holder if kept else turn[0].id
    return Decision(owner, ranked, tuple(excluded), tuple(one.id for one in turn), kept)


def after(one: Candidate, at: datetime) -> Candidate:
    """`one` as they stand when they have been given a prospect at `at` (aware)."""
    quota = None if one.quota is None else one.quota - 1
    return replace(one, open_work=one.open_work + 1, quota=quota, assigned_at=at)


def _turn(one: Candidate) -> tuple[bool, float, int]:
    """Whoever was never asked comes first, then who has waited longest."""
    return one.assigned_at is not None, one.assigned_at.timestamp() if one.assigned_at else 0.0, one.id


def _object(
    prospect: Prospect, one: Candidate, policy: Policy, only: frozenset[int] | None, tried: frozenset[int]
) -> Objection | None:
    if one.id in tried:
        return Objection.TRIED
    if only is not None and one.id not in only:
        return Objection.RULE
    if one.paused:
        return Objection.PAUSED
    if not one.takes:
        return Objection.DOMAIN
    if policy.speaks and one.languages and prospect.languages and not one.languages & set(prospect.languages):
        return Objection.LANGUAGE
    return None


def _keep_present(able: list[Candidate], policy: Policy, now: datetime, excluded: list[Excluded]) -> list[Candidate]:
    """Those who work now or not much later than the first who could."""
    on_leave = [one for one in able if one.leave_until and one.leave_until > now]
    excluded += [Excluded(one.id, Objection.LEAVE, one.leave_until) for one in on_leave]
    rest = [one for one in able if one not in on_leave]
    first = min((one.free_from for one in rest if one.free_from), default=None)
    present = []
    for one in rest:
        if first and one.free_from and max(one.free_from, now) <= max(first, now) + policy.patience:
            present.append(one)
        else:
            excluded.append(Excluded(one.id, Objection.HOURS, one.free_from))
    return present


# ---------------------------------------------------------------------- score


def _rank(prospect: Prospect, one: Candidate, average: float, policy: Policy) -> Ranked:
    weights = {criterion: max(policy.weights.get(criterion, 0.0), 0.0) for criterion in Criterion}
    total = sum(weights.values())
    shares = {
        Criterion.EXPERTISE: _expertise(prospect, one),
        Criterion.LANGUAGE: _language(prospect, one),
        Criterion.GEOGRAPHY: _geography(prospect, one),
        Criterion.WORKLOAD: (one.capacity / (one.capacity + one.open_work), "load"),
        Criterion.PERFORMANCE: _performance(prospect, one, average, policy.evidence),
        Criterion.PREFERENCE: _preference(one),
    }
    parts = tuple(
        Part(criterion, share, 100 * weights[criterion] / total, why)
        for criterion, (share, why) in shares.items()
        if weights[criterion]
    )
    return Ranked(one.id, sum(part.points for part in parts), parts)


def _expertise(prospect: Prospect, one: Candidate) -> tuple[float, str]:
    """The mean of what both sides say something about: the field they work in and the size of the company."""
    shares = []
    if (one.industries or one.verticals) and (prospect.industry or prospect.verticals):
        at_home = prospect.industry in one.industries or bool(prospect.verticals & one.verticals)
        shares.append(1.0 if at_home else 0.0)
    if (one.smallest or one.largest) and prospect.size:
        fits = one.smallest <= prospect.size and (not one.largest or prospect.size <= one.largest)
        shares.append(1.0 if fits else 0.0)
    if not shares:
        return NEUTRAL, "unknown"
    share = sum(shares) / len(shares)
    return share, {1.0: "expert", 0.0: "other_field"}.get(share, "partly")


def _language(prospect: Prospect, one: Candidate) -> tuple[float, str]:
    if not (one.languages and prospect.languages):
        return NEUTRAL, "unknown"
    if prospect.languages[0] in one.languages:
        return 1.0, "speaks"
    return (0.75, "speaks_other") if one.languages & set(prospect.languages) else (0.0, "speaks_not")


def _geography(prospect: Prospect, one: Candidate) -> tuple[float, str]:
    """The member's own countries, else how near the two clocks are."""
    if one.countries and prospect.country in one.countries:
        return 1.0, "country"
    if prospect.offset is None or one.offset is None:
        return NEUTRAL, "unknown"
    apart = abs(prospect.offset - one.offset) % 24
    near = 1 - min(apart, 24 - apart) / HALF_DAY
    return (near / 2, "other_country") if one.countries and prospect.country else (near, "clock")


def _preference(one: Candidate) -> tuple[float, str]:
    if one.preferred is None:
        return NEUTRAL, "unknown"
    return (1.0, "preferred") if one.preferred else (0.0, "not_preferred")


def _performance(prospect: Prospect, one: Candidate, average: float, evidence: float) -> tuple[float, str]:
    """How much better than everybody: half for the same rate, rising to 1.

    Few cases prove little: a member's rate on other prospects is drawn towards the rate of all, and the rate on similar
    ones towards that.

    :param average: the rate of all, 0 to 1; 0 when nobody has brought anything to a good end
    """
    if not average:
        return NEUTRAL, "no_record"
    similar_handled, similar_good = _sum(past for past in one.past if is_similar(prospect, past))
    other_handled, other_good = _sum(past for past in one.past if not is_similar(prospect, past))
    elsewhere = shrink(other_good, other_handled, average, evidence)
    similar = shrink(similar_good, similar_handled, elsewhere, evidence)
    why = "similar" if similar_handled else "others" if other_handled else "no_record"
    return similar / (similar + average), why


def is_similar(prospect: Prospect, past: Past) -> bool:
    """Whether experience with an industry says something about this prospect."""
    return bool((prospect.industry and past.industry == prospect.industry) or past.verticals & prospect.verticals)


def shrink(good: float, handled: float, prior: float, evidence: float) -> float:
    """The rate `good` of `handled`, drawn towards `prior` as if that had been seen `evidence` times."""
    seen = handled + max(evidence, 0.0)
    return (good + prior * max(evidence, 0.0)) / seen if seen else prior


def _sum(pasts: Iterable[Past]) -> tuple[int, int]:
    listed = list(pasts)
    return sum(past.handled for past in listed), sum(past.good for past in listed)
