"""Factories for enrichment tests: a loopback model, a loopback web, prospects, and a clock that the context moves."""

from datetime import datetime, timedelta

from odoo.tests import TransactionCase, new_test_user

from tests.contract.chat_server import ChatServer

NOW = datetime(2026, 3, 2, 9)  # naive UTC


class EnrichmentCase(TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "outbound_now": NOW, "tracking_disable": True})
        group = "outbound_prospecting.group_outbound_%s"
        cls.rep = new_test_user(cls.env, "enrich-rep", groups=group % "user", name="Rita Rep", tz="UTC")
        cls.manager = new_test_user(cls.env, "enrich-manager", groups=group % "manager", name="Maya", tz="UTC")
        cls.admin = new_test_user(cls.env, "enrich-admin", groups=group % "admin", name="Adam", tz="UTC")
        cls.team = cls.env["crm.team"].create({"name": "Outbound test team", "is_outbound": True})
        cls.env["outbound.provider"].search([]).active = False
        cls.number = 0

    @classmethod
    def lead(cls, **values):
        cls.number += 1
        return cls.env["crm.lead"].create(
            {
                "name": f"Prospect {cls.number}",
                "type": "opportunity",
                "team_id": cls.team.id,
                "user_id": cls.rep.id,
                "contact_name": "Jane Doe",
                "partner_name": "Northpeak Outfitters",
                "email_from": f"jane@prospect{cls.number}.example.com",
                "website": f"https://prospect{cls.number}.example.com",
                "icp_tier": "tier_1",
                **values,
            }
        )

    def model_server(self, *replies, answer=None):
        """A model on loopback for the length of a test."""
        server = ChatServer(*replies, answer=answer)
        self.enterContext(server)
        return server

    def provider(self, server, **values):
        return self.env["outbound.provider"].create(
            {
                "name": "Loopback",
                "endpoint": server.url,
                "model": "test-1",
                "key": "sk-very-secret-key-123456",
                "price_in": 1000.0,
                "price_out": 1000.0,
                "max_tokens": 500,
                **values,
            }
        )

    def at(self, records, **delta):
        return records.with_context(outbound_now=NOW + timedelta(**delta))

    def run_cron(self, model, method, **delta):
        """Run a scheduled action as Odoo's runner does: with a cursor of its own, which it may commit."""
        self.env.flush_all()
        with self.enter_registry_test_mode(), self.registry.cursor() as cr:
            getattr(self.at(self.env(cr=cr)[model], **delta), method)()
        self.env.invalidate_all()
