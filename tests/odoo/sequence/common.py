"""Factories for outreach tests: small, with keyword overrides; the clock moves by context."""

from datetime import datetime, timedelta

from odoo.tests import TransactionCase

MONDAY = datetime(2026, 3, 2, 9, 0)  # UTC


class NameServers:
    """Name servers that know every domain to take mail; no test asks the real ones."""

    def ask(self, name, kind):
        return [f"10 mail.{name}"] if kind == "MX" else []


class OutreachCase(TransactionCase):
    """A live sequence (research, mail, mail, LinkedIn, mail), a ready mailbox, and prospects of allowed countries."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "outbound_now": MONDAY, "tracking_disable": True})
        cls.classPatch(cls.registry["outbound.mail.domain"], "_get_name_servers", lambda self: NameServers())
        cls.Enrolment = cls.env["outbound.enrolment"]
        cls.Touch = cls.env["outbound.touch"]
        cls.team = cls.env["crm.team"].create({"name": "Outbound test team", "is_outbound": True})
        cls.country = cls.env.ref("base.be")
        cls.env["outbound.country.rule"].search([("country_id", "in", [cls.country.id, False])]).unlink()
        cls.env["outbound.country.rule"].create({"country_id": cls.country.id, "policy": "allow"})
        cls.env["outbound.mailbox"].search([]).write({"state": "paused"})
        cls.mailbox = cls.env["outbound.mailbox"].create(cls.mailbox_values())
        cls.sequence = cls.make_sequence()

    @classmethod
    def mailbox_values(cls, **values):
        return {
            "name": "Ada Rep",
            "email": "ada@ours.example.com",
            "state": "ready",
            "mail_server_id": cls.env["ir.mail_server"].create({"name": "Test", "smtp_host": "localhost"}).id,
            "postal_address": "1 Test Street, Brussels",
            "fallback_tz": "Europe/Brussels",
            **values,
        }

    @classmethod
    def make_sequence(cls, live=True, steps=None, **values):
        steps = steps or [
            {"name": "Research", "day": 1, "channel": "internal", "blocking": True},
            {"name": "First mail", "day": 3, "channel": "email", "thread_mode": "new"},
            {"name": "Follow-up", "day": 7, "channel": "email"},
            {"name": "Connect", "day": 10, "channel": "linkedin"},
            {"name": "Break-up", "day": 14, "channel": "email"},
        ]
        sequence = cls.env["outbound.sequence"].create(
            {"name": "Test sequence", "step_ids": [(0, 0, step) for step in steps], **values}
        )
        if live:
            sequence.write({"state": "active"})
        return sequence

    @classmethod
    def lead(cls, name="jane", **values):
        return cls.env["crm.lead"].create(cls.lead_values(name, **values))

    @classmethod
    def lead_values(cls, name, **values):
        return {
            "name": f"Prospect {name}",
            "type": "opportunity",
            "team_id": cls.team.id,
            "user_id": False,
            "contact_name": f"{name.title()} Doe",
            "partner_name": f"{name.title()} Works",
            "email_from": f"{name}@{name}.test",
            "website": f"https://{name}.test",
            "country_id": cls.country.id,
            **values,
        }

    @classmethod
    def enrol(cls, *leads, sequence=None):
        leads = cls.env["crm.lead"].union(*leads) if leads else cls.lead()
        result = cls.Enrolment._enrol(leads, sequence or cls.sequence)
        assert not result.refusals, result.refusals
        return result.enrolments

    def at(self, records, **delta):
        """`records` with the clock moved from Monday 2 March 2026, 09:00 UTC."""
        return records.with_context(outbound_now=MONDAY + timedelta(**delta))

    def run_cron(self, model, method, **delta):
        """Run a scheduled action as Odoo's runner does: with a cursor of its own, which it may commit."""
        self.env.flush_all()
        with self.enter_registry_test_mode(), self.registry.cursor() as cr:
            records = self.env(cr=cr)[model]
            getattr(self.at(records, **delta), method)()
        self.env.invalidate_all()

    def touch(self, enrolment, number):
        return enrolment.touch_ids.filtered(lambda touch: touch.number == number)
