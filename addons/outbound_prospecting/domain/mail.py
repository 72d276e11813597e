"""Raw mail -> what it says: headers of interest and decoded texts. Never raises, however broken the mail is.

Line endings (CR, LF, CRLF) are made one before anything is read, so that they never change a result. Attachments are
not read: of a long run of base64 only the beginning is kept, and of each text its first `TEXT_LIMIT` characters.
"""

from __future__ import annotations

import html as markup
import re
from dataclasses import dataclass
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from email.utils import getaddresses

from .html_text import html_to_text
from .mail_text import decode_text, unflow, unify_lines, unify_text

RAW_LIMIT = 2_000_000  # bytes that are parsed
TEXT_LIMIT = 300_000  # characters that are kept of each part
HEADER_LIMIT = 20_000  # characters that are kept of each header
_DEPTH = 60  # parts inside parts

_LONG_BASE64 = re.compile(rb"((?:^[A-Za-z0-9+/=]{40,}\n){4000})(?:[A-Za-z0-9+/=]{40,}\n)+", re.MULTILINE)
_BEFORE_HEADERS = re.compile(rb"\A\s*(?:>?From [^\n]*\n)*")
_BOUNDARY = re.compile(rb'^--([^\n"]{1,200}?)[ \t]*\n(?=content-)', re.IGNORECASE | re.MULTILINE)
_MESSAGE_ID = re.compile(r"<[^<>\s]{1,990}>")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Part:
    """A text inside the mail.

    :param kind: content type in lower case; "message/rfc822" for the head of a mail inside the mail
    :param embedded: it belongs to a mail inside the mail
    :param attached: the sender meant it as a file
    """

    kind: str
    text: str
    embedded: bool = False
    attached: bool = False


@dataclass(frozen=True)
class Mail:
    """A mail as read. Texts are "" and tuples empty where the mail has nothing.

    :param message_id: with its angle brackets, as are `in_reply_to` and `references` (oldest first)
    :param sender: address of From in lower case
    :param sender_name: its display name
    :param to: addresses in lower case, as are `cc` and `reply_to`
    :param date: header as written
    :param text: body as plain text; made from `html` where the mail has no other
    :param headers: every header of the mail itself, (name in lower case, decoded value), in order
    :param kind: content type of the whole, in lower case
    :param report_type: what a multipart/report reports, in lower case (RFC 6522)
    :param parts: all texts in the mail, those of embedded mails included, in order
    """

    message_id: str = ""
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    sender: str = ""
    sender_name: str = ""
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    reply_to: tuple[str, ...] = ()
    subject: str = ""
    date: str = ""
    text: str = ""
    html: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    kind: str = "text/plain"
    report_type: str = ""
    parts: tuple[Part, ...] = ()

    def header(self, name: str) -> str:
        """First value of a header, "" when there is none."""
        return next((value for key, value in self.headers if key == name.lower()), "")


def read_mail(raw: bytes) -> Mail:
    """Read a mail as it came over the wire or out of a file."""
    raw = unify_lines(raw)
    if len(raw) > RAW_LIMIT // 6:
        raw = _LONG_BASE64.sub(rb"\1", raw)
    message = _parse(_BEFORE_HEADERS.sub(b"", raw[:RAW_LIMIT], count=1))
    headers = tuple((name.lower(), decode_words(value)) for name, value in message.raw_items())
    first = dict(reversed(headers))
    text, html = _body(message, 0)
    senders = getaddresses([first.get("from", "")])
    return Mail(
        message_id=next(iter(message_ids(first.get("message-id", ""))), ""),
        in_reply_to=message_ids(first.get("in-reply-to", "")),
        references=message_ids(first.get("references", "")),
        sender=next((address.lower() for _name, address in senders if "@" in address), ""),
        sender_name=next((name for name, _address in senders), ""),
        to=_addresses(headers, "to"),
        cc=_addresses(headers, "cc"),
        reply_to=_addresses(headers, "reply-to"),
        subject=first.get("subject", ""),
        date=first.get("date", ""),
        text=text,
        html=html,
        headers=headers,
        kind=_kind(message),
        report_type=_parameter(message, "report-type"),
        parts=tuple(_parts(message)),
    )


def message_ids(text: str) -> tuple[str, ...]:
    """Message-IDs in a header, in order, each once.

    >>> message_ids("<a@x> (was: b) <a@x> <c@x>")
    ('<a@x>', '<c@x>')
    """
    return tuple(dict.fromkeys(_MESSAGE_ID.findall(text)))


def decode_words(value: object) -> str:
    """A header as people read it: encoded words (RFC 2047) and stray bytes decoded, folding undone."""
    text = str(value)[:HEADER_LIMIT]
    raw = text.encode("utf-8", "surrogateescape")
    text = text if raw.isascii() else decode_text(raw, "utf-8")
    if "=?" in text:
        try:
            pieces: list[tuple[str | bytes, str | None]] = decode_header(text)
        except (MessageError, ValueError):  # words that only look encoded stay as they are
            pieces = [(text, None)]
        text = "".join(
            piece if isinstance(piece, str) else decode_text(piece, charset or "utf-8") for piece, charset in pieces
        )
    return _SPACES.sub(" ", unify_text(text)).strip()


def _parse(raw: bytes) -> Message:
    parser = BytesParser(policy=compat32)
    try:
        message = parser.parsebytes(raw)
        if message.get_content_maintype() == "multipart" and not message.is_multipart():
            # The boundary is not the one that the head announces: take the one that is there.
            _, _, rest = raw.partition(b"\n\n")
            boundary = _BOUNDARY.search(rest)
            if boundary:
                head = b'Content-Type: multipart/mixed; boundary="%s"\n\n' % boundary[1]
                found: list[Message | str] = [*_children(parser.parsebytes(head + rest))]
                if found:
                    message.set_payload(found)
        return message
    except RecursionError:  # parts inside parts without end: read the head, and the rest as one text
        return parser.parsebytes(raw, headersonly=True)


def _body(part: Message, depth: int) -> tuple[str, str]:
    """Plain text and HTML of what a person reads on opening the mail."""
    kind = _kind(part)
    if not part.is_multipart():
        if not kind.startswith(("text/", "multipart/")) or kind == "text/rfc822-headers" or _is_attached(part):
            return "", ""
        text = _decoded(part)
        return (html_to_text(text), text) if kind == "text/html" else (text, "")
    if kind.startswith("message/") or depth > _DEPTH:
        return "", ""
    inner = [(_kind(child), *_body(child, depth + 1)) for child in _children(part)]
    if kind == "multipart/alternative":
        plain = [text for kind, text, html in inner if text.strip() and not html]
        texts = plain[:1] or [text for _kind, text, _html in inner if text.strip()][:1]
        return "".join(texts), "".join([html for _kind, _text, html in inner if html][-1:])
    rich = any(html for _kind, _text, html in inner)
    html = "\n".join(html or f"<pre>{markup.escape(text)}</pre>" for _kind, text, html in inner if text) if rich else ""
    return "\n".join(text for _kind, text, _html in inner if text), html


def _parts(message: Message) -> list[Part]:
    """Texts from first to last."""
    found: list[Part] = []
    stack = [(message, 0, False)]
    while stack:
        part, depth, embedded = stack.pop()
        kind = _kind(part)
        children = _children(part)
        if not part.is_multipart():
            if kind.startswith(("text/", "message/", "multipart/")):
                found.append(Part(kind, _decoded(part), embedded, _is_attached(part)))
        elif kind.startswith("message/") and kind not in ("message/rfc822", "message/global"):
            found.append(Part(kind, "\n\n".join(_head(block) + "\n" + _decoded(block) for block in children), embedded))
        elif kind.startswith("message/"):
            found += [Part("message/rfc822", _head(inner), embedded) for inner in children]
            stack += [(inner, depth + 1, True) for inner in reversed(children) if depth < _DEPTH]
        else:
            stack += [(inner, depth + 1, embedded) for inner in reversed(children) if depth < _DEPTH]
    return found


def _children(part: Message) -> list[Message]:
    content = part.get_payload() if part.is_multipart() else ()  # of a leaf this would decode, and may raise
    return [child for child in content if isinstance(child, Message)] if isinstance(content, list) else []


def _head(message: Message) -> str:
    """The headers as lines, folding undone."""
    return "\n".join(f"{name}: {decode_words(value)}" for name, value in message.raw_items())[:TEXT_LIMIT]


def _decoded(part: Message) -> str:
    """Text of a leaf."""
    if part.is_multipart():
        return ""
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return ""
    text = unify_text(decode_text(raw, _parameter(part, "charset") or "utf-8"))[:TEXT_LIMIT]
    if _parameter(part, "format") == "flowed":
        text = unflow(text, delete_space=_parameter(part, "delsp") == "yes")
    return text


def _kind(part: Message) -> str:
    return part.get_content_type().lower()


def _parameter(part: Message, name: str) -> str:
    """A parameter of Content-Type in lower case."""
    try:
        value = part.get_param(name, "")
    except (ValueError, LookupError, TypeError):  # an encoded parameter (RFC 2231) that is cut
        return ""
    return (value[2] if isinstance(value, tuple) else str(value or "")).strip().lower()


def _is_attached(part: Message) -> bool:
    return str(part.get("content-disposition", "")).strip().lower().startswith("attachment")


def _addresses(headers: tuple[tuple[str, str], ...], name: str) -> tuple[str, ...]:
    found = getaddresses([value for key, value in headers if key == name])
    return tuple(dict.fromkeys(address.lower() for _name, address in found if "@" in address))
