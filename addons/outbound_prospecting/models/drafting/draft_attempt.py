from odoo import _, api, fields, models


class OutboundDraftAttempt(models.Model):
    """What a model wrote for a touch, and what became of it. Append-only."""

    _name = "outbound.draft.attempt"
    _description = "Attempt at a Draft"
    _order = "id desc"
    _rec_name = "subject"

    touch_id = fields.Many2one("outbound.touch", required=True, readonly=True, ondelete="cascade", index=True)
    lead_id = fields.Many2one(related="touch_id.lead_id")
    company_id = fields.Many2one(related="touch_id.company_id", store=True, index="btree_not_null")
    version_id = fields.Many2one(
        "outbound.prompt.version", string="Prompt", required=True, readonly=True, ondelete="restrict", index=True
    )
    date = fields.Datetime(readonly=True, default=lambda self: self.env["outbound.clock"]._now())
    outcome = fields.Selection(
        [
            ("used", "Used"),
            ("refused", "Refused by the checks"),
            ("no_answer", "No usable answer"),
            ("dropped", "Not wanted any more"),
        ],
        required=True,
        readonly=True,
    )
    code = fields.Char(readonly=True, help="What kind of trouble the service had.")
    user_id = fields.Many2one("res.users", string="Asked By", readonly=True, ondelete="set null")
    wish = fields.Char(readonly=True, help="What the person wanted to be different.")
    subject = fields.Char(readonly=True)
    text = fields.Text(readonly=True)
    checks = fields.Json(readonly=True)
    failures = fields.Text(compute="_compute_failures", string="What Failed")

    @api.depends("checks", "code")
    @api.depends_context("lang")
    def _compute_failures(self):
        for attempt in self:
            attempt.failures = "\n".join(attempt._get_failures()) or False

    def _get_failures(self) -> list[str]:
        """Why it was not used, one sentence each, in the reader's language."""
        if self.code:
            return [self.env["outbound.provider"]._describe_code(self.code)]
        described = self.env["outbound.touch"]._describe_checks(self.checks)
        return [
            _("%(check)s: %(message)s", check=check["label"], message=check["message"])
            for check in described
            if not check["ok"]
        ]
