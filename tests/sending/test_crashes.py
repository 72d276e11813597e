"""kill -9 at every point of the path: nobody gets a mail twice, and every mail ends sent, failed or unknown."""

from datetime import timedelta

import pytest
from inside import MONDAY
from worker import POINTS

MAILS = 1_100
KILLED = -9
LATER = MONDAY + timedelta(hours=1)  # claims of workers that died are old by then
# A worker that dies here left the mail in its server's hands, or about to be, and no answer in the database.
IN_DOUBT = POINTS[POINTS.index("after_claim_committed") : POINTS.index("after_answer_committed")]
# Some points are passed once for a mail, some once for a batch.
ONCE_A_BATCH = {
    "before_lock", "after_lock", "after_gates", "after_composing", "after_claim_written", "after_claim_committed",
    "after_chatter", "after_outcome_written", "after_outcome_committed",
}  # fmt: skip


def passes(point, number):
    return number % 3 if point in ONCE_A_BATCH else 7 + 3 * (number % 7)


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


def test_kill_at_every_point_over_a_thousand_mails(seed, server, start, inside, outcome):
    seed(mails=MAILS, mailboxes=8)
    ends = {}
    for number, point in enumerate(POINTS):
        # Two workers at a time; each dies after some mails.
        doomed = start(die_at=point, die_after=passes(point, number))
        other_point = POINTS[-1 - number]
        other = start(die_at=other_point, die_after=passes(other_point, number + 1))
        ends[point] = doomed.wait(300)
        other.wait(300)
        if number % 4 == 3:
            inside("recover")  # as the next run would, a while later
    assert ends == dict.fromkeys(POINTS, KILLED), "a worker did not come to the point at which it should die"
    assert start().wait(300) == 0
    assert start(now=LATER).wait(300) == 0
    mails = outcome()
    assert len(mails) == MAILS
    check(mails, server)
    unknown = [mail for mail in mails if mail["state"] == "unknown"]
    assert unknown, "workers that died left nothing behind, so this proves nothing"
    assert len(unknown) <= 2 * (len(IN_DOUBT) + 1), "each death leaves one mail in doubt at most"
    assert all(mail["end"] for mail in unknown), "an unknown mail says why"


@pytest.mark.parametrize("point", POINTS)
def test_the_mail_that_a_worker_died_on(point, seed, server, start, outcome):
    """Three mails, one death on the first: what is left says exactly what can be known."""
    seed(mails=3, mailboxes=1)
    assert start(die_at=point).wait(300) == KILLED
    before = len(server.received)
    assert start(now=LATER).wait(300) == 0
    mails = outcome()
    states = [mail["state"] for mail in mails]
    check(mails, server)
    if point in IN_DOUBT:
        assert states == ["unknown", "sent", "sent"], "only the mail in hand is in doubt"
        assert before == (POINTS.index(point) >= POINTS.index("after_answer")) or point == "after_body"
    elif point == "after_answer_committed":
        assert states == ["sent", "unknown", "sent"], "the same commit says that the next mail is about to begin"
    else:
        assert states == ["sent", "sent", "sent"]
