"""Factories for insight tests: an outreach case with reps, and health checks with nothing wrong to begin with."""

from datetime import timedelta

from odoo.tests import new_test_user

from tests.odoo.sequence.common import MONDAY, OutreachCase


class InsightCase(OutreachCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.rep, cls.other = cls.user("rep"), cls.user("other")
        cls.manager, cls.admin = cls.user("manager", "manager"), cls.user("admin", "admin")
        cls.team.user_id = cls.manager
        cls.Problem = cls.env["outbound.health.problem"]

    @classmethod
    def user(cls, login, group="user", **values):
        return new_test_user(
            cls.env,
            f"insight-{login}",
            groups=f"base.group_user,outbound_prospecting.group_outbound_{group}",
            **{"name": login.title(), "tz": "UTC", **values},
        )

    @classmethod
    def add_touch(cls, name, state, number=2, user=None, **values):
        """A touch of a new prospect as it stands after some days, without what led to it."""
        enrolment = cls.enrol(cls.lead(name, user_id=(user or cls.rep).id))
        touch = enrolment.touch_ids.filtered(lambda one: one.number == number)
        touch._write_state({"state": state})
        touch.write({"wake_date": touch.due_date, **values})
        return touch

    @classmethod
    def add_handoff(cls, name="warm", user=None, hours=3, **values):
        """A warm prospect with a deadline so many hours from Monday morning."""
        user = cls.rep if user is None else user
        lead = cls.lead(name, user_id=user.id)
        handoff = cls.env["outbound.handoff"].create(
            {
                "lead_id": lead.id,
                "user_id": user.id,
                "manager_id": cls.manager.id,
                "team_id": cls.team.id,
                "reason": "interest",
                "replied": True,
                "date": MONDAY,
                "deadline": MONDAY + timedelta(hours=hours),
                **{name: value for name, value in values.items() if name != "state"},
            }
        )
        handoff._write_state({"state": values.get("state", "assigned")})
        return handoff
