"""Factories for routing tests: a team of reps in Berlin hours, prospects, and a clock that the context moves."""

from datetime import datetime, timedelta

from odoo.tests import TransactionCase, new_test_user

MONDAY = datetime(2026, 3, 2, 9, 0)  # UTC; 10:00 in Berlin


class RoutingCase(TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "outbound_now": MONDAY, "tracking_disable": True})
        cls.env["ir.config_parameter"].sudo().set_param("sales_team.membership_multi", "True")
        cls.calendar = cls.env["resource.calendar"].create(
            {"name": "Office hours", "tz": "Europe/Berlin", "attendance_ids": [(5, 0, 0), *cls.hours()]}
        )
        cls.env.company.resource_calendar_id = cls.calendar
        cls.manager = cls.user("maya", "manager")
        cls.ada, cls.bo = cls.user("ada"), cls.user("bo")
        cls.team = cls.env["crm.team"].create(
            {"name": "Outbound test team", "is_outbound": True, "user_id": cls.manager.id}
        )
        cls.member_ada, cls.member_bo = cls.member(cls.ada), cls.member(cls.bo)
        cls.policy = cls.env["outbound.routing.policy"]._find_policy(cls.env.company)
        cls.policy.write({"assign_domain": "[]", "tolerance": 2})
        cls.env["outbound.alert.rule"].search([]).write({"active": False})
        cls.number = 0

    @classmethod
    def hours(cls):
        return [
            (0, 0, {"name": "Work", "dayofweek": str(day), "hour_from": start, "hour_to": end, "day_period": period})
            for day in range(5)
            for start, end, period in ((9, 12, "morning"), (13, 17, "afternoon"))
        ]

    @classmethod
    def user(cls, login, group="user", **values):
        return new_test_user(
            cls.env,
            f"routing-{login}",
            groups=f"outbound_prospecting.group_outbound_{group}",
            name=login.title(),
            **{"tz": "Europe/Berlin", **values},
        )

    @classmethod
    def member(cls, user, team=None, **values):
        return cls.env["crm.team.member"].create({"user_id": user.id, "crm_team_id": (team or cls.team).id, **values})

    @classmethod
    def lead(cls, **values):
        cls.number += 1
        return cls.env["crm.lead"].create(cls.lead_values(cls.number, **values))

    @classmethod
    def lead_values(cls, number, **values):
        return {
            "name": f"Prospect {number}",
            "type": "opportunity",
            "team_id": cls.team.id,
            "user_id": False,
            "contact_name": "Jane Doe",
            "partner_name": f"Northpeak {number}",
            "email_from": f"jane@prospect{number}.example.com",
            **values,
        }

    @classmethod
    def leads(cls, count, **values):
        cls.number += count
        return cls.env["crm.lead"].create(
            [cls.lead_values(f"{cls.number}-{number}", **values) for number in range(count)]
        )

    @classmethod
    def leave(cls, user, start, end, resource=None):
        resource = resource or cls.resource(user)
        return cls.env["resource.calendar.leaves"].create(
            {
                "name": "Leave",
                "resource_id": resource.id,
                "calendar_id": resource.calendar_id.id,
                "date_from": start,
                "date_to": end,
                "time_type": "leave",
            }
        )

    @classmethod
    def resource(cls, user, calendar=None, **values):
        return cls.env["resource.resource"].create(
            {
                "name": user.name,
                "user_id": user.id,
                "calendar_id": (calendar or cls.calendar).id,
                "tz": "Europe/Berlin",
                "company_id": cls.env.company.id,
                **values,
            }
        )

    def at(self, records, now=None, **delta):
        return records.with_context(outbound_now=(now or MONDAY) + timedelta(**delta))

    def run_cron(self, model, method, now=None, **delta):
        """Run a scheduled action as Odoo's runner does: with a cursor of its own, which it may commit."""
        self.env.flush_all()
        with self.enter_registry_test_mode(), self.registry.cursor() as cr:
            getattr(self.at(self.env(cr=cr)[model], now, **delta), method)()
        self.env.invalidate_all()
