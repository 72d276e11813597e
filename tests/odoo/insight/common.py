"""Factories for pilots: prospects, what happened to them, and a count by hand that shares no code with the product."""

from datetime import timedelta

from odoo.tests import new_test_user

from tests.odoo.replies.common import ReplyCase
from tests.odoo.sequence.common import MONDAY

HUMAN = {
    "interest", "meeting_request", "question", "objection", "deferral", "referral", "wrong_person", "not_interested",
    "hostile", "opt_out", "privacy_request", "other",
}  # fmt: skip
LABELS = [*sorted(HUMAN), "out_of_office", "auto_reply", "bounce", "complaint"]


class PilotCase(ReplyCase):
    """A draft pilot on a live sequence of two mails; prospects are made as needed."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["outbound.alert.rule"].search([]).write({"active": False})
        cls.manager = new_test_user(cls.env, "pilot-maya", groups="outbound_prospecting.group_outbound_manager")
        cls.rep = new_test_user(cls.env, "pilot-ada", groups="outbound_prospecting.group_outbound_user")
        cls.Pilot = cls.env["outbound.pilot"]

    @classmethod
    def pilot(cls, *leads, **values):
        leads = cls.env["crm.lead"].union(*leads)
        return cls.Pilot.create(
            {
                "name": "Spring",
                "user_id": cls.manager.id,
                "team_id": cls.team.id,
                "sequence_ids": [(6, 0, cls.sequence.ids)],
                "member_ids": [(0, 0, {"lead_id": lead.id}) for lead in leads],
                "batch_size": max(len(leads), 1),
                **values,
            }
        )

    @classmethod
    def people(cls, count, start=0, **values):
        rows = [cls.lead_values(f"p{start + number}", **values) for number in range(count)]
        return cls.env["crm.lead"].create(rows)

    def launched(self, *leads, gates=0, **values):
        """A pilot that runs, with its first `gates` passed."""
        pilot = self.pilot(*leads, **values)
        pilot.action_launch()
        for gate in pilot.gate_ids.sorted("number")[:gates]:
            gate.action_pass()
        return pilot

    def enrol_all(self, pilot):
        """What the scheduled action does with the requests of a pilot."""
        leads = pilot.member_ids.filtered(lambda member: not member.holdout).lead_id
        result = self.Enrolment._enrol(leads, pilot.sequence_ids[:1])
        assert not result.refusals, result.refusals
        return result.enrolments

    def reply(self, lead, label, **values):
        """An answer as the reading room leaves it."""
        number = self.Reply.search_count([])
        return self.Reply.create(
            {
                "message_id": f"<reply-{number}@mx.example.net>",
                "lead_id": lead.id,
                "label": label,
                "fault": "recipient" if label == "bounce" else False,
                "state": "done",
                "holds": False,
                "received_date": MONDAY + timedelta(days=5),
                **values,
            }
        )

    def event(self, lead, kind, **values):
        self.env["outbound.event"]._log([{"lead_id": lead.id, "kind": kind, **values}])

    def mark_sent(self, enrolment, number=1):
        touch = self.touch(enrolment, number)
        touch._write_state({"state": "sent", "done_date": MONDAY + timedelta(days=2)})
        return touch
