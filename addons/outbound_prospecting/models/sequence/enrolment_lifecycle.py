from collections import defaultdict
from datetime import datetime

from odoo import _, models
from odoo.exceptions import UserError

from ...domain.lifecycle import (
    ENDED,
    LIVE,
    Enrolment,
    EnrolmentEvent,
    IllegalEvent,
    Touch,
    TouchEvent,
    next_enrolment,
)

EVENT_KINDS = {
    Enrolment.ACTIVE: "resumed",
    Enrolment.PAUSED: "paused",
    Enrolment.REPLIED: "replied",
    Enrolment.COMPLETED: "completed",
    Enrolment.STOPPED: "stopped",
}
ENDED_TOUCHES = tuple(state.value for state in ENDED)


class OutboundEnrolment(models.Model):
    _inherit = "outbound.enrolment"

    def _apply(self, event: EnrolmentEvent, reason: str = "", resume_at: datetime | None = None, cause: str = ""):
        """The only writer of `state`: what `domain.lifecycle` answers to `event`, for all enrolments at once.

        A pause takes open tasks back, a stop cancels all that waits, and resuming moves the touches to come.

        :param reason: for people: why it pauses or ends
        :param resume_at: naive UTC; a pause without it lasts until a person ends it
        :param cause: a code by which whoever caused it finds it again, such as "leave"
        :raises UserError: when `event` cannot happen to one of them any more; nothing is written then
        """
        enrolments = self.sudo()
        moves = enrolments._find_moves(event)
        now = self.env["outbound.clock"]._now()
        changed = enrolments.browse()
        for (old, new), ids in moves.items():
            if old is new and event is not EnrolmentEvent.PAUSE:
                continue
            group = enrolments.browse(ids)
            if new in LIVE and old not in LIVE:
                group._check_person_free()
            group._write_state(
                {
                    "state": new.value,
                    "state_reason": reason or False,
                    "state_cause": cause or False,
                    "resume_date": resume_at if new is Enrolment.PAUSED and resume_at else False,
                    "end_date": now if new in (Enrolment.COMPLETED, Enrolment.STOPPED) else False,
                }
            )
            changed += group
        changed._settle_touches(event, reason)
        enrolments._log_moves(moves, reason, now)
        changed.lead_id._update_outreach()
        return self

    def _find_moves(self, event: EnrolmentEvent) -> dict[tuple[Enrolment, Enrolment], list[int]]:
        moves = defaultdict(list)
        states = dict(self._fields["state"]._description_selection(self.env))
        for enrolment in self:
            old = Enrolment(enrolment.state)
            try:
                moves[old, next_enrolment(old, event)].append(enrolment.id)
            except IllegalEvent:
                raise UserError(
                    _(
                        "The enrolment of %(lead)s is “%(state)s”, so this cannot be done. "
                        "Reload the page to see how it stands.",
                        lead=enrolment.lead_id.display_name,
                        state=states[enrolment.state],
                    )
                ) from None
        return moves

    def _check_person_free(self):
        """Resuming after a reply brings a person back, who may be in another sequence by now."""
        others = self.search(
            [
                ("email_normalized", "in", self.mapped("email_normalized")),
                ("state", "in", [state.value for state in LIVE]),
            ],
            limit=1,
        )
        if others:
            raise UserError(
                _(
                    "%(email)s is in the sequence “%(sequence)s” by now, and a person is in one sequence at a time. "
                    "Stop that one first.",
                    email=others.email_normalized,
                    sequence=others.sequence_id.name,
                )
            )

    def _settle_touches(self, event: EnrolmentEvent, reason: str):
        touches = self.env["outbound.touch"].sudo()
        waiting = touches.search([("enrolment_id", "in", self.ids), ("state", "not in", ENDED_TOUCHES)])
        if event is EnrolmentEvent.STOP:
            waiting._apply(TouchEvent.CANCEL, end_reason=reason or _("The enrolment was stopped."))
            return
        if event in (EnrolmentEvent.PAUSE, EnrolmentEvent.REPLY):
            waiting.filtered(lambda touch: touch.state == Touch.OPEN.value)._apply(TouchEvent.WITHDRAW)
        if event is EnrolmentEvent.RESUME:
            self._shift_touches()
        waiting._set_wake_date()

    def _log_moves(self, moves, reason: str, now: datetime):
        self.env["outbound.event"]._log(
            [
                {
                    "lead_id": enrolment.lead_id.id,
                    "company_id": enrolment.company_id.id,
                    "kind": EVENT_KINDS[new],
                    "date": now,
                    "new_value": reason,
                    "payload": {"enrolment": enrolment.id, "sequence": enrolment.sequence_id.id},
                }
                for (old, new), ids in moves.items()
                if old is not new
                for enrolment in self.browse(ids)
            ]
        )

    def _wake_waiting(self):
        """A touch is over: those that waited for it are looked at again."""
        waiting = (
            self.env["outbound.touch"]
            .sudo()
            .search([("enrolment_id", "in", self.ids), ("hold_code", "=", "waits"), ("wake_date", "!=", False)])
        )
        if waiting:
            waiting.write({"hold_reason": False, "hold_code": False, "hold_until": False})
            waiting._set_wake_date()

    def _finish_if_over(self):
        """The sequence of a prospect is completed when its last touch is over and nothing is on its way."""
        live = self.filtered(lambda enrolment: Enrolment(enrolment.state) in LIVE)
        if not live:
            return
        waiting = self.env["outbound.touch"]._read_group(
            [("enrolment_id", "in", live.ids), ("state", "not in", ENDED_TOUCHES)], ["enrolment_id"]
        )
        over = live - self.browse([enrolment.id for (enrolment,) in waiting])
        if over:
            over._apply(EnrolmentEvent.FINISH)
