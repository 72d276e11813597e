from odoo import _, api, fields, models

from .lead_research import USER


class OutboundLeadResearch(models.AbstractModel):
    """The brief of a prospect."""

    _inherit = "outbound.lead.research"

    brief_ids = fields.One2many("outbound.brief", "lead_id", readonly=True, copy=False, groups=USER)
    brief_id = fields.Many2one("outbound.brief", compute="_compute_brief", compute_sudo=True, groups=USER)

    brief_page = fields.Json(
        compute="_compute_brief_page", compute_sudo=True, groups=USER, help="The brief as the form shows it."
    )

    @api.depends("brief_ids")
    def _compute_brief(self):
        for lead in self:
            lead.brief_id = lead.brief_ids[:1]

    @api.depends("brief_ids.state", "brief_ids.statement_ids")
    @api.depends_context("lang", "tz")
    def _compute_brief_page(self):
        for lead in self:
            lead.brief_page = lead.brief_id and lead.brief_id._to_page()

    @api.depends("brief_ids.doubt", "brief_ids.doubt_settled", "brief_ids.state")
    def _compute_research_status(self):
        """A doubt about the company ends when a person has decided."""
        super()._compute_research_status()
        for lead in self:
            brief = lead.sudo().brief_id
            if brief.doubt_settled or brief.state == "wrong":
                lead.research_doubt = False
            elif brief.doubt and not lead.research_doubt:
                lead.research_doubt = _(
                    "What was read may be about “%(name)s”, not “%(ours)s”. Is it the right company?",
                    name=brief.doubt,
                    ours=lead.partner_name,
                )

    @api.model
    def _use_evidence(self, leads, documents):
        """New facts: briefs are written again, if what they would be written from did change."""
        super()._use_evidence(leads, documents)
        self.env["outbound.brief"]._plan_worth(leads)

    # ------------------------------------------------------------------ hooks

    @api.model
    def _use_brief(self, briefs):
        """These briefs are ready. Rooms that use them extend this."""

    @api.model
    def _drop_brief(self, briefs):
        """Nothing that these briefs say may be used any more. Rooms that use them extend this."""

    def _merge_dependences(self, opportunities):
        """The prospect that remains keeps its brief, else gets the freshest one; what others said is kept for drafts."""
        super()._merge_dependences(opportunities)
        if not any((self | opportunities).mapped("is_outbound")):
            return
        briefs = self.env["outbound.brief"].sudo().search([("lead_id", "in", (self | opportunities).ids)])
        briefs = briefs.sorted(lambda brief: (brief.lead_id == self, brief.state == "ready", brief.id), reverse=True)
        keep, rest = briefs[:1], briefs[1:]
        keep.lead_id = self
        statements = self.env["outbound.brief.statement"].sudo().search([("brief_id", "in", rest.ids)])
        statements.write({"brief_id": keep.id, "is_current": False})
        rest.unlink()
        if keep:
            self.env["outbound.brief"]._plan(self)

    # ------------------------------------------------------------------ buttons

    def action_read_site(self):
        """The brief is written again too, even if nothing has changed: a model that declined may answer."""
        result = super().action_read_site()
        self.env["outbound.brief"]._plan(self, again=True)
        return result

    def action_wrong_company(self):
        """Nothing that was said from these texts is used any more."""
        result = super().action_wrong_company()
        briefs = self._get_company_leads().brief_ids
        briefs.state = "wrong"
        self.env["crm.lead"]._drop_brief(briefs)
        return result

    def action_right_company(self):
        """Button: what was read is about the right company after all; it counts again."""
        self.check_access("write")
        self.ensure_one()
        leads = self._get_company_leads()
        briefs = leads.brief_ids
        documents = self.env["outbound.document"].sudo()._own_again(leads)
        wrong = briefs.filtered(lambda brief: brief.state == "wrong")
        wrong.filtered("statement_ids").state = "ready"
        briefs.filtered("doubt").doubt_settled = True
        self.env["crm.lead"]._use_evidence(leads, documents)
        self.env["outbound.brief"].sudo()._expire()
        self.env["crm.lead"]._drop_brief(wrong)
        self.env["crm.lead"]._use_brief(briefs.filtered(lambda brief: brief.state == "ready"))
        if not documents:
            return self._notify_research(_("Noted: it is the right company."))
        return self._notify_research(_("Noted. Texts that count again: %s", len(documents)))
