from collections import defaultdict

from odoo import _, models

from ...domain import planning
from ...domain.lifecycle import WAITING, Touch, TouchEvent
from .enrolment_planning import aware, naive


class OutboundEnrolment(models.Model):
    """Moving running enrolments to another version of their sequence, when a person asks for it."""

    _inherit = "outbound.enrolment"

    def _match_steps(self, target) -> dict[int, int]:
        """Which old step each step of `target` continues, by id: the one it was copied from, over any versions."""
        old = set(self.sequence_id.step_ids.ids)
        matched = {}
        for step in target.step_ids:
            origin = step.origin_id
            while origin and origin.id not in old:
                origin = origin.origin_id
            if origin:
                matched[step.id] = origin.id
        return matched

    def _plan_move(self, target) -> list[dict]:
        """What moving would do to each enrolment, without doing it.

        :return: ``{enrolment, next, dropped, added}``: the step that would come next (empty when none is left), how many
            waiting touches would be dropped and how many new ones would be added
        """
        matched = self._match_steps(target)
        plans = []
        for enrolment in self:
            touches = {touch.step_id.id: touch for touch in enrolment.touch_ids}
            kept = {matched.get(step.id) for step in target.step_ids}
            waiting = [touch for touch in enrolment.touch_ids if Touch(touch.state) in WAITING]
            last = max(
                (
                    index
                    for index, step in enumerate(target.step_ids)
                    if self._is_past(touches.get(matched.get(step.id)))
                ),
                default=-1,
            )
            coming = target.step_ids[last + 1 :].filtered(
                lambda step, touches=touches: not self._is_past(touches.get(matched.get(step.id)))
            )
            plans.append(
                {
                    "enrolment": enrolment,
                    "coming": coming,
                    "next": coming[:1],
                    "dropped": sum(touch.step_id.id not in kept for touch in waiting),
                    "added": sum(step.id not in matched or matched[step.id] not in touches for step in coming),
                }
            )
        return plans

    @staticmethod
    def _is_past(touch) -> bool:
        return bool(touch) and Touch(touch.state) not in WAITING

    def _move_to(self, target):
        """Go on with `target`: what was sent or skipped stays, what waits is planned anew by the new version.

        A text that was drafted for a touch is drafted again, because the new version may have another.
        """
        matched = self._match_steps(target)
        by_origin = {origin: step for step, origin in matched.items()}
        plans = self._plan_move(target)
        for plan in plans:
            enrolment, coming = plan["enrolment"], plan["coming"]
            waiting = enrolment.touch_ids._filter_waiting()
            gone = waiting.filtered(lambda touch, coming=coming: by_origin.get(touch.step_id.id) not in coming.ids)
            gone._apply(TouchEvent.CANCEL, end_reason=_("Not part of %s.", target.display_name))
            kept = waiting - gone
            kept._withdraw_text()
            for touch in kept:
                touch.step_id = by_origin[touch.step_id.id]
            enrolment.sequence_id = target
            enrolment._replan(coming)
        self._finish_if_over()
        self.lead_id._update_outreach()
        return plans

    def _replan(self, coming):
        """Give the touches of `coming` their dates in the new version, and create those that are new."""
        self.ensure_one()
        now = aware(self.env["outbound.clock"]._now())
        calendar = self._get_calendars()[self.id]
        steps = self.sequence_id.step_ids
        dues = planning.plan([step._to_plan() for step in steps], aware(self.start_date), calendar)
        touches = {touch.step_id.id: touch for touch in self.touch_ids._filter_waiting()}
        vals_list = []
        for number, (step, due) in enumerate(zip(steps, dues, strict=True), 1):
            moment = naive(max(due, now))
            if step in coming and step.id in touches:
                touches[step.id].write({"number": number, "channel": step.channel, "due_date": moment})
            elif step in coming:
                vals_list.append(self._prepare_touch_vals(step, number, moment))
        self.env["outbound.touch"].create(vals_list)
        self.touch_ids._filter_waiting()._set_wake_date()
        self._push_touches()

    def _prepare_touch_vals(self, step, number: int, due) -> dict:
        return {
            "enrolment_id": self.id,
            "step_id": step.id,
            "lead_id": self.lead_id.id,
            "company_id": self.company_id.id,
            "mailbox_id": self.mailbox_id.id,
            "number": number,
            "channel": step.channel,
            "due_date": due,
        }


class OutboundTouch(models.Model):
    _inherit = "outbound.touch"

    def _withdraw_text(self):
        """Throw drafted texts away and take open tasks back: the touch is planned again."""
        by_event = defaultdict(self.browse)
        for touch in self:
            if touch.state == "open":
                by_event[TouchEvent.WITHDRAW] += touch
            elif touch.state != "planned":
                by_event[TouchEvent.REDRAFT] += touch
        for event, touches in by_event.items():
            touches._apply(event)
