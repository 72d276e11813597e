"""The reply inbox: what its page shows, what its buttons do, and who may."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import new_test_user, tagged

from odoo.addons.outbound_prospecting.domain.reply import Contact, Words

from .common import build, build_report
from .test_consequences import ReadCase

KEY = "0123456789abcdef-0123"


@tagged("post_install", "-at_install")
class TestInbox(ReadCase):
    def queue(self, **values):
        return self.Reply.get_reply_queue(**{"scope": "all", **values})

    def ids(self, **values):
        return {row["id"] for row in self.queue(**values)["rows"]}

    def test_filters_count_what_they_show(self):
        warm = self.read_as("interest", self.sent("a"))
        undated = self.read_as("deferral", self.sent("b"))
        done = self.read_as("auto_reply", self.sent("c"))
        self.assertEqual(self.ids(), {warm.id, undated.id})
        self.assertEqual(self.ids(filter_name="needs_me"), {undated.id})
        self.assertEqual(self.ids(filter_name="no_date"), {undated.id})
        self.assertEqual(self.ids(filter_name="interest"), {warm.id})
        self.assertEqual(self.ids(filter_name="done"), {done.id})
        self.assertEqual(self.ids(search="a works"), {warm.id})
        self.assertEqual(self.ids(lead_id=done.lead_id.id), {done.id})
        counts = self.queue()["counts"]
        self.assertEqual(
            {name: counts[name] for name in ("needs_me", "no_date", "interest")},
            dict.fromkeys(("needs_me", "no_date", "interest"), 1),
        )

    def test_a_card_shows_the_words_that_decided(self):
        touch = self.sent()
        text = "Hello, we are interested. Call me."
        mail = build(text, answers=touch.message_id)
        start = text.index("interested")
        words = (Words(start, start + 10, "interested"), Words(5, 500, "beyond the end"))
        reply = self.read_as("interest", touch, mail=mail, words=words)
        card = reply.get_reply_cards()[0]
        self.assertEqual([one["text"] for one in card["segments"] if one["decided"]], ["interested"])
        self.assertEqual("".join(one["text"] for one in card["segments"]), text)
        self.assertEqual((card["label"], card["confidence"], card["touch"]["subject"]), ("interest", 95, "An idea"))
        self.assertIn("rests", card["done"][0])

    def test_an_answer_stays_in_the_thread_and_leaves_once(self):
        reply = self.read_as("question")
        self.assertTrue(reply.action_answer("Gladly.\n\nAda", KEY))
        reply.action_answer("Gladly.\n\nAda", KEY)
        mail = self.env["mail.mail"].search(
            [("model", "=", "crm.lead"), ("res_id", "=", reply.lead_id.id), ("state", "=", "outgoing")]
        )
        self.assertEqual(len(mail), 1)
        self.assertEqual(reply.state, "done")
        mail.send()
        sent = self.sink.messages[0]
        self.assertEqual(sent["In-Reply-To"], reply.message_id)
        self.assertEqual(sent["References"].split()[:2], [reply.touch_id.message_id, reply.message_id])
        self.assertEqual(sent["References"].split()[-1], sent["Message-ID"])
        self.assertIn("ada@ours.example.com", sent["From"])
        self.assertIn("jane@jane.test", sent["To"])
        self.assertIn("Gladly.", sent.get_body(["plain"]).get_content())

    def test_the_next_mail_in_that_thread_is_a_reply_too(self):
        reply = self.read_as("question")
        reply.action_answer("Gladly.", KEY)
        ours = self.env["mail.message"].search([("message_id", "like", KEY)])
        again = self.receive(build("Thanks", in_reply_to=ours.message_id))
        self.assertEqual((again.lead_id, again.matched_by), (reply.lead_id, "in_reply_to"))

    def test_who_asked_us_to_stop_is_not_answered(self):
        reply = self.read_as("opt_out")
        with self.assertRaises(UserError):
            reply.action_answer("But wait", KEY)
        privacy = self.read_as("privacy_request", self.sent("mary"))
        privacy.action_answer("Here is what we know of you.", KEY)
        bounced = self.sent("bob")
        report = self.receive(
            build_report(bounced.message_id, (("bob@bob.test", "failed", "5.1.1", "550 5.1.1 User unknown"),))
        )
        self.read()
        with self.assertRaises(UserError):
            report.action_answer("Hello", KEY)

    def test_taking_over_stops_the_automation(self):
        reply = self.read_as("deferral", confidence=0.2)
        user = new_test_user(self.env, "taker", groups="outbound_prospecting.group_outbound_user")
        reply.with_user(user).action_take_over()
        self.assertEqual((reply.enrolment_id.state, reply.lead_id.user_id, reply.state), ("stopped", user, "read"))

    def test_the_named_contact_becomes_a_prospect_once(self):
        reply = self.read_as("referral", contact=Contact(name="Bob Roe", email="bob@jane.test"))
        self.assertEqual(reply.get_reply_cards()[0]["contact"]["email"], "bob@jane.test")
        reply.action_accept_contact()
        with self.assertRaises(UserError):
            reply.action_accept_contact()
        self.assertIn("referred", reply.lead_id.outbound_event_ids.mapped("kind"))

    def test_a_rep_sees_own_prospects_and_reviewers_all(self):
        rep = new_test_user(self.env, "inbox_rep", groups="outbound_prospecting.group_outbound_user")
        other = new_test_user(self.env, "inbox_other", groups="outbound_prospecting.group_outbound_user")
        boss = new_test_user(self.env, "inbox_boss", groups="outbound_prospecting.group_outbound_reviewer")
        reply = self.read_as("interest", self.sent(lead=self.lead("jane", user_id=rep.id)))
        stray = self.receive(build("", subject="unsubscribe", sender="old@far.test"))
        self.read()

        def seen(user):
            rows = self.Reply.with_user(user).get_reply_queue(scope="all")["rows"]
            return {row["id"] for row in rows} & {reply.id, stray.id}

        self.assertEqual((seen(rep), seen(other), seen(boss)), ({reply.id}, set(), {reply.id, stray.id}))
        self.assertTrue(reply.with_user(rep).get_reply_cards())
        with self.assertRaises(AccessError):
            reply.with_user(other).get_reply_cards()
        with self.assertRaises(AccessError):
            reply.with_user(other).action_done()
        with self.assertRaises(AccessError):
            reply.with_user(boss).write({"label": "other"})

    def test_companies_are_kept_apart(self):
        reply = self.read_as("interest")
        company = self.env["res.company"].create({"name": "Other"})
        boss = new_test_user(
            self.env,
            "apart",
            groups="outbound_prospecting.group_outbound_reviewer",
            company_id=company.id,
            company_ids=[(6, 0, company.ids)],
        )
        self.assertEqual(reply.company_id, self.env.company)
        self.assertFalse(self.Reply.with_user(boss).search([("id", "=", reply.id)]))

    def test_the_lead_counts_its_replies_and_takes_them_along(self):
        reply = self.read_as("interest")
        lead = reply.lead_id
        self.assertEqual((lead.reply_count, lead.reply_label), (1, "interest"))
        self.assertEqual(lead.action_open_replies()["params"]["lead_id"], lead.id)
        other = self.lead("jane2", email_from="jane@jane.test")
        merged = (lead | other).merge_opportunity()
        self.assertEqual(reply.lead_id, merged)
        attachment = reply.raw_id
        merged.unlink()
        self.assertFalse(attachment.exists())
