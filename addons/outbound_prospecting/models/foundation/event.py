from psycopg2.extras import Json

from odoo import SUPERUSER_ID, _, api, fields, models
from odoo.exceptions import UserError

from odoo.addons.base_automation.models.base_automation import CREATE_TRIGGERS

COLUMNS = ("lead_id", "company_id", "user_id", "kind", "date", "old_value", "new_value", "payload")


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
    company_id = fields.Many2one("res.company")
    user_id = fields.Many2one("res.users", ondelete="set null", help="Who caused it; empty for the system.")
    kind = fields.Selection(
        [
            ("tier_changed", "Tier changed"),
            ("disqualified", "Disqualified"),
            ("enrolled", "Enrolled"),
            ("paused", "Paused"),
            ("resumed", "Resumed"),
            ("replied", "Replied"),
            ("completed", "Sequence completed"),
            ("stopped", "Stopped"),
            ("drafted", "Draft written"),
            ("approved", "Draft approved"),
            ("rejected", "Draft rejected"),
            ("touch_sent", "Mail sent"),
            ("touch_done", "Task done"),
            ("touch_skipped", "Touch skipped"),
            ("touch_failed", "Mail failed"),
            ("touch_unknown", "Delivery unknown"),
            ("opened", "Mail opened"),
            ("clicked", "Link clicked"),
            ("unsubscribed", "Unsubscribed"),
            ("suppressed", "Suppressed"),
            ("closed_stale", "Closed without response"),
            ("reopened", "Reopened"),
        ],
        required=True,
    )
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
    def _announce(self, ids: list[int]):
        """Run the automation rules that wait for new events on those that a statement of ours inserted."""
        events = self.browse(ids)
        rules = self.env["base.automation"]._get_actions(events, CREATE_TRIGGERS)
        for rule in rules.with_context(old_values=None):
            rule._process(rule._filter_post(events.with_env(rule.env), feedback=True))

    @api.model
    def _log(self, rows: list[dict]):
        """Record many facts at once.

        :param rows: values by field name; `lead_id` and `kind` at least. The person who acts is added, and the time.
        """
        if rows:
            user_id = self.env.uid if self.env.uid != SUPERUSER_ID else None
            now = self.env["outbound.clock"]._now()
            self.sudo().create([{"user_id": user_id, "date": now, **row} for row in rows])

    @api.model_create_multi
    def create(self, vals_list):  # pylint: disable=method-required-super
        """Insert with one statement: facts come by the thousand, and nothing is computed from their values."""
        self.check_access("create")
        if not vals_list:
            return self.browse()
        ids = self.env.cr.execute_values(
            f"INSERT INTO outbound_event ({', '.join(COLUMNS)}) VALUES %s RETURNING id",
            [self._prepare_row(vals) for vals in vals_list],
            page_size=1000,
            fetch=True,
        )
        leads = self.env["crm.lead"].browse({vals["lead_id"] for vals in vals_list})
        for field in self.pool.field_inverses[self._fields["lead_id"]]:
            leads.invalidate_recordset([field.name], flush=False)
        return self.browse([id_ for (id_,) in ids])

    def _prepare_row(self, vals: dict) -> tuple:
        unknown = vals.keys() - set(COLUMNS)
        if unknown or vals["kind"] not in dict(self._fields["kind"].selection):
            raise ValueError(f"not an event: {vals}")
        row = {name: vals.get(name) or None for name in COLUMNS}
        row["date"] = row["date"] or self.env["outbound.clock"]._now()
        row["payload"] = Json(row["payload"]) if row["payload"] else None
        return tuple(row.values())
