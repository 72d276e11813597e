"""Registered domains by the Public Suffix List that ships inside `tldextract` (never fetched)."""

from __future__ import annotations

from functools import lru_cache

import tldextract

# Hosting sites count as suffixes, so that two customers of one site builder are two companies.
_extract = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)
# Names that never exist on the internet (RFC 2606, RFC 6761): demonstrations and tests live there.
_RESERVED = frozenset({"example", "test", "invalid"})


@lru_cache(maxsize=65536)
def registered_domain(host: str) -> str:
    """The domain a company registered: `shop.acme.co.uk` -> `acme.co.uk`; "" for addresses and bare suffixes."""
    labels = host.split(".")
    if labels[-1] in _RESERVED:
        return ".".join(labels[-2:]) if len(labels) > 1 else ""
    return _extract(host).top_domain_under_public_suffix if host else ""
