"""A message as it goes over the wire."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import EmailPolicy

# Identifiers and URLs: folding them at 78 characters makes Python encode them (RFC 2047), and then no program that
# reads them finds the URL or the Message-ID again. RFC 5322 allows lines of 998 characters.
WHOLE = {"message-id", "in-reply-to", "references", "list-unsubscribe", "list-unsubscribe-post"}


class _WirePolicy(EmailPolicy):
    """Folds and encodes as usual, except headers that only make sense in one piece."""

    def fold_binary(self, name: str, value: str) -> bytes:
        if name.lower() in WHOLE:
            return f"{name}: {value}".encode("ascii", "replace") + self.linesep.encode()
        return bytes(super().fold_binary(name, value))


_POLICY = _WirePolicy(linesep="\r\n")


def serialise(message: EmailMessage) -> bytes:
    """The bytes of a message; what is no ASCII in bodies stays 8 bit (RFC 6152)."""
    return message.as_bytes(policy=_POLICY)


def one_line(text: str | None) -> str:
    """A value that cannot end a header and begin another: no line breaks or control characters."""
    return " ".join("".join(char if char.isprintable() else " " for char in text or "").split())
