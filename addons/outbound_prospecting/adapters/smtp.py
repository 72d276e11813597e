"""Handing one message to a mail server, with an answer that says what is certain.

Python's `smtplib.sendmail` tells a refusal from a lost connection, but not whether a connection was lost before or
after the message was handed over. At-most-once sending needs exactly that, so the dialogue is spoken here step by
step on a session that somebody else opened.
"""

from __future__ import annotations

import re
import smtplib
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

_LINE_END = re.compile(rb"\r\n|\r|\n")
_LEADING_DOT = re.compile(rb"(?m)^\.")


class Certainty(str, Enum):
    """What is known after a delivery attempt."""

    ACCEPTED = "accepted"  # the server took responsibility
    DEFERRED = "deferred"  # certainly not taken; another attempt is safe
    REFUSED = "refused"  # certainly not taken; another attempt is pointless
    UNKNOWN = "unknown"  # the message was handed over and no answer came


@dataclass(frozen=True)
class Outcome:
    """The answer to one delivery attempt.

    :ivar step: how far the dialogue came: connect, mail, rcpt, data, or body
    :ivar code: reply code of the server, None when it did not answer
    :ivar text: its words, for people
    """

    certainty: Certainty
    step: str
    code: int | None = None
    text: str = ""


def deliver(session: smtplib.SMTP, sender: str, recipient: str, message: bytes) -> Outcome:
    """Speak MAIL, RCPT and DATA for one message to one recipient.

    Only what happens once the body is on its way is uncertain: before it nothing was handed over, and a refusal is a
    refusal at any step (RFC 5321, 4.2.5 and 6.1).

    :param session: a session that has said EHLO and logged in
    :param sender: envelope sender, plain ASCII address
    :param message: the serialised message; any line ends
    """
    dialogue: dict[str, Callable[[], tuple[int, bytes]]] = {
        "mail": lambda: session.mail(sender, _mail_options(session, message)),
        "rcpt": lambda: session.rcpt(recipient),
        "data": lambda: session.docmd("DATA"),
    }
    step = "mail"
    try:
        for step, command in dialogue.items():
            code, reply = command()
            if code not in ((354,) if step == "data" else (250, 251, 252)):
                _reset(session)
                return Outcome(_refusal(code), step, code, _readable(reply))
        step = "body"
        session.send(_wire_format(message))
        code, reply = session.getreply()
    except (smtplib.SMTPException, OSError) as error:
        session.close()
        certainty = Certainty.UNKNOWN if step == "body" else Certainty.DEFERRED
        return Outcome(certainty, step, None, str(error) or type(error).__name__)
    if code == 250:
        return Outcome(Certainty.ACCEPTED, step, code, _readable(reply))
    _reset(session)
    return Outcome(_refusal(code), step, code, _readable(reply))


class Sessions:
    """Open SMTP sessions of one run, one for each key, opened again when lost.

    :param connect: key -> session that has said EHLO and logged in; may raise what `smtplib` and sockets raise
    """

    def __init__(self, connect: Callable[[int], smtplib.SMTP]) -> None:
        self._connect = connect
        self._open: dict[int, smtplib.SMTP] = {}

    def get(self, key: int) -> smtplib.SMTP:
        session = self._open.get(key)
        if session is None or not _is_alive(session):
            session = self._open[key] = self._connect(key)
        return session

    def close(self) -> None:
        """Say goodbye on all sessions; never raises."""
        for session in self._open.values():
            try:
                session.quit()
            except (smtplib.SMTPException, OSError):
                session.close()
        self._open.clear()


def _mail_options(session: smtplib.SMTP, message: bytes) -> list[str]:
    """What the server wants to know beforehand: a message that is too large is refused before it is handed over."""
    options = []
    if session.has_extn("size"):
        options.append(f"SIZE={len(message)}")
    if session.has_extn("8bitmime") and not message.isascii():
        options.append("BODY=8BITMIME")
    return options


def _is_alive(session: smtplib.SMTP) -> bool:
    try:
        return bool(session.sock) and session.noop()[0] == 250
    except (smtplib.SMTPException, OSError):
        return False


def _refusal(code: int) -> Certainty:
    return Certainty.DEFERRED if 400 <= code < 500 else Certainty.REFUSED


def _reset(session: smtplib.SMTP) -> None:
    try:
        session.rset()
    except (smtplib.SMTPException, OSError):
        session.close()


def _readable(reply: bytes | str) -> str:
    return reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply


def _wire_format(message: bytes) -> bytes:
    """CRLF line ends, dots doubled at line starts, and the final dot."""
    body = _LEADING_DOT.sub(b"..", _LINE_END.sub(b"\r\n", message))
    return body + (b"" if body.endswith(b"\r\n") else b"\r\n") + b".\r\n"
