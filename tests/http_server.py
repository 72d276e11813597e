"""A real web server on loopback, whose pages are functions, and a resolver of our own for its names."""

import contextlib
import socket
import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

LOOPBACK = "127.0.0.1"


class HttpServer:
    """Context manager.

    :param pages: path -> body (bytes), (status, headers, body) or a function that is given the request handler
    :param tls: certificate and key in one PEM file, for https
    """

    def __init__(self, pages=(), tls=None):
        self.pages = dict(pages)
        self.tls = tls
        self.requests = []  # (method, Host header, path with query, headers)

    def __enter__(self):
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                outer._answer(self)

            do_POST = do_GET

            def log_message(self, *args):
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, request, client_address):
                pass  # clients that hang up are what the tests are about

        self._server = Server((LOOPBACK, 0), Handler)
        if self.tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(self.tls)
            self.names = []
            context.sni_callback = lambda _socket, name, _context: self.names.append(name)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_error):
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def guard(self):
        from outbound_prospecting.adapters.destination import Guard

        return Guard(frozenset({(LOOPBACK, self.port)}))

    def url(self, path="/", host="acme.example", scheme=None):
        return f"{scheme or ('https' if self.tls else 'http')}://{host}:{self.port}{path}"

    def paths(self):
        return [path for _method, _host, path, _headers in self.requests]

    def _answer(self, handler):
        headers = {name.lower(): value for name, value in handler.headers.items()}
        self.requests.append((handler.command, headers.get("host"), handler.path, headers))
        page = self.pages.get(handler.path, (404, {}, b"not here"))
        if callable(page):
            with contextlib.suppress(OSError):
                page(handler)
            return
        status, given, body = page if isinstance(page, tuple) else (200, {"Content-Type": "text/html"}, page)
        handler.send_response(status)
        for name, value in given.items():
            handler.send_header(name, value)
        if "Content-Length" not in given:
            handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)


def resolve_to(*addresses):
    """A resolver that gives every name the same addresses, and keeps what it was asked."""

    def resolve(host):
        resolve.asked.append(host)
        return list(addresses)

    resolve.asked = []
    return resolve


def unused_port():
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return probe.getsockname()[1]
