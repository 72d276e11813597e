from collections import defaultdict
from datetime import datetime, timedelta, timezone

import pytz

from odoo import models

from ...domain.handoff import Span

HORIZON = timedelta(days=28)  # whoever is away for longer is not waited for


class ResUsers(models.Model):
    """When people work: their own working hours and leaves where Odoo knows them, else those of their company."""

    _inherit = "res.users"

    def _get_work_spans(self, start: datetime, until: datetime | None = None) -> dict[int, list[Span]]:
        """Working time by user id, on the clock of each user, without leaves and days on which the company is closed.

        :param start: naive UTC, as `until`, which is four weeks later if None
        """
        users = self.sudo()
        begin = start.replace(tzinfo=timezone.utc)
        end = (until or start + HORIZON).replace(tzinfo=timezone.utc)
        spans = {}
        for (calendar, zone), (members, resources) in users._group_by_calendar().items():
            if not calendar:
                spans |= dict.fromkeys(members.ids, _whole_days(begin, end, zone))
                continue
            tz = pytz.timezone(zone)
            hours = calendar._work_intervals_batch(begin, end, tz=tz)[False]
            leaves = calendar._leave_intervals_batch(begin, end, resources=resources, tz=tz) if resources else {}
            for user in members:
                own = hours
                for resource in resources.filtered(lambda one, user=user: one.user_id == user):
                    own -= leaves[resource.id]
                spans[user.id] = [(opens, closes) for opens, closes, _meta in own]
        return spans

    def _group_by_calendar(self) -> dict:
        """{(calendar, zone): (users, their resources)}; a resource without working hours keeps those of the company."""
        resources = self.env["resource.resource"].sudo().search([("user_id", "in", self.ids)])
        of_user = resources.grouped("user_id")
        groups = defaultdict(lambda: (self.browse(), resources.browse()))
        for user in self:
            own = of_user.get(user, resources.browse())
            main = own.filtered(lambda one, user=user: one.company_id == user.company_id)[:1] or own[:1]
            calendar = main.calendar_id or user.company_id.resource_calendar_id
            zone = main.tz or user.tz or calendar.tz or "UTC"
            members, theirs = groups[calendar, zone]
            groups[calendar, zone] = members | user, theirs | own
        return groups


def _whole_days(begin: datetime, end: datetime, zone: str) -> list[Span]:
    """Without any working hours on record every day is a working day."""
    tz = pytz.timezone(zone)
    day = begin.astimezone(tz).replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    spans = []
    while tz.localize(day) < end:
        spans.append((tz.localize(day), tz.localize(day + timedelta(days=1))))
        day += timedelta(days=1)
    return spans
