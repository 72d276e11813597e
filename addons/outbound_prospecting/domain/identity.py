"""Who is who: the keys under which two spellings mean the same company."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit


def host_of(website: str | None) -> str:
    """Lower-case host name of a web address in any usual spelling, without port and `www.`; "" if there is none.

    >>> host_of("HTTPS://www.Example.com:8443/about?x=1")
    'example.com'
    >>> host_of("example.com/shop")
    'example.com'
    """
    text = (website or "").strip()
    if not text:
        return ""
    try:
        host = urlsplit(text if "://" in text else f"//{text}").hostname or ""
    except ValueError:  # e.g. an unbalanced "[" of an IPv6 literal
        return ""
    host = host.strip(".").lower()
    return host.removeprefix("www.") if "." in host else ""


def company_domain(
    website: str | None,
    email_domain: str | None,
    registered_domain: Callable[[str], str],
) -> str:
    """The registered domain that stands for a prospect's company, or "".

    :param website: web address in any spelling; it decides when it names a registered domain
    :param email_domain: domain of the e-mail address, "" or None for free mail providers
    :param registered_domain: host name -> registered domain, or "" (see `adapters.public_suffix`)
    """
    return registered_domain(host_of(website)) or registered_domain((email_domain or "").strip().lower())
