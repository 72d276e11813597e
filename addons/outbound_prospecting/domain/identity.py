"""Who is who: the keys under which two spellings mean the same company or person."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from urllib.parse import urlsplit

# Sites on which many companies have a page: such an address says nothing about whose company it is.
SHARED_SITES = frozenset(
    {
        "facebook.com", "fb.com", "instagram.com", "linkedin.com", "twitter.com", "x.com", "youtube.com",
        "tiktok.com", "pinterest.com", "google.com", "goo.gl", "bit.ly", "linktr.ee", "yelp.com",
        "crunchbase.com", "etsy.com", "amazon.com", "ebay.com", "xing.com",
    }
)  # fmt: skip
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_HOST = re.compile(r"(?!-)[\w-]{1,63}(?<!-)(\.(?!-)[\w-]{1,63}(?<!-))+")
LEGAL_FORMS = frozenset(
    {
        "ab", "ag", "as", "bv", "co", "company", "corp", "corporation", "gmbh", "inc", "incorporated", "kg",
        "limited", "llc", "llp", "lp", "ltd", "nv", "oy", "plc", "pllc", "pty", "sa", "sarl", "sas", "spa",
        "srl",
    }
)  # fmt: skip


def host_of(website: str | None) -> str:
    """Lower-case host name of a web address in any usual spelling, without port and `www.`; "" if there is none.

    >>> host_of("HTTPS://www.Example.com:8443/about?x=1")
    'example.com'
    >>> host_of("example.com/shop")
    'example.com'
    >>> host_of("acme, inc")
    ''
    """
    text = (website or "").strip()
    if not text:
        return ""
    try:
        host = urlsplit(text if _SCHEME.match(text) else f"//{text}").hostname or ""
    except ValueError:  # e.g. an unbalanced "[" of an IPv6 literal
        return ""
    host = host.strip(".").lower().removeprefix("www.")
    if not _HOST.fullmatch(host) or "_" in host:
        return ""
    return _without_punycode(host)


def _without_punycode(host: str) -> str:
    """`xn--mnchen-3ya.de` -> `münchen.de`: one spelling for both ways to write an international name."""
    if "xn--" not in host:
        return host
    try:
        return host.encode("ascii").decode("idna")
    except UnicodeError:
        return host


def own_domain(host: str, registered_domain: Callable[[str], str]) -> str:
    """The domain that a company registered for itself, or "" for shared sites and what is no domain."""
    domain = registered_domain(host)
    return "" if domain in SHARED_SITES else domain


def company_domain(
    website: str | None,
    email_domain: str | None,
    registered_domain: Callable[[str], str],
) -> str:
    """The registered domain that stands for a prospect's company, or "".

    :param website: web address in any spelling; it decides when it names a company's own domain
    :param email_domain: domain of the e-mail address, "" or None for free mail providers
    :param registered_domain: host name -> registered domain, or "" (see `adapters.public_suffix`)
    """
    return own_domain(host_of(website), registered_domain) or own_domain(
        (email_domain or "").strip().lower(), registered_domain
    )


def plain_key(text: str | None) -> str:
    """Letters and digits of a text without case, accents and punctuation, words separated by one space.

    >>> plain_key("  Café — No. 1_Años ")
    'cafe no 1 anos'
    """
    letters = unicodedata.normalize("NFKD", (text or "").casefold())
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", kept))


def company_key(name: str | None) -> str:
    """Key of a company's name without its legal form; the plain name if nothing else is left of it.

    >>> company_key("The Acme & Söhne Co., Ltd.")
    'the acme sohne'
    """
    plain = plain_key(name)
    words = plain.split()
    while words and words[-1] in LEGAL_FORMS:
        words.pop()
    return " ".join(words) or plain
