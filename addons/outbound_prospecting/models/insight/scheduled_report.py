from datetime import date, datetime, timezone
from functools import partial

from odoo import _, api, fields, models

from ...domain.schedule import local_day, next_local_time, parse_local_time, parse_weekdays
from ...domain.scheduled_report import Report, due_day

REPORTS = [("daily", "Outreach, every day"), ("pipeline", "Pipeline, twice a week")]
CRONS = {
    "daily": "outbound_prospecting.ir_cron_outbound_report_daily",
    "pipeline": "outbound_prospecting.ir_cron_outbound_report_pipeline",
}


class OutboundReportSubscription(models.Model):
    """Where a report of a company goes: a channel, people by mail, and whatever alert rules ask for, such as Slack."""

    _name = "outbound.report.subscription"
    _description = "Scheduled Report"
    _order = "report, company_id, id"

    report = fields.Selection(REPORTS, required=True)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one("res.company", required=True, default=lambda self: self.env.company, index=True)
    channel_id = fields.Many2one(
        "discuss.channel",
        domain="[('channel_type', '=', 'channel')]",
        default=lambda self: self.env.ref("outbound_prospecting.outbound_sales_channel", raise_if_not_found=False),
        ondelete="set null",
    )
    partner_ids = fields.Many2many("res.partner", string="By Mail To", domain="[('email', '!=', False)]")
    schedule = fields.Char(
        compute="_compute_schedule", help="Companies in other time zones get it at that hour of theirs."
    )
    preview = fields.Html(compute="_compute_preview", sanitize=False)
    post_ids = fields.One2many("outbound.report.post", "subscription_id")

    _once = models.UniqueIndex("(report, company_id) WHERE active", "The company has this report already.")

    @api.depends("report")
    @api.depends_context("lang")
    def _compute_display_name(self):
        names = dict(self._fields["report"]._description_selection(self.env))
        for subscription in self:
            subscription.display_name = names.get(subscription.report, "")

    @api.depends("report")
    @api.depends_context("lang")
    def _compute_schedule(self):
        for subscription in self:
            cron = subscription._get_cron()
            subscription.schedule = cron._describe_schedule() if cron.active else _("Switched off")

    @api.depends("report", "company_id")
    @api.depends_context("lang", "outbound_now")
    def _compute_preview(self):
        for subscription in self:
            subscription.preview = bool(subscription.report) and self.env["outbound.report.post"]._render(
                subscription._build(subscription._get_today())
            )

    @api.model
    def _get_now(self) -> datetime:
        return self.env["outbound.clock"]._now().replace(tzinfo=timezone.utc)

    def _get_cron(self):
        cron = self.env["ir.cron"].sudo()
        return self.env.ref(CRONS[self.report]).sudo() if self.report else cron

    def _get_zone(self) -> str:
        return self.company_id.sudo().partner_id.tz or self._get_cron()._get_zone()

    def _get_today(self) -> date:
        """The day that a calendar of the company shows."""
        return local_day(self._get_now(), self._get_zone())

    def _build(self, day: date) -> Report:
        """The report of a day, counted over all prospects of the company."""
        company = self.company_id
        found = self.sudo().with_company(company).with_context(lang=company.sudo().partner_id.lang or self.env.lang)
        return getattr(found, f"_build_{self.report}")(day)

    # ------------------------------------------------------------------ scheduled actions

    @api.model
    def _cron_post_reports(self, report: str):
        """Scheduled action: every company gets its report at the hour of its own wall clock, once a day.

        The action runs at that hour of its own zone; companies in other zones wake it at theirs.
        """
        self.sudo().search([("report", "=", report)])._wake_other_zones()
        self.env["outbound.enrolment"]._work_off(partial(self._find, report), lambda found: found._post_due())

    def _find(self, report: str, exclude: list[int], limit: int):
        return self.sudo().search([("report", "=", report), ("id", "not in", exclude)], limit=limit, order="id")

    def _post_due(self):
        for subscription in self:
            day = subscription._find_due_day()
            if day:
                subscription._post(day)

    def _get_wall_clock(self) -> dict:
        cron = self._get_cron()
        return {
            "at": parse_local_time(cron.local_time or "00:00"),
            "weekdays": parse_weekdays(cron.local_weekdays or ""),
        }

    def _find_due_day(self) -> date | None:
        return due_day(self._get_now(), zone=self._get_zone(), **self._get_wall_clock())

    def _wake_other_zones(self):
        for cron, own in self.grouped(lambda subscription: subscription._get_cron()).items():
            zones = {subscription._get_zone() for subscription in own} - {cron._get_zone()}
            times = [next_local_time(self._get_now(), zone=zone, **own[0]._get_wall_clock()) for zone in sorted(zones)]
            if times:
                cron._trigger(at=[time.replace(tzinfo=None) for time in times])

    def action_post_now(self):
        """Button: today's report now; the scheduled one of today is not sent again."""
        self.ensure_one()
        self.check_access("write")
        posted = self.sudo()._post(self._get_today())
        message = _("The report is on its way.") if posted else _("Today's report was sent already.")
        return self.env["outbound.sequence"]._notify_count(message)

    def _post(self, day: date):
        """Send the report of a day to everybody who gets it.

        :return: the post, empty when that day's report exists already
        """
        Post = self.env["outbound.report.post"]
        post = Post._claim(self, day)
        if post:
            post._fill(self._build(day))
            post._deliver()
        return post
