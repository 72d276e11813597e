"""Business pages: `entities.jsonl` (`file`, `entities` as [kind, text]) beside the pages.

Recall is over the labelled texts of a page, each once. A label is found where an entity of its kind has the same
letters and digits; spaces and punctuation do not count, nor do titles before and letters after a person's name. A
given name alone counts as found with the person whose name it is part of. Precision is over what was found on pages
that have a label of the kind at all: labels of e-mail addresses and cities, for one, are far from complete.
"""

from __future__ import annotations

import html
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from outbound_prospecting.adapters.contacts import Contacts, read_contacts
from outbound_prospecting.adapters.page import read_page
from outbound_prospecting.domain.identity import plain_key
from outbound_prospecting.domain.postal_text import PostalAddress

from ..evaluate import Result, read_lines, share

LABELS = {
    "emails": {"EMAIL"}, "phones": {"TEL", "FAX"}, "people": {"PER"}, "roles": {"FUNC"}, "organisations": {"ORG"},
    "streets": {"STREET"}, "postcodes": {"ZIPCODE"}, "cities": {"CITY"}, "states": {"STATE"},
}  # fmt: skip
LETTERS = {
    letter: digit
    for digit, letters in enumerate("abc def ghi jkl mno pqrs tuv wxyz".split(), 2)  # noqa: SIM905
    for letter in letters
}
AROUND = re.compile(r"^(?:mr|mrs|ms|dr|prof)\.?\s|,.*$|\(.*?\)", re.IGNORECASE)
SLOW = 100_000  # bytes of the page whose reading time is estimated


def run(path: Path) -> Result:
    cases = [_case(path, label) for label in read_lines(path / "entities.jsonl")]
    return Result(_figures(cases), cases)


def _case(path: Path, label: dict[str, Any]) -> dict[str, Any]:
    body = (path / label["file"]).read_bytes()
    started = time.perf_counter()
    page = read_page(body)
    contacts = read_contacts(page)
    seconds = time.perf_counter() - started
    labels = [(kind, html.unescape(text)) for kind, text in label["entities"]]
    text = _letters(page.text)
    kinds = {
        kind: _kind(kind, [text for name, text in labels if name in names], contacts) for kind, names in LABELS.items()
    }
    return {
        "file": label["file"],
        "ok": not any(found["missed"] or found["extra"] for found in kinds.values()),
        **kinds,
        "in_text": [sum(_letters(wanted) in text for _kind, wanted in labels), len(labels)],
        "bytes": len(body),
        "ms": round(seconds * 1000, 2),
    }


def _kind(kind: str, wanted: list[str], contacts: Contacts) -> dict[str, Any]:
    same, found = FOUND[kind](contacts)
    wanted = list({_letters(text): text for text in wanted}.values())
    if kind == "people":
        full = " ".join(wanted).split()
        wanted = [text for text in wanted if len(text.split()) > 1 or full.count(text) == 1]
    missed = [text for text in wanted if not any(same(text, item) for item in found)]
    extra = [item for item in found if wanted and not any(same(text, item) for text in wanted)]
    return {"labelled": len(wanted), "missed": missed, "extra": extra, "found": len(found) if wanted else 0}


def _letters(text: str) -> str:
    return plain_key(text.replace("&", " and ")).replace(" ", "")


def _equal(wanted: str, found: str) -> bool:
    return _letters(wanted) == _letters(found)


def _same_company(wanted: str, found: str) -> bool:
    return _letters(wanted).removeprefix("the") == _letters(found).removeprefix("the")


def _same_name(wanted: str, found: str) -> bool:
    return _equal(wanted, found) or _letters(AROUND.sub("", wanted)) == _letters(AROUND.sub("", found))


def _same_number(wanted: str, found: str) -> bool:
    """Whether a number as written is the international one, but for the country's code."""
    digits = "".join(char if char.isdigit() else str(LETTERS.get(char, "")) for char in wanted.lower()).lstrip("0")
    return len(digits) >= 6 and found.endswith(digits) and len(found) - len(digits) <= 4


def _same_street(wanted: str, found: str) -> bool:
    """Whether the one holds the other: labels leave out a unit or a house as often as they hold it."""
    one, other = _letters(wanted), _letters(found)
    return len(min(one, other, key=len)) >= 5 and (one in other or other in one)


def _parts(part: Callable[[PostalAddress], str]) -> Callable[[Contacts], list[str]]:
    return lambda contacts: list(dict.fromkeys(filter(None, map(part, contacts.addresses))))


Found = tuple[Callable[[str, str], bool], list[str]]
FOUND: dict[str, Callable[[Contacts], Found]] = {
    "emails": lambda contacts: (_equal, list(contacts.emails)),
    "phones": lambda contacts: (_same_number, [phone.e164.lstrip("+") for phone in contacts.phones]),
    "people": lambda contacts: (_same_name, [person.name for person in contacts.people]),
    "roles": lambda contacts: (_equal, list(dict.fromkeys(person.role for person in contacts.people if person.role))),
    "organisations": lambda contacts: (_same_company, [organisation.name for organisation in contacts.organisations]),
    "streets": lambda contacts: (_same_street, _parts(lambda address: address.street)(contacts)),
    "postcodes": lambda contacts: (_equal, _parts(lambda address: address.postcode)(contacts)),
    "cities": lambda contacts: (_equal, _parts(lambda address: address.city)(contacts)),
    "states": lambda contacts: (_equal, _parts(lambda address: address.state)(contacts)),
}


def _figures(cases: list[dict[str, Any]]) -> dict[str, Any]:
    figures: dict[str, Any] = {"pages": len(cases)}
    for kind in LABELS:
        counts = Counter[str]()
        for case in cases:
            counts.update(labelled=case[kind]["labelled"], missed=len(case[kind]["missed"]))
            counts.update(found=case[kind]["found"], extra=len(case[kind]["extra"]))
        figures[kind] = {
            "recall": share(counts["labelled"] - counts["missed"], counts["labelled"]),
            "precision": share(counts["found"] - counts["extra"], counts["found"]),
            "labelled": counts["labelled"],
        }
    figures["labels_in_whole_page_text"] = share(
        sum(case["in_text"][0] for case in cases), sum(case["in_text"][1] for case in cases)
    )
    figures["median_ms"] = statistics.median(case["ms"] for case in cases) if cases else None
    figures["slowest_ms"] = max((case["ms"] for case in cases), default=None)
    return figures
