from odoo import _, api, fields, models
from odoo.exceptions import AccessError, UserError

from ...domain.lifecycle import IllegalEvent
from ...domain.variants import Promotion, Step, next_promotion

MANAGER = "outbound_prospecting.group_outbound_manager"


class OutboundVariantPromotion(models.Model):
    """The proposal to write with the better variant alone. Nothing changes before a manager approves it."""

    _name = "outbound.variant.promotion"
    _description = "Promotion of a Variant"
    _inherit = ["outbound.state.mixin"]
    _order = "id desc"
    _rec_name = "variant"

    step_id = fields.Many2one(
        "outbound.sequence.step", string="Touch", required=True, readonly=True, ondelete="cascade", index=True
    )
    sequence_id = fields.Many2one(related="step_id.sequence_id")
    company_id = fields.Many2one(related="step_id.sequence_id.company_id", store=True, index="btree_not_null")
    variant = fields.Char(required=True, readonly=True)
    state = fields.Selection(
        [("proposed", "Proposed"), ("approved", "Approved"), ("rejected", "Rejected"), ("undone", "Undone")],
        default="proposed",
        required=True,
        readonly=True,
    )
    reason = fields.Char(readonly=True, help="What the figures said when it was proposed.")
    proposed_by = fields.Many2one("res.users", readonly=True, default=lambda self: self.env.user)
    decided_by = fields.Many2one("res.users", readonly=True)
    decided_date = fields.Datetime(readonly=True)
    weights = fields.Json(readonly=True, help="Weights of the other templates before, by id, to undo it.")

    _one_open = models.UniqueIndex("(step_id) WHERE state = 'proposed'", "A variant of this touch is proposed already.")

    @api.model
    def _propose(self, report):
        """Propose the variant of a row of the comparison; one proposal of a touch waits at a time."""
        waiting = self.sudo().search([("step_id", "=", report.step_id.id), ("state", "=", "proposed")], limit=1)
        proposal = waiting or self.sudo().create(
            {"step_id": report.step_id.id, "variant": report.name, "reason": report.explanation, "proposed_by": self.env.uid}
        )  # fmt: skip
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": proposal.id,
            "views": [(False, "form")],
            "name": _("Promotion of a Variant"),
        }

    def _apply(self, step: Step, **values):
        """The only writer of `state`, answering to `domain.variants`.

        :raises AccessError: when the user is no manager
        :raises UserError: when it cannot happen any more
        """
        if not self.env.su and not self.env.user.has_group(MANAGER):
            raise AccessError(_("Only a sales manager decides which variant is written with."))
        self.check_access("read")
        for proposal in self.sudo():
            try:
                state = next_promotion(Promotion(proposal.state), step)
            except IllegalEvent:
                raise UserError(_("Somebody has decided on this already. Reload the page.")) from None
            proposal._write_state(
                {
                    **values,
                    "state": state.value,
                    "decided_by": self.env.uid,
                    "decided_date": self.env["outbound.clock"]._now(),
                }
            )

    def action_approve(self):
        """Button: from now on prospects get this variant, in every language that it is written in."""
        self.ensure_one()
        self.check_access("read")
        losers = self.sudo()._find_losers()
        self._apply(Step.APPROVE, weights={str(template.id): template.weight for template in losers})
        losers.write({"weight": 0})
        return True

    def action_reject(self):
        """Button: the variants stay beside each other."""
        self._apply(Step.REJECT)
        return True

    def action_undo(self):
        """Button: the other variants get the share back that they had, unless somebody has given them another."""
        self.ensure_one()
        self._apply(Step.UNDO)
        templates = self.env["outbound.template"].sudo().with_context(active_test=False)
        for template_id, weight in (self.sudo().weights or {}).items():
            templates.browse(int(template_id)).exists().filtered(lambda one: not one.weight).write({"weight": weight})
        return True

    def _find_losers(self):
        """Templates in use of the other variants, in the languages that the winner is written in."""
        used = self.step_id.template_ids.filtered("weight")
        winners = used.filtered(lambda template: template.name == self.variant)
        return (used - winners).filtered(lambda template: template.lang in winners.mapped("lang"))
