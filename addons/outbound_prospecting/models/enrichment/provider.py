from decimal import Decimal

from odoo import _, api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools.translate import LazyTranslate

from ...domain.budget import Budget, Price
from ...domain.errors import ServiceError

_lt = LazyTranslate(__name__)
ADMIN = "outbound_prospecting.group_outbound_admin"
# What a person changes to put a service right; its health begins anew.
REPAIRS = {"endpoint", "model", "key", "shaped", "active"}
# Code of an error -> why nothing came of a call, and what to do.
WORDS = {
    "budget_day": _lt("The budget of the day is used up."),
    "budget_month": _lt("The budget of the month is used up."),
    "resting": _lt("The service failed several times and is left alone for a while."),
    "parallel": _lt("As many calls as are allowed are under way."),
    "stopped": _lt("The service needs an administrator: see its record."),
    "rate_limit": _lt("The service asks us to slow down."),
    "timeout": _lt("The service did not answer in time."),
    "connection": _lt("The service cannot be reached."),
    "fault": _lt("The service has a fault of its own."),
    "key": _lt("The service does not know our key."),
    "money": _lt("The account with the service has no money left."),
    "forbidden": _lt("The service forbids it to this account."),
    "not_found": _lt("The service does not know this model or address."),
    "request": _lt("The service cannot read the request."),
    "refusal": _lt("The model declined to answer."),
    "schema": _lt("The model's answer did not have the form that was asked for."),
    "not_json": _lt("The model's answer did not have the form that was asked for."),
    "cut_off": _lt("The model's answer was cut off."),
    "empty": _lt("The model's answer was empty."),
    "too_long": _lt("The model's answer was far too long."),
    "protocol": _lt("What answered is no service of this kind."),
}


class OutboundProvider(models.Model):
    """An outside service that costs money or may fail: who it is, what it may cost, and how it is.

    Without any the product works in a plain mode, which says so where it matters.
    """

    _name = "outbound.provider"
    _description = "Provider"
    _order = "sequence, id"

    name = fields.Char(required=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one("res.company", index="btree_not_null", help="Empty: for all companies.")
    kind = fields.Selection([("llm", "Language model")], required=True, default="llm")
    adapter = fields.Selection(
        [("openai", "Chat completions (hosted, vLLM, Ollama, …)")], required=True, default="openai"
    )
    endpoint = fields.Char(required=True, help="Base address of the service, such as https://models.example.com/v1")
    model = fields.Char(required=True, help="Name of the model, as the service knows it.")
    shaped = fields.Boolean(
        string="Knows JSON Schemas",
        default=True,
        help="The service is told the form of the answer by a schema. Switch it off for services that refuse that.",
    )
    key = fields.Char(
        compute="_compute_key",
        inverse="_inverse_key",
        exportable=False,
        copy=False,
        groups=ADMIN,
        help="Secret of the service. It can be replaced, and never be read again.",
    )
    secret = fields.Char(groups=fields.NO_ACCESS, copy=False, prefetch=False, exportable=False)
    has_key = fields.Boolean(compute="_compute_has_key", string="Key Is Set", compute_sudo=True)

    # Limits
    currency_id = fields.Many2one("res.currency", required=True, default=lambda self: self.env.company.currency_id)
    price_in = fields.Float(string="Price of Input", digits=(16, 4), help="Of a million tokens that are sent.")
    price_out = fields.Float(string="Price of Output", digits=(16, 4), help="Of a million tokens that are written.")
    budget_day = fields.Monetary(string="Budget per Day", default=5.0, help="0: nothing is spent.")
    budget_month = fields.Monetary(string="Budget per Month", default=100.0, help="0: nothing is spent.")
    unlimited = fields.Boolean(string="No Budget", help="For services that cost nothing, such as a model of your own.")
    deadline = fields.Integer(string="Patience", default=60, help="Seconds after which a call is given up.")
    max_tokens = fields.Integer(string="Longest Answer", default=3000, help="In tokens.")
    parallel = fields.Integer(string="Calls at a Time", default=4)

    # Health, written by `_ask` alone
    failures = fields.Integer(readonly=True, copy=False, aggregator=None, help="In a row.")
    rests_until = fields.Datetime(readonly=True, copy=False)
    stopped = fields.Boolean(readonly=True, copy=False, help="No call is made until a person changes something.")
    error_code = fields.Char(readonly=True, copy=False)
    error = fields.Char(string="Last Error", readonly=True, copy=False, help="As the service said it, without secrets.")
    called_date = fields.Datetime(string="Last Call", readonly=True, copy=False)
    success_date = fields.Datetime(string="Last Success", readonly=True, copy=False)
    check_requested = fields.Boolean(readonly=True, copy=False)
    state = fields.Selection(
        [("new", "Not tried yet"), ("ready", "Works"), ("resting", "Resting"), ("stopped", "Needs you")],
        compute="_compute_state",
    )
    advice = fields.Char(compute="_compute_state", string="What Is Wrong")
    call_ids = fields.One2many("outbound.provider.call", "provider_id", string="Calls", readonly=True)
    spent_day = fields.Monetary(compute="_compute_spent", string="Spent Today")
    spent_month = fields.Monetary(compute="_compute_spent", string="Spent This Month")

    _positive = models.Constraint(
        "CHECK (budget_day >= 0 AND budget_month >= 0 AND price_in >= 0 AND price_out >= 0 AND deadline > 0 "
        "AND max_tokens > 0 AND parallel > 0)",
        "Budgets and prices are not negative; patience, answers and calls are more than nothing.",
    )

    @api.constrains("endpoint")
    def _check_endpoint(self):
        for provider in self:
            if not provider.endpoint.startswith(("https://", "http://")) or "@" in provider.endpoint:
                raise ValidationError(
                    _("The address of “%s” begins with https:// and holds no user or password.", provider.name)
                )

    def _compute_key(self):
        self.key = False

    @api.depends("secret")
    def _compute_has_key(self):
        for provider in self:
            provider.has_key = bool(provider.secret)

    def _inverse_key(self):
        for provider in self:
            if provider.key:
                provider.sudo().secret = provider.key.strip()
        self.invalidate_recordset(["key", "has_key"])

    @api.depends("failures", "rests_until", "stopped", "success_date", "error_code")
    @api.depends_context("lang")
    def _compute_state(self):
        now = self.env["outbound.clock"]._now()
        for provider in self:
            resting = provider.rests_until and provider.rests_until > now
            works = "ready" if provider.success_date else "new"
            provider.state = "stopped" if provider.stopped else "resting" if resting else works
            provider.advice = provider.error_code and self._describe_code(provider.error_code)

    def _compute_spent(self):
        for provider in self:
            spent = provider.sudo()._get_spent()
            provider.spent_day, provider.spent_month = float(spent.day), float(spent.month)

    def write(self, vals):
        if REPAIRS & vals.keys():
            vals = {**vals, "failures": 0, "rests_until": False, "stopped": False, "error_code": False, "error": False}
        return super().write(vals)

    @api.model
    def _find(self, kind: str, company):
        """The service of a kind for prospects of `company`, its own first; empty where there is none."""
        domain = [("kind", "=", kind), ("company_id", "in", [company.id, False])]
        found = self.sudo().search(domain)
        return found.filtered("company_id")[:1] or found[:1]

    @api.model
    def _describe_code(self, code: str) -> str:
        """Why nothing came of a call, in the language of whoever reads."""
        return (
            str(self.env._(WORDS[code])) if code in WORDS else _("The service did not answer as expected (%s).", code)
        )

    @api.model
    def _describe(self, error: ServiceError) -> str:
        return self._describe_code(error.code)

    def _get_price(self) -> Price:
        return Price(_decimal(self.price_in), _decimal(self.price_out))

    def _get_budget(self) -> Budget:
        return Budget() if self.unlimited else Budget(_decimal(self.budget_day), _decimal(self.budget_month))

    def action_check(self):
        """Button: ask it something small; the answer shows here in a moment."""
        self.check_access("write")
        self.write({"check_requested": True, "stopped": False, "rests_until": False})
        self.env.ref("outbound_prospecting.ir_cron_outbound_providers").sudo()._trigger()
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {"type": "info", "message": _("It is being asked. Reload the page in a moment.")},
        }


def _decimal(amount: float) -> Decimal:
    return Decimal(str(amount))
