"""Is an e-mail address one that mail can reach? By its form and by what its domain publishes.

Never by talking to its mail server: that tells little, and costs the asker its good name.
"""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from email_validator import EmailNotValidError, validate_email

from .dns import Silence

WORKERS = 8


class Dns(Protocol):
    def ask(self, name: str, kind: str) -> list[str]: ...


@dataclass(frozen=True)
class Verdict:
    """What is known of an address.

    :param status: "valid", "invalid" or "unknown" (name servers did not answer)
    :param reason: "" when valid, else "syntax", "no_mail" (the domain takes none) or "silence"
    :param domain: the domain as name servers know it, "" when the form is wrong
    :param detail: for "syntax", what is wrong with the form, in English
    """

    status: str
    reason: str = ""
    domain: str = ""
    detail: str = ""


@lru_cache(maxsize=10_000)  # asked at enrolment, drafting and sending; a form does not change
def check_form(address: str) -> Verdict:
    """The verdict as far as the form tells: "invalid", or "unknown" with the domain to ask about."""
    try:
        # Reserved names such as .test are left to the name servers.
        valid = validate_email(address, check_deliverability=False, allow_smtputf8=False, test_environment=True)
    except EmailNotValidError as error:
        return Verdict("invalid", "syntax", detail=str(error))
    return Verdict("unknown", "silence", valid.ascii_domain.lower())


def takes_mail(domain: str, dns: Dns) -> bool:
    """Whether a domain takes mail (RFC 5321 §5.1, RFC 7505): by an exchanger other than the null one, else an address.

    :raises Silence: the name servers did not answer
    """
    exchangers = dns.ask(domain, "MX")
    if exchangers:
        return any(record.split()[-1] != "." for record in exchangers)
    return bool(dns.ask(domain, "A") or dns.ask(domain, "AAAA"))


def check_domains(domains: Iterable[str], dns: Dns) -> dict[str, bool | None]:
    """Whether each domain takes mail, None where nobody answered; several are asked at a time."""
    names = sorted(set(domains))

    def check(name: str) -> bool | None:
        try:
            return takes_mail(name, dns)
        except Silence:
            return None

    with ThreadPoolExecutor(max_workers=WORKERS) as pool:
        return dict(zip(names, pool.map(check, names), strict=True))
