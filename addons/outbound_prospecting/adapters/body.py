"""The body of an answer: taken in pieces and unpacked piece by piece, so that a bomb is noticed before it is big."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..domain.errors import Permanent, Retryable

CHUNK = 65_536  # bytes
_WINDOWS = {"gzip": 16 + zlib.MAX_WBITS, "x-gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}


@dataclass(frozen=True)
class Limits:
    """Bounds of one request, redirects included.

    :param seconds: from the first question to the last byte
    :param wire: bytes of a body as they travel
    :param body: bytes of a body after decompression
    :param redirects: how many are followed
    :param cut: a body that is too long is cut at `body` instead of refused
    """

    seconds: float = 20.0
    wire: int = 3_000_000
    body: int = 6_000_000
    redirects: int = 5
    cut: bool = False


def read_body(read: Callable[[int], bytes], headers: Mapping[str, str], bounds: Limits, shown: str) -> bytes:
    """The body within bounds on the wire and after decompression.

    :param read: gives at most so many bytes, b"" at the end
    :param headers: names in lower case
    :param shown: the address, without secrets
    :raises Permanent: "too_large", "encoding"
    :raises Retryable: "lost", when it ended early
    """
    coding = headers.get("content-encoding", "").strip().lower()
    if coding not in ("", "identity") and coding not in _WINDOWS:
        raise Permanent("encoding", f"{shown}: encoded as {coding[:40]}")
    told = headers.get("content-length", "")
    length = int(told) if told.isdecimal() and "chunked" not in headers.get("transfer-encoding", "").lower() else None
    if length is not None and length > bounds.wire and not bounds.cut:
        raise Permanent("too_large", f"{shown}: {length} bytes")
    unpack = _Unpack(coding)
    parts: list[bytes] = []
    wire = size = 0
    while chunk := read(CHUNK):
        wire += len(chunk)
        piece = unpack.feed(chunk, bounds.body - size + 1)
        parts.append(piece)
        size += len(piece)
        if size > bounds.body or wire > bounds.wire:
            if bounds.cut:
                return b"".join(parts)[: bounds.body]
            raise Permanent("too_large", f"{shown}: more than {min(bounds.wire, bounds.body)} bytes")
    if length is not None and wire < length:
        raise Retryable("lost", f"{shown}: the connection was lost after {wire} of {length} bytes")
    return b"".join(parts)


class _Unpack:
    """Decompresses as much as is asked for, never more."""

    def __init__(self, coding: str) -> None:
        self._coding = coding
        self._packed = coding in _WINDOWS
        self._machine = zlib.decompressobj(_WINDOWS.get(coding, zlib.MAX_WBITS))
        self._begun = False

    def feed(self, data: bytes, most: int) -> bytes:
        """:raises ValueError: it is not what the header says"""
        if not self._packed:
            return data
        if most <= 0:
            return b""
        try:
            return self._machine.decompress(data, most)
        except zlib.error as error:
            if self._coding != "deflate" or self._begun:
                raise ValueError("broken compression") from error
            self._machine = zlib.decompressobj(-zlib.MAX_WBITS)  # many servers send deflate without its header
            return self._machine.decompress(data, most)
        finally:
            self._begun = True
