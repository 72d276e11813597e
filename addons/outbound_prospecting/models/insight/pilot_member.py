from odoo import api, fields, models


class OutboundPilotMember(models.Model):
    """A prospect that takes part in a pilot, or is held out for comparison."""

    _name = "outbound.pilot.member"
    _description = "Prospect of a Pilot"
    _order = "holdout, id"
    _rec_name = "lead_id"

    pilot_id = fields.Many2one("outbound.pilot", required=True, ondelete="cascade", index=True)
    company_id = fields.Many2one(related="pilot_id.company_id", store=True, index="btree_not_null")
    lead_id = fields.Many2one("crm.lead", string="Prospect", required=True, ondelete="cascade", index=True)
    holdout = fields.Boolean(
        string="Held Out", readonly=True, help="Not written to, so that the others can be compared with it."
    )
    partner_name = fields.Char(related="lead_id.partner_name")
    icp_score = fields.Float(related="lead_id.icp_score")
    icp_tier = fields.Selection(related="lead_id.icp_tier")
    sequence_stage = fields.Selection(related="lead_id.sequence_stage")
    refusal = fields.Char(compute="_compute_refusal", string="Why Not Enrolled")

    _once = models.UniqueIndex("(pilot_id, lead_id)", "The prospect takes part already.")

    @api.depends("lead_id")
    def _compute_refusal(self):
        requests = self.env["outbound.enrolment.request"].sudo().search([("lead_id", "in", self.lead_id.ids)])
        messages = {request.lead_id.id: request.message for request in requests}
        for member in self:
            member.refusal = messages.get(member.lead_id.id, False)

    @api.model_create_multi
    def create(self, vals_list):
        self.env["outbound.pilot"].browse({vals["pilot_id"] for vals in vals_list})._check_unlocked()
        return super().create(vals_list)

    def write(self, vals):
        if vals.keys() - {"lead_id"}:  # a merge of leads keeps their place
            self.pilot_id._check_unlocked()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_locked(self):
        self.pilot_id._check_unlocked()
