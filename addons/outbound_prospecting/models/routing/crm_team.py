from datetime import timedelta

from odoo import api, models
from odoo.fields import Domain

BATCH = 200
TRY_AGAIN = timedelta(hours=6)  # a prospect whom nobody could take


class CrmTeam(models.Model):
    """Odoo's assignment is extended for outbound teams; for others it is Odoo's, to the last step."""

    _inherit = "crm.team"

    def _assign_and_convert_leads(self, force_quota=False):
        outbound = self.filtered("is_outbound")
        result = super(CrmTeam, self - outbound)._assign_and_convert_leads(force_quota=force_quota)
        for team in outbound:
            leads = self.env["crm.lead"].sudo().search(team._get_lead_to_assign_domain())
            result |= team._get_assign_result(leads._assign_reps(force_quota=force_quota), force_quota)
        return result

    def _get_assign_result(self, given: dict, force_quota: bool) -> dict:
        """What Odoo's page wants to know: prospects and quota by member."""
        members = self.sudo().crm_team_member_ids
        return {
            member.with_env(self.env): {
                "assigned": given.get(member.user_id, self.env["crm.lead"]).with_env(self.env),
                "quota": member._get_assignment_quota(force_quota=force_quota),
            }
            for member in members
            if not member.assignment_optout
        }

    @api.model
    def _cron_route_leads(self):
        """Scheduled action: give prospects that nobody owns to reps, in batches; each is tried once in a while."""
        Cron = self.env["ir.cron"]
        for team in self.env["crm.team"].sudo().search([("is_outbound", "=", True)]):
            while True:
                found = team._find_unowned()
                leads = found.try_lock_for_update(allow_referencing=True)
                leads._assign_reps()
                is_last = len(found) < BATCH
                if not Cron._commit_progress(len(leads), remaining=0 if is_last else BATCH):
                    return
                if is_last or not leads:
                    break

    def _find_unowned(self):
        """Open prospects of the team without a rep that a policy wants given out, best first.

        Whoever could not be given to anybody lately is left out, so that the next in line get their turn.
        """
        self.ensure_one()
        Lead = self.env["crm.lead"].sudo()
        tried = self.env["outbound.clock"]._now() - TRY_AGAIN
        recent = self.env["outbound.assignment"].sudo()._search([("user_id", "=", False), ("date", ">", tried)])
        domain = [
            ("team_id", "=", self.id),
            ("user_id", "=", False),
            ("won_status", "=", "pending"),
            ("assignment_ids", "not any", [("id", "in", recent)]),
        ]
        companies = self.company_id or self.env["res.company"].sudo().search([])
        found = Lead.browse()
        for company in [*companies, companies.browse()]:
            policy = self.env["outbound.routing.policy"]._find_policy(company)
            if policy.assign_new and len(found) < BATCH:
                chosen = self.env["outbound.icp.criterion"]._parse_lead_domain(policy.assign_domain or "[]")
                own = Domain(domain) & Domain("company_id", "=", company.id) & chosen
                found += Lead.search(own, limit=BATCH - len(found), order="icp_score desc, id")
        return found
