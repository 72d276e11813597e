"""Questions to name servers: a plain answer, "there is none", or "nobody answered", never a guess."""

from __future__ import annotations

from collections.abc import Sequence

import dns.exception
import dns.nameserver
import dns.resolver

LIFETIME = 4.0  # seconds for all tries of one question
_ABSENT = (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer)


class Silence(Exception):
    """No name server answered: nothing is known, and asking again later may help."""


class NameServers:
    """Asks the machine's name servers, or those that it is given.

    :param servers: addresses as "192.0.2.1" or "127.0.0.1:5353"; none for the machine's own
    """

    def __init__(self, servers: Sequence[str] = (), lifetime: float = LIFETIME) -> None:
        self._servers = tuple(servers)
        self._lifetime = lifetime
        self._resolver: dns.resolver.Resolver | None = None

    def ask(self, name: str, kind: str) -> list[str]:
        """The records of a name as text, [] if there are none.

        :param kind: "MX", "TXT", "A", "AAAA"; an MX record is "10 mail.example.com." and "0 ." the null one
        :raises Silence: no server answered, or it said that it could not
        """
        try:
            answer = self._resolve().resolve(name, kind, lifetime=self._lifetime, search=False)
        except _ABSENT:
            return []
        except (dns.exception.DNSException, OSError) as error:
            raise Silence(f"{kind} of {name}: {type(error).__name__}") from error
        if kind == "TXT":
            return [b"".join(record.strings).decode("utf-8", "replace") for record in answer]
        return [record.to_text() for record in answer]

    def _resolve(self) -> dns.resolver.Resolver:
        if self._resolver is None:
            resolver = dns.resolver.Resolver(configure=not self._servers)
            if self._servers:
                resolver.nameservers = [_server(text) for text in self._servers]
            self._resolver = resolver
        return self._resolver


def _server(text: str) -> dns.nameserver.Nameserver:
    host, colon, port = text.rpartition(":")
    if colon and host and ":" not in host.strip("[]"):
        return dns.nameserver.Do53Nameserver(host, int(port))
    if text.startswith("[") and colon:
        return dns.nameserver.Do53Nameserver(host.strip("[]"), int(port))
    return dns.nameserver.Do53Nameserver(text.strip("[]"))
