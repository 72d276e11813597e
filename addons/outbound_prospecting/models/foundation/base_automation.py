from odoo import fields, models
from odoo.fields import Domain
from odoo.tools.safe_eval import safe_eval


class BaseAutomation(models.Model):
    _inherit = "base.automation"

    outbound_in_batch = fields.Boolean(
        string="Once for All Events",
        help="Rules on outbound events: run the actions once with all new events as `records`, instead of once for "
        "each. Scoring may create thousands of events in one transaction.",
    )

    def _filter_post_export_domain(self, records, feedback=False):
        if not (self.outbound_in_batch and records._name == "outbound.event" and self.sudo().filter_domain):
            return super()._filter_post_export_domain(records, feedback=feedback)
        # In the database: thousands of new events need not be read to find the few that a rule is about.
        domain = safe_eval(self.sudo().filter_domain, self._get_eval_context())
        if feedback:
            records = records.with_context(__action_feedback=True)
        found = records.sudo().search(Domain("id", "in", records.ids) & Domain(domain))
        return found.with_env(records.env), domain

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
