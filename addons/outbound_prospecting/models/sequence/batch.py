from odoo import _, api, fields, models
from odoo.exceptions import UserError


class OutboundBatch(models.Model):
    """Prospects that one run of a scheduled action changed, so that a person can see them and take it back."""

    _name = "outbound.batch"
    _description = "Batch of Changes"
    _order = "date desc, id desc"
    _rec_name = "kind"

    kind = fields.Selection(
        [("closed_stale", "Closed without response"), ("nurtured", "Moved to the nurture list")],
        required=True,
        readonly=True,
    )
    date = fields.Datetime(required=True, readonly=True, default=fields.Datetime.now)
    company_id = fields.Many2one("res.company", readonly=True, index="btree_not_null")
    lead_ids = fields.Many2many("crm.lead", string="Prospects", readonly=True, context={"active_test": False})
    lead_count = fields.Integer(compute="_compute_lead_count", string="Prospects Changed")
    undone_date = fields.Datetime(readonly=True)
    undone_by = fields.Many2one("res.users", readonly=True)
    undone_count = fields.Integer(readonly=True, help="Prospects that were still as the batch had left them.")

    @api.depends("kind", "date")
    def _compute_display_name(self):
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        for batch in self:
            batch.display_name = f"{kinds.get(batch.kind, '')} – {fields.Date.to_string(batch.date)}"

    @api.depends("lead_ids")
    def _compute_lead_count(self):
        self.env.cr.execute(
            """
            SELECT outbound_batch_id, count(*) FROM crm_lead_outbound_batch_rel
             WHERE outbound_batch_id = ANY(%s) GROUP BY 1
            """,
            [self.ids],
        )
        counts = dict(self.env.cr.fetchall())
        for batch in self:
            batch.lead_count = counts.get(batch.id, 0)

    @api.model
    def _record(self, kind: str, leads):
        """Note that these prospects were changed; runs of one day and company share a batch."""
        now = self.env["outbound.clock"]._now()
        start = now.replace(hour=0, minute=0, second=0)
        for company, own in leads.grouped("company_id").items():
            domain = [("kind", "=", kind), ("company_id", "=", company.id), ("date", ">=", start)]
            batch = self.sudo().search([*domain, ("undone_date", "=", False)], limit=1)
            if not batch:
                batch = self.sudo().create({"kind": kind, "company_id": company.id, "date": now})
            batch.write({"lead_ids": [(4, lead.id) for lead in own]})

    def action_undo(self):
        """Button: bring these prospects back; those that somebody changed since are left as they are."""
        self.check_access("write")
        for batch in self:
            if batch.undone_date:
                raise UserError(_("This batch was undone already."))
            count = getattr(batch.sudo(), f"_undo_{batch.kind}")()
            batch.sudo().write(
                {
                    "undone_date": self.env["outbound.clock"]._now(),
                    "undone_by": self.env.uid,
                    "undone_count": count,
                }
            )
        done, total = sum(self.mapped("undone_count")), sum(self.mapped("lead_count"))
        return self.env["outbound.sequence"]._notify_count(
            _("%(done)s of %(total)s prospects were brought back.", done=done, total=total)
        )

    def action_open_leads(self):
        """Smart button: the prospects of this batch, closed ones included."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.display_name,
            "res_model": "crm.lead",
            "views": [(False, "list"), (False, "form")],
            "domain": [("id", "in", self.lead_ids.ids)],
            "context": {"active_test": False},
        }
