"""Reports about mails: `labels.jsonl` with `file`, `kind` and per recipient `status` and `fault`, beside the files."""

from __future__ import annotations

import statistics
import time
from collections import Counter
from pathlib import Path
from typing import Any

from outbound_prospecting.domain.bounce import read_report
from outbound_prospecting.domain.mail import read_mail

from ..evaluate import Result, read_lines, share

FAULTS = ("recipient", "sender", "transient", "ambiguous", "none")


def run(path: Path) -> Result:
    cases = [_case(path, label) for label in read_lines(path / "labels.jsonl")]
    return Result(_figures(cases), cases)


def _case(path: Path, label: dict[str, Any]) -> dict[str, Any]:
    raw = (path / label["file"]).read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    started = time.perf_counter()
    report = read_report(read_mail(raw))
    seconds = time.perf_counter() - started
    same = all(read_report(read_mail(raw.replace(b"\n", end))) == report for end in (b"\r", b"\r\n"))
    kind = report.kind.value if report else "person"
    recipients = report.recipients if report else ()
    found = [recipient.fault.value for recipient in recipients]
    wanted = [recipient["fault"] for recipient in label["recipients"]]
    stated = [recipient["status"] for recipient in label["recipients"] if recipient["status"]]
    read = Counter(recipient.status for recipient in recipients)
    return {
        "file": label["file"],
        "ok": same and kind == label["kind"] and (kind != "bounce" or Counter(found) == Counter(wanted)),
        "kind": [label["kind"], kind],
        "fault": [wanted, found],
        "reason": [[recipient["reason"] for recipient in label["recipients"]], [item.reason for item in recipients]],
        "status": [stated, [item.status for item in recipients]],
        "diagnostic": [item.diagnostic[:300] for item in recipients],
        "statuses": [sum((Counter(stated) & read).values()), len(stated)],
        # Only one fault is meant where all recipients share it: the others cannot be paired for sure.
        "would_suppress": sum(item.suppresses for item in recipients) if set(wanted) == {"sender"} else 0,
        "addresses": [item.address for item in recipients],
        "same": same,
        "ms": round(seconds * 1000, 2),
    }


def _figures(cases: list[dict[str, Any]]) -> dict[str, Any]:
    bounces = [case for case in cases if case["kind"][0] == "bounce"]
    others = [case for case in cases if case["kind"][0] != "bounce"]
    kinds = Counter(tuple(case["kind"]) for case in cases)
    return {
        "cases": len(cases),
        "bounces": len(bounces),
        "detected": share(sum(case["kind"][1] == "bounce" for case in bounces), len(bounces)),
        "false_bounces": sum(case["kind"][1] == "bounce" for case in others),
        "kinds": {f"{wanted} read as {found}": count for (wanted, found), count in sorted(kinds.items())},
        "faults": {fault: _fault(fault, bounces) for fault in FAULTS[:-1]},
        "sender_faults_that_suppress": sum(case["would_suppress"] for case in bounces),
        "status_right": share(sum(case["statuses"][0] for case in cases), sum(case["statuses"][1] for case in cases)),
        "same_with_cr_lf_crlf": all(case["same"] for case in cases),
        "median_ms": statistics.median(case["ms"] for case in cases) if cases else None,
        "slowest_ms": max((case["ms"] for case in cases), default=None),
    }


def _fault(fault: str, cases: list[dict[str, Any]]) -> dict[str, Any]:
    """Precision and recall over recipients, paired within each report."""
    wanted = sum(case["fault"][0].count(fault) for case in cases)
    found = sum(case["fault"][1].count(fault) for case in cases)
    right = sum(min(case["fault"][0].count(fault), case["fault"][1].count(fault)) for case in cases)
    return {"precision": share(right, found), "recall": share(right, wanted), "labelled": wanted}
