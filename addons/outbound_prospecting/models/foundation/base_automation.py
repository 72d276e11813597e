from odoo import fields, models


class BaseAutomation(models.Model):
    _inherit = "base.automation"

    outbound_in_batch = fields.Boolean(
        string="Once for All Events",
        help="Rules on outbound events: run the actions once with all new events as `records`, instead of once for "
        "each. Scoring may create thousands of events in one transaction.",
    )

    def _process(self, records, domain_post=None):
        if not (self.outbound_in_batch and records._name == "outbound.event"):
            return super()._process(records, domain_post=domain_post)
        # Events never change, so that no rule can process one twice.
        context = {
            "active_model": records._name,
            "active_ids": records.ids,
            "active_id": records[:1].id,
            "domain_post": domain_post,
        }
        for action in self.sudo().action_server_ids if records else ():
            try:
                action.with_context(**context).run()
            except Exception as error:
                self._add_postmortem(error)
                raise
        return None
