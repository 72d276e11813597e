from odoo import _, models

from ...domain.handoff import Event
from .handoff import UNANSWERED


class OutboundReply(models.Model):
    """Warm answers go to a rep; what is then done in the inbox counts for the hand-off."""

    _inherit = "outbound.reply"

    def _hand_over(self):
        prospects = self.lead_id._filter_prospects()
        routed = self.filtered(lambda reply: reply.lead_id in prospects)
        # Of several mails of one prospect the latest says how they stand.
        latest = {reply.lead_id: reply for reply in routed.sorted(lambda reply: (reply.received_date, reply.id))}
        handoffs = self.env["crm.lead"]._hand_over_each(
            {
                lead: {
                    "reason": reply.label,
                    "context_text": reply.text or "",
                    "replied": True,
                    "reply_id": reply.id,
                }
                for lead, reply in latest.items()
            }
        )
        of_lead = handoffs.grouped("lead_id")
        for lead, reply in latest.items():
            known = [effect for effect in reply.effects or [] if effect["do"] == "handed_over"]
            if not known:
                reply._note_effect(do="handed_over", handoff=of_lead[lead].id)
        others = self - routed
        return super(OutboundReply, others)._hand_over() if others else None

    def _undo_handed_over(self, effect: dict) -> bool:
        """It was not warm after all: the rep need not answer, unless the right class is handed over too, or they did."""
        rules = self.env["outbound.reply.rule"]
        if rules._pick(rules._get_rules(self.company_id), self.label, self.fault).hand_over:
            return False
        handoff = self.env["outbound.handoff"].sudo().browse(effect["handoff"]).exists()
        if handoff.state in ("proposed", *UNANSWERED):
            handoff._cancel(_("The reply was read wrongly; %s corrected it.", self.env.user.name))
        return True

    def action_answer(self, text: str, key: str) -> bool:
        result = super().action_answer(text, key)
        self.sudo().lead_id._get_open_handoffs().filtered(lambda handoff: handoff.state in UNANSWERED)._apply(
            Event.ACKNOWLEDGE
        )
        return result

    def action_take_over(self) -> bool:
        """Whoever takes over has the prospect, and has acknowledged it."""
        result = super().action_take_over()
        me = self.env.user
        leads = self.sudo().lead_id
        others = leads._get_open_handoffs().filtered(lambda handoff: handoff.user_id != me)
        others._pass_on(_("%s took over.", me.name), me)
        mine = leads._get_open_handoffs().filtered(lambda handoff: handoff.user_id == me)
        mine.filtered(lambda handoff: handoff.state in UNANSWERED)._apply(Event.ACKNOWLEDGE)
        return result

    def _describe_effects(self) -> list[str]:
        sentences = super()._describe_effects()
        if any(effect["do"] == "handed_over" for effect in self.effects or []):
            sentences.append(_("It was handed over to a rep."))
        return sentences
