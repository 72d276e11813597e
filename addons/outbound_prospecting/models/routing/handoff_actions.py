from odoo import _, models
from odoo.exceptions import AccessError, UserError

from ...domain.handoff import OPEN, Event, State
from ...domain.lifecycle import EnrolmentEvent
from .handoff import OPEN_STATES


class OutboundHandoff(models.Model):
    """What people do with a hand-off. Each verb checks who asks."""

    _inherit = "outbound.handoff"

    def action_acknowledge(self):
        """Button: I have seen it and take care of it."""
        self._check_may_act()
        self._apply(Event.ACKNOWLEDGE)
        return True

    def action_accept(self):
        """Button: it is a real chance, and mine."""
        self._check_may_act()
        self._apply(Event.ACCEPT)
        self.sudo().lead_id.filtered(lambda lead: lead.qualification_status in ("new", "in_review")).write(
            {"qualification_status": "qualified"}
        )
        return True

    def action_reject(self):
        """Button: choose a reason."""
        self._check_may_act()
        return self._open_decision("reject", _("Reject"))

    def action_pass_on(self):
        """Button: give it to somebody else, who is chosen or found."""
        self._check_may_act()
        return self._open_decision("pass_on", _("Give to Somebody Else"))

    def action_reopen(self):
        """Button: take back one's decision; a prospect that was disqualified for it is so no longer."""
        self._check_may_act()
        later = self.sudo().search(
            [("lead_id", "in", self.lead_id.ids), ("state", "in", OPEN_STATES), ("id", "not in", self.ids)], limit=1
        )
        if later:
            raise UserError(_("%s has it now. Ask them, or give it to yourself.", later.user_id.name or _("Nobody")))
        for handoff in self.sudo():
            if handoff.decision_reason_id.outcome == "disqualify":
                handoff.lead_id.write({"qualification_status": "in_review", "disqualification_reason": False})
        self._apply(Event.REOPEN)
        return True

    def action_open_lead(self):
        """Button of a list: the prospect."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "crm.lead",
            "res_id": self.lead_id.id,
            "views": [(False, "form")],
        }

    def _reject(self, reason, note=""):
        """Reject for a reason, which also says what becomes of the prospect.

        :return: the hand-offs of those who get it instead
        """
        handoffs = self.sudo()
        handoffs._apply(Event.REJECT, decision_reason_id=reason.id, note=note or False)
        text = f"{reason.name}: {note}" if note else reason.name
        if reason.outcome == "disqualify":
            leads = handoffs.lead_id
            leads.write({"qualification_status": "disqualified", "disqualification_reason": text})
            leads._get_open_enrolments()._apply(EnrolmentEvent.STOP, reason=text, cause="handoff")
        if reason.outcome == "pass_on":
            return handoffs._begin_again("passed_on")
        return handoffs.browse()

    def _pass_on(self, end_reason: str, user=None):
        """End these turns and begin the next, with `user` or with whoever is found who was not asked before.

        :return: the new hand-offs
        """
        handoffs = self.sudo()._apply(Event.PASS_ON, end_reason=end_reason)
        return handoffs._begin_again("passed_on", user) if handoffs else handoffs

    def _begin_again(self, cause: str, user=None):
        tried = {handoff.lead_id.id: handoff._get_asked() for handoff in self}
        rows = {
            handoff.lead_id: {
                **handoff._prepare_next_vals(),
                **({"user_id": user.id} if user else {}),
            }
            for handoff in self
        }
        return self._begin(rows, cause, {} if user else tried)

    def _prepare_next_vals(self) -> dict:
        return {
            "reason": self.reason,
            "replied": self.replied,
            "context_text": self.context_text,
            "reply_id": self.reply_id.id,
            "previous_id": self.id,
            "attempt": self.attempt + 1,
        }

    def _get_asked(self) -> frozenset[int]:
        """Users who have had this prospect since it became warm."""
        users, handoff = set(), self
        while handoff:
            users |= set(handoff.user_id.ids)
            handoff = handoff.previous_id
        return frozenset(users)

    def _cancel(self, reason: str):
        """There is nothing left to do."""
        self.sudo().filtered(lambda handoff: State(handoff.state) in OPEN)._apply(Event.CANCEL, end_reason=reason)

    def _check_may_act(self):
        """:raises AccessError: for whoever is neither its rep nor its manager nor a reviewer"""
        self.check_access("read")
        if self.env.su:
            return
        for handoff in self:
            if not handoff.may_act:
                raise AccessError(
                    _("The hand-off of %s is not yours to decide. Ask its rep or a reviewer.",
                      handoff.lead_id.display_name)
                )  # fmt: skip

    def _open_decision(self, kind: str, name: str) -> dict:
        return {
            "type": "ir.actions.act_window",
            "name": name,
            "res_model": "outbound.handoff.decision",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_kind": kind, "default_handoff_ids": self.ids},
        }


class OutboundLeadRouting(models.AbstractModel):
    """What happens to a prospect happens to its hand-off."""

    _inherit = "outbound.lead.routing"

    def write(self, vals):
        before = self._filter_prospects() if vals.keys() & {"user_id", "stage_id", "team_id"} else self.browse()
        result = super().write(vals)
        if not before:  # leads of other teams cost nothing
            return result
        if "user_id" in vals and not self.env.context.get("outbound_routing"):
            before._follow_rep()
        if "stage_id" in vals:
            won = before.filtered(lambda lead: lead.won_status == "won")
            won._get_open_handoffs()._cancel(_("The deal is won."))
        if "team_id" in vals:
            (before - before._filter_prospects())._get_open_handoffs()._cancel(_("Another team has the prospect now."))
        return result

    def _filter_prospects(self):
        boards = self._get_boards()
        return self.filtered(lambda lead: lead.team_id.id in boards) if boards else self.browse()

    def _get_open_handoffs(self):
        Handoff = self.env["outbound.handoff"].sudo()
        if not self:
            return Handoff
        return Handoff.search([("lead_id", "in", self.ids), ("state", "in", OPEN_STATES)])

    def _follow_rep(self):
        """A person gave the prospect to another rep: the hand-off goes with it."""
        handoffs = self._get_open_handoffs().filtered(
            lambda handoff: handoff.lead_id.user_id and handoff.lead_id.user_id != handoff.user_id
        )
        for user, own in handoffs.grouped(lambda handoff: handoff.lead_id.user_id).items():
            own._pass_on(_("%s changed the rep.", self.env.user.name), user)

    def _after_losing(self):
        self._get_open_handoffs()._cancel(_("The prospect was closed."))
        return super()._after_losing()

    def action_hand_over(self):
        """Button: give this prospect to a rep now, who has until the deadline to acknowledge it."""
        self.check_access("write")
        context = {"default_kind": "begin", "default_lead_ids": self.ids}
        return self._open_wizard(_("Hand Over"), "outbound.handoff.decision", context)

    def action_acknowledge_handoff(self):
        """Button on the prospect."""
        return self.handoff_id.action_acknowledge()

    def action_accept_handoff(self):
        """Button on the prospect."""
        return self.handoff_id.action_accept()

    def action_reject_handoff(self):
        """Button on the prospect."""
        return self.handoff_id.action_reject()

    def action_pass_on_handoff(self):
        """Button on the prospect."""
        return self.handoff_id.action_pass_on()

    def _merge_dependences(self, opportunities):
        """The one that remains has one open hand-off; the others were about the same person."""
        super()._merge_dependences(opportunities)
        merged = self.env["outbound.handoff"].sudo().search([("lead_id", "in", (self + opportunities).ids)])
        still_open = merged.filtered(lambda handoff: handoff._is_open())
        keep = still_open.sorted(lambda handoff: (handoff.lead_id != self, handoff.id))[:1]
        (still_open - keep)._cancel(_("Merged with another prospect."))
        merged.write({"lead_id": self.id})
        opportunities.sudo().assignment_ids.write({"lead_id": self.id})
