"""Approved mails to accepted by SMTP, with the send contract kept, beside mass_mailing: same texts, server and run."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from statistics import median

from .. import odoo
from ..bench import Context, line

ROUNDS = 3
MAILBOXES = 8
START_IN = 20.0  # seconds until all workers of a round are ready, on a slow machine too


def run(ctx: Context, size: int | None) -> Iterator[dict]:
    count = size or 300
    with ctx.database() as database, _Sink() as sink:
        odoo.install(database, ["mass_mailing"], "mass_mailing", demo=False, config=odoo.write_config(database))
        rates = ctx.inside(database, "lib.benches.sending:measure", {"mails": count, "port": sink.port})
    yield line(
        f"approved mails to accepted by SMTP ({count} a round, median of {ROUNDS} alternate rounds)",
        ours=median(rates["ours"]),
        reference=("mass_mailing, recipients to accepted", median(rates["mass_mailing"])),
        unit="mails/s",
        at_least=1,
    )
    with ctx.database() as database, _Sink() as sink:
        one, two = [], []
        for number in range(ROUNDS):
            for workers, results in ((1, one), (2, two)):
                first = (2 * number + workers - 1) * count
                mails = {"mails": count, "port": sink.port, "first": first, "mailboxes": MAILBOXES, "series": first}
                ctx.inside(database, "lib.approved_mails:seed", mails)
                results.append(_run_workers(database, workers, count))
    yield line(
        f"two workers on one queue ({count} a round, median of {ROUNDS} alternate rounds)",
        ours=median(two),
        reference=("one worker", median(one)),
        unit="mails/s",
        at_least=1.3,
    )


class _Sink:
    """A mail server in a process of its own, so that it does not slow down who is measured."""

    def __enter__(self):
        self.process = subprocess.Popen(
            [sys.executable, "-c", _SINK], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.port = int(self.process.stdout.readline())
        return self

    def __exit__(self, *_exc):
        with self.process:
            self.process.stdin.close()


_SINK = """
import logging, socket, sys
from aiosmtpd.controller import Controller
class Sink:
    async def handle_DATA(self, server, session, envelope):
        return "250 queued"
logging.disable()
with socket.create_server(("127.0.0.1", 0)) as probe:
    port = probe.getsockname()[1]
controller = Controller(Sink(), hostname="127.0.0.1", port=port)
controller.start()
print(port, flush=True)
sys.stdin.read()
controller.stop()
"""


def _run_workers(database: str, workers: int, count: int) -> float:
    """Mails per second of some workers that begin at the same moment."""
    begin = time.time() + START_IN
    spans: list[list[float]] = []

    def work() -> None:
        spans.append(odoo.call(database, "lib.benches.sending:work", {"begin": begin}))

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return count / (max(end for _start, end in spans) - min(start for start, _end in spans))


# ------------------------------------------------------------------ inside Odoo


def work(env, payload: dict) -> list[float]:
    """One worker: when it began and ended, by the machine's clock."""
    from ..approved_mails import MONDAY

    env = env(user=1, context={"outbound_now": MONDAY})
    env["outbound.touch"].search([("state", "=", "approved")], limit=1)  # the first query of a process is slow
    env.cr.commit()
    late = time.time() - payload["begin"]
    if late > 0:
        raise RuntimeError(f"the worker was ready {late:.1f} s too late; START_IN is too short for this machine")
    time.sleep(-late)
    start = time.time()
    env["outbound.touch"]._cron_send_touches()
    return [start, time.time()]


def measure(env, payload: dict) -> dict:
    """Mails per second, ours and mass_mailing's in turn, each round with new recipients."""
    from ..approved_mails import MONDAY, seed

    rates: dict = {"ours": [], "mass_mailing": []}
    count = payload["mails"]
    for number in range(ROUNDS + 1):  # the first round warms up
        first = number * count
        seed(env, {**payload, "first": first, "series": first, "mailboxes": MAILBOXES})
        mailing = _make_mailing(env, payload, first)
        env.cr.commit()
        env.invalidate_all()
        ours = _rate(count, env(user=1, context={"outbound_now": MONDAY})["outbound.touch"]._cron_send_touches)
        sent = env["outbound.touch"].search_count([("state", "=", "sent")])
        if sent != first + count:
            raise RuntimeError(f"{sent - first} of {count} mails were sent")
        theirs = _rate(count, lambda: _send_mailing(env, mailing))  # noqa: B023 it is called at once
        done = env["mailing.trace"].search_count([("mass_mailing_id", "=", mailing.id), ("trace_status", "=", "sent")])
        if done != count:
            raise RuntimeError(f"mass_mailing sent {done} of {count} mails")
        if number:
            rates["ours"].append(ours)
            rates["mass_mailing"].append(theirs)
    print(json.dumps(rates), file=sys.stderr)
    return rates


def _rate(count: int, act) -> float:
    started = time.perf_counter()
    act()
    return count / (time.perf_counter() - started)


def _send_mailing(env, mailing):
    """All the way to the mail server: beyond a hundred recipients a mailing leaves with the queue."""
    mailing.action_send_mail()
    env["mail.mail"].process_email_queue()
    env.cr.commit()


def _make_mailing(env, payload: dict, first: int):
    """A mailing of the same text to as many contacts, through the same server."""
    server = env["ir.mail_server"].search([("smtp_port", "=", payload["port"])], limit=1)
    names = range(first, first + payload["mails"])
    contacts = [
        (0, 0, {"name": f"Person {n}", "company_name": f"Company {n}", "email": f"m{n}@prospects.example.com"})
        for n in names
    ]
    mailing_list = env["mailing.list"].create({"name": f"Round {first}", "contact_ids": contacts})
    return env["mailing.mailing"].create(
        {
            "subject": "Idea for {{ object.company_name }}",
            "body_html": '<p>Hello <t t-out="object.name"/>,</p><p>short text of mail 1.</p><p>Best<br>Rep</p>',
            "mailing_model_id": env["ir.model"]._get_id("mailing.list"),
            "contact_list_ids": [(6, 0, mailing_list.ids)],
            "email_from": "Rep 0 <rep0@sender.example.com>",
            "reply_to_mode": "new",
            "reply_to": "rep0@sender.example.com",
            "mail_server_id": server.id,
            "keep_archives": True,
        }
    )
