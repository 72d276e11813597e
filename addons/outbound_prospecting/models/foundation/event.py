from psycopg2.extras import Json

from odoo import SUPERUSER_ID, _, api, fields, models
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

    _kind_date_idx = models.Index("(kind, date)")

    def write(self, vals):
        raise UserError(_("Events are a record of what happened and cannot be changed."))

    @api.model
    def _has_listeners(self) -> bool:
        """Whether an automation rule waits for new events: then bulk writers create them through the ORM."""
        rules = self.env["base.automation"].sudo()
        return bool(
            rules.search_count(
                [("model_id.model", "=", self._name), ("trigger", "in", ("on_create", "on_create_or_write"))], limit=1
            )
        )

    @api.model
    def _log(self, rows: list[dict]):
        """Record many facts with one statement, or through the ORM when an automation rule waits for them.

        :param rows: values by field name; `lead_id` and `kind` at least. The person who acts is added, and the time.
        """
        if not rows:
            return
        user_id = self.env.uid if self.env.uid != SUPERUSER_ID else None
        now = self.env["outbound.clock"]._now()
        rows = [{"user_id": user_id, "date": now, **row} for row in rows]
        if self._has_listeners():
            self.sudo().create(rows)
            return
        self.env.cr.execute_values(
            """
            INSERT INTO outbound_event (lead_id, company_id, user_id, kind, date, old_value, new_value, payload)
            VALUES %s
            """,
            [
                (
                    row["lead_id"],
                    row.get("company_id") or None,
                    row["user_id"],
                    row["kind"],
                    row["date"],
                    row.get("old_value") or None,
                    row.get("new_value") or None,
                    Json(row["payload"]) if row.get("payload") else None,
                )
                for row in rows
            ],
        )
