"""A real HTTP server on loopback that speaks the chat-completions protocol, well or badly as it is told."""

import contextlib
import json
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Reply:
    """One scripted reply.

    :param content: the model's answer; anything but text is sent as JSON
    :param body: raw bytes of the whole reply instead of a completion
    :param wait: seconds before the reply
    :param drip: seconds between single bytes of the body
    :param cut: bytes of the body after which the connection is closed; its length was announced whole
    """

    def __init__(self, content="", *, status=200, headers=None, body=None, wait=0, drip=0, cut=None, **message):
        text = content if isinstance(content, str) else json.dumps(content)
        finish = message.pop("finish", "stop")
        self.usage = message.pop("usage", {"prompt_tokens": 120, "completion_tokens": 30, "total_tokens": 150})
        self.message = {"role": "assistant", "content": text, **message}
        self.status, self.headers, self.wait, self.drip, self.cut = status, headers or {}, wait, drip, cut
        self.body = body
        self.finish = finish

    def encode(self, model: str) -> bytes:
        if self.body is not None:
            return self.body
        choice = {"index": 0, "message": self.message, "finish_reason": self.finish}
        reply = {"id": "c-1", "object": "chat.completion", "created": 1, "model": model, "choices": [choice]}
        return json.dumps({**reply, "usage": self.usage}).encode()


def error(status, code="", message="", **options):
    body = json.dumps({"error": {"message": message, "type": code, "code": code}}).encode()
    return Reply(status=status, body=body, **options)


class ChatServer:
    """Context manager; `url` is a base URL, `requests` what was asked: (path, headers by lower-case name, JSON body).

    :param replies: given in turn, the last one for ever; or a function from the JSON body to a `Reply`
    """

    def __init__(self, *replies: Reply, answer: Callable[[dict], Reply] | None = None):
        self._replies = list(replies)
        self._answer = answer
        self.requests: list[tuple[str, dict, dict]] = []

    def __enter__(self):
        self._stopping = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}/v1"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_error):
        self._stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _next(self, asked: dict) -> Reply:
        if self._answer:
            return self._answer(asked)
        return self._replies.pop(0) if len(self._replies) > 1 else self._replies[0]

    def _handler(self):
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_values):
                """Quiet."""

            def do_POST(self):
                asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                headers = {name.lower(): value for name, value in self.headers.items()}
                server.requests.append((self.path, headers, asked))
                with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                    self._send(server._next(asked), asked.get("model", ""))

            def _send(self, reply, model):
                server._stopping.wait(reply.wait)
                body = reply.encode(model)
                self.send_response(reply.status)
                for name, value in {"Content-Type": "application/json", **reply.headers}.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                if reply.cut is not None:
                    self.wfile.write(body[: reply.cut])
                    self.close_connection = True
                elif reply.drip:
                    for byte in body:
                        self.wfile.write(bytes([byte]))
                        if server._stopping.is_set():
                            break
                        time.sleep(reply.drip)
                else:
                    self.wfile.write(body)

        return Handler
