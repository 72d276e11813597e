from odoo import _, api, fields, models
from odoo.exceptions import UserError


class OutboundEnrol(models.TransientModel):
    """Enrol a selection of prospects, and say of each refused one why."""

    _name = "outbound.enrol"
    _description = "Enrol Prospects"

    lead_ids = fields.Many2many("crm.lead", string="Prospects", required=True)
    lead_count = fields.Integer(compute="_compute_lead_count")
    sequence_id = fields.Many2one("outbound.sequence", domain="[('state', '=', 'active')]", required=True)
    again = fields.Boolean(
        string="Also Who Was Enrolled Before",
        help="Begin anew with prospects that have been through a sequence. What runs for them now is stopped first.",
    )
    state = fields.Selection([("choose", "Choose"), ("done", "Done")], default="choose", required=True)
    enrolled_count = fields.Integer(readonly=True)
    refused_count = fields.Integer(readonly=True)
    refusal_ids = fields.One2many("outbound.enrol.refusal", "wizard_id", readonly=True)

    @api.model
    def default_get(self, fields_list):
        values = super().default_get(fields_list)
        leads = self.env["crm.lead"].browse(self.env.context.get("default_lead_ids", []))
        if "sequence_id" in fields_list and not values.get("sequence_id"):
            values["sequence_id"] = self._guess_sequence(leads).id
        return values

    @api.model
    def _guess_sequence(self, leads):
        """The sequence that fits most of the selection, else the only live one."""
        Sequence = self.env["outbound.sequence"]
        for lead in leads[:1]:
            if found := Sequence._find_for_tier(lead.icp_tier, lead.company_id):
                return found
        live = Sequence.search([("state", "=", "active")], limit=2)
        return live if len(live) == 1 else Sequence

    @api.depends("lead_ids")
    def _compute_lead_count(self):
        for wizard in self:
            wizard.lead_count = len(wizard.lead_ids)

    def action_enrol(self):
        """Button: enrol, then show the result in the same window."""
        self.ensure_one()
        leads = self.lead_ids
        if not leads:
            raise UserError(_("Choose at least one prospect."))
        leads.check_access("write")
        self.env["outbound.mail.domain"].sudo()._verify(leads.mapped("email_normalized"))
        if self.again:
            leads._stop_for_restart()
        result = self.env["outbound.enrolment"]._enrol(leads, self.sequence_id, again=self.again)
        self.env["outbound.enrolment.request"].sudo().search(
            [("lead_id", "in", result.enrolments.lead_id.ids)]
        ).unlink()
        self.write(
            {
                "state": "done",
                "enrolled_count": len(result.enrolments),
                "refused_count": len(result.refusals),
                "refusal_ids": [
                    (0, 0, {"lead_id": lead.id, "code": code, "message": message})
                    for lead, code, message in result.refusals
                ],
            }
        )
        return {
            "type": "ir.actions.act_window",
            "name": _("Enrolled"),
            "res_model": self._name,
            "res_id": self.id,
            "views": [(False, "form")],
            "target": "new",
        }


class OutboundEnrolRefusal(models.TransientModel):
    """One prospect that was not enrolled, and why."""

    _name = "outbound.enrol.refusal"
    _description = "Prospect Not Enrolled"
    _order = "code, id"

    wizard_id = fields.Many2one("outbound.enrol", required=True, ondelete="cascade")
    lead_id = fields.Many2one("crm.lead", string="Prospect", required=True, ondelete="cascade")
    code = fields.Char()
    message = fields.Char(string="Why Not")

    def action_open_lead(self):
        """Button: the prospect, to put it right."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "crm.lead",
            "res_id": self.lead_id.id,
            "views": [(False, "form")],
        }
