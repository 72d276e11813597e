"""The delivery dialogue against real servers on loopback that misbehave at each step."""

import smtplib
import socket
import threading

import pytest
from aiosmtpd.controller import Controller
from outbound_prospecting.adapters.smtp import Certainty, Sessions, deliver

MESSAGE = b"Subject: hello\n\n.a line that begins with a dot\nlast line"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


class Sink:
    """Collects what it accepts; answers as told."""

    def __init__(self, **answers):
        self.answers = answers
        self.received = []

    async def handle_MAIL(self, server, session, envelope, address, options):
        envelope.mail_from = address
        return self.answers.get("mail", "250 OK")

    async def handle_RCPT(self, server, session, envelope, address, options):
        if "rcpt" in self.answers:
            return self.answers["rcpt"]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if "data" in self.answers:
            return self.answers["data"]
        self.received.append((envelope.mail_from, envelope.rcpt_tos, envelope.content))
        return "250 2.0.0 queued"


@pytest.fixture
def attempt():
    """Deliver MESSAGE to a server with these answers -> (outcome, sink)."""
    controllers = []

    def run(**answers):
        sink = Sink(**answers)
        controller = Controller(sink, hostname="127.0.0.1", port=free_port())
        controller.start()
        controllers.append(controller)
        with smtplib.SMTP("127.0.0.1", controller.port) as session:
            session.ehlo()
            outcome = deliver(session, "rep@sender.example", "mia@prospect.example", MESSAGE)
        return outcome, sink

    yield run
    for controller in controllers:
        controller.stop()


def test_accepted_message_arrives_unchanged(attempt):
    outcome, sink = attempt()
    assert (outcome.certainty, outcome.code) == (Certainty.ACCEPTED, 250)
    [(sender, recipients, content)] = sink.received
    assert (sender, recipients) == ("rep@sender.example", ["mia@prospect.example"])
    assert content == b"Subject: hello\r\n\r\n.a line that begins with a dot\r\nlast line\r\n"


@pytest.mark.parametrize("step", ["mail", "rcpt", "data"])
@pytest.mark.parametrize(("answer", "certainty"), [("451 later", Certainty.DEFERRED), ("550 no", Certainty.REFUSED)])
def test_a_refusal_at_any_step_is_certain(attempt, step, answer, certainty):
    outcome, sink = attempt(**{step: answer})
    assert (outcome.certainty, outcome.code) == (certainty, int(answer[:3]))
    assert outcome.step == ("body" if step == "data" else step)
    assert sink.received == []


def cut_off(after: bytes, drop_answer_to_body: bool = False):
    """A server that hangs up when it reads `after` (or after the whole body, without an answer)."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve():
        connection, _ = listener.accept()
        with connection, connection.makefile("rb") as lines:
            connection.sendall(b"220 ready\r\n")
            in_body = False
            for line in lines:
                if in_body:
                    if line == b".\r\n":
                        return
                    continue
                if not drop_answer_to_body and line.upper().startswith(after):
                    return
                in_body = line.upper().startswith(b"DATA")
                connection.sendall(b"354 go\r\n" if in_body else b"250 OK\r\n")

    threading.Thread(target=serve, daemon=True).start()
    return listener


@pytest.mark.parametrize("verb", [b"MAIL", b"RCPT", b"DATA"])
def test_connection_lost_before_the_body_is_safe_to_repeat(verb):
    with cut_off(verb) as listener:
        session = smtplib.SMTP(*listener.getsockname())
        session.ehlo()
        outcome = deliver(session, "a@sender.example", "b@prospect.example", MESSAGE)
    assert (outcome.certainty, outcome.step, outcome.code) == (Certainty.DEFERRED, verb.decode().lower(), None)


def test_connection_lost_after_the_body_is_unknown():
    with cut_off(b"", drop_answer_to_body=True) as listener:
        session = smtplib.SMTP(*listener.getsockname())
        session.ehlo()
        outcome = deliver(session, "a@sender.example", "b@prospect.example", MESSAGE)
    assert (outcome.certainty, outcome.step) == (Certainty.UNKNOWN, "body")


def test_sessions_are_kept_and_opened_again_when_lost():
    controller = Controller(Sink(), hostname="127.0.0.1", port=free_port())
    controller.start()
    opened = []

    def connect(key):
        session = smtplib.SMTP("127.0.0.1", controller.port)
        session.ehlo()
        opened.append(key)
        return session

    sessions = Sessions(connect)
    try:
        assert sessions.get(1) is sessions.get(1)
        sessions.get(1).close()
        assert deliver(sessions.get(1), "a@s.example", "b@p.example", MESSAGE).certainty is Certainty.ACCEPTED
        assert opened == [1, 1]
    finally:
        sessions.close()
        controller.stop()
