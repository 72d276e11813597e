from datetime import datetime

from odoo import api, fields, models
from odoo.tools import SQL

SILENT_DAYS = 90  # where a company says nothing else
# After one of these a silence begins anew.
SIGNS = ("replied", "resumed", "reopened", "closed_stale")
LOST_REASONS = ("outbound_prospecting.crm_lost_reason_no_response", "outbound_prospecting.lost_reason_no_response")


class ResCompany(models.Model):
    _inherit = "res.company"

    outbound_silent_days = fields.Integer(
        string="Close Silent Prospects After",
        default=SILENT_DAYS,
        help="Days without a touch or an answer until a prospect that was in a sequence is closed as “No response”; "
        "0 for never.",
    )


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    outbound_silent_days = fields.Integer(related="company_id.outbound_silent_days", readonly=False)


class OutboundLeadOutreach(models.AbstractModel):
    """Closing prospects that never answered."""

    _inherit = "outbound.lead.outreach"

    @api.model
    def _cron_close_stale_leads(self):
        """Scheduled action: close who did not answer the last touch, or has been silent for 90 days."""
        now = self.env["outbound.clock"]._now()
        leads = self.env["crm.lead"].sudo()
        self.env["outbound.enrolment"].sudo()._work_off(
            lambda seen, limit: leads._find_stale(now, seen, limit), lambda found: found._close_stale()
        )

    def _find_stale(self, now: datetime, exclude: list[int], limit: int):
        """Open prospects without response, once for each silence: who was brought back is not closed again.

        After the last touch those close whom nobody has moved past the second stage of their board; after long
        silence also those in the third, who answered once.
        """
        self.env.flush_all()
        rows = self.env.execute_query(
            SQL(
                """
                SELECT l.id
                  FROM crm_lead l
                  JOIN crm_team t ON t.id = l.team_id AND t.is_outbound
             LEFT JOIN res_company c ON c.id = l.company_id,
               LATERAL (SELECT COALESCE(c.outbound_silent_days, %(days)s) AS silent,
                               %(now)s::timestamp - make_interval(days => COALESCE(c.outbound_silent_days, %(days)s)) AS since
                       ) AS days
                 WHERE l.active AND l.won_status = 'pending' AND l.last_touch_date IS NOT NULL
                   AND l.meeting_booked_date IS NULL
                   AND NOT l.id = ANY(%(exclude)s)
                   AND (
                       l.sequence_stage = 'completed' AND NOT l.stage_id = ANY(%(past_second)s)
                           AND EXISTS (
                               SELECT 1 FROM outbound_enrolment n JOIN outbound_sequence s ON s.id = n.sequence_id
                                WHERE n.lead_id = l.id AND n.state = 'completed'
                                  AND n.end_date <= %(now)s - make_interval(days => s.close_after_days))
                           AND NOT EXISTS (
                               SELECT 1 FROM outbound_event e
                                WHERE e.lead_id = l.id AND e.kind = ANY(%(signs)s) AND e.date >= l.last_touch_date)
                       OR days.silent > 0 AND l.last_touch_date <= days.since
                           AND l.sequence_stage IN ('completed', 'stopped', 'replied', 'paused')
                           AND NOT l.stage_id = ANY(%(past_third)s)
                           AND NOT EXISTS (
                               SELECT 1 FROM outbound_event e
                                WHERE e.lead_id = l.id AND e.kind = ANY(%(signs)s) AND e.date >= days.since)
                           AND NOT EXISTS (
                               SELECT 1 FROM outbound_enrolment p
                                WHERE p.lead_id = l.id AND p.state = 'paused' AND p.resume_date > %(now)s))
                 ORDER BY l.id
                 LIMIT %(limit)s
                """,
                now=now,
                signs=list(SIGNS),
                exclude=exclude,
                days=SILENT_DAYS,
                limit=limit,
                past_second=self._get_stages_past(2),
                past_third=self._get_stages_past(3),
            )
        )
        return self.browse([id_ for (id_,) in rows])

    @api.model
    def _get_stages_past(self, count: int) -> list[int]:
        """Ids of the stages of outbound boards after their first `count`."""
        teams = self.env["crm.team"].sudo().search([("is_outbound", "=", True)])
        stages = self.env["crm.stage"].sudo().search([("team_ids", "in", teams.ids)])
        return [id_ for team in teams for id_ in stages.filtered(lambda s, t=team: t in s.team_ids).ids[count:]]

    def _close_stale(self):
        """Close as “No response”, on record and in a batch that can be undone."""
        reason = self._get_no_response_reason()
        self.env["outbound.batch"]._record("closed_stale", self)
        self.env["outbound.event"]._log(
            [{"lead_id": lead.id, "company_id": lead.company_id.id, "kind": "closed_stale"} for lead in self]
        )
        self.action_set_lost(lost_reason_id=reason.id)

    @api.model
    def _get_no_response_reason(self):
        refs = (self.env.ref(xmlid, raise_if_not_found=False) for xmlid in LOST_REASONS)
        return next((reason for reason in refs if reason), self.env["crm.lost.reason"])


class OutboundBatch(models.Model):
    _inherit = "outbound.batch"

    def _undo_closed_stale(self) -> int:
        """Bring back the prospects that are still closed for this reason."""
        reason = self.env["crm.lead"]._get_no_response_reason()
        leads = self.lead_ids.filtered(lambda lead: lead.won_status == "lost" and lead.lost_reason_id == reason)
        leads.action_restore()
        self.env["outbound.event"]._log(
            [{"lead_id": lead.id, "company_id": lead.company_id.id, "kind": "reopened"} for lead in leads]
        )
        return len(leads)
