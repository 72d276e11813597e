from odoo import _, api, fields, models
from odoo.exceptions import ValidationError

from ..routing.alert_rule import TO_PERSONS


class OutboundHealthProblem(models.Model):
    """Whoever can put a problem right is told through the alert rules, once while it lasts."""

    _inherit = "outbound.health.problem"

    def _tell(self):
        """Tell whoever can put it right."""
        for (company, group), problems in self.grouped(lambda one: (one.company_id, one.check_id._get_group())).items():
            users = self._find_users(group, company)
            self.env["outbound.alert.rule"]._raise(
                "health",
                [
                    {
                        "lead": self.env["crm.lead"],
                        "company": company,
                        "responsible": users,
                        "describe": problem._describe_for,
                        "link": f"/odoo/{problem.id}/outbound-fix",
                        "problem": problem,
                    }
                    for problem in problems
                ],
            )

    @api.model
    def _find_users(self, group: str, company):
        domain = [("all_group_ids", "in", self.env.ref(group).ids), ("share", "=", False)]
        return (
            self.env["res.users"].sudo().search([*domain, *([("company_ids", "in", company.ids)] if company else [])])
        )

    def _describe_for(self, env) -> str:
        problem = self.with_env(env)
        return f"{problem.check_id.name}: {problem.text}"


class OutboundAlertRule(models.Model):
    _inherit = "outbound.alert.rule"

    happening = fields.Selection(
        selection_add=[("health", "Something does not run as it should")], ondelete={"health": "cascade"}
    )
    recipient = fields.Selection(
        selection_add=[("responsible", "Whoever can put it right")], ondelete={"responsible": "set default"}
    )

    @api.constrains("happening", "recipient", "medium", "active")
    def _check_health_recipient(self):
        """A problem has no prospect and thus neither rep nor leader; only a problem has somebody to put it right."""
        for rule in self.filtered(lambda rule: rule.active and rule.medium in TO_PERSONS and rule.recipient != "users"):
            if (rule.happening == "health") != (rule.recipient == "responsible"):
                raise ValidationError(
                    _("“%s” would tell nobody: choose whoever can put it right, or name people.", rule.name)
                    if rule.happening == "health"
                    else _("“%s” is about prospects: choose the rep or the leader, or name people.", rule.name)
                )

    def _prepare_text(self, subjects, env):
        problems = self.env["outbound.health.problem"].union(*(one["problem"] for one in subjects if "problem" in one))
        vals = super()._prepare_text(subjects, env)
        return {**vals, "problem_ids": [(6, 0, problems.ids)]} if problems else vals


class OutboundAlert(models.Model):
    _inherit = "outbound.alert"

    problem_ids = fields.Many2many("outbound.health.problem", readonly=True, string="Problems")
