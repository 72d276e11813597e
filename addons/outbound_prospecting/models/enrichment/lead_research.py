from odoo import _, api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

USER = "outbound_prospecting.group_outbound_user"


class OutboundLeadResearch(models.AbstractModel):
    """Facet of `crm.lead`: what is known of the prospect's company, with proof."""

    _name = "outbound.lead.research"
    _description = "Lead facet: research"

    document_ids = fields.Many2many(
        "outbound.document", string="Evidence", compute="_compute_documents", compute_sudo=True, groups=USER
    )
    research_status = fields.Char(compute="_compute_research_status", groups=USER)
    research_doubt = fields.Char(compute="_compute_research_status", groups=USER)

    @api.depends("website_domain")
    def _compute_documents(self):
        for lead in self:
            lead.document_ids = lead._get_documents()

    def _get_documents(self):
        """Evidence about the prospect's company that still counts, as superuser."""
        self.ensure_one()
        pages = [("site_id", "in", self.env["outbound.site"]._of_leads(self)._of_company(self.company_id).ids)]
        domain = Domain("is_current", "=", True) & (Domain("lead_id", "=", self.id) | Domain(pages))
        return self.env["outbound.document"].sudo().search(domain)

    @api.depends("website_domain")
    @api.depends_context("lang", "tz")
    def _compute_research_status(self):
        for lead in self:
            site = self.env["outbound.site"]._of_leads(lead)._of_company(lead.company_id)
            lead.research_status = lead._describe_site(site)
            lead.research_doubt = site.doubt and _(
                "The site calls itself “%(name)s”, not “%(ours)s”. Is it the right company?",
                name=site.doubt,
                ours=lead.partner_name,
            )

    def _describe_site(self, site) -> str:
        """Where reading the company's site stands, and why it waits."""

        def moment(value):
            return fields.Datetime.context_timestamp(self, value).strftime("%Y-%m-%d %H:%M") if value else ""

        if not self.website_domain:
            return _("No website is known: paste what you found, or enter the website.")
        if not site:
            return _("%s has not been read yet.", self.website_domain)
        values = {"site": site.website_domain, "reason": site.reason or "", "until": moment(site.next_try)}
        if site.state == "read":
            return _("%(site)s was read on %(date)s.", site=site.website_domain, date=moment(site.read_date))
        if site.state == "wrong":
            return _("%(site)s: %(reason)s", **values)
        if site.state == "reading":
            return _("%s is being read.", site.website_domain)
        if site.reason:
            return _("%(site)s: %(reason)s Waits until %(until)s.", **values)
        return _("%s waits to be read.", site.website_domain)

    # ------------------------------------------------------------------ hooks

    @api.model
    def _get_research_domain(self) -> Domain:
        """Prospects that are worth research. Rooms that know of more extend this."""
        worth = Domain("icp_tier", "in", ("tier_1", "tier_2"))
        return worth & Domain("won_status", "=", "pending") & Domain("team_id.is_outbound", "=", True)

    @api.model
    def _use_evidence(self, leads, documents):
        """New evidence about `leads` is here."""

    # ------------------------------------------------------------------ buttons

    def action_read_site(self):
        """Button: read the company's site as soon as possible; never within this request."""
        self.check_access("write")
        self._check_website()
        Site = self.env["outbound.site"].sudo()
        Site._add_for(self.filtered("website_domain"))
        Site._of_leads(self)._read_soon()
        return self._notify_research(_("Research is on its way. Reload the page in a moment."))

    def action_paste_evidence(self):
        """Button: paste a text that says something about the company."""
        self.check_access("write")
        return {
            "type": "ir.actions.act_window",
            "name": _("Paste Evidence"),
            "res_model": "outbound.evidence",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_lead_id": self.id},
        }

    def action_wrong_company(self):
        """Button: what was read is about another company of a similar name; none of it counts any more."""
        self.check_access("write")
        self.ensure_one()
        documents = self.sudo()._get_documents()
        self.env["outbound.site"]._of_leads(self)._of_company(self.company_id)._disown()
        documents._end("wrong")
        self.env["crm.lead"]._use_evidence(self._get_company_leads(), documents)
        return self._notify_research(
            _("Texts that no longer count: %s. Correct the website, then read it again.", len(documents))
        )

    def _get_company_leads(self):
        """This prospect and the open ones of the same company, as superuser."""
        return self.env["outbound.site"]._of_leads(self)._of_company(self.company_id)._get_leads() | self.sudo()

    def _check_website(self):
        if not all(lead.website_domain or lead.document_ids for lead in self):
            raise UserError(_("No website is known. Enter it on the prospect first, or paste what you found."))

    @api.model
    def _notify_research(self, message: str) -> dict:
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": message,
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }

    def _merge_dependences(self, opportunities):
        """What was pasted for the merged leads is evidence about the one that remains."""
        super()._merge_dependences(opportunities)
        if not any((self | opportunities).mapped("is_outbound")):
            return  # Odoo merges leads of other teams by the hundred
        pasted = self.env["outbound.document"].sudo().search([("lead_id", "in", opportunities.ids)])
        pasted.write({"lead_id": self.id, "searched_date": False})
