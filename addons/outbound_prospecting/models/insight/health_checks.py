"""What the health monitor looks at, by code: the unit of its figures, who can put it right, and how it says it."""

from dataclasses import dataclass

from odoo.tools.translate import LazyGettext, LazyTranslate

_lt = LazyTranslate(__name__)


@dataclass(frozen=True)
class Kind:
    """:ivar unit: of the limits; empty where a finding is bad in itself and there is nothing to set
    :ivar sentence: with the values of a measure
    :ivar fix: label of the button that opens the records
    :ivar admin: whether only an administrator can put it right; else managers can, too
    :ivar low_is_bad: for shares that should be high
    :ivar counts_days: whether the check's number of days matters
    """

    name: LazyGettext
    unit: str
    sentence: LazyGettext
    fix: LazyGettext
    admin: bool = False
    low_is_bad: bool = False
    counts_days: bool = False


KINDS = {
    "jobs": Kind(
        _lt("Scheduled actions that fail"),
        "count",
        _lt("“%(name)s” failed %(count)s times in a row."),
        _lt("Open scheduled action"),
        admin=True,
    ),
    "jobs_late": Kind(
        _lt("Scheduled actions that do not run"),
        "hours",
        _lt("“%(name)s” should have run %(hours)s hours ago. Is the server's scheduler running?"),
        _lt("Open scheduled action"),
        admin=True,
    ),
    "mailbox": Kind(
        _lt("Mailboxes"),
        "",
        _lt("%(name)s: %(why)s"),
        _lt("Open mailbox"),
        admin=True,
    ),
    "provider": Kind(
        _lt("Providers"),
        "",
        _lt("%(name)s does not answer as it should: its state and the last error are on its page."),
        _lt("Open provider"),
        admin=True,
    ),
    "handoff_late": Kind(
        _lt("Hand-offs over their deadline"),
        "count",
        _lt("Warm prospects whose deadline is over and whom nobody has answered: %(count)s."),
        _lt("Open hand-offs"),
    ),
    "sla": Kind(
        _lt("Hand-offs acknowledged in time"),
        "percent",
        _lt("%(share)s %% of %(cases)s hand-offs of the last %(days)s days were acknowledged in time."),
        _lt("Open answer times"),
        low_is_bad=True,
        counts_days=True,
    ),
    "reply_age": Kind(
        _lt("Replies that wait for a person"),
        "hours",
        _lt("Replies that wait for a person: %(count)s, the oldest for %(hours)s working hours."),
        _lt("Open replies"),
    ),
    "review_age": Kind(
        _lt("Drafts that wait for review"),
        "hours",
        _lt("Drafts that wait for review: %(count)s, the oldest for %(hours)s working hours."),
        _lt("Open review"),
    ),
    "task_late": Kind(
        _lt("Tasks that are overdue"),
        "count",
        _lt("Tasks that nobody has done for more than %(days)s days: %(count)s. Their sequences stand still."),
        _lt("Open tasks"),
        counts_days=True,
    ),
    "held": Kind(
        _lt("Touches that are held"),
        "count",
        _lt("Touches held for more than %(days)s days: %(count)s. For example: %(reason)s"),
        _lt("Open touches"),
        counts_days=True,
    ),
    "source": Kind(
        _lt("Quality of sources"),
        "percent",
        _lt(
            "Source “%(name)s”: %(bad)s of %(cases)s people written to in %(days)s days bounced or were the wrong "
            "contact (%(share)s %%)."
        ),
        _lt("Open prospects"),
        counts_days=True,
    ),
}
