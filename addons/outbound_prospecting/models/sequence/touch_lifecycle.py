from collections import defaultdict
from datetime import datetime, timezone

from odoo import _, models
from odoo.exceptions import UserError

from ...domain.lifecycle import (
    ENDED,
    WAITING,
    Enrolment,
    IllegalEvent,
    Touch,
    TouchEvent,
    may_send,
    must_cancel,
    next_touch,
)
from ...domain.persona import read_persona
from ...domain.schedule import local_hour

EVENT_KINDS = {
    Touch.DRAFTED: "drafted",
    Touch.APPROVED: "approved",
    Touch.SENT: "touch_sent",
    Touch.DONE: "touch_done",
    Touch.SKIPPED: "touch_skipped",
    Touch.FAILED: "touch_failed",
    Touch.UNKNOWN: "touch_unknown",
}
# Back to "approved" after a mail server was busy is no new approval.
SILENT = {TouchEvent.DEFER, TouchEvent.EDIT}
REACHED = {Touch.SENT, Touch.DONE}


class OutboundTouch(models.Model):
    _inherit = "outbound.touch"

    def _apply(self, event: TouchEvent, **values):
        """The only writer of `state`: what `domain.lifecycle` answers to `event`, for all touches at once.

        Also keeps what follows from it: the log, dates of later touches, the end of the enrolment, the lead's
        tracking fields and stage, and open activities.

        :param values: further fields to write with the state
        :raises UserError: when `event` cannot happen to one of the touches any more; nothing is written then
        """
        touches = self.sudo()
        moves = touches._find_moves(event)
        now = self.env["outbound.clock"]._now()
        by_state = defaultdict(list)
        for (old, new), ids in moves.items():
            if not (event is TouchEvent.CANCEL and old is new):
                by_state[new] += ids
        for new, ids in by_state.items():
            touches.browse(ids)._write_state(self._prepare_state_vals(new, now, values))
        changed = touches.browse([id_ for ids in by_state.values() for id_ in ids])
        changed._set_wake_date()
        touches._log_moves(event, moves, now, values.get("end_reason"))
        changed._follow_up(event, moves, now)
        left = changed.filtered(lambda touch: must_cancel(Enrolment(touch.enrolment_id.state), Touch(touch.state)))
        if left:
            left._apply(TouchEvent.CANCEL, end_reason=left[0].enrolment_id.state_reason)
        return self

    def _find_moves(self, event: TouchEvent) -> dict[tuple[Touch, Touch], list[int]]:
        moves = defaultdict(list)
        for touch in self:
            old = Touch(touch.state)
            try:
                new = next_touch(old, event)
            except IllegalEvent:
                raise UserError(touch._describe_illegal()) from None
            if event is TouchEvent.CLAIM and not may_send(Enrolment(touch.enrolment_id.state), old):
                raise UserError(touch._describe_illegal())
            moves[old, new].append(touch.id)
        return moves

    def _describe_illegal(self) -> str:
        states = dict(self._fields["state"]._description_selection(self.env))
        enrolments = dict(self.enrolment_id._fields["state"]._description_selection(self.env))
        return _(
            "“%(touch)s” is “%(state)s” by now and its enrolment “%(enrolment)s”, so this can no longer be done. "
            "Reload the page to see how it stands.",
            touch=self.display_name,
            state=states[self.state],
            enrolment=enrolments[self.enrolment_id.state],
        )

    def _prepare_state_vals(self, new: Touch, now: datetime, values: dict) -> dict:
        vals = {"hold_reason": False, "hold_code": False, "hold_until": False, **values, "state": new.value}
        if new in ENDED:
            vals.setdefault("done_date", now)
        return vals

    def _filter_waiting(self):
        return self.filtered(lambda touch: Touch(touch.state) in WAITING)

    def _set_wake_date(self):
        """When the loop looks next: never for what is over or whose enrolment rests."""
        for touch in self:
            wakes = touch.enrolment_id.state == "active" and Touch(touch.state) in WAITING
            wake_date = wakes and max(touch.due_date, touch.hold_until or touch.due_date)
            if touch.wake_date != wake_date:
                touch.wake_date = wake_date

    def _log_moves(self, event: TouchEvent, moves, now: datetime, reason: str | None):
        rows = [
            {**touch._prepare_event_vals(reason, now), "kind": EVENT_KINDS[new]}
            for (old, new), ids in moves.items()
            if new in EVENT_KINDS and old is not new and event not in SILENT
            for touch in self.browse(ids)
        ]
        self.env["outbound.event"]._log(rows)

    def _prepare_event_vals(self, reason: str | None, now: datetime) -> dict:
        """What is kept of a touch for reports, as it was then: tiers, titles and texts change later.

        :param now: when it happened (naive UTC)
        """
        name = f"{self.number}. {self.step_id.name}"
        persona = read_persona(self.lead_id.function or "")
        return {
            "lead_id": self.lead_id.id,
            "company_id": self.company_id.id,
            "date": now,
            "new_value": f"{name} ({reason})" if reason else name,
            "payload": {
                "touch": self.id,
                "enrolment": self.enrolment_id.id,
                "sequence": self.enrolment_id.sequence_id.id,
                "step": self.step_id.id,
                "number": self.number,
                "channel": self.channel,
                "mailbox": self.mailbox_id.id or None,
                "hour": local_hour(now.replace(tzinfo=timezone.utc), self.enrolment_id.tz),
                "tier": self.lead_id.icp_tier or None,
                "level": persona and persona.level.value,
                "function": persona and persona.function.value,
            },
        }

    def _follow_up(self, event: TouchEvent, moves, now: datetime):
        """What a change of state entails for activities, the touches behind it, the enrolment and the lead."""
        left_open = [
            id_ for (old, new), ids in moves.items() if old is Touch.OPEN and new is not Touch.OPEN for id_ in ids
        ]
        if left_open and event is not TouchEvent.COMPLETE_TASK:
            self.browse(left_open)._drop_activities()
        if event is TouchEvent.CANCEL:
            return  # whoever cancels speaks for the enrolment and its lead
        over = [
            id_
            for (old, new), ids in moves.items()
            if old is not new and (new in ENDED or new is Touch.UNKNOWN)
            for id_ in ids
        ]
        if not over:
            return
        over = self.browse(over)
        reached = over.filtered(lambda touch: Touch(touch.state) in REACHED and touch.channel != "internal")
        if reached:
            reached.enrolment_id._push_touches()
            reached.lead_id._mark_contacted()
        over.enrolment_id._wake_waiting()
        over.enrolment_id._finish_if_over()
        over.lead_id._update_outreach()

    def _hold(self, reason: str, until: datetime, code: str = ""):
        """A due touch cannot go on yet: why, and when it is looked at again (naive UTC).

        The state stays; the prospect's next date moves with it.

        :param code: the kind of wait; "waits" ends with the touch before it
        """
        touches = self.sudo()._filter_waiting()
        touches.write({"hold_reason": reason, "hold_code": code or False, "hold_until": until})
        touches._set_wake_date()
        touches.lead_id._update_outreach()

    def _describe_waiting(self, blocker) -> str:
        """Why a touch is not looked at: something before it is not over."""
        who = blocker.activity_id.user_id.name
        name = f"{blocker.number}. {blocker.step_id.name}"
        return _("Waits for “%(touch)s” (%(who)s).", touch=name, who=who) if who else _("Waits for “%s”.", name)

    def _drop_activities(self):
        """Take the tasks of these touches from people's lists; they are no longer wanted."""
        activities = self.activity_id
        self.activity_id = False
        activities.unlink()
