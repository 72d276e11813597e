from odoo import _, api, fields, models
from odoo.exceptions import UserError


class OutboundEvent(models.Model):
    """One fact worth reporting about a prospect: append-only, one row a fact.

    Reports read events, and admins hang automation rules on their creation, which costs nothing when leads
    are written.
    """

    _name = "outbound.event"
    _description = "Outbound Event"
    _order = "date desc, id desc"
    _log_access = False

    lead_id = fields.Many2one("crm.lead", required=True, ondelete="cascade", index=True)
    company_id = fields.Many2one("res.company", index="btree_not_null")
    user_id = fields.Many2one("res.users", ondelete="set null", help="Who caused it; empty for the system.")
    kind = fields.Selection([("tier_changed", "Tier changed"), ("disqualified", "Disqualified")], required=True)
    date = fields.Datetime(required=True, default=fields.Datetime.now)
    old_value = fields.Char(help="The value before, for events that record a change.")
    new_value = fields.Char(help="The value after, for events that record a change.")
    payload = fields.Json(help="Details of the event, by kind.")
    summary = fields.Char(compute="_compute_summary", help="The event as people read it.")

    _kind_date_idx = models.Index("(kind, date)")

    @api.depends("kind", "old_value", "new_value")
    @api.depends_context("lang")
    def _compute_summary(self):
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        labels = self._get_value_labels()
        for event in self:
            kind = kinds.get(event.kind, "")
            old, new = (labels.get(value, value) for value in (event.old_value, event.new_value))
            if old and new == kind:
                event.summary = _("%(kind)s, was %(old)s", kind=kind, old=old)
            elif old:
                event.summary = f"{kind}: {old} → {new or _('none')}"
            else:
                event.summary = f"{kind}: {new}" if new and new != kind else kind

    @api.model
    def _get_value_labels(self) -> dict[str, str]:
        """How the codes in `old_value` and `new_value` read in the user's language; each room adds its own."""
        return {}

    def write(self, vals):
        if vals.keys() - {"lead_id"}:  # a merge of leads moves their history
            raise UserError(_("Events are a record of what happened and cannot be changed."))
        return super().write(vals)

    @api.model
    def _has_listeners(self) -> bool:
        """Whether an automation rule waits for new events: then bulk writers create them through the ORM."""
        rules = self.env["base.automation"].sudo()
        return bool(
            rules.search_count(
                [("model_id.model", "=", self._name), ("trigger", "in", ("on_create", "on_create_or_write"))], limit=1
            )
        )
