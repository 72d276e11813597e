from odoo import _, api, fields, models
from odoo.exceptions import ValidationError

HAPPENINGS = [
    ("handoff_assigned", "A prospect is handed over"),
    ("handoff_passed_on", "A hand-off goes to another rep"),
    ("handoff_escalated", "A hand-off is not acknowledged in time"),
    ("handoff_unassigned", "Nobody can take a warm prospect"),
    ("meeting_booked", "A meeting is booked"),
    ("meeting_cancelled", "A meeting is called off"),
]
MEDIA = [
    ("notify", "Notification or mail, as they prefer"),
    ("discuss", "Direct message in Discuss"),
    ("channel", "Channel in Discuss"),
    ("slack", "Slack channel"),
    ("sms", "SMS"),
]
TO_PERSONS = ("notify", "discuss", "sms")


class OutboundAlertRule(models.Model):
    """Who is told what, and how. What a rule wants said becomes rows of `outbound.alert`."""

    _name = "outbound.alert.rule"
    _description = "Alert Rule"
    _order = "happening, id"

    name = fields.Char(required=True, translate=True)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one("res.company", index="btree_not_null", help="Empty: prospects of all companies.")
    happening = fields.Selection(HAPPENINGS, required=True, string="When")
    domain = fields.Char(string="Only Prospects", default="[]")
    medium = fields.Selection(MEDIA, required=True, default="notify", string="How")
    recipient = fields.Selection(
        [("rep", "The rep"), ("manager", "The leader of the team"), ("users", "These people")],
        default="rep",
        required=True,
        string="Whom",
    )
    user_ids = fields.Many2many("res.users", string="People", domain="[('share', '=', False)]")
    channel_id = fields.Many2one("discuss.channel", domain="[('channel_type', '=', 'channel')]")
    slack_url = fields.Char(
        string="Webhook Address",
        groups="outbound_prospecting.group_outbound_admin",
        copy=False,
        help="Of an incoming webhook that you created in Slack. Whoever knows it can write there: it is a secret.",
    )

    @api.constrains("domain")
    def _check_domain(self):
        for rule in self:
            self.env["outbound.icp.criterion"]._validate_lead_domain(rule.domain or "[]", rule.display_name)

    @api.constrains("medium", "channel_id", "slack_url", "active", "recipient", "user_ids")
    def _check_target(self):
        for rule in self.sudo().filtered("active"):
            if rule.medium == "channel" and not rule.channel_id:
                raise ValidationError(_("“%s” needs a channel to write to.", rule.name))
            if rule.medium == "slack" and not (rule.slack_url or "").startswith("https://"):
                raise ValidationError(
                    _("“%s” needs the address of a Slack webhook, beginning with https://.", rule.name)
                )
            if rule.medium in TO_PERSONS and rule.recipient == "users" and not rule.user_ids:
                raise ValidationError(_("“%s” names nobody to tell.", rule.name))
            if rule.medium == "sms" and "sms.sms" not in self.env:
                raise ValidationError(_("“%s”: SMS is not installed.", rule.name))

    @api.model
    def _raise(self, happening: str, subjects: list[dict]):
        """Tell whoever wants to know, after this transaction: one message for each person and rule.

        :param subjects: `{"lead", "rep", "manager", "describe"}` with `describe` a function of an environment in the
            language of whoever reads it, returning one line; what is about no prospect has an empty `lead`, and
            `company` and `link` (the path of its page) besides
        """
        parse = self.env["outbound.icp.criterion"]._parse_lead_domain
        alerts = []
        for rule in self.sudo().search([("happening", "=", happening)]):
            leads = self.env["crm.lead"].sudo().union(*(subject["lead"] for subject in subjects))
            fitting = leads.filtered_domain(parse(rule.domain or "[]"))
            own = [one for one in subjects if one["lead"] <= fitting and rule._is_for(rule._get_company(one))]
            alerts += rule._prepare_alerts(own)
        if alerts:
            self.env["outbound.alert"].sudo().create(alerts)
            self.env.ref("outbound_prospecting.ir_cron_outbound_alerts").sudo()._trigger()

    def _is_for(self, company) -> bool:
        return not self.company_id or self.company_id == company

    @api.model
    def _get_company(self, subject: dict):
        return subject["lead"].company_id or subject.get("company", self.env["res.company"])

    def _prepare_alerts(self, subjects: list[dict]) -> list[dict]:
        if not subjects:
            return []
        now = self.env["outbound.clock"]._now()
        common = {"rule_id": self.id, "medium": self.medium, "next_try": now}
        if self.medium not in TO_PERSONS:
            return [{**common, **self._prepare_text(subjects, self.env)}]
        by_user = {}
        for subject in subjects:
            for user in self._get_recipients(subject):
                by_user.setdefault(user, []).append(subject)
        return [
            {
                **common,
                **self._prepare_text(own, self.with_context(lang=user.lang, tz=user.tz).env),
                "user_id": user.id,
            }
            for user, own in by_user.items()
        ]

    def _get_recipients(self, subject: dict):
        """Active people; whoever did it need not be told."""
        users = self.user_ids if self.recipient == "users" else subject.get(self.recipient, self.env["res.users"])
        return users.filtered(lambda user: user.active and user != self.env.user)

    def _prepare_text(self, subjects: list[dict], env) -> dict:
        base = self.get_base_url()
        links = [one.get("link") or f"/odoo/crm.lead/{one['lead'].id}" for one in subjects]
        lines = [f"{one['describe'](env)} {base}{link}" for one, link in zip(subjects, links, strict=True)]
        title = dict(self._fields["happening"]._description_selection(env))[self.happening]
        leads = [one["lead"] for one in subjects]
        return {
            "title": title,
            "text": "\n".join(lines),
            "lead_id": leads[0].id if len(leads) == 1 else False,
            "company_id": self._get_company(subjects[0]).id,
        }


class OutboundHandoff(models.Model):
    _inherit = "outbound.handoff"

    def _alert(self, happening: str):
        """Tell whoever wants to know of these hand-offs."""
        if self:
            self.env["outbound.alert.rule"]._raise(
                happening,
                [
                    {
                        "lead": handoff.lead_id,
                        "rep": handoff.user_id,
                        "manager": handoff.manager_id,
                        "describe": handoff._describe_for,
                    }
                    for handoff in self
                ],
            )

    def _describe_for(self, env) -> str:
        """One line: who, why, whose, until when. What they wrote stays inside."""
        handoff = self.with_env(env)
        reasons = dict(self._fields["reason"]._description_selection(env))
        deadline = handoff._format_date(handoff.deadline)
        values = {"who": handoff._describe_person(), "why": reasons[handoff.reason], "deadline": deadline}
        if not handoff.user_id:
            return env._("%(who)s (%(why)s): nobody yet, until %(deadline)s.", **values)
        return env._("%(who)s (%(why)s): %(rep)s, until %(deadline)s.", rep=handoff.user_id.name, **values)


class OutboundLeadRouting(models.AbstractModel):
    _inherit = "outbound.lead.routing"

    def _alert_meeting(self, happening: str):
        """Tell whoever wants to know of the meeting."""
        self.env["outbound.alert.rule"]._raise(
            happening,
            [
                {
                    "lead": lead,
                    "rep": lead.user_id,
                    "manager": self.env["outbound.handoff"]._find_manager(lead),
                    "describe": lead._describe_meeting,
                }
                for lead in self
            ],
        )

    def _describe_meeting(self, env) -> str:
        lead = self.with_env(env)
        who = ", ".join(filter(None, [lead.contact_name, lead.partner_name])) or lead.display_name
        date = self.env["outbound.handoff"].with_env(env)._format_date(lead.meeting_booked_date)
        return env._("%(who)s: %(date)s.", who=who, date=date) if date else f"{who}."
