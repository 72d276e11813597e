"""Which addresses on the internet a request may reach.

Sources: RFC 6890 and the IANA special-purpose registries, RFC 6052 (NAT64), RFC 3056 (6to4), RFC 4380 (Teredo).
"""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import urlsplit

# Older Pythons call some of these global, so they are written down.
_CLOSED = [
    ip_network(text)
    for text in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16",
        "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
    )
]  # fmt: skip
_NAT64 = IPv6Network("64:ff9b::/96")  # an IPv4 address in its last 32 bits
_OPAQUE = re.compile(r"(?=[^/]*\d)(?=[^/]*[A-Za-z])[\w~+=.-]{16,}|[^/]{60,}")


def is_public(text: str) -> bool:
    """Whether an address is one of the open internet; False for what is no address at all.

    >>> is_public("93.184.216.34"), is_public("10.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("64:ff9b::a00:1")
    (True, False, False, False)
    """
    try:
        address = ip_address(text)
    except ValueError:
        return False
    if isinstance(address, IPv6Address):
        if address.scope_id:
            return False
        address = address.ipv4_mapped or _translated(address) or address
    return address.is_global and not any(address in net for net in _CLOSED if net.version == address.version)


def _translated(address: IPv6Address) -> IPv4Address | None:
    return IPv4Address(int(address) & 0xFFFFFFFF) if address in _NAT64 else None


def without_secrets(url: str) -> str:
    """A web address as a log may show it: no user, password, query, fragment or token-like part of the path.

    >>> without_secrets("https://user:pw@hooks.example.com/services/T0AB12CD34/xoxb-123456789abcdef?key=1")
    'https://hooks.example.com/services/T0AB12CD34/…?…'
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "…"
    path = "/".join("…" if _OPAQUE.fullmatch(part) else part for part in parts.path.split("/"))
    where = f"{host}:{port}" if port else host
    return f"{parts.scheme}://{where}{path[:120]}{'?…' if parts.query else ''}"
