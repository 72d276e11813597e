from odoo import _, models
from odoo.exceptions import UserError


class OutboundImport(models.Model):
    """Undoing an import, except for the prospects that somebody has worked on since."""

    _inherit = "outbound.import"

    def action_undo(self):
        """Delete the prospects of this list that nobody touched since, and say which ones were kept and why.

        The list goes back to its columns, so that it can be imported again.
        """
        self.ensure_one()
        if self.state == "running":
            raise UserError(_("%s is being imported. Stop it first, then undo it.", self.name))
        # Deleting prospects is for sales managers; undoing one's own mistake is not that.
        leads = self.env["crm.lead"].sudo().with_context(active_test=False)
        leads = leads.search([("outbound_import_id", "=", self.id)])
        touched = self._get_touched(leads)
        kept = leads.browse().union(*touched.values())
        deleted = leads - kept
        deleted_count = len(deleted)
        deleted.unlink()
        message = self._describe_undo(deleted_count, kept, touched)
        self.write({"state": "mapped", "date_done": False, "user_id": False, **self._prepare_unchecked_vals()})
        self.message_post(body=message)
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "warning" if kept else "success",
                "message": message,
                "sticky": bool(kept),
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }

    def _get_touched(self, leads) -> dict:
        """Prospects that are more than what the import made of them, by what shows it."""
        messages = (
            self.env["mail.message"]
            .sudo()
            ._read_group([("model", "=", "crm.lead"), ("res_id", "in", leads.ids)], ["res_id"])
        )
        return {
            _("changed since"): leads.filtered(
                lambda lead: lead.user_id or (self.date_done and lead.write_date > self.date_done)
            ),
            _("with messages or notes"): leads.browse(lead_id for (lead_id,) in messages),
            _("with activities"): leads.filtered("activity_ids"),
            _("with meetings"): leads.filtered("calendar_event_ids"),
        }

    def _describe_undo(self, deleted_count: int, kept, touched: dict) -> str:
        message = _("Import undone: %s prospects deleted.", deleted_count)
        if kept:
            reasons = ", ".join(f"{len(leads)} {reason}" for reason, leads in touched.items() if leads)
            message += " " + _("%(count)s kept: %(reasons)s.", count=len(kept), reasons=reasons)
        return message
