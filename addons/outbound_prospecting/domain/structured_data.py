"""What a page says in JSON-LD (schema.org): organisations, people, ways to reach them, when it was published."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_LARGEST = 200_000  # characters of one block
_MOST = 2_000  # objects of a page
_COMPANIES = ("organization", "corporation", "business", "store", "company", "school", "university", "website")


@dataclass
class Found:
    """Texts as they stand there."""

    names: list[str] = field(default_factory=list)
    people: list[tuple[str, str]] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    published: list[str] = field(default_factory=list)


def read_blocks(blocks: list[str]) -> Found:
    """:param blocks: contents of the page's `application/ld+json` scripts; broken ones are left out"""
    found = Found()
    for block in blocks:
        if len(block) > _LARGEST:
            continue
        try:
            data = json.loads(block, strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(data):
            _read(item, found)
    return found


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    waiting, seen = [data], 0
    while waiting and seen < _MOST:
        item = waiting.pop(0)
        seen += 1
        if isinstance(item, dict):
            yield item
            waiting += [value for value in item.values() if isinstance(value, (dict, list))]
        elif isinstance(item, list):
            waiting += item


def _read(item: dict[str, Any], found: Found) -> None:
    kinds = item.get("@type", "")
    kind = " ".join(_texts(kinds)).lower()
    for name in _texts(item.get("name")):
        if "person" in kind:
            found.people.append((name, next(iter(_texts(item.get("jobTitle"))), "")))
        elif any(word in kind for word in _COMPANIES):
            found.names.append(name)
    found.names += [
        name for key in ("legalName", "alternateName") for name in _texts(item.get(key)) if "person" not in kind
    ]
    found.emails += [text.removeprefix("mailto:") for text in _texts(item.get("email"))]
    found.phones += [*_texts(item.get("telephone")), *_texts(item.get("faxNumber"))]
    found.published += _texts(item.get("datePublished"))


def _texts(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [item.strip() for item in values if isinstance(item, str) and item.strip()]
