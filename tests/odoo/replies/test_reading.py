"""The working loop: many mails at once, broken ones among them, in any order."""

import random
from datetime import timedelta
from unittest.mock import patch

from odoo.tests import tagged
from odoo.tools import mute_logger

from odoo.addons.outbound_prospecting.models.replies import reading

from .common import DUE, ReplyCase, build, build_report


@tagged("post_install", "-at_install")
class TestReading(ReplyCase):
    def receive_many(self, count, prefix):
        touch = self.sent(prefix)
        mails = [build(f"Text {number}", answers=touch.message_id) for number in range(count)]
        replies = self.Reply.browse()
        for mail in mails:
            raw = mail.as_bytes()
            incoming = self.Reply.with_context(outbound_now=DUE)._receive(raw)
            replies += self.Reply.browse(incoming.reply_id)
        self.env.flush_all()
        return replies

    def test_reading_costs_the_same_queries_for_ten_and_for_a_hundred(self):
        counts = []
        for count in (10, 100):
            replies = self.receive_many(count, f"m{count}")
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            replies._read()
            counts.append(self.env.cr.sql_log_count - before)
            self.assertEqual(set(replies.mapped("text")), {f"Text {number}" for number in range(count)})
        self.assertEqual(counts[0], counts[1])

    def test_one_mail_that_cannot_be_read_does_not_stop_the_others(self):
        touches = [self.sent(f"p{number}") for number in range(5)]
        replies = [self.receive(build(f"Text {n}", answers=touch.message_id)) for n, touch in enumerate(touches)]
        original = reading.strip_reply

        def poison(mail):
            if "Text 2" in mail.text:
                raise RuntimeError("poison")
            return original(mail)

        with patch.object(reading, "strip_reply", poison), self.assertLogs("odoo.addons.outbound_prospecting"):
            self.read()
        self.assertEqual([reply.state == "received" for reply in replies], [False] * 5)
        poisoned = replies[2]
        self.assertEqual((poisoned.needs, poisoned.error, poisoned.holds), ("error", "RuntimeError: poison", True))
        self.assertEqual({one.enrolment_id.state for one in replies if one != poisoned}, {"replied"})
        second = self.approve(self.touch(poisoned.enrolment_id, 2))
        self.send(DUE + timedelta(days=8))
        self.assertEqual((second.state, self.sink.received), ("approved", []), "its person waits all the same")
        poisoned.action_relabel("auto_reply")
        self.assertFalse(poisoned.holds)

    def test_broken_mails_are_kept_and_stop_their_person(self):
        broken = {
            "charset": b"Content-Type: text/plain; charset=x-no-such-thing\r\n\r\nPlease stop \xe9\xff writing",
            "mime": b'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="nowhere"\r\n\r\n--other\r\n\r\nhello',
            "transfer": b"Content-Transfer-Encoding: base64\r\n\r\n!!!! no base64 at all %%%%",
            "nul": b"Content-Type: text/plain\r\n\r\nhello \x00 there",
            "empty": b"\r\n",
            "header": b"X-Broken header without colon\r\nContent-Type: text/plain\r\n\r\nhello",
        }
        for name, body in broken.items():
            with self.subTest(name=name):
                touch = self.sent(name)
                head = f"From: Jane <{name}@{name}.test>\r\nTo: ada@ours.example.com\r\nSubject: Re\r\n"
                head += f"Message-ID: <{name}@mx.test>\r\nIn-Reply-To: {touch.message_id}\r\n"
                with mute_logger("odoo.addons.outbound_prospecting.models.replies.gateway"):
                    reply = self.receive(head.encode() + body)
                self.assertEqual((reply.lead_id, reply.raw_id.raw), (touch.lead_id, head.encode() + body))
                self.read()
                self.assertNotEqual(reply.state, "received")
                self.assertNotEqual(touch.enrolment_id.state, "active")
                self.assertTrue(self.env["mail.message"].search([("message_id", "=", reply.message_id)]))

    def test_a_mail_of_ten_megabytes(self):
        touch = self.sent()
        mail = build("See the plans attached. When can we talk?", answers=touch.message_id)
        mail.add_attachment(
            random.Random(1).randbytes(7_500_000), maintype="application", subtype="pdf", filename="a.pdf"
        )
        raw = mail.as_bytes()
        self.assertGreater(len(raw), 10_000_000)
        reply = self.receive(raw)
        self.assertEqual(reply.raw_id.raw, raw)
        self.read()
        self.assertEqual(
            (reply.text.strip(), reply.enrolment_id.state), ("See the plans attached. When can we talk?", "replied")
        )

    def test_nested_forwards(self):
        touch = self.sent()
        inner = build("The first words.", answers=touch.message_id)
        for depth in range(4):
            outer = build(f"Forwarded {depth}", sender="boss@elsewhere.test")
            outer.add_attachment(inner)
            inner = outer
        reply = self.receive(outer)
        self.read()
        self.assertEqual((reply.lead_id, reply.matched_by), (touch.lead_id, "token"))
        self.assertIn("Forwarded 3", reply.text)

    def test_a_thousand_mails_in_any_order_twice(self):
        states = []
        for seed in (1, 2):
            with self.env.cr.savepoint() as savepoint:
                states.append(self.play(random.Random(seed)))
                savepoint.rollback()
            self.env.invalidate_all()
        self.assertEqual(states[0], states[1])

    def play(self, chance):
        """The same mails of 215 prospects, each twice, in an order that `chance` chooses: how everybody stands then."""
        people = [self.sent(f"x{number}") for number in range(215)]
        bystander = self.sent("bystander")
        mails = []
        for number, touch in enumerate(people):
            one = touch.lead_id.email_from
            ids = [f"<{kind}{number}@mx.test>" for kind in ("a", "b", "c")]
            common = {"answers": touch.message_id, "sender": one}
            mails.append(build("Out of office until 20 March 2026.", subject="Out of office", message_id=ids[0],
                               headers={"Auto-Submitted": "auto-replied"}, **common).as_bytes())  # fmt: skip
            if number % 3 == 0:
                mails.append(build("Please unsubscribe me.", message_id=ids[1], **common).as_bytes())
            elif number % 3 == 1:
                recipients = ((one, "failed", "5.1.1", "550 5.1.1 User unknown"),)
                mails.append(build_report(touch.message_id, recipients, message_id=ids[1]))
            else:
                mails.append(build("Yes, very interested. Let us talk.", message_id=ids[1], **common).as_bytes())
                mails.append(build("Thanks for the information.", message_id=ids[2], **common).as_bytes())
        mails *= 2
        self.assertGreaterEqual(len(mails), 1000)
        chance.shuffle(mails)
        for position, raw in enumerate(mails):
            self.env["mail.thread"].with_context(outbound_now=DUE + timedelta(hours=3)).message_process(None, raw)
            if position % 97 == 0:
                self.read()
        self.read()
        replies = self.Reply.search([])
        self.assertEqual(len(replies), len(set(mails)), "nothing lost, nothing twice")
        for reply in replies:
            self.assertEqual(reply.touch_id.lead_id, reply.lead_id)
            self.assertNotEqual(reply.state, "received")
        self.assertFalse(bystander.lead_id.reply_ids)
        self.assertEqual(bystander.enrolment_id.state, "active")
        for touch in people:
            following = self.touch(touch.enrolment_id, 2)
            if following.state == "planned":
                self.approve(following)
        self.mailbox.daily_cap = 1000
        self.send(DUE + timedelta(days=30))
        self.assertEqual(len(self.sink.received), 0, "nobody is mailed after a stop")
        suppressed = self.env["outbound.suppression"].search([("value", "like", "@x")])
        return (
            [(touch.enrolment_id.state, touch.lead_id.won_status) for touch in people],
            sorted(suppressed.mapped(lambda one: (one.value, one.reason))),
            sorted(replies.mapped(lambda one: (one.message_id, one.label, one.state))),
            self.mailbox.bounced_week,
        )
