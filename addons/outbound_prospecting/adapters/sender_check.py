"""Ask name servers what a sender's domain publishes, and judge it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from ..domain.sender_domain import Finding, count_spf_lookups, judge_dkim, judge_dmarc, judge_spf
from .dns import Silence
from .public_suffix import registered_domain
from .verify_address import Dns, takes_mail

# Names that mail services usually give their keys; tried when a mailbox names none.
USUAL_SELECTORS = (
    "google",
    "selector1",
    "selector2",
    "default",
    "dkim",
    "mail",
    "k1",
    "k2",
    "s1",
    "s2",
    "odoo",
    "smtp",
)


def check_sender(domain: str, dns: Dns, *, selector: str = "", expected_spf: str = "") -> list[Finding]:
    """Findings on SPF, DKIM, DMARC and on where replies go, in this order.

    :param domain: the domain of the sender's address
    :param selector: name of its DKIM key; "" tries the usual ones
    :param expected_spf: a mechanism that its SPF record must hold
    """
    return [
        _asked("spf", partial(_spf, domain, dns, expected_spf)),
        _asked("dkim", partial(_dkim, domain, dns, [selector] if selector else USUAL_SELECTORS)),
        _asked("dmarc", partial(_dmarc, domain, dns)),
        _asked("mx", partial(_replies, domain, dns)),
    ]


def _asked(check: str, question: Callable[[], Finding]) -> Finding:
    try:
        return question()
    except Silence:
        return Finding(check, "unknown", "silence")


def _spf(domain: str, dns: Dns, expected: str) -> Finding:
    def fetch(name: str) -> list[str]:
        return dns.ask(name, "TXT")

    return judge_spf(fetch(domain), expected, lambda record: count_spf_lookups(record, fetch))


def _dkim(domain: str, dns: Dns, selectors: Iterable[str]) -> Finding:
    findings = []
    for selector in selectors:
        findings.append(judge_dkim(selector, dns.ask(f"{selector}._domainkey.{domain}", "TXT")))
        if findings[-1].status == "ok":
            return findings[-1]
    known = [finding for finding in findings if finding.code != "dkim_missing"]
    if known:
        return known[0]
    return findings[0] if len(findings) == 1 else Finding("dkim", "failed", "dkim_unknown_selector")


def _dmarc(domain: str, dns: Dns) -> Finding:
    records = dns.ask(f"_dmarc.{domain}", "TXT")
    organisation = registered_domain(domain)
    if not records and organisation and organisation != domain:
        records = dns.ask(f"_dmarc.{organisation}", "TXT")
    return judge_dmarc(records)


def _replies(domain: str, dns: Dns) -> Finding:
    takes = takes_mail(domain, dns)
    return Finding("mx", "ok", "mx_ok") if takes else Finding("mx", "failed", "mx_missing", domain)
