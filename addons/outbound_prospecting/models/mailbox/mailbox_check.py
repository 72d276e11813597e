from dataclasses import asdict

from markupsafe import Markup

from odoo import _, api, fields, models
from odoo.tools.mail import email_domain_extract

from ...adapters.sender_check import check_sender
from ...adapters.verify_address import check_form
from ...domain.sender_domain import Finding
from .check_words import CHECKS, COLOURS, LABELS, WORDS

STATUSES = [("ok", "OK"), ("warning", "Could be better"), ("failed", "To be fixed"), ("unknown", "Not known")]
WORST_FIRST = ["failed", "unknown", "warning", "ok"]


class OutboundMailbox(models.Model):
    """Checks before the first mail and every day: will receivers believe that it is us?"""

    _inherit = "outbound.mailbox"

    dkim_selector = fields.Char(
        string="DKIM Selector", help="Name of the key that your mail service signs with; empty to try the usual names."
    )
    expected_spf = fields.Char(
        string="SPF Must Name",
        help="What your mail service asks for in the SPF record, such as include:_spf.example.com; empty to accept "
        "any record.",
    )
    findings = fields.Json(readonly=True, copy=False, help="List of {check, status, code, detail}.")
    checked_date = fields.Datetime(string="Checked", readonly=True, copy=False)
    check_status = fields.Selection(
        STATUSES,
        string="Checks",
        compute="_compute_check_status",
        store=True,
        help="The worst of all checks. A mailbox is ready when none is to be fixed or not known.",
    )
    spf_status = fields.Selection(STATUSES, string="SPF", compute="_compute_check_status", store=True)
    dkim_status = fields.Selection(STATUSES, string="DKIM", compute="_compute_check_status", store=True)
    dmarc_status = fields.Selection(STATUSES, string="DMARC", compute="_compute_check_status", store=True)
    advice = fields.Html(string="What to Do", compute="_compute_advice", sanitize=False)
    accepted_by = fields.Many2one(
        "res.users",
        readonly=True,
        copy=False,
        help="Who decided to send although checks are not fulfilled; the checks pause nothing then.",
    )

    @api.depends("findings")
    def _compute_check_status(self):
        for mailbox in self:
            status = {finding["check"]: finding["status"] for finding in mailbox.findings or []}
            mailbox.check_status = min(status.values(), key=WORST_FIRST.index, default=False)
            for check in ("spf", "dkim", "dmarc"):
                mailbox[f"{check}_status"] = status.get(check, False)

    @api.depends("findings")
    @api.depends_context("lang")
    def _compute_advice(self):
        for mailbox in self:
            rows = [self._describe_finding(finding) for finding in mailbox.findings or []]
            mailbox.advice = (
                Markup('<table class="table table-sm mb-0">%s</table>') % Markup("").join(rows) if rows else False
            )

    def _describe_finding(self, finding: dict) -> Markup:
        text = self.env._(WORDS[finding["code"]])
        return Markup(
            '<tr><td class="text-nowrap">%s</td><td><span class="badge text-bg-%s">%s</span></td>'
            '<td class="w-100">%s</td></tr>'
        ) % (
            self.env._(CHECKS[finding["check"]]),
            COLOURS[finding["status"]],
            self.env._(LABELS[finding["status"]]),
            text.replace("%s", finding["detail"]),
        )

    # ------------------------------------------------------------------ checking

    def action_check(self):
        """Button: check now."""
        self.check_access("write")
        self._check()

    def action_accept(self):
        """Button: send although checks are not fulfilled; said in the chatter, with who decided."""
        self.check_access("write")
        for mailbox in self.sudo():
            mailbox.accepted_by = self.env.user
            mailbox._resume()
            mailbox.message_post(
                body=_("%s lets this mailbox send although its checks are not fulfilled.", self.env.user.name)
            )

    def _check(self):
        """Check now: a new mailbox becomes ready, one with something to fix pauses, one that was fixed goes on.

        Where name servers do not answer, everything stays as it is.
        """
        now = self.env["outbound.clock"]._now()
        for mailbox in self.sudo():
            findings = mailbox._get_findings()
            mailbox.write({"findings": [asdict(finding) for finding in findings], "checked_date": now})
            mailbox._follow_checks(findings)

    def _follow_checks(self, findings: list[Finding]):
        statuses = {finding.status for finding in findings}
        failed = [finding for finding in findings if finding.status == "failed"]
        if failed and self.state == "ready" and not self.accepted_by:
            names = ", ".join(self.env._(CHECKS[finding.check]) for finding in failed)
            self._pause(_("The daily check found something to fix: %s. See “What to Do”.", names), "domain")
        elif not statuses & {"failed", "unknown"}:
            self.accepted_by = False
            if self.state == "draft" or (self.state == "paused" and self.pause_kind == "domain"):
                self._resume()

    def _get_findings(self) -> list[Finding]:
        domain = check_form(self.email_normalized or "").domain or email_domain_extract(self.email) or ""
        dns = self.env["outbound.mail.domain"]._get_name_servers()
        findings = check_sender(
            domain, dns, selector=(self.dkim_selector or "").strip(), expected_spf=(self.expected_spf or "").strip()
        )
        return [*findings, self._check_server(), self._check_footer(), self._check_link()]

    def _check_server(self) -> Finding:
        server = self.mail_server_id
        if not server:
            return Finding("server", "failed", "server_missing")
        if not server.active:
            return Finding("server", "failed", "server_archived", server.name)
        if server.from_filter and not server._match_from_filter(self.email_normalized, server.from_filter):
            return Finding("server", "failed", "server_from_filter", server.from_filter)
        return Finding("server", "ok", "server_ok", server.name)

    def _check_footer(self) -> Finding:
        if not (self.postal_address or "").strip():
            return Finding("footer", "failed", "footer_missing")
        return Finding("footer", "ok", "footer_ok", self.postal_address)

    def _check_link(self) -> Finding:
        url = self.get_base_url()
        secure = url.startswith("https://")
        return Finding("link", "ok" if secure else "warning", "link_ok" if secure else "link_not_https", url)

    @api.model
    def _cron_check_mailboxes(self):
        """Scheduled action, every morning: check the mailboxes one by one, because name servers may be slow."""
        now = self.env["outbound.clock"]._now()
        today = now.replace(hour=0, minute=0, second=0)
        due = [("accepted_by", "=", False), "|", ("checked_date", "=", False), ("checked_date", "<", today)]
        mailboxes = self.search(due)
        for left, mailbox in zip(range(len(mailboxes) - 1, -1, -1), mailboxes, strict=True):
            mailbox._check()
            if not self.env["ir.cron"]._commit_progress(1, remaining=left):
                break
