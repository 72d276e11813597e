from collections import defaultdict
from datetime import timezone

from odoo import _, models
from odoo.exceptions import UserError

from ...domain.handoff import OPEN, Event, IllegalEvent, State, next_state, worked_hours

EVENT_KINDS = {
    Event.ASSIGN: "handed_over",
    Event.ACKNOWLEDGE: "handoff_acknowledged",
    Event.ACCEPT: "handoff_accepted",
    Event.REJECT: "handoff_rejected",
    Event.REOPEN: "handoff_reopened",
    Event.ESCALATE: "handoff_escalated",
    Event.PASS_ON: "handoff_passed_on",
    Event.CANCEL: "handoff_cancelled",
}
ANSWERS = (Event.ACKNOWLEDGE, Event.ACCEPT, Event.REJECT)


class OutboundHandoff(models.Model):
    _inherit = "outbound.handoff"

    def _apply(self, event: Event, **vals):
        """The only writer of `state`: what `domain.handoff` answers to `event`, for all hand-offs at once.

        :param vals: what is written with it, such as a reason
        :return: those whose state changed
        :raises UserError: when `event` cannot happen to one of them any more; nothing is written then
        """
        handoffs = self.sudo()
        moves = handoffs._find_moves(event)
        now = self.env["outbound.clock"]._now()
        changed = handoffs.browse()
        for (old, new), ids in moves.items():
            if old is new:
                continue
            group = handoffs.browse(ids)
            group._write_state({"state": new.value, **group._prepare_move_vals(event, new, now), **vals})
            changed += group
        if not changed:
            return changed
        if event in ANSWERS:
            changed.filtered(lambda handoff: not handoff.acknowledged_date)._note_acknowledged(now)
        changed._log_move(event)
        if event not in (Event.ASSIGN, Event.ESCALATE, Event.REOPEN):
            changed._close_activities(done=event in ANSWERS)
        return changed

    def _find_moves(self, event: Event) -> dict[tuple[State, State], list[int]]:
        moves = defaultdict(list)
        states = dict(self._fields["state"]._description_selection(self.env))
        for handoff in self:
            old = State(handoff.state)
            try:
                moves[old, next_state(old, event)].append(handoff.id)
            except IllegalEvent:
                raise UserError(
                    _(
                        "The hand-off of %(lead)s is “%(state)s” by now, so this cannot be done. Reload the page to see "
                        "how it stands.",
                        lead=handoff.lead_id.display_name,
                        state=states[handoff.state],
                    )
                ) from None
        return moves

    def _prepare_move_vals(self, event: Event, new: State, now) -> dict:
        vals = {}
        if new not in (State.PROPOSED, State.ASSIGNED, State.ESCALATED):
            vals |= {"wake_date": False, "pass_on_date": False}
        if event is Event.ESCALATE:
            vals["escalated_date"] = now
        if event in (Event.ACCEPT, Event.REJECT):
            vals["decided_date"] = now
        if event is Event.REOPEN:
            vals |= {"decided_date": False, "decision_reason_id": False, "note": False}
        return vals

    def _note_acknowledged(self, now):
        """When, by whom, and after how many working hours."""
        if not self:
            return
        spans = self.user_id._get_work_spans(min(self.mapped("date")), now)
        for handoff in self:
            start, end = (moment.replace(tzinfo=timezone.utc) for moment in (handoff.date, now))
            handoff.write(
                {
                    "acknowledged_date": now,
                    "acknowledged_by": self.env.uid,
                    "work_hours": worked_hours(start, end, spans.get(handoff.user_id.id, [])),
                }
            )

    def _log_move(self, event: Event):
        self.env["outbound.event"]._log(
            [
                {
                    "lead_id": handoff.lead_id.id,
                    "company_id": handoff.company_id.id,
                    "kind": EVENT_KINDS[event],
                    "new_value": handoff._describe_move(event),
                    "payload": handoff._prepare_payload(),
                }
                for handoff in self
            ]
        )

    def _describe_move(self, event: Event) -> str:
        if event is Event.REJECT:
            return ": ".join(filter(None, [self.decision_reason_id.name, self.note]))
        if event in (Event.PASS_ON, Event.CANCEL):
            return self.end_reason or ""
        return self.user_id.name or ""

    def _prepare_payload(self) -> dict:
        """What scoring and reports need to learn from a decision."""
        lead = self.lead_id
        return {
            "handoff": self.id,
            "user": self.user_id.id,
            "reason": self.reason,
            "decision_reason": self.decision_reason_id.id,
            "tier": lead.icp_tier,
            "score": lead.icp_score,
            "industry": lead.industry_id.id,
        }

    def _close_activities(self, done: bool):
        """The rep's task is done with the hand-off, or goes with it; the manager need not look any more."""
        own = self.activity_id.filtered("active")
        escalations = self.escalation_activity_id.filtered("active")
        self.write({"escalation_activity_id": False, **({} if done else {"activity_id": False})})
        if done:
            own._action_done()
        else:
            own.unlink()
        escalations.unlink()

    def _is_open(self) -> bool:
        return State(self.state) in OPEN
