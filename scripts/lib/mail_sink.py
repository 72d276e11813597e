"""A mail server on this machine that keeps what prospects get, with the simulated time of arrival."""

from __future__ import annotations

import contextlib
import logging
import socket
import threading
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes, policy


class Inbox:
    """What arrived. `now` is the simulated time, set by whoever moves the clock."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.mails: list[tuple[datetime | None, bytes]] = []
        self.now: datetime | None = None

    async def handle_DATA(self, server, session, envelope) -> str:
        if b"\nList-Unsubscribe:" in envelope.content:  # else one of Odoo's own to our users
            with self.lock:
                self.mails.append((self.now, envelope.content))
        return "250 2.0.0 kept"

    def count_duplicates(self) -> int:
        """How many mails came more often than once, by Message-ID."""
        parsed = (message_from_bytes(content, policy=policy.default) for _when, content in self.mails)
        counts = Counter(message["Message-ID"] for message in parsed)
        return sum(count - 1 for count in counts.values())


@contextlib.contextmanager
def mail_server() -> Iterator[tuple[Inbox, int]]:
    """A real SMTP server on a free port of this machine."""
    from aiosmtpd.controller import Controller

    logging.getLogger("mail.log").setLevel(logging.WARNING)  # every command of every session, otherwise
    inbox = Inbox()
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    controller = Controller(inbox, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield inbox, port
    finally:
        controller.stop()
