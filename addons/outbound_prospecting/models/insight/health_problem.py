from odoo import _, api, fields, models
from odoo.exceptions import AccessError

from ...domain.health import Finding
from .health_checks import KINDS


class OutboundHealthProblem(models.Model):
    """Something that is wrong, from when it was found until it is healthy again. One row while the same problem lasts."""

    _name = "outbound.health.problem"
    _description = "Health Problem"
    _order = "severity, since, id"  # "critical" comes before "warning"
    _rec_name = "text"

    check_id = fields.Many2one("outbound.health", required=True, readonly=True, ondelete="cascade", index=True)
    company_id = fields.Many2one("res.company", readonly=True, ondelete="cascade", help="Empty: the whole system.")
    key = fields.Char(required=True, readonly=True, help="What it is about.")
    severity = fields.Selection(
        [("warning", "Warning"), ("critical", "Critical")], required=True, readonly=True, index=True
    )
    values = fields.Json(readonly=True)
    since = fields.Datetime(required=True, readonly=True)
    closed_date = fields.Datetime(string="Healthy Again", readonly=True)
    text = fields.Char(compute="_compute_text", string="What Is Wrong")
    fix_label = fields.Char(compute="_compute_text")
    may_fix = fields.Boolean(compute="_compute_may_fix")

    _one_open = models.UniqueIndex(
        "(check_id, COALESCE(company_id, 0), key) WHERE closed_date IS NULL", "The problem is known already."
    )

    @api.depends("values", "check_id")
    @api.depends_context("lang")
    def _compute_text(self):
        for problem in self:
            kind = KINDS[problem.check_id.code]
            problem.text = self.env._(kind.sentence) % (problem.values or {})
            problem.fix_label = self.env._(kind.fix)

    @api.depends("check_id")
    @api.depends_context("uid")
    def _compute_may_fix(self):
        for problem in self:
            problem.may_fix = self.env.user.has_group(problem.check_id._get_group())

    # ------------------------------------------------------------------ written by `outbound.health._look` alone

    @api.model
    def _prepare_vals(self, finding: Finding) -> dict:
        return {
            "company_id": finding.measure.company or False,
            "key": finding.measure.key,
            "severity": finding.severity.value,
            "values": dict(finding.measure.values),
        }

    def _update(self, finding: Finding):
        """The same problem as it stands now; nothing is written when nothing changed."""
        now = {"severity": finding.severity.value, "values": dict(finding.measure.values)}
        changed = {name: value for name, value in now.items() if self[name] != value}
        if changed:
            self.write(changed)

    def _close(self, now):
        """Healthy again; nobody is told any more of what was not delivered yet."""
        lasting = self.filtered(lambda problem: not problem.closed_date)
        lasting.write({"closed_date": now})
        waiting = self.env["outbound.alert"].sudo().search(
            [("problem_ids", "in", lasting.ids), ("state", "=", "waiting")]
        )  # fmt: skip
        waiting.filtered(lambda alert: all(alert.problem_ids.mapped("closed_date"))).unlink()

    # ------------------------------------------------------------------ where it is put right

    def action_fix(self):
        """Button and link of an alert: the records that it is about."""
        self.ensure_one()
        self.check_access("read")
        if not self.may_fix:
            raise AccessError(_("Only an administrator can put this right."))
        return getattr(self, f"_fix_{self.check_id.code}")()

    def _open_record(self, model: str):
        return {
            "type": "ir.actions.act_window",
            "name": self.check_id.name,
            "res_model": model,
            "res_id": int(self.key),
            "views": [(False, "form")],
        }

    def _open_list(self, action: str, domain: list, **context):
        """A list of the product with the records in question, and nothing else filtered."""
        own = self.env["ir.actions.act_window"]._for_xml_id(f"outbound_prospecting.{action}")
        company = [("company_id", "in", [self.company_id.id, False])] if self.company_id else []
        return {**own, "name": self.check_id.name, "domain": [*domain, *company], "context": context}

    def _open_page(self, action: str, **params):
        own = self.env["ir.actions.client"]._for_xml_id(f"outbound_prospecting.{action}")
        return {**own, "params": params}

    def _fix_jobs(self):
        return self._open_record("ir.cron")

    def _fix_jobs_late(self):
        return self._open_record("ir.cron")

    def _fix_mailbox(self):
        return self._open_record("outbound.mailbox")

    def _fix_provider(self):
        return self._open_record("outbound.provider")

    def _fix_handoff_late(self):
        now = self.env["outbound.clock"]._now()
        waits = [("state", "in", ["proposed", "assigned", "escalated"]), ("deadline", "<", now)]
        return self._open_list("outbound_handoff_action", waits)

    def _fix_sla(self):
        since = fields.Datetime.subtract(self.env["outbound.clock"]._now(), days=self.check_id.days)
        return self._open_list("outbound_handoff_report_action", [("date", ">=", since)], group_by=["user_id"])

    def _fix_reply_age(self):
        return self._open_page("outbound_reply_inbox_action", scope="all", filter_name="needs_me")

    def _fix_review_age(self):
        return self._open_page("outbound_review_action", scope="all")

    def _fix_task_late(self):
        since = fields.Datetime.subtract(self.env["outbound.clock"]._now(), days=self.check_id.days)
        return self._open_list("outbound_touch_action", [("state", "=", "open"), ("opened_date", "<", since)])

    def _fix_held(self):
        return self._open_list("outbound_touch_action", [("hold_code", "=", self.key), ("wake_date", "!=", False)])

    def _fix_source(self):
        bad = [("source_id", "=", int(self.key)), ("outbound_event_ids.kind", "=", "bad_contact")]
        return {**self._open_list("outbound_prospects_action", bad), "view_id": False}

    @api.autovacuum
    def _gc_closed(self):
        """What was healthy again long ago says nothing any more."""
        old = fields.Datetime.subtract(self.env["outbound.clock"]._now(), days=90)
        self.sudo().search([("closed_date", "<", old)], limit=5000).unlink()
