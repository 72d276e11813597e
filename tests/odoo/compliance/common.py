"""Factories of the compliance tests: small, with keyword overrides."""

from datetime import datetime

from odoo.tests import TransactionCase, new_test_user

NOW = datetime(2026, 6, 3, 10, 0)


class ComplianceCase(TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "outbound_now": NOW})
        cls.Suppression = cls.env["outbound.suppression"]
        cls.Blacklist = cls.env["mail.blacklist"]
        cls.team = cls.env["crm.team"].create({"name": "Outbound test team", "is_outbound": True})
        cls.germany = cls.env.ref("base.de")
        cls.america = cls.env.ref("base.us")
        cls.user = new_test_user(cls.env, "outbound-user", "outbound_prospecting.group_outbound_user")
        cls.admin = new_test_user(cls.env, "outbound-admin", "outbound_prospecting.group_outbound_admin")

    @classmethod
    def lead(cls, **values):
        return cls.env["crm.lead"].create(
            {
                "name": "Prospect",
                "type": "opportunity",
                "team_id": cls.team.id,
                "user_id": False,
                "partner_name": "Northpeak Outfitters",
                "contact_name": "Jane Doe",
                "email_from": "jane@northpeak.example",
                "country_id": cls.america.id,
                **values,
            }
        )
