from odoo import fields, models


class OutboundLeadPipeline(models.AbstractModel):
    """Losing a prospect and bringing it back, by button, by drag and drop, by import or by API."""

    _inherit = "outbound.lead.pipeline"

    lost_activities = fields.Json(
        copy=False, help="Automated activities that were taken away when the prospect was lost, as values."
    )

    def action_set_lost(self, **additional_values):
        boards = self._get_boards()
        prospects = self.filtered(lambda lead: lead.team_id.id in boards and boards[lead.team_id.id].lost)
        for team, leads in prospects.grouped("team_id").items():
            # In one write: Odoo archives first, which alone does not lose anything.
            leads.write({**additional_values, "stage_id": boards[team.id].lost.id})
        others = self - prospects
        return super(OutboundLeadPipeline, others).action_set_lost(**additional_values) if others else None

    def _after_losing(self):
        """Take the activities away that the system planned; what a person planned is theirs to keep or cancel."""
        domain = [("res_model", "=", "crm.lead"), ("res_id", "in", self.ids), ("automated", "=", True)]
        activities = self.env["mail.activity"].sudo().search(domain)
        for lead_id, planned in activities.grouped("res_id").items():
            self.browse(lead_id).lost_activities = [
                {
                    "activity_type_id": activity.activity_type_id.id,
                    "summary": activity.summary,
                    "note": activity.note,
                    "date_deadline": fields.Date.to_string(activity.date_deadline),
                    "user_id": activity.user_id.id,
                }
                for activity in planned
            ]
        activities.unlink()

    def _after_restoring(self):
        """Plan those activities again; the prospect is no longer lost from anywhere."""
        model_id = self.env["ir.model"]._get_id("crm.lead")
        plans = [
            {**vals, "res_id": lead.id, "res_model_id": model_id, "automated": True}
            for lead in self
            for vals in lead.lost_activities or []
            if self.env["mail.activity.type"].browse(vals["activity_type_id"]).exists()
            and (not vals["user_id"] or self.env["res.users"].sudo().browse(vals["user_id"]).exists().active)
        ]
        if plans:
            # Their owners knew of them: no new notification.
            self.env["mail.activity"].sudo().with_context(mail_activity_quick_update=True).create(plans)
        self.write({"lost_from_stage_id": False, "lost_activities": False})
