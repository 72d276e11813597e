"""What a sender's domain must publish so that its mail is believed: SPF, DKIM, DMARC. Reading the records only.

Sources: RFC 7208 (SPF), RFC 6376 (DKIM), RFC 7489 (DMARC).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

SPF_LOOKUPS = 10  # RFC 7208 §4.6.4
_ASKING = re.compile(r"^[+?~-]?(include|a|mx|ptr|exists)(?=[:/]|$)|^redirect=", re.IGNORECASE)
_FOLLOWED = re.compile(r"^[+?~-]?include:(.+)|^redirect=(.+)", re.IGNORECASE)


@dataclass(frozen=True)
class Finding:
    """The result of one check.

    :param check: "spf", "dkim", "dmarc", "mx", "server" or "link"
    :param status: "ok", "warning" (works, could be better), "failed" or "unknown" (name servers did not answer)
    :param code: what was found, stable
    :param detail: the record, name or number that the words about it need
    """

    check: str
    status: str
    code: str
    detail: str = ""


def tags(record: str) -> dict[str, str]:
    """`"v=DMARC1; p=none"` -> `{"v": "DMARC1", "p": "none"}`."""
    pairs = (part.partition("=") for part in record.split(";") if "=" in part)
    return {name.strip().lower(): value.strip() for name, _equals, value in pairs}


def judge_spf(records: list[str], expected: str, lookups: Callable[[str], int]) -> Finding:
    """:param records: TXT records of the domain
    :param expected: a mechanism that must be there, such as "include:_spf.example.net"; "" when not known
    :param lookups: counts the DNS questions that a record costs
    """
    spf = [record for record in records if record.lower().split(" ")[0] == "v=spf1"]
    if not spf:
        return Finding("spf", "failed", "spf_missing")
    if len(spf) > 1:
        return Finding("spf", "failed", "spf_twice", str(len(spf)))
    terms = spf[0].lower().split()[1:]
    if any(term in ("all", "+all") for term in terms):
        return Finding("spf", "failed", "spf_open", spf[0])
    if expected and expected.lower() not in [term.lstrip("+") for term in terms]:
        return Finding("spf", "failed", "spf_without_server", expected)
    if (asked := lookups(spf[0])) > SPF_LOOKUPS:
        return Finding("spf", "failed", "spf_lookups", str(asked))
    closed = any(term in ("-all", "~all") or term.startswith("redirect=") for term in terms)
    return Finding("spf", "ok", "spf_ok", spf[0]) if closed else Finding("spf", "warning", "spf_no_end", spf[0])


def count_spf_lookups(record: str, fetch: Callable[[str], list[str]], limit: int = SPF_LOOKUPS * 2) -> int:
    """How many DNS questions a receiver needs for an SPF record, those of included records too.

    :param fetch: domain -> its TXT records
    :param limit: stop counting here (a record that includes itself has no end)
    """
    count = 0
    waiting = [record]
    while waiting and count < limit:
        for term in waiting.pop().split()[1:]:
            count += bool(_ASKING.match(term))
            if match := _FOLLOWED.match(term):
                name = match.group(1) or match.group(2)
                found = [] if "%" in name else fetch(name)  # macros depend on the mail
                waiting += [text for text in found if text.lower().startswith("v=spf1")][:1]
    return count


def judge_dkim(selector: str, records: list[str]) -> Finding:
    keys = [tags(record) for record in records if "p" in tags(record)]
    if not keys:
        return Finding("dkim", "failed", "dkim_missing", selector)
    if not keys[0]["p"]:
        return Finding("dkim", "failed", "dkim_revoked", selector)
    if "y" in keys[0].get("t", "").split(":"):
        return Finding("dkim", "warning", "dkim_testing", selector)
    return Finding("dkim", "ok", "dkim_ok", selector)


def judge_dmarc(records: list[str]) -> Finding:
    """:param records: TXT records of `_dmarc.<domain>`, else of `_dmarc.<registered domain>`"""
    policies = [tags(record) for record in records if record.lower().replace(" ", "").startswith("v=dmarc1")]
    if not policies:
        return Finding("dmarc", "failed", "dmarc_missing")
    policy = policies[0].get("p", "").lower()
    if len(policies) > 1 or policy not in ("none", "quarantine", "reject"):
        return Finding("dmarc", "failed", "dmarc_invalid", records[0])
    if policy == "none":
        return Finding("dmarc", "warning", "dmarc_none", "p=none")
    return Finding("dmarc", "ok", "dmarc_ok", f"p={policy}")
