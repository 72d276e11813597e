from datetime import datetime, timedelta

from odoo import _, models
from odoo.tools import SQL

from ...domain.health import Measure

PASSING = (
    "waits",
    "not_due",
    "minimum_gap",
    "mailbox_gap",
    "deferred",
    "approval_missing",
    "replied",
)  # or told elsewhere
LATE_PATIENCE = 10  # minutes that a scheduled action may be late for


class OutboundHealth(models.Model):
    """How each check measures: a statement over the tables, whatever their size, and the figures by company."""

    _inherit = "outbound.health"

    def _measure_jobs(self, now: datetime) -> list[Measure]:
        jobs = self.env["outbound.automation"].search([("cron_id", "!=", False), ("failure_count", ">", 0)])
        return [
            Measure(str(job.cron_id.id), job.failure_count, values={"name": job.name, "count": job.failure_count})
            for job in jobs
        ]

    def _measure_jobs_late(self, now: datetime) -> list[Measure]:
        """Those that were due at the last look already: after a standstill of the whole server everything is late once."""
        if not self.checked_date:
            return []
        late = min(now - timedelta(minutes=LATE_PATIENCE), self.checked_date)
        jobs = self.env["outbound.automation"].search(
            [("cron_id", "!=", False), ("active", "=", True), ("nextcall", "<", late)]
        )
        measures = []
        for job in jobs:
            hours = round((now - job.nextcall) / timedelta(hours=1), 1)
            measures.append(Measure(str(job.cron_id.id), hours, values={"name": job.name, "hours": f"{hours:g}"}))
        return measures

    def _measure_mailbox(self, now: datetime) -> list[Measure]:
        """Paused by the system is critical; failed checks that somebody accepted are not told again."""
        mailboxes = self.env["outbound.mailbox"].search(
            [
                "|",
                "&",
                ("state", "=", "paused"),
                ("pause_kind", "not in", ["person", "copy"]),
                "&",
                "&",
                ("state", "=", "ready"),
                ("check_status", "=", "failed"),
                ("accepted_by", "=", False),
            ]
        )
        return [
            Measure(
                str(mailbox.id),
                2 if mailbox.state == "paused" else 1,
                company=mailbox.company_id.id,
                values={"name": mailbox.display_name, "why": mailbox.pause_reason or _("its checks found faults.")},
            )
            for mailbox in mailboxes
        ]

    def _measure_provider(self, now: datetime) -> list[Measure]:
        providers = self.env["outbound.provider"].search(["|", ("stopped", "=", True), ("rests_until", ">", now)])
        return [
            Measure(
                str(provider.id),
                2 if provider.stopped else 1,
                company=provider.company_id.id or 0,
                values={"name": provider.name},
            )
            for provider in providers
        ]

    def _measure_handoff_late(self, now: datetime) -> list[Measure]:
        domain = [("state", "in", ["proposed", "assigned", "escalated"]), ("deadline", "<", now)]
        groups = self.env["outbound.handoff"]._read_group(domain, ["company_id"], ["__count"])
        return [Measure("all", count, company=company.id or 0, values={"count": count}) for company, count in groups]

    def _measure_sla(self, now: datetime) -> list[Measure]:
        since = now - timedelta(days=self.days)
        groups = self.env["outbound.handoff.report"]._read_group(
            [("date", ">=", since)], ["company_id"], ["in_time:avg", "in_time:count"]
        )
        return [
            Measure(
                "all",
                share or 0,
                cases,
                company.id or 0,
                {"share": f"{share or 0:.0f}", "cases": cases, "days": self.days},
            )
            for company, share, cases in groups
        ]

    def _measure_reply_age(self, now: datetime) -> list[Measure]:
        groups = self.env["outbound.reply"]._read_group(
            [("state", "=", "needs_person")], ["company_id"], ["__count", "received_date:min"]
        )
        return [self._to_age(company, count, oldest, now) for company, count, oldest in groups]

    def _measure_review_age(self, now: datetime) -> list[Measure]:
        waits = [("state", "=", "in_review"), ("wake_date", "!=", False)]
        groups = self.env["outbound.touch"]._read_group(waits, ["company_id"], ["__count", "review_since:min"])
        return [self._to_age(company, count, oldest or now, now) for company, count, oldest in groups]

    def _to_age(self, company, count: int, oldest: datetime, now: datetime) -> Measure:
        """In working hours of the company, so that a weekend is no alarm."""
        calendar = (company or self.env.company).resource_calendar_id
        hours = calendar.get_work_hours_count(oldest, now) if calendar else (now - oldest) / timedelta(hours=1)
        return Measure("all", hours, count, company.id or 0, {"count": count, "hours": f"{hours:.0f}"})

    def _measure_task_late(self, now: datetime) -> list[Measure]:
        domain = [("state", "=", "open"), ("opened_date", "<", now - timedelta(days=self.days))]
        groups = self.env["outbound.touch"]._read_group(domain, ["company_id"], ["__count"])
        return [
            Measure("all", count, company=company.id or 0, values={"count": count, "days": self.days})
            for company, count in groups
        ]

    def _measure_held(self, now: datetime) -> list[Measure]:
        """By reason; what passes by itself, and what a check of its own tells, is left out."""
        rows = self.env.execute_query(
            SQL(
                """
                SELECT COALESCE(company_id, 0), hold_code, count(*), min(hold_reason)
                  FROM outbound_touch
                 WHERE wake_date IS NOT NULL AND hold_code IS NOT NULL AND due_date < %s
                   AND hold_code <> ALL(%s) AND hold_code NOT LIKE 'window\\_%%'
                 GROUP BY 1, 2
                """,
                now - timedelta(days=self.days),
                list(PASSING),
            )
        )
        return [
            Measure(code, count, company=company, values={"count": count, "days": self.days, "reason": reason or ""})
            for company, code, count, reason in rows
        ]

    def _measure_source(self, now: datetime) -> list[Measure]:
        """Of the people whom we wrote to: whose address bounced, or who were the wrong contact."""
        rows = self.env.execute_query(
            SQL(
                """
                SELECT COALESCE(people.company_id, 0), people.source_id, source.name, count(*),
                       count(*) FILTER (WHERE people.bad)
                  FROM (SELECT l.company_id, l.source_id, bool_or(e.kind = 'bad_contact') AS bad
                          FROM outbound_event e JOIN crm_lead l ON l.id = e.lead_id
                         WHERE e.kind IN ('touch_sent', 'bad_contact') AND e.date >= %s AND l.source_id IS NOT NULL
                         GROUP BY l.id) AS people
                  JOIN utm_source source ON source.id = people.source_id
                 GROUP BY 1, 2, 3
                """,
                now - timedelta(days=self.days),
            )
        )
        measures = []
        for company, source, name, cases, bad in rows:
            share = 100 * bad / cases
            values = {"name": name, "cases": cases, "bad": bad, "share": f"{share:.0f}", "days": self.days}
            measures.append(Measure(str(source), share, cases, company, values))
        return measures
