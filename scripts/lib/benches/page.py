"""Reading a page of 100 KB, fetch excluded: markup to text, then organisations, people, numbers, addresses.

The page is one of menus, staff, prose and a footer, so that every part of the reading has work to do. It
reads and waits for nothing, so its own processor time is what is measured.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator

from .. import bench
from ..evaluate import import_pure_parts

SIZE = 100_000  # bytes
BAR = 30.0  # milliseconds
ROUNDS = 30
MENU = "".join(
    f'<li class="menu-item menu-item-{n}"><a href="/services/{n}" title="Service {n}">Service {n}</a></li>'
    for n in range(60)
)
STAFF = """<div class="card team-member" data-id="{n}"><img src="/img/{n}.jpg" alt=""><h3>Jane Doe{n}</h3><p class="role">Head of
Sales</p><a href="mailto:jane{n}@acme.example">jane{n}@acme.example</a><p>Tel: +1 212 555 {n:04d}</p></div>"""
PROSE = """<p class="text lead">Acme Pumps Ltd. supplies pumps to <b>Iowa State University</b> and to the City of Springfield. It was
founded in 1999 by John Smith, who still runs it from 145 Walker Drive, Cleveland, OH 44135, with 60 people.</p>"""
FOOTER = (
    "<footer><p>© 2026 Acme Pumps Ltd. All rights reserved.</p><p>145 Walker Drive<br>Cleveland, OH 44135</p></footer>"
)


def page(size: int) -> bytes:
    """Markup as sites have it: half of it scripts, styles and attributes."""
    body = f"<nav><ul>{MENU}</ul></nav>" + "".join(STAFF.format(n=n) for n in range(20)) + PROSE * (size // 3500)
    head = "<title>Team | Acme Pumps</title><style>" + ".a{color:red}" * 400 + "</style>"
    rest = size - len(head) - len(body) - len(FOOTER) - 60
    return f"<html lang=en-us><head>{head}</head><body>{body}{FOOTER}<script>{'x();' * (rest // 4)}</script></body></html>".encode()


def run(ctx: bench.Context, size: int | None) -> Iterator[dict]:
    import_pure_parts()
    from outbound_prospecting.adapters.contacts import read_contacts
    from outbound_prospecting.adapters.page import read_page

    html = page(size or SIZE)
    seconds = []
    for _ in range(ROUNDS):
        started = time.process_time()
        found = read_contacts(read_page(html, "https://acme.example/team"))
        seconds.append(time.process_time() - started)
    if len(found.emails) != 20 or not found.addresses:
        raise AssertionError(f"not the reading that was to be measured: {found}")
    yield bench.line(
        "page",
        ours=statistics.median(seconds) * 1000,
        reference=("what the issue asks for", BAR),
        unit="ms",
        at_most=1,
    )
