from datetime import datetime

from odoo.exceptions import ValidationError
from odoo.tests import TransactionCase, tagged


@tagged("post_install", "-at_install")
class TestLocalTime(TransactionCase):
    def cron(self, **values):
        return self.env["ir.cron"].create(
            {
                "name": "Wall clock",
                "model_id": self.env["ir.model"]._get_id("res.partner"),
                "state": "code",
                "code": "pass",
                "interval_number": 1,
                "interval_type": "days",
                "local_time": "07:00",
                "local_tz": "Europe/Brussels",
                **values,
            }
        )

    def reschedule(self, cron, now):
        """What Odoo's cron runner does after a run at `now`."""
        cron.flush_recordset()
        self.patch(type(self.env.cr), "now", lambda cr: datetime.fromisoformat(now))
        cron._reschedule_later(cron.read(["id", "nextcall", "interval_type", "interval_number"])[0])
        cron.invalidate_recordset(["nextcall"])
        return cron.nextcall

    def test_keeps_the_hour_when_summer_time_ends_and_begins(self):
        cron = self.cron()
        # Clocks go back in the night to 25 October 2026, forward in the night to 29 March 2026.
        self.assertEqual(self.reschedule(cron, "2026-10-24 05:00:10"), datetime(2026, 10, 25, 6, 0))
        self.assertEqual(self.reschedule(cron, "2026-03-28 06:00:10"), datetime(2026, 3, 29, 5, 0))

    def test_runs_on_its_weekdays_only(self):
        cron = self.cron(local_time="14:00", local_weekdays="1,4")
        # Thursday 19 November 2026 14:00 in Brussels is 13:00 UTC; the next is Monday.
        self.assertEqual(self.reschedule(cron, "2026-11-19 13:00:05"), datetime(2026, 11, 23, 13, 0))

    def test_changing_the_time_moves_the_next_call(self):
        cron = self.cron()
        cron.local_time = "09:30"
        self.assertEqual(cron.nextcall.minute, 30)

    def test_zone_defaults_to_the_companys(self):
        self.env.ref("base.main_company").partner_id.tz = "America/New_York"
        cron = self.cron(local_tz=False)
        self.assertEqual(self.reschedule(cron, "2026-07-01 12:00:00"), datetime(2026, 7, 2, 11, 0))

    def test_nonsense_is_refused(self):
        for values in ({"local_time": "25:00"}, {"local_time": "seven"}, {"local_weekdays": "0,8"}):
            with self.assertRaises(ValidationError):
                self.cron(**values)

    def test_other_jobs_keep_odoos_way(self):
        cron = self.cron(local_time=False, nextcall="2026-11-19 10:00:00")
        self.assertEqual(self.reschedule(cron, "2026-11-19 10:00:05"), datetime(2026, 11, 20, 10, 0))
