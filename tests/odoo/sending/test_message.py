"""What the recipient gets and what the chatter shows."""

from datetime import timedelta

from odoo.tests import tagged

from .common import DUE, SendingCase


@tagged("post_install", "-at_install")
class TestMessage(SendingCase):
    def sent(self, **values):
        lead_values = values.pop("lead_values", {})
        touch = self.approved(lead=self.lead("jane", **lead_values), **values)
        self.send()
        self.assertEqual(touch.state, "sent", touch.hold_reason or touch.end_reason)
        return touch, self.sink.messages[-1]

    def test_headers_and_envelope(self):
        touch, message = self.sent()
        [(sender, recipients, _raw)] = self.sink.received
        self.assertEqual((sender, recipients), ("ada@ours.example.com", [touch.lead_id.email_normalized]))
        self.assertEqual(message["From"], "Ada Rep <ada@ours.example.com>")
        self.assertEqual(message["Reply-To"], message["From"])
        self.assertEqual(message["Message-ID"], touch.message_id)
        self.assertTrue(touch.message_id.endswith("@ours.example.com>"))
        self.assertEqual(message["References"], touch.message_id)
        self.assertIsNone(message["In-Reply-To"])
        for name in ("Return-Path", "Bcc", "Cc", "X-Odoo-Objects"):
            self.assertIsNone(message[name])

    def test_list_unsubscribe_is_whole_in_the_raw_bytes(self):
        for base in ("https://ours.example.com", "https://" + "a-very-long-name." * 17 + "example.com"):
            with self.subTest(length=len(base)):
                self.env["ir.config_parameter"].set_param("web.base.url", base)
                self.sink.received.clear()
                touch = self.approved(f"url{len(base)}")
                self.send()
                url = touch.lead_id._get_unsubscribe_url(touch)
                lines = self.sink.received[0][2].split(b"\r\n")
                self.assertIn(
                    f"List-Unsubscribe: <{url}>, <mailto:ada@ours.example.com?subject=unsubscribe>".encode(), lines
                )
                self.assertIn(b"List-Unsubscribe-Post: List-Unsubscribe=One-Click", lines)
                self.assertLess(max(map(len, lines)), 998)

    def test_nothing_in_names_and_subjects_begins_a_header(self):
        evil = "Mia\r\nBcc: victim@other.example\r\n\r\nbody\x0b\x7f"
        touch, message = self.sent(
            lead_values={"contact_name": evil}, subject="Hi\nX-Evil: 1\r\nBcc: victim@other.example"
        )
        self.assertEqual(self.sink.received[0][1], [touch.lead_id.email_normalized])
        self.assertIsNone(message["Bcc"])
        self.assertIsNone(message["X-Evil"])
        self.assertEqual(message["Subject"], "Hi X-Evil: 1 Bcc: victim@other.example")

    def test_a_name_that_looks_like_an_address_is_no_second_recipient(self):
        touch, message = self.sent(lead_values={"contact_name": "mia@other.example, Bike@Home"})
        self.assertEqual(self.sink.received[0][1], [touch.lead_id.email_normalized])
        self.assertEqual(len(message["To"].addresses), 1)

    def test_letters_of_all_kinds(self):
        self.mailbox.name = "Åsa Łukasz"
        text = "Grüße, 你好, שלום 🙂\n.a line that begins with a dot\n" + "long " * 400
        _touch, message = self.sent(
            lead_values={"contact_name": "Müller, “Zoë”"},
            subject="Idée für 东京 " + "ö" * 90,
            body_text=text,
            body_html="<p>Grüße, 你好</p>",
        )
        self.assertEqual(message["To"].addresses[0].display_name, "Müller, “Zoë”")
        self.assertEqual(message["From"].addresses[0].display_name, "Åsa Łukasz")
        self.assertEqual(message["Subject"], "Idée für 东京 " + "ö" * 90)
        plain = message.get_body(["plain"]).get_content().replace("\r\n", "\n")
        self.assertTrue(plain.startswith(text))
        for line in self.sink.received[0][2].split(b"\r\n\r\n")[0].split(b"\r\n"):
            self.assertTrue(line.isascii())

    def test_an_international_domain_is_written_in_ascii(self):
        touch = self.approved(lead=self.lead("jane", email_from="jane@müller-söhne.example"))
        self.env["outbound.mail.domain"].search([]).status = "mail"
        self.send()
        self.assertEqual(touch.state, "sent", touch.hold_reason)
        self.assertEqual(self.sink.received[0][1], ["jane@xn--mller-shne-kcb9d.example"])

    def test_footer_and_signature_are_in_both_parts_and_not_in_the_chatter(self):
        self.mailbox.signature = "<p>Ada Rep<br>+32 2 555 00 00</p>"
        touch, message = self.sent()
        for kind in ("plain", "html"):
            part = message.get_body([kind]).get_content()
            self.assertIn("1 Test Street, Brussels", part)
            self.assertIn("/o/u/", part)
            self.assertIn("+32 2 555 00 00", part)
        self.assertNotIn("Test Street", touch.mail_message_id.body)

    def test_the_chatter_shows_the_mail_and_the_prospect_is_no_partner(self):
        partners = self.env["res.partner"].search_count([])
        touch, _message = self.sent()
        message = touch.mail_message_id
        self.assertEqual((message.model, message.res_id), ("crm.lead", touch.lead_id.id))
        self.assertEqual((message.message_type, message.subject), ("email_outgoing", "An idea"))
        self.assertEqual(message.notification_ids.mail_email_address, touch.lead_id.email_normalized)
        self.assertEqual(message.notification_ids.notification_status, "sent")
        self.assertEqual(self.env["res.partner"].search_count([]), partners)
        self.assertFalse(message.notified_partner_ids)
        self.assertFalse(
            self.env["mail.mail"].search([("message_id", "=", touch.message_id)]), "Odoo's own queue sends it too"
        )

    def test_a_huge_text_is_refused_before_it_is_handed_over(self):
        touch = self.approved(body_text="x" * 400_000)
        self.send()
        self.assertEqual(touch.state, "failed")
        self.assertIn("552", touch.end_reason)

    def test_a_follow_up_answers_the_mail_before_it(self):
        first, message = self.sent()
        second = self.approve(self.touch(first.enrolment_id, 2), due_date=DUE + timedelta(days=5))
        self.send(DUE + timedelta(days=6))
        reply = self.sink.messages[-1]
        self.assertEqual(second.state, "sent", second.hold_reason)
        self.assertEqual(reply["In-Reply-To"], message["Message-ID"])
        self.assertEqual(reply["References"].split(), [first.message_id, second.message_id])
        self.assertEqual(reply["From"], message["From"])

    def test_a_new_subject_begins_a_thread_of_its_own(self):
        self.sequence = self.make_sequence(
            steps=[
                {"name": "One", "day": 3, "channel": "email", "thread_mode": "new"},
                {"name": "Two", "day": 7, "channel": "email", "thread_mode": "new"},
                {"name": "Three", "day": 11, "channel": "email"},
            ]
        )
        self.addCleanup(setattr, type(self), "sequence", type(self).sequence)
        type(self).sequence = self.sequence
        one, _message = self.sent()
        two = self.approve(self.touch(one.enrolment_id, 2), due_date=DUE + timedelta(days=5))
        self.send(DUE + timedelta(days=6))
        three = self.approve(self.touch(one.enrolment_id, 3), due_date=DUE + timedelta(days=9))
        self.send(DUE + timedelta(days=12))
        self.assertEqual((two.state, three.state), ("sent", "sent"))
        self.assertIsNone(self.sink.messages[1]["In-Reply-To"])
        self.assertEqual(self.sink.messages[2]["References"].split(), [two.message_id, three.message_id])
