"""The Slack webhook against a real HTTP server on the loopback."""

import json
import socket

import pytest
from outbound_prospecting.adapters.http import Http
from outbound_prospecting.adapters.slack import escape, send_text
from outbound_prospecting.domain.alerts import Result

from tests.http_server import LOOPBACK, HttpServer

SECRET = "/services/T0AAAA/B0BBBB/s3cr3t-t0ken"


@pytest.fixture
def server():
    with HttpServer() as one:
        yield one


def send(server, page, text="*Hot* <b>"):
    server.pages[SECRET] = page
    http = Http("Test/1.0", guard=server.guard, resolve=lambda host: [LOOPBACK])
    return send_text(http.post, server.url(SECRET, host="hooks.example"), text)


def test_a_message_arrives_as_slack_wants_it(server):
    bodies = []

    def take(handler):
        bodies.append(json.loads(handler.rfile.read(int(handler.headers["Content-Length"]))))
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(b"ok")

    assert send(server, take).result is Result.SENT
    assert bodies == [{"text": "*Hot* <b>"}]
    assert server.requests[0][3]["content-type"] == "application/json"
    assert escape("<!channel> & co") == "&lt;!channel&gt; &amp; co"


@pytest.mark.parametrize(
    "status, headers, result",
    [(500, {}, Result.LATER), (429, {"Retry-After": "7"}, Result.LATER), (403, {}, Result.REFUSED)],
)
def test_refusals(server, status, headers, result):
    outcome = send(server, (status, headers, f"invalid_token {server.url(SECRET)} s3cr3t-t0ken".encode()))
    assert outcome.result is result
    assert outcome.error.startswith(f"{status} invalid_token")
    assert "s3cr3t" not in outcome.error
    assert (outcome.wait.total_seconds() if outcome.wait else None) == (7 if headers else None)


def test_redirects_are_not_followed(server):
    outcome = send(server, (302, {"Location": server.url("/elsewhere")}, b""))
    assert outcome.result is Result.REFUSED
    assert server.paths() == [SECRET]


def test_a_lost_connection_after_the_request_is_not_known(server):
    outcome = send(server, lambda handler: handler.connection.shutdown(socket.SHUT_RDWR))
    assert outcome.result is Result.UNKNOWN
    assert server.paths() == [SECRET]
    assert "s3cr3t" not in outcome.error


def test_nobody_there_has_seen_nothing():
    with HttpServer() as server:
        http = Http("Test/1.0", guard=server.guard, resolve=lambda host: [LOOPBACK])
        url = server.url(SECRET, host="hooks.example")
    outcome = send_text(http.post, url, "Hot")
    assert outcome.result is Result.LATER
    assert "s3cr3t" not in outcome.error


def test_an_address_inside_is_refused():
    http = Http("Test/1.0", resolve=lambda host: ["10.0.0.1"])
    outcome = send_text(http.post, f"https://hooks.example{SECRET}", "Hot")
    assert outcome.result is Result.REFUSED
    assert "s3cr3t" not in outcome.error
