from odoo import _, api, models
from odoo.exceptions import AccessError, UserError

from ...domain import pilot_flow
from ...domain.lifecycle import EnrolmentEvent, IllegalEvent
from ...domain.pilot_flow import Event, State

CAUSE = "pilot"  # code of the pause that a kill switch makes, by which a resume finds its own
MANAGER = "outbound_prospecting.group_outbound_manager"


class OutboundPilot(models.Model):
    """From draft to a decision: every change of state, and what it entails."""

    _inherit = "outbound.pilot"

    def _apply(self, event: Event, **values):
        """The only writer of `state`: what `domain.pilot_flow` answers to `event`.

        :param values: further fields to write with the state
        :return: pilots whose state changed
        :raises UserError: when `event` cannot happen to one of them any more; nothing is written then
        """
        self.sudo().lock_for_update()
        names = dict(self._fields["state"]._description_selection(self.env))
        moves = {}
        for pilot in self.sudo():
            old = State(pilot.state)
            try:
                moves[pilot] = old, pilot_flow.next_state(old, event)
            except IllegalEvent:
                raise UserError(
                    _(
                        "“%(pilot)s” is “%(state)s”, so this cannot be done. Reload the page to see how it stands.",
                        pilot=pilot.name,
                        state=names[old.value],
                    )
                ) from None
        changed = self.browse()
        for pilot, (old, new) in moves.items():
            if old is not new:
                pilot._write_state({**values, "state": new.value})
                changed += pilot.with_env(self.env)
        return changed

    def _check_manager(self):
        if not self.env.su and not self.env.user.has_group(MANAGER):
            raise AccessError(_("Only a sales manager launches, stops and finishes pilots."))
        self.check_access("write")

    # ------------------------------------------------------------------ launch

    def action_launch(self):
        """Button: the criteria hold from now on, and the week plan begins. Nobody is enrolled yet.

        :raises UserError: when the checklist fails, naming what is missing
        """
        self.ensure_one()
        self._check_manager()
        missing = [check["message"] for check in self._get_launch_checks() if check["level"] == "error"]
        if missing and self.state == State.DRAFT.value:
            raise UserError(
                _("“%(name)s” cannot be launched yet:\n%(missing)s", name=self.name, missing="\n".join(missing))
            )
        self._draw_holdout()
        self._apply(Event.LAUNCH, launch_date=self.env["outbound.clock"]._now())
        return True

    def _go_on(self, gate: str):
        """A gate was passed: the work behind it may begin."""
        if gate == "scores_reviewed":
            self._request_enrolments()
        self._wake_touches()

    def _request_enrolments(self):
        """The members ask to enrol, each into the sequence of its tier, else into the first."""
        leads = self.sudo().member_ids.filtered(lambda member: not member.holdout).lead_id
        by_tier = {sequence.tier: sequence for sequence in self.sequence_ids.sorted("sequence", reverse=True)}
        groups = leads.grouped(lambda lead: by_tier.get(lead.icp_tier) or self.sequence_ids[:1])
        for sequence, own in groups.items():
            self.env["outbound.enrolment.request"].sudo()._request(own, sequence.sudo())

    def _wake_touches(self):
        """Touches that the pilot held back are looked at again."""
        held = (
            self.env["outbound.touch"]
            .sudo()
            .search([("enrolment_id.pilot_id", "in", self.ids), ("hold_code", "in", ["pilot_gate", "pilot_stopped"])])
        )
        held.write({"hold_reason": False, "hold_code": False, "hold_until": False})
        held._set_wake_date()
        held.lead_id._update_outreach()

    # ------------------------------------------------------------------ kill switch

    def action_kill(self):
        """Button: everything of this pilot stops at once. Nothing leaves until somebody resumes it."""
        self.ensure_one()
        self._check_manager()
        count = self._kill(_("%s pulled the kill switch.", self.env.user.name))
        return self.env["outbound.sequence"]._notify_count(_("The pilot is stopped. Prospects paused: %s", count))

    def _kill(self, reason: str) -> int:
        """Stop these pilots at once: active enrolments pause in one batch, claimed mails do not leave, nobody enrols.

        Pulled again it does nothing. It waits for a mail that is being handed over to its server right now.

        :return: how many prospects were paused
        """
        stopped = self._apply(Event.KILL, state_reason=reason)
        enrolments = stopped.sudo().enrolment_ids.filtered(lambda enrolment: enrolment.state == "active")
        enrolments._apply(EnrolmentEvent.PAUSE, reason=reason, cause=CAUSE)
        for pilot in stopped:
            pilot.sudo().message_post(body=_("Stopped: %s", reason))
        return len(enrolments)

    def action_resume(self):
        """Button: go on where the kill switch stopped it; who answered or was paused since stays as they are."""
        self.ensure_one()
        self._check_manager()
        self._apply(Event.RESUME, state_reason=False)
        enrolments = self._find_killed()
        enrolments._apply(EnrolmentEvent.RESUME)
        self._wake_touches()
        self.message_post(body=_("Resumed."))
        return self.env["outbound.sequence"]._notify_count(_("Prospects resumed: %s", len(enrolments)))

    def _find_killed(self):
        """Enrolments that rest because of the kill switch."""
        return self.sudo().enrolment_ids.filtered(lambda one: one.state == "paused" and one.state_cause == CAUSE)

    # ------------------------------------------------------------------ end

    def action_finish(self):
        """Button: the decision is made. Figures stay as they are now; where it is “Stop”, outreach to them ends."""
        self.ensure_one()
        self._check_manager()
        if not self.decision:
            raise UserError(_("Enter what was decided before the pilot is finished."))
        now = self.env["outbound.clock"]._now()
        was_stopped = self.state == State.STOPPED.value
        figures = self._freeze_figures()
        self._apply(Event.FINISH, end_date=now, figures=figures)
        last = self.sudo().gate_ids.filtered(lambda gate: gate.code == "decision_made")
        last.write({"passed_date": now, "passed_by": self.env.uid})
        ending = self.sudo().enrolment_ids.filtered(lambda one: one.state in ("active", "paused"))
        if self.decision != "stop":
            ending = self._find_killed() if was_stopped else ending.browse()
        ending._apply(EnrolmentEvent.STOP, reason=_("The pilot “%s” has ended.", self.name), cause=CAUSE)
        self._wake_touches()
        for sequence in self.sudo().sequence_ids:
            self.env["outbound.enrolment.request"]._look_again(sequence)
        self.activity_unlink(["mail.mail_activity_data_todo"])
        return True

    # ------------------------------------------------------------------ scheduled action

    @api.model
    def _cron_watch_pilots(self):
        """Scheduled action: stop pilots that crossed a kill threshold, and remind whoever must act on the others."""
        self.env["outbound.enrolment"]._work_off(self._find_launched, lambda pilots: pilots._watch())

    @api.model
    def _find_launched(self, exclude: list[int], limit: int):
        return self.search([("state", "=", State.LAUNCHED.value), ("id", "not in", exclude)], limit=limit, order="id")

    def _watch(self):
        """Stop those where that was agreed, else put what is due on the responsible person's list."""
        for pilot in self:
            killed = pilot._find_kill_reasons()
            stand = pilot._get_progress()
            if killed:
                pilot._kill(" ".join(killed))
                pilot._alert_stopped()
            elif stand.waiting_for or stand.ended:
                pilot._remind(stand)

    def _remind(self, stand):
        """One open task at a time: the gate that is late, or the decision."""
        if self.activity_ids or not self.user_id:
            return
        gates = dict(self.env["outbound.pilot.gate"]._fields["code"]._description_selection(self.env))
        late = stand.waiting_for and stand.waiting_for != "decision_made"
        summary = _("Gate: %s", gates[stand.waiting_for]) if late else _("The pilot is over: decide")
        self.activity_schedule("mail.mail_activity_data_todo", summary=summary, user_id=self.user_id.id)
