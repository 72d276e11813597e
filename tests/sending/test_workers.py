"""Several workers on the same rows: each mail once, and never more than a mailbox may send."""

import base64
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from inside import MONDAY


@pytest.mark.parametrize("workers", [2, 4])
def test_workers_share_the_work_and_send_nothing_twice(workers, seed, server, work, outcome):
    seed(mails=120, mailboxes=6)
    assert work(workers) == [0] * workers
    assert {mail["state"] for mail in outcome()} == {"sent"}
    assert len(server.received) == 120
    assert set(server.counts.values()) == {1}


def test_all_workers_on_one_mailbox(seed, server, work, outcome):
    seed(mails=40, mailboxes=1)
    assert work(3) == [0, 0, 0]
    assert {mail["state"] for mail in outcome()} == {"sent"}
    assert set(server.counts.values()) == {1}


def test_caps_hold_across_workers_restarts_and_a_clock_that_goes_back(seed, server, work, outcome):
    seed(mails=40, mailboxes=2, cap=7)
    work(3)
    work(2, now=MONDAY + timedelta(hours=2))
    work(1, now=MONDAY - timedelta(hours=1))
    senders = Counter(sender for sender, _recipients, _content in server.received)
    assert senders == {"rep0@sender.example.com": 7, "rep1@sender.example.com": 7}
    waiting = [mail for mail in outcome() if mail["state"] == "approved"]
    assert {mail["code"] for mail in waiting} == {"cap_reached"}
    assert all(mail["why"] for mail in waiting)
    work(2, now=MONDAY + timedelta(days=1, hours=1))
    assert len(server.received) == 28
    assert set(server.counts.values()) == {1}


def test_pauses_between_mails_hold_across_workers(seed, server, work, outcome):
    seed(mails=10, mailboxes=1, gap_min=2, gap_max=10)
    work(3)
    work(2, now=MONDAY + timedelta(minutes=1))
    assert len(server.received) == 1
    work(2, now=MONDAY + timedelta(minutes=11))
    assert len(server.received) == 2


def test_a_worker_that_slept_through_its_claim_sends_nothing(seed, server, start, inside, outcome):
    """Claim, sleep; the claim becomes unknown, a person says it was not sent, another worker sends it; wake up."""
    seed(mails=1)
    sleeper = start(sleep_at="after_claim_committed")
    sleeper.wait_asleep()
    assert start(now=MONDAY + timedelta(hours=1)).wait(300) == 0
    [mail] = outcome()
    assert mail["state"] == "unknown"
    inside("say_not_sent_and_approve")
    assert start(now=MONDAY + timedelta(hours=1)).wait(300) == 0
    assert len(server.received) == 1
    sleeper.wake()
    assert sleeper.wait(300) == 0
    assert len(server.received) == 1, "the worker that slept sent it a second time"
    [mail] = outcome()
    assert (mail["state"], mail["attempts"]) == ("sent", 2)


def test_a_claim_whose_worker_still_speaks_to_its_server_is_left_alone(seed, server, start, outcome):
    seed(mails=1)
    slow = start(sleep_at="after_rcpt")
    slow.wait_asleep()
    assert start(now=MONDAY + timedelta(hours=1)).wait(300) == 0
    assert [mail["state"] for mail in outcome()] == ["sending"]
    slow.wake()
    assert slow.wait(300) == 0
    assert [mail["state"] for mail in outcome()] == ["sent"]


def test_a_stop_waits_for_the_dialogue_and_then_holds(seed, server, start, inside, outcome):
    """Somebody unsubscribes in another process while the mail server takes the mail."""
    seed(mails=1, steps=2)
    sending = start(sleep_at="after_rcpt")
    sending.wait_asleep()
    with ThreadPoolExecutor() as pool:
        unsubscribed = pool.submit(inside, "unsubscribe", address="p0@prospects.example.com")
        time.sleep(5)
        assert not unsubscribed.done(), "it answered while the mail could still leave"
        assert not server.received
        sending.wake()
        assert sending.wait(300) == 0
        unsubscribed.result(60)
    first, second = outcome()
    assert (first["state"], second["state"], first["enrolment"]) == ("sent", "cancelled", "stopped")
    assert len(server.received) == 1
    assert start(now=MONDAY + timedelta(days=30)).wait(300) == 0
    assert len(server.received) == 1


def test_a_reply_through_the_gateway_while_the_server_takes_a_mail(seed, server, start, inside, outcome):
    """An answer is stored by another process in the middle of a dialogue: that mail leaves, and none after it."""
    seed(mails=1, steps=2)
    answer = b"From: p0@prospects.example.com\r\nTo: rep0@sender.example.com\r\nSubject: Your mail\r\n"
    answer += b"Message-ID: <a1@prospects.example.com>\r\n\r\nInteresting. Can we talk next week?\r\n"
    sending = start(sleep_at="after_rcpt")
    sending.wait_asleep()
    with ThreadPoolExecutor() as pool:
        received = pool.submit(inside, "receive", mail=base64.b64encode(answer).decode())
        time.sleep(5)
        sending.wake()
        assert sending.wait(300) == 0
        assert received.result(120) == "meeting_request"
    first, second = outcome()
    assert (first["state"], first["enrolment"]) == ("sent", "replied")
    assert second["state"] != "sent"
    assert start(now=MONDAY + timedelta(days=30)).wait(300) == 0
    assert len(server.received) == 1


@pytest.mark.parametrize(
    ("now", "sent"),
    [
        (datetime(2026, 3, 28, 9, 0), 0),  # Saturday
        (datetime(2026, 3, 30, 5, 59), 0),  # Monday after the clocks went forward: 07:59 in Brussels
        (datetime(2026, 3, 30, 6, 0), 1),  # 08:00 summer time
        (datetime(2026, 3, 27, 6, 59), 0),  # the Friday before: 07:59 winter time
        (datetime(2026, 3, 27, 7, 0), 1),
        (datetime(2026, 10, 26, 6, 30), 0),  # Monday after the clocks went back: 07:30 in Brussels
        (datetime(2026, 10, 26, 7, 0), 1),
        (datetime(2026, 10, 26, 16, 0), 0),  # 17:00: over
    ],
)
def test_the_window_is_that_of_the_prospects_wall_clock(now, sent, seed, server, work):
    seed(mails=1)
    assert work(1, now=now) == [0]
    assert len(server.received) == sent
