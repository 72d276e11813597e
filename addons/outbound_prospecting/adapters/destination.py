"""Where a request may go: the address is checked here, and `http` connects to the very address that was checked."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import quote, urlsplit

import idna

from ..domain.errors import Permanent, Refused, Retryable
from ..domain.web_address import is_public, without_secrets
from .dns import NameServers, Silence

PORTS = {"http": 80, "https": 443}
LONGEST_URL = 2000  # characters
Resolver = Callable[[str], list[str]]
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f\\]")
_NUMBER = re.compile(r"\d+|0[xX][0-9a-fA-F]*")
_KEPT = "/%:@!$&'()*+,;=~-._?"


@dataclass(frozen=True)
class Guard:
    """What is allowed beyond http and https on their usual ports at public addresses: nothing, unless named.

    :param allowed: (address, port) pairs that may be reached although they are not public, for tests and the demo,
        such as `("127.0.0.1", 8080)`
    """

    allowed: frozenset[tuple[str, int]] = frozenset()

    def permits_port(self, scheme: str, port: int) -> bool:
        return port == PORTS[scheme] or any(port == known for _address, known in self.allowed)

    def permits(self, address: str, scheme: str, port: int) -> bool:
        return (address, port) in self.allowed or (port == PORTS[scheme] and is_public(address))


@dataclass(frozen=True)
class Destination:
    """A checked place to connect to.

    :param url: the address in one spelling, without fragment
    :param host: ASCII name (or literal address without brackets) for SNI, certificate and `Host`
    :param target: path and query of the request line
    :param address: the IP address to connect to
    """

    url: str
    scheme: str
    host: str
    port: int
    target: str
    address: str

    @property
    def authority(self) -> str:
        """Value of the `Host` header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def name_servers(servers: NameServers | None = None) -> Resolver:
    """A resolver that asks name servers within a limited time, and knows no hosts file."""
    asked = servers or NameServers()

    def resolve(host: str) -> list[str]:
        return [*asked.ask(host, "A"), *asked.ask(host, "AAAA")]

    return resolve


def locate(url: str, guard: Guard, resolve: Resolver) -> Destination:
    """The one place where it is decided whether a web address may be asked.

    Names are resolved once. One address that is not public refuses the whole name: mixed answers are an attack.

    :raises Refused: the address is not one that we ask
    :raises Permanent: the name does not exist
    :raises Retryable: no name server answered
    """
    if len(url) > LONGEST_URL or _FORBIDDEN.search(url):
        raise Refused("bad_url", f"{without_secrets(url[:200])}: not a web address")
    try:
        parts = urlsplit(url)
        scheme, name, port = parts.scheme.lower(), parts.hostname or "", parts.port
    except ValueError:
        raise Refused("bad_url", "not a web address")
    shown = without_secrets(url)
    if scheme not in PORTS:
        raise Refused("scheme", f"{shown}: only http and https are asked")
    if "@" in parts.netloc:
        raise Refused("user_in_url", f"{shown}: a user name in the address")
    port = PORTS[scheme] if port is None else port
    if not guard.permits_port(scheme, port):
        raise Refused("port", f"{shown}: port {port}")
    host, literal = _host(name, shown)
    addresses = [host] if literal else _resolve(host, resolve)
    if not all(guard.permits(address, scheme, port) for address in addresses):
        raise Refused("private_address", f"{shown}: leads to an address that is not public")
    target = quote(parts.path or "/", safe=_KEPT) + (f"?{quote(parts.query, safe=_KEPT)}" if parts.query else "")
    found = Destination("", scheme, host, port, target, addresses[0])
    return Destination(f"{scheme}://{found.authority}{target}", scheme, host, port, target, addresses[0])


def _host(name: str, shown: str) -> tuple[str, bool]:
    """ASCII spelling of a host, and whether it is a literal address. Numbers in disguise are refused."""
    if ":" in name:
        try:
            return str(IPv6Address(name)), True
        except AddressValueError:
            raise Refused("bad_host", f"{shown}: not a host name")
    try:
        host = idna.encode(name, uts46=True, std3_rules=True).decode("ascii").lower().removesuffix(".")
    except (idna.IDNAError, UnicodeError):
        raise Refused("bad_host", f"{shown}: not a host name")
    if _NUMBER.fullmatch(host.rpartition(".")[2]):
        try:
            return str(IPv4Address(host)), True  # knows no octal, hexadecimal or short form
        except AddressValueError:
            raise Refused("bad_host", f"{shown}: a number in place of a name")
    if "." not in host and host != "localhost":
        raise Refused("bad_host", f"{shown}: not a full host name")
    return host, False


def _resolve(host: str, resolve: Resolver) -> list[str]:
    try:
        addresses = resolve(host)
    except (Silence, OSError) as error:
        raise Retryable("dns", f"{host}: no name server answered") from error
    if not addresses:
        raise Permanent("no_such_host", f"{host}: no such host")
    return addresses
