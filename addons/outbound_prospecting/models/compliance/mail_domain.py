import logging
from collections.abc import Iterable
from datetime import timedelta

from odoo import api, fields, models

from ...adapters.dns import NameServers
from ...adapters.verify_address import Verdict, check_domains, check_form

_logger = logging.getLogger(__name__)
FRESH = timedelta(days=30)
RETRY_SILENT = timedelta(hours=1)
BATCH = 200
VERDICTS = {"mail": Verdict("valid"), "none": Verdict("invalid", "no_mail"), "unknown": Verdict("unknown", "silence")}


class OutboundMailDomain(models.Model):
    """What name servers say of the domains that prospects' addresses are in, asked once for all addresses in one.

    Asking is slow and may fail, so it is done by a scheduled action; an address whose domain is not known yet is
    "unknown" until then, and mail to it waits.
    """

    _name = "outbound.mail.domain"
    _description = "Mail Domain"
    _order = "name"

    name = fields.Char(required=True, readonly=True)
    status = fields.Selection(
        [("mail", "Takes mail"), ("none", "Takes no mail"), ("unknown", "No answer yet")],
        required=True,
        default="unknown",
        index=True,
    )
    checked_date = fields.Datetime(readonly=True)

    _name_once = models.UniqueIndex("(name)", "This domain is known already.")

    @api.model
    def _get_name_servers(self) -> NameServers:
        """Name servers to ask: those of a system parameter, else the machine's own."""
        text = self.env["ir.config_parameter"].sudo().get_param("outbound_prospecting.name_servers") or ""
        return NameServers([server.strip() for server in text.split(",") if server.strip()])

    @api.model
    def _get_verdicts(self, emails: Iterable[str]) -> dict[str, Verdict]:
        """What is known of addresses now, without asking anybody. New domains are noted and asked about soon."""
        verdicts = {email: check_form(email) for email in set(filter(None, emails))}
        domains = {verdict.domain for verdict in verdicts.values() if verdict.domain}
        status = {record.name: record.status for record in self.sudo().search([("name", "in", list(domains))])}
        self._note(domains - status.keys())
        return {
            email: VERDICTS[status.get(verdict.domain, "unknown")] if verdict.domain else verdict
            for email, verdict in verdicts.items()
        }

    @api.model
    def _verify(self, emails: Iterable[str]) -> dict[str, Verdict]:
        """The same after asking name servers about every domain that is not known; takes seconds when they are slow."""
        emails = list(emails)
        self._get_verdicts(emails)
        domains = {check_form(email).domain for email in filter(None, emails)} - {""}
        self.sudo().search([("name", "in", list(domains)), *self._get_due_domain()])._check()
        return self._get_verdicts(emails)

    def _note(self, names: Iterable[str]):
        names = sorted(names)
        if not names:
            return
        # Two workers may meet a domain at the same time.
        self.env.cr.execute_values(
            "INSERT INTO outbound_mail_domain (name, status, create_date) VALUES %s ON CONFLICT DO NOTHING",
            [(name, "unknown", self.env.cr.now()) for name in names],
        )
        self.invalidate_model()
        cron = self.env.ref("outbound_prospecting.ir_cron_outbound_check_domains", raise_if_not_found=False)
        if cron:
            cron.sudo()._trigger()

    def _get_due_domain(self) -> list:
        now = self.env["outbound.clock"]._now()
        return [
            "|",
            ("checked_date", "=", False),
            "|",
            ("checked_date", "<", now - FRESH),
            "&",
            ("status", "=", "unknown"),
            ("checked_date", "<", now - RETRY_SILENT),
        ]

    def _check(self):
        """Ask now. A domain that answered before keeps its answer when nobody answers today."""
        if not self:
            return
        answers = check_domains(self.mapped("name"), self._get_name_servers())
        now = self.env["outbound.clock"]._now()
        for status, answer in (("mail", True), ("none", False)):
            answered = self.filtered(lambda record, answer=answer: answers[record.name] is answer)
            answered.write({"status": status, "checked_date": now})
        silent = self.filtered(lambda record: answers[record.name] is None)
        silent.write({"checked_date": now})
        if silent:
            _logger.info("%s of %s mail domains: no name server answered", len(silent), len(self))

    def action_check(self):
        """Button: ask now."""
        self.check_access("write")
        self._check()

    @api.model
    def _cron_check_domains(self):
        """Scheduled action: ask about domains that are new, were silent an hour ago, or were asked a month ago."""
        domain = self._get_due_domain()
        due = self.search(domain, limit=BATCH, order="checked_date NULLS FIRST, id")
        due._check()
        self.env["ir.cron"]._commit_progress(len(due), remaining=self.search_count(domain))
