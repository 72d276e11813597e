"""Factories of the mailbox tests: small, with keyword overrides."""

from datetime import datetime

from odoo.tests import TransactionCase, new_test_user

NOW = datetime(2026, 6, 3, 10, 0)


class MailboxCase(TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "outbound_now": NOW})
        cls.Mailbox = cls.env["outbound.mailbox"]
        cls.Mailbox.search([]).active = False  # only the tests' own
        cls.server = cls.env["ir.mail_server"].create(
            {"name": "Loopback", "smtp_host": "127.0.0.1", "smtp_port": 9, "smtp_authentication": "login"}
        )
        cls.team = cls.env["crm.team"].create({"name": "Outbound test team", "is_outbound": True})
        cls.user = new_test_user(cls.env, "outbound-user", "outbound_prospecting.group_outbound_user")
        cls.admin = new_test_user(cls.env, "outbound-admin", "outbound_prospecting.group_outbound_admin")

    @classmethod
    def mailbox(cls, **values):
        number = cls.Mailbox.with_context(active_test=False).search_count([])
        mailbox = cls.Mailbox.create(
            {
                "name": "Anna Berg",
                "email": f"anna{number}@ours.example",
                "mail_server_id": cls.server.id,
                "postal_address": "1 Main Street, Springfield",
                "tz": "UTC",
                **values,
            }
        )
        if "state" not in values:
            mailbox._resume()
        return mailbox

    def run_cron(self, method, now=NOW):
        """Run a scheduled action of mailboxes as Odoo does, at a given time, in a transaction that may commit."""
        self.env.flush_all()
        with self.enter_registry_test_mode(), self.registry.cursor() as cr:
            env = self.env(cr=cr, context={**self.env.context, "outbound_now": now})
            getattr(env["outbound.mailbox"], method)()
        self.env.invalidate_all()

    @classmethod
    def lead(cls, **values):
        return cls.env["crm.lead"].create(
            {"name": "Prospect", "type": "opportunity", "team_id": cls.team.id, "user_id": False, **values}
        )
