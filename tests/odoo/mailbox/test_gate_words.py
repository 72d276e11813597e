from odoo.tests import tagged

from odoo.addons.outbound_prospecting.domain.gates import REASONS
from odoo.addons.outbound_prospecting.models.mailbox.gate import WORDS

from .common import MailboxCase


@tagged("post_install", "-at_install")
class TestGateWords(MailboxCase):
    def test_every_reason_has_words(self):
        self.assertEqual(set(WORDS), set(REASONS))
        for reason in REASONS:
            self.assertRegex(self.env["outbound.gate"]._describe(reason), r"^[A-Z“].*\.$")
