from datetime import timedelta

from odoo import api, fields, models

STALE = timedelta(minutes=15)  # a call that has not ended by then was cut short
KEPT = timedelta(days=400)


class OutboundProviderCall(models.Model):
    """One call of a provider, or one that was spared because the answer was known. Append-only but for its end."""

    _name = "outbound.provider.call"
    _description = "Call of a Provider"
    _order = "id desc"
    _rec_name = "purpose"

    provider_id = fields.Many2one("outbound.provider", required=True, readonly=True, ondelete="cascade", index=True)
    company_id = fields.Many2one(related="provider_id.company_id", store=True, index="btree_not_null")
    lead_id = fields.Many2one("crm.lead", string="Prospect", readonly=True, ondelete="set null", index="btree_not_null")
    date = fields.Datetime(required=True, readonly=True, default=lambda self: self.env["outbound.clock"]._now())
    purpose = fields.Char(required=True, readonly=True)
    state = fields.Selection(
        [("under_way", "Under way"), ("done", "Done")], required=True, readonly=True, default="done", copy=False
    )
    outcome = fields.Char(readonly=True, help="“ok”, or the code of what went wrong.")
    tokens_in = fields.Integer(readonly=True)
    tokens_out = fields.Integer(readonly=True)
    currency_id = fields.Many2one(related="provider_id.currency_id")
    cost = fields.Float(digits=(16, 6), readonly=True, help="An estimate while the call is under way.")
    latency = fields.Float(string="Seconds", digits=(16, 3), readonly=True, aggregator="avg")
    cache_hit = fields.Boolean(string="Known Before", readonly=True, help="The same had been asked; no call was made.")
    input_hash = fields.Char(readonly=True)
    answer = fields.Json(readonly=True, groups="outbound_prospecting.group_outbound_admin", copy=False)

    _cache_idx = models.Index("(input_hash) WHERE outcome = 'ok'")
    _spent_idx = models.Index("(provider_id, date)")
    _under_way_idx = models.Index("(provider_id) WHERE state = 'under_way'")

    @api.model
    def _settle_stale(self):
        """Calls that were cut short count at their estimate: nobody knows what they consumed."""
        before = self.env["outbound.clock"]._now() - STALE
        self.sudo().search([("state", "=", "under_way"), ("date", "<", before)]).write(
            {"state": "done", "outcome": "unknown"}
        )

    @api.autovacuum
    def _gc_calls(self):
        """Old calls say nothing any more."""
        old = self.env["outbound.clock"]._now() - KEPT
        self.sudo().search([("date", "<", old), ("state", "=", "done")], limit=5000).unlink()
