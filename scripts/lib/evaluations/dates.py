"""Dates in sentences: `dates.jsonl` with `text`, `lang`, `now` and `days`, any of which is right.

A sentence whose `days` hold no date means none: there it is right to find nothing.
"""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Any

from outbound_prospecting.domain.reply_dates import find_meant

from ..evaluate import Result, read_lines, share

_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def run(path: Path) -> Result:
    file = path / "dates.jsonl" if path.is_dir() else path
    cases = [_case(line) for line in read_lines(file)]
    languages = sorted({case["lang"] for case in cases})
    figures = {
        **_figures(cases),
        "languages": {lang: _figures([case for case in cases if case["lang"] == lang]) for lang in languages},
    }
    return Result(figures, cases)


def _case(line: dict[str, Any]) -> dict[str, Any]:
    found = find_meant(line["text"], datetime.fromisoformat(line["now"]), line["lang"])
    days = [day for day in line["days"] if _DATE.fullmatch(day)]
    day = found.date.isoformat() if found else None
    result = "right" if (day in days if days else day is None) else "wrong" if day else "abstained"
    return {
        "ok": result == "right",
        "result": result,
        "lang": line["lang"],
        "text": line["text"],
        "now": line["now"][:10],
        "wanted": days,
        "found": day,
        "words": found.words if found else "",
    }


def _figures(cases: list[dict[str, Any]]) -> dict[str, Any]:
    results = [case["result"] for case in cases]
    return {
        "cases": len(cases),
        **{name: share(results.count(name), len(cases)) for name in ("right", "wrong", "abstained")},
    }
