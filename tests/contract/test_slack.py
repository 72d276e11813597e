"""The Slack webhook against a real HTTP server on the loopback."""

import json
import socket
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from outbound_prospecting.adapters.slack import escape, post_directly, send_text
from outbound_prospecting.domain.alerts import Result

SECRET = "/services/T0AAAA/B0BBBB/s3cr3t-t0ken"


class Webhook:
    """Answers what it is told to, in order, and keeps what it got."""

    def __init__(self):
        self.answers, self.got = [], []
        webhook = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                webhook.got.append((self.path, self.headers["Content-Type"], json.loads(body)))
                status, headers, text = webhook.answers.pop(0)
                if status is None:  # takes it and hangs up
                    self.connection.shutdown(socket.SHUT_RDWR)
                    return
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(text.encode())

            def log_message(self, *_args):
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}{SECRET}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def webhook():
    one = Webhook()
    yield one
    one.close()


def send(webhook, *answer):
    webhook.answers.append(answer)
    return send_text(post_directly, webhook.url, "*Hot* <b>")


def test_a_message_arrives_as_slack_wants_it(webhook):
    assert send(webhook, 200, {}, "ok").result is Result.SENT
    assert webhook.got == [(SECRET, "application/json", {"text": "*Hot* <b>"})]
    assert escape("<!channel> & co") == "&lt;!channel&gt; &amp; co"


@pytest.mark.parametrize(
    "status, headers, result",
    [(500, {}, Result.LATER), (429, {"Retry-After": "7"}, Result.LATER), (403, {}, Result.REFUSED)],
)
def test_refusals(webhook, status, headers, result):
    outcome = send(webhook, status, headers, f"invalid_token {webhook.url} s3cr3t-t0ken")
    assert outcome.result is result
    assert "s3cr3t" not in outcome.error
    assert (outcome.wait.total_seconds() if outcome.wait else None) == (7 if headers else None)


def test_redirects_are_not_followed(webhook):
    outcome = send(webhook, 302, {"Location": webhook.url}, "")
    assert outcome.result is Result.REFUSED
    assert len(webhook.got) == 1


def test_a_lost_connection_after_the_request_is_not_known(webhook):
    outcome = send(webhook, None)
    assert outcome.result is Result.UNKNOWN
    assert len(webhook.got) == 1
    assert "s3cr3t" not in outcome.error


def test_nobody_there_has_seen_nothing(webhook):
    webhook.close()
    outcome = send_text(post_directly, webhook.url, "Hot")
    assert outcome.result is Result.LATER
    assert "s3cr3t" not in outcome.error
    assert "127.0.0.1" not in outcome.error
