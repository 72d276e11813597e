from datetime import timedelta

from odoo.exceptions import AccessError
from odoo.tests import tagged

from tests.dns_server import DnsServer

from .common import NOW, MailboxCase

GOOD = {
    "ours.example TXT": ["v=spf1 include:_spf.mail.example -all"],
    "_spf.mail.example TXT": ["v=spf1 ip4:192.0.2.0/24 -all"],
    "k1._domainkey.ours.example TXT": ["v=DKIM1; k=rsa; p=AAAA"],
    "_dmarc.ours.example TXT": ["v=DMARC1; p=quarantine"],
    "ours.example MX": ["10 mx.ours.example."],
}


@tagged("post_install", "-at_install")
class TestCheck(MailboxCase):
    """Mailboxes checked against a real name server on loopback."""

    def serve(self, records=(), **options):
        server = self.enterContext(DnsServer(records, **options))
        self.env["ir.config_parameter"].set_param("outbound_prospecting.name_servers", server.address)
        return server

    def codes(self, mailbox):
        return {finding["check"]: finding["code"] for finding in mailbox.findings}

    def new(self, **values):
        return self.mailbox(state="draft", dkim_selector="k1", **values)

    def test_a_mailbox_with_all_in_order_becomes_ready(self):
        self.serve(GOOD)
        self.env["ir.config_parameter"].set_param("web.base.url", "https://crm.ours.example")
        mailbox = self.new()
        mailbox.with_user(self.admin).action_check()
        self.assertEqual((mailbox.state, mailbox.check_status, mailbox.checked_date), ("ready", "ok", NOW))
        self.assertEqual([mailbox.spf_status, mailbox.dkim_status, mailbox.dmarc_status], ["ok", "ok", "ok"])

    def test_without_https_it_is_ready_with_a_warning(self):
        self.serve(GOOD)
        mailbox = self.new()
        mailbox._check()
        self.assertEqual((mailbox.state, self.codes(mailbox)["link"]), ("ready", "link_not_https"))

    def test_a_mailbox_with_nothing_says_what_to_fix(self):
        self.serve()
        mailbox = self.new(mail_server_id=False, postal_address=" ")
        mailbox._check()
        self.assertEqual((mailbox.state, mailbox.check_status), ("draft", "failed"))
        self.assertEqual(
            self.codes(mailbox),
            {
                "spf": "spf_missing",
                "dkim": "dkim_missing",
                "dmarc": "dmarc_missing",
                "mx": "mx_missing",
                "server": "server_missing",
                "footer": "footer_missing",
                "link": "link_not_https",
            },
        )
        for words in ("v=spf1", "“k1”", "v=DMARC1", "Choose the outgoing mail server", "postal address"):
            self.assertIn(words, mailbox.advice)

    def test_what_others_publish_cannot_be_markup(self):
        self.serve({**GOOD, "ours.example TXT": ["v=spf1 <script>alert(1)</script> -all"]})
        mailbox = self.new()
        mailbox._check()
        self.assertNotIn("<script", mailbox.advice)
        self.assertIn("&lt;script", mailbox.advice)

    def test_nobody_answers_and_nothing_changes(self):
        self.serve(failing=["ours.example", "k1._domainkey.ours.example", "_dmarc.ours.example"])
        new, ready = self.new(), self.mailbox(dkim_selector="k1")
        (new + ready)._check()
        self.assertEqual((new.state, ready.state), ("draft", "ready"))
        self.assertEqual(new.check_status, "unknown")

    def test_the_daily_check_pauses_and_goes_on_when_it_is_fixed(self):
        server = self.serve(GOOD)
        mailbox = self.new()
        mailbox._check()
        record = server.records.pop(("_dmarc.ours.example", "TXT"))
        self.run_cron("_cron_check_mailboxes", NOW + timedelta(hours=1))
        self.assertEqual(mailbox.state, "ready", "checked today already")
        self.run_cron("_cron_check_mailboxes", NOW + timedelta(days=1))
        self.assertEqual((mailbox.state, mailbox.pause_kind), ("paused", "domain"))
        self.assertIn("DMARC", mailbox.pause_reason)
        server.records["_dmarc.ours.example", "TXT"] = record
        self.run_cron("_cron_check_mailboxes", NOW + timedelta(days=2))
        self.assertEqual((mailbox.state, mailbox.pause_reason), ("ready", False))

    def test_a_check_does_not_end_a_pause_for_another_reason(self):
        self.serve(GOOD)
        mailbox = self.new()
        mailbox._check()
        mailbox._pause("Holidays")
        mailbox._check()
        self.assertEqual(mailbox.state, "paused")

    def test_an_administrator_sends_anyway(self):
        self.serve()
        mailbox = self.new()
        mailbox._check()
        mailbox.with_user(self.admin).action_accept()
        self.assertEqual((mailbox.state, mailbox.accepted_by), ("ready", self.admin))
        self.assertIn("not fulfilled", mailbox.message_ids[0].body)
        self.run_cron("_cron_check_mailboxes", NOW + timedelta(days=1))
        self.assertEqual(mailbox.state, "ready")

    def test_the_server_must_send_for_the_address(self):
        self.serve(GOOD)
        mailbox = self.new()
        for from_filter, code in (
            ("elsewhere.example", "server_from_filter"),
            ("ours.example", "server_ok"),
            ("elsewhere.example, anna@ours.example", "server_from_filter"),
            (False, "server_ok"),
        ):
            self.server.from_filter = from_filter
            mailbox._check()
            self.assertEqual(self.codes(mailbox)["server"], code, from_filter)

    # ------------------------------------------------------------------ access

    def test_who_may_do_what(self):
        mailbox = self.mailbox()
        as_user = mailbox.with_user(self.user)
        self.assertEqual(as_user.state, "ready")
        for button in ("action_check", "action_accept", "action_pause", "action_resume"):
            with self.assertRaises(AccessError, msg=button):
                getattr(as_user, button)()
        with self.assertRaises(AccessError):
            as_user.name = "Somebody"
        mailbox.with_user(self.admin).name = "Somebody"

    def test_mailboxes_of_other_companies_are_not_seen(self):
        other = self.env["res.company"].create({"name": "Other"})
        theirs = self.mailbox(company_id=other.id)
        self.assertNotIn(theirs, self.Mailbox.with_user(self.admin).search([]))
        theirs._take_slot(NOW, 1)
        self.assertFalse(
            self.env["outbound.mailbox.day"].with_user(self.admin).search([("mailbox_id", "=", theirs.id)])
        )

    def test_the_servers_password_is_nowhere(self):
        self.server.write({"smtp_user": "anna", "smtp_pass": "hush-hush"})
        self.admin.group_ids += self.env.ref("base.group_allow_export")
        mailbox = self.mailbox()
        self.assertNotIn("hush-hush", str(mailbox.with_user(self.admin).read()))
        with self.assertRaises(AccessError):
            mailbox.with_user(self.admin).export_data(["mail_server_id/smtp_pass"])
