"""What a simulated mail server and simulated people saw, counted and checked without asking the product.

Knows nothing of Odoo or of the product's rules in code: only what is promised (docs and RELIABILITY of the product).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timezone
from email import message_from_bytes, policy
from zoneinfo import ZoneInfo

import holidays

GOES_ON = {"auto_reply"}  # nobody answered
MACHINES = {"out_of_office", "auto_reply", "bounce"}
FIRST_HOUR, LAST_HOUR = time(8), time(17)
GAP_DAYS = 3


@dataclass(frozen=True)
class Place:
    """Where a prospect is: an IANA zone, and the country's code for its public holidays."""

    zone: str
    country: str = ""


@dataclass(frozen=True)
class Arrival:
    """A mail as it arrived, `when` naive UTC on the simulated clock."""

    when: datetime
    address: str
    sender: str
    message_id: str
    position: int
    text: str

    @classmethod
    def read(cls, when: datetime, raw: bytes) -> Arrival:
        mail = message_from_bytes(raw, policy=policy.default)
        [recipient], [sender] = mail["To"].addresses, mail["From"].addresses
        text = mail.get_body(["plain"]).get_content()
        position = max(len((mail["References"] or "").split()), 1)  # the thread with the mail itself last
        return cls(when, recipient.addr_spec, sender.addr_spec, mail["Message-ID"], position, text)


def find_violations(
    arrivals: Sequence[Arrival],
    letters: Iterable,
    places: Mapping[str, Place],
    caps: Mapping[str, tuple[int, str]],
) -> dict[str, list[str]]:
    """What must never happen, by kind; a line for each case.

    :param letters: what prospects did (`prospects.Letter`), with the time at which the product heard of it
    :param caps: (mails a day, zone of its days) of each sender
    """
    return {
        "after_stop": list(_after_stop(arrivals, letters)),
        "outside_window": [
            f"{one.address} at {one.when} UTC" for one in arrivals if not _is_open(one.when, places[one.address])
        ],
        "double": list(_double(arrivals)),
        "too_close": list(_too_close(arrivals, places)),
        "over_cap": list(_over_cap(arrivals, caps)),
    }


def recount(arrivals: Sequence[Arrival], letters: Iterable) -> dict:
    """The figures of a pilot from what arrived and what came back."""
    letters = list(letters)
    classes = Counter(letter.reaction.label for letter in letters)
    answered = {letter.address for letter in letters if letter.reaction.label not in MACHINES}
    return {
        "contacted": len({one.address for one in arrivals}),
        "mails": len(arrivals),
        "mails_by_position": dict(sorted(Counter(one.position for one in arrivals).items())),
        "answered": len(answered),
        "replies": dict(sorted(Counter(one.reaction.label for one in letters if not one.link).items())),
        "bounces": dict(Counter(letter.reaction.fault for letter in letters if letter.reaction.fault)),
        "opt_outs": classes["opt_out"],
    }


def _after_stop(arrivals: Sequence[Arrival], letters: Iterable):
    """Mails to somebody who had answered, opted out or cannot be reached; before the day that they named."""
    by_address = defaultdict(list)
    for one in arrivals:
        by_address[one.address].append(one)
    for letter in letters:
        resume = _resume_day(letter)
        if resume is None:
            continue
        for one in by_address[letter.address]:
            if one.when >= letter.when and one.when.date() < resume:
                yield f"{letter.address} at {one.when} UTC, after “{letter.reaction.label}” at {letter.when}"


def _resume_day(letter) -> date | None:
    """The first day on which this person may be written to again; None when nothing stops."""
    reaction = letter.reaction
    if reaction.label in GOES_ON or reaction.fault in ("transient", "sender"):
        return None
    if reaction.label == "out_of_office":
        return (letter.when + reaction.back).date()
    if reaction.label == "deferral":  # they name a month
        return (letter.when + reaction.back).date().replace(day=1)
    return date.max


def _is_open(when: datetime, place: Place) -> bool:
    local = when.replace(tzinfo=timezone.utc).astimezone(ZoneInfo(place.zone))
    if place.country in holidays.list_supported_countries() and local.date() in holidays.country_holidays(
        place.country, years=local.year
    ):
        return False
    return local.isoweekday() <= 5 and FIRST_HOUR <= local.time() < LAST_HOUR


def _double(arrivals: Sequence[Arrival]):
    for key in ("message_id", "text"):
        for (address, _what), count in Counter((one.address, getattr(one, key)) for one in arrivals).items():
            if count > 1:
                yield f"{address}: the same {key} {count} times"


def _too_close(arrivals: Sequence[Arrival], places: Mapping[str, Place]):
    last: dict[str, date] = {}
    for one in sorted(arrivals, key=lambda one: one.when):
        day = one.when.replace(tzinfo=timezone.utc).astimezone(ZoneInfo(places[one.address].zone)).date()
        if one.address in last and (day - last[one.address]).days < GAP_DAYS:
            yield f"{one.address} on {day}, after {last[one.address]}"
        last[one.address] = day


def _over_cap(arrivals: Sequence[Arrival], caps: Mapping[str, tuple[int, str]]):
    days = Counter()
    for one in arrivals:
        zone = ZoneInfo(caps[one.sender][1])
        days[one.sender, one.when.replace(tzinfo=timezone.utc).astimezone(zone).date()] += 1
    for (sender, day), count in days.items():
        if count > caps[sender][0]:
            yield f"{sender} on {day}: {count} of {caps[sender][0]}"
