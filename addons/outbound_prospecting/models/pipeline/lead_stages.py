from odoo import fields, models


class OutboundEvent(models.Model):
    _inherit = "outbound.event"

    kind = fields.Selection(selection_add=[("stage_changed", "Stage")], ondelete={"stage_changed": "cascade"})


class OutboundLeadPipeline(models.AbstractModel):
    """Entering a stage of an outbound board is a fact, kept with what was predicted of the prospect at that moment.

    Rooms to the right add what they know of it (`_prepare_stage_event`).
    """

    _inherit = "outbound.lead.pipeline"

    def _log_stages(self, before: dict | None = None):
        """Note the stages that these prospects have entered, with one statement.

        :param before: the stage that each was in; without, they are new on their board. Those of other teams left it.
        """
        boards, before = self._get_boards(), before or {}
        rows = []
        for lead in self:
            old = before.get(lead, lead.stage_id.browse())
            new = lead.stage_id if lead.team_id.id in boards else lead.stage_id.browse()
            if old != new:
                rows.append(lead._prepare_stage_event(old, new))
        self.env["outbound.event"]._log(rows)

    def _prepare_stage_event(self, old, new) -> dict:
        return {
            "lead_id": self.id,
            "company_id": self.company_id.id,
            "kind": "stage_changed",
            "old_value": old.name,
            "new_value": new.name,
            "payload": {
                "from": old.id or None,
                "to": new.id or None,
                "predicted": self.automated_probability,
            },
        }
