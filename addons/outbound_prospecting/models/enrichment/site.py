from datetime import timedelta

from odoo import _, api, fields, models
from odoo.tools import SQL
from odoo.tools.translate import LazyTranslate

_lt = LazyTranslate(__name__)
EVIDENCE_DAYS = 90  # where no system parameter says otherwise
# Code of an error -> why a site was not read; "http_…" and others are told as they are.
WORDS = {
    "robots": _lt("The site asks robots not to read it (robots.txt)."),
    "timeout": _lt("The site did not answer in time."),
    "unreachable": _lt("The site cannot be reached."),
    "lost": _lt("The connection to the site was lost."),
    "dns": _lt("The name servers did not answer."),
    "no_such_host": _lt("There is no site of this name."),
    "certificate": _lt("The certificate of the site is not valid."),
    "content_type": _lt("The site sent something that is no page."),
    "redirects": _lt("The site leads round in circles."),
    "private_address": _lt("The address leads into a private network and is not asked."),
    "too_large": _lt("The page is far too large."),
    "wrong_company": _lt("A person said that this site is of another company."),
    "broken": _lt("What was read could not be kept: the server's log says why."),
    "cut_short": _lt("Reading was cut short and begins anew."),
}


class OutboundSite(models.Model):
    """The website of a company, read as evidence: one row for all prospects of that company."""

    _name = "outbound.site"
    _description = "Company Site"
    _order = "next_try, id"
    _rec_name = "website_domain"

    website_domain = fields.Char(string="Domain", required=True, readonly=True)
    website = fields.Char(required=True, readonly=True, help="Where reading begins.")
    company_id = fields.Many2one("res.company", readonly=True, index="btree_not_null")
    state = fields.Selection(
        [
            ("waiting", "Waiting"),
            ("reading", "Being read"),
            ("read", "Read"),
            ("failed", "Not readable"),
            ("wrong", "Wrong company"),
        ],
        required=True,
        readonly=True,
        default="waiting",
    )
    code = fields.Char(readonly=True, help="What kind of trouble there was.")
    error = fields.Char(readonly=True)
    reason = fields.Char(compute="_compute_reason", help="Why it waits or was not read.")
    doubt = fields.Char(readonly=True, help="What the site calls itself, where that is not the prospect's company.")
    next_try = fields.Datetime(readonly=True, help="When it is read (again); empty: never by itself.")
    claimed_date = fields.Datetime(readonly=True)
    read_date = fields.Datetime(readonly=True)
    attempts = fields.Integer(readonly=True, aggregator=None, help="In a row that failed.")
    problems = fields.Json(readonly=True, help="Pages that could not be read: list of [address, code].")
    document_ids = fields.One2many("outbound.document", "site_id", string="Evidence")

    _once = models.UniqueIndex("(website_domain, COALESCE(company_id, 0))", "The site is known already.")
    _due_idx = models.Index("(next_try, id) WHERE next_try IS NOT NULL")

    @api.depends("state", "code")
    @api.depends_context("lang")
    def _compute_reason(self):
        for site in self:
            code = site.code or ""
            site.reason = (
                str(self.env._(WORDS[code]))
                if code in WORDS
                else _("The site answered with an error (%s).", code.replace("http_", "HTTP "))
                if code
                else False
            )

    @api.model
    def _get_evidence_days(self) -> int:
        text = self.env["ir.config_parameter"].sudo().get_param("outbound_prospecting.evidence_days")
        return int(text) if (text or "").isdigit() and int(text) else EVIDENCE_DAYS

    @api.model
    def _of_leads(self, leads):
        """The sites of prospects that have one, as superuser."""
        domains = list(filter(None, leads.mapped("website_domain")))
        companies = [*leads.company_id.ids, False]
        return self.sudo().search([("website_domain", "in", domains), ("company_id", "in", companies)])

    def _of_company(self, company):
        """Those of one company of ours; prospects without one have sites without one."""
        return self.filtered(lambda site: site.company_id == company)

    def _get_leads(self):
        """Open prospects of these companies."""
        found = (
            self.env["crm.lead"]
            .sudo()
            .search([("website_domain", "in", self.mapped("website_domain")), ("won_status", "=", "pending")])
        )
        companies = {(site.website_domain, site.company_id.id) for site in self}
        return found.filtered(lambda lead: (lead.website_domain, lead.company_id.id) in companies)

    @api.model
    def _add_for(self, leads=None):
        """Note the sites of `leads`, or of all prospects that are worth research; known ones are left as they are."""
        Lead = self.env["crm.lead"].sudo()
        domain = Lead._get_research_domain() if leads is None else [("id", "in", leads.ids)]
        Lead.flush_model()
        self.flush_model()
        query = Lead._search([*domain, ("website_domain", "!=", False)])
        rows = query.select(
            *(SQL.identifier(query.table, name) for name in ("website_domain", "website", "company_id"))
        )
        self.env.cr.execute(
            SQL(
                """
                INSERT INTO outbound_site (website_domain, website, company_id, state, next_try, create_uid, create_date)
                SELECT DISTINCT ON (l.website_domain, l.company_id)
                       l.website_domain, COALESCE(NULLIF(l.website, ''), l.website_domain), l.company_id,
                       'waiting', %(now)s, %(user)s, %(now)s
                  FROM (%(rows)s) l
                 ORDER BY l.website_domain, l.company_id, l.website NULLS LAST
                ON CONFLICT DO NOTHING
                """,
                rows=rows,
                now=self.env["outbound.clock"]._now(),
                user=self.env.uid,
            )
        )
        self.invalidate_model()

    def _read_soon(self):
        """Read these as soon as the scheduled action can, whatever they are."""
        now = self.env["outbound.clock"]._now()
        self.write({"state": "waiting", "code": False, "error": False, "attempts": 0, "next_try": now})
        self.env.ref("outbound_prospecting.ir_cron_outbound_read_sites").sudo()._trigger()

    def _disown(self):
        """A person says that these sites are of other companies: nothing on them is evidence any more."""
        self.document_ids._end("wrong")
        self.write({"state": "wrong", "code": "wrong_company", "next_try": False, "doubt": False})

    @api.model
    def _expire(self):
        """Evidence that is too old is evidence no more."""
        now = self.env["outbound.clock"]._now()
        Document = self.env["outbound.document"].sudo()
        Document.search([("is_current", "=", True), ("stale_after", "<=", now)], limit=5000)._end("stale")

    def action_read_now(self):
        """Button: read these now."""
        self.check_access("read")
        self.sudo()._read_soon()
        return self.env["crm.lead"]._notify_research(_("The site is read in a moment."))

    def _get_read_again(self):
        return timedelta(days=self._get_evidence_days() / 3)
