import json
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from unittest.mock import patch

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import tagged
from odoo.tools import file_open, mute_logger

from odoo.addons.outbound_prospecting.adapters.destination import Guard
from odoo.addons.outbound_prospecting.adapters.http import Http

from .common import MONDAY, RoutingCase

SECRET = "/services/T0AAAA/B0BBBB/s3cr3t-t0ken"


class Webhook:
    """A web server on the loopback that answers what it is told to, in order."""

    def __init__(self):
        self.answers, self.got = [], []
        webhook = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                webhook.got.append((self.path, body["text"]))
                status, headers = webhook.answers.pop(0)
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(f"no_service {SECRET}".encode())

            def log_message(self, *_args):
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_port
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True)
        self.thread.start()
        self.http = Http(
            "Test/1.0",
            guard=Guard(frozenset({("127.0.0.1", self.port)})),
            resolve=lambda host: ["127.0.0.1"],
        )

    def post(self, url, body, *, headers):
        return self.http.post(
            url.replace("https://hooks.example", f"http://hooks.example:{self.port}"), body, headers=headers
        )

    def close(self):
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@tagged("post_install", "-at_install")
class TestAlerts(RoutingCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.Rule = cls.env["outbound.alert.rule"]
        cls.Alert = cls.env["outbound.alert"]

    def setUp(self):
        super().setUp()
        self.webhook = Webhook()
        self.addCleanup(self.webhook.close)
        self.startPatcher(patch.object(self.registry["outbound.alert"], "_get_post", lambda _self: self.webhook.post))

    def rule(self, **values):
        return self.Rule.create({"name": "Test", "happening": "handoff_assigned", **values})

    def slack(self, **values):
        return self.rule(medium="slack", slack_url=f"https://hooks.example{SECRET}", **values)

    def send(self, **delta):
        self.run_cron("outbound.alert", "_cron_send_alerts", **delta)

    def alerts(self, rule):
        return self.Alert.search([("rule_id", "=", rule.id)], order="id")

    # ------------------------------------------------------------------ Slack

    def test_slack_gets_one_message_after_the_transaction(self):
        rule = self.slack()
        self.leads(2, partner_name="<!channel> & Sons")._hand_over("interest", "My secret budget is 5000.")
        self.assertEqual(self.webhook.got, [])
        self.webhook.answers = [(200, {})]
        self.send()
        ((path, text),) = self.webhook.got
        self.assertEqual(path, SECRET)
        self.assertIn("A prospect is handed over", text)
        self.assertIn("&lt;!channel&gt; &amp; Sons", text)
        self.assertNotIn("5000", text, "what people write stays inside")
        self.assertEqual(self.alerts(rule).state, "sent")
        self.send(minutes=10)
        self.assertEqual(len(self.webhook.got), 1)

    @mute_logger("odoo.addons.outbound_prospecting.models.routing.alert")
    def test_slack_is_tried_again_while_it_says_later(self):
        rule = self.slack()
        self.lead()._hand_over("interest", "Yes.")
        alert = self.alerts(rule)
        self.webhook.answers = [(500, {}), (429, {"Retry-After": "1800"}), (200, {})]
        self.send()
        self.assertEqual((alert.state, alert.attempts), ("waiting", 1))
        self.assertEqual(alert.next_try, MONDAY + timedelta(minutes=1))
        self.assertIn("500", alert.error)
        self.send(seconds=30)
        self.assertEqual(len(self.webhook.got), 1, "not due yet")
        self.send(minutes=1)
        self.assertEqual(alert.next_try, MONDAY + timedelta(minutes=31), "as it asked")
        self.send(minutes=31)
        self.assertEqual((alert.state, alert.attempts, alert.error), ("sent", 3, False))
        self.assertEqual(len(self.webhook.got), 3)

    def test_slack_that_refuses_or_never_recovers_fails_and_a_person_may_send_again(self):
        rule = self.slack()
        self.lead()._hand_over("interest", "Yes.")
        alert = self.alerts(rule)
        self.webhook.answers = [(404, {})]
        with patch("odoo.addons.outbound_prospecting.models.routing.alert._logger") as logger:
            self.send()
        said, *values = logger.info.call_args.args
        self.assertEqual(alert.state, "failed")
        for text in (alert.error, said % tuple(values)):
            self.assertIn("404", text)
            for part in ("s3cr3t", "T0AAAA", "hooks.example"):
                self.assertNotIn(part, text)
        alert.action_try_again()
        self.webhook.answers = [(200, {})]
        self.send(minutes=1)
        self.assertEqual(alert.state, "sent")

    @mute_logger("odoo.addons.outbound_prospecting.models.routing.alert")
    def test_nobody_listens(self):
        rule = self.slack()
        self.lead()._hand_over("interest", "Yes.")
        self.webhook.close()
        self.send()
        alert = self.alerts(rule)
        self.assertEqual(alert.state, "waiting")
        self.assertNotIn("s3cr3t", alert.error)

    def test_a_try_that_was_cut_short_is_never_repeated(self):
        rule = self.slack()
        self.lead()._hand_over("interest", "Yes.")
        alert = self.alerts(rule)
        alert.write({"state": "sending", "next_try": MONDAY})
        self.send(minutes=5)
        self.assertEqual(alert.state, "sending", "it may still be on its way")
        self.send(minutes=20)
        self.assertEqual(alert.state, "unknown")
        self.assertEqual(self.webhook.got, [])

    def test_a_copy_of_the_database_is_silent(self):
        rule = self.slack()
        self.lead()._hand_over("interest", "Yes.")
        self.env.flush_all()
        with file_open("outbound_prospecting/data/neutralize.sql") as script:
            self.env.cr.execute(script.read())
        self.env.invalidate_all()
        self.send(minutes=1)
        self.assertEqual((self.alerts(rule).state, self.webhook.got), ("failed", []))
        self.assertFalse(rule.slack_url)

    def test_the_address_is_for_administrators_only(self):
        rule = self.slack()
        with self.assertRaises(AccessError):
            rule.with_user(self.manager).read(["slack_url"])
        self.assertNotIn("slack_url", rule.with_user(self.manager).read()[0])
        self.assertFalse(rule.copy({"active": False}).slack_url)

    # ------------------------------------------------------------------ inside

    def test_each_rep_gets_one_direct_message(self):
        rule = self.rule(medium="discuss")
        leads = self.leads(4)
        leads._hand_over("interest", "Yes.")
        alerts = self.alerts(rule)
        self.assertEqual(alerts.user_id, self.ada + self.bo)
        self.send()
        self.assertEqual(set(alerts.mapped("state")), {"sent"})
        chats = self.env["discuss.channel"].search(
            [("channel_type", "=", "chat"), ("channel_member_ids.partner_id", "=", self.ada.partner_id.id)]
        )
        body = chats.message_ids[0].body
        self.assertEqual(body.count("Open</a>"), len(leads.filtered(lambda lead: lead.user_id == self.ada)))

    def test_channel_notification_and_sms(self):
        channel = self.env["discuss.channel"]._create_channel(name="sales", group_id=None)
        self.rule(medium="channel", channel_id=channel.id)
        notify = self.rule(medium="notify")
        sms = self.rule(medium="sms")
        (self.ada.partner_id + self.bo.partner_id).phone = "+32 456 00 11 22"
        lead = self.lead(contact_name="Jane Doe")
        lead._hand_over("interest", "Yes.")
        self.send()
        self.assertIn("Jane Doe", channel.message_ids[0].body)
        self.assertEqual(self.alerts(notify).state, "sent")
        message = self.env["mail.message"].search(
            [("message_type", "=", "user_notification")], order="id desc", limit=1
        )
        self.assertEqual(message.notified_partner_ids, lead.user_id.partner_id)
        self.assertEqual(self.alerts(sms).state, "sent")
        self.assertTrue(self.env["sms.sms"].search([("body", "ilike", "Jane Doe")]))

    def test_an_alert_that_cannot_be_delivered_harms_no_other(self):
        sms, chat = self.rule(medium="sms"), self.rule(medium="discuss")
        lead = self.lead()
        lead._hand_over("interest", "Yes.")
        self.send()
        self.assertEqual(self.alerts(sms).state, "failed")
        self.assertIn("no phone number", self.alerts(sms).error)
        self.assertEqual(self.alerts(chat).state, "sent")
        self.assertEqual(lead.handoff_id.state, "assigned")

    def test_who_is_told_of_what(self):
        managers = self.rule(happening="handoff_escalated", recipient="manager")
        named = self.rule(recipient="users", user_ids=[(6, 0, (self.manager + self.bo).ids)])
        elsewhere = self.rule(domain="[('partner_name', '=', 'Nobody')]")
        company = self.env["res.company"].create({"name": "Second company"})
        foreign = self.rule(company_id=company.id)
        self.lead()._hand_over("interest", "Yes.")
        self.assertFalse(self.alerts(elsewhere) + self.alerts(foreign) + self.alerts(managers))
        self.assertEqual(self.alerts(named).user_id, self.manager + self.bo)
        self.run_cron("outbound.handoff", "_cron_watch_handoffs", hours=8)
        self.assertEqual(self.alerts(managers).user_id, self.manager)

    def test_whoever_did_it_is_not_told(self):
        rule = self.rule()
        self.lead().with_user(self.manager)._hand_over("asked", replied=False, user_id=self.manager.id)
        self.assertFalse(self.alerts(rule))

    def test_in_the_language_of_whoever_reads_it(self):
        self.env["res.lang"]._activate_lang("de_DE")
        self.ada.lang = "de_DE"
        rule = self.rule()
        lead = self.lead(user_id=self.ada.id)
        lead._hand_over("interest", "Ja.")
        self.assertIn("02.03.26, 17:00", self.alerts(rule).text)

    def test_settings_are_checked(self):
        for values in (
            {"medium": "slack"},
            {"medium": "slack", "slack_url": "http://hooks.example/x"},
            {"medium": "channel"},
            {"recipient": "users"},
            {"domain": "[('no_such_field', '=', 1)]"},
        ):
            with self.assertRaises(ValidationError, msg=str(values)), self.env.cr.savepoint():
                self.rule(**values)

    def test_old_ones_go(self):
        rule = self.rule()
        self.leads(2)._hand_over("interest", "Yes.")
        first = self.alerts(rule)[:1]
        first.write({"state": "sent", "sent_date": MONDAY - timedelta(days=91)})
        self.Alert._gc_sent()
        self.assertFalse(first.exists())
        self.assertTrue(self.alerts(rule))
