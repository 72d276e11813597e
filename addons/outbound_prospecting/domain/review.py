"""Which drafts a person sees, until when, and what happens when nobody looks."""

from __future__ import annotations

import difflib
import hashlib
import re
from datetime import datetime, timedelta
from enum import Enum

from .drafting import fraction

MIN_FLOOR = 1  # percent: no policy lets everything through unseen


class Verdict(str, Enum):
    REVIEW = "review"
    PASS = "pass"
    WAIT = "wait"  # for the first mail of its variant to be decided


class Ageing(str, Enum):
    FRESH = "fresh"
    ESCALATE = "escalate"  # the backup reviewer takes over
    RESCHEDULE = "reschedule"  # due, and still nobody looked: a later day, never unseen


def text_hash(subject: str | None, body_text: str | None, body_html: str | None) -> str:
    """Hash of a text as it was approved; the parts cannot run into each other."""
    digest = hashlib.sha256()
    for part in (subject, body_text, body_html):
        data = (part or "").encode()
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def in_sample(key: str, percent: int) -> bool:
    """Whether `key` belongs to the spot check: always the same answer, `percent` of all keys; larger shares contain
    the smaller ones."""
    return fraction(f"review:{key}") * 100 < percent


def decide(
    *, policy: str, percent: int, floor: int, key: str, checks_ok: bool, variant_approved: bool, variant_waiting: bool
) -> Verdict:
    """What happens to a draft.

    A draft that fails a check is always seen. So is the first mail of a variant, unless the variant was approved
    before; its siblings wait for that decision. Whatever the policy, the floor's share is seen.

    :param policy: ``all``, ``sample`` (`percent` of the mails) or ``first`` (the first of each variant)
    :param floor: percent, set by an administrator
    :param variant_approved: a person approved a mail of this variant since its text last changed
    :param variant_waiting: a mail of this variant waits for a person now
    """
    if policy == "all" or not checks_ok:
        return Verdict.REVIEW
    if not variant_approved:
        return Verdict.WAIT if variant_waiting else Verdict.REVIEW
    share = max(floor, MIN_FLOOR, percent if policy == "sample" else 0)
    return Verdict.REVIEW if in_sample(key, share) else Verdict.PASS


def escalation_time(now: datetime, due: datetime, patience: timedelta) -> datetime:
    """When a draft that nobody decided goes to the backup reviewer.

    After `patience`, earlier when the mail is due soon so that the backup has time too, but never at once.
    """
    return now + min(patience, max((due - now) / 2, patience / 6))


def age(now: datetime, escalate_at: datetime | None, due: datetime, *, escalated: bool) -> Ageing:
    """What a draft in review is due for at `now`."""
    if not escalated and (escalate_at is None or escalate_at <= now):
        return Ageing.ESCALATE
    if due <= now and escalated and (escalate_at is None or escalate_at <= now):
        return Ageing.RESCHEDULE
    return Ageing.FRESH


def edit_share(before: str, after: str) -> float:
    """How much of a text a person changed, 0.0 (nothing) to 1.0 (everything), counted in words."""
    old, new = re.findall(r"\w+|[^\w\s]", before), re.findall(r"\w+|[^\w\s]", after)
    if old == new:
        return 0.0
    return round(1 - difflib.SequenceMatcher(None, old, new, autojunk=False).ratio(), 4)
