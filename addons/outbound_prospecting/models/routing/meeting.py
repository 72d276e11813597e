from odoo import _, api, fields, models

from ...domain.handoff import Event
from ...domain.lifecycle import EnrolmentEvent

MEETING_STAGE = "outbound_prospecting.crm_stage_meeting_booked"
FOLLOWED = {"opportunity_id", "start", "active"}


class CrmStage(models.Model):
    _inherit = "crm.stage"

    is_meeting_stage = fields.Boolean(
        string="Meeting Is Booked",
        help="Prospects of outbound teams move here when a meeting with them is put on the calendar.",
    )


class CalendarEvent(models.Model):
    """A meeting with a prospect moves the prospect; calling it off moves it back."""

    _inherit = "calendar.event"

    @api.model_create_multi
    def create(self, vals_list):
        events = super().create(vals_list)
        events.opportunity_id._follow_meetings()
        return events

    def write(self, vals):
        if not vals.keys() & FOLLOWED:
            return super().write(vals)
        before = self.opportunity_id
        result = super().write(vals)
        (before | self.opportunity_id)._follow_meetings()
        return result

    def unlink(self):
        leads = self.opportunity_id
        result = super().unlink()
        leads._follow_meetings()
        return result


class OutboundLeadRouting(models.AbstractModel):
    """Meetings: the calendar decides, unless a person entered a date without one."""

    _inherit = "outbound.lead.routing"

    meeting_from_calendar = fields.Boolean(
        copy=False, readonly=True, help="The date of the meeting comes from the calendar and follows it."
    )

    def _follow_meetings(self):
        """Bring stage and `meeting_booked_date` of these prospects in line with the calendar."""
        prospects = self.sudo()._filter_prospects()
        if not prospects:
            return
        dates = prospects._get_meeting_dates()
        now = self.env["outbound.clock"]._now()
        for lead in prospects:
            date = dates.get(lead.id)
            if date and not lead.meeting_from_calendar:
                lead._book_meeting(date)
            elif date and date != lead.meeting_booked_date:
                lead._move_meeting(date)
            elif not date and lead.meeting_from_calendar and lead.meeting_booked_date >= now:  # else it took place
                lead._call_off_meeting()

    def _get_meeting_dates(self) -> dict:
        """Start of the next meeting with each prospect, else of the latest, by id; absent without meetings."""
        now = self.env["outbound.clock"]._now()
        meetings = self.env["calendar.event"].sudo().search([("opportunity_id", "in", self.ids)])
        dates = {}
        for lead, own in meetings.grouped("opportunity_id").items():
            starts = own.mapped("start")
            dates[lead.id] = min((start for start in starts if start >= now), default=max(starts))
        return dates

    def _book_meeting(self, date):
        stage = self.stage_id
        self.write({"meeting_booked_date": date, "meeting_from_calendar": True, **self._prepare_meeting_stage()})
        moved_from = stage.id if stage != self.stage_id else None
        self._log_meeting("meeting_booked", date, {"from_stage": moved_from} if moved_from else None)
        handoffs = self._get_open_handoffs()
        handoffs.filtered("user_id")._apply(Event.ACCEPT)
        handoffs.exists()._cancel(_("A meeting is booked."))
        # Nobody who has agreed to meet gets the next mail of a sequence.
        live = self._get_open_enrolments().filtered(lambda enrolment: enrolment.state == "active")
        live._apply(EnrolmentEvent.PAUSE, reason=_("A meeting is booked."), cause="meeting")
        self._alert_meeting("meeting_booked")

    def _move_meeting(self, date):
        self.write({"meeting_booked_date": date})
        self._log_meeting("meeting_moved", date)

    def _call_off_meeting(self):
        """The prospect goes back to where it came from, unless a person has moved it since. Its outreach stays paused:
        a person decides whether and how it goes on."""
        booked = self.outbound_event_ids.filtered(lambda event: event.kind == "meeting_booked")[:1]
        stage_id = (booked.payload or {}).get("from_stage")
        board = self._get_boards().get(self.team_id.id)
        vals = {"meeting_booked_date": False, "meeting_from_calendar": False}
        meeting = self._get_meeting_stage()
        if meeting and self.stage_id == meeting and board and stage_id in board:
            vals["stage_id"] = stage_id
        date = self.meeting_booked_date
        self.write(vals)
        self._log_meeting("meeting_cancelled", date)
        self._alert_meeting("meeting_cancelled")

    def _prepare_meeting_stage(self) -> dict:
        """The stage to move to: only forward, and only on an open board."""
        stage = self._get_meeting_stage()
        board = self._get_boards().get(self.team_id.id)
        current = board.get(self.stage_id.id) if board else None
        if not (stage and current and current.is_open and self.active):
            return {}
        order = [one.id for one in board.stages]
        return {"stage_id": stage.id} if order.index(stage.id) > order.index(current.id) else {}

    def _get_meeting_stage(self):
        """The marked stage of the lead's board, else the one that came with the product; empty where there is none."""
        board = self._get_boards().get(self.team_id.id)
        stages = self.env["crm.stage"].sudo().browse([one.id for one in board.stages] if board else [])
        installed = self.env.ref(MEETING_STAGE, raise_if_not_found=False)
        return stages.filtered("is_meeting_stage")[:1] or (stages & installed if installed else stages.browse())

    def _log_meeting(self, kind: str, date, payload: dict | None = None):
        self.env["outbound.event"]._log(
            [
                {
                    "lead_id": self.id,
                    "company_id": self.company_id.id,
                    "kind": kind,
                    "new_value": fields.Datetime.to_string(date),
                    "payload": payload,
                }
            ]
        )
