"""Factories for drafts: a sequence of mails, a mailbox, prospects and their touches, with a clock of their own."""

from datetime import datetime, timedelta
from unittest.mock import patch

from odoo.tests import TransactionCase, new_test_user

NOW = datetime(2026, 3, 2, 9)  # naive UTC, as Odoo stores it
BODY = (
    "Hi {first_name|there},\n\n"
    "{company} opened a shop in {city|your town}. New teams learn from whoever is near. That works until the season "
    "starts. We help shops give every team the same first hour.\n\n"
    "Is that on your list?\n\n{sender_first_name}"
)


class DraftingCase(TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # No clock argument reaches buttons and scheduled actions, so the tests' clock is in the context.
        cls.env = cls.env(context={**cls.env.context, "outbound_now": NOW, "tracking_disable": True})
        group = "outbound_prospecting.group_outbound_%s"
        cls.rep = new_test_user(cls.env, "rep", groups=group % "user", name="Rita Rep", tz="UTC")
        cls.other = new_test_user(cls.env, "other", groups=group % "user", name="Otto Other", tz="UTC")
        cls.reviewer = new_test_user(cls.env, "reviewer", groups=group % "reviewer", name="Vera Review", tz="UTC")
        cls.team = cls.env["crm.team"].create(
            {"name": "Outbound test team", "is_outbound": True, "user_id": cls.reviewer.id}
        )
        cls.mailbox = cls.env["outbound.mailbox"].create({"name": "Max Muster", "email": "max@sender.example.com"})
        cls.sequence = cls.env["outbound.sequence"].create(
            {"name": "Test sequence", "review_policy": "all", "company_id": cls.env.company.id}
        )
        cls.steps = cls.env["outbound.sequence.step"].create(
            [
                {
                    "sequence_id": cls.sequence.id,
                    "name": "First mail",
                    "day": 3,
                    "channel": "email",
                    "thread_mode": "new",
                },
                {"sequence_id": cls.sequence.id, "name": "Second mail", "day": 7, "channel": "email"},
            ]
        )
        cls.template = cls.add_template(cls.steps[0], subject="A question for {company}")
        cls.follow_up = cls.add_template(cls.steps[1], subject="Another thought for {company}")
        cls.number = 0

    @classmethod
    def add_template(cls, step, **values):
        return cls.env["outbound.template"].create({"step_id": step.id, "body": BODY, "subject": "Hello", **values})

    @classmethod
    def add_lead(cls, **values):
        cls.number += 1
        return cls.env["crm.lead"].create(
            {
                "name": "Prospect",
                "type": "opportunity",
                "team_id": cls.team.id,
                "user_id": cls.rep.id,
                "partner_name": f"Northpeak {cls.number}",
                "contact_name": "Jane Doe",
                "email_from": f"jane{cls.number}@prospect{cls.number}.example.com",
                "city": "Boulder",
                **values,
            }
        )

    @classmethod
    def enrol(cls, lead=None, due=None, **lead_values):
        """An active enrolment with both mails planned, the first due in a day."""
        lead = lead or cls.add_lead(**lead_values)
        enrolment = cls.env["outbound.enrolment"].create(
            {
                "lead_id": lead.id,
                "sequence_id": cls.sequence.id,
                "mailbox_id": cls.mailbox.id,
                "company_id": cls.env.company.id,
                "email_normalized": lead.email_normalized,
                "tz": "America/Denver",
            }
        )
        due = due or NOW + timedelta(days=1)
        touches = cls.env["outbound.touch"].create(
            [
                {
                    "enrolment_id": enrolment.id,
                    "step_id": step.id,
                    "lead_id": lead.id,
                    "company_id": cls.env.company.id,
                    "mailbox_id": cls.mailbox.id,
                    "number": number,
                    "channel": step.channel,
                    "due_date": due + timedelta(days=4 * (number - 1)),
                }
                for number, step in enumerate(cls.steps, 1)
            ]
        )
        touches._set_wake_date()
        return enrolment

    @classmethod
    def first(cls, **values):
        """The first touch of a new enrolment."""
        return cls.enrol(**values).touch_ids.sorted("number")[0]

    @classmethod
    def drafted(cls, **values):
        touch = cls.first(**values)
        touch._draft()
        assert touch.state == "drafted", touch.hold_reason
        return touch

    def failed(self, touch):
        return {check["name"] for check in touch.checks if not check["ok"]}

    def at(self, records, **delta):
        """The same records at a later time."""
        return records.with_context(outbound_now=NOW + timedelta(**delta))

    def run_cron(self, xmlid, **delta):
        """A scheduled action at a later time, committing nothing."""
        clock = type(self.env["outbound.clock"])
        with (
            self.enter_registry_test_mode(),
            patch.object(clock, "_now", lambda self: NOW + timedelta(**delta)),
        ):
            self.env.ref(f"outbound_prospecting.{xmlid}").method_direct_trigger()
        self.env.invalidate_all()
