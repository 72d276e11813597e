"""Answers by class: JSON lines of `text`, `lang`, `label`, and perhaps `headers`, `now` and `date` (to resume at).

The language is not told to the reader, as no mail tells it. Quotation is stripped first, as the gateway does.
"""

from __future__ import annotations

import statistics
import time
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

from outbound_prospecting.domain.reply import Label, classify
from outbound_prospecting.domain.reply_text import strip_text

from ..evaluate import Result, read_lines, share

NOW = "2026-03-10"  # of a line without a moment of its own


def run(path: Path) -> Result:
    cases = [_case(line) for line in read_lines(path)]
    return Result(_figures(cases), cases)


def _case(line: dict[str, Any]) -> dict[str, Any]:
    now = datetime.fromisoformat(line.get("now") or NOW)
    started = time.perf_counter()
    reading = classify(strip_text(line["text"]).text, headers=line.get("headers") or {}, now=now)
    seconds = time.perf_counter() - started
    wanted = date.fromisoformat(line["date"][:10]) if line.get("date") else None
    return {
        "ok": reading.label.value == line["label"] and (not wanted or reading.resume_date == wanted),
        "lang": [line.get("lang", ""), reading.language],
        "label": [line["label"], reading.label.value],
        "confidence": reading.confidence,
        "date": [line.get("date"), reading.resume_date.isoformat() if reading.resume_date else None],
        "flags": sorted(reading.flags),
        "words": [words.text for words in reading.words],
        "text": line["text"],
        "ms": round(seconds * 1000, 3),
    }


def _figures(cases: list[dict[str, Any]]) -> dict[str, Any]:
    pairs = Counter(tuple(case["label"]) for case in cases)
    labels = [label.value for label in Label if any(label.value in pair for pair in pairs)]
    scores = {label: _score(label, pairs) for label in labels}
    used = [score["f1"] for score in scores.values() if score["labelled"]]
    dated = [case for case in cases if case["date"][0]]
    languages = Counter(case["lang"][0] for case in cases)
    return {
        "cases": len(cases),
        "accuracy": share(sum(count for (wanted, found), count in pairs.items() if wanted == found), len(cases)),
        "macro_f1": round(statistics.mean(used), 4) if used else None,
        "opt_out_recall": scores.get("opt_out", {}).get("recall"),
        "privacy_recall": scores.get("privacy_request", {}).get("recall"),
        "opt_outs_seen": share(*_seen(cases, "opt_out")),
        "classes": scores,
        "confusion": {
            wanted: {found: pairs[wanted, found] for found in labels if pairs[wanted, found]} for wanted in labels
        },
        "dates": {
            "labelled": len(dated),
            "right": share(sum(case["date"][0] == case["date"][1] for case in dated), len(dated)),
            "wrong": share(sum(case["date"][1] not in (None, case["date"][0]) for case in dated), len(dated)),
            "abstained": share(sum(case["date"][1] is None for case in dated), len(dated)),
            "where_none_is_labelled": sum(bool(case["date"][1]) for case in cases if not case["date"][0]),
        },
        "accuracy_by_language": {
            lang: share(sum(len(set(case["label"])) == 1 for case in cases if case["lang"][0] == lang), count)
            for lang, count in sorted(languages.items())
        },
        "language_found": share(sum(len(set(case["lang"])) == 1 for case in cases), len(cases)),
        "median_ms": statistics.median(case["ms"] for case in cases) if cases else None,
    }


def _seen(cases: list[dict[str, Any]], label: str) -> tuple[int, int]:
    """How often a class was seen at all, as the main one or beside it."""
    meant = [case for case in cases if case["label"][0] == label]
    return sum(label in (case["label"][1], *case["flags"]) for case in meant), len(meant)


def _score(label: str, pairs: Counter[tuple[str, ...]]) -> dict[str, Any]:
    right = pairs[label, label]
    labelled = sum(count for (wanted, _found), count in pairs.items() if wanted == label)
    found = sum(count for (_wanted, found), count in pairs.items() if found == label)
    return {
        "precision": share(right, found),
        "recall": share(right, labelled),
        "f1": round(2 * right / (labelled + found), 4) if labelled + found else 0.0,
        "labelled": labelled,
    }
