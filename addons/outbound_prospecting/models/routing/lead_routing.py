from odoo import _, api, fields, models
from odoo.exceptions import UserError


class OutboundLeadRouting(models.AbstractModel):
    _inherit = "outbound.lead.routing"

    assignment_ids = fields.One2many(
        "outbound.assignment",
        "lead_id",
        string="Assignments",
        readonly=True,
        copy=False,
        groups="outbound_prospecting.group_outbound_user",
    )
    routing_explanation = fields.Html(
        string="Why This Rep",
        compute="_compute_routing_explanation",
        sanitize=False,
        groups="outbound_prospecting.group_outbound_user",
        help="The latest decision on who works on this prospect.",
    )

    @api.depends("team_id", "assignment_ids.decision")
    @api.depends_context("lang", "tz")
    def _compute_routing_explanation(self):
        for lead in self:
            lead.routing_explanation = lead.is_outbound and lead.assignment_ids[:1].explanation

    def _assign_reps(self, cause="new", force_quota=False) -> dict:
        """Give these prospects of outbound teams to reps, best score first, and keep why.

        :return: prospects by user
        """
        given = {}
        prospects = self.sudo()._filter_prospects()
        for (team, company), leads in prospects.grouped(lambda lead: (lead.team_id, lead.company_id)).items():
            policy = self.env["outbound.routing.policy"]._find_policy(company)
            ordered = leads.sorted(lambda lead: (-lead.icp_score, lead.id))
            decisions = policy._route(ordered, team, force_quota=force_quota)
            self.env["outbound.assignment"]._log_decisions(decisions, ordered, cause)
            for user, own in ordered._write_owners({id_: one.owner for id_, (one, _rule) in decisions.items()}).items():
                given[user] = given.get(user, leads.browse()) + own
        return given

    def _write_owners(self, owners: dict[int, int | None]) -> dict:
        """Write the rep of each prospect, in one write for each rep; nobody is notified of it twice.

        :param owners: user id by lead id; None leaves the prospect as it is
        :return: prospects by user
        """
        users = self.env["res.users"].sudo()
        by_user = self.filtered(lambda lead: owners.get(lead.id)).grouped(lambda lead: owners[lead.id])
        by_user = {users.browse(user_id): leads for user_id, leads in by_user.items()}
        events = []
        for user, leads in by_user.items():
            changed = leads.filtered(lambda lead, user=user: lead.user_id != user)
            quiet = changed.with_context(mail_auto_subscribe_no_notify=True, outbound_routing=True)
            quiet.write({"user_id": user.id})
            events += [
                {"lead_id": lead.id, "company_id": lead.company_id.id, "kind": "assigned", "new_value": user.name}
                for lead in changed
            ]
        self.env["outbound.event"]._log(events)
        return by_user

    def action_assign_rep(self):
        """Button and menu: give these prospects to whoever suits them best now."""
        self.check_access("write")
        given = self._assign_reps(cause="asked", force_quota=True)
        count = sum(len(leads) for leads in given.values())
        if not count:
            raise UserError(_("Nobody of the team can take it now. “Why this rep” on the prospect says why."))
        names = ", ".join(user.name for user in given)
        return self.env["outbound.sequence"]._notify_count(
            _("Prospects given to a rep: %(count)s (%(names)s)", count=count, names=names)
        )
