"""Mails through Odoo's gateway: whom they are from, what is kept, and that nobody is written to meanwhile."""

import logging
from datetime import timedelta
from unittest.mock import patch

from odoo.tests import new_test_user, tagged

from .common import DUE, ReplyCase, build, build_receipt, build_report


@tagged("post_install", "-at_install")
class TestGateway(ReplyCase):
    def test_a_reply_in_the_thread(self):
        touch = self.sent()
        reply = self.receive(build(answers=f"<other@x.test> {touch.message_id}"))
        self.assertEqual(
            (reply.matched_by, reply.touch_id, reply.lead_id, reply.enrolment_id, reply.state),
            ("references", touch, touch.lead_id, touch.enrolment_id, "received"),
        )
        self.assertEqual(reply.mailbox_id, self.mailbox)
        self.assertIn(b"tell me more", reply.raw_id.raw)
        message = self.env["mail.message"].search([("message_id", "=", reply.message_id)])
        self.assertEqual((message.model, message.res_id), ("crm.lead", touch.lead_id.id))
        self.assertNotIn(message.author_id, touch.lead_id.message_partner_ids)

    def test_in_reply_to_alone(self):
        touch = self.sent()
        reply = self.receive(build(in_reply_to=touch.message_id))
        self.assertEqual((reply.matched_by, reply.touch_id), ("in_reply_to", touch))

    def test_the_newest_reference_wins(self):
        first = self.sent()
        second = self.approve(self.touch(first.enrolment_id, 2))
        second.message_id = second._new_message_id()
        second._write_state({"state": "sent", "done_date": DUE})
        reply = self.receive(build(answers=f"{first.message_id} {second.message_id}"))
        self.assertEqual(reply.touch_id, second)

    def test_from_another_address_and_from_a_colleague(self):
        touch = self.sent()
        self.assertEqual(
            self.receive(build(answers=touch.message_id, sender="jane.doe@home.test")).lead_id, touch.lead_id
        )
        other = self.receive(build(answers=touch.message_id, sender="bob@jane.test", name="Bob"))
        self.assertEqual((other.lead_id, other.matched_by), (touch.lead_id, "references"))

    def test_a_fresh_mail_of_a_known_prospect_to_the_mailbox(self):
        touch = self.sent()
        reply = self.receive(build(subject="A question"))
        self.assertEqual((reply.matched_by, reply.touch_id, reply.lead_id), ("address", touch, touch.lead_id))
        self.assertTrue(self.env["mail.message"].search([("message_id", "=", reply.message_id)]))

    def test_a_fresh_mail_to_the_catch_all_is_not_bounced(self):
        domain = self.env["mail.alias.domain"].create(
            {"name": "ours.example.com", "catchall_alias": "catchall", "bounce_alias": "bounce"}
        )
        domain.company_ids = self.env.company
        touch = self.sent()
        mails = self.env["mail.mail"].search_count([])
        reply = self.receive(build(to="catchall@ours.example.com"))
        self.assertEqual(reply.lead_id, touch.lead_id)
        self.assertEqual(self.env["mail.mail"].search_count([]), mails)

    def test_a_fresh_mail_to_an_alias_that_makes_leads(self):
        domain = self.env["mail.alias.domain"].create({"name": "ours.example.com"})
        self.env["mail.alias"].create(
            {
                "alias_name": "sales",
                "alias_domain_id": domain.id,
                "alias_model_id": self.env["ir.model"]._get_id("crm.lead"),
            }
        )
        touch = self.sent()
        leads = self.env["crm.lead"].search_count([])
        self.assertEqual(self.receive(build(to="sales@ours.example.com")).lead_id, touch.lead_id)
        self.assertEqual(self.env["crm.lead"].search_count([]), leads)

    def test_our_references_win_over_the_alias_of_another_model(self):
        domain = self.env["mail.alias.domain"].create({"name": "ours.example.com"})
        self.env["mail.alias"].create(
            {
                "alias_name": "partners",
                "alias_domain_id": domain.id,
                "alias_model_id": self.env["ir.model"]._get_id("res.partner"),
            }
        )
        touch = self.sent()
        partners = self.env["res.partner"].search_count([])
        reply = self.receive(build(to="partners@ours.example.com", answers=touch.message_id))
        self.assertEqual(reply.lead_id, touch.lead_id)
        self.assertEqual(self.env["res.partner"].search_count([]), partners)

    def test_a_quoted_unsubscribe_link_says_whom_it_was_sent_to(self):
        touch = self.sent()
        link = touch.lead_id._get_unsubscribe_url(touch)
        reply = self.receive(build(f"Forwarded to me.\n> {link}\n", sender="boss@elsewhere.test"))
        self.assertEqual((reply.matched_by, reply.touch_id), ("token", touch))

    def test_a_colleague_without_references_goes_to_a_person(self):
        touch = self.sent()
        reply = self.receive(build("Please talk to me.", sender="bob@jane.test", name="Bob"))
        self.assertEqual((reply.matched_by, reply.lead_id), ("company", touch.lead_id))
        self.read()
        self.assertEqual((reply.state, reply.needs), ("needs_person", "company"))

    def test_of_two_prospects_at_a_company_the_name_decides_and_else_nobody(self):
        values = {"website": "https://big.test"}
        jane = self.sent(lead=self.lead("jane", email_from="jane@big.test", **values))
        bob = self.sent(lead=self.lead("bob", email_from="bob@big.test", **values))
        self.assertEqual(self.receive(build(sender="jd@big.test", name="Jane Doe")).lead_id, jane.lead_id)
        reply = self.receive(build(sender="carl@big.test", name="Carl"))
        self.assertEqual((reply.matched_by, reply.lead_id.ids, reply.website_domain), ("company", [], "big.test"))
        self.assertTrue(bob.enrolment_id._has_unread_reply(), "both wait until somebody looked at it")

    def test_a_mail_to_another_companys_mailbox_is_none_of_ours(self):
        company = self.env["res.company"].create({"name": "Other"})
        self.mailbox.copy({"email": "eve@other.example.com", "company_id": company.id})
        touch = self.sent()
        with self.assertLogs("odoo.addons.outbound_prospecting", logging.WARNING):
            reply = self.receive(build(to="eve@other.example.com"))
        self.assertNotEqual(reply.lead_id, touch.lead_id)
        self.assertEqual(reply.matched_by, "unmatched", "kept: Odoo knew nobody for it")

    def test_a_stranger_is_kept_when_odoo_would_lose_the_mail(self):
        with self.assertLogs("odoo.addons.outbound_prospecting", logging.WARNING):
            mail = build(sender="stranger@far.test")
            reply = self.receive(mail)
            self.assertFalse(self.receive(mail), "known already")
            newsletter = self.receive(build(sender="news@far.test", headers={"Auto-Submitted": "auto-generated"}))
        self.read()
        self.assertEqual((reply.state, reply.needs, reply.lead_id.ids), ("needs_person", "unmatched", []))
        self.assertEqual(newsletter.state, "done")

    def test_what_a_colleague_of_ours_writes_is_no_reply(self):
        touch = self.sent()
        new_test_user(self.env, "colleague", email="max@ours.example.com", groups="sales_team.group_sale_salesman")
        self.assertFalse(self.receive(build(answers=touch.message_id, sender="max@ours.example.com", name="Max")))
        self.assertEqual(touch.lead_id.message_ids[:1].email_from, '"Max" <max@ours.example.com>')

    def test_vanilla_mail_is_not_touched(self):
        self.sent()
        domain = self.env["mail.alias.domain"].create({"name": "ours.example.com"})
        self.env["mail.alias"].create(
            {
                "alias_name": "partners",
                "alias_domain_id": domain.id,
                "alias_model_id": self.env["ir.model"]._get_id("res.partner"),
            }
        )
        partner = self.env["res.partner"].create({"name": "Vendor"})
        message = partner.message_post(body="Order", message_type="comment")
        self.assertFalse(self.receive(build(to="partners@ours.example.com", subject="From a prospect to others")))
        self.assertTrue(self.env["res.partner"].search([("name", "=", "From a prospect to others")]))
        self.assertFalse(self.receive(build(answers=message.message_id)))
        self.assertEqual(len(partner.message_ids.filtered(lambda one: one.message_type == "email")), 1)
        with self.assertRaises(ValueError):
            self.receive(build(to="nobody@ours.example.com", sender="stranger@far.test"))

    def test_the_same_mail_twice_changes_nothing(self):
        touch = self.sent()
        mail = build(answers=touch.message_id)
        reply = self.receive(mail)
        self.assertFalse(self.receive(mail))
        self.read()
        events = self.env["outbound.event"].search_count([])
        self.assertFalse(self.receive(mail))
        self.read()
        self.assertEqual(self.env["outbound.event"].search_count([]), events)
        self.assertEqual(self.env["mail.message"].search_count([("message_id", "=", reply.message_id)]), 1)

    def test_mails_without_a_message_id_are_known_by_their_bytes(self):
        touch = self.sent()
        mail = build(answers=touch.message_id)
        del mail["Message-ID"]
        self.assertTrue(self.receive(mail))
        self.assertFalse(self.receive(mail))

    def test_own_copies_prove_that_a_mail_left(self):
        touch = self.sent()
        touch._write_state({"state": "unknown"})
        copy = build(sender="ada@ours.example.com", to="jane@jane.test", message_id=touch.message_id)
        self.assertFalse(self.receive(copy))
        self.assertEqual(touch.state, "sent")

    def test_an_answer_settles_a_touch_of_unknown_delivery(self):
        touch = self.sent()
        touch._write_state({"state": "unknown"})
        self.answer(touch)
        self.assertEqual(touch.state, "sent")

    def test_nothing_leaves_from_the_moment_a_reply_is_stored(self):
        first = self.sent()
        second = self.approve(self.touch(first.enrolment_id, 2))
        colleague = self.approved(lead=self.lead("bob", email_from="bob@jane.test", website="https://jane.test"))
        stranger = self.approved("mary")
        self.receive(build(answers=first.message_id))
        self.assertEqual(first.enrolment_id.state, "active", "not read yet")
        self.send(DUE + timedelta(days=1))
        self.assertEqual((second.state, colleague.state, stranger.state), ("approved", "approved", "sent"))

    def test_a_reply_while_the_next_touch_is_being_sent(self):
        first = self.sent()
        second = self.approve(self.touch(first.enrolment_id, 2))
        Touch = self.registry["outbound.touch"]
        original = Touch._lock_claim

        def reply_arrives(touch, claim):
            touch.env["mail.thread"].message_process(None, build(answers=first.message_id).as_bytes())
            touch.env.flush_all()
            return original(touch, claim)

        with patch.object(Touch, "_lock_claim", reply_arrives):
            self.send(DUE + timedelta(days=5))
        self.assertEqual((second.state, self.sink.received), ("approved", []))
        self.read(hours=24 * 5)
        self.send(DUE + timedelta(days=9))
        self.assertFalse(self.sink.received)

    def test_an_automatic_answer_is_a_note_that_calls_nobody(self):
        touch = self.sent()
        reply = self.receive(
            build(
                "I am away.",
                answers=touch.message_id,
                subject="Automatic reply",
                headers={"Auto-Submitted": "auto-replied"},
            )
        )
        message = self.env["mail.message"].search([("message_id", "=", reply.message_id)])
        self.assertEqual(message.subtype_id, self.env.ref("mail.mt_note"))
        self.assertFalse(message.notified_partner_ids)

    def test_a_bounce_of_another_mail_is_odoos(self):
        partner = self.env["res.partner"].create({"name": "Vendor", "email": "jane@jane.test"})
        message = partner.message_post(body="Order", message_type="comment")
        self.assertFalse(self.receive(build_report(message.message_id)))

    def test_a_read_receipt_is_no_bounce(self):
        touch = self.sent()
        reply = self.receive(build_receipt(touch.message_id))
        self.read()
        self.assertEqual((reply.label, reply.state, touch.enrolment_id.state), ("auto_reply", "done", "active"))
        self.assertFalse(touch.lead_id.message_bounce)

    def test_whatever_goes_wrong_the_mail_is_kept(self):
        touch = self.sent()

        def broken(*_args, **_kwargs):
            raise RuntimeError("broken")

        Reply, Thread = self.registry["outbound.reply"], self.registry["mail.thread"]
        with (
            patch.object(Reply, "_match_thread", broken),
            self.assertLogs("odoo.addons.outbound_prospecting", logging.ERROR),
        ):
            reply = self.receive(build(answers=touch.message_id))
        self.assertEqual(
            (reply.state, reply.matched_by, reply.error), ("received", "unmatched", "RuntimeError: broken")
        )
        self.assertTrue(reply.raw_id.raw)
        self.read()
        self.assertEqual((reply.lead_id, reply.matched_by), (touch.lead_id, "references"), "looked at again")
        with (
            patch.object(Thread, "message_parse", broken),
            self.assertLogs("odoo.addons.outbound_prospecting", logging.WARNING),
        ):
            reply = self.receive(build(answers=touch.message_id))
        self.assertEqual((reply.state, reply.lead_id), ("received", touch.lead_id))
        self.read()
        self.assertTrue(self.env["mail.message"].search([("message_id", "=", reply.message_id)]), "posted by us")
