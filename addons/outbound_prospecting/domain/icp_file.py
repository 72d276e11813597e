"""The file that an ICP is exported to and imported from: its shape, and every problem of a file at once.

The file is JSON with the keys of `_shape`. Filters are Odoo domains as nested lists, in which a record is
``{"model", "xml_id", "name"}`` because its id differs between databases; a filter with date expressions is a text.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

FORMAT = "outbound.icp"
FORMAT_VERSION = 1
DOCUMENT_PARTS = (
    "value_proposition",
    "firmographics",
    "technographics",
    "behavioural_signals",
    "intent_indicators",
)
REQUIRED = object()


@dataclass(frozen=True)
class Problem:
    """What is wrong at one place of the file.

    :ivar place: path of keys and positions from 1, such as ``factors[2].criteria[1].rating``
    :ivar kind: missing, wrong_type, wrong_choice or unknown_key
    :ivar expected: what should stand there, :ivar found: what does
    """

    place: str
    kind: str
    expected: str = ""
    found: str = ""


class IcpFileError(ValueError):
    """The file is not an ICP; `problems` lists all that was found. `args[0]` says so if it is not even JSON."""

    def __init__(self, message: str, problems: list[Problem] | None = None) -> None:
        super().__init__(message)
        self.problems = problems or []


@dataclass(frozen=True)
class Value:
    """One value: its types, a default (`REQUIRED` if there is none) and the values allowed, if not all."""

    types: tuple[type, ...]
    name: str
    default: Any = REQUIRED
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rows:
    """A list of objects of one shape."""

    shape: dict[str, Any]


def _text(default: Any = REQUIRED, choices: Collection[str] = ()) -> Value:
    return Value((str,), "a text", default, tuple(choices))


def _filter(default: Any = REQUIRED) -> Value:
    return Value((list, str), "a filter as a list", default)


def _flag(default: bool) -> Value:
    return Value((bool,), "true or false", default)


def _whole(default: Any = REQUIRED) -> Value:
    return Value((int,), "a whole number", default)


def _number(default: Any = REQUIRED) -> Value:
    return Value((int, float), "a number", default)


def _shape(rating_fields: Collection[str], tier_codes: Collection[str]) -> dict[str, Any]:
    matching = {"reason": _text(), "domain": _filter(), "active": _flag(True)}
    return {
        "format": _text(choices=[FORMAT]),
        "format_version": Value((int,), "a whole number"),
        "name": _text(),
        "method": _text("weighted", ["weighted", "points"]),
        "prospects": _filter([["team_id.is_outbound", "=", True]]),
        "min_completeness": _whole(40),
        "document": {part: _text("") for part in DOCUMENT_PARTS},
        "verticals": Rows({"xml_id": _text(""), "name": _text()}),
        "factors": Rows(
            {
                "name": _text(),
                "field_name": _text("", ["", *rating_fields]),
                "weight": _number(0),
                "match": _text("first", ["first", "all"]),
                "unknown_domain": _filter([]),
                "default_rating": _whole(1),
                "criteria": Rows({**matching, "rating": _whole()}),
            }
        ),
        "disqualifiers": Rows(matching),
        "tiers": Rows(
            {"name": _text(), "code": _text(choices=tier_codes), "min_score": _number(), "action_note": _text("")}
        ),
    }


def parse_icp_file(text: str, rating_fields: Collection[str], tier_codes: Collection[str]) -> dict[str, Any]:
    """The content of a file, complete: what it leaves out has its default.

    :raises IcpFileError: with all problems
    """
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        raise IcpFileError(f"line {error.lineno}, column {error.colno}: {error.msg}") from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise IcpFileError("", [Problem("format", "wrong_choice", FORMAT, _shown(content))])
    if content.get("format_version") != FORMAT_VERSION:
        found = _shown(content.get("format_version"))
        raise IcpFileError("", [Problem("format_version", "wrong_choice", str(FORMAT_VERSION), found)])
    shape = _shape(rating_fields, tier_codes)
    problems = list(_problems(content, shape, ""))
    if problems:
        raise IcpFileError("", problems)
    return _complete(content, shape)


def _problems(content: dict[str, Any], shape: dict[str, Any], path: str) -> Iterator[Problem]:
    for key in content.keys() - shape.keys():
        yield Problem(path + key, "unknown_key", ", ".join(shape))
    for key, spec in shape.items():
        place = path + key
        if key not in content:
            if isinstance(spec, Value) and spec.default is REQUIRED:
                yield Problem(place, "missing", spec.name)
        elif isinstance(spec, Value):
            yield from _value_problems(content[key], spec, place)
        elif isinstance(spec, Rows):
            yield from _row_problems(content[key], spec, place)
        elif not isinstance(content[key], dict):
            yield Problem(place, "wrong_type", "an object", _shown(content[key]))
        else:
            yield from _problems(content[key], spec, f"{place}.")


def _value_problems(value: Any, spec: Value, place: str) -> Iterator[Problem]:
    # In Python true is a number, in the file it is not.
    if not isinstance(value, spec.types) or (isinstance(value, bool) and bool not in spec.types):
        yield Problem(place, "wrong_type", spec.name, _shown(value))
    elif spec.choices and value not in spec.choices:
        yield Problem(place, "wrong_choice", ", ".join(choice or '""' for choice in spec.choices), _shown(value))


def _row_problems(rows: Any, spec: Rows, place: str) -> Iterator[Problem]:
    if not isinstance(rows, list):
        yield Problem(place, "wrong_type", "a list", _shown(rows))
        return
    for number, row in enumerate(rows, 1):
        if isinstance(row, dict):
            yield from _problems(row, spec.shape, f"{place}[{number}].")
        else:
            yield Problem(f"{place}[{number}]", "wrong_type", "an object", _shown(row))


def _complete(content: dict[str, Any], shape: dict[str, Any]) -> dict[str, Any]:
    complete: dict[str, Any] = {}
    for key, spec in shape.items():
        if isinstance(spec, Value):
            complete[key] = content.get(key, spec.default)
        elif isinstance(spec, Rows):
            complete[key] = [_complete(row, spec.shape) for row in content.get(key, [])]
        else:
            complete[key] = _complete(content.get(key, {}), spec)
    return complete


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else text[:59] + "…"
