from datetime import date, timedelta

import psycopg2

from odoo.exceptions import ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from odoo.addons.outbound_prospecting.domain.schedule import SendCalendar, parse_local_time

from .common import NOW, MailboxCase

CALENDAR = SendCalendar("UTC", parse_local_time("08:00"), parse_local_time("17:00"))


@tagged("post_install", "-at_install")
class TestPace(MailboxCase):
    def capacity(self, mailbox, now=NOW):
        return mailbox._get_capacities(now)[mailbox.id]

    def test_a_new_mailbox_ramps_from_its_first_mail(self):
        mailbox = self.mailbox()
        self.assertEqual(self.capacity(mailbox).cap, 5)
        self.assertEqual(self.capacity(mailbox, NOW + timedelta(days=90)).cap, 5, "it has sent nothing yet")
        mailbox._take_slot(NOW, 1)
        self.assertEqual(mailbox.ramp_from, NOW.date())
        self.assertEqual(self.capacity(mailbox, NOW + timedelta(weeks=4)).cap, 17)
        self.assertEqual(self.capacity(mailbox, NOW + timedelta(weeks=8)).cap, 30)

    def test_the_cap_counts_by_the_days_of_the_mailboxs_zone(self):
        mailbox = self.mailbox(tz="America/New_York", ramp_weeks=0, daily_cap=3)
        late = NOW.replace(hour=3)  # 23:00 of 2 June there
        for number in range(3):
            mailbox._take_slot(late, number)
        self.assertEqual(self.capacity(mailbox, late).free, 0)
        self.assertEqual(self.capacity(mailbox, NOW.replace(hour=4)).free, 3, "midnight there")
        self.assertEqual(mailbox.day_ids.mapped(lambda day: (day.day, day.sent)), [(date(2026, 6, 2), 3)])

    def test_a_clock_that_goes_back_does_not_open_the_cap_again(self):
        mailbox = self.mailbox(ramp_weeks=0, daily_cap=3)
        after_midnight = NOW.replace(hour=0, minute=30)
        for number in range(3):
            mailbox._take_slot(after_midnight, number)
        self.assertEqual(self.capacity(mailbox, after_midnight - timedelta(hours=2)).free, 0)

    def test_the_pause_after_a_mail(self):
        mailbox = self.mailbox()
        slots = set()
        for number in range(20):
            mailbox._take_slot(NOW, number)
            self.assertTrue(timedelta(minutes=2) <= mailbox.next_slot - NOW <= timedelta(minutes=10))
            slots.add(mailbox.next_slot)
        self.assertGreater(len(slots), 10, "pauses are not all alike")
        mailbox._take_slot(NOW, 7)
        again = mailbox.next_slot
        mailbox._take_slot(NOW, 7)
        self.assertEqual(mailbox.next_slot, again, "the same mail pauses alike")

    def test_what_the_gates_are_told(self):
        mailbox = self.mailbox(ramp_weeks=0, daily_cap=2)
        self.assertEqual(mailbox._get_pace(NOW, CALENDAR).state, "ready")
        mailbox._take_slot(NOW, 1)
        pace = mailbox._get_pace(NOW, CALENDAR)
        self.assertEqual((pace.free, pace.next_slot.replace(tzinfo=None)), (1, mailbox.next_slot))
        mailbox._pause("Holidays")
        self.assertEqual(mailbox._get_pace(NOW, CALENDAR).state, "paused")
        self.assertEqual(self.Mailbox._get_pace(NOW, CALENDAR).state, "missing")
        self.server.active = False
        self.assertEqual(mailbox._get_pace(NOW, CALENDAR).state, "missing")

    def test_figures_of_the_form(self):
        mailbox = self.mailbox(ramp_weeks=0, daily_cap=10)
        mailbox._take_slot(NOW, 1)
        self.assertEqual((mailbox.cap_today, mailbox.used_today, mailbox.free_today), (10, 1, 9))

    def test_capacities_of_many_are_one_query(self):
        mailboxes = self.Mailbox.union(*(self.mailbox() for _number in range(10)))
        mailboxes.mapped("ramp_from")
        with self.assertQueryCount(1):
            mailboxes._get_capacities(NOW)

    def test_taking_a_slot_is_few_queries(self):
        mailbox = self.mailbox()
        mailbox._take_slot(NOW, 0)
        self.env.flush_all()
        with self.assertQueryCount(2):
            mailbox._take_slot(NOW, 1)
            self.env.flush_all()

    # ------------------------------------------------------------------ bad input

    def test_what_a_mailbox_cannot_be(self):
        for values in (
            {"email": "anna"},
            {"window_start": "8"},
            {"window_start": "17:00", "window_end": "08:00"},
            {"window_start": "08:00", "window_end": "08:00"},
            {"weekdays": ""},
            {"weekdays": "1,9"},
        ):
            with self.assertRaises(ValidationError, msg=values):
                self.mailbox(**values)
        for values in ({"daily_cap": -1}, {"gap_min": 5, "gap_max": 2}):
            with self.assertRaises(psycopg2.errors.CheckViolation), mute_logger("odoo.sql_db"), self.env.cr.savepoint():
                self.mailbox(**values)

    def test_one_mailbox_for_an_address(self):
        self.mailbox(email="anna@ours.example").active = False
        self.mailbox(email="anna@ours.example")
        with self.assertRaises(psycopg2.errors.UniqueViolation), mute_logger("odoo.sql_db"), self.env.cr.savepoint():
            self.mailbox(email="Anna <ANNA@ours.example>")

    def test_weekdays_as_boxes(self):
        mailbox = self.mailbox(weekdays="1,3")
        self.assertEqual([mailbox.mon, mailbox.tue, mailbox.wed, mailbox.sun], [True, False, True, False])
        mailbox.write({"sat": True, "mon": False})
        self.assertEqual(mailbox.weekdays, "3,6")
