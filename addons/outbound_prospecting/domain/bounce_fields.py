"""The machine-readable part of a report (RFC 3464), also where mail systems bend it -> one group per recipient."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

ADDRESS = re.compile(r"[^\s@<>,;:\"'()\[\]\\|]{1,64}@(?:\[[\d.]+\]|[\w-]+(?:\.[\w-]+)*)", re.ASCII)
_FIELD = re.compile(r"([A-Za-z][A-Za-z-]{2,40}) ?: ?(.*)")
_STATUS = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\.\d|\d)")
_REPLY = re.compile(r"(?<![\d.@:/=-])([45]\d\d)(?=[ \-:,;.)\]]|$)(?!\.\d)")
_NAMES = {"final-recipient", "original-recipient", "action", "status", "diagnostic-code", "x-actual-recipient"}
_TYPE = re.compile(r"^\s*[\w.-]{1,20}\s*;\s*")
_JSON_START = re.compile(r'\{\s*"(?:notificationType|eventType)"')


@dataclass(frozen=True)
class Group:
    """What a report's fields say of one recipient; "" where they do not."""

    address: str = ""
    original: str = ""
    action: str = ""
    status: str = ""
    diagnostic: str = ""


def find_status(text: str) -> str:
    """The first enhanced status code in a text that says more than "5.0.0", else the first, else ""."""
    found = _STATUS.findall(text[:4000])
    return next((status for status in found if not status.endswith(".0.0")), found[0] if found else "")


def find_reply(text: str) -> str:
    """The first SMTP reply code of a failure in a text, or ""."""
    match = _REPLY.search(text[:4000])
    return match[1] if match else ""


def find_address(text: str) -> str:
    """The first address in a text in lower case, or ""."""
    match = ADDRESS.search(text)
    return match[0].lower().rstrip(".") if match else ""


def read_groups(text: str) -> list[Group]:
    """Groups of fields in a text, whether it has other lines or not."""
    groups: list[Group] = []
    fields: dict[str, str] = {}
    name = ""
    for line in [*text.split("\n"), ""]:
        match = _FIELD.match(line)
        key = match[1].lower() if match else ""
        if not line.strip() or (key in _NAMES and key in fields):
            groups += _group(fields)
            fields = {}
        if match:
            name = key
            fields.setdefault(name, match[2])
        elif line[:1] in (" ", "\t") and name in fields:
            fields[name] += " " + line.strip()
    return groups


def _group(fields: dict[str, str]) -> list[Group]:
    named = [fields.get(name, "") for name in ("final-recipient", "x-actual-recipient", "original-recipient")]
    if not any(named) or not ({"action", "status", "diagnostic-code"} & set(fields)):
        return []
    final, actual, original = (find_address(_TYPE.sub("", text)) for text in named)
    action = re.match(r"\s*([a-z]+)", fields.get("action", "").lower())
    diagnostic = _TYPE.sub("", fields.get("diagnostic-code", ""))
    stated = find_status(fields.get("status", ""))
    return [
        Group(
            address=final or actual or original,
            original=original,
            action=_ACTIONS.get(action[1], action[1]) if action else "",
            status=stated,
            # A remark behind the status may be all that the system says.
            diagnostic=diagnostic or fields.get("status", "").partition("(")[2].rstrip(")"),
        )
    ]


_ACTIONS = {"fail": "failed", "failure": "failed", "delay": "delayed", "deliver": "delivered", "relay": "relayed"}


def read_notification(text: str) -> dict[str, Any]:
    """The JSON that Amazon SES sends by mail for a bounce, a complaint or a delivery; {} when there is none."""
    match = _JSON_START.search(text)
    if not match:
        return {}
    rest = text[match.start() : match.start() + 100_000]
    for attempt in (rest, rest.replace("\n", ""), rest.replace("\n", " ")):
        try:
            found, _end = json.JSONDecoder(strict=False).raw_decode(attempt)
        except (ValueError, RecursionError):  # broken lines: try them joined
            continue
        return found if isinstance(found, dict) else {}
    return {}
