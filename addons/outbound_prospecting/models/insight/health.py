from odoo import _, api, fields, models
from odoo.exceptions import ValidationError

from ...domain.health import Limit, Severity, compare, find
from .health_checks import KINDS

ADMIN = "outbound_prospecting.group_outbound_admin"
MANAGER = "outbound_prospecting.group_outbound_manager"


class OutboundHealth(models.Model):
    """One check of the health monitor with the limits that an administrator sets; how it measures is in code.

    What it finds are rows of `outbound.health.problem`; whoever can put it right is told through the alert rules.
    """

    _name = "outbound.health"
    _description = "Health Check"
    _order = "sequence, id"

    name = fields.Char(compute="_compute_kind")
    code = fields.Selection(
        selection=lambda self: [(code, str(kind.name)) for code, kind in KINDS.items()],
        string="Check",
        required=True,
        readonly=True,
    )
    sequence = fields.Integer(default=10)
    active = fields.Boolean(string="On", default=True)
    unit = fields.Selection(
        [("hours", "hours"), ("count", "records"), ("percent", "%")], compute="_compute_kind", help="Of the limits."
    )
    low_is_bad = fields.Boolean(compute="_compute_kind")
    counts_days = fields.Boolean(compute="_compute_kind")
    warning = fields.Float(
        string="Warning From", digits=(16, 1), default=1, help="From this figure on it is a warning."
    )
    critical = fields.Float(
        string="Critical From", digits=(16, 1), help="From this figure on it is critical. 0: it is never critical."
    )
    least = fields.Integer(
        string="Of at Least",
        default=1,
        help="With fewer cases nothing is said: one bounce of three mails proves nothing.",
    )
    days = fields.Integer(
        default=3, help="Tasks and held touches count once they have waited so long; shares are of so many last days."
    )
    checked_date = fields.Datetime(string="Last Look", readonly=True)
    problem_ids = fields.One2many(
        "outbound.health.problem", "check_id", readonly=True, domain=[("closed_date", "=", False)]
    )
    problem_count = fields.Integer(compute="_compute_state", string="Problems")
    state = fields.Selection(
        [
            ("new", "Not looked yet"),
            ("ok", "Healthy"),
            ("warning", "Warning"),
            ("critical", "Critical"),
            ("off", "Off"),
        ],
        compute="_compute_state",
    )
    text = fields.Char(compute="_compute_state", string="What Is Wrong")

    _code_once = models.UniqueIndex("(code)", "There is one record for each check.")
    _counts_positive = models.Constraint("CHECK (least > 0 AND days > 0)", "Cases and days are more than nothing.")

    @api.depends("code")
    @api.depends_context("lang")
    def _compute_kind(self):
        for check in self:
            kind = KINDS[check.code]
            check.name = self.env._(kind.name)
            check.unit, check.low_is_bad, check.counts_days = kind.unit or False, kind.low_is_bad, kind.counts_days

    @api.depends("active", "checked_date", "problem_ids.severity", "problem_ids.closed_date")
    @api.depends_context("lang")
    def _compute_state(self):
        for check in self:
            found = check.problem_ids
            severities = set(found.mapped("severity"))
            worst = next((one for one in ("critical", "warning") if one in severities), "ok")
            check.problem_count = len(found)
            check.text = found[:1].text or False
            check.state = "off" if not check.active else worst if check.checked_date else "new"

    @api.constrains("warning", "critical", "least")
    def _check_limit(self):
        for check in self:
            try:
                check._get_limit()
            except ValueError:
                raise ValidationError(
                    _("“%s”: what is critical has to be worse than what is a warning.", check.name)
                ) from None

    def write(self, vals):
        """A check that is switched off has no problems."""
        result = super().write(vals)
        if vals.get("active") is False:
            self.problem_ids._close(self.env["outbound.clock"]._now())
        return result

    def _get_limit(self) -> Limit:
        kind = KINDS[self.code]
        if not kind.unit:
            return Limit(1, 2)  # the measure itself says how bad it is
        return Limit(self.warning, self.critical or None, self.least, kind.low_is_bad)

    def _get_group(self) -> str:
        """Who can put right what this check finds."""
        return ADMIN if KINDS[self.code].admin else MANAGER

    # ------------------------------------------------------------------ looking

    @api.model
    def _cron_watch_health(self):
        """Scheduled action: look at everything, one check after the other."""
        checks = self.sudo().search([])
        for left, check in zip(range(len(checks) - 1, -1, -1), checks, strict=True):
            check._look(self.env["outbound.clock"]._now())
            if not self.env["ir.cron"]._commit_progress(1, remaining=left):
                break

    def action_look(self):
        """Button: look now."""
        self.check_access("read")
        for check in self.sudo().filtered("active"):
            check._look(self.env["outbound.clock"]._now())
        return {"type": "ir.actions.client", "tag": "soft_reload"}

    def _look(self, now):
        """Measure, keep what is wrong, close what is healthy again, and tell of what is new or worse."""
        self.ensure_one()
        self.env.flush_all()
        findings = find(getattr(self, f"_measure_{self.code}")(now), self._get_limit())
        known = self.env["outbound.health.problem"].search([("check_id", "=", self.id), ("closed_date", "=", False)])
        by_subject = {(problem.company_id.id or 0, problem.key): problem for problem in known}
        change = compare({subject: Severity(one.severity) for subject, one in by_subject.items()}, findings)
        for finding in (*change.worsened, *change.lasting):
            by_subject[finding.subject]._update(finding)
        known.browse([by_subject[subject].id for subject in change.closed])._close(now)
        opened = known.create(
            [{"check_id": self.id, "since": now, **known._prepare_vals(one)} for one in change.opened]
        )
        (opened + known.browse([by_subject[one.subject].id for one in change.worsened]))._tell()
        self.checked_date = now
        self.invalidate_recordset(["problem_ids"])

    def action_open_problems(self):
        """Button: what this check finds now."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("outbound_prospecting.outbound_health_problem_action")
        return {**action, "domain": [("check_id", "=", self.id)]}
