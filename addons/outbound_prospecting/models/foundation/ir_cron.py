from datetime import datetime, timezone

from babel import dates as babel_dates

from odoo import _, api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools.misc import babel_locale_parse, get_lang

from ...domain.schedule import next_local_time, parse_local_time, parse_weekdays


class IrCron(models.Model):
    """Scheduled actions that keep a wall-clock time.

    Odoo adds the interval to a UTC offset that may be stale, so that a job of 07:00 summer time runs at 06:00
    in winter. A job with a local time is rescheduled by the clock on the wall of its time zone instead.
    """

    _inherit = "ir.cron"

    local_time = fields.Char(
        help="Wall-clock time as HH:MM. When set, the job runs at this time of its time zone on the weekdays below, "
        "whatever daylight saving does, and the interval is not used.",
    )
    local_weekdays = fields.Char(
        string="Weekdays",
        help="Days on which the job runs, as numbers from 1 (Monday) to 7 (Sunday) separated by commas; "
        "empty means every day.",
    )
    local_tz = fields.Selection(
        selection=lambda self: self.env["res.partner"]._fields["tz"]._description_selection(self.env),
        string="Time Zone",
        help="Zone of the local time. Empty means the time zone of the main company's contact, else UTC.",
    )

    @api.constrains("local_time", "local_weekdays")
    def _check_local_time(self):
        for cron in self.filtered("local_time"):
            try:
                parse_local_time(cron.local_time)
                parse_weekdays(cron.local_weekdays or "")
            except ValueError as error:
                raise ValidationError(
                    _(
                        "Scheduled action %(name)s: %(error)s. Expected a time as HH:MM and weekdays as 1,2,3,4,5.",
                        name=cron.name,
                        error=error,
                    )
                ) from error

    @api.model_create_multi
    def create(self, vals_list):
        crons = super().create(vals_list)
        crons._align_nextcall()
        return crons

    def write(self, vals):
        result = super().write(vals)
        if {"local_time", "local_weekdays", "local_tz"} & vals.keys():
            self._align_nextcall()
        return result

    def _align_nextcall(self):
        now = self.env.cr.now()
        for cron in self.filtered("local_time"):
            cron.nextcall = cron._next_local_call(now)

    def _next_local_call(self, now: datetime) -> datetime:
        """The first wall-clock time of this job after `now`, both naive UTC as Odoo stores them."""
        self.ensure_one()
        after = next_local_time(
            now.replace(tzinfo=timezone.utc),
            at=parse_local_time(self.local_time),
            zone=self._get_zone(),
            weekdays=parse_weekdays(self.local_weekdays or ""),
        )
        return after.astimezone(timezone.utc).replace(tzinfo=None)

    def _describe_schedule(self) -> str:
        """When the job runs, as people say it."""
        self.ensure_one()
        if not self.local_time:
            if self.interval_number == 1:
                return {
                    "minutes": _("Every minute"),
                    "hours": _("Every hour"),
                    "days": _("Every day"),
                    "weeks": _("Every week"),
                    "months": _("Every month"),
                }[self.interval_type]
            unit = dict(self._fields["interval_type"]._description_selection(self.env))[self.interval_type]
            return _("Every %(number)s %(unit)s", number=self.interval_number, unit=unit.lower())
        days = sorted(parse_weekdays(self.local_weekdays or ""))
        names = babel_dates.get_day_names("abbreviated", locale=babel_locale_parse(get_lang(self.env).code))
        return _(
            "%(days)s at %(time)s, %(zone)s",
            days=_("Daily") if len(days) == len(names) else ", ".join(names[day - 1] for day in days),
            time=self.local_time,
            zone=self._get_zone(),
        )

    def _get_zone(self) -> str:
        return self.local_tz or self.env.ref("base.main_company").sudo().partner_id.tz or "UTC"

    def _reschedule_later(self, job):
        super()._reschedule_later(job)
        cron = self.browse(job["id"])
        if cron.local_time:
            self.env.cr.execute(
                "UPDATE ir_cron SET nextcall = %s WHERE id = %s",
                [cron._next_local_call(self.env.cr.now().replace(microsecond=0)), cron.id],
            )
