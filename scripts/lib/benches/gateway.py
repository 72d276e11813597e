"""`message_process` of an answer with the addon, beside the same mails through Odoo alone.

With the addon each mail answers a touch that was sent; without it, a message on the lead's own chatter. So both find
the thread by References and post on a lead.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator

from .. import bench

SIZE = 100
ROUNDS = 5
BAR = 1.2
TEXT = """Thank you for your mail.

We are interested in what you describe. Could you send us an overview of your prices, and tell us how long it takes
until a team of forty people works with it?

Best regards
Person {number}
Head of Operations, Company {number}

On Wed, 4 Mar 2026 at 12:00, Rep wrote:
> Hello,
>
> an idea for your operations team.
"""


def run(ctx: bench.Context, size: int | None) -> Iterator[dict]:
    count = size or SIZE
    with ctx.database() as ours, ctx.database(addon=False) as theirs:
        ctx.inside(ours, f"{__name__}:prepare", {"mails": count * ROUNDS, "port": 9})
        ctx.inside(theirs, f"{__name__}:prepare_without", {"mails": count * ROUNDS})
        rounds = [
            [
                ctx.inside(name, f"{__name__}:time_mails", {"mails": count, "first": number * count})
                for name in (ours, theirs)
            ]
            for number in range(ROUNDS)
        ]
    yield bench.line(
        f"message_process of an answer (median of {count * ROUNDS} mails in {ROUNDS} alternate rounds)",
        ours=statistics.median(one for ours, _theirs in rounds for one in ours),
        reference=("Odoo without the addon", statistics.median(one for _ours, theirs in rounds for one in theirs)),
        unit="ms",
        at_most=BAR,
    )


def prepare(env, payload: dict) -> None:
    """Prospects with a mail that was sent to each, as the chatter shows it."""
    from ..approved_mails import seed

    seed(env, payload)
    env = env(user=1)
    touches = env["outbound.touch"].search([])
    for touch in touches:
        touch.message_id = f"<sent{_number(touch.lead_id)}@sender.example.com>"
    touches._write_state({"state": "sent"})
    touches._log_in_chatter()
    env.cr.commit()


def prepare_without(env, payload: dict) -> None:
    """The same leads with the same message, by Odoo's own means; nobody follows them here either."""
    env = env(user=1, context={**env.context, "tracking_disable": True})
    leads = env["crm.lead"].create(
        [
            {
                "name": f"Prospect {number}",
                "type": "opportunity",
                "user_id": False,
                "contact_name": f"Person {number}",
                "partner_name": f"Company {number}",
                "email_from": f"p{number}@prospects.example.com",
            }
            for number in range(payload["mails"])
        ]
    )
    env["mail.message"].create(
        [
            {
                "message_type": "email_outgoing",
                "subtype_id": env.ref("mail.mt_comment").id,
                "model": "crm.lead",
                "res_id": lead.id,
                "author_id": env.user.partner_id.id,
                "message_id": f"<sent{number}@sender.example.com>",
            }
            for number, lead in enumerate(leads)
        ]
    )
    env.cr.commit()


def time_mails(env, payload: dict) -> list[float]:
    """Milliseconds of each mail, committed as the fetching of mails does."""
    env = env(user=1, context={})
    first, count = payload["first"], payload["mails"]
    mails = [_build(number) for number in range(first, first + count)]
    env["mail.thread"].message_process(None, _build(first, "warm"))  # the first mail of a process is slow
    env.cr.commit()
    took = []
    for mail in mails:
        started = time.perf_counter()
        env["mail.thread"].message_process(None, mail)
        env.cr.commit()
        took.append(1000 * (time.perf_counter() - started))
    posted = env["mail.message"].search_count([("message_id", "=like", "<answer%"), ("model", "=", "crm.lead")])
    if posted < first + count:
        raise AssertionError(f"not the mails that were to be measured: {posted} were posted")
    return took


def _build(number: int, kind: str = "answer") -> bytes:
    head = [
        f"From: Person {number} <p{number}@prospects.example.com>",
        "To: rep@sender.example.com",
        "Subject: Re: An idea",
        "Date: Wed, 04 Mar 2026 13:00:00 +0000",
        f"Message-ID: <{kind}{number}@mx.example.net>",
        f"References: <sent{number}@sender.example.com>",
        f"In-Reply-To: <sent{number}@sender.example.com>",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
    ]
    return "\r\n".join([*head, "", TEXT.format(number=number)]).encode()


def _number(lead) -> int:
    return int(lead.name.rpartition(" ")[2])
