from datetime import datetime, timezone
from zoneinfo import ZoneInfo

from odoo import _, api, fields, models
from odoo.tools import format_date, format_time

from ...domain.lifecycle import ENDED, Touch


class OutboundLeadOutreach(models.AbstractModel):
    """The story of a prospect's touches, past and to come, as the page shows it."""

    _inherit = "outbound.lead.outreach"

    outreach_timeline = fields.Json(
        compute="_compute_outreach_timeline",
        groups="outbound_prospecting.group_outbound_user",
        help="Enrolments with their touches: what was sent, skipped and why, and what comes when, in the prospect's time.",
    )

    @api.depends("sequence_stage", "next_touch_date", "last_touch_date")
    @api.depends_context("lang", "tz", "outbound_now")
    def _compute_outreach_timeline(self):
        now = self.env["outbound.clock"]._now()
        leads = self._filter_known_to_outreach()
        enrolments = self.env["outbound.enrolment"]
        requests = self.env["outbound.enrolment.request"].sudo()
        if leads:
            enrolments = enrolments.search([("lead_id", "in", leads.ids)])
            requests = requests.search([("lead_id", "in", leads.ids)])
        enrolments = enrolments.grouped("lead_id")
        refused = requests.grouped("lead_id")
        for lead in self:
            request = refused.get(lead._origin)
            lead.outreach_timeline = {
                "enrolments": [one._to_timeline(now) for one in enrolments.get(lead._origin, ())],
                "refused": request.message if request and request.state == "refused" else "",
                "waiting": bool(request) and request.state == "waiting",
            }

    def _filter_known_to_outreach(self):
        """Those that have or had to do with outreach: other teams' forms open without a question about it."""
        return self.filtered(lambda lead: lead.is_outbound or lead.sequence_stage not in (False, "not_started"))


class OutboundEnrolment(models.Model):
    _inherit = "outbound.enrolment"

    def _to_timeline(self, now: datetime) -> dict:
        """This enrolment as plain values, its touches in the order of the sequence."""
        states = dict(self._fields["state"]._description_selection(self.env))
        touches = self.touch_ids.sorted("number")
        waiting = touches._filter_waiting()
        blockers = waiting._get_waiting_for() if waiting else {}
        return {
            "id": self.id,
            "sequence": self.sequence_id.display_name,
            "state": self.state,
            "state_label": states[self.state],
            "reason": self.state_reason or "",
            "resume": self._to_moment(self.resume_date) if self.state == "paused" else None,
            "mailbox": self.mailbox_id.display_name or "",
            "address": self.email_normalized,
            "zone": self.tz,
            "zone_assumed": self.tz_assumed,
            "touches": [touch._to_timeline(self, waiting[:1], blockers.get(touch.id), now) for touch in touches],
        }

    def _to_moment(self, moment: datetime | bool) -> dict | None:
        """A moment on the clock of the prospect and of the reader: texts, and the UTC instant."""
        if not moment:
            return None
        return {
            "utc": fields.Datetime.to_string(moment),
            "theirs": self._format_moment(moment, self.tz or "UTC"),
            "ours": self._format_moment(moment, self.env.user.tz or "UTC"),
            "same": self._offset(moment, self.tz or "UTC") == self._offset(moment, self.env.user.tz or "UTC"),
        }

    def _format_moment(self, moment: datetime, zone: str) -> str:
        local = moment.replace(tzinfo=timezone.utc).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        day = format_date(self.env, local.date(), date_format="EEE d MMM y")
        return f"{day}, {format_time(self.env, local.time(), time_format='short')}"

    def _offset(self, moment: datetime, zone: str):
        return moment.replace(tzinfo=timezone.utc).astimezone(ZoneInfo(zone)).utcoffset()


class OutboundTouch(models.Model):
    _inherit = "outbound.touch"

    def _to_timeline(self, enrolment, next_touch, blocker, now: datetime) -> dict:
        """This touch as plain values, with why it has not happened yet and when it will."""
        states = dict(self._fields["state"]._description_selection(self.env))
        channels = dict(self._fields["channel"]._description_selection(self.env))
        over = Touch(self.state) in ENDED or self.state == "unknown"
        when = (self.done_date or self.claimed_date) if over else max(self.due_date, self.hold_until or self.due_date)
        return {
            "id": self.id,
            "number": self.number,
            "name": self.step_id.name,
            "channel": self.channel,
            "channel_label": channels[self.channel],
            "state": self.state,
            "state_label": states[self.state],
            "over": over,
            "next": self == next_touch,
            "late": not over and self.due_date < now,
            "when": enrolment._to_moment(when),
            "why": self.end_reason or "" if over else self._explain_waiting(enrolment, blocker, now),
            "subject": self.subject or "",
            "text": self.task_text or "" if self.state == "open" else "",
            "url": self.profile_url or "" if self.state == "open" else "",
            "who": self.activity_id.user_id.name or "",
        }

    def _explain_waiting(self, enrolment, blocker, now: datetime) -> str:
        """Why this touch has not happened yet; "" when its day has simply not come."""
        if enrolment.state == "paused":
            reason = enrolment.state_reason or ""
            return _("The enrolment is paused. %s", reason).strip()
        if enrolment.state == "replied":
            return _("The prospect answered: nothing is sent until a person resumes.")
        if self.hold_reason:
            return self.hold_reason
        if self.due_date > now:
            return ""
        if blocker:
            return self._describe_waiting(blocker)
        return {
            "planned": _("It is prepared in the next run.")
            if self.channel == "email"
            else _("It is opened in the next run."),
            "drafted": _("The draft goes to review in the next run."),
            "in_review": _("Waits for review."),
            "approved": _("It leaves with the next free slot of its mailbox."),
            "open": _("Waits for %s.", self.activity_id.user_id.name or _("a person")),
            "sending": _("It is being sent."),
        }.get(self.state, "")
