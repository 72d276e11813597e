from odoo import _, api, fields, models

from ...domain.draft_checks import Draft, run_checks
from ...domain.drafting import TOKENS, TooLong, clean_body, clean_subject, find_mistakes, render, to_html


class OutboundTemplate(models.Model):
    """The template as a prospect would read it, while it is being written."""

    _inherit = "outbound.template"

    preview_lead_id = fields.Many2one(
        "crm.lead",
        string="Preview For",
        store=False,
        compute="_compute_preview_lead_id",
        readonly=False,
        domain="[('type', '=', 'opportunity'), ('team_id.is_outbound', '=', True)]",
        help="The prospect whose facts fill the tokens below. Nothing is stored or sent.",
    )
    preview = fields.Json(compute="_compute_preview")
    token_help = fields.Json(compute="_compute_preview")

    def _compute_preview_lead_id(self):
        lead = self.env["crm.lead"].search(
            [("team_id.is_outbound", "=", True), ("partner_name", "!=", False), ("contact_name", "!=", False)],
            order="icp_score desc, id",
            limit=1,
        )
        for template in self:
            template.preview_lead_id = template.preview_lead_id or lead

    @api.depends("subject", "body", "lang", "step_id", "preview_lead_id")
    def _compute_preview(self):
        labels = self._get_token_labels()
        for template in self:
            preview = template._render_preview(template.preview_lead_id)
            values = preview.pop("values")
            template.preview = preview
            template.token_help = [
                {"name": name, "label": labels[name], "value": values.get(name, "")} for name in TOKENS
            ]

    def _render_preview(self, lead) -> dict:
        """The text that `lead` would get, with what is wrong with it; nothing is stored.

        :return: ``{lang, subject, text, html, missing, mistakes, problem, checks, values}``; `problem` says in words
            why no mail could be written, `checks` are described for people
        """
        self.ensure_one()
        lead = lead[:1]
        mailbox = self._get_preview_mailbox(lead)
        angles = self.env["outbound.angle"]._get_angles(lead.company_id | self.company_id | self.env.company)
        finding = self.env["outbound.enrolment"].sudo().search([("lead_id", "=", lead.id)], limit=1).hook
        values = self._get_token_values(lead, self.lang, mailbox, angles, finding) if lead else {}
        mistakes = self._explain(find_mistakes(f"{self.subject or ''}\n{self.body or ''}"))
        result = {"lang": self.lang, "values": values, "mistakes": mistakes, "missing": [], "checks": []}
        result.update(subject="", text="", html="", problem="\n".join(mistakes))
        if not lead:
            return {**result, "problem": result["problem"] or _("Choose a prospect to see the mail.")}
        try:
            subject, body = render(clean_subject(self.subject or ""), values), render(self.body or "", values)
            text = clean_body(body.text)
            result["subject"] = clean_subject(subject.text)
        except TooLong as error:
            return {**result, "problem": self._explain_too_long(error)}
        missing = list(dict.fromkeys((*subject.missing, *body.missing)))
        result.update(text=text, html=to_html(text, body.links), missing=missing)
        if missing and not mistakes:
            result["problem"] = self._explain_missing(missing)
        draft = Draft(
            subject=result["subject"],
            body=text,
            facts=self._get_facts(values),
            has_finding=bool(values["hook"]),
            names=self._get_names(values),
            links=body.links,
            phrases=self.env["outbound.phrase"]._get_phrases(self.lang),
        )
        checks = run_checks(draft)
        if not result["subject"] and self.step_id.thread_mode == "reply":
            checks = [check for check in checks if check.name != "subject_length"]
        result["checks"] = self.env["outbound.touch"]._describe_checks(
            [{"name": check.name, "ok": check.ok, "detail": check.detail} for check in checks]
        )
        return result

    def _get_preview_mailbox(self, lead):
        """A mailbox whose values stand in for the sender's: of the prospect's company, the reader's own first."""
        company = lead.company_id or self.company_id or self.env.company
        mailboxes = self.env["outbound.mailbox"].sudo().search([("company_id", "=", company.id)])
        return mailboxes.filtered(lambda mailbox: mailbox.user_id == self.env.user)[:1] or mailboxes[:1]

    @api.model
    def _get_facts(self, values: dict[str, str]) -> tuple[str, ...]:
        """What is specific to a prospect, the most particular first."""
        return tuple(values[name] for name in ("hook", "company", "city", "job_title", "industry") if values.get(name))

    @api.model
    def _get_names(self, values: dict[str, str]) -> tuple[str, ...]:
        return tuple(values[name] for name in ("company", "full_name", "city", "sender_company") if values.get(name))

    @api.model
    def _explain_too_long(self, error: TooLong) -> str:
        return _(
            "The text has %(length)s characters; at most %(limit)s are possible. Shorten the template or the facts.",
            length=error.length,
            limit=error.limit,
        )
