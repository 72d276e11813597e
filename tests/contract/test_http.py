"""Asking web servers: a real one on loopback that behaves badly in every way."""

import gzip
import os
import subprocess
import time
import zlib
from datetime import datetime

import pytest
from outbound_prospecting.adapters.body import Limits
from outbound_prospecting.adapters.http import Http
from outbound_prospecting.domain.errors import Permanent, Refused, Retryable

from tests.http_server import LOOPBACK, HttpServer, resolve_to, unused_port

NOW = datetime(2026, 3, 2, 9)


def client(server, **options):
    return Http(
        "Prospects/1.0 (+https://ours.example.com/bot)",
        guard=server.guard,
        resolve=options.pop("resolve", resolve_to(LOOPBACK)),
        wall_clock=lambda: NOW,
        **options,
    )


def fetch(page, limits=None):
    with HttpServer({"/": page}) as server:
        return client(server).get(server.url(), limits=limits)


def code_of(error, page, limits=None):
    with pytest.raises(error) as caught:
        fetch(page, limits)
    return caught.value.code


def raw(*pieces, pause=0.0, close=True):
    """A page that writes bytes as they are."""

    def page(handler):
        for piece in pieces:
            handler.wfile.write(piece)
            handler.wfile.flush()
            time.sleep(pause)
        handler.close_connection = close

    return page


# ---------------------------------------------------------------------- plain


def test_a_page():
    with HttpServer({"/x?a=1": (200, {"Content-Type": "Text/HTML; charset=x"}, b"hello")}) as server:
        response = client(server).get(server.url("/x?a=1#part"))
    assert (response.url, response.status, response.body) == (server.url("/x?a=1"), 200, b"hello")
    assert response.content_type == "text/html"
    ((method, host, path, headers),) = server.requests
    assert (method, host, path) == ("GET", f"acme.example:{server.port}", "/x?a=1")
    assert headers["user-agent"] == "Prospects/1.0 (+https://ours.example.com/bot)"


def test_the_environment_has_no_say(monkeypatch, tmp_path):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine acme.example login me password secret\n")
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{unused_port()}")
    monkeypatch.setenv("NETRC", str(netrc))
    with HttpServer({"/": (200, {"Set-Cookie": "a=1"}, b"hello")}) as server:
        http = client(server)
        assert http.get(server.url()).body + http.get(server.url()).body == b"hellohello"
    for *_request, headers in server.requests:
        assert not {"authorization", "cookie", "proxy-authorization"} & set(headers)


def test_a_post():
    def page(handler):
        body = handler.rfile.read(int(handler.headers["Content-Length"]))
        raw(b"HTTP/1.1 202 OK\r\nContent-Length: %d\r\n\r\n" % len(body), body)(handler)

    with HttpServer({"/hook": page}) as server:
        response = client(server).post(server.url("/hook"), b"{}", headers={"Content-Type": "application/json"})
        assert (response.status, response.body) == (202, b"{}")
        server.pages["/hook"] = (307, {"Location": "/elsewhere"}, b"")
        assert client(server).post(server.url("/hook"), b"{}").status == 307
    assert server.paths() == ["/hook", "/hook"]


# ---------------------------------------------------------------------- https


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for acme.example alone, signed by itself."""
    folder = tmp_path_factory.mktemp("tls")
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=acme.example",
               "-addext", "subjectAltName=DNS:acme.example", "-keyout", "key.pem", "-out", "cert.pem"]  # fmt: skip
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    both = folder / "both.pem"
    both.write_text((folder / "key.pem").read_text() + (folder / "cert.pem").read_text())
    return both


def test_the_name_stays_the_name_although_we_connect_to_the_address(certificate):
    with HttpServer({"/": b"secure"}, tls=certificate) as server:
        response = client(server, authority=str(certificate)).get(server.url())
    assert response.body == b"secure"
    assert server.names == ["acme.example"]
    assert server.requests[0][1] == f"acme.example:{server.port}"


def test_a_certificate_for_another_name_or_of_nobody_we_trust(certificate):
    with HttpServer({"/": b"secure"}, tls=certificate) as server:
        for http, host in [
            (client(server, authority=str(certificate)), "other.example"),
            (client(server), "acme.example"),
        ]:
            with pytest.raises(Permanent) as caught:
                http.get(server.url(host=host))
            assert caught.value.code == "certificate"
    assert server.requests == []


def test_slow_loris_over_https(certificate):
    drip = raw(b"HTTP/1.1 200 OK\r\n\r\n", *[b"x"] * 100, pause=0.05)
    with HttpServer({"/": drip}, tls=certificate) as server:
        started = time.monotonic()
        with pytest.raises(Retryable) as caught:
            client(server, authority=str(certificate)).get(server.url(), limits=Limits(seconds=0.4))
    assert caught.value.code == "timeout"
    assert time.monotonic() - started < 3


# ---------------------------------------------------------------------- redirects


def chain(count):
    pages = {f"/{step}": (302, {"Location": f"/{step + 1}"}, b"ignored") for step in range(count)}
    return {**pages, f"/{count}": b"there"}


def test_five_redirects_are_followed_and_no_sixth():
    with HttpServer(chain(5)) as server:
        response = client(server).get(server.url("/0"))
        assert (response.body, response.url) == (b"there", server.url("/5"))
    with HttpServer(chain(6)) as server:
        with pytest.raises(Permanent) as caught:
            client(server).get(server.url("/0"))
        assert caught.value.code == "redirects"
        assert len(server.requests) == 6


def test_a_loop_of_500_redirects():
    with HttpServer({"/": (301, {"Location": "/"}, b"")}) as server:
        with pytest.raises(Permanent) as caught:
            client(server).get(server.url(), limits=Limits(redirects=500))
        assert caught.value.code == "redirects"
        assert len(server.requests) == 501


def test_a_redirect_that_the_caller_does_not_want_is_not_asked():
    with (
        HttpServer({"/": (302, {"Location": "http://other.example/"}, b"")}) as server,
        pytest.raises(Refused) as caught,
    ):
        client(server).get(server.url(), follow=lambda url: "acme" in url)
    assert caught.value.code == "redirect_elsewhere"


def test_a_secret_is_not_sent_on_to_another_origin():
    with HttpServer({"/b": b"there"}) as server:
        server.pages["/"] = (302, {"Location": "/a"}, b"")
        server.pages["/a"] = (302, {"Location": server.url("/b", host="other.example")}, b"")
        client(server).get(server.url(), headers={"Authorization": "Bearer secret", "Accept": "text/html"})
    assert [headers.get("authorization") for *_request, headers in server.requests] == ["Bearer secret"] * 2 + [None]
    assert server.requests[2][3]["accept"] == "text/html"


def test_a_redirect_without_a_target_is_an_answer():
    assert fetch((304, {}, b"")).status == 304
    assert fetch((302, {}, b"")).status == 302


def test_a_redirect_in_utf_8():
    with HttpServer({"/stra%C3%9Fe": b"there"}) as server:
        server.pages["/"] = raw("HTTP/1.1 302 Found\r\nLocation: /straße\r\n\r\n".encode())
        assert client(server).get(server.url()).body == b"there"


# ---------------------------------------------------------------------- size


def test_a_huge_body_is_refused_by_its_length_alone():
    assert code_of(Permanent, (200, {"Content-Length": "99999999999"}, b"x")) == "too_large"


def test_a_huge_body_without_a_length():
    endless = raw(b"HTTP/1.1 200 OK\r\n\r\n", *[b"x" * 10_000] * 50)
    assert code_of(Permanent, endless, Limits(wire=100_000)) == "too_large"


def test_a_huge_body_can_be_cut():
    endless = raw(b"HTTP/1.1 200 OK\r\n\r\n", *[b"x" * 10_000] * 50)
    assert len(fetch(endless, Limits(wire=200_000, body=100_000, cut=True)).body) == 100_000
    assert fetch((200, {}, b"x" * 500), Limits(wire=100, body=100, cut=True)).body == b"x" * 100


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_decompression_bomb(coding):
    packer = zlib.compressobj(9, wbits=31 if coding == "gzip" else 15)
    bomb = b"".join(packer.compress(bytes(1_000_000)) for _ in range(200)) + packer.flush()
    assert len(bomb) < 300_000
    assert code_of(Permanent, (200, {"Content-Encoding": coding}, bomb)) == "too_large"


def test_a_bomb_in_a_bomb():
    twice = gzip.compress(gzip.compress(bytes(10_000_000)))
    assert code_of(Permanent, (200, {"Content-Encoding": "gzip, gzip"}, twice)) == "encoding"


@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("gzip", gzip.compress),
        ("X-Gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", lambda data: zlib.compress(data)[2:-4]),  # what many servers send
        ("identity", bytes),
    ],
)
def test_compression(coding, pack):
    text = os.urandom(50_000) + b"hello" * 10_000
    assert fetch((200, {"Content-Encoding": coding}, pack(text))).body == text


def test_compression_that_we_did_not_ask_for_or_cannot_read():
    assert code_of(Permanent, (200, {"Content-Encoding": "br"}, b"x")) == "encoding"
    assert code_of(Permanent, (200, {"Content-Encoding": "gzip"}, b"not packed")) == "bad_answer"


# ---------------------------------------------------------------------- time and broken answers


@pytest.mark.parametrize(
    "pieces",
    [
        [b"HTTP/1.1 200 OK\r\n\r\n", *[b"x"] * 100],
        [b"HTTP/1.1 200 OK\r\n", *[b"X"] * 100],
        [b"H"] * 100,
        [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", *[b"1\r\nx\r\n"] * 100],
        [b"HTTP/1.1 100 Continue\r\n\r\n"] * 100,
    ],
    ids=["body", "header", "status", "chunks", "continue"],
)
def test_slow_loris(pieces):
    started = time.monotonic()
    assert code_of(Retryable, raw(*pieces, pause=0.05), Limits(seconds=0.4)) == "timeout"
    assert time.monotonic() - started < 3  # the server would take 5


def test_redirects_share_one_deadline():
    def slow(handler):
        time.sleep(0.15)
        raw(b"HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n")(handler)

    with HttpServer({"/": slow}) as server:
        with pytest.raises(Retryable) as caught:
            client(server).get(server.url(), limits=Limits(seconds=0.5, redirects=100))
        assert caught.value.code == "timeout"
        assert len(server.requests) <= 5


@pytest.mark.parametrize(
    ("page", "error", "code"),
    [
        (raw(), Retryable, "lost"),
        (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"), Retryable, "lost"),
        (raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe"), Retryable, "lost"),
        (raw(b"SSH-2.0-OpenSSH_9\r\n"), Permanent, "bad_answer"),
        (raw(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n"), Permanent, "bad_answer"),
        (raw(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n"), Permanent, "bad_answer"),
    ],
)
def test_broken_answers(page, error, code):
    assert code_of(error, page) == code


def test_nobody_listens():
    with HttpServer() as server:
        gone = server
    with pytest.raises(Retryable) as caught:
        client(gone).get(gone.url())
    assert caught.value.code == "unreachable"


# ---------------------------------------------------------------------- what a status means


@pytest.mark.parametrize(
    ("value", "after"),
    [("120", 120.0), ("Mon, 02 Mar 2026 09:01:00 GMT", 60.0), ("Mon, 02 Mar 2026 08:00:00 GMT", 0.0),
     ("9999999999", 86_400.0), ("soon", None), ("-5", None), ("²", None), ("", None)],
)  # fmt: skip
def test_too_many_requests(value, after):
    response = fetch((429, {"Retry-After": value}, b""))
    with pytest.raises(Retryable) as caught:
        response.succeeded()
    assert (caught.value.after, caught.value.code) == (after, "http_429")


@pytest.mark.parametrize(("status", "error"), [(404, Permanent), (410, Permanent), (403, Permanent), (304, Permanent),
                                               (500, Retryable), (503, Retryable), (408, Retryable)])  # fmt: skip
def test_statuses(status, error):
    with pytest.raises(error) as caught:
        fetch((status, {}, b"")).succeeded()
    assert caught.value.code == f"http_{status}"


def test_wrong_content_type():
    response = fetch((200, {"Content-Type": "application/pdf"}, b"%PDF"))
    with pytest.raises(Permanent) as caught:
        response.succeeded("text/html", "application/xhtml+xml")
    assert caught.value.code == "content_type"
    assert response.succeeded() is response


def test_errors_hold_no_secret():
    secret = "s3cretT0kenAbcdef12345"
    with HttpServer() as server:
        http = client(server)
        for path in (f"/x?key={secret}", f"/hooks/{secret}/x", f"/#{secret}"):
            with pytest.raises(Permanent) as caught:
                http.get(server.url(path), headers={"Authorization": secret}).succeeded()
            assert secret not in str(caught.value)
        for url in (f"http://me:{secret}@acme.example/", f"http://acme.example:22/{secret}"):
            with pytest.raises(Refused) as caught:
                http.get(url)
            assert secret not in str(caught.value)
        with pytest.raises(Permanent) as caught:
            http.get(server.url(), headers={"Authorization": f"{secret}\r\nX: y"})
        assert secret not in str(caught.value)
