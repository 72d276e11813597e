from odoo import _, api, models
from odoo.exceptions import UserError

from ...domain.lifecycle import EnrolmentEvent
from .enrolment_rules import LIVE_STATES, OPEN_STATES

CLOSING_FIELDS = {"stage_id", "active", "probability", "lost_reason_id"}
PERSON_FIELDS = {"email_from", "partner_id", "user_id"}
UNDER_WAY = ("in_progress", "paused", "replied")


class OutboundLeadOutreach(models.AbstractModel):
    """What happens to a prospect happens to its enrolment: closing, a new address, a new rep, merging, deleting."""

    _inherit = "outbound.lead.outreach"

    def write(self, vals):
        result = super().write(vals)
        if vals.keys() & (CLOSING_FIELDS | PERSON_FIELDS):
            leads = self.filtered(lambda lead: lead.sequence_stage in UNDER_WAY)
            if leads and vals.keys() & CLOSING_FIELDS:
                leads._stop_closed()
            # After a merge the enrolment goes on with the address that it has written to.
            if leads and vals.keys() & PERSON_FIELDS and not self.env.context.get("outbound_merging"):
                leads._follow_person()
        return result

    def _stop_closed(self):
        """Nobody whose deal is won or lost is written to any more."""
        closed = self.filtered(lambda lead: not lead.active or lead.won_status in ("won", "lost"))
        for lead in closed:
            won = lead.won_status == "won"
            reason = _("The deal is won.") if won else lead.lost_reason_id.name or _("The prospect was closed.")
            lead._get_open_enrolments()._apply(EnrolmentEvent.STOP, reason=reason, cause="closed")

    def _get_open_enrolments(self):
        """Enrolments that may still lead to a mail, now or after a person resumes them."""
        return self.env["outbound.enrolment"].sudo().search([("lead_id", "in", self.ids), ("state", "in", OPEN_STATES)])

    def _follow_person(self):
        """Mails go to the address the prospect has now, and tasks to the rep it has now."""
        for enrolment in self._get_open_enrolments():
            lead = enrolment.lead_id
            if lead.email_normalized != enrolment.email_normalized:
                enrolment._change_address(lead.email_normalized)
            activities = enrolment.touch_ids.filtered(lambda touch: touch.state == "open").activity_id
            if lead.user_id and activities and activities.user_id != lead.user_id:
                activities.write({"user_id": lead.user_id.id})

    @api.ondelete(at_uninstall=False)
    def _unlink_except_on_its_way(self):
        touches = self.env["outbound.touch"].sudo()
        on_its_way = touches.search([("lead_id", "in", self.ids), ("state", "in", ["sending", "unknown"])], limit=1)
        if on_its_way:
            raise UserError(
                _(
                    "A mail to %s is on its way, or nobody knows yet whether it arrived. Settle that first, or archive "
                    "the prospect instead.",
                    on_its_way.lead_id.display_name,
                )
            )

    # ------------------------------------------------------------------ merge

    def _merge_dependences(self, opportunities):
        self._merge_enrolments(opportunities)
        return super()._merge_dependences(opportunities)

    def _merge_enrolments(self, opportunities):
        """The history of the merged prospects goes on with the one that stays; one enrolment at most stays live."""
        everybody = self | opportunities
        enrolments = self.env["outbound.enrolment"].sudo().search([("lead_id", "in", everybody.ids)])
        live = enrolments.filtered(lambda enrolment: enrolment.state in LIVE_STATES)
        # The one that has come furthest goes on.
        keep = live.sorted(lambda one: (len(one.touch_ids.filtered("done_date")), -one.id), reverse=True)[:1]
        if any(enrolment.state == "replied" for enrolment in enrolments):
            keep = keep.browse()
        (live - keep)._apply(EnrolmentEvent.STOP, reason=_("Merged with another prospect."), cause="merged")
        enrolments.write({"lead_id": self.id})
        enrolments.touch_ids.write({"lead_id": self.id})
        self.env["outbound.enrolment.request"].sudo().search([("lead_id", "in", opportunities.ids)]).unlink()

    def _merge_opportunity(self, *args, **kwargs):
        merged = super(OutboundLeadOutreach, self.with_context(outbound_merging=True))._merge_opportunity(
            *args, **kwargs
        )
        merged = merged.with_env(self.env)
        if merged.sudo().enrolment_ids:
            merged._update_outreach()
        return merged


class OutboundEnrolment(models.Model):
    _inherit = "outbound.enrolment"

    def _change_address(self, email: str | bool):
        """The prospect has another address: go on with it, unless that person may not be written to or is enrolled."""
        taken = email and self.search(
            [("email_normalized", "=", email), ("state", "in", LIVE_STATES), ("id", "!=", self.id)], limit=1
        )
        if not email or taken:
            reason = _("%s is in another sequence.", email) if email else _("The prospect has no address any more.")
            self._apply(EnrolmentEvent.STOP, reason=reason, cause="address")
            return
        self.write({"email_normalized": email, "website_domain": self.lead_id.website_domain})
