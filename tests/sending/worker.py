"""One sending worker: `worker.py <odoo config> <database>`, its orders as a line of JSON on stdin.

    now         ISO time, naive UTC, given to the code by the context; the machine's clock is left alone
    die_at      name of the point (see POINTS) at which the process kills itself as `kill -9` does
    die_after   how often it passes that point before
    sleep_at    name of the point at which it writes "asleep" to stdout and waits for a line on stdin

Its last line on stdout is JSON: {"done": true} when it came to the end.
"""

import json
import os
import signal
import smtplib
import sys
import threading
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

# Between any two of these stands one statement, commit or SMTP command of the path.
POINTS = (
    "before_lock", "after_lock", "after_gates", "after_composing", "after_claim_written", "after_claim_committed",
    "before_second_lock", "after_second_lock", "after_connect", "after_mail", "after_rcpt", "after_data", "mid_body",
    "after_body", "after_answer", "after_answer_written", "after_answer_committed", "after_chatter",
    "after_outcome_written", "after_outcome_committed",
)  # fmt: skip


class Doom:
    """Kills this process at a point, or lets it sleep there once."""

    def __init__(self, point=None, after=0, sleep_at=None):
        self.point, self.left, self.sleep_at = point, after, sleep_at

    def __call__(self, point):
        if point == self.sleep_at:
            self.sleep_at = None
            print("asleep", flush=True)
            sys.stdin.readline()
        if point == self.point:
            self.left -= 1
            if self.left < 0:
                os.kill(os.getpid(), signal.SIGKILL)


def before(owner, name, doom, point):
    original = getattr(owner, name)

    def wrapped(*args, **kwargs):
        doom(point)
        return original(*args, **kwargs)

    setattr(owner, name, wrapped)


def after(owner, name, doom, point, when=lambda result: True):
    original = getattr(owner, name)

    def wrapped(*args, **kwargs):
        result = original(*args, **kwargs)
        if when(result):
            doom(point)
        return result

    setattr(owner, name, wrapped)


def plant(registry, doom):
    """Put the points on the path."""
    Touch, Delivery = registry["outbound.touch"], registry["outbound.delivery"]
    before(Touch, "_lock_due", doom, "before_lock")
    after(Touch, "_lock_due", doom, "after_lock", bool)
    after(Touch, "_pass_gates", doom, "after_gates", bool)
    after(Touch, "_compose_all", doom, "after_composing", bool)
    after(Touch, "_claim", doom, "after_claim_written", bool)
    after(Touch, "_claim_next", doom, "after_claim_committed", bool)
    before(Touch, "_lock_claim", doom, "before_second_lock")
    after(Touch, "_lock_claim", doom, "after_second_lock", bool)
    after(Touch, "_address", doom, "after_connect")
    after(smtplib.SMTP, "mail", doom, "after_mail")
    after(smtplib.SMTP, "rcpt", doom, "after_rcpt")
    after(smtplib.SMTP, "docmd", doom, "after_data", lambda result: result[0] == 354)
    before(Touch, "_note_outcome", doom, "after_answer")
    after(Delivery, "_finish", doom, "after_answer_written")
    after(Touch, "_note_outcome", doom, "after_answer_committed")
    after(Touch, "_log_in_chatter", doom, "after_chatter")
    after(Delivery, "_carry_over", doom, "after_outcome_written")
    after(Touch, "_settle", doom, "after_outcome_committed", bool)
    original = smtplib.SMTP.send

    def send(session, data):
        if isinstance(data, bytes) and data.endswith(b"\r\n.\r\n"):
            if doom.point == "mid_body" and doom.left <= 0:
                original(session, data[: len(data) // 2])
            doom("mid_body")
            original(session, data)
            doom("after_body")
            return
        original(session, data)

    smtplib.SMTP.send = send


def main(config_file, database):
    import odoo.api
    from odoo.modules.registry import Registry
    from odoo.tools import config

    orders = json.loads(sys.stdin.readline())
    config.parse_config(["-c", config_file, "-d", database, "--log-level=error"], setup_logging=True)
    registry = Registry(database)
    plant(registry, Doom(orders.get("die_at"), orders.get("die_after", 0), orders.get("sleep_at")))
    threading.current_thread().dbname = database
    context = {"outbound_now": datetime.fromisoformat(orders["now"])} if orders.get("now") else {}
    with registry.cursor() as cr:
        env = odoo.api.Environment(cr, odoo.api.SUPERUSER_ID, context)
        env["outbound.touch"]._cron_send_touches()
    print(json.dumps({"done": True}))


if __name__ == "__main__":
    main(*sys.argv[1:])
