from datetime import timedelta

from odoo.tests import tagged

from tests.dns_server import DnsServer

from .common import NOW, ComplianceCase


@tagged("post_install", "-at_install")
class TestAddresses(ComplianceCase):
    """Addresses against a real name server on loopback."""

    def setUp(self):
        super().setUp()
        self.Domain = self.env["outbound.mail.domain"]

    def serve(self, records=(), **options):
        server = self.enterContext(DnsServer(records, **options))
        self.env["ir.config_parameter"].set_param("outbound_prospecting.name_servers", server.address)
        return server

    def status(self, email, now=NOW):
        Domain = self.Domain.with_context(outbound_now=now)
        return {verdict.status for verdict in Domain._verify([email]).values()}.pop()

    def test_valid_invalid_unknown(self):
        self.serve({"mx.example MX": ["10 mail.mx.example."], "null.example MX": ["0 ."]}, failing=["broken.example"])
        verdicts = self.Domain._verify(["a@mx.example", "b@null.example", "c@broken.example", "d@", "e@gone.example"])
        self.assertEqual(
            {email: (verdict.status, verdict.reason) for email, verdict in verdicts.items()},
            {
                "a@mx.example": ("valid", ""),
                "b@null.example": ("invalid", "no_mail"),
                "c@broken.example": ("unknown", "silence"),
                "d@": ("invalid", "syntax"),
                "e@gone.example": ("invalid", "no_mail"),
            },
        )

    def test_nobody_is_asked_until_the_scheduled_action(self):
        server = self.serve({"mx.example MX": ["10 mail.mx.example."]})
        lead = self.lead(email_from="jane@mx.example")
        self.assertEqual(lead._get_prospect_facts()[lead.id].address, "unknown")
        self.assertFalse(server.questions)
        with self.enter_registry_test_mode():
            self.env.ref("outbound_prospecting.ir_cron_outbound_check_domains").method_direct_trigger()
        self.Domain.invalidate_model()
        self.assertEqual(lead._get_prospect_facts()[lead.id].address, "valid")

    def test_an_answer_is_kept_for_a_month_and_silence_for_an_hour(self):
        server = self.serve({"mx.example MX": ["10 mail.mx.example."]}, failing=["broken.example"])
        for _time in range(2):
            self.assertEqual(self.status("a@mx.example"), "valid")
            self.assertEqual(self.status("a@broken.example"), "unknown")
        self.assertEqual(server.questions.count("mx.example MX"), 1)
        server.failing.clear()
        server.records["broken.example", "MX"] = ["10 mail.broken.example."]
        self.assertEqual(self.status("a@broken.example", NOW + timedelta(minutes=59)), "unknown")
        self.assertEqual(self.status("a@broken.example", NOW + timedelta(minutes=61)), "valid")
        server.records["mx.example", "MX"] = ["0 ."]
        self.assertEqual(self.status("a@mx.example", NOW + timedelta(days=29)), "valid")
        self.assertEqual(self.status("a@mx.example", NOW + timedelta(days=31)), "invalid")

    def test_a_domain_that_answered_keeps_its_answer_when_nobody_answers(self):
        server = self.serve({"mx.example MX": ["10 mail.mx.example."]})
        self.assertEqual(self.status("a@mx.example"), "valid")
        server.failing.add("mx.example")
        self.assertEqual(self.status("a@mx.example", NOW + timedelta(days=31)), "valid")
