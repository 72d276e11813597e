from collections import defaultdict
from datetime import timezone

from odoo import _, api, models

from ...domain.handoff import Event, Late, State, look, plan_hours
from .handoff_create import LOOK_AGAIN


class OutboundHandoff(models.Model):
    """No warm prospect is forgotten: first the manager is told, then somebody else is asked."""

    _inherit = "outbound.handoff"

    @api.model
    def _cron_watch_handoffs(self):
        """Scheduled action: look for reps where nobody was found, escalate what is late, and pass it on."""
        now = self.env["outbound.clock"]._now()
        self.env["outbound.enrolment"].sudo()._work_off(
            lambda seen, limit: self._find_due(now, seen, limit), lambda found: found._watch(now)
        )

    @api.model
    def _find_due(self, now, exclude: list[int], limit: int):
        return self.sudo().search(
            [("wake_date", "<=", now), ("id", "not in", exclude)], limit=limit, order="wake_date, id"
        )

    def _watch(self, now):
        """Do what is due for each of these, all of a kind at once."""
        self._look_for_somebody()
        asked_for = defaultdict(self.browse)
        for handoff in self:
            asked_for[look(now, State(handoff.state), handoff.deadline, handoff.pass_on_date or None)] += handoff
        asked_for[Late.ESCALATE]._escalate(now)
        passing = asked_for[Late.PASS_ON]
        if passing:
            passing._pass_on(_("Not acknowledged in time."))
        for handoff in asked_for[Late.NOTHING].filtered("wake_date"):
            handoff.wake_date = handoff._get_next_look(now)

    def _get_next_look(self, now):
        state = State(self.state)
        if not self.user_id and state in (State.PROPOSED, State.ESCALATED):
            return now + LOOK_AGAIN
        return self.deadline if state is State.ASSIGNED else self.pass_on_date

    def _look_for_somebody(self):
        """Those whom nobody could take: perhaps somebody is back."""
        orphans = self.filtered(lambda handoff: not handoff.user_id and handoff.state in ("proposed", "escalated"))
        if not orphans:
            return
        owners: dict[int, int | None] = {}
        orphans._find_owners(orphans.lead_id, "handoff", {}, owners)
        found = orphans.filtered(lambda handoff: owners.get(handoff.lead_id.id))
        found.lead_id._write_owners(owners)
        wanted = {handoff.lead_id: (owners[handoff.lead_id.id], {"replied": handoff.replied}) for handoff in found}
        deadlines = self._get_deadlines(wanted) if wanted else {}
        for handoff in found:
            deadline = deadlines[handoff.lead_id.id]
            handoff.write({"user_id": owners[handoff.lead_id.id], "deadline": deadline, "wake_date": deadline})
        found._apply(Event.ASSIGN)
        found.escalation_activity_id.unlink()
        found._open_activities()
        found._alert("handoff_assigned")

    def _escalate(self, now):
        """Tell the manager, and note when somebody else is asked."""
        late = self._apply(Event.ESCALATE)
        spans = late.user_id._get_work_spans(now) if late else {}
        for handoff in late:
            handoff.pass_on_date = handoff._get_pass_on_date(now, spans.get(handoff.user_id.id, []))
            handoff.wake_date = handoff.pass_on_date or (False if handoff.user_id else now + LOOK_AGAIN)
        for user, own in late.filtered("user_id").grouped("user_id").items():
            own._tell_managers(_("%s has not acknowledged", user.name))
        late._alert("handoff_escalated")

    def _get_pass_on_date(self, now, spans):
        """When somebody else is asked: never, where the policy says so or enough people were asked."""
        policy = self.env["outbound.routing.policy"]._find_policy(self.company_id)
        if not (self.user_id and policy.pass_on and self.attempt <= policy.pass_on_times):
            return False
        moment = plan_hours(now.replace(tzinfo=timezone.utc), spans, policy.pass_on_hours)
        return moment.astimezone(timezone.utc).replace(tzinfo=None) if moment else now
