"""May this mail leave now? Ordered, named checks; the first that objects decides.

First what ends the matter for good, then what only has to wait: a wait never hides an end. Every objection carries a
stable code; its words are in `models/mailbox/gate.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from .schedule import SendCalendar

SOON = timedelta(hours=1)
TOMORROW = timedelta(days=1)


@dataclass(frozen=True)
class Allow:
    """The mail may leave."""


@dataclass(frozen=True)
class Hold:
    """Not now: look again at `until` (aware, later than now)."""

    reason: str
    until: datetime


@dataclass(frozen=True)
class Stop:
    """Never: the enrolment ends."""

    reason: str


Decision = Allow | Hold | Stop


@dataclass(frozen=True)
class Prospect:
    """What the compliance room knows of the person.

    :param suppressed: scope of the suppression that covers them ("person", "domain", "company") or ""
    :param relation: "customer", "open_deal" or ""
    :param policy: "allow", "consent" or "forbid", by the country's rule
    :param consent: they agreed to be written to, on record
    :param address: "valid", "invalid" or "unknown" (name servers did not answer yet)
    :param sensitive: bad news of the company, such as an incident, that no person has looked at yet
    :param confirmed: when what we know of them was obtained or last confirmed
    """

    suppressed: str = ""
    blacklisted: bool = False
    relation: str = ""
    policy: str = "consent"
    consent: bool = False
    address: str = "unknown"
    confirmed: datetime | None = None
    usable_for: timedelta = timedelta(days=365)
    sensitive: bool = False


@dataclass(frozen=True)
class Pace:
    """What the mailbox room knows of the sender and the prospect's hours.

    :param state: "ready", "draft" (not checked), "paused" or "missing"
    :param free: mails that it may still send today
    :param next_slot: when its pause after the latest mail ends
    :param day_ends: when its cap counts anew
    """

    state: str
    calendar: SendCalendar
    free: int
    day_ends: datetime
    next_slot: datetime | None = None


@dataclass(frozen=True)
class Plan:
    """What the sequence and review rooms know of the touch.

    :param enrolment: its state ("active", "paused", "replied", "completed", "stopped")
    :param replied: a human answer has arrived, applied to the enrolment or not
    :param approved_hash: hash of the text that was approved; must be that of the text as it stands
    :param last_touch: when the prospect's latest touch was sent or done
    :param ahead_at_company: people of the same company who were active before this one
    :param company_limit: people of one company who may be active at a time; 0 for any number
    :param withheld: reason why a pilot holds the touch back ("pilot_gate", "pilot_stopped") or ""
    """

    enrolment: str
    due: datetime
    approved_hash: str
    text_hash: str
    replied: bool = False
    resumes: datetime | None = None
    last_touch: datetime | None = None
    minimum_gap: timedelta = timedelta()
    ahead_at_company: int = 0
    company_limit: int = 0
    withheld: str = ""


Check = Callable[[datetime, Prospect, Pace, Plan], "Hold | Stop | None"]


def _until(now: datetime, earliest: datetime, pace: Pace) -> datetime:
    """The first moment after `earliest` at which the calendar is open too, so that one wait follows no other."""
    return pace.calendar.next_open(max(earliest, now + timedelta(seconds=1))) or now + 7 * TOMORROW


def enrolment_not_ended(now: datetime, prospect: Prospect, pace: Pace, plan: Plan) -> Stop | None:
    return Stop("enrolment_ended") if plan.enrolment in ("completed", "stopped") else None


def not_suppressed(now: datetime, prospect: Prospect, pace: Pace, plan: Plan) -> Stop | None:
    return Stop(f"suppressed_{prospect.suppressed}") if prospect.suppressed else None


def not_blacklisted(now: datetime, prospect: Prospect, pace: Pace, plan: Plan) -> Stop | None:
    return Stop("blacklisted") if prospect.blacklisted else None


def no_customer_or_deal(now: datetime, prospect: Prospect, pace: Pace, plan: Plan) -> Stop | None:
    return Stop(prospect.relation) if prospect.relation else None


def country_not_forbidden(now: datetime, prospect: Prospect, pace: Pace, plan: Plan) -> Stop | None:
    return Stop("country_forbidden") if prospect.policy == "forbid" else None


def address_not_invalid(now: datetime, prospect: Prospect, pace: Pace, plan: Plan) -> Stop | None:
    return Stop("address_invalid") if prospect.address == "invalid" else None


def no_reply(now: datetime, prospect: Prospect, pace: Pace, plan: Plan) -> Hold | None:
    return Hold("replied", now + TOMORROW) if plan.replied or plan.enrolment == "replied" else None


def enrolment_active(now: datetime, prospect: Prospect, pace: Pace, plan: Plan) -> Hold | None:
    if plan.enrolment == "active":
        return None
    return Hold("enrolment_paused", max(plan.resumes or now + TOMORROW, now + SOON))


def pilot_goes_on(now: datetime, prospect: Prospect, pace: Pace, plan: Plan) -> Hold | None:
    return Hold(plan.withheld, now + TOMORROW) if plan.withheld else None


def text_is_the_approved_one(now: datetime, prospect: Prospect, pace: Pace, plan: Plan) -> Hold | None:
    if not plan.approved_hash:
        return Hold("approval_missing", now + SOON)
    return None if plan.approved_hash == plan.text_hash else Hold("approval_void", now + SOON)


def consent_where_needed(now: datetime, prospect: Prospect, pace: Pace, plan: Plan) -> Hold | None:
    allowed = prospect.policy == "allow" or prospect.consent
    return None if allowed else Hold("consent_missing", now + TOMORROW)


def address_valid(now: datetime, prospect: Prospect, pace: Pace, plan: Plan) -> Hold | None:
    return None if prospect.address == "valid" else Hold("address_unknown", now + SOON)


def data_fresh(now: datetime, prospect: Prospect, pace: Pace, plan: Plan) -> Hold | None:
    fresh = prospect.confirmed is not None and now - prospect.confirmed <= prospect.usable_for
    return None if fresh else Hold("data_stale", now + TOMORROW)


def nothing_sensitive(now: datetime, prospect: Prospect, pace: Pace, plan: Plan) -> Hold | None:
    return Hold("sensitive", now + TOMORROW) if prospect.sensitive else None


def due(now: datetime, prospect: Prospect, pace: Pace, plan: Plan) -> Hold | None:
    return Hold("not_due", _until(now, plan.due, pace)) if plan.due > now else None


def touches_apart(now: datetime, prospect: Prospect, pace: Pace, plan: Plan) -> Hold | None:
    earliest = plan.last_touch + plan.minimum_gap if plan.last_touch else now
    return Hold("minimum_gap", _until(now, earliest, pace)) if earliest > now else None


def few_at_company(now: datetime, prospect: Prospect, pace: Pace, plan: Plan) -> Hold | None:
    full = 0 < plan.company_limit <= plan.ahead_at_company
    return Hold("company_limit", now + TOMORROW) if full else None


def mailbox_ready(now: datetime, prospect: Prospect, pace: Pace, plan: Plan) -> Hold | None:
    return None if pace.state == "ready" else Hold(f"mailbox_{pace.state}", now + SOON)


def under_cap(now: datetime, prospect: Prospect, pace: Pace, plan: Plan) -> Hold | None:
    return Hold("cap_reached", _until(now, pace.day_ends, pace)) if pace.free <= 0 else None


def slot_free(now: datetime, prospect: Prospect, pace: Pace, plan: Plan) -> Hold | None:
    taken = pace.next_slot is not None and pace.next_slot > now
    return Hold("mailbox_gap", _until(now, pace.next_slot or now, pace)) if taken else None


def window_open(now: datetime, prospect: Prospect, pace: Pace, plan: Plan) -> Hold | None:
    why = pace.calendar.why_closed(now)
    return Hold(f"window_{why}", _until(now, now, pace)) if why else None


ENDS: tuple[Check, ...] = (
    enrolment_not_ended,
    not_suppressed,
    not_blacklisted,
    no_customer_or_deal,
    country_not_forbidden,
    address_not_invalid,
)
WAITS: tuple[Check, ...] = (
    no_reply,
    pilot_goes_on,
    enrolment_active,
    text_is_the_approved_one,
    consent_where_needed,
    address_valid,
    data_fresh,
    nothing_sensitive,
    due,
    touches_apart,
    few_at_company,
    mailbox_ready,
    under_cap,
    slot_free,
    window_open,
)
GATES: tuple[Check, ...] = ENDS + WAITS

# Every code that a gate may give; each has words in `models/mailbox/gate.py`.
REASONS = frozenset(
    {
        "enrolment_ended", "suppressed_person", "suppressed_domain", "suppressed_company", "blacklisted", "customer",
        "open_deal", "country_forbidden", "address_invalid", "replied", "enrolment_paused", "approval_missing",
        "approval_void", "consent_missing", "address_unknown", "data_stale", "sensitive", "not_due", "minimum_gap",
        "company_limit", "mailbox_draft", "mailbox_paused", "mailbox_missing", "cap_reached", "mailbox_gap",
        "window_holiday", "window_weekday", "window_hours", "window_closed", "pilot_gate", "pilot_stopped",
    }
)  # fmt: skip


def decide(now: datetime, prospect: Prospect, pace: Pace, plan: Plan) -> Decision:
    """Ask every gate in order.

    :param now: aware datetime, like all others
    """
    for gate in GATES:
        objection = gate(now, prospect, pace, plan)
        if objection is not None:
            return objection
    return Allow()
