"""Cited statements: JSON lines with `documents`, `statement`, `cites`, `ok`, and for planted faults perhaps a `kind`."""

from __future__ import annotations

import statistics
import time
from collections import Counter
from pathlib import Path
from typing import Any

from outbound_prospecting.domain.claims import Cite, Document, check

from ..evaluate import Result, read_lines, share

DEGREES = {"overreach", "superlative", "negation", "direction"}  # a matter of degree: reported apart


def run(path: Path) -> Result:
    cases = [_case(label) for label in read_lines(path)]
    return Result(_figures(cases), cases)


def _case(label: dict[str, Any]) -> dict[str, Any]:
    documents = [Document(str(one["id"]), one["text"]) for one in label["documents"]]
    cites = [Cite(str(one["id"]), one.get("quote") or "") for one in label["cites"]]
    started = time.perf_counter()
    verdict = check(documents, label["statement"], cites)
    seconds = time.perf_counter() - started
    return {
        "statement": label["statement"],
        "ok": verdict.ok == label["ok"],
        "true": label["ok"],
        "kind": "true" if label["ok"] else str(label.get("kind", "unnamed")),
        "faults": [[fault.kind, fault.words] for fault in verdict.faults],
        "ms": round(seconds * 1000, 2),
    }


def _figures(cases: list[dict[str, Any]]) -> dict[str, Any]:
    planted = [case for case in cases if not case["true"]]
    decidable = [case for case in planted if case["kind"] not in DEGREES]
    sound = [case for case in cases if case["true"]]
    refused = [case for case in sound if not case["ok"]]
    return {
        "cases": len(cases),
        "planted": {**_caught(decidable), "by_kind": _by_kind(decidable)},
        "apart": _by_kind([case for case in planted if case["kind"] in DEGREES]),
        "true": {
            "statements": len(sound),
            "wrongly_refused": len(refused),
            "share": share(len(refused), len(sound)),
            "because_of": dict(Counter(kind for case in refused for kind in {fault[0] for fault in case["faults"]})),
            "for_overreach_or_negation_only": sum(_only_by_degree(case) for case in refused),
        },
        "ms_per_statement": {
            "median": round(statistics.median(case["ms"] for case in cases), 2) if cases else None,
            "worst": max((case["ms"] for case in cases), default=None),
        },
    }


def _caught(cases: list[dict[str, Any]]) -> dict[str, Any]:
    caught = sum(case["ok"] for case in cases)
    return {
        "statements": len(cases),
        "caught": caught,
        "missed": len(cases) - caught,
        "share": share(caught, len(cases)),
        "for_overreach_or_negation_only": sum(case["ok"] and _only_by_degree(case) for case in cases),
    }


def _by_kind(cases: list[dict[str, Any]]) -> dict[str, Any]:
    kinds = dict.fromkeys(case["kind"] for case in cases)
    return {
        kind: {"caught": sum(case["ok"] for case in cases if case["kind"] == kind), "missed": sum(not case["ok"] for case in cases if case["kind"] == kind)}
        for kind in kinds
    }  # fmt: skip


def _only_by_degree(case: dict[str, Any]) -> bool:
    return bool(case["faults"]) and {fault[0] for fault in case["faults"]} <= DEGREES
