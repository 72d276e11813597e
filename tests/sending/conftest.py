"""Proofs of the send contract: real worker processes, a real database, and a mail server that remembers everything.

database    a clone of the database with the addon, for one module of proofs
server      a mail server on loopback; `server.received` has every message that it said 250 to
seed        `seed(mails=100, ...)`: approved mails that are due, see `inside.seed`
work        `work(n, **orders)`: run n workers at a time until they end; their exit codes
outcome     `outcome()`: every mail as the database has it
"""

import json
import os
import socket
import subprocess
import sys
import threading
from collections import Counter
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1] / "scripts"), str(HERE)]
# Processes that run Odoo import `inside` too.
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(HERE), os.environ.get("PYTHONPATH")]))

from inside import MONDAY
from lib import databases, odoo


class Mailserver:
    """Accepts mail and keeps it. `answers` may hold a function (verb, address or message) -> reply or None."""

    def __init__(self):
        self.lock = threading.Lock()
        self.received = []
        self.answer = lambda verb, what: None

    async def handle_MAIL(self, server, session, envelope, address, options):
        envelope.mail_from = address
        return self.answer("mail", address) or "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        reply = self.answer("rcpt", address)
        if not reply:
            envelope.rcpt_tos.append(address)
        return reply or "250 OK"

    async def handle_DATA(self, server, session, envelope):
        reply = self.answer("data", envelope)
        if not reply or reply.startswith("250"):
            with self.lock:
                self.received.append((envelope.mail_from, tuple(envelope.rcpt_tos), envelope.content))
        return reply or "250 2.0.0 queued"

    @property
    def counts(self):
        """Deliveries by recipient and Message-ID."""
        return Counter(
            (recipient, message_from_bytes(content, policy=policy.default)["Message-ID"])
            for _sender, [recipient], content in self.received
        )


class Worker(subprocess.Popen):
    """A process of worker.py."""

    def wait_asleep(self):
        assert self.stdout.readline() == "asleep\n"

    def wake(self):
        self.stdin.write("\n")
        self.stdin.flush()


@pytest.fixture(scope="session")
def template():
    return databases.ensure_addon()


@pytest.fixture
def database(template):
    with databases.temporary_clone(template) as name:
        yield name


@pytest.fixture
def server():
    sink = Mailserver()
    with socket.create_server(("127.0.0.1", 0)) as probe:
        sink.port = probe.getsockname()[1]
    controller = Controller(sink, hostname="127.0.0.1", port=sink.port)
    controller.start()
    yield sink
    controller.stop()


@pytest.fixture
def inside(database):
    """`inside("function", **payload)`: run a function of inside.py in Odoo."""

    def inside(function, **payload):
        return odoo.call(database, f"inside:{function}", payload)

    return inside


@pytest.fixture
def seed(inside, server):
    return lambda **payload: inside("seed", port=server.port, **payload)


@pytest.fixture
def outcome(inside):
    return lambda: inside("outcome")


@pytest.fixture
def start(database):
    """Start a worker and return its process."""
    config = odoo.write_config(database)
    started = []

    def start(now=MONDAY, **orders):
        process = Worker(
            [sys.executable, str(HERE / "worker.py"), str(config), database],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=odoo.environment(),
        )
        process.stdin.write(json.dumps({"now": now.isoformat() if now else None, **orders}) + "\n")
        process.stdin.flush()
        started.append(process)
        return process

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
        with process:  # waits, and closes its pipes
            pass


@pytest.fixture
def work(start):
    def work(workers=1, **orders):
        processes = [start(**orders) for _ in range(workers)]
        return [process.wait(300) for process in processes]

    return work
