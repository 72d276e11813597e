from odoo import _, fields, models
from odoo.tools import SQL


class OutboundAutomation(models.Model):
    """Everything of the product that runs by itself or on demand, on one list: Odoo's own scheduled actions,
    automation rules and server actions, which the administrator edits as such.
    """

    _name = "outbound.automation"
    _description = "Outbound Automation"
    _auto = False
    _order = "kind desc, name, id"
    _depends = {
        "ir.cron": ["active", "lastcall", "nextcall", "failure_count", "ir_actions_server_id"],
        "base.automation": ["active", "name", "model_id"],
        "ir.actions.server": ["name", "model_id", "binding_model_id"],
        "ir.model.data": ["module", "model", "res_id"],
    }

    name = fields.Char(readonly=True)
    kind = fields.Selection(
        [("schedule", "On a schedule"), ("rule", "When something happens"), ("manual", "On demand")], readonly=True
    )
    active = fields.Boolean(string="On", readonly=True)
    when = fields.Char(compute="_compute_when", help="When it runs.")
    lastcall = fields.Datetime(string="Last Run", readonly=True)
    nextcall = fields.Datetime(string="Next Run", readonly=True)
    failure_count = fields.Integer(
        string="Failures", readonly=True, aggregator=None, help="Failures in a row; 0 after a run that succeeded."
    )
    cron_id = fields.Many2one("ir.cron", readonly=True)
    rule_id = fields.Many2one("base.automation", readonly=True)
    action_id = fields.Many2one("ir.actions.server", readonly=True)

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT c.id * 3 AS id, %(cron_name)s AS name, 'schedule' AS kind, c.active, c.lastcall, c.nextcall,
                   c.failure_count, c.id AS cron_id, NULL::int AS rule_id, NULL::int AS action_id
              FROM ir_cron c
              JOIN ir_act_server a ON a.id = c.ir_actions_server_id
              JOIN ir_model m ON m.id = a.model_id
             WHERE m.model LIKE 'outbound.%%' OR %(installed_cron)s
            UNION ALL
            SELECT r.id * 3 + 1, %(rule_name)s, 'rule', r.active, r.last_run, NULL, 0, NULL, r.id, NULL
              FROM base_automation r
              JOIN ir_model m ON m.id = r.model_id
             WHERE m.model LIKE 'outbound.%%' OR %(installed_rule)s
            UNION ALL
            SELECT a.id * 3 + 2, %(action_name)s, 'manual', TRUE, NULL, NULL, 0, NULL, NULL, a.id
              FROM ir_act_server a
             WHERE a.binding_model_id IS NOT NULL AND %(installed_action)s
            """,
            cron_name=self._translated_name("a"),
            rule_name=self._translated_name("r"),
            action_name=self._translated_name("a"),
            installed_cron=self._installed("ir.cron", "c"),
            installed_rule=self._installed("base.automation", "r"),
            installed_action=self._installed("ir.actions.server", "a"),
        )

    def _translated_name(self, alias: str) -> SQL:
        name = SQL.identifier(alias, "name")
        return SQL("COALESCE(%s->>%s, %s->>'en_US')", name, self.env.lang or "en_US", name)

    def _installed(self, model: str, alias: str) -> SQL:
        """Whether a row came with the addon; others are ours when they work on one of its models."""
        return SQL(
            "EXISTS (SELECT FROM ir_model_data d "
            "WHERE d.module = 'outbound_prospecting' AND d.model = %s AND d.res_id = %s)",
            model,
            SQL.identifier(alias, "id"),
        )

    def _compute_when(self):
        for row in self.sudo():
            row.when = row.cron_id._describe_schedule() if row.cron_id else row._describe_trigger()

    def _describe_trigger(self) -> str:
        if self.rule_id:
            trigger = dict(self.rule_id._fields["trigger"]._description_selection(self.env))[self.rule_id.trigger]
            return f"{self.rule_id.model_id.name}: {trigger}"
        return _("Actions menu of %s", self.action_id.binding_model_id.name)

    def action_open(self):
        """Button: the record behind this line, where it is switched on and off and edited."""
        self.ensure_one()
        record = self.cron_id or self.rule_id or self.action_id
        return {
            "type": "ir.actions.act_window",
            "res_model": record._name,
            "res_id": record.id,
            "views": [(False, "form")],
            "name": self.name,
        }
