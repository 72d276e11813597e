from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timezone

from odoo import api, models

from ...adapters.public_holidays import public_holidays
from ...domain.schedule import HORIZON_DAYS, SendCalendar, parse_local_time, parse_weekdays

YEARS = 2 + HORIZON_DAYS // 365


@dataclass(frozen=True)
class Place:
    """Where a prospect is: IANA zone, ISO code of the country ("" if not known) and code of the state (or "")."""

    zone: str
    country: str = ""
    state: str = ""


class OutboundMailbox(models.Model):
    """Calendar: when mail from here may reach a prospect."""

    _inherit = "outbound.mailbox"

    def _get_calendars(self, places: Iterable[Place], now: datetime) -> dict[Place, SendCalendar]:
        """The sending hours of this mailbox at each place: its window on the prospect's clock, without public holidays
        there and without the days on which the mailbox's company is closed.

        :param now: naive UTC; holidays are known for the two years after it
        """
        self.ensure_one()
        start, end = parse_local_time(self.window_start), parse_local_time(self.window_end)
        weekdays = parse_weekdays(self.weekdays)
        closed = self._get_closed(now)
        calendars = {}
        for place in set(places):
            holidays = frozenset()
            if self.skip_holidays and place.country:
                years = range(now.year - 1, now.year + YEARS)
                holidays = holidays.union(*(public_holidays(place.country, place.state, year) for year in years))
            calendars[place] = SendCalendar(place.zone, start, end, weekdays, holidays, closed)
        return calendars

    def _get_calendar(self, place: Place, now: datetime) -> SendCalendar:
        """The same for one place."""
        return self._get_calendars([place], now)[place]

    @api.model
    def _get_place(self, lead, zone: str) -> Place:
        """Where a prospect is, its zone being known already."""
        return Place(zone, lead.country_id.code or "", lead.state_id.code or "")

    def _get_closed(self, now: datetime) -> tuple[tuple[datetime, datetime], ...]:
        """Spans (aware) in which the company as a whole does not work, from its working schedule in Odoo."""
        calendar = self.company_id.resource_calendar_id
        leaves = (
            self.env["resource.calendar.leaves"]
            .sudo()
            .search(
                [
                    ("resource_id", "=", False),
                    ("calendar_id", "in", [calendar.id, False]),
                    ("company_id", "in", [self.company_id.id, False]),
                    ("date_to", ">", now),
                ]
            )
        )
        return tuple(
            (leave.date_from.replace(tzinfo=timezone.utc), leave.date_to.replace(tzinfo=timezone.utc))
            for leave in leaves
        )
