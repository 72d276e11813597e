from datetime import date, datetime, timedelta, timezone

from odoo.tests import tagged

from odoo.addons.outbound_prospecting.models.mailbox.mailbox_calendar import Place

from .common import NOW, MailboxCase

UTC = timezone.utc


@tagged("post_install", "-at_install")
class TestCalendar(MailboxCase):
    def next_open(self, mailbox, place, after):
        return mailbox._get_calendar(place, NOW).next_open(after)

    def test_window_in_the_prospects_zone(self):
        mailbox = self.mailbox(window_start="09:30", window_end="11:00", weekdays="2,4")
        noon = datetime(2026, 6, 3, 12, 0, tzinfo=UTC)
        self.assertEqual(self.next_open(mailbox, Place("Asia/Tokyo"), noon), datetime(2026, 6, 4, 0, 30, tzinfo=UTC))

    def test_public_holidays_of_the_country(self):
        mailbox = self.mailbox()
        thursday_evening = datetime(2026, 7, 2, 22, 30, tzinfo=UTC)  # 3 July 2026: the observed 4th of July
        place = Place("America/New_York", "US", "NY")
        self.assertEqual(self.next_open(mailbox, place, thursday_evening), datetime(2026, 7, 6, 12, 0, tzinfo=UTC))
        mailbox.skip_holidays = False
        self.assertEqual(self.next_open(mailbox, place, thursday_evening), datetime(2026, 7, 3, 12, 0, tzinfo=UTC))

    def test_public_holidays_of_the_state(self):
        calendars = self.mailbox()._get_calendars(
            [Place("Europe/Berlin", "DE", "BY"), Place("Europe/Berlin", "DE", "BE"), Place("Europe/Berlin", "DE")], NOW
        )
        corpus_christi = date(2026, 6, 4)
        closed = {place.state: corpus_christi in calendar.holidays for place, calendar in calendars.items()}
        self.assertEqual(closed, {"BY": True, "BE": False, "": False})

    def test_a_country_that_the_library_does_not_know(self):
        calendar = self.mailbox()._get_calendar(Place("UTC", "XX", "YY"), NOW)
        self.assertFalse(calendar.holidays)

    def test_the_company_is_closed(self):
        mailbox = self.mailbox()
        self.env["resource.calendar.leaves"].create(
            {
                "name": "Works outing",
                "calendar_id": mailbox.company_id.resource_calendar_id.id,
                "date_from": NOW,
                "date_to": NOW + timedelta(days=2),
                "resource_id": False,
            }
        )
        at = NOW.replace(tzinfo=UTC)
        calendar = mailbox._get_calendar(Place("UTC"), NOW)
        self.assertEqual(calendar.why_closed(at), "closed")
        self.assertEqual(calendar.next_open(at), at + timedelta(days=2))

    def test_a_persons_leave_does_not_close_the_company(self):
        resource = self.env["resource.resource"].create({"name": "Anna", "user_id": self.user.id})
        self.env["resource.calendar.leaves"].create(
            {"name": "Leave", "resource_id": resource.id, "date_from": NOW, "date_to": NOW + timedelta(days=2)}
        )
        calendar = self.mailbox()._get_calendar(Place("UTC"), NOW)
        self.assertEqual(calendar.why_closed(NOW.replace(tzinfo=UTC)), "")

    # ------------------------------------------------------------------ where the prospect is

    def zone(self, country=None, state=None, fallback="Europe/Brussels", **values):
        country = self.env.ref(f"base.{country}") if country else self.env["res.country"]
        states = self.env["res.country.state"]
        if state:
            states = states.search([("country_id", "=", country.id), ("code", "=", state)])
            self.assertEqual(len(states), 1, state)
        return self.lead(country_id=country.id, state_id=states.id, **values)._get_outreach_zone(fallback)

    def test_zones(self):
        for where, expected in (
            ({"country": "fr"}, ("Europe/Paris", False)),
            ({"country": "de"}, ("Europe/Berlin", False)),
            ({"country": "us", "state": "CA"}, ("America/Los_Angeles", False)),
            ({"country": "us", "state": "NY"}, ("America/New_York", False)),
            ({"country": "us", "state": "AZ"}, ("America/Phoenix", False)),
            ({"country": "us", "city": "Denver"}, ("America/Denver", False)),
            ({"country": "us", "city": "Smallville"}, ("America/Chicago", True)),
            ({"country": "ca", "state": "BC"}, ("America/Vancouver", False)),
            ({"country": "au", "state": "WA"}, ("Australia/Perth", False)),
            ({"country": "br", "state": "AM"}, ("America/Manaus", False)),
            ({}, ("Europe/Brussels", True)),
            ({"fallback": "Asia/Tokyo"}, ("Asia/Tokyo", True)),
        ):
            self.assertEqual(self.zone(**where), expected, where)

    def test_every_state_of_the_large_countries_has_a_zone(self):
        for country in ("us", "ca", "au", "br", "mx"):
            for state in self.env.ref(f"base.{country}").state_ids:
                lead = self.lead(country_id=state.country_id.id, state_id=state.id)
                _zone, assumed = lead._get_outreach_zone("UTC")
                if state.country_id.code == "US" and state.code in (
                    "AS",
                    "FM",
                    "GU",
                    "MH",
                    "MP",
                    "PW",
                    "UM",
                    "AA",
                    "AE",
                    "AP",
                ):
                    continue  # territories and army post
                self.assertFalse(assumed, state.display_name)

    def test_the_zone_on_a_contact_is_a_hint_where_its_country_has_it(self):
        partner = self.env["res.partner"].create({"name": "Jane", "tz": "America/Denver"})
        us, de = self.env.ref("base.us"), self.env.ref("base.de")
        self.assertEqual(
            self.lead(partner_id=partner.id, country_id=us.id)._get_outreach_zone("UTC"), ("America/Denver", True)
        )
        self.assertEqual(
            self.lead(partner_id=partner.id, country_id=de.id)._get_outreach_zone("UTC"), ("Europe/Berlin", False)
        )
