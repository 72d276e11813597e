"""kill -9 at every point of the path: nobody gets a mail twice, and every mail ends sent, failed or unknown."""

from datetime import timedelta

import pytest
from inside import MONDAY
from worker import POINTS

MAILS = 1_020
KILLED = -9
LATER = MONDAY + timedelta(hours=1)  # claims of workers that died are old by then
# Before this point nothing was committed, so nothing is owed.
BEFORE_CLAIM = POINTS[: POINTS.index("after_claim_committed")]


def check(mails, server):
    """What must hold at the end, whatever happened."""
    assert {mail["state"] for mail in mails} <= {"sent", "failed", "unknown"}
    deliveries = server.counts
    twice = {key: count for key, count in deliveries.items() if count > 1}
    assert not twice, f"delivered more than once: {twice}"
    recipients = {recipient for recipient, _message_id in deliveries}
    assert len(recipients) == len(deliveries), "one mail left under two Message-IDs"
    for mail in mails:
        delivered = (mail["address"], mail["message_id"]) in deliveries
        if mail["state"] == "sent":
            assert delivered, f"{mail} is called sent and never arrived"
            assert mail["chatter"] == 1
        if delivered:
            assert mail["state"] in ("sent", "unknown"), f"{mail} arrived and is called {mail['state']}"


def test_kill_at_every_point_over_a_thousand_mails(seed, server, start, outcome):
    seed(mails=MAILS, mailboxes=8)
    ends = {}
    for number, point in enumerate(POINTS):
        # Two workers at a time; one of them dies after some mails.
        doomed = start(die_at=point, die_after=15 + number)
        other = start(die_at=POINTS[number - 1], die_after=20 + number)
        ends[point] = doomed.wait(300)
        other.wait(300)
    start().wait(300)
    mails = outcome()
    assert ends == dict.fromkeys(POINTS, KILLED), "a worker did not come to the point at which it should die"
    lost = [mail for mail in mails if mail["state"] == "sending"]
    assert lost, "workers that died left nothing behind, so this proves nothing"
    assert start(now=LATER).wait(300) == 0
    mails = outcome()
    assert len(mails) == MAILS
    check(mails, server)
    unknown = [mail for mail in mails if mail["state"] == "unknown"]
    assert len(unknown) == len(lost)
    assert all(mail["end"] for mail in unknown), "an unknown mail says why"


@pytest.mark.parametrize("point", POINTS)
def test_the_mail_that_a_worker_died_on(point, seed, server, start, outcome):
    """One mail, one death: what is left says exactly what can be known."""
    seed(mails=1)
    assert start(die_at=point).wait(300) == KILLED
    assert start(now=LATER).wait(300) == 0
    [mail] = outcome()
    if point in BEFORE_CLAIM or point == "after_outcome_committed":
        assert mail["state"] == "sent"
        assert len(server.received) == 1
    else:
        assert mail["state"] == "unknown"
        arrived = POINTS.index(point) >= POINTS.index("after_answer")
        assert len(server.received) == 1 if arrived else len(server.received) <= 1
    check([mail], server)
