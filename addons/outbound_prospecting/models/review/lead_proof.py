from odoo import models

from ...domain.lifecycle import TouchEvent


class OutboundLeadResearch(models.AbstractModel):
    """A draft whose proof is gone is no draft."""

    _inherit = "outbound.lead.research"

    def action_wrong_company(self):
        """Button: also, drafts that were written from the wrong company's texts are written plainly."""
        sites = self.env["outbound.site"].sudo()._of_leads(self)._of_company(self.company_id)
        leads = sites._get_leads() | self.sudo()
        result = super().action_wrong_company()
        self.env["outbound.touch"]._withdraw_unproved(leads)
        return result


class OutboundTouch(models.Model):
    _inherit = "outbound.touch"

    def _withdraw_unproved(self, leads):
        """Write plainly, and put before a person, unsent drafts whose statements count no longer."""
        drafts = self.sudo().search(
            [
                ("lead_id", "in", leads.ids),
                ("state", "in", ("drafted", "in_review", "approved")),
                ("prompt_version_id", "!=", False),
            ]
        )
        drafts = drafts.filtered(lambda touch: not touch._is_proved())
        if not drafts:
            return
        drafts._apply(TouchEvent.REDRAFT, **self._prepare_blank_vals())
        drafts._draft()._put_before_reviewer(self.env["outbound.clock"]._now())

    def _is_proved(self) -> bool:
        """Whether all statements that the text rests on still count."""
        statements = {statement.id for statement in self._get_statements().get(self.lead_id, ())}
        return all(id_ in statements for one in self.sentences or [] for id_ in one["statements"])

    def action_wrong_company(self) -> list[dict]:
        """One click in the review: what was read is about another company.

        :return: the card with the plain text; none where even that cannot be written
        """
        self.ensure_one()
        self._check_may_review()
        self.lead_id.action_wrong_company()
        return self.get_review_cards(self.ids) if self.sudo().state == "in_review" else []
