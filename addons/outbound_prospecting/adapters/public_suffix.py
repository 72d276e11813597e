"""Registered domains by the Public Suffix List that ships inside `tldextract` (never fetched)."""

from __future__ import annotations

from functools import lru_cache

import tldextract

_extract = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


@lru_cache(maxsize=65536)
def registered_domain(host: str) -> str:
    """The domain a company registered: `shop.example.co.uk` -> `example.co.uk`; "" for addresses and bare suffixes."""
    return _extract(host).top_domain_under_public_suffix if host else ""
