"""What the tests of sending share: approved mails, and a mail server on loopback that answers as told."""

import socket
from datetime import timedelta
from email import message_from_bytes, policy
from unittest.mock import patch

from aiosmtpd.controller import Controller

from odoo import SUPERUSER_ID, api

from odoo.addons.base.models.ir_mail_server import IrMail_Server

from tests.odoo.sequence.common import MONDAY, OutreachCase

DUE = MONDAY + timedelta(days=2)


class Sink:
    """Keeps what it accepts. `answers`: reply by verb; "hang_up" closes the connection instead."""

    def __init__(self):
        self.answers = {}
        self.received = []
        self.size = 0

    async def reply(self, server, verb):
        answer = self.answers.get(verb)
        if answer == "hang_up":
            server.transport.close()
            return "421 bye"
        return answer

    async def handle_MAIL(self, server, session, envelope, address, options):
        envelope.mail_from = address
        return await self.reply(server, "mail") or "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        reply = await self.reply(server, "rcpt") or await self.reply(server, address)
        if not reply:
            envelope.rcpt_tos.append(address)
        return reply or "250 OK"

    async def handle_DATA(self, server, session, envelope):
        reply = await self.reply(server, "data")
        if not reply:
            self.received.append((envelope.mail_from, envelope.rcpt_tos, envelope.content))
        return reply or "250 queued"

    @property
    def messages(self):
        return [message_from_bytes(content, policy=policy.default) for _from, _to, content in self.received]


class SendingCase(OutreachCase):
    """Mails of one prospect each, approved and due on Wednesday 4 March 2026, 09:00 UTC."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.sink = Sink()
        with socket.create_server(("127.0.0.1", 0)) as probe:
            cls.port = probe.getsockname()[1]
        cls.controller = Controller(cls.sink, hostname="127.0.0.1", port=cls.port, data_size_limit=300_000)
        cls.controller.start()
        cls.addClassCleanup(cls.controller.stop)
        cls.server = cls.env["ir.mail_server"].create(
            {"name": "Loopback", "smtp_host": "127.0.0.1", "smtp_port": cls.port, "smtp_encryption": "none"}
        )
        cls.mailbox.write({"mail_server_id": cls.server.id, "gap_min": 0, "gap_max": 0, "ramp_weeks": 0})
        cls.sequence = cls.make_sequence(
            steps=[
                {"name": "First mail", "day": 3, "channel": "email", "thread_mode": "new"},
                {"name": "Follow-up", "day": 8, "channel": "email"},
            ]
        )
        cls.classPatch(IrMail_Server, "_disable_send", classmethod(lambda cls: False))

    def setUp(self):
        super().setUp()
        self.sink.answers.clear()
        self.sink.received.clear()

    def approved(self, name="jane", number=1, lead=None, **values):
        """An approved mail of a new prospect."""
        lead = lead or self.lead(name)
        domain = lead.email_normalized.partition("@")[2]
        if not self.env["outbound.mail.domain"].search([("name", "=", domain)]):
            self.env["outbound.mail.domain"].create({"name": domain, "status": "mail", "checked_date": MONDAY})
        return self.approve(self.touch(self.enrol(lead), number), **values)

    def approve(self, touch, **values):
        touch.write(
            {
                "subject": "An idea",
                "body_text": "Hello,\n\nan idea.",
                "body_html": "<p>Hello,</p><p>an idea.</p>",
                "due_date": DUE - timedelta(hours=1),
                **values,
            }
        )
        touch._write_state({"state": "approved", "text_hash": touch._get_text_hash()})
        touch._set_wake_date()
        return touch

    def send(self, now=DUE):
        """One run of the scheduled action."""
        self.env.flush_all()
        with self.enter_registry_test_mode(), self.registry.cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {"outbound_now": now})
            env["outbound.touch"]._cron_send_touches()
        self.env.invalidate_all()

    def failing(self, name, when, error=ValueError("broken")):
        """`outbound.touch.<name>` fails for records of which `when(touch)` is true."""
        Touch = self.registry["outbound.touch"]
        original = getattr(Touch, name)

        def wrapped(touch, *args, **kwargs):
            if when(touch):
                raise error
            return original(touch, *args, **kwargs)

        return patch.object(Touch, name, wrapped)
