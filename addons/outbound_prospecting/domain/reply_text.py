"""The words of a reply, without the mail it answers and without its signature."""

from __future__ import annotations

from dataclasses import dataclass

from .mail import Mail


@dataclass(frozen=True)
class ReplyText:
    """A reply in three pieces.

    :param text: what the person wrote; never empty when the mail has any text
    :param quoted: the mails it answers or forwards
    :param signature: name block, legal notice, "Sent from my phone"
    """

    text: str
    quoted: str = ""
    signature: str = ""


def strip_reply(mail: Mail) -> ReplyText:
    """Take a reply apart."""
    return strip_text(mail.text)


def strip_text(text: str) -> ReplyText:
    """Take the plain text of a reply apart."""
    return ReplyText(text.strip())
