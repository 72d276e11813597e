from datetime import date

from dateutil.relativedelta import relativedelta

from odoo import api, fields, models

QUARTER = relativedelta(months=3)


class OutboundLeadOutreach(models.AbstractModel):
    """Prospects of Tier 3 are not written to: they are on the nurture list and looked at again each quarter."""

    _inherit = "outbound.lead.outreach"

    revisit_date = fields.Date(
        string="Revisit On",
        copy=False,
        index="btree_not_null",
        help="When a prospect on the nurture list is scored again. It enrols by itself when its tier rises.",
    )

    @api.model
    def _cron_nurture_leads(self):
        """Scheduled action: keep the nurture list, and score those again whose quarter is over."""
        today = self.env["outbound.clock"]._now().date()
        leads = self.env["crm.lead"].sudo()
        tag = self._get_nurture_tag()
        work_off = self.env["outbound.enrolment"].sudo()._work_off
        jobs = [
            (self._get_nurture_domain("new"), lambda found: found._add_to_nurture(tag, today)),
            (self._get_nurture_domain("left"), lambda found: found._take_from_nurture(tag)),
            (
                [*self._get_nurture_domain("kept"), ("revisit_date", "<=", today)],
                lambda found: found._revisit(today),
            ),
        ]
        for domain, work in jobs:
            if not work_off(
                lambda seen, limit, domain=domain: leads.search([*domain, ("id", "not in", seen)], limit=limit), work
            ):
                return

    @api.model
    def _get_nurture_domain(self, which: str) -> list:
        """:param which: "new" to the list, "kept" on it, or "left" it because their tier changed"""
        open_prospect = [("team_id.is_outbound", "=", True), ("won_status", "=", "pending")]
        return {
            "new": [*open_prospect, ("icp_tier", "=", "tier_3"), ("revisit_date", "=", False)],
            "kept": [*open_prospect, ("icp_tier", "=", "tier_3"), ("revisit_date", "!=", False)],
            "left": [("icp_tier", "!=", "tier_3"), ("revisit_date", "!=", False)],
        }[which]

    @api.model
    def _get_nurture_tag(self):
        tag = self.env.ref("outbound_prospecting.crm_tag_nurture", raise_if_not_found=False)
        return tag or self.env["crm.tag"].sudo().search([("name", "=", "Nurture")], limit=1)

    def _add_to_nurture(self, tag, today: date):
        self.env["outbound.batch"]._record("nurtured", self)
        self.write({"tag_ids": [(4, tag.id)] if tag else [], "revisit_date": today + QUARTER})

    def _take_from_nurture(self, tag):
        self.write({"tag_ids": [(3, tag.id)] if tag else [], "revisit_date": False})

    def _revisit(self, today: date):
        """Score again with what is known now; a rise is an event, which the automation rule enrols on."""
        for company, leads in self.grouped("company_id").items():
            if icp := self.env["outbound.icp"]._find_active(company):
                icp._score_leads(leads)
        self.write({"revisit_date": today + QUARTER})


class OutboundBatch(models.Model):
    _inherit = "outbound.batch"

    def _undo_nurtured(self) -> int:
        """Take the tag away; the date stays, so that the next run does not put them back on the list."""
        tag = self.env["crm.lead"]._get_nurture_tag()
        leads = self.lead_ids.filtered(lambda lead: tag in lead.tag_ids)
        leads.write({"tag_ids": [(3, tag.id)]})
        return len(leads)
