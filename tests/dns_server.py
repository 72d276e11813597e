"""A real name server on loopback: answers over UDP from a table, fails or stays silent where it is told to."""

import contextlib
import socket
import threading

import dns.flags
import dns.message
import dns.rcode
import dns.rrset


class DnsServer:
    """Context manager; `address` is what `adapters.dns.NameServers` takes.

    :param records: {"example.com MX": ["10 mail.example.com."], ...}; a TXT value is written without quotes
    :param failing: names whose questions are answered with SERVFAIL
    :param silent: names whose questions are not answered at all
    """

    def __init__(self, records=(), failing=(), silent=()):
        self.records = {self._key(*key.split(" ")): values for key, values in dict(records).items()}
        self.failing = set(failing)
        self.silent = set(silent)
        self.questions: list[str] = []

    @staticmethod
    def _key(name, kind):
        return name.rstrip(".").lower(), kind

    def __enter__(self):
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self._socket.settimeout(0.1)
        self.address = f"127.0.0.1:{self._socket.getsockname()[1]}"
        self._open = True
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_error):
        self._open = False
        self._thread.join()
        self._socket.close()

    def _serve(self):
        while self._open:
            with contextlib.suppress(TimeoutError):
                data, client = self._socket.recvfrom(4096)
                answer = self._answer(dns.message.from_wire(data))
                if answer:
                    self._socket.sendto(answer.to_wire(), client)

    def _answer(self, query):
        question = query.question[0]
        name, kind = question.name.to_text().rstrip(".").lower(), question.rdtype.name
        self.questions.append(f"{name} {kind}")
        if name in self.silent:
            return None
        answer = dns.message.make_response(query)
        answer.flags |= dns.flags.RA
        values = self.records.get((name, kind))
        if name in self.failing:
            answer.set_rcode(dns.rcode.SERVFAIL)
        elif values:
            texts = [self._quoted(value) if kind == "TXT" else value for value in values]
            answer.answer.append(dns.rrset.from_text_list(question.name, 60, "IN", kind, texts))
        elif not any(known == name for known, _kind in self.records):
            answer.set_rcode(dns.rcode.NXDOMAIN)
        return answer

    @staticmethod
    def _quoted(text):
        """A long text travels as several strings of at most 255 bytes."""
        return " ".join(f'"{text[start : start + 200]}"' for start in range(0, max(len(text), 1), 200))
